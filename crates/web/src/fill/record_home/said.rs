//! Feeds, spans and amounts in words.

use care::record::amount::{Amount, Unit};
use care::record::body::{Body, Feed, Side, Timed};
use care::record::entry::Entry;
use care::record::household::Baby;
use care::record::moment::Moment;
use care::record::{press, since};
use jiff::civil::Date;

use crate::words::Words;

const MINUTE_MS: i64 = 60_000;
/// Longer ago is said in days.
const DAYS_FROM_MIN: i64 = 48 * 60;
const DAYS_MOST: i64 = 28;
const WEEKS_MOST: i64 = 12;

/// A baby's name, or a word for it.
pub fn name(words: &Words, baby: &Baby) -> String {
    if baby.name.is_empty() { words.say("whose-baby") } else { baby.name.clone() }
}

/// The clock on the wall.
pub fn clock(at: &Moment) -> String {
    at.on_the_wall().strftime("%H:%M").to_string()
}

/// When an entry ended, on the wall where it was.
pub fn ended(entry: &Entry, now_ms: i64) -> String {
    let end_ms = press::timed(&entry.content.body).map_or(entry.at.at_ms, |timed| since::end_ms(entry, timed, now_ms));
    clock(&entry.at.later_ms(end_ms - entry.at.at_ms))
}

/// Minutes that have passed; what is less than one is said as one.
pub fn minutes(words: &Words, seconds: u32) -> String {
    words.say_one("minutes", "count", &whole_minutes(seconds))
}

fn whole_minutes(seconds: u32) -> String {
    let least = u32::from(seconds > 0);
    (seconds / 60).max(least).to_string()
}

/// How long ago, in words.
pub fn ago(words: &Words, ago_ms: i64) -> String {
    let minutes = ago_ms / MINUTE_MS;
    let (hours, rest) = ((minutes / 60).to_string(), (minutes % 60).to_string());
    match minutes {
        0 => words.say("record-ago-now"),
        1..60 => words.say_one("record-ago-minutes", "minutes", &rest),
        60..DAYS_FROM_MIN => words.say_with("record-ago-hours", &[("hours", &hours), ("minutes", &rest)]),
        _ => words.say_one("record-ago-days", "count", &(minutes / 60 / 24).to_string()),
    }
}

/// How old a baby is on a day; nothing when its day of birth does not read or lies ahead.
pub fn age(words: &Words, baby: &Baby, today: Date) -> Option<String> {
    let born: Date = baby.born.parse().ok()?;
    let days = i64::from((today - born).get_days());
    if days < 0 {
        return None;
    }
    let months = i64::from(today.year() - born.year()) * 12 + i64::from(today.month() - born.month())
        - i64::from(today.day() < born.day());
    let (id, count) = match days {
        0..=DAYS_MOST => ("days", days),
        _ if days / 7 <= WEEKS_MOST => ("record-weeks", days / 7),
        _ => ("record-months", months),
    };
    Some(words.say_one(id, "count", &count.to_string()))
}

/// What was at the breast, in words; empty: nothing.
pub fn sides(words: &Words, timed: &Timed, now_ms: i64) -> String {
    match timed.elapsed(now_ms) {
        (0, 0) => String::new(),
        (left_s, 0) => format!("{}, {}", words.say("left"), minutes(words, left_s)),
        (0, right_s) => format!("{}, {}", words.say("right"), minutes(words, right_s)),
        (left_s, right_s) => {
            words.say_with("feed-sides", &[("left", &whole_minutes(left_s)), ("right", &whole_minutes(right_s))])
        }
    }
}

/// What a feed was, in words; empty: nobody said.
pub fn feed(words: &Words, feed: &Feed, now_ms: i64) -> String {
    let bottles = feed.bottles.iter().map(|bottle| match &bottle.amount {
        Some(amount) => words.say_one("record-bottle-of", "amount", &self::amount(words, amount)),
        None => words.say("record-bottle"),
    });
    let said = std::iter::once(sides(words, &feed.timed, now_ms)).chain(bottles);
    said.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// An amount of milk as it was typed.
pub fn amount(words: &Words, amount: &Amount) -> String {
    match amount.unit {
        Unit::FlOz => words.say_one("record-fl-oz", "value", &amount.value),
        _ => words.say_one("record-ml", "value", &amount.value),
    }
}

/// Thousandths of a millilitre in a unit: whole millilitres, or ounces to a tenth.
pub fn volume(words: &Words, ul: i64, unit: Unit) -> String {
    const UL: i128 = 1_000;
    /// A tenth of a fluid ounce, in ten millionths of a microlitre.
    const TENTH: i128 = 29_573_529_562;
    match unit {
        Unit::FlOz => {
            let tenths = (i128::from(ul) * 10_000_000 + TENTH / 2) / TENTH;
            words.say_one("record-fl-oz", "value", &format!("{}.{}", tenths / 10, tenths % 10))
        }
        _ => words.say_one("record-ml", "value", &((i128::from(ul) + UL / 2) / UL).to_string()),
    }
}

/// `Left side`, or what it is when that is not known.
pub fn side(words: &Words, side: Option<Side>) -> String {
    words.say(match side {
        Some(Side::Left) => "record-side-left",
        Some(Side::Right) => "record-side-right",
        None => "record-side-none",
    })
}

/// The feed in an entry.
pub fn feed_of(entry: &Entry) -> Option<&Feed> {
    match &entry.content.body {
        Body::Feed(feed) => Some(feed),
        _ => None,
    }
}
