//! One feed that two people logged: offered to be merged, and kept as two until somebody says that it was one.

use super::body::{Body, Bottle, Feed, Running, Timed};
use super::entry::Entry;
use super::id::EntryId;
use super::revision::Content;

/// Feeds of one baby that begin within this time may be one.
pub const SAME_FEED_MS: i64 = 10 * 60_000;

/// What a person confirms when she says that two feeds are one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merge {
    /// The entry that stays: the one that began first.
    pub keep: EntryId,
    /// What it says from now on.
    pub content: Content,
    /// The entry that goes to the bin, as it is.
    pub bin: EntryId,
}

/// Feeds that may be one, the earlier first, each pair once. Nothing follows from it before a person confirms.
#[must_use]
pub fn pairs(entries: &[Entry]) -> Vec<(EntryId, EntryId)> {
    let mut feeds: Vec<(&Entry, &Feed)> = entries.iter().filter_map(|entry| Some((entry, feed(entry)?))).collect();
    feeds.retain(|(entry, _)| !entry.binned);
    feeds.sort_by_key(|(entry, _)| (entry.at.at_ms, entry.id));
    let mut pairs = Vec::new();
    for (at, first) in feeds.iter().enumerate() {
        let rest = feeds.iter().skip(at + 1);
        let near = rest.take_while(|(entry, _)| entry.at.at_ms.saturating_sub(first.0.at.at_ms) <= SAME_FEED_MS);
        pairs.extend(near.filter(|second| may_be_one(*first, **second)).map(|second| (first.0.id, second.0.id)));
    }
    pairs
}

fn may_be_one((first, one): (&Entry, &Feed), (second, other): (&Entry, &Feed)) -> bool {
    first.id != second.id
        && first.content.subject == second.content.subject
        && (first.by != second.by || first.device != second.device)
        && !one.not_same_as.contains(&second.id)
        && !other.not_same_as.contains(&first.id)
}

/// The two are one: what the earlier says then. Nothing when one of them is no feed, or both are the same entry.
#[must_use]
pub fn merge(one: &Entry, other: &Entry, now_ms: i64) -> Option<Merge> {
    let in_order = (one.at.at_ms, one.id) < (other.at.at_ms, other.id);
    let (first, second) = if in_order { (one, other) } else { (other, one) };
    let (early, late) = (feed(first)?, feed(second)?);
    if first.id == second.id || first.content.subject != second.content.subject {
        return None;
    }
    let merged = Feed {
        timed: timers(first, early, second, late, now_ms),
        bottles: bottles(&early.bottles, &late.bottles),
        fuller: early.fuller.or(late.fuller),
        latch_pain: early.latch_pain.max(late.latch_pain),
        nipple_left: early.nipple_left.max(late.nipple_left),
        nipple_right: early.nipple_right.max(late.nipple_right),
        not_same_as: early.not_same_as.iter().chain(&late.not_same_as).copied().collect(),
    };
    let content = Content {
        subject: first.content.subject,
        at: first.content.at.clone(),
        body: Body::Feed(merged),
        note: notes(&first.content.note, &second.content.note),
    };
    Some(Merge { keep: first.id, content, bin: second.id })
}

/// "Two feeds": what the first says from now on, so that this pair is not offered again. Nothing when it is no feed.
#[must_use]
pub fn keep_both(first: &Entry, second: EntryId) -> Option<Content> {
    let mut content = first.content.clone();
    let Body::Feed(feed) = &mut content.body else { return None };
    if !feed.not_same_as.contains(&second) {
        feed.not_same_as.push(second);
    }
    Some(content)
}

fn feed(entry: &Entry) -> Option<&Feed> {
    match &entry.content.body {
        Body::Feed(feed) => Some(feed),
        _ => None,
    }
}

/// Per side the larger of both; the later end. While one of them is open the feed is.
fn timers(first: &Entry, early: &Feed, second: &Entry, late: &Feed, now_ms: i64) -> Timed {
    let (one, other) = (&early.timed, &late.timed);
    let ((left, right), (left_2, right_2)) = (one.elapsed(now_ms), other.elapsed(now_ms));
    let running = one.running.as_ref().or(other.running.as_ref()).map(|running| running.side);
    let open = one.open || other.open;
    // The second's clock was wrong by something else: its end is told by the clock of the first.
    let moved_ms = |entry: &Entry| entry.at.at_ms.saturating_sub(entry.content.at.at_ms);
    let shift_ms = moved_ms(second).saturating_sub(moved_ms(first));
    let end_2 = other.end_ms.map(|end_ms| end_ms.saturating_add(shift_ms));
    let (later, earlier) = if one.end_ms > end_2 { (one, other) } else { (other, one) };
    Timed {
        left_s: left.max(left_2),
        right_s: right.max(right_2),
        running: running.map(|side| Running { side, since_ms: now_ms }),
        open,
        first_side: one.first_side.or(other.first_side),
        last_side: running.or(later.last_side).or(earlier.last_side),
        end_ms: if open { None } else { one.end_ms.max(end_2) },
    }
}

/// All bottles of the first, and those of the second that the first does not have as often.
fn bottles(first: &[Bottle], second: &[Bottle]) -> Vec<Bottle> {
    let mut unmatched: Vec<&Bottle> = first.iter().collect();
    let mut all = first.to_vec();
    for bottle in second {
        match unmatched.iter().position(|one| is_same(one, bottle)) {
            Some(at) => drop(unmatched.swap_remove(at)),
            None => all.push(bottle.clone()),
        }
    }
    all
}

/// The same milk and as much of it, in whatever unit it was typed.
fn is_same(one: &Bottle, other: &Bottle) -> bool {
    let milli = |bottle: &Bottle| bottle.amount.as_ref().and_then(super::amount::Amount::milli);
    one.milk == other.milk && (one.amount == other.amount || (milli(one).is_some() && milli(one) == milli(other)))
}

fn notes(first: &str, second: &str) -> String {
    match (first.is_empty(), second.is_empty()) {
        _ if first == second => first.to_owned(),
        (_, true) => first.to_owned(),
        (true, _) => second.to_owned(),
        _ => format!("{first}\n{second}"),
    }
}
