//! When something was, and where: an instant, with the zone and the offset that the clock on the wall had there.

use jiff::civil::Date;
use jiff::tz::{Offset, TimeZone};
use jiff::{Timestamp, Zoned};
use serde::{Deserialize, Serialize};

/// An instant as it was on the wall.
///
/// The offset is kept beside the zone because zones change their rules: what a family saw on the clock stays true.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Moment {
    /// Milliseconds since 1970, UTC.
    pub at_ms: i64,
    /// Name of the zone, such as `Europe/London`; empty when the device did not know it.
    #[serde(default)]
    pub zone: String,
    /// What the clock was ahead of UTC, in seconds.
    pub offset_s: i32,
}

impl Moment {
    /// The same place, so much later.
    #[must_use]
    pub fn later_ms(&self, later_ms: i64) -> Self {
        let at_ms = self.at_ms.saturating_add(later_ms);
        let zone = TimeZone::get(&self.zone).ok().zip(Timestamp::from_millisecond(at_ms).ok());
        let offset_s = zone.map_or(self.offset_s, |(zone, at)| zone.to_offset(at).seconds());
        Self { at_ms, zone: self.zone.clone(), offset_s }
    }

    /// An instant in a zone. An unknown zone has no offset of its own: UTC.
    #[must_use]
    pub fn in_zone(at_ms: i64, zone: &str) -> Self {
        Self { at_ms: 0, zone: zone.to_owned(), offset_s: 0 }.later_ms(at_ms)
    }

    /// The clock on the wall. What lies outside the years that a calendar has is moved to its edge.
    #[must_use]
    pub fn on_the_wall(&self) -> Zoned {
        let edge = if self.at_ms < 0 { Timestamp::MIN } else { Timestamp::MAX };
        let at = Timestamp::from_millisecond(self.at_ms).unwrap_or(edge);
        at.to_zoned(TimeZone::fixed(Offset::from_seconds(self.offset_s).unwrap_or(Offset::UTC)))
    }

    /// The local day, where it was.
    #[must_use]
    pub fn day(&self) -> Date {
        self.on_the_wall().date()
    }
}

#[cfg(test)]
mod tests {
    use super::Moment;

    #[test]
    fn the_day_is_the_one_on_the_wall() {
        // 2026-03-29 00:30 UTC: half past midnight in London, 20:30 the evening before in New York.
        let at_ms = 1_774_744_200_000;
        assert_eq!(Moment::in_zone(at_ms, "Europe/London").day().to_string(), "2026-03-29");
        assert_eq!(Moment::in_zone(at_ms, "America/New_York").day().to_string(), "2026-03-28");
    }

    #[test]
    fn an_hour_later_may_have_another_offset() {
        // London's clocks go forward at 01:00 UTC.
        let before = Moment::in_zone(1_774_744_200_000, "Europe/London");
        assert_eq!((before.offset_s, before.later_ms(3_600_000).offset_s), (0, 3_600));
    }

    #[test]
    fn a_zone_that_nobody_knows_keeps_the_offset_that_was_seen() {
        let seen = Moment { at_ms: 0, zone: "Moon/Sea".into(), offset_s: 7_200 };
        assert_eq!(seen.later_ms(1_000).offset_s, 7_200);
    }
}
