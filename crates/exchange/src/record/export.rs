//! JSON lines: a headline, every revision in the order in which it came, and at the end the babies that the headline does not name.

use std::collections::BTreeMap;

use care::record::entry::Entry;
use care::record::household::{Baby, BabyState, Household};
use care::record::id::EntryId;
use care::record::revision::{Received, fold};
use serde::{Deserialize, Serialize};

/// What the headline calls the form.
pub const FORMAT: &str = "milkway-record";
/// The version of the form that this program writes, and the newest that it reads.
pub const VERSION: u64 = 1;

/// What is kept of a household. Accounts, passwords and sessions are no part of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Export {
    /// Settings, people and babies.
    pub household: Household,
    /// All that was ever saved, in the order in which it came.
    pub revisions: Vec<Received>,
}

/// The first line.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Headline {
    pub(super) format: String,
    pub(super) version: u64,
    /// How many lines of revisions follow: a file that was cut off is noticed.
    pub(super) revisions: u64,
    pub(super) household: Household,
}

/// The last line, when there is something for it.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Also {
    pub(super) babies: Vec<Baby>,
}

impl Export {
    /// The whole of it as JSON lines.
    ///
    /// Without `include_died` the headline names no baby that died: whoever opens the file is not met by the name. Nothing is left out for
    /// that: the baby stands on the last line, and its entries carry ids alone.
    ///
    /// # Errors
    /// When a value cannot be written as JSON, which none of these is.
    pub fn lines(&self, include_died: bool) -> Result<Vec<u8>, serde_json::Error> {
        let mut household = self.household.clone();
        household.people.sort_by_key(|person| person.id);
        household.babies.sort_by_key(|baby| baby.id);
        let named = |baby: &Baby| include_died || baby.state != BabyState::Died;
        let (present, also) = household.babies.into_iter().partition(named);
        household.babies = present;
        let also = Also { babies: also };
        let revisions = u64::try_from(self.revisions.len()).unwrap_or(u64::MAX);
        let mut out = Vec::new();
        line(&mut out, &Headline { format: FORMAT.to_owned(), version: VERSION, revisions, household })?;
        for received in &self.revisions {
            line(&mut out, received)?;
        }
        if !also.babies.is_empty() {
            line(&mut out, &also)?;
        }
        Ok(out)
    }

    /// Every entry as its revisions make it, also what is in the bin.
    #[must_use]
    pub fn entries(&self) -> Vec<Entry> {
        let mut revisions: BTreeMap<EntryId, Vec<Received>> = BTreeMap::new();
        for received in &self.revisions {
            revisions.entry(received.revision.entry).or_default().push(received.clone());
        }
        revisions.values().filter_map(|revisions| fold(revisions)).collect()
    }
}

fn line(out: &mut Vec<u8>, value: &impl Serialize) -> Result<(), serde_json::Error> {
    serde_json::to_writer(&mut *out, value)?;
    out.push(b'\n');
    Ok(())
}
