//! Urgency levels, their words, and the numbers to call.

use crate::text::Text;

/// Urgency, from nothing to emergency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
#[repr(u8)]
pub enum Urgency {
    /// Nothing found that needs care.
    #[default]
    None = 0,
    /// Relief plan and re-check.
    SelfCare = 1,
    /// Book: 1, 3 or 7 days.
    WithinDays = 2,
    /// Be assessed inside 24 hours.
    Within24h = 3,
    /// Be assessed today.
    SameDay = 4,
    /// Speak to a clinician within the hour.
    UrgentCallNow = 5,
    /// Emergency number now.
    EmergencyNow = 6,
}

impl Urgency {
    /// All levels, mildest first.
    pub const ALL: [Self; 7] = [
        Self::None,
        Self::SelfCare,
        Self::WithinDays,
        Self::Within24h,
        Self::SameDay,
        Self::UrgentCallNow,
        Self::EmergencyNow,
    ];

    /// Its number, 0 to 6.
    #[must_use]
    pub const fn number(self) -> u8 {
        self as u8
    }

    /// Its id in rules and results.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::SelfCare => "self_care",
            Self::WithinDays => "within_days",
            Self::Within24h => "within_24h",
            Self::SameDay => "same_day",
            Self::UrgentCallNow => "urgent_call_now",
            Self::EmergencyNow => "emergency_now",
        }
    }

    /// The level with this id.
    #[must_use]
    pub fn named(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|urgency| urgency.id() == id)
    }
}

/// What is told at a level.
#[derive(Debug, Clone)]
pub struct UrgencyWords {
    /// The level.
    pub urgency: Urgency,
    /// The level in two or three words.
    pub head: Text,
    /// What to do, one sentence.
    pub act: Text,
    /// The rest.
    pub say: Text,
    /// Until when.
    pub deadline: Deadline,
}

/// Until when something must be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deadline {
    /// Now.
    Now,
    /// Within hours.
    Hours(u16),
    /// Within the days of the rule.
    Days,
    /// A re-check after hours.
    Recheck(u16),
    /// No deadline.
    None,
}

/// Phone numbers of one region.
#[derive(Debug, Clone)]
pub struct Region {
    /// Its code, such as `UK`.
    pub code: String,
    /// Its name.
    pub name: Text,
    /// Emergency numbers; the first leads.
    pub emergency: Vec<Phone>,
    /// Urgent advice.
    pub urgent: Vec<Phone>,
    /// Crisis lines.
    pub crisis: Vec<Phone>,
    /// Poison advice.
    pub poison: Vec<Phone>,
    /// The day of the last check, `None` while unverified.
    pub checked: Option<String>,
    /// For reviewers.
    pub note: Option<Text>,
}

/// A number to call, or words where there is no single number.
#[derive(Debug, Clone)]
pub struct Phone {
    /// What is shown.
    pub shown: Text,
    /// What a phone dials, if anything.
    pub dial: Option<String>,
}
