//! The record that ends now, at many hours of the day and of the year.

use std::collections::BTreeMap;

use care::record::body::{Body, Kind};
use care::record::revision::Received;
use exchange::record::invented::present;

const HOUR_MS: i64 = 3_600_000;
/// No correction moves a feed further.
const QUARTER_MS: i64 = HOUR_MS / 4;
/// 2026-03-28 12:00 UTC: the clocks of London go forward in the night after.
const NOON_MS: i64 = 1_774_699_200_000;

#[test]
fn the_last_feed_was_two_hours_ago_and_nothing_has_yet_to_happen() {
    for hour in 0..36 {
        let now_ms = NOON_MS + hour * HOUR_MS + 1_234_567;
        let export = present(7, 20, now_ms, "Europe/London");
        let entries = export.entries();
        let feeds = entries.iter().filter(|entry| entry.kind() == Kind::Feed).map(|entry| entry.at.at_ms);
        let ago_ms = now_ms - feeds.max().unwrap_or(0);
        assert!((ago_ms - 2 * HOUR_MS).abs() <= QUARTER_MS, "hour {hour}: {ago_ms} ms ago");
        for entry in &entries {
            let end_ms = match &entry.content.body {
                Body::Feed(feed) => feed.timed.end_ms,
                Body::Pump(pump) => pump.timed.end_ms,
                Body::Sleep(sleep) => sleep.end_ms,
                _ => None,
            };
            assert!(entry.at.at_ms.max(end_ms.unwrap_or(i64::MIN)) <= now_ms, "hour {hour}: {entry:?}");
        }
        let made = export.revisions.iter().map(Received::made_ms).max();
        assert!(made.is_some_and(|made_ms| made_ms <= now_ms && made_ms > now_ms - 4 * HOUR_MS), "hour {hour}");
    }
}

#[test]
fn it_has_all_its_days_each_with_its_feeds() {
    let export = present(7, 150, NOON_MS, "America/New_York");
    let mut feeds: BTreeMap<String, usize> = BTreeMap::new();
    for entry in export.entries().iter().filter(|entry| entry.kind() == Kind::Feed) {
        *feeds.entry(entry.at.day().to_string()).or_default() += 1;
    }
    let days: Vec<_> = feeds.keys().map(String::as_str).collect();
    assert_eq!((days.first(), days.last()), (Some(&"2025-10-29"), Some(&"2026-03-28")));
    assert_eq!(days.len(), 151);
    assert!(feeds.values().rev().skip(1).take(149).all(|many| (12..=21).contains(many)), "{feeds:?}");
    assert_eq!(export.household.babies[0].born, "2025-10-29");
    assert!(export.household.people.iter().all(|person| person.name.starts_with("Invented")));
}

#[test]
fn the_same_instant_gives_the_same_record() {
    let once = || present(7, 3, NOON_MS, "Europe/London");
    assert_eq!(once(), once());
}
