//! How many findings are asked when only what can still change the highest urgency is asked, in the order of the interview.
//!
//! Drawn in that order, a diagram skips what cannot matter any more: a person's questions are the nodes on the way down.

use crate::diagram::Node;
use crate::drawn::Drawn;
use crate::reading::Reading;
use crate::space::{Asked, Space};
use protocol::answers::Answers;
use protocol::model::Protocol;
use protocol::model::finding::Subject;
use protocol::model::screen::ScreenKind;
use std::collections::HashMap;

/// A protocol drawn in the order of its interview.
pub struct Path<'p> {
    drawn: Drawn<'p>,
    /// The highest urgency of both patients, step by step.
    headline: Vec<Node>,
}

impl<'p> Path<'p> {
    /// Draws it.
    #[must_use]
    pub fn new(protocol: &'p Protocol) -> Self {
        let mut drawn = Drawn::new(protocol, &interview(protocol));
        let steps = 0..drawn.scale.steps().len();
        let headline = steps
            .map(|step| {
                let [parent, baby] = [Subject::Parent, Subject::Baby].map(|whose| drawn.reach(whose, step, None));
                drawn.either(parent, baby)
            })
            .collect();
        Self { drawn, headline }
    }

    /// The most findings that anybody is asked. Exact: the longest way down.
    #[must_use]
    pub fn longest(&self) -> usize {
        self.below(self.headline.clone(), &mut HashMap::new())
    }

    fn below(&self, here: Vec<Node>, done: &mut HashMap<Vec<Node>, usize>) -> usize {
        let Some(depth) = self.next(&here) else { return 0 };
        if let Some(known) = done.get(&here) {
            return *known;
        }
        let ways = 0..self.drawn.diagram.values(depth);
        let most = ways.map(|value| self.below(self.after(&here, depth, value), done)).max().unwrap_or(0);
        let most = most + usize::from(self.is_finding(depth));
        done.insert(here, most);
        most
    }

    /// The mean number of findings that these people are asked, in tenths.
    #[must_use]
    pub fn mean_tenths(&self, people: &[Answers]) -> usize {
        let all: usize = people.iter().map(|one| self.walk(one).0).sum();
        (all * 10).checked_div(people.len()).unwrap_or(0)
    }

    /// How many findings one person is asked, and how many steps of the scale the higher of both patients reaches by them.
    #[must_use]
    pub fn walk(&self, answers: &Answers) -> (usize, usize) {
        let person = self.drawn.space.person(answers);
        let mut here = self.headline.clone();
        let mut asked = 0;
        while let Some(depth) = self.next(&here) {
            asked += usize::from(self.is_finding(depth));
            here = self.after(&here, depth, person[self.drawn.order()[depth]]);
        }
        (asked, here.iter().filter(|node| **node == Node::EVERYBODY).count())
    }

    /// What is asked next, while something can still change.
    fn next(&self, here: &[Node]) -> Option<usize> {
        let next = here.iter().map(|node| self.drawn.diagram.depth(*node)).min()?;
        (next < self.drawn.diagram.depths()).then_some(next)
    }

    fn after(&self, here: &[Node], depth: usize, value: usize) -> Vec<Node> {
        let diagram = &self.drawn.diagram;
        let lead = |node: &Node| if diagram.depth(*node) == depth { diagram.children(*node)[value] } else { *node };
        here.iter().map(lead).collect()
    }

    fn is_finding(&self, depth: usize) -> bool {
        matches!(self.drawn.space.variables[self.drawn.order()[depth]].asked, Asked::Finding(_))
    }
}

/// The parts in the order of the interview: whether there is a baby is said on its first screen; what no screen asks comes last.
fn interview(protocol: &Protocol) -> Vec<usize> {
    let space = Space::of(protocol);
    let mut order: Vec<usize> =
        protocol.context_named("baby").and_then(|item| space.context(item)).into_iter().collect();
    for screen in &protocol.screens {
        match &screen.kind {
            ScreenKind::List(findings) => order.extend(findings.iter().map(|id| space.finding(*id))),
            ScreenKind::Question(id) => order.push(space.finding(*id)),
            ScreenKind::Choose { context, .. } => order.extend(space.context(*context)),
            ScreenKind::Who => {}
        }
    }
    order.extend(0..space.variables.len());
    let mut seen = vec![false; space.variables.len()];
    order.retain(|variable| !std::mem::replace(&mut seen[*variable], true));
    order
}
