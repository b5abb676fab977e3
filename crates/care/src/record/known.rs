//! What the record tells the rules: a dangerous value is answered at once, before anybody thinks of a check.
//!
//! The record only ever says that something is worse than the mildest. A reading of 36.8 is no proof that there was no fever since, and what
//! nobody logged is not "no": it stays unanswered, and a check that is begun from here asks for it.

mod baby;
mod nappy;
mod parent;
mod sayer;
mod weight;

use std::collections::BTreeMap;

use jiff::civil::Date;
use protocol::answers::{Answers, Given};
use protocol::compile::Compiled;
use protocol::interview::{Interview, Said};
use protocol::model::finding::{FindingId, Subject as Patient};
use protocol::model::urgency::Urgency;

use super::body::Kind;
use super::entry::Entry;
use super::household::{Baby, BabyState, Household};
use super::id::{BabyId, PersonId};
use super::moment::Moment;
use super::revision::Subject;
use sayer::Sayer;
pub use weight::STILL_NOW_MS as WEIGHT_STILL_NOW_MS;

/// An hour, in milliseconds.
const HOUR_MS: i64 = 3_600_000;
/// A day of 24 hours, in milliseconds.
const DAY_MS: i64 = 24 * HOUR_MS;
/// What was logged so long ago still counts as what is now: the findings ask for the last 24 hours.
pub const ALARM_MS: i64 = DAY_MS;
/// What may stand as an answer when a check begins: answers are valid for 12 hours (invariant 13).
pub const FRESH_MS: i64 = 12 * HOUR_MS;

/// Kinds of which older entries count too, and how far back, in milliseconds; none: all of them. A phone keeps these beside its last weeks, and
/// whoever reads entries for [`known`] reads them as well.
pub const REACH: [(Kind, Option<i64>); 2] = [(Kind::Weight, None), (Kind::Mood, Some(parent::MOOD_MS))];

/// Whom to look at, when, and in what.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// The household.
    pub household: &'a Household,
    /// Its newest entries that the reader may see, in any order.
    pub entries: &'a [Entry],
    /// The parent; none: nothing is said of a parent.
    pub parent: Option<PersonId>,
    /// The baby; none, unknown or died: nothing is said of a baby. With a parent beside it: the youngest, because rules of hers ask its age.
    pub baby: Option<BabyId>,
    /// The present, milliseconds since 1970.
    pub now_ms: i64,
    /// How far back entries count: [`ALARM_MS`] or [`FRESH_MS`].
    pub within_ms: i64,
    /// The parent says that every nappy was logged. Without that no nappy is ever missed (i.2).
    pub logging_complete: bool,
}

/// What is known, as answers; with how it was typed, so that a reason can name it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Known {
    /// The answers.
    pub answers: Answers,
    /// Readings as they were typed.
    pub said: BTreeMap<FindingId, Said>,
}

/// Something that is urgent by what was logged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alarm {
    /// Whose.
    pub patient: Patient,
    /// How urgent: always above care at home. It can only rise with what is answered.
    pub urgency: Urgency,
    /// Days, for `within_days`.
    pub days: Option<u16>,
    /// Ids of the rules that say so.
    pub reasons: Vec<String>,
}

/// What the record knows.
#[must_use]
pub fn known(compiled: &Compiled, asked: &Asked) -> Known {
    let mut sayer = Sayer::new(&compiled.protocol);
    let today = Moment::in_zone(asked.now_ms, &asked.household.settings.zone).day();
    let baby = asked.household.present_babies().find(|baby| Some(baby.id) == asked.baby);
    context(&mut sayer, asked.household, baby, today);
    if let Some(parent) = asked.parent {
        parent::say(&mut sayer, asked, parent);
    }
    if let Some(baby) = baby {
        baby::say(&mut sayer, asked, baby, today);
    }
    sayer.known
}

/// Who of both is in need of somebody, by these answers: parent first.
#[must_use]
pub fn answered(compiled: &Compiled, answers: &Answers) -> Vec<Alarm> {
    let assessment = compiled.read(answers).assess();
    let of = |patient| {
        let reached = assessment.of(patient).filter(|reached| reached.urgency > Urgency::SelfCare)?;
        let rules = assessment.fired.iter().filter_map(|at| compiled.protocol.rules.get(at));
        let deciding = rules.filter(|rule| rule.subject == patient && rule.urgency == reached.urgency);
        let reasons = deciding.map(|rule| rule.id.clone()).collect();
        Some(Alarm { patient, urgency: reached.urgency, days: reached.days, reasons })
    };
    [Patient::Parent, Patient::Baby].into_iter().filter_map(of).collect()
}

/// From when an alarm has stood, milliseconds since 1970: the time of the first entry with which it came to this urgency. A deadline is
/// counted from there; counted from the present it would never come.
#[must_use]
pub fn since_ms(compiled: &Compiled, asked: &Asked, alarm: &Alarm) -> i64 {
    let mut times: Vec<i64> = asked.entries.iter().map(|entry| entry.at.at_ms.min(asked.now_ms)).collect();
    times.sort_unstable();
    times.dedup();
    let stood = |until_ms: &i64| {
        let entries: Vec<Entry> = asked.entries.iter().filter(|entry| entry.at.at_ms <= *until_ms).cloned().collect();
        let then = known(compiled, &Asked { entries: &entries, ..*asked });
        answered(compiled, &then.answers).iter().any(|one| one.patient == alarm.patient && one.urgency >= alarm.urgency)
    };
    times.into_iter().find(stood).unwrap_or(asked.now_ms)
}

impl Known {
    /// A check that begins with this: what is known stands, what is known only in part is asked for, the rest is open.
    #[must_use]
    pub fn interview(&self, now_ms: i64) -> Interview {
        let mut interview = Interview { answers: self.answers, said: self.said.clone(), ..Interview::default() };
        interview.began_s = Some(now_ms.div_euclid(1_000));
        for finding in self.answers.answered().iter() {
            if self.answers.given(finding) == Some(Given::Unsure) {
                interview.answers.forget(finding);
                interview.ticked.insert(finding);
            }
        }
        interview
    }
}

fn context(sayer: &mut Sayer, household: &Household, baby: Option<&Baby>, today: Date) {
    sayer.know("region", &household.settings.region);
    let present: Vec<&Baby> = household.present_babies().collect();
    let at_home = present.iter().any(|baby| baby.state == BabyState::Home);
    match (household.babies.is_empty(), present.is_empty()) {
        (true, _) => {}
        (_, true) => sayer.know("baby", "none"),
        _ => sayer.know("baby", if at_home { "with_parent" } else { "in_hospital" }),
    }
    // The last pregnancy ended with the last birth, whoever lives.
    let births = household.babies.iter().filter_map(|baby| age_days(baby, today));
    if let Some(days) = births.min() {
        sayer.know_number("days_since_birth", days);
    }
    let youngest = present.iter().filter_map(|baby| age_days(baby, today)).min();
    if let Some(days) = baby.map_or(youngest, |baby| age_days(baby, today)) {
        sayer.know_number("baby_age_days", days);
    }
}

/// Whole local days since the day of birth; nothing before it, or when it does not read.
fn age_days(baby: &Baby, day: Date) -> Option<i64> {
    let born: Date = baby.born.parse().ok()?;
    let days = (day - born).get_days();
    (days >= 0).then_some(i64::from(days))
}

impl Asked<'_> {
    /// All entries of a subject, with the instant that counts. What lies in the future was typed with a slip, and is of now.
    fn of(&self, subject: Subject) -> impl Iterator<Item = (&Entry, i64)> {
        let of_subject = move |entry: &&Entry| !entry.binned && entry.content.subject == subject;
        self.entries.iter().filter(of_subject).map(|entry| (entry, entry.at.at_ms.min(self.now_ms)))
    }

    /// Entries of a subject that are not older than so long.
    fn recent(&self, subject: Subject, within_ms: i64) -> impl Iterator<Item = &Entry> {
        let from_ms = self.now_ms.saturating_sub(within_ms);
        self.of(subject).filter(move |(_, at_ms)| *at_ms >= from_ms).map(|(entry, _)| entry)
    }
}
