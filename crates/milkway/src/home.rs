//! Where the record is: the data folder, its database, and the household that is meant.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use care::record::household::Household;
use care::record::id::HouseholdId;
use care::record::revision::Received;
use exchange::record::export::Export;
use store::{Fault, Store, Tx, household, revision};

use crate::args::{Home, Serve};
use crate::config;

/// Revisions that are read at once.
const PAGE: i64 = 5_000;

/// The data folder.
///
/// # Errors
/// A settings file that cannot be read.
pub fn folder(said: &Home) -> Result<PathBuf> {
    let options = Serve { data: said.data.clone(), ..Serve::default() };
    Ok(config::settings(&options)?.data)
}

/// Where the database is in it.
pub fn database(folder: &Path) -> PathBuf {
    folder.join(store::FILE)
}

/// Opens a record that is there.
///
/// # Errors
/// When there is none, or it cannot be opened.
pub fn open(folder: &Path) -> Result<Store> {
    let path = database(folder);
    if !path.exists() {
        bail!("no record in {}: say where it is with --data DIR", folder.display());
    }
    Ok(Store::open(&path)?)
}

/// The household that is meant: the one that was said, or the only one.
///
/// # Errors
/// When there is none, or more than one and none was said.
pub fn only(store: &Store, said: &Home) -> Result<HouseholdId> {
    let all = store.read(|tx| household::all(tx))?;
    match (said.household.map(HouseholdId), all.as_slice()) {
        (Some(id), all) if all.contains(&id) => Ok(id),
        (Some(id), all) => bail!("there is no household {id}{}", there_are(all)),
        (None, [id]) => Ok(*id),
        (None, []) => bail!("no household is there yet"),
        (None, all) => bail!("say which household with --household ID{}", there_are(all)),
    }
}

/// The households by their ids, to choose from.
pub fn there_are(all: &[HouseholdId]) -> String {
    let ids: Vec<String> = all.iter().map(ToString::to_string).collect();
    if ids.is_empty() { String::new() } else { format!("; there are {}", ids.join(", ")) }
}

/// A household with all of its revisions, of one instant.
///
/// # Errors
/// What the database says.
pub fn whole(store: &Store, id: HouseholdId) -> Result<Option<Export>> {
    let read = |tx: &dyn Tx| {
        let Some(household) = household::get(tx, id)? else { return Ok(None) };
        Ok(Some((household, revisions(tx, id)?)))
    };
    let found: Option<(Household, Vec<Received>)> = store.read(read)?;
    Ok(found.map(|(household, revisions)| Export { household, revisions }))
}

fn revisions(tx: &dyn Tx, id: HouseholdId) -> Result<Vec<Received>, Fault> {
    let (mut all, mut seq) = (Vec::new(), 0);
    loop {
        let page = revision::after(tx, id, seq, PAGE)?;
        let Some(last) = page.last() else { return Ok(all) };
        seq = last.seq;
        all.extend(page.into_iter().map(|numbered| numbered.received));
    }
}
