//! Values that are unlike any that people measure. They are asked back once, and kept as typed all the same.

use care::record::amount::{Amount, Unit};

/// What was typed, and what was perhaps meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Odd {
    /// The message that says it: with `$value`.
    pub message: &'static str,
    /// What was typed.
    pub typed: Amount,
    /// What it may have been.
    pub meant: Option<Amount>,
}

/// Whether a typed amount is to be asked back.
#[must_use]
pub fn odd(amount: &Amount, units: &[&str], least: i64, most: i64) -> Option<Odd> {
    let fits = |one: &Amount| one.milli().is_some_and(|milli| (least..=most).contains(&milli));
    if fits(amount) {
        return None;
    }
    let typed = amount.clone();
    if amount.milli().is_none() {
        return Some(Odd { message: "log-odd-number", typed, meant: None });
    }
    let in_other = units.iter().filter_map(|name| unit(name)).map(|unit| Amount { value: amount.value.clone(), unit });
    // A slip of the point: so many places.
    let slipped = [-1, -2, 1, 2, -3, 3]
        .iter()
        .filter_map(|places| Some(Amount { value: shifted(&amount.value, *places)?, unit: amount.unit }));
    let meant = in_other.chain(slipped).find(fits);
    let message =
        if amount.unit == Unit::C || amount.unit == Unit::F { "log-odd-temperature" } else { "log-odd-amount" };
    Some(Odd { message, typed, meant })
}

/// The unit of that name.
#[must_use]
pub fn unit(name: &str) -> Option<Unit> {
    serde_json::from_value(serde_json::Value::from(name)).ok()
}

/// A number with its point moved: `380` by -1 is `38.0`.
fn shifted(value: &str, places: i32) -> Option<String> {
    let thousandths = Amount { value: value.to_owned(), unit: Unit::Ml }.milli()?;
    let factor = 10_i64.pow(places.unsigned_abs());
    let moved = if places < 0 { thousandths / factor } else { thousandths.checked_mul(factor)? };
    let (whole, part) = (moved / 1_000, format!("{:03}", (moved % 1_000).abs()));
    let part = part.trim_end_matches('0');
    Some(format!("{whole}.{}", if part.is_empty() { "0" } else { part }))
}

#[cfg(test)]
mod tests {
    use care::record::amount::{Amount, Unit};

    use super::odd;

    fn meant(value: &str, unit: Unit) -> Option<Option<Amount>> {
        let amount = Amount { value: value.to_owned(), unit };
        odd(&amount, &["c", "f"], 30_000, 45_000).map(|odd| odd.meant)
    }

    #[test]
    fn a_slip_is_seen_and_a_reading_is_not_asked_back() {
        let amount = |value: &str, unit| Some(Some(Some(Amount { value: value.to_owned(), unit }))).flatten();
        assert_eq!(meant("380", Unit::C), amount("38.0", Unit::C));
        assert_eq!(meant("101,2", Unit::C), amount("101,2", Unit::F));
        assert_eq!(meant("38,2", Unit::C), None);
        assert_eq!(meant("warm", Unit::C), Some(None));
    }
}
