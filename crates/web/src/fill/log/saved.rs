//! What was saved before on a day's page, and taking it back.

use care::record::entry::Entry;
use care::record::role::Act;
use jiff::civil::Date;

use super::{Reader, said};
use crate::view::log::Saved;

/// What to say of entries that one press has saved, the one it was about first; nothing of none.
#[must_use]
pub fn saved(entries: &[Entry], day: Date, reader: &Reader) -> Option<Saved> {
    let first = entries.first()?;
    let value = said::said(first, reader).plain(reader.words);
    let id = if first.binned { "log-day-binned" } else { "log-day-saved" };
    let savings = entries.iter().map(|one| Some((one.id.to_string(), one.heads.first()?.to_string())));
    let undo = entries.iter().all(|one| takes_back(one, reader)).then(|| savings.flatten().collect());
    Some(Saved {
        text: reader.words.say_one(id, "value", &value),
        undo: undo.unwrap_or_default(),
        day: day.to_string(),
    })
}

/// Taking back the first saving puts an entry into the bin, and taking back that it was put there takes it out: both are for who may bin.
fn takes_back(one: &Entry, reader: &Reader) -> bool {
    let role = reader.person.role;
    let changes = role.may(Act::Log(one.kind())) && (role.may(Act::Change) || one.by == reader.person.id);
    changes && ((one.changed_by.is_some() && !one.binned) || role.may(Act::Bin))
}
