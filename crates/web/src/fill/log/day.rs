//! A day as lines: entries, and the hours of which nobody logged anything.

use std::collections::BTreeMap;

use care::record::day::{self, Day};
use care::record::entry::Entry;
use care::record::id::EntryId;
use care::record::moment::Moment;
use care::record::sum::Sum;
use care::record::twice;
use jiff::civil::Date;

use super::{Reader, entry, said};
use crate::record::forms;
use crate::view::log::{Row, Said};

/// So long without an entry is told.
const GAP_MS: i64 = 4 * 60 * 60 * 1_000;

/// The lines of a day, newest first.
#[must_use]
pub fn rows(entries: &[Entry], day: Date, only: Option<&str>, reader: &Reader) -> Vec<Row> {
    let day = Day::of(entries, day, reader.zone, GAP_MS, reader.now_ms);
    let pairs = twice::pairs(entries);
    let by_id: BTreeMap<EntryId, &Entry> = entries.iter().map(|one| (one.id, one)).collect();
    let mut rows = Vec::new();
    for row in &day.rows {
        match row {
            day::Row::Gap { from_ms, to_ms } if only.is_none() => rows.push(gap(*from_ms, *to_ms, reader)),
            day::Row::Gap { .. } => {}
            day::Row::Entry(one) if only.is_some_and(|kind| kind != one.kind().name()) => {}
            day::Row::Entry(one) => {
                let pair = pairs.iter().find(|(first, _)| *first == one.id);
                let other = pair.and_then(|(_, second)| by_id.get(second).copied());
                rows.push(of_entry(one, other, reader));
            }
        }
    }
    rows
}

/// A line for an entry; `other` may be the same feed.
#[must_use]
pub fn of_entry(one: &Entry, other: Option<&Entry>, reader: &Reader) -> Row {
    let mut said = said::said(one, reader);
    said.small.extend(entry::notes(one, reader));
    if let Some(other) = other {
        let values = [
            ("first", reader.name_first(one.by)),
            ("second", reader.name(other.by)),
            ("one", reader.clock(&one.at)),
            ("two", reader.clock(&other.at)),
        ];
        let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
        said.small.push(reader.words.say_with("log-day-twice", &values));
    }
    Row {
        clock: reader.clock(&one.at),
        date: String::new(),
        icon: icon(one),
        href: format!("/entry/{}", one.id),
        said,
        waits: false,
        other: other.map(|other| other.id.to_string()).unwrap_or_default(),
    }
}

/// A line in a list of many days.
#[must_use]
pub fn dated(one: &Entry, reader: &Reader) -> Row {
    Row { date: reader.date(one.at.day()), ..of_entry(one, None, reader) }
}

fn icon(one: &Entry) -> &'static str {
    forms::of_kind(one.kind()).icon
}

fn gap(from_ms: i64, to_ms: i64, reader: &Reader) -> Row {
    let clock = |at_ms: i64| reader.clock(&Moment::in_zone(at_ms, reader.zone));
    let text = reader.words.say_with("log-day-gap", &[("from", &clock(from_ms)), ("to", &clock(to_ms))]);
    Row {
        clock: String::new(),
        date: String::new(),
        icon: "",
        href: String::new(),
        said: Said { head: Vec::new(), small: vec![text] },
        waits: false,
        other: String::new(),
    }
}

/// What a day adds up to; of today the last 24 hours.
#[must_use]
pub fn sums(entries: &[Entry], day: Date, today: bool, reader: &Reader) -> String {
    let of_day = || Day::of(entries, day, reader.zone, GAP_MS, reader.now_ms).sums;
    let by_subject = if today { day::last_24h(entries, reader.now_ms) } else { of_day() };
    let total = |wanted: Sum| {
        let of = by_subject.iter().filter(|((_, sum), _)| *sum == wanted).map(|(_, amount)| *amount);
        of.fold(0_i64, i64::saturating_add)
    };
    let words = reader.words;
    let count = |id: &str, sum: Sum| {
        let count = usize::try_from(total(sum)).unwrap_or_default();
        (count > 0).then(|| words.say_count(id, count))
    };
    let ml = |id: &str, sum: Sum| {
        (total(sum) > 0).then(|| words.say_one(id, "value", &((total(sum) + 500) / 1_000).to_string()))
    };
    let slept_s = u32::try_from(total(Sum::SleepS)).unwrap_or_default();
    let slept = (slept_s > 0).then(|| words.say_one("log-day-sleep", "value", &said::long(slept_s, reader)));
    let parts = [
        count("log-day-feeds", Sum::Feeds),
        ml("log-day-bottles", Sum::BottleUl),
        ml("log-day-pumped", Sum::PumpUl),
        count("log-day-wet", Sum::Wet),
        count("log-day-dirty", Sum::Dirty),
        slept,
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let date = reader.date(day);
    if parts.is_empty() {
        let any = entries.iter().any(|one| !one.binned && one.at.day() == day);
        return if any { date } else { words.say_one("log-day-nothing", "date", &date) };
    }
    let id = if today { "log-day-last" } else { "log-day-sums" };
    words.say_with(id, &[("date", &date), ("sums", &parts.join(", "))])
}
