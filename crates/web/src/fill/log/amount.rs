//! An amount in words: as it was typed, and in the household's unit beside it when that is another.

use care::record::amount::{Amount, Measure, Unit};
use care::record::settings::Settings;

use crate::words::Words;

/// The message that names a unit.
#[must_use]
pub fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Ml => "log-unit-ml",
        Unit::FlOz => "log-unit-fl-oz",
        Unit::G => "log-unit-g",
        Unit::Kg => "log-unit-kg",
        Unit::Lb => "log-unit-lb",
        Unit::LbOz => "log-unit-lb-oz",
        Unit::Cm => "log-unit-cm",
        Unit::In => "log-unit-in",
        Unit::C => "log-unit-c",
        Unit::F => "log-unit-f",
        Unit::Mg => "log-unit-mg",
        Unit::Piece => "log-unit-piece",
    }
}

/// As typed.
#[must_use]
pub fn typed(amount: &Amount, words: &Words) -> String {
    written(&amount.value, amount.unit, words)
}

/// As typed, and in the household's unit in brackets.
#[must_use]
pub fn said(amount: &Amount, settings: &Settings, words: &Words) -> String {
    let typed = typed(amount, words);
    let wanted = match amount.unit.measure() {
        Measure::Volume => settings.volume,
        Measure::Mass => settings.mass,
        Measure::Length => settings.length,
        Measure::Temperature => settings.temperature,
        Measure::Dose | Measure::Count => return typed,
    };
    match amount.milli().filter(|_| wanted != amount.unit).map(|milli| converted(milli, wanted)) {
        Some(value) => format!("{typed} ({})", written(&value, wanted, words)),
        None => typed,
    }
}

/// No break stands between a number and its unit.
fn written(value: &str, of: Unit, words: &Words) -> String {
    match (of, value.trim().split_once(' ')) {
        (Unit::LbOz, Some((pounds, ounces))) => {
            format!("{pounds}\u{a0}{} {ounces}\u{a0}{}", words.say(unit(Unit::Lb)), words.say(unit(Unit::FlOz)))
        }
        _ => format!("{value}\u{a0}{}", words.say(unit(of))),
    }
}

/// Thousandths of the base unit in another unit, as people write it there; rounded half up.
fn converted(milli: i64, to: Unit) -> String {
    let milli = i128::from(milli);
    // How many thousandths of the base make one of the last digit that is written, as a fraction, and how many digits come after the point.
    let (num, den, digits) = match to {
        Unit::FlOz => (295_735_295_625, 100_000_000, 1),
        Unit::Kg => (10_000, 1, 2),
        Unit::Lb => (453_592_370, 10_000, 1),
        Unit::In => (254, 1, 1),
        Unit::Cm | Unit::C => (100, 1, 1),
        Unit::F => return decimal(rounded(milli * 9 + 160_000, 500), 1),
        Unit::LbOz => {
            let tenths = rounded(milli * 16 * 10_000, 453_592_370);
            return format!("{} {}", tenths / 160, decimal(tenths % 160, 1));
        }
        Unit::Ml | Unit::G | Unit::Mg | Unit::Piece => (1_000, 1, 0),
    };
    decimal(rounded(milli * den, num), digits)
}

fn rounded(num: i128, den: i128) -> i128 {
    (num * 2 + den).div_euclid(den * 2)
}

fn decimal(last: i128, digits: u32) -> String {
    if digits == 0 {
        return last.to_string();
    }
    let ten = 10_i128.pow(digits);
    let sign = if last < 0 { "-" } else { "" };
    format!("{sign}{}.{:0width$}", last.abs() / ten, last.abs() % ten, width = digits as usize)
}

#[cfg(test)]
mod tests {
    use care::record::amount::{Amount, Unit};

    use super::converted;

    #[test]
    fn a_value_is_converted_as_people_write_it() {
        let of = |value: &str, unit, to| {
            let milli = Amount { value: value.to_owned(), unit }.milli().unwrap();
            converted(milli, to)
        };
        assert_eq!(of("90", Unit::Ml, Unit::FlOz), "3.0");
        assert_eq!(of("3.5", Unit::FlOz, Unit::Ml), "104");
        assert_eq!(of("38.2", Unit::C, Unit::F), "100.8");
        assert_eq!(of("100.4", Unit::F, Unit::C), "38.0");
        assert_eq!(of("3450", Unit::G, Unit::LbOz), "7 9.7");
        assert_eq!(of("7 9.7", Unit::LbOz, Unit::G), "3450");
        assert_eq!(of("3450", Unit::G, Unit::Kg), "3.45");
        assert_eq!(of("3450", Unit::G, Unit::Lb), "7.6");
        assert_eq!(of("50.8", Unit::Cm, Unit::In), "20.0");
    }
}
