//! What each role may do. One table; every door asks it.

use serde::{Deserialize, Serialize};

use super::body::Kind;

/// What a person is in a household.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// May do everything: invite, export, delete the household.
    Owner,
    /// May log, change and see all that is not private to another.
    Parent,
    /// May log, and see today. Never deletes.
    Helper,
    /// May read until a date; may unlock the vibration session and raise a rule for this person.
    Clinician,
    /// A gadget: writes one kind, reads nothing.
    Device,
}

/// Something that a person wants to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Act {
    /// Log an entry of a kind.
    Log(Kind),
    /// Change an entry that somebody logged.
    Change,
    /// Put an entry into the bin, or take it out.
    Bin,
    /// See what was logged today.
    SeeToday,
    /// See everything before today.
    SeeAll,
    /// Invite and remove people, change settings, export, delete the household.
    Govern,
    /// Unlock a session, raise a rule for a person.
    Raise,
}

impl Role {
    /// Whether this role may do that. A device is told its one kind by its token: here it may log any.
    #[must_use]
    pub fn may(self, act: Act) -> bool {
        match self {
            Self::Owner => !matches!(act, Act::Raise),
            Self::Parent => matches!(act, Act::Log(_) | Act::Change | Act::Bin | Act::SeeToday | Act::SeeAll),
            Self::Helper => matches!(act, Act::Log(_) | Act::SeeToday),
            Self::Clinician => matches!(act, Act::SeeToday | Act::SeeAll | Act::Raise),
            Self::Device => matches!(act, Act::Log(_)),
        }
    }

    /// Its name in JSON and in the store.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Parent => "parent",
            Self::Helper => "helper",
            Self::Clinician => "clinician",
            Self::Device => "device",
        }
    }

    /// The role of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        [Self::Owner, Self::Parent, Self::Helper, Self::Clinician, Self::Device]
            .into_iter()
            .find(|role| role.name() == name)
    }
}

/// What of a parent is her own: hidden even from other owners until she shares it, kind by kind.
///
/// A temperature and a relief session of hers tell as much as a symptom does, and go with it.
#[must_use]
pub fn private_group(kind: Kind) -> Option<Kind> {
    match kind {
        Kind::Symptom | Kind::Temperature | Kind::Session => Some(Kind::Symptom),
        Kind::Medicine | Kind::Mood | Kind::Check => Some(kind),
        _ => None,
    }
}
