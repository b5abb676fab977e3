//! One entry: what it says, who logged it, what should be known of it, and what it said before.

use care::record::entry::{Entry, Mark};
use care::record::moment::Moment;
use care::record::revision::Received;

use super::{Reader, said};
use crate::view::log::Version;

/// Who logged it and its marks, in words.
#[must_use]
pub fn notes(entry: &Entry, reader: &Reader) -> Vec<String> {
    let words = reader.words;
    let by = |id: &str, person| words.say_one(id, "name", &reader.name(person));
    let mut notes = Vec::new();
    if entry.by != reader.person.id {
        notes.push(by("log-said-by", entry.by));
    }
    notes.extend(entry.changed_by.filter(|who| *who != entry.by).map(|who| by("log-said-changed", who)));
    notes.extend(entry.marks.iter().map(|mark| mark_said(mark, reader)));
    notes
}

fn mark_said(mark: &Mark, reader: &Reader) -> String {
    match mark {
        Mark::ChangedApart => reader.words.say("log-said-apart"),
        Mark::Clock { ahead_ms } => {
            let id = if *ahead_ms > 0 { "log-said-ahead" } else { "log-said-behind" };
            let seconds = u32::try_from(ahead_ms.saturating_abs() / 1_000).unwrap_or(u32::MAX);
            reader.words.say_one(id, "value", &said::long(seconds, reader))
        }
    }
}

/// Versions of an entry in words.
#[must_use]
pub fn version(received: &Received, reader: &Reader) -> Version {
    let revision = &received.revision;
    let at = Moment::in_zone(received.made_ms(), reader.zone);
    let when = format!("{} {}", reader.date(at.day()), reader.clock(&at));
    Version {
        id: revision.id.to_string(),
        by: reader.words.say_with("log-entry-was", &[("at", &when), ("name", &reader.name(received.by))]),
        said: said::content(&revision.content, reader),
        binned: revision.binned,
    }
}
