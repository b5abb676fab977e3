//! Tests, drawn.

use super::Drawn;
use crate::diagram::Node;
use crate::reading::Manner;
use crate::space::Value;
use protocol::model::when::{All, Any, Test};

impl Drawn<'_> {
    pub(super) fn any(&mut self, any: &Any, manner: Manner) -> Node {
        any.iter().fold(Node::NOBODY, |so_far, all| {
            let holds = self.all(all, manner);
            self.diagram.or(so_far, holds)
        })
    }

    pub(super) fn all(&mut self, all: &All, manner: Manner) -> Node {
        all.iter().fold(Node::EVERYBODY, |so_far, test| {
            let holds = self.test(*test, manner);
            self.diagram.and(so_far, holds)
        })
    }

    pub(super) fn test(&mut self, test: Test, manner: Manner) -> Node {
        let levels = if manner == Manner::Rules { &self.rules } else { &self.gate };
        match test {
            Test::AtLeast(id, level) => levels.at_least(id, level),
            Test::Milder(id, level) => {
                let worse = levels.at_least(id, level);
                self.diagram.not(worse)
            }
            Test::Term(term) => self.any(&self.protocol.terms[term].when, manner),
            Test::NoTerm(term) => {
                let holds = self.any(&self.protocol.terms[term].when, manner);
                self.diagram.not(holds)
            }
            Test::Count(count, least) => {
                let signs: Vec<Node> =
                    self.protocol.counts[count].of.iter().map(|sign| self.test(*sign, manner)).collect();
                self.at_least_of(&signs, usize::from(least))
            }
            context => self.context(context, true),
        }
    }

    /// At least so many of these, worked out from the last sign to the first.
    fn at_least_of(&mut self, signs: &[Node], least: usize) -> Node {
        let mut enough = vec![Node::NOBODY; least + 1];
        enough[0] = Node::EVERYBODY;
        for sign in signs.iter().rev() {
            for wanted in (1..=least).rev() {
                let with = self.diagram.and(*sign, enough[wanted - 1]);
                enough[wanted] = self.diagram.or(with, enough[wanted]);
            }
        }
        enough[least]
    }

    /// A test of the context. Where an unknown number is not cautious, it answers nothing.
    pub(super) fn context(&mut self, test: Test, cautious: bool) -> Node {
        let (item, passes): (usize, Box<dyn Fn(Value) -> bool>) = match test {
            Test::ContextUnder(item, n) => (item, Box::new(move |value| under(value, n, cautious))),
            Test::ContextAtMost(item, n) => (item, Box::new(move |value| under(value, n.saturating_add(1), cautious))),
            Test::ContextAtLeast(item, n) => {
                (item, Box::new(move |value| value != Value::Silent && !under(value, n, true)))
            }
            Test::ContextIs(item, word) => {
                (item, Box::new(move |value| value == Value::Known { from: word, to: word }))
            }
            _ => return Node::NOBODY,
        };
        let Some(variable) = self.space.context(item) else { return Node::NOBODY };
        let holds = self.values(variable, passes);
        let there = if self.protocol.baby_age == Some(item) { self.with_baby } else { Node::EVERYBODY };
        self.diagram.and(holds, there)
    }

    /// Alternatives of the context, where an unknown number answers nothing.
    pub(super) fn known_any(&mut self, any: &Any) -> Node {
        any.iter().fold(Node::NOBODY, |so_far, all| {
            let holds = all.iter().fold(Node::EVERYBODY, |so_far, test| {
                let holds = self.context(*test, false);
                self.diagram.and(so_far, holds)
            });
            self.diagram.or(so_far, holds)
        })
    }
}

fn under(value: Value, number: u16, cautious: bool) -> bool {
    match value {
        Value::Known { to, .. } => to < number,
        _ => cautious,
    }
}
