//! An invented record that ends now: its last feed was two hours ago, and nothing in it has yet to happen.

use std::collections::HashSet;

use care::record::body::Kind;
use care::record::entry::Entry;
use care::record::id::EntryId;
use care::record::moment::Moment;
use care::record::revision::{Content, Received};
use jiff::ToSpan;

use super::diary::{end_ms, shifted};
use super::{Export, Invented};

/// So long ago the last feed began; a correction that is yet to be made may have it some minutes off.
const LAST_FEED_MS: i64 = 2 * 60 * 60 * 1_000;

/// Invents so many days up to an instant, milliseconds since 1970. The rhythm of its days is moved by less than the time between two feeds.
#[must_use]
pub fn present(seed: u64, days: u32, now_ms: i64, zone: &str) -> Export {
    let start = Moment::in_zone(now_ms, zone).day().saturating_sub(i64::from(days).days());
    let days = days.saturating_add(1);
    let mut export = Invented { seed, start, days, zone: zone.to_owned() }.household();
    let entries = export.entries();
    let feeds = || entries.iter().filter(|entry| entry.kind() == Kind::Feed);
    let feed_ms = now_ms - LAST_FEED_MS;
    let last_ms = feeds().map(|feed| feed.at.at_ms).filter(|at_ms| *at_ms <= feed_ms).max().unwrap_or(feed_ms);
    let later = ids(feeds().filter(|feed| feed.at.at_ms > last_ms));
    let revisions = export.revisions.into_iter().map(|one| moved(one, feed_ms - last_ms));
    export.revisions =
        revisions.filter(|one| one.made_ms() <= now_ms && !later.contains(&one.revision.entry)).collect();
    let ahead = ids(export.entries().iter().filter(|entry| over_ms(entry) > now_ms));
    export.revisions.retain(|one| !ahead.contains(&one.revision.entry));
    export
}

fn ids<'e>(entries: impl Iterator<Item = &'e Entry>) -> HashSet<EntryId> {
    entries.map(|entry| entry.id).collect()
}

/// When it was over, or was, if it took no time.
fn over_ms(entry: &Entry) -> i64 {
    end_ms(&entry.content).unwrap_or(entry.at.at_ms).max(entry.at.at_ms)
}

/// The same, later.
fn moved(mut one: Received, by_ms: i64) -> Received {
    let Content { subject, at, body, note } = one.revision.content;
    one.revision.content = Content { subject, at: at.later_ms(by_ms), body: shifted(body, by_ms), note };
    one.revision.made_at_ms = one.revision.made_at_ms.saturating_add(by_ms);
    one
}
