//! Other numbers that make a claim: times of the clock, doses, degrees.

use crate::interval::{EVERY_LONG, LONG_H, number};
use crate::sentence::{Gap, Word};
use crate::vocabulary::Occurrence;

/// More than one dose of ibuprofen, more than a day's ibuprofen, more than a day's paracetamol, over the counter (the ledger's limits). The
/// numbers behind them are places in `interval::NAMES`.
const OVER_MG: [(f64, usize); 3] = [(400.0, 7), (1200.0, 8), (4000.0, 9)];
/// 38 to 42 °C, 100.4 to 108 °F.
const FEVER_DEGREES: usize = 10;

/// "6 am, 10 am, 2 pm", "at 6, 10, 2 and 6 o'clock": three times or more, four hours apart.
pub(crate) fn clock(stems: &[&str], at: usize) -> Option<Occurrence> {
    const TIMES_LEAST: usize = 3;
    let is_between = |word: &str| matches!(word, "am" | "pm" | "a" | "p" | "m" | "and" | "at" | "o'clock" | "oclock");
    let mut hour = number(stems[at]).filter(|hour| (1.0..=24.0).contains(hour))?;
    let (mut times, mut end) = (1, at + 1);
    let mut next = end;
    while let Some(word) = stems.get(next) {
        match number(word) {
            Some(later) if (later - hour).rem_euclid(12.0) == LONG_H => {
                (times, hour, end) = (times + 1, later, next + 1);
            }
            Some(_) => break,
            None if is_between(word) => {}
            None => break,
        }
        next += 1;
    }
    (times >= TIMES_LEAST).then_some(Occurrence { concept: EVERY_LONG, from: at, to: end })
}

/// "800 mg", "1,200mg", "three 400 mg tablets", "ten tablets of 400 mg", "four grams".
pub(crate) fn doses(words: &[Word], stems: &[&str], at: usize) -> Vec<Occurrence> {
    let amount = match stems[at].strip_suffix("mg") {
        Some(joined) if !joined.is_empty() => number(joined).map(|amount| (amount, at + 1)),
        _ if stems.get(at + 1) == Some(&"mg") => match at.checked_sub(1).and_then(|before| number(stems[before])) {
            // "1,200 mg" is read as two words, "two 500 mg" is two of them.
            Some(thousands) if stems[at].len() == 3 && words[at].before == Gap::Comma => {
                number(stems[at]).map(|rest| (thousands * 1000.0 + rest, at + 2))
            }
            _ => number(stems[at]).map(|amount| (amount, at + 2)),
        },
        _ => None,
    };
    let grams = matches!(stems.get(at + 1), Some(&("grams" | "gram" | "g"))).then(|| number(stems[at])).flatten();
    let amount = amount.or(grams.map(|grams| (grams * 1000.0, at + 2)));
    let Some((amount, to)) = amount else { return Vec::new() };
    let amount = amount * count_before(words, stems, at);
    let over = OVER_MG.iter().filter(|(limit, _)| amount > *limit);
    over.map(|(_, concept)| Occurrence { concept: *concept, from: at, to }).collect()
}

/// How many of them: "three" in "three 400 mg", "ten" in "ten tablets of 400 mg".
fn count_before(words: &[Word], stems: &[&str], at: usize) -> f64 {
    /// Above this it is another amount: "325 or 500 mg".
    const COUNT_MAX: f64 = 20.0;
    let before = |back: usize| at.checked_sub(back).map_or("", |at| stems[at]);
    let word = match (before(2), before(1)) {
        ("tablets" | "pills" | "capsules", "of") => before(3),
        (_, "x") => before(2),
        (_, word) => word,
    };
    let count = number(word).filter(|count| (1.0..=COUNT_MAX).contains(count));
    count.filter(|_| words[at].before == Gap::None).unwrap_or(1.0)
}

/// "39 °C", "38.5 degrees", "102 F".
pub(crate) fn degrees(stems: &[&str], at: usize) -> Option<Occurrence> {
    let degrees = number(stems[at])?;
    let unit = stems.get(at + 1).copied().unwrap_or_default();
    let is_fever = match unit {
        "c" | "celsius" => (38.0..=42.0).contains(&degrees),
        "f" | "fahrenheit" => (100.4..=108.0).contains(&degrees),
        "degrees" | "degree" => (38.0..=42.0).contains(&degrees) || (100.4..=108.0).contains(&degrees),
        _ => stems[at].contains('.') && ((38.0..=42.0).contains(&degrees) || (100.4..=105.0).contains(&degrees)),
    };
    is_fever.then_some(Occurrence { concept: FEVER_DEGREES, from: at, to: at + 1 })
}
