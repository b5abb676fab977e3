//! Who reads what of hers: the one place that every page, phone and export asks before it shows entries to somebody else.
//!
//! What may not be seen is taken out here, and what is seen is written into its owner's log first. A log that could not be written shows nothing.

use std::collections::HashSet;
use std::sync::{Mutex, PoisonError};

use care::record::body::Kind;
use care::record::entry::Entry;
use care::record::household::{Household, Person};
use care::record::id::{HouseholdId, PersonId};
use care::record::revision::Subject;
use care::record::role::{Act, private_group};
use store::{Fault, access};

use super::Record;
use super::member::Member;

const HOUR_MS: i64 = 60 * 60 * 1_000;
const DAY_MS: i64 = 24 * HOUR_MS;
/// So many rows of an hour are remembered; then they are written again, which changes nothing.
const REMEMBERED: usize = 10_000;

/// A row of the log: household, owner, reader, kind.
type Line = (HouseholdId, PersonId, PersonId, Kind);

/// What was written in this hour: the same page again is no write.
#[derive(Debug, Default)]
pub struct Noted {
    hour: Mutex<(i64, HashSet<Line>)>,
}

impl Noted {
    fn news(&self, lines: HashSet<Line>, hour: i64) -> Vec<Line> {
        let mut noted = self.hour.lock().unwrap_or_else(PoisonError::into_inner);
        if noted.0 != hour || noted.1.len() > REMEMBERED {
            *noted = (hour, HashSet::new());
        }
        lines.into_iter().filter(|line| !noted.1.contains(line)).collect()
    }

    fn written(&self, lines: Vec<Line>, hour: i64) {
        let mut noted = self.hour.lock().unwrap_or_else(PoisonError::into_inner);
        if noted.0 == hour {
            noted.1.extend(lines);
        }
    }
}

/// Whether a person may see an entry: by her role, by what its owner shares, and by its age for who sees today only. What she logged herself
/// she sees whatever its age.
#[must_use]
pub fn may_see(
    household: &Household,
    reader: &Person,
    subject: Subject,
    kind: Kind,
    by: PersonId,
    at_ms: i64,
    now_ms: i64,
) -> bool {
    let is_old = others_from_ms(reader, now_ms).is_some_and(|from_ms| at_ms <= from_ms);
    household.may_see(reader, subject, kind) && (!is_old || by == reader.id)
}

/// What others logged at this instant or before it is too old for who sees today only, milliseconds since 1970; none: she sees all of it.
#[must_use]
pub fn others_from_ms(reader: &Person, now_ms: i64) -> Option<i64> {
    (!reader.role.may(Act::SeeAll)).then_some(now_ms - DAY_MS)
}

/// The same of an entry and a member.
#[must_use]
pub fn sees(reader: &Member, one: &Entry, now_ms: i64) -> bool {
    may_see(&reader.household, &reader.person, one.content.subject, one.kind(), one.by, one.at.at_ms, now_ms)
}

/// The entries that this member may see; that she did is in their owners' logs when this returns.
///
/// # Errors
/// What the store says; then nothing may be shown.
pub async fn shown(record: &Record, reader: &Member, entries: Vec<Entry>, now_ms: i64) -> Result<Vec<Entry>, Fault> {
    let seen: Vec<Entry> = entries.into_iter().filter(|one| sees(reader, one, now_ms)).collect();
    note(record, reader, seen.iter().map(|one| (one.content.subject, one.kind())), now_ms).await?;
    Ok(seen)
}

/// Writes down that this member is about to be shown entries of these subjects and kinds. Her own, and what is nobody's own, is not written.
///
/// # Errors
/// What the store says; then nothing may be shown.
pub async fn note(
    record: &Record,
    reader: &Member,
    entries: impl IntoIterator<Item = (Subject, Kind)>,
    now_ms: i64,
) -> Result<(), Fault> {
    let (household, person) = (reader.household.id, reader.person.id);
    let line = |(subject, kind): (Subject, Kind)| match subject {
        Subject::Parent(owner) if owner != person && private_group(kind).is_some() => {
            Some((household, owner, person, kind))
        }
        _ => None,
    };
    let hour = now_ms.div_euclid(HOUR_MS);
    let news = record.noted().news(entries.into_iter().filter_map(line).collect(), hour);
    if news.is_empty() {
        return Ok(());
    }
    let lines = news.clone();
    record
        .write(move |tx| {
            lines
                .iter()
                .try_for_each(|(home, owner, reader, kind)| access::note(tx, *home, *owner, *reader, *kind, now_ms))
        })
        .await?;
    record.noted().written(news, hour);
    Ok(())
}
