//! A table a kind, for spreadsheets and people: one row an entry as it stands, every amount as it was typed with its unit beside it.

use care::record::body::Kind;
use care::record::entry::{Entry, Mark};
use care::record::household::{BabyState, Household};
use care::record::id::PersonId;
use care::record::moment::Moment;
use care::record::revision::Subject;

use super::cell::line;
use super::column::{Columns, blank, of_body};

/// What stands before the columns of a kind.
const BEFORE: [&str; 9] =
    ["entry", "subject_kind", "subject", "subject_name", "local_date", "local_time", "utc_offset", "zone", "utc"];
/// What stands after them.
const AFTER: [&str; 4] = ["author", "changed_by", "note", "marks"];

/// The table of a kind, the oldest entry first. What is in the bin is left out.
///
/// Rows of a baby that died are there only with `include_died`: a table is opened by people. The JSON lines have them always.
#[must_use]
pub fn csv(kind: Kind, household: &Household, entries: &[Entry], include_died: bool) -> String {
    let shown = |entry: &&Entry| {
        entry.kind() == kind && !entry.binned && (include_died || !has_died(household, entry.content.subject))
    };
    let mut rows: Vec<&Entry> = entries.iter().filter(shown).collect();
    rows.sort_by_key(|entry| (entry.at.at_ms, entry.id));
    let mut table = head(kind);
    table.extend(rows.into_iter().map(|entry| row(household, entry)));
    table
}

fn has_died(household: &Household, subject: Subject) -> bool {
    let Subject::Baby(id) = subject else { return false };
    household.babies.iter().any(|baby| baby.id == id && baby.state == BabyState::Died)
}

fn head(kind: Kind) -> String {
    let own = of_body(&blank(kind), &|_| None);
    line(BEFORE.into_iter().chain(own.0.iter().map(|(name, _)| *name)).chain(AFTER))
}

fn row(household: &Household, entry: &Entry) -> String {
    let content = &entry.content;
    let (subject_kind, subject, name) = subject(household, content.subject);
    let clock = clock(&entry.at);
    // What the device's clock was wrong is wrong in all that it timed.
    let at = |at_ms: i64| Some(entry.at.later_ms(at_ms.saturating_sub(content.at.at_ms)));
    let Columns(own) = of_body(&content.body, &at);
    let author = person(household, entry.by);
    let changed_by = entry.changed_by.map(|id| person(household, id)).unwrap_or_default();
    let marks = entry.marks.iter().map(mark).collect::<Vec<_>>().join(" ");
    let id = entry.id.to_string();
    let before =
        [id.as_str(), subject_kind, &subject, &name, &clock[0], &clock[1], &clock[2], &entry.at.zone, &clock[3]];
    let own = own.iter().map(|(_, cell)| cell.as_str());
    line(before.into_iter().chain(own).chain([author.as_str(), &changed_by, &content.note, &marks]))
}

fn subject(household: &Household, subject: Subject) -> (&'static str, String, String) {
    match subject {
        Subject::Parent(id) => ("parent", id.to_string(), person(household, id)),
        Subject::Baby(id) => {
            let baby = household.babies.iter().find(|baby| baby.id == id);
            ("baby", id.to_string(), baby.map(|baby| baby.name.clone()).unwrap_or_default())
        }
    }
}

/// Her name. Somebody whom the household does not know is told by her id.
fn person(household: &Household, id: PersonId) -> String {
    household.person(id).map_or_else(|| id.to_string(), |person| person.name.clone())
}

fn mark(mark: &Mark) -> String {
    match mark {
        Mark::Clock { ahead_ms } => format!("clock_ahead_ms={ahead_ms}"),
        Mark::ChangedApart => "changed_apart".to_owned(),
    }
}

/// Local date, local time, what it is ahead of UTC, and the instant in UTC.
///
/// The offset has `UTC` before it, so that a spreadsheet leaves it alone.
pub(super) fn clock(moment: &Moment) -> [String; 4] {
    let wall = moment.on_the_wall();
    let offset_s = wall.offset().seconds();
    let (sign, ahead_s) = (if offset_s < 0 { '-' } else { '+' }, offset_s.abs());
    let offset = format!("UTC{sign}{:02}:{:02}", ahead_s / 3_600, ahead_s / 60 % 60);
    let time = wall.time();
    let time = format!("{:02}:{:02}:{:02}", time.hour(), time.minute(), time.second());
    [wall.date().to_string(), time, offset, format!("{:.3}", wall.timestamp())]
}
