//! A household that nobody lives in: two parents, a helper and a baby, for the demo and for benches.
//!
//! The same seed gives the same household, on every machine and on every day. Its numbers are those with which other trackers were measured:
//! 6,000 feeds, 4,000 nappies and 1,500 pump sessions a year. Everything says that it is invented. Nothing of it is advice: what these people
//! take and do is there to fill pages.

mod baby;
mod chance;
mod diary;
mod parent;
mod present;
mod script;

use care::record::amount::Unit;
use care::record::body::Kind;
use care::record::household::{Baby, BabyState, Household, Person};
use care::record::id::{BabyId, HouseholdId, PersonId};
use care::record::revision::Subject;
use care::record::role::Role;
use care::record::settings::Settings;
use jiff::civil::Date;
pub use present::present;
use uuid::Uuid;

use super::export::Export;
use chance::Chance;
use diary::Diary;

/// What is invented.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invented {
    /// Another seed is another household.
    pub seed: u64,
    /// The day on which the baby is born, and the first of the record.
    pub start: Date,
    /// How many days it has.
    pub days: u32,
    /// Where they live, such as `Europe/London`.
    pub zone: String,
}

/// The people and the baby.
#[derive(Debug, Clone, Copy)]
struct Cast {
    mother: PersonId,
    other: PersonId,
    helper: PersonId,
    baby: BabyId,
}

/// Entries a year, by which a day gets its share.
const FEEDS: u64 = 6_000;
const NAPPIES: u64 = 4_000;
const PUMPS: u64 = 1_500;
const SLEEPS: u64 = 1_460;
const YEAR_DAYS: u64 = 365;

impl Invented {
    /// Invents it.
    #[must_use]
    pub fn household(&self) -> Export {
        let mut chance = Chance::new(self.seed);
        let id = HouseholdId(chance.id());
        let cast = Cast {
            mother: PersonId(chance.id()),
            other: PersonId(chance.id()),
            helper: PersonId(chance.id()),
            baby: BabyId(chance.id()),
        };
        let mut diary = Diary::new(chance, cast, self.start, &self.zone);
        let said = "Invented: nobody lives in this household, and nothing in it happened.";
        diary.note(0, 0, cast.mother, Subject::Parent(cast.mother), said);
        for day in 0..self.days {
            baby::day(&mut diary, day);
            parent::day(&mut diary, day);
        }
        Export { household: household(id, cast, self), revisions: diary.revisions() }
    }
}

/// How many of so many a year fall on a day.
fn share(a_year: u64, day: u32) -> u32 {
    let until = |days: u64| a_year * days / YEAR_DAYS;
    let day = u64::from(day);
    u32::try_from(until(day + 1) - until(day)).unwrap_or(0)
}

fn household(id: HouseholdId, cast: Cast, invented: &Invented) -> Household {
    let person = |id, name: &str, role, shares| Person {
        id,
        name: name.to_owned(),
        role,
        until_ms: None,
        removed: false,
        shares,
        writes: None,
    };
    let mut people = vec![
        person(cast.mother, "Invented parent", Role::Owner, vec![Kind::Medicine]),
        person(cast.other, "Invented other parent", Role::Parent, Vec::new()),
        person(cast.helper, "Invented helper", Role::Helper, Vec::new()),
    ];
    people.sort_by_key(|person| person.id);
    let born = invented.start.to_string();
    let baby = Baby { id: cast.baby, name: "Invented baby".to_owned(), born, state: BabyState::Home };
    let settings =
        Settings { region: "UK".to_owned(), zone: invented.zone.clone(), mass: Unit::Kg, ..Settings::default() };
    Household { id, settings, people, babies: vec![baby] }
}

/// An id that a device made at that time.
fn made_at(at_ms: i64, chance: &mut Chance) -> Uuid {
    uuid::Builder::from_unix_timestamp_millis(u64::try_from(at_ms).unwrap_or(0), &chance.bytes()).into_uuid()
}
