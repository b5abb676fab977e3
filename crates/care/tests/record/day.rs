//! Local days: in the nights when clocks change, on a flight over the date line, and with hours of which nothing is known.

use care::record::body::{Body, Nappy, Side, Sleep, Timed};
use care::record::day::{Day, Row, bounds, last_24h};
use care::record::entry::Entry;
use care::record::id::EntryId;
use care::record::moment::Moment;
use care::record::revision::Subject;
use care::record::sum::Sum;
use jiff::civil::Date;

use crate::world::{ANA, BEN, DAY_MS, HOUR_MS, MINUTE_MS, NOA, NOW_MS, ZONE, entry, feed};

const NEVER_MS: i64 = i64::MAX;

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn wet(number: u128, at_ms: i64, zone: &str) -> Entry {
    let mut logged =
        entry(number, ANA, Subject::Baby(NOA), at_ms, Body::Nappy(Nappy { wet: true, ..Nappy::default() }));
    logged.at = Moment::in_zone(at_ms, zone);
    logged.content.at = logged.at.clone();
    logged
}

/// A wet nappy every so often, from an instant up to another.
fn walk(from_ms: i64, to_ms: i64, every_ms: i64, zone: &str) -> Vec<Entry> {
    let count = usize::try_from((to_ms - from_ms) / every_ms).unwrap();
    let times = (0..).map(|step| from_ms + step * every_ms).take(count);
    times.map(|at_ms| wet(u128::try_from(at_ms).unwrap(), at_ms, zone)).collect()
}

fn wets(entries: &[Entry], date: &str) -> i64 {
    let seen = Day::of(entries, day(date), ZONE, NEVER_MS, NEVER_MS);
    seen.sums.get(&(Subject::Baby(NOA), Sum::Wet)).copied().unwrap_or(0)
}

#[test]
fn every_half_hour_of_a_night_when_clocks_change_belongs_to_one_day() {
    for (zone, before, date, after, minutes) in [
        ("Europe/London", "2026-03-28", "2026-03-29", "2026-03-30", 23 * 60),
        ("Europe/London", "2026-10-24", "2026-10-25", "2026-10-26", 25 * 60),
        ("America/New_York", "2026-03-07", "2026-03-08", "2026-03-09", 23 * 60),
        ("America/New_York", "2026-10-31", "2026-11-01", "2026-11-02", 25 * 60),
        ("Australia/Lord_Howe", "2026-10-03", "2026-10-04", "2026-10-05", 23 * 60 + 30),
        ("Australia/Lord_Howe", "2026-04-04", "2026-04-05", "2026-04-06", 24 * 60 + 30),
    ] {
        let (from_ms, to_ms) = bounds(day(date), zone).unwrap();
        assert_eq!((to_ms - from_ms) / MINUTE_MS, minutes, "{zone} {date}");
        let (first_ms, _) = bounds(day(before), zone).unwrap();
        let (_, last_ms) = bounds(day(after), zone).unwrap();
        let entries = walk(first_ms, last_ms, 30 * MINUTE_MS, zone);
        let found = [before, date, after].map(|date| wets(&entries, date));
        assert_eq!(found, [48, minutes / 30, 48], "{zone} {date}");
    }
}

fn at(text: &str) -> i64 {
    text.parse::<jiff::Timestamp>().unwrap().as_millisecond()
}

#[test]
fn a_flight_to_the_east_over_the_date_line_lives_one_day_twice() {
    let arrival_ms = at("2026-06-10T17:00:00Z");
    let mut entries = walk(at("2026-06-09T12:00:00Z"), arrival_ms, HOUR_MS, "Pacific/Auckland");
    entries.extend(walk(arrival_ms, at("2026-06-12T10:00:00Z"), HOUR_MS, "Pacific/Honolulu"));
    // The tenth: all of it in Auckland, then from seven in the morning in Honolulu. The eleventh had begun on board for five hours.
    assert_eq!(["2026-06-10", "2026-06-11"].map(|date| wets(&entries, date)), [24 + 17, 5 + 24]);
    let seen = Day::of(&entries, day("2026-06-10"), ZONE, 2 * HOUR_MS, NEVER_MS);
    let times: Vec<i64> = seen
        .rows
        .iter()
        .map(|row| match row {
            Row::Entry(entry) => entry.at.at_ms,
            Row::Gap { to_ms, .. } => *to_ms,
        })
        .collect();
    assert!(times.is_sorted_by(|newer, older| newer >= older), "newest first, by the instant and not by the wall");
}

#[test]
fn a_flight_to_the_west_over_the_date_line_misses_hours_and_no_entry() {
    let arrival_ms = at("2026-06-11T09:00:00Z");
    let mut entries = walk(at("2026-06-10T10:00:00Z"), arrival_ms, HOUR_MS, "Pacific/Honolulu");
    entries.extend(walk(arrival_ms, at("2026-06-12T12:00:00Z"), HOUR_MS, "Pacific/Auckland"));
    assert_eq!(["2026-06-10", "2026-06-11", "2026-06-12"].map(|date| wets(&entries, date)), [23, 3, 24]);
    assert_eq!(entries.len(), 50);
}

fn shape(seen: &Day) -> Vec<String> {
    let (begin_ms, _) = bounds(seen.day, ZONE).unwrap();
    let hours = |at_ms: i64| (at_ms - begin_ms) / HOUR_MS;
    let row = |row: &Row| match row {
        Row::Entry(entry) => format!("{}", hours(entry.at.at_ms)),
        Row::Gap { from_ms, to_ms } => format!("nothing {} to {}", hours(*from_ms), hours(*to_ms)),
    };
    seen.rows.iter().map(row).collect()
}

fn begin_ms() -> i64 {
    bounds(day("2026-11-20"), ZONE).unwrap().0
}

fn hour(hour: i64) -> Entry {
    wet(u128::try_from(hour).unwrap() + 1, begin_ms() + hour * HOUR_MS, ZONE)
}

#[test]
fn hours_without_an_entry_are_told_from_so_many_on_also_at_both_ends() {
    let entries = [hour(6), hour(9), hour(14), hour(18)];
    let seen = |now_hour: i64| {
        shape(&Day::of(&entries, day("2026-11-20"), ZONE, 5 * HOUR_MS, begin_ms() + now_hour * HOUR_MS))
    };
    assert_eq!(seen(48), ["nothing 18 to 24", "18", "14", "nothing 9 to 14", "9", "6", "nothing 0 to 6"]);
    assert_eq!(seen(20), ["18", "14", "nothing 9 to 14", "9", "6", "nothing 0 to 6"], "what is to come is no gap");
}

#[test]
fn a_day_without_an_entry_is_one_gap_and_a_day_to_come_is_none() {
    let on =
        |now_hour: i64| shape(&Day::of(&[], day("2026-11-20"), ZONE, 5 * HOUR_MS, begin_ms() + now_hour * HOUR_MS));
    assert_eq!(on(30), ["nothing 0 to 24"]);
    assert_eq!(on(7), ["nothing 0 to 7"]);
    assert!(on(-3).is_empty());
}

#[test]
fn a_sleep_covers_its_hours_and_what_still_runs_covers_them_until_now() {
    let slept =
        |end_ms, open| entry(1, ANA, Subject::Baby(NOA), begin_ms() + 2 * HOUR_MS, Body::Sleep(Sleep { end_ms, open }));
    let seen =
        |entries: &[Entry]| shape(&Day::of(entries, day("2026-11-20"), ZONE, 3 * HOUR_MS, begin_ms() + 12 * HOUR_MS));
    let over = slept(Some(begin_ms() + 8 * HOUR_MS), false);
    assert_eq!(seen(&[over.clone(), hour(9)]), ["nothing 9 to 12", "9", "2"]);
    assert_eq!(seen(&[over]), ["nothing 8 to 12", "2"]);
    assert_eq!(seen(&[slept(None, true)]), ["2"]);
}

#[test]
fn what_is_binned_is_in_no_day() {
    let mut binned = hour(6);
    binned.binned = true;
    assert_eq!(wets(&[binned, hour(7)], "2026-11-20"), 1);
}

#[test]
fn the_last_24_hours_are_24_hours_also_over_a_change_of_clocks() {
    // Three in the afternoon of the day with 25 hours: 24 hours ago it was four.
    let now_ms = at("2026-10-25T15:00:00Z");
    let entries = [
        wet(1, now_ms - DAY_MS, ZONE),
        wet(2, now_ms - DAY_MS + 1, ZONE),
        wet(3, now_ms, ZONE),
        wet(4, now_ms + HOUR_MS, ZONE),
    ];
    assert_eq!(last_24h(&entries, now_ms).get(&(Subject::Baby(NOA), Sum::Wet)), Some(&2));
}

#[test]
fn sums_are_of_each_by_itself() {
    let timed = Timed { left_s: 600, last_side: Some(Side::Left), ..Timed::default() };
    let mut other = feed(2, BEN, NOW_MS, timed.clone());
    other.content.subject = Subject::Parent(BEN);
    let entries = [feed(1, ANA, NOW_MS, timed.clone()), other, feed(3, ANA, NOW_MS + 1, timed)];
    let sums = last_24h(&entries, NOW_MS + 1);
    assert_eq!(sums.get(&(Subject::Baby(NOA), Sum::FeedLeftS)), Some(&1_200));
    assert_eq!(sums.get(&(Subject::Parent(BEN), Sum::Feeds)), Some(&1));
    assert_eq!(entries[0].id, EntryId(uuid::Uuid::from_u128(1)));
}
