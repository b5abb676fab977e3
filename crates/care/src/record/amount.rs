//! A value and its unit, as they were typed. It is converted for showing and for sums, never where it is kept.

use serde::{Deserialize, Serialize};

/// What was typed, and in what.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Amount {
    /// As typed: `90`, `3,5`; pounds and ounces with a blank between: `7 4.5`.
    pub value: String,
    /// In what.
    pub unit: Unit,
}

/// A unit that people measure in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Millilitres.
    Ml,
    /// Fluid ounces (US, 29.5735 ml).
    FlOz,
    /// Grams.
    G,
    /// Kilograms.
    Kg,
    /// Pounds (453.59237 g).
    Lb,
    /// Pounds and ounces: `7 4.5`.
    LbOz,
    /// Centimetres.
    Cm,
    /// Inches (2.54 cm).
    In,
    /// Degrees Celsius.
    C,
    /// Degrees Fahrenheit.
    F,
    /// Milligrams.
    Mg,
    /// Pieces: tablets, drops, puffs.
    Piece,
}

/// What a unit measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Measure {
    /// How much fluid; base: millilitre.
    Volume,
    /// How heavy; base: gram.
    Mass,
    /// How long; base: centimetre.
    Length,
    /// How warm; base: degree Celsius.
    Temperature,
    /// How much of a medicine; base: milligram.
    Dose,
    /// How many.
    Count,
}

/// More digits than anybody measures with; what is longer is not a number of ours.
const LONGEST_BYTES: usize = 12;
/// Thousandths of one.
const MILLI: i128 = 1_000;
/// Ounces in a pound.
const OUNCES: i128 = 16;
/// Millionths of a gram in a pound: exact by definition.
const POUND_UG: i128 = 453_592_370;

impl Unit {
    /// What it measures.
    #[must_use]
    pub fn measure(self) -> Measure {
        match self {
            Self::Ml | Self::FlOz => Measure::Volume,
            Self::G | Self::Kg | Self::Lb | Self::LbOz => Measure::Mass,
            Self::Cm | Self::In => Measure::Length,
            Self::C | Self::F => Measure::Temperature,
            Self::Mg => Measure::Dose,
            Self::Piece => Measure::Count,
        }
    }
}

impl Amount {
    /// The value in thousandths of its measure's base unit (microlitres, milligrams, ...), rounded half away from zero.
    ///
    /// Nothing when what was typed is no number: such an entry is kept and shown as typed, and counts in no sum.
    #[must_use]
    pub fn milli(&self) -> Option<i64> {
        let (scaled, den) = self.exact_milli()?;
        let half = den / 2;
        i64::try_from((scaled + if scaled < 0 { -half } else { half }) / den).ok()
    }

    /// The same unrounded, as a fraction: what is above and what is below the line. For thresholds: 7 percent is 7 percent in pounds too.
    #[must_use]
    pub fn exact_milli(&self) -> Option<(i128, i128)> {
        let exact = |num: i128, den: i128| Some((thousandths(&self.value)?.checked_mul(num)?, den));
        match self.unit {
            Unit::Ml | Unit::G | Unit::Cm | Unit::C | Unit::Mg | Unit::Piece => exact(1, 1),
            Unit::FlOz => exact(295_735_295_625, 10_000_000_000),
            Unit::Kg => exact(MILLI, 1),
            Unit::Lb => exact(POUND_UG, 1_000_000),
            Unit::LbOz => self.pounds_and_ounces(),
            Unit::In => exact(254, 100),
            Unit::F => Some(((thousandths(&self.value)? - 32 * MILLI) * 5, 9)),
        }
    }

    fn pounds_and_ounces(&self) -> Option<(i128, i128)> {
        let (pounds, ounces) = self.value.trim().split_once(' ')?;
        let in_ounces = thousandths(pounds)?.checked_mul(OUNCES)?.checked_add(thousandths(ounces)?)?;
        Some((in_ounces.checked_mul(POUND_UG)?, OUNCES * 1_000_000))
    }
}

/// Thousandths of a typed decimal; comma and point are one. Further digits are cut: no household scale has them.
fn thousandths(typed: &str) -> Option<i128> {
    let typed = typed.trim();
    let (sign, digits) = typed.strip_prefix('-').map_or((1, typed), |rest| (-1, rest));
    if digits.is_empty() || digits.len() > LONGEST_BYTES {
        return None;
    }
    let (whole, part) = digits.split_once(['.', ',']).unwrap_or((digits, ""));
    let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !all_digits(whole) || !all_digits(part) || (whole.is_empty() && part.is_empty()) {
        return None;
    }
    let part = format!("{part:0<3}");
    let number = format!("{whole}{}", part.get(..3)?);
    number.parse::<i128>().ok().map(|number| sign * number)
}

#[cfg(test)]
mod tests {
    use super::{Amount, Unit};

    fn check(value: &str, unit: Unit, milli: Option<i64>) {
        assert_eq!(Amount { value: value.into(), unit }.milli(), milli, "{value} {unit:?}");
    }

    #[test]
    fn a_typed_number_is_read_with_comma_or_point() {
        check("90", Unit::Ml, Some(90_000));
        check("3,5", Unit::FlOz, Some(103_507));
        check("3.5", Unit::FlOz, Some(103_507));
        check(".5", Unit::Kg, Some(500_000));
        check("38,2", Unit::C, Some(38_200));
    }

    #[test]
    fn units_are_exact() {
        check("100.4", Unit::F, Some(38_000));
        check("98.6", Unit::F, Some(37_000));
        check("1", Unit::Lb, Some(453_592));
        check("7 4", Unit::LbOz, Some(3_288_545));
        check("20", Unit::In, Some(50_800));
    }

    #[test]
    fn what_is_no_number_is_none() {
        for typed in ["", "-", "3.5.1", "1e3", "nine", "1234567890123", "7", "."] {
            check(typed, Unit::LbOz, None);
        }
        for typed in ["", "-", "3.5.1", "1e3", "nine", "1234567890123", "."] {
            check(typed, Unit::Ml, None);
        }
    }
}
