//! Taking a batch of revisions back by adding more. Nothing is deleted, so an undo can be taken back in the same way.

use std::collections::{HashMap, HashSet};

use care::record::entry::Entry;
use care::record::id::{DeviceId, EntryId, PersonId, RevisionId};
use care::record::revision::{Received, Revision, fold};

/// Who takes it back, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hand {
    /// The person.
    pub by: PersonId,
    /// What she does it on.
    pub device: DeviceId,
    /// When, milliseconds since 1970.
    pub made_at_ms: i64,
}

/// What takes a batch back.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Undo {
    /// The revisions to add: an entry that the batch brought goes into the bin, one that it changed is again what it was before.
    pub revisions: Vec<Received>,
    /// Entries that somebody changed after the batch. Her change stays.
    pub changed_since: Vec<EntryId>,
}

/// What takes `batch` back. `arrived`: every revision of the household, in the order in which it came. `next_id` gives a new id each time.
#[must_use]
pub fn undo(batch: &[RevisionId], arrived: &[Received], hand: Hand, mut next_id: impl FnMut() -> RevisionId) -> Undo {
    let batch: HashSet<RevisionId> = batch.iter().copied().collect();
    let mut undo = Undo::default();
    for (entry, revisions) in touched(&batch, arrived) {
        let Some(now) = fold(&revisions) else { continue };
        let Some(was) = before(&batch, &revisions) else { continue };
        if (now.binned, &now.content, &now.at) == (was.binned, &was.content, &was.at) {
            continue;
        }
        let first = revisions.iter().position(|one| batch.contains(&one.revision.id)).unwrap_or(0);
        if revisions.iter().skip(first).any(|one| !batch.contains(&one.revision.id)) {
            undo.changed_since.push(entry);
            continue;
        }
        undo.revisions.push(again(was, now.heads, hand, next_id()));
    }
    undo
}

/// The entries of a batch with all of their revisions, in the order in which the batch came to them.
fn touched(batch: &HashSet<RevisionId>, arrived: &[Received]) -> Vec<(EntryId, Vec<Received>)> {
    let mut places: HashMap<EntryId, usize> = HashMap::new();
    let mut entries = Vec::new();
    for received in arrived.iter().filter(|one| batch.contains(&one.revision.id)) {
        let entry = received.revision.entry;
        places.entry(entry).or_insert_with(|| {
            entries.push((entry, Vec::new()));
            entries.len() - 1
        });
    }
    for received in arrived {
        let place = places.get(&received.revision.entry);
        if let Some((_, revisions)) = place.and_then(|at| entries.get_mut(*at)) {
            revisions.push(received.clone());
        }
    }
    entries
}

/// What an entry was before the batch came; what the batch brought goes into the bin as it is.
fn before(batch: &HashSet<RevisionId>, revisions: &[Received]) -> Option<Entry> {
    let earlier = revisions.iter().take_while(|one| !batch.contains(&one.revision.id)).cloned().collect::<Vec<_>>();
    fold(&earlier).or_else(|| fold(revisions).map(|entry| Entry { binned: true, ..entry }))
}

/// A revision that says `was` once more.
///
/// What it says was timed by the clock of the device that said it first. So the revision is one of that clock: what it was wrong is said
/// again, and the entry stands at the same instant as before.
fn again(was: Entry, bases: Vec<RevisionId>, hand: Hand, id: RevisionId) -> Received {
    let ahead_ms = was.content.at.at_ms.saturating_sub(was.at.at_ms);
    let made_at_ms = hand.made_at_ms.saturating_add(ahead_ms);
    let revision = Revision { id, entry: was.id, bases, made_at_ms, binned: was.binned, content: was.content };
    Received { revision, by: hand.by, device: hand.device, skew_ms: ahead_ms }
}
