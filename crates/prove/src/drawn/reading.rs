//! The diagram as an engine of proofs.

use super::Drawn;
use crate::diagram::Node;
use crate::reading::{Fixed, Manner, Reading};
use crate::space::{Person, Value};
use protocol::model::finding::{FindingId, Subject};
use protocol::model::when::Test;

impl Reading for Drawn<'_> {
    type Those = Node;

    fn nobody(&self) -> Node {
        Node::NOBODY
    }

    fn both(&mut self, left: Node, right: Node) -> Node {
        self.diagram.and(left, right)
    }

    fn either(&mut self, left: Node, right: Node) -> Node {
        self.diagram.or(left, right)
    }

    fn others(&mut self, those: Node) -> Node {
        self.diagram.not(those)
    }

    fn said(&mut self, variable: usize, place: usize) -> Node {
        self.diagram.one_of(self.depth[variable], |value| value == place)
    }

    fn with_baby(&mut self) -> Node {
        self.with_baby
    }

    fn baby_is_asked(&mut self) -> Node {
        self.asked
    }

    fn pass(&mut self, test: Test, manner: Manner) -> Node {
        self.test(test, manner)
    }

    fn fire(&mut self, rule: usize) -> Node {
        self.fires[rule]
    }

    fn reach(&mut self, whose: Subject, step: usize, fixed: Fixed) -> Node {
        self.fixed(self.reach[usize::from(whose == Subject::Baby)][step], fixed)
    }

    fn need(&mut self, finding: FindingId, fixed: Fixed) -> Node {
        self.fixed(self.needs[finding.index()], fixed)
    }

    fn need_before(&mut self, finding: FindingId, silent: &[usize]) -> Node {
        silent.iter().fold(self.needs[finding.index()], |root, variable| {
            let place = self.space.place(*variable, Value::Silent);
            self.diagram.fix(root, self.depth[*variable], place)
        })
    }

    fn answered(&mut self, finding: FindingId) -> Node {
        self.answered[finding.index()]
    }

    fn complete(&mut self) -> Node {
        self.complete
    }

    fn closed(&mut self, gate: usize) -> Node {
        self.closed[gate]
    }

    fn anybody(&mut self, those: Node) -> Option<Person> {
        let said = self.diagram.cheapest(those, |depth, value| self.space.cost(self.order[depth], value))?;
        Some(self.depth.iter().map(|depth| said[*depth]).collect())
    }
}
