//! Joining functions.

use super::{Diagram, Node};

/// What is remembered of work already done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Operation {
    And,
    Or,
    Not,
}

impl Diagram {
    /// Holds where both hold.
    pub fn and(&mut self, left: Node, right: Node) -> Node {
        match (left, right) {
            (Node::NOBODY, _) | (_, Node::NOBODY) => Node::NOBODY,
            (Node::EVERYBODY, other) | (other, Node::EVERYBODY) => other,
            _ if left == right => left,
            _ => self.join(Operation::And, left.min(right), left.max(right)),
        }
    }

    /// Holds where one of both holds.
    pub fn or(&mut self, left: Node, right: Node) -> Node {
        match (left, right) {
            (Node::EVERYBODY, _) | (_, Node::EVERYBODY) => Node::EVERYBODY,
            (Node::NOBODY, other) | (other, Node::NOBODY) => other,
            _ if left == right => left,
            _ => self.join(Operation::Or, left.min(right), left.max(right)),
        }
    }

    /// Holds where it does not.
    pub fn not(&mut self, node: Node) -> Node {
        match node {
            Node::NOBODY => Node::EVERYBODY,
            Node::EVERYBODY => Node::NOBODY,
            _ => self.join(Operation::Not, node, node),
        }
    }

    fn join(&mut self, operation: Operation, left: Node, right: Node) -> Node {
        if let Some(known) = self.known.get(&(operation, left, right)) {
            return *known;
        }
        let depth = self.depth(left).min(self.depth(right));
        let children = (0..self.values(depth))
            .map(|value| {
                let (left, right) = (self.at(left, depth, value), self.at(right, depth, value));
                match operation {
                    Operation::And => self.and(left, right),
                    Operation::Or => self.or(left, right),
                    Operation::Not => self.not(left),
                }
            })
            .collect();
        let joined = self.node(depth, children);
        self.known.insert((operation, left, right), joined);
        joined
    }

    /// Where a value at a depth leads; the node itself if it asks deeper down.
    fn at(&self, node: Node, depth: usize, value: usize) -> Node {
        if self.depth(node) == depth { self.children(node)[value] } else { node }
    }

    /// The function that is left when the value at a depth is fixed.
    pub fn fix(&mut self, root: Node, depth: usize, value: usize) -> Node {
        let mut done = std::collections::HashMap::new();
        self.fixed(root, depth, value, &mut done)
    }

    fn fixed(
        &mut self,
        node: Node,
        depth: usize,
        value: usize,
        done: &mut std::collections::HashMap<Node, Node>,
    ) -> Node {
        let here = self.depth(node);
        if here > depth {
            return node;
        }
        if here == depth {
            return self.children(node)[value];
        }
        if let Some(known) = done.get(&node) {
            return *known;
        }
        let children = self.children(node).to_vec();
        let children = children.into_iter().map(|child| self.fixed(child, depth, value, done)).collect();
        let fixed = self.node(here, children);
        done.insert(node, fixed);
        fixed
    }
}
