//! The database of the record: where it lies, and who may begin it.

use std::path::Path;

use anyhow::{Context, Result};
use store::{Store, account};
use web::record::{Record, Registration, random};

/// An opened record.
pub struct Kept {
    /// The record.
    pub record: Record,
    /// The code of the first owner, until there is one.
    pub first_code: Option<String>,
}

/// Opens the record of a data folder.
///
/// # Errors
/// When the database cannot be opened.
pub fn open(data: &Path, registration: Registration) -> Result<Kept> {
    let path = data.join(store::FILE);
    let store = Store::open(&path).with_context(|| format!("cannot open the database {}", path.display()))?;
    let first_code = if store.read(|tx| account::any(tx))? { None } else { Some(random::code()?) };
    let record = Record::new(store, registration, first_code.clone().unwrap_or_default());
    Ok(Kept { record, first_code })
}
