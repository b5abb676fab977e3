//! Exact numbers: how many inputs a function holds for.

use super::{Diagram, Node};
use num_bigint::BigUint;
use std::collections::HashMap;

impl Diagram {
    /// For how many inputs it holds. Depths that are not `counted` are left out of the space; the function must not ask there.
    #[must_use]
    pub fn count(&self, root: Node, counted: &[bool]) -> BigUint {
        let mut done = HashMap::new();
        let below = self.counted(root, counted, &mut done);
        below * self.free(0, self.depth(root), counted)
    }

    fn counted(&self, node: Node, counted: &[bool], done: &mut HashMap<Node, BigUint>) -> BigUint {
        if node.is_end() {
            return BigUint::from(u8::from(node == Node::EVERYBODY));
        }
        if let Some(known) = done.get(&node) {
            return known.clone();
        }
        let below = self.depth(node) + 1;
        let each = self
            .children(node)
            .iter()
            .map(|child| self.counted(*child, counted, done) * self.free(below, self.depth(*child), counted));
        let sum: BigUint = each.sum();
        done.insert(node, sum.clone());
        sum
    }

    /// How many ways there are through depths that are not asked.
    fn free(&self, from: usize, to: usize, counted: &[bool]) -> BigUint {
        (from..to).filter(|depth| counted[*depth]).map(|depth| BigUint::from(self.values(depth))).product()
    }
}
