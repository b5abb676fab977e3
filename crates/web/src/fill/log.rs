//! Pages of what is logged: forms, entries, days. Pure: household, entries, the present in; a view out.

pub mod amount;
pub mod day;
pub mod dose;
pub mod entry;
pub mod form;
pub mod said;
pub mod saved;

use care::record::household::{Household, Person};
use care::record::id::PersonId;
use care::record::moment::Moment;
use care::record::revision::Subject;
use jiff::civil::Date;

use crate::words::Words;

/// Who reads, where and when.
#[derive(Debug, Clone, Copy)]
pub struct Reader<'r> {
    /// The household.
    pub household: &'r Household,
    /// She.
    pub person: &'r Person,
    /// The words in her voice.
    pub words: &'r Words,
    /// Her zone.
    pub zone: &'r str,
    /// The present, milliseconds since 1970.
    pub now_ms: i64,
}

impl Reader<'_> {
    /// A person as she is named to the reader: `you`, or her name.
    #[must_use]
    pub fn name(&self, id: PersonId) -> String {
        let named = || self.household.person(id).map(|one| one.name.clone()).filter(|name| !name.is_empty());
        if id == self.person.id {
            self.words.say("log-you")
        } else {
            named().unwrap_or_else(|| self.words.say("log-someone"))
        }
    }

    /// The same at the beginning of a sentence.
    #[must_use]
    pub fn name_first(&self, id: PersonId) -> String {
        if id == self.person.id { self.words.say("log-you-start") } else { self.name(id) }
    }

    /// Of whom an entry speaks.
    #[must_use]
    pub fn subject(&self, subject: Subject) -> String {
        match subject {
            Subject::Parent(id) => self.name(id),
            Subject::Baby(id) => {
                let named = self.household.babies.iter().find(|baby| baby.id == id).map(|baby| baby.name.clone());
                named.filter(|name| !name.is_empty()).unwrap_or_else(|| self.words.say("log-the-baby"))
            }
        }
    }

    /// A day in words: `Thursday 26 November`, and the year of another one.
    #[must_use]
    pub fn date(&self, day: Date) -> String {
        const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
        let weekday = usize::try_from(day.weekday().to_monday_zero_offset()).ok().and_then(|at| DAYS.get(at));
        let weekday = weekday.map(|id| self.words.say(id)).unwrap_or_default();
        let month = self.words.say(&format!("log-month-{}", day.month()));
        let date = [("weekday", weekday), ("day", day.day().to_string()), ("month", month)];
        let date = date.each_ref().map(|(name, value)| (*name, value.as_str()));
        let said = self.words.say_with("log-date", &date);
        if Moment::in_zone(self.now_ms, self.zone).day().year() == day.year() {
            return said;
        }
        self.words.say_with("log-date-year", &[("date", &said), ("year", &day.year().to_string())])
    }

    /// The clock on the wall at a moment.
    #[must_use]
    pub fn clock(&self, moment: &Moment) -> String {
        moment.on_the_wall().strftime("%H:%M").to_string()
    }
}
