//! Gates: what closes a session. "Not sure" closes as "yes" does, whatever level it counts as elsewhere; silence does not open.
//!
//! The plan does not offer what its gate would refuse. Whether silence is asked about, and for how long answers hold, is decided where there is a clock.

use crate::answers::{Answers, Given};
use crate::compile::Compiled;
use crate::evaluate::Read;
use crate::model::Protocol;
use crate::model::finding::{FindingSet, Subject};
use crate::model::plan::{Gate, Step};
use crate::model::urgency::Urgency;
use crate::model::when::Test;
use crate::text::Voice;

/// Why a gate is closed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Closed {
    /// Exclusions, by their place in the gate.
    pub exclusions: Vec<usize>,
    /// The parent must be seen too soon.
    pub urgency: bool,
    /// She is too young.
    pub age: bool,
}

impl Closed {
    /// Whether anything closes it.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        self.urgency || self.age || !self.exclusions.is_empty()
    }

    /// The reasons, in words.
    #[must_use]
    pub fn reasons<'p>(&self, protocol: &'p Protocol, gate: &'p Gate, voice: Voice) -> Vec<&'p str> {
        let mut reasons: Vec<&str> = self.exclusions.iter().map(|at| gate.closed[*at].1.say(voice)).collect();
        if self.urgency {
            reasons.push(protocol.phrase("gate_urgency", voice));
        }
        if self.age {
            reasons.push(protocol.phrase("gate_age", voice));
        }
        reasons
    }
}

/// Where a gate stands for some answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// What closes it.
    pub closed: Closed,
    /// Exclusions that silence leaves open, by their place in the gate.
    pub silent: Vec<usize>,
    /// Her age has not been said.
    pub age_unknown: bool,
    /// Something that the parent's urgency rests on has not been answered.
    pub unfinished: bool,
}

/// What a gate answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stand {
    /// Everything that could close it has been denied.
    Open,
    /// Something has not been said: it stays shut until it is.
    Ask,
    /// Something closes it.
    Closed,
}

impl Stand {
    /// Its id in results.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Ask => "ask",
            Self::Closed => "closed",
        }
    }
}

impl Standing {
    /// In one word.
    #[must_use]
    pub fn stand(&self) -> Stand {
        if self.closed.is_closed() {
            Stand::Closed
        } else if self.unfinished || self.age_unknown || !self.silent.is_empty() {
            Stand::Ask
        } else {
            Stand::Open
        }
    }
}

impl Gate {
    /// One of its numbers.
    #[must_use]
    pub fn limit(&self, name: &str) -> Option<i64> {
        self.limits.iter().find(|(known, _)| known == name).map(|(_, number)| *number)
    }
}

/// The gate before the session of a step, if there is one.
#[must_use]
pub fn before<'p>(protocol: &'p Protocol, step: &Step) -> Option<(usize, &'p Gate)> {
    let session = step.session.as_ref()?;
    protocol.gates.iter().enumerate().find(|(_, gate)| gate.opens.contains(session))
}

/// What the limits of a gate say, whichever way the exclusions were read.
pub(crate) fn by_limits(
    protocol: &Protocol,
    answers: &Answers,
    gate: &Gate,
    parent: Urgency,
    exclusions: Vec<usize>,
) -> Closed {
    let age = protocol.context_named("age_years").and_then(|item| answers.known(item));
    Closed {
        exclusions,
        urgency: gate.limit("parent_urgency_under").is_some_and(|under| i64::from(parent.number()) >= under),
        age: gate.limit("age_years_at_least").is_some_and(|least| age.is_some_and(|age| i64::from(age) < least)),
    }
}

/// The findings that the exclusions of a gate rest on, also through terms and counts, and through what raises them.
pub(crate) fn rests_on(protocol: &Protocol, gate: &Gate) -> FindingSet {
    let mut found = FindingSet::default();
    let tests = || gate.closed.iter().flat_map(|(all, _)| all.iter().copied());
    tests().for_each(|test| gather(protocol, test, &mut found));
    for raise in protocol.raises.iter().filter(|raise| found.contains(raise.finding)).collect::<Vec<_>>() {
        raise.when.iter().flatten().for_each(|test| gather(protocol, *test, &mut found));
    }
    found
}

fn gather(protocol: &Protocol, test: Test, found: &mut FindingSet) {
    match test {
        Test::AtLeast(finding, _) | Test::Milder(finding, _) => found.insert(finding),
        Test::Term(term) | Test::NoTerm(term) => {
            protocol.terms[term].when.iter().flatten().for_each(|test| gather(protocol, *test, found));
        }
        Test::Count(count, _) => protocol.counts[count].of.iter().for_each(|test| gather(protocol, *test, found)),
        _ => {}
    }
}

/// The same answers with every "not sure" about these findings at its worst.
pub(crate) fn doubted(protocol: &Protocol, answers: &Answers, findings: FindingSet) -> Answers {
    let mut doubted = *answers;
    for id in findings.iter().filter(|id| answers.given(*id) == Some(Given::Unsure)) {
        doubted.answer(id, Given::Level(protocol.finding(id).worst()));
    }
    doubted
}

impl Read<'_> {
    /// What closes a gate: an exclusion that is "yes" or "not sure", the urgency, the age.
    #[must_use]
    pub fn closed(&self, compiled: &Compiled, gate: usize) -> Closed {
        let one = &compiled.protocol.gates[gate];
        let doubted = doubted(&compiled.protocol, self.answers(), compiled.gate_findings[gate]);
        let exclusions =
            if doubted == *self.answers() { self.exclusions(gate) } else { compiled.read(&doubted).exclusions(gate) };
        by_limits(&compiled.protocol, self.answers(), one, self.parent_urgency(), exclusions)
    }

    /// Exclusions that silence leaves open: they do not hold, and would at the worst that is still unanswered.
    fn silent(&self, compiled: &Compiled, gate: usize, closed: &Closed) -> Vec<usize> {
        let findings = compiled.gate_findings[gate];
        let unanswered = self.answers().unanswered(findings);
        // Most gates have had every answer: there is no second reading for what silence cannot change.
        if unanswered.is_empty() {
            return Vec::new();
        }
        let mut worst = doubted(&compiled.protocol, self.answers(), findings);
        for id in unanswered.iter() {
            worst.answer(id, Given::Level(compiled.protocol.finding(id).worst()));
        }
        let holds = compiled.read(&worst).exclusions(gate);
        holds.into_iter().filter(|at| !closed.exclusions.contains(at)).collect()
    }

    /// Where a gate stands.
    #[must_use]
    pub fn standing(&self, compiled: &Compiled, gate: usize) -> Standing {
        let protocol = &compiled.protocol;
        let age = protocol.context_named("age_years").and_then(|item| self.answers().known(item));
        let closed = self.closed(compiled, gate);
        Standing {
            silent: self.silent(compiled, gate, &closed),
            age_unknown: age.is_none() && protocol.gates[gate].limit("age_years_at_least").is_some(),
            unfinished: !self.parent_is_known(compiled),
            closed,
        }
    }

    /// Whether everything has been answered that the parent's urgency rests on.
    #[must_use]
    pub fn parent_is_known(&self, compiled: &Compiled) -> bool {
        self.unanswered().iter().all(|id| compiled.protocol.finding(id).subject == Subject::Baby)
    }
}
