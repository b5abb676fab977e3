//! How long ago the last feed was, as the household counts; and what today adds up to.

use care::record::body::Kind;
use care::record::household::Baby;
use care::record::moment::Moment;
use care::record::press;
use care::record::revision::Subject;
use care::record::since;
use care::record::sum::Sum;

use super::{Seen, said};
use crate::view::record_home::Head;
use crate::words::Words;

/// One for each baby that is not fed now; without any baby, one of the pump.
pub fn heads(seen: &Seen, words: &Words, hungry: &[&Baby], no_baby: bool) -> Vec<Head> {
    if no_baby {
        return vec![of_pump(seen, words)];
    }
    let alone = seen.babies().len() == 1;
    hungry.iter().map(|baby| of_baby(seen, words, baby, alone)).collect()
}

fn of_baby(seen: &Seen, words: &Words, baby: &Baby, alone: bool) -> Head {
    let settings = &seen.member.household.settings;
    let (entries, subject) = (&seen.home.entries, Subject::Baby(baby.id));
    let last = since::last_feed(entries, subject, settings, seen.now_ms);
    let entry = last.and_then(|last| entries.iter().find(|entry| entry.id == last.entry));
    let line = entry.map(|entry| {
        let what = said::feed_of(entry).map(|feed| said::feed(words, feed, seen.now_ms)).unwrap_or_default();
        let at = words.say_one("record-ended", "time", &said::ended(entry, seen.now_ms));
        if what.is_empty() { at } else { format!("{what}, {at}") }
    });
    let today = Moment::in_zone(seen.now_ms, &settings.zone).day();
    let name = said::name(words, baby);
    let kicker = match said::age(words, baby, today) {
        Some(age) => words.say_with("record-last-aged", &[("name", &name), ("age", &age)]),
        None => words.say_one("record-last-of", "name", &name),
    };
    Head {
        kicker,
        time: last.map_or_else(|| words.say("record-none"), |last| said::ago(words, last.ago_ms)),
        line: line.unwrap_or_default(),
        counts: counts(seen, words, Some(subject), alone),
    }
}

/// Without a baby the last pump session leads.
fn of_pump(seen: &Seen, words: &Words) -> Head {
    let pumps = seen.home.entries.iter().filter(|entry| entry.kind() == Kind::Pump && !entry.binned);
    let last = pumps.filter(|entry| entry.at.at_ms <= seen.now_ms).max_by_key(|entry| (entry.at.at_ms, entry.id));
    let line = last.map(|entry| {
        let timed = press::timed(&entry.content.body);
        let what = timed.map(|timed| said::sides(words, timed, seen.now_ms)).unwrap_or_default();
        let at = words.say_one("record-ended", "time", &said::ended(entry, seen.now_ms));
        if what.is_empty() { at } else { format!("{what}, {at}") }
    });
    Head {
        kicker: words.say("record-last-pump"),
        time: last.map_or_else(
            || words.say("record-no-pump"),
            |entry| said::ago(words, seen.now_ms.saturating_sub(entry.at.at_ms)),
        ),
        line: line.unwrap_or_default(),
        counts: counts(seen, words, None, true),
    }
}

/// What today adds up to: of a baby, and with it what was pumped.
fn counts(seen: &Seen, words: &Words, baby: Option<Subject>, with_pump: bool) -> String {
    let totals = &seen.home.totals;
    let of = |subject: &str, sum| totals.get(&(subject.to_owned(), sum)).copied().unwrap_or_default();
    let mut parts = Vec::new();
    if let Some(baby) = baby.map(|baby| baby.key()) {
        for (sum, id) in [(Sum::Feeds, "record-feeds"), (Sum::Wet, "record-wet"), (Sum::Dirty, "record-dirty")] {
            let count = of(&baby, sum);
            if count > 0 {
                parts.push(words.say_one(id, "count", &count.to_string()));
            }
        }
    }
    if with_pump {
        let parents = seen.member.household.people.iter().map(|person| Subject::Parent(person.id).key());
        let pumped: Vec<(i64, i64)> =
            parents.map(|parent| (of(&parent, Sum::PumpUl), of(&parent, Sum::Pumps))).collect();
        let (ul, pumps) =
            pumped.iter().fold((0_i64, 0), |(ul, all), (own, count)| (ul.saturating_add(*own), all + count));
        if ul > 0 {
            let amount = said::volume(words, ul, seen.member.household.settings.volume);
            parts.push(words.say_one("record-pumped", "amount", &amount));
        } else if pumps > 0 {
            parts.push(words.say_one("record-pumps", "count", &pumps.to_string()));
        }
    }
    if parts.is_empty() { String::new() } else { words.say_one("record-today", "counts", &parts.join(", ")) }
}
