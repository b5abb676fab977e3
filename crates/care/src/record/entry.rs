//! An entry as it stands now.

use serde::{Deserialize, Serialize};

use super::body::Kind;
use super::id::{DeviceId, EntryId, PersonId, RevisionId};
use super::moment::Moment;
use super::revision::Content;

/// What was logged, as its last revision has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its id.
    pub id: EntryId,
    /// What it says, as typed.
    pub content: Content,
    /// When it was: as typed, moved by what the device's clock was wrong. Sorting, days and sums go by this.
    pub at: Moment,
    /// In the bin.
    pub binned: bool,
    /// The revisions that it stands on; the first of them is the one that is shown. A new revision names them all.
    pub heads: Vec<RevisionId>,
    /// Who logged it.
    pub by: PersonId,
    /// On what.
    pub device: DeviceId,
    /// Who changed it last, when it was changed.
    pub changed_by: Option<PersonId>,
    /// What its reader should know of it.
    pub marks: Vec<Mark>,
}

/// Something odd about an entry. It is told, never a reason to refuse.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// The clock of the device was so much ahead (negative: behind).
    Clock {
        /// Milliseconds.
        ahead_ms: i64,
    },
    /// Two people changed it without seeing each other's change; both are kept.
    ChangedApart,
}

impl Entry {
    /// Its kind.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.content.body.kind()
    }
}
