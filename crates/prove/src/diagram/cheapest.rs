//! The plainest person for whom a function holds: the fewest and mildest answers that are not the mildest.

use super::{Diagram, Node};
use std::collections::HashMap;

impl Diagram {
    /// What the cheapest person says at every depth, if the function holds for anybody.
    #[must_use]
    pub fn cheapest(&self, root: Node, cost: impl Fn(usize, usize) -> u32) -> Option<Vec<usize>> {
        let free = |depth: usize| (0..self.values(depth)).min_by_key(|value| cost(depth, *value)).unwrap_or(0);
        let mut best: HashMap<Node, (u32, usize)> = HashMap::new();
        for node in self.below(&[root]) {
            let depth = self.depth(node);
            let ways = self.children(node).iter().enumerate();
            // What is not asked on the way is said at its cheapest, which costs the same on every way that skips it.
            let skipped = |child: Node| (depth + 1..self.depth(child)).map(|at| cost(at, free(at))).sum::<u32>();
            let priced = ways.filter_map(|(value, child)| {
                let rest = if *child == Node::EVERYBODY { Some(0) } else { best.get(child).map(|(price, _)| *price) };
                rest.map(|rest| (rest + cost(depth, value) + skipped(*child), value))
            });
            if let Some(cheapest) = priced.min() {
                best.insert(node, cheapest);
            }
        }
        let mut said: Vec<usize> = (0..self.depths()).map(free).collect();
        let mut node = root;
        while !node.is_end() {
            let value = best.get(&node)?.1;
            said[self.depth(node)] = value;
            node = self.children(node)[value];
        }
        (node == Node::EVERYBODY).then_some(said)
    }
}
