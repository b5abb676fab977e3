//! What runs or is paused.

use care::record::body::{Kind, Side, Timed};
use care::record::entry::Entry;
use care::record::press;
use care::record::revision::Subject;

use super::saved::saving;
use super::{Seen, said};
use crate::view::record_home::{Pair, SideButton, Timer};
use crate::words::Words;

/// An open timer with its entry.
fn open<'s>(seen: &'s Seen, kind: Kind) -> impl Iterator<Item = (&'s Entry, &'s Timed)> {
    let babies = seen.babies();
    seen.home.entries.iter().filter(move |entry| entry.kind() == kind && !entry.binned).filter_map(move |entry| {
        // A baby that died is mentioned by nothing.
        let shown = match entry.content.subject {
            Subject::Baby(id) => babies.iter().any(|baby| baby.id == id),
            Subject::Parent(_) => true,
        };
        press::timed(&entry.content.body).filter(|timed| timed.open && shown).map(|timed| (entry, timed))
    })
}

/// Babies that are fed now.
pub fn fed(seen: &Seen) -> Vec<Subject> {
    open(seen, Kind::Feed).map(|(entry, _)| entry.content.subject).collect()
}

/// Feeds first, what runs before what is paused, the newest first. Feeds of one press that went alike are one timer.
pub fn timers(seen: &Seen, words: &Words) -> Vec<Timer> {
    let mut groups: Vec<Vec<(&Entry, &Timed)>> = Vec::new();
    for one in open(seen, Kind::Feed).chain(open(seen, Kind::Pump)) {
        let alike = |group: &&mut Vec<(&Entry, &Timed)>| {
            group.first().is_some_and(|(entry, timed)| {
                entry.kind() == Kind::Feed
                    && one.0.kind() == Kind::Feed
                    && entry.at.at_ms == one.0.at.at_ms
                    && *timed == one.1
                    && entry.content.subject != one.0.content.subject
            })
        };
        match groups.iter_mut().find(alike) {
            Some(group) => group.push(one),
            None => groups.push(vec![one]),
        }
    }
    groups
        .sort_by_key(|group| group.first().map(|(entry, timed)| (entry.kind() != Kind::Feed, timed.running.is_none())));
    groups.iter().filter_map(|group| timer(seen, words, group)).collect()
}

fn timer(seen: &Seen, words: &Words, group: &[(&Entry, &Timed)]) -> Option<Timer> {
    let (entry, timed) = group.first()?;
    let running = timed.running.as_ref();
    let side = running.map(|running| running.side).or(timed.last_side);
    let (left_s, right_s) = timed.elapsed(seen.now_ms);
    let (shown_s, other_s) = if side == Some(Side::Right) { (right_s, left_s) } else { (left_s, right_s) };
    let is_feed = entry.kind() == Kind::Feed;
    let mut title = said::side(words, side);
    if !is_feed {
        title = words.say_one("record-pump-of", "side", &title);
    }
    if running.is_none() {
        title = words.say_one("record-paused", "what", &title);
    }
    Some(Timer {
        kind: entry.kind().name(),
        savings: group.iter().map(|(entry, _)| saving(entry)).collect(),
        title,
        whose: seen.whose(words, &group.iter().map(|(entry, _)| *entry).collect::<Vec<_>>()),
        began: said::clock(&entry.at),
        href: format!("/entry/{}", entry.id),
        shown_s,
        since_ms: running.map(|running| running.since_ms),
        over_s: side.map_or(0, |side| timed.over_s(side)),
        other: other(words, side, other_s),
        pair: pair(words, timed, side, is_feed, !seen.babies().is_empty()),
        long: timed.is_long(seen.now_ms),
        writes: group.iter().all(|(entry, _)| seen.changes(entry)),
    })
}

/// What the other side had before.
fn other(words: &Words, side: Option<Side>, other_s: u32) -> String {
    let Some(side) = side.filter(|_| other_s > 0) else { return String::new() };
    let name = words.say(if side == Side::Left { "right" } else { "left" });
    words.say_with("record-before", &[("side", &name), ("time", &format!("{}:{:02}", other_s / 60, other_s % 60))])
}

/// After a loss nothing is yellow.
fn pair(words: &Words, timed: &Timed, side: Option<Side>, is_feed: bool, yellow: bool) -> Pair {
    let button = |own: Side| {
        let runs = timed.running.as_ref().is_some_and(|running| running.side == own);
        let word = match (runs, side == Some(own)) {
            (true, _) if is_feed => "record-feeding",
            (true, _) => "feed-now",
            (false, true) => "record-go-on",
            (false, false) => "feed-switch",
        };
        SideButton { word: words.say(word), now: runs && yellow, runs }
    };
    Pair { left: button(Side::Left), right: button(Side::Right) }
}
