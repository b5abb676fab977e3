//! Times of day, and amounts as people type them.

use care::record::amount::{Amount, Unit};
use care::record::body::Timed;

use super::chance::Chance;

/// Minutes of a day.
const DAY: u32 = 1_440;
/// The night, from midnight: a fifth of what there is falls into a quarter of the day.
const NIGHT: u32 = 360;

/// The minutes of a day at which `many` things begin, spread over it, fewer of them at night.
pub(super) fn minutes(chance: &mut Chance, many: u32) -> Vec<u32> {
    (0..many).map(|at| of_day(at * 1_000 / many + chance.between(0, 450 / many))).collect()
}

/// The minute at which so many thousandths of a day's things have begun.
fn of_day(thousandth: u32) -> u32 {
    let minute = match thousandth.checked_sub(200) {
        None => thousandth * NIGHT / 200,
        Some(rest) => NIGHT + rest * (DAY - NIGHT) / 800,
    };
    minute.min(DAY - 1)
}

/// What was typed.
pub(super) fn typed(value: u32, unit: Unit) -> Amount {
    Amount { value: value.to_string(), unit }
}

/// Tenths with a point or, as some type it, a comma.
pub(super) fn tenths(chance: &mut Chance, tenths: u32, unit: Unit) -> Amount {
    let point = if chance.one_in(4) { ',' } else { '.' };
    Amount { value: format!("{}{point}{}", tenths / 10, tenths % 10), unit }
}

/// Seconds at both sides, over after as long as they took.
pub(super) fn timed(left_s: u32, right_s: u32) -> Timed {
    let end_ms = i64::from(left_s.saturating_add(right_s).saturating_add(45)) * 1_000;
    Timed { left_s, right_s, end_ms: Some(end_ms), ..Timed::default() }
}
