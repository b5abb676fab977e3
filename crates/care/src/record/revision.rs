//! Savings of an entry, and how an entry is made of them.

use serde::{Deserialize, Serialize};

use super::body::Body;
use super::entry::{Entry, Mark};
use super::id::{BabyId, DeviceId, EntryId, PersonId, RevisionId};
use super::moment::Moment;

/// Of whom an entry speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// A parent.
    Parent(PersonId),
    /// A baby.
    Baby(BabyId),
}

/// All that an entry says. Every revision carries it whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// Of whom.
    pub subject: Subject,
    /// When it was or began, as typed or as the device's clock had it.
    pub at: Moment,
    /// What.
    #[serde(flatten)]
    pub body: Body,
    /// Words beside it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// One saving, as a device made it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Revision {
    /// Its id: the same revision sent twice is one.
    pub id: RevisionId,
    /// The entry.
    pub entry: EntryId,
    /// The revisions that its writer saw as the present ones; none for the first. What it names is replaced by it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bases: Vec<RevisionId>,
    /// When it was made, by the clock of the device.
    pub made_at_ms: i64,
    /// In the bin from now on; a later revision takes it out again.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub binned: bool,
    /// What the entry says from now on.
    pub content: Content,
}

/// A revision as it was taken in: who sent it, and how wrong the clock of the device was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Received {
    /// What was sent.
    pub revision: Revision,
    /// Who wrote it.
    pub by: PersonId,
    /// On what.
    pub device: DeviceId,
    /// What the device's clock was ahead of the server's when it sent this, in milliseconds. Zero until it has been sent.
    pub skew_ms: i64,
}

/// A clock that is less wrong than this is right: phones and networks are not better.
pub const SKEW_NOTICED_MS: i64 = 90_000;

impl Received {
    /// How far to move what this device's clock said.
    #[must_use]
    pub fn correction_ms(&self) -> i64 {
        if self.skew_ms.saturating_abs() < SKEW_NOTICED_MS { 0 } else { self.skew_ms.saturating_neg() }
    }

    /// When it was made, by the server's clock.
    #[must_use]
    pub fn made_ms(&self) -> i64 {
        self.revision.made_at_ms.saturating_add(self.correction_ms())
    }
}

/// The entry that its revisions make; nothing of none.
///
/// A revision is replaced by another that names it as a base. What nobody replaced is a *head*. One head is the rule; two mean that two people
/// changed the entry without seeing each other. Then one that is not in the bin wins over one that is, the later made over the earlier, and
/// the entry says that there is another: none of them is lost. The order of `revisions` does not matter, nor how often one is there.
///
/// The time is corrected by the clock of the device that set it: a note added on a phone whose clock is wrong moves nothing.
#[must_use]
pub fn fold(revisions: &[Received]) -> Option<Entry> {
    let heads = heads(revisions);
    let head = heads.first()?;
    let first = revisions.iter().min_by_key(|one| (one.made_ms(), one.revision.id))?;
    let Revision { entry: id, binned, content, .. } = head.revision.clone();
    let same_time = revisions.iter().filter(|one| one.revision.content.at == content.at);
    let timed_by = same_time.min_by_key(|one| (one.made_ms(), one.revision.id))?;
    let mut marks = Vec::new();
    if timed_by.correction_ms() != 0 {
        marks.push(Mark::Clock { ahead_ms: timed_by.skew_ms });
    }
    if heads.len() > 1 {
        marks.push(Mark::ChangedApart);
    }
    Some(Entry {
        id,
        at: content.at.later_ms(timed_by.correction_ms()),
        content,
        binned,
        heads: heads.iter().map(|head| head.revision.id).collect(),
        by: first.by,
        device: first.device,
        changed_by: (head.revision.id != first.revision.id).then_some(head.by),
        marks,
    })
}

/// What nobody replaced, the one that is shown first. Revisions that only replace each other in a ring, which no phone of ours makes, are all
/// heads: an entry is never lost to odd bases.
fn heads(revisions: &[Received]) -> Vec<&Received> {
    let replaced = |one: &Received| {
        let id = one.revision.id;
        revisions.iter().any(|other| other.revision.id != id && other.revision.bases.contains(&id))
    };
    let mut heads: Vec<&Received> = revisions.iter().filter(|one| !replaced(one)).collect();
    if heads.is_empty() {
        heads.extend(revisions);
    }
    heads.sort_by_key(|head| (head.revision.binned, std::cmp::Reverse((head.made_ms(), head.revision.id))));
    heads.dedup_by_key(|head| head.revision.id);
    heads
}

impl Subject {
    /// As it stands in the store: `parent:ID`, `baby:ID`.
    #[must_use]
    pub fn key(&self) -> String {
        match self {
            Self::Parent(id) => format!("parent:{id}"),
            Self::Baby(id) => format!("baby:{id}"),
        }
    }
}
