//! What was saved last, and taking it back.

use care::record::body::{Kind, Timed};
use care::record::entry::Entry;
use care::record::household::BabyState;
use care::record::press;
use care::record::revision::Subject;
use care::record::role::Act;

use super::{Seen, said};
use crate::view::record_home::{Saved, Saving};
use crate::words::Words;

/// So long after a saving it can be taken back in its row.
const ROW_MS: i64 = 10 * 60_000;

/// The savings of one press are made so near each other: a phone makes their ids one after the other.
const PRESS_MS: u64 = 1_000;

/// An entry, and its saving that the page shows.
pub fn saving(entry: &Entry) -> Saving {
    Saving { entry: entry.id.to_string(), revision: entry.heads.first().map(ToString::to_string).unwrap_or_default() }
}

/// What was saved just now, when the address names it.
pub fn toast(seen: &Seen, words: &Words) -> Option<Saved> {
    saved(seen, words, &seen.home.saved.iter().collect::<Vec<_>>())
}

/// What was saved last within the last minutes, unless its timer is on the page anyway.
pub fn row(seen: &Seen, words: &Words) -> Option<Saved> {
    let dead = |entry: &Entry| {
        let died = |id| seen.member.household.babies.iter().any(|baby| baby.id == id && baby.state == BabyState::Died);
        matches!(entry.content.subject, Subject::Baby(id) if died(id))
    };
    let over = |entry: &&Entry| press::timed(&entry.content.body).is_some_and(|timed| !timed.open) && !dead(entry);
    let entries = || seen.home.entries.iter().filter(over);
    let last = entries().max_by_key(|entry| (saved_ms(entry), entry.id))?;
    if seen.now_ms - saved_ms(last) > ROW_MS || !seen.writes() {
        return None;
    }
    let with_it = entries().filter(|entry| entry.id != last.id && of_one_press(last, entry));
    saved(seen, words, &std::iter::once(last).chain(with_it).collect::<Vec<_>>())
}

/// What was saved in one press, the one it was about first, with what can be done about it: all together or not at all. Nothing of nothing.
fn saved(seen: &Seen, words: &Words, entries: &[&Entry]) -> Option<Saved> {
    let first = entries.first()?;
    let role = seen.member.person.role;
    // Taking back the first saving puts the entry into the bin.
    let undo = |entry: &&Entry| seen.changes(entry) && (entry.changed_by.is_some() || role.may(Act::Bin));
    let sides = |entry: &&Entry| {
        let timed = press::timed(&entry.content.body);
        seen.changes(entry) && timed.is_some_and(|timed| timed.last_side.is_some()) && !entry.binned
    };
    let what = text(seen, words, first, press::timed(&first.content.body));
    let whose = if entries.len() > 1 { seen.whose(words, entries) } else { String::new() };
    Some(Saved {
        text: if whose.is_empty() { what } else { words.say_with("record-of", &[("whose", &whose), ("what", &what)]) },
        savings: entries.iter().map(|entry| saving(entry)).collect(),
        href: if entries.len() > 1 { format!("/day/{}", first.at.day()) } else { format!("/entry/{}", first.id) },
        undo: entries.iter().all(undo),
        sides: entries.iter().all(sides),
        kind: first.kind().name(),
    })
}

/// Whether one press saved both: at the same instant, the same, of two babies.
fn of_one_press(one: &Entry, other: &Entry) -> bool {
    saved_ms(one).abs_diff(saved_ms(other)) <= PRESS_MS
        && one.kind() == other.kind()
        && one.content.at == other.content.at
        && one.content.body == other.content.body
        && one.content.subject != other.content.subject
}

/// When its last saving was made: ids hold it.
fn saved_ms(entry: &Entry) -> i64 {
    entry.heads.first().and_then(|head| i64::try_from(head.0.as_u128() >> 80).ok()).unwrap_or_default()
}

fn text(seen: &Seen, words: &Words, entry: &Entry, timed: Option<&Timed>) -> String {
    if entry.binned {
        return words.say("record-undone");
    }
    let (runs, paused, over) = match entry.kind() {
        Kind::Feed => ("record-runs-feed", "record-paused-feed", "record-saved-feed"),
        Kind::Pump => ("record-runs-pump", "record-paused-pump", "record-saved-pump"),
        _ => return words.say("record-saved"),
    };
    let Some(timed) = timed else { return words.say("record-saved") };
    let side = timed.running.as_ref().map(|running| running.side);
    if side.is_some() {
        return words.say_one(runs, "side", &said::side(words, side));
    }
    if timed.open {
        return words.say(paused);
    }
    let what = match said::feed_of(entry) {
        Some(feed) => said::feed(words, feed, seen.now_ms),
        None => said::sides(words, timed, seen.now_ms),
    };
    if what.is_empty() { words.say(over) } else { format!("{}: {what}", words.say(over)) }
}
