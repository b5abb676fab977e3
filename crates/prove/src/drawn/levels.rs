//! Findings "at this level or worse", as the rules or a gate see them.

use super::Drawn;
use crate::diagram::Node;
use crate::reading::Manner;
use crate::space::Value;
use protocol::model::finding::{FindingId, Subject};
use protocol::model::rule::Raise;

/// For each finding and each level above the mildest: those who are at it or worse.
#[derive(Debug, Clone, Default)]
pub(super) struct Levels(Vec<Vec<Node>>);

impl Levels {
    /// Those who are at this level or worse.
    pub(super) fn at_least(&self, id: FindingId, level: u8) -> Node {
        match usize::from(level).checked_sub(1) {
            None => Node::EVERYBODY,
            Some(step) => self.0.get(id.index()).and_then(|steps| steps.get(step)).copied().unwrap_or(Node::NOBODY),
        }
    }

    /// What was answered first; then what is raised by it.
    pub(super) fn drawn(drawn: &mut Drawn, manner: Manner) -> Self {
        let protocol = drawn.protocol;
        let mut levels = Self::default();
        for (id, finding) in protocol.each_finding() {
            let steps = (1..=finding.worst()).map(|level| answered(drawn, id, level, manner)).collect();
            levels.0.push(steps);
        }
        let plain = levels.clone();
        for raise in &protocol.raises {
            let when = levels.raised(drawn, raise, &plain);
            for step in 0..usize::from(raise.level) {
                let node = &mut levels.0[raise.finding.index()][step];
                *node = drawn.diagram.or(*node, when);
            }
        }
        levels
    }

    fn raised(&self, drawn: &mut Drawn, raise: &Raise, plain: &Self) -> Node {
        raise.when.iter().fold(Node::NOBODY, |so_far, all| {
            let holds = all.iter().fold(Node::EVERYBODY, |so_far, test| {
                let holds = match test {
                    protocol::model::when::Test::AtLeast(id, level) => plain.at_least(*id, *level),
                    context => drawn.context(*context, true),
                };
                drawn.diagram.and(so_far, holds)
            });
            drawn.diagram.or(so_far, holds)
        })
    }
}

fn answered(drawn: &mut Drawn, id: FindingId, level: u8, manner: Manner) -> Node {
    let finding = drawn.protocol.finding(id);
    let unsure = if manner == Manner::Rules { finding.unsure } else { finding.worst() };
    let mut node = drawn.said_in(id, |value| match value {
        Value::Level(said) => said >= level,
        Value::Unsure => unsure >= level,
        _ => false,
    });
    let protocol = drawn.protocol;
    for answer in protocol.context_answers.iter().filter(|answer| answer.finding == id && answer.level >= level) {
        let when = drawn.known_any(&answer.when);
        node = drawn.diagram.or(node, when);
    }
    if finding.subject == Subject::Baby { drawn.diagram.and(node, drawn.with_baby) } else { node }
}
