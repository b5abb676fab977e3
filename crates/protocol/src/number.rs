//! One way to read a number that a person typed, exactly, with its unit; what is ambiguous or absurd is asked again.
//!
//! Thresholds are compared in millionths before any rounding, so 37.9999 is not 38 (invariant 18).

use crate::model::finding::{Compare, Cut, Finding, ReadingKind};

/// A number in millionths of its unit, as typed.
const MILLION: i64 = 1_000_000;
/// The most digits of a typed number, so that nothing overflows.
const MOST_DIGITS: usize = 9;

/// A temperature unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    /// °C.
    Celsius,
    /// °F.
    Fahrenheit,
}

/// A number that was understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Number {
    /// Millionths of the unit as typed.
    pub millionths: i64,
    /// The unit of a temperature: given, or the only one the number fits.
    pub unit: Option<Unit>,
}

/// Why a number is asked again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AskAgain {
    /// Nothing that reads as a number.
    NotANumber,
    /// Outside what can be; with the number that was probably meant.
    Outside {
        /// What was probably meant, to be offered, never assumed.
        meant: Option<String>,
        /// Smallest that can be.
        least: &'static str,
        /// Largest that can be.
        most: &'static str,
    },
    /// The unit does not fit the kind of number, or the number fits no unit.
    Unit,
    /// Not a whole number where only whole numbers make sense.
    NotWhole,
}

/// Reads plain digits with at most one `.` or `,` into millionths; nothing else.
#[must_use]
pub fn millionths(written: &str) -> Option<i64> {
    let (whole, part) = match written.split_once(['.', ',']) {
        Some((whole, part)) => (whole, part),
        None => (written, "0"),
    };
    let digits = |text: &str, most: usize| {
        !text.is_empty() && text.len() <= most && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    if !digits(whole, MOST_DIGITS) || !digits(part, 6) {
        return None;
    }
    let part: i64 = format!("{part:0<6}").parse().ok()?;
    whole.parse::<i64>().ok().map(|whole| whole * MILLION + part)
}

/// Reads what a person typed for a kind of number.
///
/// # Errors
/// What is ambiguous or cannot be is asked again, never guessed.
pub fn read(kind: ReadingKind, typed: &str) -> Result<Number, AskAgain> {
    let (written, word) = split_unit(typed);
    let Some(number) = millionths(&written) else { return Err(AskAgain::NotANumber) };
    let unit = unit(kind, &word)?;
    match kind {
        ReadingKind::Temperature => temperature(number, unit.temperature),
        _ => {
            let scaled = number.checked_mul(unit.times).ok_or(AskAgain::NotANumber)?;
            within(kind, scaled).map(|()| Number { millionths: scaled, unit: None })
        }
    }
}

fn split_unit(typed: &str) -> (String, String) {
    let typed = typed.trim();
    let end = typed.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ','))).unwrap_or(typed.len());
    let (number, word) = typed.split_at(end);
    let word: String = word.chars().filter(|c| !c.is_whitespace() && !matches!(c, '°' | 'º' | '.')).collect();
    (number.to_owned(), word.to_lowercase())
}

struct ReadUnit {
    temperature: Option<Unit>,
    /// What one of it is in the unit of the kind.
    times: i64,
}

fn unit(kind: ReadingKind, word: &str) -> Result<ReadUnit, AskAgain> {
    let plain = |times| Ok(ReadUnit { temperature: None, times });
    match (kind, word) {
        (_, "") => plain(1),
        (ReadingKind::Temperature, "c" | "celsius") => Ok(ReadUnit { temperature: Some(Unit::Celsius), times: 1 }),
        (ReadingKind::Temperature, "f" | "fahrenheit") => {
            Ok(ReadUnit { temperature: Some(Unit::Fahrenheit), times: 1 })
        }
        (ReadingKind::Hours, "h" | "hour" | "hours" | "hrs")
        | (ReadingKind::Days, "d" | "day" | "days")
        | (ReadingKind::Percent, "%" | "percent") => plain(1),
        (ReadingKind::Hours, "d" | "day" | "days") => plain(24),
        (ReadingKind::Days, "w" | "week" | "weeks") => plain(7),
        (ReadingKind::PerMinute, "bpm" | "/min" | "aminute" | "perminute" | "min")
        | (ReadingKind::Scale, "/10" | "of10" | "outof10") => plain(1),
        _ => Err(AskAgain::Unit),
    }
}

const C_RANGE: (i64, i64) = (30 * MILLION, 45 * MILLION);
const F_RANGE: (i64, i64) = (85 * MILLION, 115 * MILLION);

fn temperature(number: i64, given: Option<Unit>) -> Result<Number, AskAgain> {
    let fits = |(least, most): (i64, i64)| (least..=most).contains(&number);
    let unit = match given {
        Some(Unit::Celsius) if fits(C_RANGE) => Unit::Celsius,
        Some(Unit::Fahrenheit) if fits(F_RANGE) => Unit::Fahrenheit,
        None if fits(C_RANGE) => Unit::Celsius,
        None if fits(F_RANGE) => Unit::Fahrenheit,
        Some(Unit::Fahrenheit) => {
            return Err(AskAgain::Outside { meant: meant(number), least: "85 °F", most: "115 °F" });
        }
        _ => return Err(AskAgain::Outside { meant: meant(number), least: "30 °C", most: "45 °C" }),
    };
    Ok(Number { millionths: number, unit: Some(unit) })
}

/// A slip of the point (`380` for `38.0`) or of the unit, to be offered as a question.
fn meant(number: i64) -> Option<String> {
    let inside = |value: i64, (least, most): (i64, i64)| (least..=most).contains(&value);
    let show = |value: i64, unit: &str| format!("{}.{} {unit}", value / MILLION, value % MILLION / (MILLION / 10));
    [number, number / 10, number / 100].into_iter().find_map(|value| match () {
        () if inside(value, C_RANGE) => Some(show(value, "°C")),
        () if inside(value, F_RANGE) => Some(show(value, "°F")),
        () => None,
    })
}

fn within(kind: ReadingKind, number: i64) -> Result<(), AskAgain> {
    let (most, least_shown, most_shown, whole) = match kind {
        ReadingKind::PerMinute => (300, "1", "300", true),
        ReadingKind::Scale => (10, "0", "10", true),
        ReadingKind::Hours => (8_760, "0", "8760", false),
        ReadingKind::Days => (1_000, "0", "1000", false),
        ReadingKind::Percent => (40, "0", "40", false),
        ReadingKind::Count | ReadingKind::Temperature => (50, "0", "50", true),
    };
    let least = i64::from(kind == ReadingKind::PerMinute);
    if !(least * MILLION..=most * MILLION).contains(&number) {
        return Err(AskAgain::Outside { meant: None, least: least_shown, most: most_shown });
    }
    if whole && number % MILLION != 0 {
        return Err(AskAgain::NotWhole);
    }
    Ok(())
}

impl Number {
    /// Whether it passes a threshold, exactly: °F are compared as ninths, not converted and rounded.
    #[must_use]
    pub fn passes(&self, cut: &Cut) -> bool {
        let (left, right) = match self.unit {
            Some(Unit::Fahrenheit) => ((self.millionths - 32 * MILLION) * 5, cut.millionths * 9),
            _ => (self.millionths, cut.millionths),
        };
        match cut.compare {
            Compare::AtLeast => left >= right,
            Compare::Over => left > right,
            Compare::Under => left < right,
        }
    }

    /// The level that this number means: the worst whose threshold it passes, or the mildest.
    #[must_use]
    pub fn level(&self, finding: &Finding) -> u8 {
        finding.cuts.iter().filter(|cut| self.passes(cut)).map(|cut| cut.level).max().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn temp(typed: &str) -> Result<(i64, Option<Unit>), AskAgain> {
        read(ReadingKind::Temperature, typed).map(|number| (number.millionths, number.unit))
    }

    #[test]
    fn a_temperature_is_read_however_it_is_typed() {
        for typed in ["38,5", "38.5", " 38.5 °C", "38.5c", "38,50 C"] {
            assert_eq!(temp(typed), Ok((38_500_000, Some(Unit::Celsius))), "{typed}");
        }
        for typed in ["101.3 F", "101,3", "101.3°F", "101.3 fahrenheit"] {
            assert_eq!(temp(typed), Ok((101_300_000, Some(Unit::Fahrenheit))), "{typed}");
        }
        assert_eq!(temp("100.4"), Ok((100_400_000, Some(Unit::Fahrenheit))));
    }

    #[test]
    fn what_is_ambiguous_or_absurd_is_asked_again() {
        for typed in
            ["", "hot", "38.5.1", "1,234.5", "-38", "3e1", "38 40", "٣٨", "38.1234567", "NaN", "38°K", "9999999999"]
        {
            assert!(temp(typed).is_err(), "{typed}");
        }
        let meant = |typed| match temp(typed) {
            Err(AskAgain::Outside { meant, .. }) => meant,
            _ => None,
        };
        assert_eq!(meant("380"), Some("38.0 °C".to_owned()));
        assert_eq!(meant("100.4 C"), Some("100.4 °F".to_owned()));
        assert_eq!(meant("385"), Some("38.5 °C".to_owned()));
        assert_eq!(meant("50"), None);
    }

    #[test]
    fn other_numbers_know_their_range() {
        assert_eq!(read(ReadingKind::Hours, "1 day").map(|n| n.millionths), Ok(24_000_000));
        assert!(read(ReadingKind::Scale, "11").is_err());
        assert_eq!(read(ReadingKind::Scale, "4,5"), Err(AskAgain::NotWhole));
        assert_eq!(read(ReadingKind::PerMinute, "110").map(|n| n.millionths), Ok(110_000_000));
        assert_eq!(read(ReadingKind::Days, "3 hours"), Err(AskAgain::Unit));
    }
}
