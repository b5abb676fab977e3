//! A number as it was typed: what is accepted is what was written, in its range; comma and point are one.

use protocol::model::finding::ReadingKind;
use protocol::number::{AskAgain, Number, Unit, read};

const MILLION: i64 = 1_000_000;

pub const KINDS: [ReadingKind; 7] = [
    ReadingKind::Temperature,
    ReadingKind::PerMinute,
    ReadingKind::Scale,
    ReadingKind::Hours,
    ReadingKind::Days,
    ReadingKind::Percent,
    ReadingKind::Count,
];

/// The first byte chooses the kind, the rest was typed.
pub fn check(bytes: &[u8]) {
    let Some((first, typed)) = bytes.split_first() else { return };
    let Ok(typed) = std::str::from_utf8(typed) else { return };
    let kind = KINDS[usize::from(*first) % KINDS.len()];
    let told = read(kind, typed);
    assert_eq!(read(kind, &points(typed)), told, "comma and point");
    assert_eq!(read(kind, &format!(" \n{typed}\u{a0}")), told, "blanks around it");
    match told {
        Ok(number) => accepted(kind, typed, number),
        Err(AskAgain::Outside { meant: Some(meant), .. }) => {
            assert!(read(kind, &meant).is_ok(), "`{meant}` is offered and would be refused");
        }
        Err(_) => {}
    }
}

/// The same with points for commas, where the number stands.
fn points(typed: &str) -> String {
    let end = typed
        .find(|c: char| !(c.is_ascii_digit() || c.is_whitespace() || matches!(c, '.' | ',')))
        .unwrap_or(typed.len());
    // A comma behind a blank belongs to the unit.
    let start = typed.len() - typed.trim_start().len();
    let blank = typed[start..end].find(char::is_whitespace).map_or(end, |at| start + at);
    format!("{}{}", typed[..blank].replace(',', "."), &typed[blank..])
}

fn accepted(kind: ReadingKind, typed: &str, number: Number) {
    let (least, most) = match (kind, number.unit) {
        (ReadingKind::Temperature, Some(Unit::Celsius)) => (30, 45),
        (ReadingKind::Temperature, Some(Unit::Fahrenheit)) => (85, 115),
        (ReadingKind::PerMinute, None) => (1, 300),
        (ReadingKind::Scale, None) => (0, 10),
        (ReadingKind::Hours, None) => (0, 8_760),
        (ReadingKind::Days, None) => (0, 1_000),
        (ReadingKind::Percent, None) => (0, 40),
        (ReadingKind::Count, None) => (0, 50),
        (kind, unit) => panic!("{kind:?} in {unit:?}"),
    };
    assert!((least * MILLION..=most * MILLION).contains(&number.millionths), "{kind:?}: {number:?}");
    let written = exact(typed);
    let times: &[i64] = match kind {
        ReadingKind::Hours => &[1, 24],
        ReadingKind::Days => &[1, 7],
        _ => &[1],
    };
    assert!(times.iter().any(|times| written * times == number.millionths), "`{typed}` was read as {number:?}");
}

/// The digits one by one, in millionths: slow, and nothing like the reader.
fn exact(typed: &str) -> i64 {
    let (mut value, mut place) = (0_i64, None);
    for digit in typed.trim().chars() {
        match (digit.to_digit(10), digit, place) {
            (Some(digit), _, None) => value = value * 10 + i64::from(digit) * MILLION,
            (Some(digit), _, Some(worth)) => {
                value += i64::from(digit) * worth;
                place = Some(worth / 10);
            }
            (None, '.' | ',', None) => place = Some(MILLION / 10),
            _ => break,
        }
    }
    value
}

#[cfg(test)]
mod tests {
    use super::{exact, points};

    #[test]
    fn digits_are_summed_by_their_places() {
        assert_eq!([exact(" 38,5 c"), exact("0.000001"), exact("12 %")], [38_500_000, 1, 12_000_000]);
    }

    #[test]
    fn commas_become_points_in_the_number_alone() {
        assert_eq!([points("38,5 c,"), points(" 1,2,3"), points("38 ,c")], ["38.5 c,", " 1.2.3", "38 ,c"]);
    }
}
