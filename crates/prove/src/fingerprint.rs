//! A fingerprint of behaviour: another text of the same rules keeps it, another outcome for anybody changes it.

use crate::diagram::{Diagram, Node};
use crate::drawn::{Drawn, names};
use crate::space::{Asked, Value};
use std::collections::HashMap;
use std::fmt::Write;

impl Drawn<'_> {
    /// The fingerprint of all outcomes together.
    pub fn fingerprint(&mut self) -> String {
        let each: String = self.prints().into_iter().map(|(name, print)| format!("{name}: {print}\n")).collect();
        protocol::fingerprint_of(&each)
    }

    /// Each outcome by name, with its own fingerprint.
    pub fn prints(&mut self) -> Vec<(String, String)> {
        let asked = self.questions();
        let outcomes = self.outcomes();
        outcomes.into_iter().map(|(name, root, _)| (name, print(&self.diagram, &asked, root))).collect()
    }

    /// What is asked at each depth, and what can be said to it.
    fn questions(&self) -> Vec<String> {
        let names = names(self.protocol, self.order());
        let values = self.order().iter().map(|variable| {
            let variable = &self.space.variables[*variable];
            let said = variable.values.iter().map(|value| match (variable.asked, value) {
                (Asked::Finding(id), Value::Level(level)) => self.protocol.finding(id).level_id(*level).to_owned(),
                (_, Value::Known { from, to }) => format!("{from}-{to}"),
                (_, other) => format!("{other:?}"),
            });
            said.collect::<Vec<_>>().join(" ")
        });
        names.into_iter().zip(values).map(|(name, values)| format!("{name}: {values}")).collect()
    }
}

/// Nodes are numbered from the bottom up, within a depth by where they lead: the numbers follow from the function alone.
fn print(diagram: &Diagram, asked: &[String], root: Node) -> String {
    let mut numbers: HashMap<Node, usize> = HashMap::from([(Node::NOBODY, 0), (Node::EVERYBODY, 1)]);
    let mut text = String::new();
    let nodes = diagram.below(&[root]);
    for level in nodes.chunk_by(|left, right| diagram.depth(*left) == diagram.depth(*right)) {
        let leads = |node: &Node| diagram.children(*node).iter().map(|child| numbers[child]).collect::<Vec<_>>();
        let mut here: Vec<(Vec<usize>, Node)> = level.iter().map(|node| (leads(node), *node)).collect();
        here.sort();
        for (children, node) in here {
            let number = numbers.len();
            numbers.insert(node, number);
            let _ = writeln!(text, "{number} {} {children:?}", asked[diagram.depth(node)]);
        }
    }
    let _ = write!(text, "root {}", numbers[&root]);
    protocol::fingerprint_of(&text)
}
