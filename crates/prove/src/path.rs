//! How many findings are asked when only what can still change the highest urgency is asked, in the order of the interview.
//!
//! Drawn in that order, a diagram skips what cannot matter any more: a person's questions are the nodes on the way down.

use crate::diagram::Node;
use crate::drawn::Drawn;
use crate::illustrated::mean_tenths;
use crate::interview::holds;
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
    /// The screen on which the part at each depth is asked.
    screen: Vec<Option<usize>>,
}

impl<'p> Path<'p> {
    /// Draws it with the screens as they are written.
    #[must_use]
    pub fn new(protocol: &'p Protocol) -> Self {
        Self::in_order(protocol, &(0..protocol.screens.len()).collect::<Vec<_>>())
    }

    /// Draws it with the screens in another order.
    #[must_use]
    pub fn in_order(protocol: &'p Protocol, screens: &[usize]) -> Self {
        let (order, screen) = interview(protocol, screens).into_iter().unzip::<_, _, Vec<_>, Vec<_>>();
        let mut drawn = Drawn::new(protocol, &order);
        let steps = 0..drawn.scale.steps().len();
        let headline = steps
            .map(|step| {
                let [parent, baby] = [Subject::Parent, Subject::Baby].map(|whose| drawn.reach(whose, step, None));
                drawn.either(parent, baby)
            })
            .collect();
        Self { drawn, headline, screen }
    }

    /// The most findings that anybody is asked. Exact: the longest way down.
    #[must_use]
    pub fn longest(&self) -> usize {
        self.below(self.headline.clone(), None, &mut HashMap::new(), |_, depth| usize::from(self.is_finding(depth)))
    }

    /// The most screens on which anybody is asked something. Exact, in the same way.
    #[must_use]
    pub fn most_screens(&self) -> usize {
        self.below(self.headline.clone(), None, &mut HashMap::new(), |before, depth| {
            let screen = self.screen[depth];
            usize::from(screen.is_some() && before != screen)
        })
    }

    /// The longest way down from here; `weigh` says what a part counts when something on this screen was asked just before it.
    fn below(
        &self,
        here: Vec<Node>,
        before: Option<usize>,
        done: &mut HashMap<(Vec<Node>, Option<usize>), usize>,
        weigh: impl Fn(Option<usize>, usize) -> usize + Copy,
    ) -> usize {
        let Some(depth) = self.next(&here) else { return 0 };
        // Which screen came before matters only while this part is on the same one.
        let before = before.filter(|before| self.screen[depth] == Some(*before));
        let key = (here, before);
        if let Some(known) = done.get(&key) {
            return *known;
        }
        let ways = 0..self.drawn.diagram.values(depth);
        let on = |value| self.below(self.after(&key.0, depth, value), self.screen[depth], done, weigh);
        let most = ways.map(on).max().unwrap_or(0) + weigh(before, depth);
        done.insert(key, most);
        most
    }

    /// The mean number of findings that these people are asked, in tenths.
    #[must_use]
    pub fn mean_tenths(&self, people: &[Answers]) -> usize {
        let all: usize = people.iter().map(|one| self.walk(one).0).sum();
        mean_tenths(all, people.len())
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

/// The parts in the order of the interview, each with its screen: whether there is a baby is said on the first one; what no screen asks comes last.
fn interview(protocol: &Protocol, screens: &[usize]) -> Vec<(usize, Option<usize>)> {
    let space = Space::of(protocol);
    let baby = protocol.context_named("baby").and_then(|item| space.context(item));
    let mut order: Vec<_> = baby.map(|variable| (variable, screens.first().copied())).into_iter().collect();
    for at in screens {
        let screen = &protocol.screens[*at];
        order.extend(holds(screen).iter().map(|id| (space.finding(*id), Some(*at))));
        if let ScreenKind::Choose { context, .. } = &screen.kind {
            order.extend(space.context(*context).map(|variable| (variable, Some(*at))));
        }
    }
    order.extend((0..space.variables.len()).map(|variable| (variable, None)));
    let mut seen = vec![false; space.variables.len()];
    order.retain(|(variable, _)| !std::mem::replace(&mut seen[*variable], true));
    order
}
