//! What has been answered: a level or "not sure" for each finding, and what is known of the context.

use crate::model::Protocol;
use crate::model::context::OVER;
use crate::model::finding::{Finding, FindingId, FindingSet, MOST_FINDINGS};
use crate::model::when::{All, Any, Test};
use crate::text::Voice;

/// The most items of context.
pub const MOST_CONTEXT: usize = 16;

/// One answer to a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Given {
    /// This level.
    Level(u8),
    /// Not sure; counts as the level that the finding names.
    Unsure,
}

/// The answers of one check. Small, copied freely, no memory of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answers {
    /// Level per finding; [`NOTHING`] while unanswered, [`NOT_SURE`] for not sure.
    given: [u8; MOST_FINDINGS],
    /// Number per item of context; [`UNKNOWN`] while unknown.
    context: [u16; MOST_CONTEXT],
}

const NOTHING: u8 = u8::MAX;
const NOT_SURE: u8 = u8::MAX - 1;
const UNKNOWN: u16 = OVER - 1;

impl Default for Answers {
    fn default() -> Self {
        Self { given: [NOTHING; MOST_FINDINGS], context: [UNKNOWN; MOST_CONTEXT] }
    }
}

impl Answers {
    /// Answers a finding, replacing an earlier answer.
    pub fn answer(&mut self, finding: FindingId, given: Given) {
        self.given[finding.index()] = match given {
            Given::Level(level) => level,
            Given::Unsure => NOT_SURE,
        };
    }

    /// Takes an answer back.
    pub fn forget(&mut self, finding: FindingId) {
        self.given[finding.index()] = NOTHING;
    }

    /// What was answered to a finding.
    #[must_use]
    pub fn given(&self, finding: FindingId) -> Option<Given> {
        match self.given[finding.index()] {
            NOTHING => None,
            NOT_SURE => Some(Given::Unsure),
            level => Some(Given::Level(level)),
        }
    }

    /// The level that an answer counts as; nothing while unanswered.
    #[must_use]
    pub fn level(&self, protocol: &Protocol, finding: FindingId) -> Option<u8> {
        self.given(finding).map(|given| match given {
            Given::Level(level) => level,
            Given::Unsure => protocol.finding(finding).unsure,
        })
    }

    /// The level that an answer to this finding counts as; the mildest while unanswered.
    #[must_use]
    pub fn level_known(&self, one: &Finding, finding: FindingId) -> u8 {
        match self.given(finding) {
            None => 0,
            Some(Given::Level(level)) => level,
            Some(Given::Unsure) => one.unsure,
        }
    }

    /// All findings that have an answer.
    #[must_use]
    pub fn answered(&self) -> FindingSet {
        (0..MOST_FINDINGS).filter(|at| self.given[*at] != NOTHING).map(FindingId::at).collect()
    }

    /// Those of these findings that have none.
    #[must_use]
    pub fn unanswered(&self, of: FindingSet) -> FindingSet {
        of.iter().filter(|id| self.given(*id).is_none()).collect()
    }

    /// Sets an item of context.
    pub fn know(&mut self, item: usize, value: u16) {
        if let Some(slot) = self.context.get_mut(item) {
            *slot = value;
        }
    }

    /// Forgets an item of context.
    pub fn unknow(&mut self, item: usize) {
        self.know(item, UNKNOWN);
    }

    /// An item of context, if known.
    #[must_use]
    pub fn known(&self, item: usize) -> Option<u16> {
        self.context.get(item).copied().filter(|value| *value != UNKNOWN)
    }

    /// Whether a test on the context holds. An unknown number takes the cautious side; tests on the baby's age are off without a baby.
    #[must_use]
    pub fn context_holds(&self, protocol: &Protocol, test: Test) -> bool {
        let off = |item: usize| protocol.baby_age == Some(item) && !self.has_baby(protocol);
        match test {
            Test::ContextUnder(item, number) => !off(item) && self.known(item).is_none_or(|known| known < number),
            Test::ContextAtMost(item, number) => !off(item) && self.known(item).is_none_or(|known| known <= number),
            Test::ContextIs(item, value) => self.known(item) == Some(value),
            Test::ContextAtLeast(item, number) => !off(item) && self.known(item).is_some_and(|known| known >= number),
            _ => false,
        }
    }

    /// Whether there is a baby to ask about and to speak of.
    #[must_use]
    pub fn has_baby(&self, protocol: &Protocol) -> bool {
        !self.words_hold(&protocol.baby_absent)
    }

    /// Whether baby findings are mandatory: not when there is no baby, nor when a unit watches it.
    #[must_use]
    pub fn baby_is_asked(&self, protocol: &Protocol) -> bool {
        self.has_baby(protocol) && !self.words_hold(&protocol.baby_watched)
    }

    /// Alternatives that test only words of the context.
    fn words_hold(&self, any: &Any) -> bool {
        let word = |test: &Test| matches!(test, Test::ContextIs(item, value) if self.known(*item) == Some(*value));
        any.iter().any(|all: &All| all.iter().all(word))
    }

    /// How texts speak to whoever answers.
    #[must_use]
    pub fn voice(&self, protocol: &Protocol) -> Voice {
        let audience = protocol.context_named("audience");
        let parent = audience.and_then(|item| protocol.context[item].value("parent"));
        let said = audience.and_then(|item| self.known(item));
        Voice { to_parent: said.is_none() || said == parent, baby: self.has_baby(protocol) }
    }

    /// The same answers with what the context answers by itself. Here an unknown number answers nothing.
    #[must_use]
    pub fn settled(&self, protocol: &Protocol) -> Self {
        let mut settled = *self;
        for answer in &protocol.context_answers {
            let known = |test: &Test| match test {
                Test::ContextUnder(item, _) | Test::ContextAtMost(item, _) => {
                    self.known(*item).is_some() && self.context_holds(protocol, *test)
                }
                _ => self.context_holds(protocol, *test),
            };
            let milder = self.level(protocol, answer.finding).is_none_or(|level| level < answer.level);
            if milder && answer.when.iter().any(|all| all.iter().all(known)) {
                settled.answer(answer.finding, Given::Level(answer.level));
            }
        }
        settled
    }
}
