//! The solver as an engine of proofs.

use super::Solved;
use super::parts::Part;
use crate::reading::{Fixed, Manner, Reading};
use crate::space::{Person, Value};
use batsat::Lit;
use protocol::model::finding::{FindingId, Subject};
use protocol::model::when::Test;

impl Reading for Solved<'_> {
    type Those = Lit;

    fn nobody(&self) -> Lit {
        !self.clauses.yes
    }

    fn both(&mut self, left: Lit, right: Lit) -> Lit {
        self.clauses.and(&[left, right])
    }

    fn either(&mut self, left: Lit, right: Lit) -> Lit {
        self.clauses.or(&[left, right])
    }

    fn others(&mut self, those: Lit) -> Lit {
        !those
    }

    fn said(&mut self, variable: usize, place: usize) -> Lit {
        let values = &self.space.variables[variable].values;
        self.parts[variable].exactly(&mut self.clauses, values, place)
    }

    fn with_baby(&mut self) -> Lit {
        self.has_baby(None)
    }

    fn baby_is_asked(&mut self) -> Lit {
        self.asks_of_baby(None)
    }

    fn pass(&mut self, test: Test, manner: Manner) -> Lit {
        self.test(test, manner, None)
    }

    fn fire(&mut self, rule: usize) -> Lit {
        self.fires(rule, None)
    }

    fn reach(&mut self, whose: Subject, step: usize, fixed: Fixed) -> Lit {
        self.reached(whose, step, fixed)
    }

    fn need(&mut self, finding: FindingId, fixed: Fixed) -> Lit {
        self.needs(finding, fixed)
    }

    fn need_before(&mut self, finding: FindingId, silent: &[usize]) -> Lit {
        let said = self.parts.clone();
        for variable in silent {
            let place = self.space.place(*variable, Value::Silent);
            self.parts[*variable] = Part::fixed(&self.clauses, &self.space.variables[*variable], place);
        }
        let need = self.needs(finding, None);
        self.parts = said;
        need
    }

    fn answered(&mut self, finding: FindingId) -> Lit {
        self.is_answered(finding)
    }

    fn complete(&mut self) -> Lit {
        let mut open = Vec::new();
        for (id, _) in self.protocol.each_finding() {
            let (need, answered) = (self.needs(id, None), self.is_answered(id));
            open.push(self.clauses.and(&[need, !answered]));
        }
        !self.clauses.or(&open)
    }

    fn closed(&mut self, gate: usize) -> Lit {
        self.shut(gate)
    }

    fn anybody(&mut self, those: Lit) -> Option<Person> {
        if !self.clauses.possible(those) {
            return None;
        }
        let mut person = Person::new();
        for (variable, part) in self.space.variables.iter().zip(&self.parts) {
            let places = 0..variable.values.len();
            let held = places.rev().find(|place| part.held(&self.clauses, &variable.values, *place));
            person.push(held.unwrap_or(0));
        }
        Some(person)
    }
}
