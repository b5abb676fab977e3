//! The diagram in clauses, node by node: then the solver can say whether it equals the rules.

use super::Solved;
use crate::diagram::{Diagram, Node};
use crate::reading::Reading;
use batsat::Lit;
use std::collections::HashMap;

impl Solved<'_> {
    /// The function of a node, asked in this order of variables.
    pub fn mirror(&mut self, diagram: &Diagram, order: &[usize], root: Node) -> Lit {
        let mut done: HashMap<Node, Lit> = HashMap::new();
        done.insert(Node::NOBODY, !self.clauses.yes);
        done.insert(Node::EVERYBODY, self.clauses.yes);
        for node in diagram.below(&[root]) {
            let mut ways = Vec::new();
            for (place, child) in diagram.children(node).iter().enumerate() {
                let said = self.said(order[diagram.depth(node)], place);
                ways.push(self.clauses.and(&[said, done[child]]));
            }
            let here = self.clauses.or(&ways);
            done.insert(node, here);
        }
        done[&root]
    }

    /// Whether two functions differ for anybody.
    pub fn differ(&mut self, left: Lit, right: Lit) -> bool {
        let only_left = self.clauses.and(&[left, !right]);
        let only_right = self.clauses.and(&[right, !left]);
        let differ = self.clauses.or(&[only_left, only_right]);
        self.clauses.possible(differ)
    }
}
