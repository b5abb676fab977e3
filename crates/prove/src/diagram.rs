//! A decision diagram over parts with several values each: every function of the inputs has one node, so equal means the same number.

mod cheapest;
mod count;
mod operate;

use std::collections::HashMap;

/// A node. Two functions that agree on every input are the same node.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Node(usize);

impl Node {
    /// Holds for nobody.
    pub const NOBODY: Self = Self(0);
    /// Holds for everybody.
    pub const EVERYBODY: Self = Self(1);

    fn index(self) -> usize {
        self.0
    }

    /// Whether it is one of the two ends.
    #[must_use]
    pub fn is_end(self) -> bool {
        self.0 < 2
    }
}

/// The ends stand below every part.
const END: usize = usize::MAX;

/// All nodes, each made once.
#[derive(Debug, Default)]
pub struct Diagram {
    /// How many values the part at each depth has.
    arity: Vec<usize>,
    /// Depth of each node and where its children begin.
    nodes: Vec<(usize, usize)>,
    children: Vec<Node>,
    unique: HashMap<(usize, Box<[Node]>), Node>,
    known: HashMap<(operate::Operation, Node, Node), Node>,
}

impl Diagram {
    /// A diagram over parts with so many values each, the first asked first.
    #[must_use]
    pub fn new(arity: Vec<usize>) -> Self {
        Self { arity, nodes: vec![(END, 0), (END, 0)], ..Self::default() }
    }

    /// How many depths there are.
    #[must_use]
    pub fn depths(&self) -> usize {
        self.arity.len()
    }

    /// How many values there are at a depth.
    #[must_use]
    pub fn values(&self, depth: usize) -> usize {
        self.arity[depth]
    }

    /// The depth at which a node asks; the number of depths for an end.
    #[must_use]
    pub fn depth(&self, node: Node) -> usize {
        match self.nodes[node.index()].0 {
            END => self.arity.len(),
            depth => depth,
        }
    }

    /// Where a node leads, value by value. Nowhere from an end.
    #[must_use]
    pub fn children(&self, node: Node) -> &[Node] {
        let (depth, from) = self.nodes[node.index()];
        if depth == END { &[] } else { &self.children[from..from + self.arity[depth]] }
    }

    /// Holds for those whose value at this depth is one of these.
    pub fn one_of(&mut self, depth: usize, is: impl Fn(usize) -> bool) -> Node {
        let end = |yes| if yes { Node::EVERYBODY } else { Node::NOBODY };
        let children = (0..self.arity[depth]).map(|value| end(is(value))).collect();
        self.node(depth, children)
    }

    /// The node with these children: an old one if there is one, none at all if all children are the same.
    fn node(&mut self, depth: usize, children: Vec<Node>) -> Node {
        if children.iter().all(|child| *child == children[0]) {
            return children[0];
        }
        let key = (depth, children.into_boxed_slice());
        if let Some(known) = self.unique.get(&key) {
            return *known;
        }
        let node = Node(self.nodes.len());
        self.nodes.push((depth, self.children.len()));
        self.children.extend_from_slice(&key.1);
        self.unique.insert(key, node);
        node
    }

    /// How many nodes these functions have together, ends left out.
    #[must_use]
    pub fn size(&self, roots: &[Node]) -> usize {
        self.below(roots).len()
    }

    /// How many nodes were ever made.
    #[must_use]
    pub fn made(&self) -> usize {
        self.nodes.len() - 2
    }

    /// Every node of these functions, deepest first; within a depth in no order that means anything.
    #[must_use]
    pub fn below(&self, roots: &[Node]) -> Vec<Node> {
        let mut seen = vec![false; self.nodes.len()];
        let mut waiting: Vec<Node> = roots.to_vec();
        let mut found = Vec::new();
        while let Some(node) = waiting.pop() {
            if node.is_end() || std::mem::replace(&mut seen[node.index()], true) {
                continue;
            }
            found.push(node);
            waiting.extend_from_slice(self.children(node));
        }
        found.sort_unstable_by_key(|node| std::cmp::Reverse(self.depth(*node)));
        found
    }

    /// Whether it holds for someone who says these values, depth by depth.
    #[must_use]
    pub fn holds(&self, root: Node, said: &[usize]) -> bool {
        let mut node = root;
        while !node.is_end() {
            node = self.children(node)[said[self.depth(node)]];
        }
        node == Node::EVERYBODY
    }
}
