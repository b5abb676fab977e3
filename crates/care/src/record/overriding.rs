//! What a clinician sets for one parent: a session unlocked, a rule raised. Never lowered. Written down with who and when, never over.

use protocol::model::urgency::Urgency;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::id::PersonId;

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

#[cfg(test)]
mod tests {
    use protocol::model::urgency::Urgency;

    use super::may_raise;

    #[test]
    fn a_rule_is_raised_and_never_lowered_nor_left_as_it_is() {
        for from in Urgency::ALL {
            for to in Urgency::ALL {
                assert_eq!(may_raise(from, to), to.number() > from.number(), "{from:?} to {to:?}");
            }
        }
    }
}
