//! The outcome of an evaluation. Both readings of the rules, plain and compiled, give the same one.

use crate::model::finding::{FindingId, FindingSet, Group, Subject};
use crate::model::urgency::Urgency;

/// The most rules a protocol may have.
pub const MOST_RULES: usize = 256;

/// A set of rules, by their place in the protocol.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct RuleSet([u64; MOST_RULES / 64]);

impl RuleSet {
    /// Adds one.
    pub fn insert(&mut self, rule: usize) {
        if let Some(word) = self.0.get_mut(rule / 64) {
            *word |= 1 << (rule % 64);
        }
    }

    /// Whether it is in the set.
    #[must_use]
    pub fn contains(&self, rule: usize) -> bool {
        self.0.get(rule / 64).is_some_and(|word| word >> (rule % 64) & 1 == 1)
    }

    /// Those in the set, in the order of the protocol.
    pub fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        self.0.iter().enumerate().flat_map(|(at, word)| {
            let mut rest = *word;
            std::iter::from_fn(move || {
                (rest != 0).then(|| {
                    let bit = rest.trailing_zeros() as usize;
                    rest &= rest - 1;
                    at * 64 + bit
                })
            })
        })
    }
}

/// What one patient has reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reached {
    /// The highest urgency of any rule that fired. While answers are missing it can only rise.
    pub urgency: Urgency,
    /// For `within_days`: the fewest days of a rule that fired.
    pub days: Option<u16>,
}

/// The outcome for both patients.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Assessment {
    /// The parent.
    pub parent: Reached,
    /// The baby, unless there is none.
    pub baby: Option<Reached>,
    /// Rules that fired.
    pub fired: RuleSet,
    /// Mandatory findings without an answer.
    pub unanswered: FindingSet,
    /// The highest urgency still reachable over the mandatory findings without an answer.
    pub could_reach: Urgency,
    /// Findings that count as worse than answered.
    pub raised: FindingSet,
}

impl Assessment {
    /// Whether every mandatory finding has an answer.
    #[must_use]
    pub fn complete(&self) -> bool {
        self.unanswered.is_empty()
    }

    /// The higher of both patients.
    #[must_use]
    pub fn reached(&self) -> Urgency {
        self.baby.map_or(self.parent.urgency, |baby| baby.urgency.max(self.parent.urgency))
    }

    /// What may be told of an urgency that has been reached: nothing at or below self-care while answers are missing.
    #[must_use]
    pub fn told(&self, reached: Urgency) -> Option<Urgency> {
        (self.complete() || reached > Urgency::SelfCare).then_some(reached)
    }

    /// The headline; `None` while incomplete.
    #[must_use]
    pub fn headline(&self) -> Option<Urgency> {
        self.told(self.reached())
    }

    /// Whether it may be acted on but can still rise.
    #[must_use]
    pub fn interim(&self) -> bool {
        !self.complete() && self.headline().is_some()
    }

    /// What a patient has reached.
    #[must_use]
    pub fn of(&self, subject: Subject) -> Option<Reached> {
        match subject {
            Subject::Parent => Some(self.parent),
            Subject::Baby => self.baby,
        }
    }
}

/// Something this can be, with the numbers that order the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Considered {
    /// Its place in the protocol.
    pub condition: usize,
    /// `favours` that hold less `against` that hold.
    pub balance: i32,
}

/// Where a step of the plan stands for her.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Place {
    /// Do.
    Offered,
    /// If she likes.
    Optional,
    /// Not now: it is for another situation.
    NotNow,
    /// Never.
    Never,
}

impl Place {
    /// Its id in results.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Offered => "offered",
            Self::Optional => "optional",
            Self::NotNow => "not_now",
            Self::Never => "never",
        }
    }
}

/// A step of the plan and its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Planned {
    /// Its place in the protocol.
    pub step: usize,
    /// Where it stands.
    pub place: Place,
}

/// A single worsening that reaches same-day or more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Worsening {
    /// The finding.
    pub finding: FindingId,
    /// The level it would be at.
    pub level: u8,
    /// What that would reach.
    pub urgency: Urgency,
    /// Where it stands in the list.
    pub group: Group,
}
