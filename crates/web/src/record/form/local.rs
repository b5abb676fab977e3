//! A time on the wall, and the instant that it was. Where the clocks changed a time may have been twice, or never.

use jiff::civil::DateTime;
use jiff::tz::{AmbiguousOffset, Offset, TimeZone};

/// The instant of a time on the wall, milliseconds since 1970.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Local {
    /// It was once.
    Once(i64),
    /// The clocks went back: it was twice.
    Twice(i64, i64),
    /// The clocks went forward over it: so much later it would have been.
    Skipped(i64),
}

/// Reads `2026-11-26` and `03:12`; nothing when they are none. An unknown zone is UTC.
#[must_use]
pub fn instant(day: &str, clock: &str, zone: &str) -> Option<Local> {
    let shaped = |text: &str, shape: &str| {
        text.len() == shape.len()
            && text.bytes().zip(shape.bytes()).all(
                |(byte, wanted)| {
                    if wanted == b'0' { byte.is_ascii_digit() } else { byte == wanted }
                },
            )
    };
    if !shaped(day, "0000-00-00") || !(shaped(clock, "00:00") || shaped(clock, "00:00:00")) {
        return None;
    }
    let wall: DateTime = format!("{day}T{clock}").parse().ok()?;
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    let at = |offset: Offset| offset.to_timestamp(wall).ok().map(|at| at.as_millisecond());
    Some(match zone.to_ambiguous_timestamp(wall).offset() {
        AmbiguousOffset::Unambiguous { offset } => Local::Once(at(offset)?),
        AmbiguousOffset::Gap { before, .. } => Local::Skipped(at(before)?),
        AmbiguousOffset::Fold { before, after } => Local::Twice(at(before)?, at(after)?),
    })
}

#[cfg(test)]
mod tests {
    use super::{Local, instant};

    #[test]
    fn a_time_that_was_twice_or_never_is_told() {
        let hour_ms = 3_600_000;
        let first_ms = 1_792_888_200_000;
        assert_eq!(instant("2026-10-25", "01:30", "Europe/London"), Some(Local::Twice(first_ms, first_ms + hour_ms)));
        assert_eq!(instant("2026-03-29", "01:30", "Europe/London"), Some(Local::Skipped(1_774_747_800_000)));
        assert_eq!(instant("2026-03-29", "00:30", "Europe/London"), Some(Local::Once(1_774_744_200_000)));
        assert_eq!(instant("2026-02-30", "00:30", "Europe/London"), None);
        assert_eq!(instant("2026-02-03", "24:30", "Europe/London"), None);
    }
}
