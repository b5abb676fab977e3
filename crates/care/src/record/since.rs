//! How long ago the last feed was, counted as this household counts, and which side is next.

use super::body::{Body, Feed, Side, Timed};
use super::entry::Entry;
use super::id::EntryId;
use super::revision::Subject;
use super::settings::{Settings, Since};

/// What lies further ahead than clocks are wrong was typed with a slip: it is kept, and is not yet the last feed.
const AHEAD_MS: i64 = 10 * 60_000;

/// The last feed, as the household counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LastFeed {
    /// The entry.
    pub entry: EntryId,
    /// From when it is counted, milliseconds since 1970.
    pub from_ms: i64,
    /// How long ago that is, in milliseconds; never negative.
    pub ago_ms: i64,
    /// It still runs or is paused.
    pub open: bool,
}

/// The side that was last at work, or is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LastSide {
    /// The entry.
    pub entry: EntryId,
    /// The side.
    pub side: Side,
    /// Its seconds in that feed, what runs counted until now.
    pub side_s: u32,
    /// Seconds of the other side in that feed.
    pub other_s: u32,
    /// It runs now.
    pub running: bool,
}

/// The last feed of a baby among the newest entries of the household; none when there is none that counts.
#[must_use]
pub fn last_feed(entries: &[Entry], baby: Subject, settings: &Settings, now_ms: i64) -> Option<LastFeed> {
    let counted = feeds(entries, baby, now_ms).filter(|(_, feed)| settings.count_bottles || !is_bottle_only(feed));
    let one = |(entry, feed): (&Entry, &Feed)| {
        let from_ms = match settings.since {
            Since::Start => entry.at.at_ms,
            Since::End => end_ms(entry, &feed.timed, now_ms),
        };
        LastFeed { entry: entry.id, from_ms, ago_ms: now_ms.saturating_sub(from_ms).max(0), open: feed.timed.open }
    };
    counted.map(one).max_by_key(|last| (last.from_ms, last.entry))
}

/// The side that was last at work at the breast; none before any feed there, or when nobody said which it was.
#[must_use]
pub fn last_side(entries: &[Entry], baby: Subject, now_ms: i64) -> Option<LastSide> {
    let at_breast = feeds(entries, baby, now_ms).filter(|(_, feed)| is_at_breast(&feed.timed));
    // One that runs is the present, whenever it was begun.
    let (entry, feed) =
        at_breast.max_by_key(|(entry, feed)| (feed.timed.running.is_some(), entry.at.at_ms, entry.id))?;
    let timed = &feed.timed;
    let running = timed.running.as_ref().map(|running| running.side);
    let only = match (timed.left_s, timed.right_s) {
        (0, 0) => None,
        (_, 0) => Some(Side::Left),
        (0, _) => Some(Side::Right),
        _ => None,
    };
    let side = running.or(timed.last_side).or(only)?;
    let (left_s, right_s) = timed.elapsed(now_ms);
    let (side_s, other_s) = if side == Side::Left { (left_s, right_s) } else { (right_s, left_s) };
    Some(LastSide { entry: entry.id, side, side_s, other_s, running: running.is_some() })
}

/// The side to begin with: the one that was not last at work; the running one while one runs.
#[must_use]
pub fn next_side(entries: &[Entry], baby: Subject, now_ms: i64) -> Option<Side> {
    last_side(entries, baby, now_ms).map(|last| if last.running { last.side } else { last.side.other() })
}

fn feeds(entries: &[Entry], baby: Subject, now_ms: i64) -> impl Iterator<Item = (&Entry, &Feed)> {
    let until_ms = now_ms.saturating_add(AHEAD_MS);
    entries.iter().filter_map(move |entry| match &entry.content.body {
        Body::Feed(feed) if !entry.binned && entry.content.subject == baby && entry.at.at_ms <= until_ms => {
            Some((entry, feed))
        }
        _ => None,
    })
}

fn is_at_breast(timed: &Timed) -> bool {
    timed.left_s > 0 || timed.right_s > 0 || timed.running.is_some() || timed.last_side.is_some()
}

/// A bottle and nothing at the breast. A feed of which nothing more was said is no bottle.
fn is_bottle_only(feed: &Feed) -> bool {
    !feed.bottles.is_empty() && !is_at_breast(&feed.timed)
}

/// When it ended, milliseconds since 1970: as said; now while it is open; else its start and what was timed.
#[must_use]
pub fn end_ms(entry: &Entry, timed: &Timed, now_ms: i64) -> i64 {
    let start_ms = entry.at.at_ms;
    if timed.open {
        return now_ms;
    }
    let moved_ms = start_ms.saturating_sub(entry.content.at.at_ms);
    let timed_ms = (i64::from(timed.left_s) + i64::from(timed.right_s)) * 1_000;
    let said = timed.end_ms.map(|end_ms| end_ms.saturating_add(moved_ms));
    said.unwrap_or_else(|| start_ms.saturating_add(timed_ms)).max(start_ms)
}
