//! Gates: what closes a session. The plan does not offer what its gate would refuse; whether silence or "not sure" opens it, the session asks.

use crate::answers::Answers;
use crate::compile::Compiled;
use crate::evaluate::Read;
use crate::model::Protocol;
use crate::model::plan::{Gate, Step};
use crate::model::urgency::Urgency;
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

impl Read<'_> {
    /// What closes a gate.
    #[must_use]
    pub fn closed(&self, compiled: &Compiled, gate: usize) -> Closed {
        let one = &compiled.protocol.gates[gate];
        let exclusions = (0..one.closed.len()).filter(|at| self.exclusion_holds(gate, *at)).collect();
        by_limits(&compiled.protocol, self.answers(), one, self.parent_urgency(), exclusions)
    }
}
