//! Who belongs together.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::body::Kind;
use super::id::{BabyId, HouseholdId, PersonId};
use super::revision::Subject;
use super::role::{Act, Role, private_group};
use super::settings::Settings;

/// The edition of what is private and what a role may see. Whoever changes `private_group` or who sees what counts it up: then every phone asks anew.
const SCOPES: u8 = 1;

/// A household as a page needs it: small, and read whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Household {
    /// Its id.
    pub id: HouseholdId,
    /// How it counts and measures.
    pub settings: Settings,
    /// Everybody, also who has left: their names stand at what they logged.
    pub people: Vec<Person>,
    /// All babies.
    pub babies: Vec<Baby>,
}

/// Somebody who may read or write.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Her id.
    pub id: PersonId,
    /// What the others call her.
    pub name: String,
    /// What she may do.
    pub role: Role,
    /// Until when, milliseconds since 1970; none: until she is removed.
    #[serde(default)]
    pub until_ms: Option<i64>,
    /// Whether she was removed.
    #[serde(default)]
    pub removed: bool,
    /// What of her own she shares with the household.
    #[serde(default)]
    pub shares: Vec<Kind>,
    /// The one kind that a device writes.
    #[serde(default)]
    pub writes: Option<Kind>,
}

/// A baby.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Baby {
    /// Its id.
    pub id: BabyId,
    /// Its name; may be empty.
    pub name: String,
    /// Day of birth, `2026-11-01`.
    pub born: String,
    /// How it is.
    pub state: BabyState,
}

/// How a baby is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BabyState {
    /// At home.
    Home,
    /// In hospital.
    Hospital,
    /// Died. From then on nothing mentions this baby unless it is opened.
    Died,
}

impl Household {
    /// The person of that id.
    #[must_use]
    pub fn person(&self, id: PersonId) -> Option<&Person> {
        self.people.iter().find(|person| person.id == id)
    }

    /// Babies that pages, counts and reminders may mention.
    pub fn present_babies(&self) -> impl Iterator<Item = &Baby> {
        self.babies.iter().filter(|baby| baby.state != BabyState::Died)
    }

    /// Whether `reader` may see entries of this kind about this subject. What is private to a parent is hers until she shares it.
    #[must_use]
    pub fn may_see(&self, reader: &Person, subject: Subject, kind: Kind) -> bool {
        if !reader.role.may(Act::SeeToday) {
            return false;
        }
        let Subject::Parent(owner) = subject else { return true };
        let Some(group) = private_group(kind) else { return true };
        owner == reader.id || self.person(owner).is_some_and(|owner| owner.shares.contains(&group))
    }

    /// What `reader` may see, as a text that is the same for as long as [`Household::may_see`] and her role say the same. A phone that has kept
    /// it notices when something was shared with her or taken back; it reads nothing out of it.
    #[must_use]
    pub fn scope_of(&self, reader: &Person) -> String {
        let reach = match (reader.role.may(Act::SeeToday), reader.role.may(Act::SeeAll)) {
            (false, _) => "none",
            (true, false) => "today",
            (true, true) => "all",
        };
        let shared = self.people.iter().filter(|one| one.id != reader.id && !one.shares.is_empty());
        let shared = shared.map(|one| {
            let groups: BTreeSet<&str> = one.shares.iter().map(|group| group.name()).collect();
            format!(" {}:{}", one.id, groups.into_iter().collect::<Vec<_>>().join("+"))
        });
        format!("{SCOPES} {reach}{}", shared.collect::<BTreeSet<_>>().into_iter().collect::<String>())
    }
}

impl Person {
    /// Whether she may still come in at that instant.
    #[must_use]
    pub fn is_let_in(&self, now_ms: i64) -> bool {
        !self.removed && self.until_ms.is_none_or(|until_ms| now_ms < until_ms)
    }
}
