//! Everything that the rules decide, by name: what is compared between the engines, counted, and put into the fingerprint.

use crate::diagram::Node;
use crate::drawn::Drawn;
use crate::reading::Reading;
use crate::scale::Step;
use crate::solved::Solved;
use batsat::Lit;
use protocol::model::finding::Subject;

/// One thing that is decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// A patient reaches this step or a higher one.
    Reach(Subject, usize),
    /// Every mandatory finding has an answer.
    Complete,
    /// A gate is closed.
    Closed(usize),
}

impl Drawn<'_> {
    /// All outcomes with their names and nodes.
    pub fn outcomes(&mut self) -> Vec<(String, Node, Outcome)> {
        let steps: Vec<Step> = self.scale.steps().to_vec();
        let mut found = Vec::new();
        for (whose, patient) in [(Subject::Parent, "parent"), (Subject::Baby, "baby")] {
            for (at, step) in steps.iter().enumerate() {
                let days = step.days.map(|days| format!(" {days}")).unwrap_or_default();
                let name = format!("{patient} at least {}{days}", step.urgency.id());
                found.push((name, self.reach(whose, at, None), Outcome::Reach(whose, at)));
            }
        }
        found.push(("complete".to_owned(), self.complete(), Outcome::Complete));
        for (at, gate) in self.protocol.gates.iter().enumerate() {
            found.push((format!("gate {} closed", gate.id), self.closed(at), Outcome::Closed(at)));
        }
        found
    }
}

impl Solved<'_> {
    /// One outcome in clauses.
    pub fn outcome(&mut self, outcome: Outcome) -> Lit {
        match outcome {
            Outcome::Reach(whose, step) => self.reach(whose, step, None),
            Outcome::Complete => self.complete(),
            Outcome::Closed(gate) => self.closed(gate),
        }
    }
}
