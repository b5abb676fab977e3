//! What each import brought, in a file of its own beside the database, so that it can be taken back.
//!
//! The file is there before the first revision is: an import that was cut off can be taken back as well.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use care::record::id::{HouseholdId, RevisionId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::export;

/// What an import, or an undo of one, brought.
#[derive(Debug, Serialize, Deserialize)]
pub struct Batch {
    /// Whose.
    pub household: HouseholdId,
    /// When, milliseconds since 1970.
    pub made_ms: i64,
    /// The revisions that were new.
    pub revisions: Vec<RevisionId>,
}

/// Keeps a batch, and gives the number to take it back by.
///
/// # Errors
/// When it cannot be written.
pub fn keep(data: &Path, batch: &Batch) -> Result<Uuid> {
    let id = new_id(batch.made_ms)?;
    let path = place(data, id);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
    }
    export::write(&path, &serde_json::to_vec(batch)?)?;
    Ok(id)
}

/// The batch of that number.
///
/// # Errors
/// When there is none, or it does not read.
pub fn find(data: &Path, id: Uuid) -> Result<Batch> {
    let path = place(data, id);
    if !path.exists() {
        bail!("there is no batch {id} in {}: take the number that the import told", data.display());
    }
    let bytes = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
    serde_json::from_slice(&bytes).with_context(|| format!("{} is no batch; restore it from a backup", path.display()))
}

fn place(data: &Path, id: Uuid) -> PathBuf {
    data.join("imports").join(format!("{id}.json"))
}

/// An id of now that nobody else has.
///
/// # Errors
/// When the machine has no randomness.
pub fn new_id(now_ms: i64) -> Result<Uuid> {
    let mut random = [0; 10];
    getrandom::fill(&mut random).map_err(|error| anyhow::anyhow!("the machine gives no random bytes: {error}"))?;
    Ok(uuid::Builder::from_unix_timestamp_millis(u64::try_from(now_ms).unwrap_or(0), &random).into_uuid())
}
