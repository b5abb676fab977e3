//! Taking a saving back: one more saving, with what the entry said before. Nothing is destroyed, and an undo can be undone.

use super::id::RevisionId;
use super::revision::{Content, Received, fold};

/// What the saving that takes another one back says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undone {
    /// What it replaces.
    pub bases: Vec<RevisionId>,
    /// Into the bin: there was nothing before.
    pub binned: bool,
    /// What the entry says from then on.
    pub content: Content,
}

/// Takes back a saving of an entry, given all of its savings. Nothing when it no longer stands: what somebody saved after it is not lost by it.
#[must_use]
pub fn undo(received: &[Received], revision: RevisionId) -> Option<Undone> {
    let now = fold(received)?;
    if !now.heads.contains(&revision) {
        return None;
    }
    let rest: Vec<Received> = received.iter().filter(|one| one.revision.id != revision).cloned().collect();
    let (binned, content) = fold(&rest).map_or((true, now.content), |before| (before.binned, before.content));
    Some(Undone { bases: now.heads, binned, content })
}
