//! Tests in clauses.

use super::Solved;
use crate::reading::{Fixed, Manner};
use batsat::Lit;
use protocol::model::finding::{FindingId, Subject};
use protocol::model::rule::Raise;
use protocol::model::when::{All, Any, Test};

impl Solved<'_> {
    pub(super) fn has_baby(&mut self, fixed: Fixed) -> Lit {
        let absent: Vec<Lit> = self.protocol.baby_absent.iter().map(|all| self.words(all, fixed)).collect();
        !self.clauses.or(&absent)
    }

    pub(super) fn asks_of_baby(&mut self, fixed: Fixed) -> Lit {
        let watched: Vec<Lit> = self.protocol.baby_watched.iter().map(|all| self.words(all, fixed)).collect();
        let watched = self.clauses.or(&watched);
        let there = self.has_baby(fixed);
        self.clauses.and(&[there, !watched])
    }

    fn words(&mut self, all: &All, fixed: Fixed) -> Lit {
        let tests: Vec<Lit> = all.iter().map(|test| self.context_test(*test, fixed)).collect();
        self.clauses.and(&tests)
    }

    /// A test of the context with nobody's baby in mind.
    fn context_test(&mut self, test: Test, fixed: Fixed) -> Lit {
        let (Test::ContextUnder(item, number)
        | Test::ContextAtMost(item, number)
        | Test::ContextAtLeast(item, number)
        | Test::ContextIs(item, number)) = test
        else {
            return !self.clauses.yes;
        };
        let Some(variable) = self.space.context(item) else { return !self.clauses.yes };
        let part = self.part(variable, fixed);
        let values = &self.space.variables[variable].values;
        match test {
            Test::ContextUnder(..) => part.below(&mut self.clauses, values, number, true),
            Test::ContextAtMost(..) => part.below(&mut self.clauses, values, number.saturating_add(1), true),
            Test::ContextAtLeast(..) => !part.below(&mut self.clauses, values, number, true),
            _ => part.word(&self.clauses, values, number),
        }
    }

    /// What the context answers by itself: of numbers only those that are known.
    pub(super) fn settles(&mut self, answer: &Raise, fixed: Fixed) -> Lit {
        let ways: Vec<Lit> = answer
            .when
            .iter()
            .map(|all| {
                let mut tests = Vec::new();
                for test in all {
                    tests.push(self.test(*test, Manner::Rules, fixed));
                    if let Test::ContextUnder(item, _) | Test::ContextAtMost(item, _) = test
                        && let Some(variable) = self.space.context(*item)
                    {
                        tests.push(!self.part(variable, fixed).silent());
                    }
                }
                self.clauses.and(&tests)
            })
            .collect();
        self.clauses.or(&ways)
    }

    /// Whether a finding was answered at this level or worse, before anything raises it.
    fn answered_at(&mut self, id: FindingId, level: u8, manner: Manner, fixed: Fixed) -> Lit {
        let finding = self.protocol.finding(id);
        let part = self.part(self.space.finding(id), fixed);
        let unsure = if manner == Manner::Gate { finding.worst() } else { finding.unsure };
        let mut ways = vec![part.at_least(&self.clauses, level)];
        if unsure >= level {
            ways.push(part.unsure());
        }
        for answer in self.protocol.context_answers.iter().filter(|answer| answer.finding == id) {
            if answer.level >= level {
                ways.push(self.settles(answer, fixed));
            }
        }
        let answered = self.clauses.or(&ways);
        let there = if finding.subject == Subject::Baby { self.has_baby(fixed) } else { self.clauses.yes };
        self.clauses.and(&[answered, there])
    }

    /// Whether the rules see a finding at this level or worse.
    fn at_least(&mut self, id: FindingId, level: u8, manner: Manner, fixed: Fixed) -> Lit {
        let mut ways = vec![self.answered_at(id, level, manner, fixed)];
        for raise in self.protocol.raises.iter().filter(|raise| raise.finding == id && raise.level >= level) {
            for all in &raise.when {
                let mut tests = Vec::new();
                for test in all {
                    tests.push(match test {
                        Test::AtLeast(other, level) => self.answered_at(*other, *level, manner, fixed),
                        context => self.test(*context, manner, fixed),
                    });
                }
                ways.push(self.clauses.and(&tests));
            }
        }
        self.clauses.or(&ways)
    }

    pub(super) fn test(&mut self, test: Test, manner: Manner, fixed: Fixed) -> Lit {
        match test {
            Test::AtLeast(id, level) => self.at_least(id, level, manner, fixed),
            Test::Milder(id, level) => !self.at_least(id, level, manner, fixed),
            Test::Term(term) => self.any(&self.protocol.terms[term].when, manner, fixed),
            Test::NoTerm(term) => !self.any(&self.protocol.terms[term].when, manner, fixed),
            Test::Count(count, least) => {
                let signs: Vec<Lit> =
                    self.protocol.counts[count].of.iter().map(|sign| self.test(*sign, manner, fixed)).collect();
                self.clauses.at_least(&signs, usize::from(least))
            }
            Test::ContextUnder(item, _) | Test::ContextAtMost(item, _) | Test::ContextAtLeast(item, _)
                if self.protocol.baby_age == Some(item) =>
            {
                let there = self.has_baby(fixed);
                let holds = self.context_test(test, fixed);
                self.clauses.and(&[there, holds])
            }
            context => self.context_test(context, fixed),
        }
    }

    pub(super) fn all(&mut self, all: &All, manner: Manner, fixed: Fixed) -> Lit {
        let tests: Vec<Lit> = all.iter().map(|test| self.test(*test, manner, fixed)).collect();
        self.clauses.and(&tests)
    }

    pub(super) fn any(&mut self, any: &Any, manner: Manner, fixed: Fixed) -> Lit {
        let ways: Vec<Lit> = any.iter().map(|all| self.all(all, manner, fixed)).collect();
        self.clauses.or(&ways)
    }
}
