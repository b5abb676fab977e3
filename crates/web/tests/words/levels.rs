//! How soon a sentence says to be seen: the levels of urgency that it names, and the days.

use protocol::model::urgency::Urgency;

/// A level, with the days where they are days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Soon {
    pub urgency: Urgency,
    pub days: Option<u16>,
}

impl Soon {
    /// Whether it is as soon as another, or sooner.
    pub fn no_later_than(self, other: Self) -> bool {
        let days = |soon: Self| soon.days.unwrap_or(0);
        match (self.urgency, other.urgency) {
            (Urgency::WithinDays, Urgency::WithinDays) => days(self) <= days(other),
            (mine, other) => mine >= other,
        }
    }

    /// Whether it is the level of another; a day is 24 hours.
    pub fn as_soon_as(self, other: Self) -> bool {
        let day = self.urgency == Urgency::Within24h && other.days == Some(1);
        self.no_later_than(other) && (day || self.urgency == other.urgency)
    }
}

/// Every level that a text names, as the guide writes them.
pub fn named(text: &str) -> Vec<Soon> {
    let low = text.to_lowercase();
    let plain = |urgency| Soon { urgency, days: None };
    let mut all = Vec::new();
    if low.contains("emergency now") {
        all.push(plain(Urgency::EmergencyNow));
    }
    if low.contains("phone within the hour") {
        all.push(plain(Urgency::UrgentCallNow));
    }
    if tokens_of(&low).contains(&"today") {
        all.push(plain(Urgency::SameDay));
    }
    if low.contains("within 24 hours") {
        all.push(plain(Urgency::Within24h));
    }
    all.extend(days(&low).into_iter().map(|days| Soon { urgency: Urgency::WithinDays, days: Some(days) }));
    all
}

fn tokens_of(low: &str) -> Vec<&str> {
    low.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
}

/// `within 3 days`, or `3 days:` and `7 days at most` at the start.
fn days(low: &str) -> Vec<u16> {
    let words = tokens_of(low);
    let starts = low.split_once(" days").is_some_and(|(before, after)| {
        before.parse::<u16>().is_ok() && (after.starts_with(':') || after.starts_with(" at most"))
    });
    let first = words.first().and_then(|word| word.parse().ok()).filter(|_| starts);
    let within = words.windows(3).filter(|three| three[0] == "within" && ["day", "days"].contains(&three[2]));
    first.into_iter().chain(within.filter_map(|three| three[1].parse().ok())).collect()
}

#[test]
fn levels_are_read_as_the_guide_writes_them() {
    let read = |text: &str| named(text).into_iter().map(|soon| (soon.urgency.number(), soon.days)).collect::<Vec<_>>();
    assert_eq!(read("Emergency now: a fit. Phone within the hour if not sure."), [(6, None), (5, None)]);
    assert_eq!(read("Under 3 months, phone within the hour."), [(5, None)]);
    assert_eq!(read("Today too: pus. Within 24 hours: a crack."), [(4, None), (3, None)]);
    assert_eq!(read("Within 3 days: a lump. Within 7 days: another."), [(2, Some(3)), (2, Some(7))]);
    assert_eq!(read("7 days at most: the same spot again."), [(2, Some(7))]);
    assert_eq!(read("3 days: a hard lump, or one that lasted 10 days."), [(2, Some(3))]);
    assert_eq!(read("It does not heal in 5 days."), []);
}

#[test]
fn fewer_days_are_sooner() {
    let days = |days| Soon { urgency: Urgency::WithinDays, days: Some(days) };
    let today = Soon { urgency: Urgency::SameDay, days: None };
    assert!(days(3).no_later_than(days(7)) && days(3).no_later_than(days(3)) && !days(7).no_later_than(days(3)));
    let hours = Soon { urgency: Urgency::Within24h, days: None };
    assert!(
        hours.as_soon_as(days(1))
            && !hours.as_soon_as(days(3))
            && days(3).as_soon_as(days(7))
            && !today.as_soon_as(days(1))
    );
    assert!(today.no_later_than(days(1)) && !days(1).no_later_than(today));
}
