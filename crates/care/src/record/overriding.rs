//! What a clinician sets for one parent: a session unlocked, a rule raised. Never lowered. Written down with who and when, never over.
//!
//! What of it counts for her now is [`counting`]; with it her rules are [`raised`] and a withheld session is [`unlocked`].

use protocol::model::Protocol;
use protocol::model::urgency::Urgency;
use protocol::raised::Raised;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::household::{Household, Person};
use super::id::PersonId;
use super::role::{Act, Role};

/// What is set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum Set {
    /// A session that is withheld may be opened. Its gate and its limits stay as they are.
    Unlock {
        /// The session.
        session: String,
        /// Which text of the evidence card was shown: the id of the entry and the fingerprint of what it said.
        card: String,
    },
    /// A rule counts as more urgent.
    Raise {
        /// The rule.
        rule: String,
        /// From now on at least this: the number of an urgency.
        to: u8,
    },
}

/// Something that was set for a parent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Override {
    /// Its id.
    pub id: Uuid,
    /// For whom.
    pub of: PersonId,
    /// What.
    pub set: Set,
    /// By whom.
    pub by: PersonId,
    /// Her name as it was then.
    pub by_name: String,
    /// When, milliseconds since 1970.
    pub made_ms: i64,
    /// When it was withdrawn, and by whom; none: it stands.
    #[serde(default)]
    pub ended: Option<(i64, PersonId)>,
}

/// Whether a rule may be told to count as that: only as more than it says by itself.
#[must_use]
pub fn may_raise(from: Urgency, to: Urgency) -> bool {
    to > from
}

/// Something that counts for her: what her own pages and her own phone are told, and nobody else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counting {
    /// What.
    #[serde(flatten)]
    pub set: Set,
    /// The name of who set it.
    pub by_name: String,
    /// When it was set, milliseconds since 1970.
    pub made_ms: i64,
    /// Until when it counts, milliseconds since 1970; none: until it is withdrawn.
    #[serde(default)]
    pub until_ms: Option<i64>,
}

/// What of all that was set for a person counts now, in the order given.
///
/// What was withdrawn does not count. A raise counts until then, also when whoever set it is gone: that nobody is there may not make a result
/// milder. An unlock counts only for a parent, and only while whoever set it may still come in and take it back.
#[must_use]
pub fn counting(household: &Household, person: &Person, set: &[Override], now_ms: i64) -> Vec<Counting> {
    let is_parent = matches!(person.role, Role::Owner | Role::Parent);
    let reads = |one: &Override| household.person(one.by).filter(|by| by.is_let_in(now_ms) && by.role.may(Act::Raise));
    let counts = |one: &Override| {
        let until_ms = match one.set {
            Set::Raise { .. } => None,
            Set::Unlock { .. } if is_parent => reads(one)?.until_ms,
            Set::Unlock { .. } => return None,
        };
        let Override { set, by_name, made_ms, .. } = one.clone();
        Some(Counting { set, by_name, made_ms, until_ms })
    };
    set.iter().filter(|one| one.of == person.id && one.ended.is_none()).filter_map(counts).collect()
}

/// The rules that count as more urgent, for [`Compiled::with_raised`](protocol::compile::Compiled::with_raised).
///
/// A rule that these rules do
/// not have is left out: [`is_of_these_rules`] says so where it is shown.
#[must_use]
pub fn raised(protocol: &Protocol, counting: &[Counting]) -> Vec<Raised> {
    let of = |one: &Counting| match &one.set {
        Set::Raise { rule, to } => {
            Some(Raised { rule: protocol.rules.iter().position(|known| known.id == *rule)?, to: level(*to) })
        }
        Set::Unlock { .. } => None,
    };
    counting.iter().filter_map(of).collect()
}

/// The level of a number. One that only a newer version knows is above all of ours.
fn level(number: u8) -> Urgency {
    Urgency::ALL.into_iter().rev().find(|urgency| urgency.number() <= number).unwrap_or_default()
}

/// Who raised a rule: of several the highest, of those the newest.
#[must_use]
pub fn raise_of<'c>(counting: &'c [Counting], id: &str) -> Option<&'c Counting> {
    let to = |one: &Counting| match &one.set {
        Set::Raise { rule, to } if rule == id => Some((*to, one.made_ms)),
        _ => None,
    };
    counting.iter().filter(|one| to(one).is_some()).max_by_key(|one| to(one))
}

/// Who unlocked a session: only after the text of its evidence card that stands there now (`card`), and only until it ends.
#[must_use]
pub fn unlocked<'c>(counting: &'c [Counting], id: &str, card: &str, now_ms: i64) -> Option<&'c Counting> {
    let stands = |one: &&Counting| one.until_ms.is_none_or(|until_ms| now_ms < until_ms);
    let opens =
        |one: &&Counting| matches!(&one.set, Set::Unlock { session, card: read } if session == id && read == card);
    counting.iter().filter(stands).find(opens)
}

/// Whether a raise names a rule of this protocol. One that does not counts for nothing, and has to be said.
#[must_use]
pub fn is_of_these_rules(protocol: &Protocol, set: &Set) -> bool {
    match set {
        Set::Raise { rule, .. } => protocol.rules.iter().any(|known| known.id == *rule),
        Set::Unlock { .. } => true,
    }
}

#[cfg(test)]
mod tests {
    use protocol::model::urgency::Urgency;

    use super::{level, may_raise};

    #[test]
    fn a_number_that_is_not_known_is_above_all() {
        for urgency in Urgency::ALL {
            assert_eq!(level(urgency.number()), urgency);
        }
        assert_eq!(level(200), Urgency::EmergencyNow);
    }

    #[test]
    fn a_rule_is_raised_and_never_lowered_nor_left_as_it_is() {
        for from in Urgency::ALL {
            for to in Urgency::ALL {
                assert_eq!(may_raise(from, to), to.number() > from.number(), "{from:?} to {to:?}");
            }
        }
    }
}
