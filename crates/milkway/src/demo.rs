//! A household that nobody lives in, in a folder that goes when the server ends.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use care::record::role::Role;
use exchange::record::export::Export;
use exchange::record::invented;
use store::account::{self, AccountId};
use store::{Store, household, revision};
use web::demo::Owner;
use web::record::random::{self, Fresh};
use web::record::{Record, Registration};

/// Five months.
const DAYS: u32 = 150;
/// Always the same people.
const SEED: u64 = 4_646;
/// No password has this hash: nobody signs in by it.
const NO_HASH: &str = "";

/// A demo, for as long as it is held.
pub struct Demo {
    /// Its record.
    pub record: Record,
    /// Who everybody is.
    pub owner: Owner,
    // After the record: it goes when nothing in it is open any more.
    _folder: Folder,
}

/// A folder that is removed when it is dropped.
struct Folder(PathBuf);

impl Demo {
    /// Invents a household whose record ends at an instant, in the zone of this machine.
    ///
    /// # Errors
    /// When the system has no room for temporary files, or no chance.
    pub fn invent(now_ms: i64) -> Result<Self> {
        let zone = jiff::tz::TimeZone::system().iana_name().unwrap_or("Europe/London").to_owned();
        let invented = invented::present(SEED, DAYS, now_ms, &zone);
        let folder = Folder::make()?;
        let store = Store::open(&folder.0.join(store::FILE))?;
        let owner = fill(&store, &invented, now_ms)?;
        // There is an owner already; whoever looks around makes no household of her own.
        let record = Record::new(store, Registration::First, String::new());
        Ok(Self { record, owner, _folder: folder })
    }
}

impl Folder {
    /// Makes it, with a name that nobody knows beforehand and that only its owner may open.
    fn make() -> Result<Self> {
        let path = std::env::temp_dir().join(format!("milkway-demo-{}", random::code()?));
        let mut builder = fs::DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(&path).with_context(|| format!("cannot make the folder {} for the demo", path.display()))?;
        Ok(Self(path))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // If it cannot be removed the system does so, with all that is temporary.
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn fill(store: &Store, invented: &Export, now_ms: i64) -> Result<Owner> {
    let Export { household: home, revisions } = invented;
    let account = AccountId::fresh(now_ms)?;
    let owner = home.people.iter().find(|person| person.role == Role::Owner).context("nobody owns the household")?;
    store.write(|tx| {
        account::add(tx, account, "invented", NO_HASH, now_ms)?;
        household::add(tx, home.id, &home.settings, now_ms)?;
        for person in &home.people {
            household::put_person(tx, home.id, person, (person.id == owner.id).then_some(account))?;
        }
        home.babies.iter().try_for_each(|baby| household::put_baby(tx, home.id, baby))?;
        revisions.iter().try_for_each(|received| revision::put(tx, home.id, received, now_ms).map(drop))
    })?;
    Ok(Owner { account, household: home.id, person: owner.id })
}
