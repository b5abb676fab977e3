//! The plain reading of the rules: slow, obvious, and kept for ever as the judge of every faster one.
//!
//! It walks the protocol as it is written. Nothing here is shared with the compiled form but the nouns.

use crate::answers::{Answers, Given};
use crate::assessment::{Assessment, Considered, Place, Planned, Reached, RuleSet, Worsening};
use crate::gate;
use crate::model::Protocol;
use crate::model::finding::{FindingId, FindingSet, Needed, Subject};
use crate::model::plan::{Gate, Mark};
use crate::model::urgency::Urgency;
use crate::model::when::{All, Any, Test};

/// The rules and the answers, read side by side.
pub struct Plain<'p> {
    protocol: &'p Protocol,
    answers: Answers,
}

impl<'p> Plain<'p> {
    /// Reads answers against a protocol.
    #[must_use]
    pub fn new(protocol: &'p Protocol, answers: &Answers) -> Self {
        Self { protocol, answers: answers.settled(protocol) }
    }

    /// The level of a finding before anything raises it: unanswered counts as mildest, a baby's finding without a baby too.
    fn answered_level(&self, finding: FindingId) -> u8 {
        let off = self.protocol.finding(finding).subject == Subject::Baby && !self.answers.has_baby(self.protocol);
        if off { 0 } else { self.answers.level(self.protocol, finding).unwrap_or(0) }
    }

    fn raised_to(&self, finding: FindingId) -> u8 {
        let raises = self.protocol.raises.iter().filter(|raise| raise.finding == finding);
        let plain = |test: &Test| match test {
            Test::AtLeast(finding, level) => self.answered_level(*finding) >= *level,
            other => self.answers.context_holds(self.protocol, *other),
        };
        raises
            .filter(|raise| raise.when.iter().any(|all| all.iter().all(plain)))
            .map(|raise| raise.level)
            .max()
            .unwrap_or(0)
    }

    /// The level of a finding as the rules see it.
    #[must_use]
    pub fn level(&self, finding: FindingId) -> u8 {
        self.answered_level(finding).max(self.raised_to(finding))
    }

    /// Whether one test holds.
    #[must_use]
    pub fn holds(&self, test: Test) -> bool {
        match test {
            Test::AtLeast(finding, level) => self.level(finding) >= level,
            Test::Milder(finding, level) => self.level(finding) < level,
            Test::Term(term) => self.any(&self.protocol.terms[term].when),
            Test::NoTerm(term) => !self.any(&self.protocol.terms[term].when),
            Test::Count(count, least) => {
                self.protocol.counts[count].of.iter().filter(|sign| self.holds(**sign)).count() >= usize::from(least)
            }
            context => self.answers.context_holds(self.protocol, context),
        }
    }

    /// Whether all tests hold.
    #[must_use]
    pub fn all(&self, all: &All) -> bool {
        all.iter().all(|test| self.holds(*test))
    }

    /// Whether one of the alternatives holds.
    #[must_use]
    pub fn any(&self, any: &Any) -> bool {
        any.iter().any(|all| self.all(all))
    }

    /// Mandatory findings without an answer.
    #[must_use]
    pub fn unanswered(&self) -> FindingSet {
        let asked = |subject| subject == Subject::Parent || self.answers.baby_is_asked(self.protocol);
        let needed = |needed: &Needed| match needed {
            Needed::Never => false,
            Needed::Always => true,
            Needed::When(any) => self.any(any),
        };
        let open =
            self.protocol.each_finding().filter(|(_, finding)| asked(finding.subject) && needed(&finding.needed));
        open.map(|(id, _)| id).filter(|id| self.answers.given(*id).is_none()).collect()
    }

    fn reached_by(&self, subject: Subject) -> Reached {
        let has_baby = self.answers.has_baby(self.protocol);
        let fired = || {
            self.protocol
                .rules
                .iter()
                .filter(|rule| rule.subject == subject && (has_baby || !rule.needs_baby) && self.all(&rule.when))
        };
        let urgency = fired().map(|rule| rule.urgency).max().unwrap_or(Urgency::None);
        let days = fired().filter(|rule| rule.urgency == urgency).filter_map(|rule| rule.days).min();
        Reached { urgency, days }
    }

    /// The urgency of both patients, as the compiled rules give it from packed answers.
    #[must_use]
    pub fn reached(&self) -> (Urgency, Option<Urgency>) {
        let baby = self.answers.has_baby(self.protocol).then(|| self.reached_by(Subject::Baby).urgency);
        (self.reached_by(Subject::Parent).urgency, baby)
    }

    /// The answers with everything mandatory that is unanswered at its worst, and whatever that makes mandatory too.
    fn worst(&self) -> Answers {
        let mut worst = self.answers;
        loop {
            let open = Plain { protocol: self.protocol, answers: worst }.unanswered();
            if open.is_empty() {
                return worst;
            }
            for id in open.iter() {
                worst.answer(id, Given::Level(self.protocol.finding(id).worst()));
            }
        }
    }

    fn highest(&self) -> Urgency {
        self.reached_by(Subject::Parent).urgency.max(if self.answers.has_baby(self.protocol) {
            self.reached_by(Subject::Baby).urgency
        } else {
            Urgency::None
        })
    }

    /// The outcome.
    #[must_use]
    pub fn assess(&self) -> Assessment {
        let has_baby = self.answers.has_baby(self.protocol);
        let mut fired = RuleSet::default();
        for (at, rule) in self.protocol.rules.iter().enumerate() {
            if (has_baby || !rule.needs_baby) && self.all(&rule.when) {
                fired.insert(at);
            }
        }
        Assessment {
            parent: self.reached_by(Subject::Parent),
            baby: has_baby.then(|| self.reached_by(Subject::Baby)),
            fired,
            unanswered: self.unanswered(),
            could_reach: Plain { protocol: self.protocol, answers: self.worst() }.highest(),
            raised: self
                .protocol
                .each_finding()
                .map(|(id, _)| id)
                .filter(|id| self.raised_to(*id) > self.answered_level(*id))
                .collect(),
        }
    }

    /// Things this can be, in the order in which they are shown.
    #[must_use]
    pub fn conditions(&self) -> Vec<Considered> {
        let has_baby = self.answers.has_baby(self.protocol);
        let count = |lists: &[All]| i32::try_from(lists.iter().filter(|all| self.all(all)).count()).unwrap_or(i32::MAX);
        let mut listed: Vec<_> = Vec::new();
        for (at, condition) in self.protocol.conditions.iter().enumerate() {
            let favours = count(&condition.favours);
            if favours > 0 && (has_baby || condition.subject == Subject::Parent) {
                listed.push(Considered { condition: at, balance: favours - count(&condition.against) });
            }
        }
        listed.sort_by_key(|considered| std::cmp::Reverse(considered.balance));
        if listed.is_empty() && self.assess().headline() == Some(Urgency::None) && self.lactating() {
            listed.extend(self.protocol.usual_condition.map(|condition| Considered { condition, balance: 0 }));
        }
        listed
    }

    fn lactating(&self) -> bool {
        let item = self.protocol.context_named("lactation");
        let not = item.and_then(|item| self.protocol.context[item].value("not_lactating"));
        item.and_then(|item| self.answers.known(item)).is_none_or(|known| Some(known) != not)
    }

    /// Situations she is in.
    #[must_use]
    pub fn situations(&self) -> Vec<usize> {
        let mut found: Vec<usize> =
            (0..self.protocol.situations.len()).filter(|at| self.any(&self.protocol.situations[*at].when)).collect();
        let sore = self.protocol.terms.iter().any(|term| term.id == "sore" && self.any(&term.when));
        if found.is_empty() && sore {
            found.extend(self.protocol.usual_situation);
        }
        found
    }

    /// Whether a gate is closed: an exclusion holds, the parent must be seen too soon, or she is too young.
    fn closes(&self, gate: &Gate) -> bool {
        // "Not sure" closes as "yes" does.
        let doubted = gate::doubted(self.protocol, &self.answers, gate::rests_on(self.protocol, gate));
        let strict = Self { protocol: self.protocol, answers: doubted };
        let exclusions = gate.closed.iter().enumerate();
        let shut = exclusions.filter(|(_, (all, _))| strict.all(all));
        let shut = shut.map(|(at, _)| at).collect();
        gate::by_limits(self.protocol, &self.answers, gate, self.reached_by(Subject::Parent).urgency, shut).is_closed()
    }

    /// The relief plan: steps and their places, in the order of the protocol.
    #[must_use]
    pub fn plan(&self) -> Vec<Planned> {
        let situations = self.situations();
        let mut plan = Vec::new();
        for (at, step) in self.protocol.steps.iter().enumerate() {
            let Some(mark) = situations.iter().map(|situation| step.marks[*situation].0).max() else { continue };
            let ever = step.marks.iter().any(|(mark, _)| matches!(mark, Mark::Offered | Mark::Optional | Mark::Slow));
            let shut = gate::before(self.protocol, step).is_some_and(|(_, gate)| self.closes(gate));
            let place = match mark {
                Mark::Offered | Mark::Slow | Mark::Optional if shut => Place::NotNow,
                Mark::Offered | Mark::Slow => Place::Offered,
                Mark::Optional => Place::Optional,
                Mark::Warned if ever => Place::NotNow,
                Mark::Warned => Place::Never,
                Mark::Locked | Mark::Absent => continue,
            };
            plan.push(Planned { step: at, place });
        }
        plan
    }

    /// Single worsenings that would reach same-day or more, and more than what that patient has reached.
    #[must_use]
    pub fn come_back_if(&self) -> Vec<Worsening> {
        let has_baby = self.answers.has_baby(self.protocol);
        let now = [self.reached_by(Subject::Parent).urgency, self.reached_by(Subject::Baby).urgency];
        let mut found = Vec::new();
        for (id, finding) in self.protocol.each_finding() {
            let Some(group) = finding.group.filter(|_| has_baby || finding.subject == Subject::Parent) else {
                continue;
            };
            let mut before = Urgency::Within24h;
            for level in self.answered_level(id) + 1..=finding.worst() {
                let mut answers = self.answers;
                answers.answer(id, Given::Level(level));
                let worse = Plain { protocol: self.protocol, answers };
                let mut reached = vec![worse.reached_by(Subject::Parent).urgency];
                if has_baby {
                    reached.push(worse.reached_by(Subject::Baby).urgency);
                }
                let rises = reached.iter().zip(now).filter(|(then, now)| *then > now).map(|(then, _)| *then).max();
                if let Some(urgency) = rises.filter(|urgency| *urgency > before && !finding.is_unsure_level(level)) {
                    before = urgency;
                    found.push(Worsening { finding: id, level, urgency, group });
                }
            }
        }
        found
    }
}
