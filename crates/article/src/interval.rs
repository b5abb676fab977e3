//! Numbers with a direction: "every two to three hours" and "not more often than every four hours" are different advice.

use crate::measure;
use crate::sentence::Word;
use crate::vocabulary::Occurrence;

/// The concepts that are recognised by numbers. Their place here is their place in the vocabulary.
pub(crate) const NAMES: &[&str] = &[
    "every-long",
    "every-short",
    "every-hour",
    "gap-over",
    "often-enough",
    "seldom",
    "oftener-than-long",
    "over-400-mg",
    "over-1200-mg",
    "over-4000-mg",
    "fever-degrees",
];

pub(crate) const EVERY_LONG: usize = 0;
const EVERY_SHORT: usize = 1;
const EVERY_HOUR: usize = 2;
/// A gap of more than so many hours: forbidden or allowed, as the rest of the sentence says.
const GAP_OVER: usize = 3;
const OFTEN_ENOUGH: usize = 4;
const SELDOM: usize = 5;
/// "more often than every four hours": forbidden or allowed, as the rest of the sentence says.
const OFTENER_THAN_LONG: usize = 6;

/// Hours between feeds from which a rule of so many hours holds a young baby back.
pub(crate) const LONG_H: f64 = 4.0;
/// A gap that must at least pass holds a baby back sooner.
const LEAST_GAP_LONG_H: f64 = 3.0;
const SHORT_H: f64 = 3.0;
const ENOUGH_A_DAY: f64 = 8.0;
const SELDOM_A_DAY: f64 = 6.0;

/// Words behind a number of hours that make it a gap between feeds.
const PARTING: &[&str] = &[
    "apart",
    "between",
    "schedule",
    "timetable",
    "regime",
    "schedules",
    "routine",
    "interval",
    "intervals",
    "gap",
    "gaps",
    "rhythm",
    "stretches",
    "elapse",
    "elapsed",
    "distance",
    "plan",
    "spacing",
    "without",
    "shortest",
    "digest",
    "break",
];
/// Words before it that do.
const ANNOUNCING: &[&str] = &[
    "interval",
    "intervals",
    "gap",
    "gaps",
    "wait",
    "waits",
    "waiting",
    "apart",
    "space",
    "spaced",
    "spacing",
    "stretch",
    "pause",
    "break",
    "rhythm",
    "elapse",
];

/// What the number bounds.
#[derive(Clone, Copy, PartialEq)]
enum Bound {
    About,
    /// This often or oftener; at least so many times.
    Oftener,
    /// No oftener than this; at least so long a gap.
    Seldomer,
    /// Oftener than this.
    Than,
    /// No longer a gap than this.
    AtMost,
}

/// Every interval in a sentence.
pub(crate) fn find(words: &[Word]) -> Vec<Occurrence> {
    let stems: Vec<&str> = words.iter().map(|word| word.stem.as_str()).collect();
    let mut found = Vec::new();
    for at in 0..stems.len() {
        let interval = every(&stems, at).or_else(|| gap(&stems, at)).or_else(|| times(&stems, at));
        found.extend(interval.or_else(|| measure::clock(&stems, at)));
        found.extend(measure::doses(words, &stems, at));
        found.extend(measure::degrees(&stems, at));
    }
    found
}

/// "every four hours", "every 2 to 3 hours", "every hour", "four-hourly".
fn every(stems: &[&str], at: usize) -> Option<Occurrence> {
    let (least, most, end) = match stems[at] {
        "every" | "each" => match range(stems, at + 1) {
            Some((least, most, next)) if is_hours(stems.get(next)) => (least, most, next + 1),
            _ if stems.get(at + 2) == Some(&"hour") && ordinal(stems[at + 1]).is_some() => {
                let hours = ordinal(stems[at + 1])?;
                (hours, hours, at + 3)
            }
            _ if stems.get(at + 1) == Some(&"hour") => (1.0, 1.0, at + 2),
            _ if stems.get(at + 1..at + 3) == Some(&["other", "hour"]) => (2.0, 2.0, at + 3),
            _ if stems.get(at + 1..at + 4) == Some(&["couple", "of", "hours"]) => (2.0, 2.0, at + 4),
            _ => return None,
        },
        "in" if at > 0 && stems[at - 1] == "once" => match range(stems, at + 1) {
            Some((least, most, next)) if is_hours(stems.get(next)) && most < 24.0 => (least, most, next + 1),
            _ => return None,
        },
        "hourly" if at == 0 || number(stems[at - 1]).is_none() => (1.0, 1.0, at + 1),
        _ => {
            let (least, most, next) = range(stems, at)?;
            if stems.get(next) != Some(&"hourly") {
                return None;
            }
            (least, most, next + 1)
        }
    };
    let (bound, from) = bound(stems, at);
    let concept = match bound {
        Bound::Seldomer if most >= LEAST_GAP_LONG_H => EVERY_LONG,
        Bound::Than if least >= LEAST_GAP_LONG_H => OFTENER_THAN_LONG,
        Bound::Oftener | Bound::AtMost if most <= SHORT_H => EVERY_SHORT,
        Bound::About if least >= LONG_H => EVERY_LONG,
        Bound::About if most <= 1.0 => EVERY_HOUR,
        Bound::About if most <= SHORT_H => EVERY_SHORT,
        _ => return None,
    };
    Some(Occurrence { concept, from, to: end })
}

/// "four hours apart", "at least three hours between feeds", "a four-hour schedule", "longer than four hours".
fn gap(stems: &[&str], at: usize) -> Option<Occurrence> {
    if at > 0 && (matches!(stems[at - 1], "every" | "each" | "to" | "or") || number(stems[at - 1]).is_some()) {
        return None;
    }
    let (least, _, next) = range(stems, at)?;
    if !is_hours(stems.get(next)) {
        return None;
    }
    let (bound, from) = bound(stems, at);
    let nearer = stems[at.saturating_sub(2)..at]
        .windows(2)
        .any(|pair| matches!(pair, ["shorter" | "less" | "sooner" | "closer" | "earlier", "than"]))
        || matches!(stems[at.saturating_sub(1)], "under" | "below");
    if nearer {
        return Some(Occurrence { concept: OFTENER_THAN_LONG, from: at, to: next + 1 })
            .filter(|_| least >= LEAST_GAP_LONG_H);
    }
    let over =
        stems[at.saturating_sub(3)..at].iter().any(|word| matches!(*word, "than" | "over" | "beyond" | "exceeding"));
    if over || bound == Bound::AtMost {
        return Some(Occurrence { concept: GAP_OVER, from: at, to: next + 1 });
    }
    let after = stems.get(next + 1..(next + 6).min(stems.len())).unwrap_or_default();
    let parts_feeds = after.iter().take(5).any(|word| PARTING.contains(word))
        || after.iter().take(4).any(|word| *word == "before")
        || after.windows(2).any(|pair| pair == ["passed", "since"] || pair == ["after", "the"]);
    if after.iter().take(4).any(|word| matches!(*word, "night" | "sleep" | "overnight")) {
        return None;
    }
    let announced = stems[at.saturating_sub(4)..at].iter().any(|word| ANNOUNCING.contains(word));
    if !parts_feeds && !announced {
        return None;
    }
    let long = if bound == Bound::Oftener || announced { LEAST_GAP_LONG_H } else { LONG_H };
    (least >= long).then_some(Occurrence { concept: EVERY_LONG, from, to: next + 1 })
}

/// "six times a day", "8 to 12 feeds in 24 hours".
fn times(stems: &[&str], at: usize) -> Option<Occurrence> {
    // The second number of "8 to 12"; "keep to six" begins with its number.
    let is_second = at > 1 && matches!(stems[at - 1], "to" | "or") && number(stems[at - 2]).is_some();
    if is_second || (at > 0 && number(stems[at - 1]).is_some()) {
        return None;
    }
    let (least, most, next) = range(stems, at)?;
    let after = stems.get(next..(next + 7).min(stems.len())).unwrap_or_default();
    if !after.iter().take(2).any(|word| {
        matches!(*word, "times" | "feeds" | "feedings" | "sessions" | "nursing" | "nursings" | "meals")
            || word.starts_with("breastfeed")
    }) {
        return None;
    }
    let feeds =
        stems.iter().any(|word| ["feed", "fed", "nurs", "breast", "eat"].iter().any(|begin| word.starts_with(begin)));
    if !feeds {
        return None;
    }
    let day = after.iter().position(|word| matches!(*word, "day" | "daily" | "24" | "hours" | "h"))?;
    let (bound, from) = bound(stems, at);
    let concept = match bound {
        Bound::Seldomer if most <= ENOUGH_A_DAY => SELDOM,
        Bound::Than if most <= ENOUGH_A_DAY => OFTENER_THAN_LONG,
        Bound::About | Bound::Oftener if least >= ENOUGH_A_DAY => OFTEN_ENOUGH,
        Bound::About if most <= SELDOM_A_DAY => SELDOM,
        _ => return None,
    };
    Some(Occurrence { concept, from, to: next + day + 1 })
}

/// What the words before a number say of it, and where they begin.
fn bound(stems: &[&str], at: usize) -> (Bound, usize) {
    const BEFORE: &[(&[&str], Bound)] = &[
        (&["no", "more", "often", "than"], Bound::Seldomer),
        (&["not", "more", "often", "than"], Bound::Seldomer),
        (&["no", "oftener", "than"], Bound::Seldomer),
        (&["no", "more", "frequently", "than"], Bound::Seldomer),
        (&["not", "more", "frequently", "than"], Bound::Seldomer),
        (&["more", "often", "than"], Bound::Than),
        (&["more", "frequently", "than"], Bound::Than),
        (&["oftener", "than"], Bound::Than),
        (&["more", "than", "once"], Bound::Than),
        (&["no", "less", "often", "than"], Bound::Oftener),
        (&["not", "less", "often", "than"], Bound::Oftener),
        (&["no", "sooner", "than"], Bound::Seldomer),
        (&["not", "sooner", "than"], Bound::Seldomer),
        (&["no", "more", "than"], Bound::Seldomer),
        (&["not", "more", "than"], Bound::Seldomer),
        (&["at", "most"], Bound::Seldomer),
        (&["only"], Bound::Seldomer),
        (&["a", "maximum", "of"], Bound::Seldomer),
        (&["at", "least"], Bound::Oftener),
        (&["a", "minimum", "of"], Bound::Oftener),
        (&["minimum"], Bound::Oftener),
        (&["no", "less", "than"], Bound::Oftener),
        (&["no", "fewer", "than"], Bound::Oftener),
        (&["or", "more"], Bound::Oftener),
        (&["no", "longer", "than"], Bound::AtMost),
        (&["not", "longer", "than"], Bound::AtMost),
        (&["within"], Bound::AtMost),
        (&["more", "than"], Bound::Than),
    ];
    for reach in [0, 1] {
        let Some(end) = at.checked_sub(reach) else { continue };
        for (words, bound) in BEFORE {
            if stems[..end].ends_with(words) && (reach == 0 || !matches!(stems[end], "every")) {
                return (*bound, end - words.len());
            }
        }
    }
    (Bound::About, at)
}

/// One number or two: "4", "two to three", "8 12" as "8-12" reads.
fn range(stems: &[&str], at: usize) -> Option<(f64, f64, usize)> {
    let first = number(stems.get(at)?)?;
    let joined = matches!(stems.get(at + 1), Some(&("to" | "or" | "and")));
    let (second, next) = if joined { (stems.get(at + 2), at + 3) } else { (stems.get(at + 1), at + 2) };
    match second.and_then(|second| number(second)) {
        Some(second) if second >= first => Some((first, second, next)),
        _ => Some((first, first, at + 1)),
    }
}

fn ordinal(word: &str) -> Option<f64> {
    const WORDS: [(&str, f64); 6] =
        [("third", 3.0), ("3rd", 3.0), ("fourth", 4.0), ("4th", 4.0), ("fifth", 5.0), ("sixth", 6.0)];
    WORDS.iter().find(|(known, _)| *known == word).map(|(_, hours)| *hours)
}

pub(crate) fn number(word: &str) -> Option<f64> {
    const WORDS: [&str; 13] =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    if let Some(number) = WORDS.iter().zip(0_u8..).find(|(name, _)| **name == word).map(|(_, number)| number) {
        return Some(f64::from(number));
    }
    word.parse()
        .ok()
        .filter(|number: &f64| (0.0..10_000.0).contains(number) && word.starts_with(|c: char| c.is_ascii_digit()))
}

fn is_hours(word: Option<&&str>) -> bool {
    matches!(word, Some(&("hours" | "hour" | "hrs" | "hr" | "h")))
}
