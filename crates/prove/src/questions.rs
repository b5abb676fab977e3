//! How many questions there can be, and what the questions that are left out could have found.

use crate::claim::Claim;
use crate::proof::{Answer, Prover};
use crate::reading::Reading;
use protocol::model::finding::{Class, FindingId, Needed, Subject};
use protocol::model::urgency::Urgency;

/// The most findings that anybody must answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Most {
    /// With a baby whose findings are asked.
    pub with_baby: usize,
    /// Without.
    pub without_baby: usize,
}

/// A finding that is asked only sometimes, and the most that it could have reached where it was not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// The finding.
    pub id: FindingId,
    /// The most that its patient could have reached; none: it cannot matter where it is not asked.
    pub could: Option<Urgency>,
    /// The same for those who are told self-care or nothing.
    pub could_when_mild: Option<Urgency>,
}

impl Prover<'_> {
    /// The most findings that anybody must answer; both engines must say the same.
    pub fn most_questions(&mut self) -> Option<Most> {
        let of = |baby: bool, prover: &mut Self| {
            let drawn = most(&mut prover.drawn, prover.world.protocol, baby);
            (drawn == most(&mut prover.solved, prover.world.protocol, baby)).then_some(drawn)
        };
        Some(Most { with_baby: of(true, self)?, without_baby: of(false, self)? })
    }

    /// What the questions that are left out could have found.
    pub fn left_out(&mut self) -> Vec<LeftOut> {
        let protocol = self.world.protocol;
        let sometimes = protocol.each_finding().filter(|(_, finding)| matches!(finding.needed, Needed::When(_)));
        sometimes
            .map(|(id, _)| LeftOut { id, could: self.could(id, false), could_when_mild: self.could(id, true) })
            .collect()
    }

    fn could(&mut self, id: FindingId, told_mild: bool) -> Option<Urgency> {
        let mut steps = (0..self.world.scale.steps().len()).rev();
        let step = steps.find(|step| {
            let claim = Claim::LeftOut { id, step: *step, told_mild };
            !matches!(self.ask(claim), Answer::Holds)
        });
        step.map(|step| self.world.scale.steps()[step].urgency)
    }
}

/// The largest number of mandatory findings that somebody has at once.
fn most<R: Reading>(reading: &mut R, protocol: &protocol::model::Protocol, baby: bool) -> usize {
    let nobody = reading.nobody();
    let everybody = reading.others(nobody);
    let there = reading.baby_is_asked();
    let those = if baby { there } else { reading.others(there) };
    let asked = protocol.each_finding().filter(|(_, finding)| finding.class != Class::Input);
    let needs: Vec<R::Those> = asked
        .filter(|(_, finding)| baby || finding.subject == Subject::Parent)
        .map(|(id, _)| reading.need(id, None))
        .collect();
    // At least so many of those seen so far.
    let mut at_least = vec![everybody];
    for need in needs {
        at_least.push(nobody);
        for wanted in (1..at_least.len()).rev() {
            let with = reading.both(need, at_least[wanted - 1]);
            at_least[wanted] = reading.either(with, at_least[wanted]);
        }
    }
    let possible = (0..at_least.len()).rev().find(|wanted| {
        let there = reading.both(those, at_least[*wanted]);
        reading.anybody(there).is_some()
    });
    possible.unwrap_or(0)
}
