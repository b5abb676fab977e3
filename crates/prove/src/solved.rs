//! The protocol as clauses for a solver: a second reading of the model, in another form, that shares no step with the diagram.
//!
//! A finding is a staircase ("at least this level"), a number is a staircase ("at most this band"), a word is one of several.

mod clauses;
mod mirror;
mod parts;
mod reading;
mod when;

use crate::reading::{Fixed, Manner};
use crate::scale::Scale;
use crate::space::Space;
use batsat::Lit;
use clauses::Clauses;
use parts::Part;
use protocol::model::Protocol;
use protocol::model::finding::{FindingId, Needed, Subject};
use std::collections::HashMap;

/// A protocol in clauses.
pub struct Solved<'p> {
    protocol: &'p Protocol,
    space: Space,
    scale: Scale,
    clauses: Clauses,
    parts: Vec<Part>,
    reach: HashMap<Fixed, [Vec<Lit>; 2]>,
}

impl<'p> Solved<'p> {
    /// Writes a protocol down in clauses.
    #[must_use]
    pub fn new(protocol: &'p Protocol) -> Self {
        let space = Space::of(protocol);
        let mut clauses = Clauses::new();
        let parts = space.variables.iter().map(|variable| Part::free(&mut clauses, variable)).collect();
        Self { protocol, scale: Scale::of(protocol), space, clauses, parts, reach: HashMap::new() }
    }

    fn part(&self, variable: usize, fixed: Fixed) -> Part {
        match fixed {
            Some((at, place)) if at == variable => Part::fixed(&self.clauses, &self.space.variables[variable], place),
            _ => self.parts[variable].clone(),
        }
    }

    fn fires(&mut self, rule: usize, fixed: Fixed) -> Lit {
        let rule = &self.protocol.rules[rule];
        let when = self.all(&rule.when, Manner::Rules, fixed);
        let there = if rule.needs_baby { self.has_baby(fixed) } else { self.clauses.yes };
        self.clauses.and(&[when, there])
    }

    fn reached(&mut self, whose: Subject, step: usize, fixed: Fixed) -> Lit {
        if !self.reach.contains_key(&fixed) {
            let both = [Subject::Parent, Subject::Baby].map(|whose| self.steps(whose, fixed));
            self.reach.insert(fixed, both);
        }
        self.reach[&fixed][usize::from(whose == Subject::Baby)][step]
    }

    fn steps(&mut self, whose: Subject, fixed: Fixed) -> Vec<Lit> {
        let mut at = vec![Vec::new(); self.scale.steps().len()];
        for (number, rule) in self.protocol.rules.iter().enumerate().filter(|(_, rule)| rule.subject == whose) {
            if let Some(step) = self.scale.of_rule(rule) {
                at[step].push(self.fires(number, fixed));
            }
        }
        let steps = 0..at.len();
        steps.map(|from| self.clauses.or(&at[from..].concat())).collect()
    }

    fn needs(&mut self, id: FindingId, fixed: Fixed) -> Lit {
        let finding = self.protocol.finding(id);
        let when = match &finding.needed {
            Needed::Never => !self.clauses.yes,
            Needed::Always => self.clauses.yes,
            Needed::When(any) => self.any(any, Manner::Rules, fixed),
        };
        let asked = if finding.subject == Subject::Baby { self.asks_of_baby(fixed) } else { self.clauses.yes };
        self.clauses.and(&[when, asked])
    }

    fn is_answered(&mut self, id: FindingId) -> Lit {
        let mut ways = vec![!self.parts[self.space.finding(id)].silent()];
        for answer in self.protocol.context_answers.iter().filter(|answer| answer.finding == id) {
            ways.push(self.settles(answer, None));
        }
        self.clauses.or(&ways)
    }

    fn shut(&mut self, gate: usize) -> Lit {
        let gate = &self.protocol.gates[gate];
        let mut ways: Vec<Lit> = gate.closed.iter().map(|(all, _)| self.all(all, Manner::Gate, None)).collect();
        if let Some(under) = gate.limit("parent_urgency_under") {
            for (number, rule) in self.protocol.rules.iter().enumerate() {
                if rule.subject == Subject::Parent && i64::from(rule.urgency.number()) >= under {
                    ways.push(self.fires(number, None));
                }
            }
        }
        if let (Some(least), Some(item)) = (gate.limit("age_years_at_least"), self.protocol.context_named("age_years"))
            && let (Some(variable), Ok(least)) = (self.space.context(item), u16::try_from(least))
        {
            let part = self.parts[variable].clone();
            ways.push(part.below(&mut self.clauses, &self.space.variables[variable].values, least, false));
        }
        self.clauses.or(&ways)
    }
}
