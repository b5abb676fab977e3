//! Clock times of deadlines: always an instant a person can read, never only a span.

use jiff::{ToSpan, Zoned};
use protocol::model::urgency::Deadline;

use crate::view::When;
use crate::words::Words;

/// The messages that name the days, Monday first.
const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// The present in seconds since 1970, UTC.
#[must_use]
pub fn now_s() -> i64 {
    jiff::Timestamp::now().as_second()
}

/// The present in milliseconds since 1970, UTC.
#[must_use]
pub fn now_ms() -> i64 {
    jiff::Timestamp::now().as_millisecond()
}

/// Today in this machine's zone: `2026-11-26`.
#[must_use]
pub fn today() -> String {
    Zoned::now().date().to_string()
}

/// The time at which a page is made. Only the edges of the program ask for it; everything below is handed one.
#[derive(Debug, Clone)]
pub struct Clock {
    now: Zoned,
    words: Words,
}

impl Clock {
    /// The present, in this machine's zone.
    #[must_use]
    pub fn now(words: &Words) -> Self {
        Self::at(Zoned::now(), words)
    }

    /// A given instant, for tests.
    #[must_use]
    pub fn at(instant: Zoned, words: &Words) -> Self {
        Self { now: instant, words: words.clone() }
    }

    /// An instant in this machine's zone; the present for one that no calendar reaches.
    #[must_use]
    pub fn at_ms(at_ms: i64, words: &Words) -> Self {
        let at = jiff::Timestamp::from_millisecond(at_ms).unwrap_or_else(|_| jiff::Timestamp::now());
        Self::at(at.to_zoned(jiff::tz::TimeZone::system()), words)
    }

    /// The instant until which something must be done; nothing for "now" and for no deadline.
    #[must_use]
    pub fn deadline(&self, deadline: Deadline, days: Option<u16>) -> Option<When> {
        match deadline {
            Deadline::Now | Deadline::None => None,
            Deadline::Hours(hours) | Deadline::Recheck(hours) => self.after_hours(i64::from(hours)),
            Deadline::Days => days.and_then(|days| self.after_hours(i64::from(days) * 24)),
        }
    }

    /// A given instant, in this machine's zone until the phone says it in its own.
    #[must_use]
    pub fn instant(at_s: i64, words: &Words) -> Option<When> {
        let then = jiff::Timestamp::from_second(at_s).ok()?.to_zoned(jiff::tz::TimeZone::system());
        Some(when(&then, words))
    }

    /// An instant so many hours from now. Hours are real hours: a changed clock does not make them shorter.
    #[must_use]
    pub fn after_hours(&self, hours: i64) -> Option<When> {
        Some(when(&self.now.checked_add(hours.hours()).ok()?, &self.words))
    }
}

fn when(then: &Zoned, words: &Words) -> When {
    let day = usize::try_from(then.weekday().to_monday_zero_offset()).unwrap_or_default();
    let values = [("day", words.say(DAYS[day])), ("time", then.strftime("%H:%M").to_string())];
    let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
    When { datetime: then.timestamp().to_string(), words: words.say_with("day-and-time", &values) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_clock_does_not_shorten_a_day() {
        let evening: Zoned = "2026-03-28T20:00:00[Europe/London]".parse().expect("a time");
        let when = Clock::at(evening, &crate::english()).deadline(Deadline::Hours(24), None).expect("a deadline");
        assert_eq!(when.words, "Sunday 21:00");
        assert_eq!(when.datetime, "2026-03-29T20:00:00Z");
    }
}
