//! What was saved last, and taking it back.

use care::record::body::{Kind, Timed};
use care::record::entry::Entry;
use care::record::household::BabyState;
use care::record::press;
use care::record::revision::Subject;
use care::record::role::Act;

use super::{Seen, said};
use crate::view::record_home::Saved;
use crate::words::Words;

/// So long after a saving it can be taken back in its row.
const ROW_MS: i64 = 10 * 60_000;

/// An entry that was saved, with what can be done about it.
pub fn saved(seen: &Seen, words: &Words, entry: &Entry) -> Saved {
    let role = seen.member.person.role;
    // Taking back the first saving puts the entry into the bin.
    let undo = seen.changes(entry) && (entry.changed_by.is_some() || role.may(Act::Bin));
    let timed = press::timed(&entry.content.body);
    Saved {
        text: text(seen, words, entry, timed),
        entry: entry.id.to_string(),
        revision: entry.heads.first().map(ToString::to_string).unwrap_or_default(),
        undo,
        sides: seen.changes(entry) && timed.is_some_and(|timed| timed.last_side.is_some()) && !entry.binned,
        kind: entry.kind().name(),
    }
}

/// The entry that was saved last within the last minutes, unless its timer is on the page anyway.
pub fn row(seen: &Seen, words: &Words) -> Option<Saved> {
    let dead = |entry: &Entry| {
        let died = |id| seen.member.household.babies.iter().any(|baby| baby.id == id && baby.state == BabyState::Died);
        matches!(entry.content.subject, Subject::Baby(id) if died(id))
    };
    let over = |entry: &&Entry| press::timed(&entry.content.body).is_some_and(|timed| !timed.open) && !dead(entry);
    let recent = seen.home.entries.iter().filter(over).map(|entry| (saved_ms(entry), entry));
    let (at_ms, entry) = recent.max_by_key(|(at_ms, entry)| (*at_ms, entry.id))?;
    (seen.now_ms - at_ms <= ROW_MS).then(|| saved(seen, words, entry)).filter(|_| seen.writes())
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
