//! A day as it is looked at: its entries, the hours of which nobody logged anything, and what it adds up to.

use std::collections::BTreeMap;

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::body::Body;
use super::entry::Entry;
use super::revision::Subject;
use super::sum::{Sum, added_by};

/// Sums of each subject.
pub type Sums = BTreeMap<(Subject, Sum), i64>;

/// A day of 24 hours, whatever the clocks do.
const DAY_MS: i64 = 24 * 3_600_000;
/// What lies further ahead than clocks are wrong was typed with a slip, and is not of the last 24 hours.
const AHEAD_MS: i64 = 10 * 60_000;

/// A line of a day, newest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row<'e> {
    /// An entry.
    Entry(&'e Entry),
    /// Nothing logged from here to there, milliseconds since 1970. That is not to say that nothing was.
    Gap {
        /// From.
        from_ms: i64,
        /// To.
        to_ms: i64,
    },
}

/// One local day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Day<'e> {
    /// Which.
    pub day: Date,
    /// What to show, newest first.
    pub rows: Vec<Row<'e>>,
    /// What its entries add up to.
    pub sums: Sums,
}

impl<'e> Day<'e> {
    /// A day of a household whose home is in `zone`, as it is at `now_ms`. An hour without an entry is told when it is one of at least
    /// `gap_ms` together. An entry belongs to the day that was on the wall where it was made.
    #[must_use]
    pub fn of(entries: &'e [Entry], day: Date, zone: &str, gap_ms: i64, now_ms: i64) -> Self {
        let mut found: Vec<&Entry> = entries.iter().filter(|entry| !entry.binned && entry.at.day() == day).collect();
        found.sort_by_key(|entry| (entry.at.at_ms, entry.id));
        let home = |entry: Option<&&'e Entry>| entry.map_or(zone, |entry| entry.at.zone.as_str()).to_owned();
        // A day of travel begins where it began and ends where it ended.
        let from_ms = bounds(day, &home(found.first())).map(|(from_ms, _)| from_ms);
        let to_ms = bounds(day, &home(found.last())).map(|(_, to_ms)| to_ms.min(now_ms));
        let sums = sums(found.iter().copied());
        let mut rows = Vec::new();
        let mut covered_ms = from_ms;
        let gap = |covered_ms: Option<i64>, to_ms: i64| {
            let from_ms = covered_ms.filter(|from_ms| to_ms.saturating_sub(*from_ms) >= gap_ms && to_ms > *from_ms)?;
            Some(Row::Gap { from_ms, to_ms })
        };
        for entry in found {
            rows.extend(gap(covered_ms, entry.at.at_ms));
            rows.push(Row::Entry(entry));
            covered_ms = covered_ms.max(Some(end_ms(entry, now_ms)));
        }
        rows.extend(to_ms.and_then(|to_ms| gap(covered_ms, to_ms)));
        rows.reverse();
        Self { day, rows, sums }
    }
}

/// When a local day begins and when the next one does, milliseconds since 1970: 23 to 25 hours. An unknown zone is UTC.
#[must_use]
pub fn bounds(day: Date, zone: &str) -> Option<(i64, i64)> {
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    let begins_ms =
        |day: Date| Some(day.to_zoned(zone.clone()).ok()?.start_of_day().ok()?.timestamp().as_millisecond());
    Some((begins_ms(day)?, begins_ms(day.tomorrow().ok()?)?))
}

/// What was logged in the 24 hours until now adds up to this.
#[must_use]
pub fn last_24h(entries: &[Entry], now_ms: i64) -> Sums {
    let (from_ms, to_ms) = (now_ms.saturating_sub(DAY_MS), now_ms.saturating_add(AHEAD_MS));
    sums(entries.iter().filter(|entry| entry.at.at_ms > from_ms && entry.at.at_ms <= to_ms))
}

fn sums<'e>(entries: impl Iterator<Item = &'e Entry>) -> Sums {
    let mut sums = Sums::new();
    for entry in entries {
        for (sum, amount) in added_by(entry) {
            let so_far = sums.entry((entry.content.subject, sum)).or_insert(0);
            *so_far = so_far.saturating_add(amount);
        }
    }
    sums
}

/// Until when an entry tells of: what lasts covers its time, what is still going on covers it until now.
fn end_ms(entry: &Entry, now_ms: i64) -> i64 {
    let (open, said_ms) = match &entry.content.body {
        Body::Feed(feed) => (feed.timed.open, feed.timed.end_ms),
        Body::Pump(pump) => (pump.timed.open, pump.timed.end_ms),
        Body::Sleep(sleep) => (sleep.open, sleep.end_ms),
        _ => (false, None),
    };
    let moved_ms = entry.at.at_ms.saturating_sub(entry.content.at.at_ms);
    let end_ms = if open { Some(now_ms) } else { said_ms.map(|end_ms| end_ms.saturating_add(moved_ms)) };
    end_ms.unwrap_or(entry.at.at_ms).max(entry.at.at_ms)
}
