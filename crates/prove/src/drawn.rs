//! The protocol as a diagram.

mod levels;
mod order;
mod reading;
mod when;

use crate::diagram::{Diagram, Node};
use crate::reading::{Fixed, Manner};
use crate::scale::Scale;
use crate::space::{Space, Value};
use levels::Levels;
use protocol::model::Protocol;
use protocol::model::finding::{FindingId, Needed, Subject};

pub use order::{from_names, names, optimised};

/// A protocol drawn as functions of the input.
pub struct Drawn<'p> {
    /// The protocol.
    pub protocol: &'p Protocol,
    /// The space of its inputs.
    pub space: Space,
    /// The scale of its outcomes.
    pub scale: Scale,
    /// The nodes.
    pub diagram: Diagram,
    /// The depth of each variable.
    depth: Vec<usize>,
    /// The variable at each depth.
    order: Vec<usize>,
    with_baby: Node,
    asked: Node,
    rules: Levels,
    gate: Levels,
    fires: Vec<Node>,
    reach: [Vec<Node>; 2],
    needs: Vec<Node>,
    answered: Vec<Node>,
    complete: Node,
    closed: Vec<Node>,
}

impl<'p> Drawn<'p> {
    /// Draws a protocol with its variables in this order.
    #[must_use]
    pub fn new(protocol: &'p Protocol, order: &[usize]) -> Self {
        Self::over(protocol, Space::of(protocol), Scale::of(protocol), order, Diagram::default())
    }

    /// Draws a protocol over a given space and scale. A diagram that is not empty must have been drawn over the same space in the same order.
    #[must_use]
    pub fn over(protocol: &'p Protocol, space: Space, scale: Scale, order: &[usize], diagram: Diagram) -> Self {
        let arity = order.iter().map(|variable| space.variables[*variable].values.len()).collect();
        let mut depth = vec![0; order.len()];
        order.iter().enumerate().for_each(|(at, variable)| depth[*variable] = at);
        let mut drawn = Self {
            scale,
            diagram: if diagram.depths() == 0 { Diagram::new(arity) } else { diagram },
            depth,
            order: order.to_vec(),
            with_baby: Node::EVERYBODY,
            asked: Node::EVERYBODY,
            rules: Levels::default(),
            gate: Levels::default(),
            fires: Vec::new(),
            reach: [Vec::new(), Vec::new()],
            needs: Vec::new(),
            answered: Vec::new(),
            complete: Node::EVERYBODY,
            closed: Vec::new(),
            protocol,
            space,
        };
        drawn.draw();
        drawn
    }

    fn draw(&mut self) {
        let absent = self.any(&self.protocol.baby_absent, Manner::Rules);
        self.with_baby = self.diagram.not(absent);
        let watched = self.any(&self.protocol.baby_watched, Manner::Rules);
        let unwatched = self.diagram.not(watched);
        self.asked = self.diagram.and(self.with_baby, unwatched);
        self.rules = Levels::drawn(self, Manner::Rules);
        self.gate = Levels::drawn(self, Manner::Gate);
        self.draw_rules();
        self.draw_completeness();
        self.closed = (0..self.protocol.gates.len()).map(|gate| self.draw_gate(gate)).collect();
    }

    fn draw_rules(&mut self) {
        for rule in &self.protocol.rules {
            let when = self.all(&rule.when, Manner::Rules);
            let there = if rule.needs_baby { self.with_baby } else { Node::EVERYBODY };
            let fires = self.diagram.and(when, there);
            self.fires.push(fires);
        }
        for whose in [Subject::Parent, Subject::Baby] {
            let mut above = Node::NOBODY;
            let mut reach = Vec::new();
            for step in (0..self.scale.steps().len()).rev() {
                for (at, rule) in self.protocol.rules.iter().enumerate() {
                    if rule.subject == whose && self.scale.of_rule(rule) == Some(step) {
                        above = self.diagram.or(above, self.fires[at]);
                    }
                }
                reach.insert(0, above);
            }
            self.reach[usize::from(whose == Subject::Baby)] = reach;
        }
    }

    fn draw_completeness(&mut self) {
        for (id, finding) in self.protocol.each_finding() {
            let asked = if finding.subject == Subject::Baby { self.asked } else { Node::EVERYBODY };
            let when = match &finding.needed {
                Needed::Never => Node::NOBODY,
                Needed::Always => Node::EVERYBODY,
                Needed::When(any) => self.any(any, Manner::Rules),
            };
            let need = self.diagram.and(asked, when);
            let said = self.said_in(id, |value| value != Value::Silent);
            let by_context = self.answered_by_context(id);
            let answered = self.diagram.or(said, by_context);
            let open = self.diagram.not(answered);
            let open = self.diagram.and(need, open);
            let closed = self.diagram.not(open);
            self.complete = self.diagram.and(self.complete, closed);
            self.needs.push(need);
            self.answered.push(answered);
        }
    }

    fn answered_by_context(&mut self, id: FindingId) -> Node {
        let protocol = self.protocol;
        let ours = protocol.context_answers.iter().filter(|answer| answer.finding == id);
        ours.fold(Node::NOBODY, |so_far, answer| {
            let when = self.known_any(&answer.when);
            self.diagram.or(so_far, when)
        })
    }

    fn draw_gate(&mut self, gate: usize) -> Node {
        let gate = &self.protocol.gates[gate];
        let mut closed = gate.closed.iter().fold(Node::NOBODY, |so_far, (all, _)| {
            let holds = self.all(all, Manner::Gate);
            self.diagram.or(so_far, holds)
        });
        let under = gate.limit("parent_urgency_under");
        let step =
            self.scale.steps().iter().position(|step| under.is_some_and(|n| i64::from(step.urgency.number()) >= n));
        if let Some(step) = step {
            closed = self.diagram.or(closed, self.reach[0][step]);
        }
        let age = self.protocol.context_named("age_years").and_then(|item| self.space.context(item));
        if let (Some(variable), Some(least)) = (age, gate.limit("age_years_at_least")) {
            let young = |value: Value| matches!(value, Value::Known { to, .. } if i64::from(to) < least);
            let young = self.values(variable, young);
            closed = self.diagram.or(closed, young);
        }
        closed
    }

    /// Those whose value of a variable passes.
    fn values(&mut self, variable: usize, passes: impl Fn(Value) -> bool) -> Node {
        let values = &self.space.variables[variable].values;
        self.diagram.one_of(self.depth[variable], |place| passes(values[place]))
    }

    fn fixed(&mut self, root: Node, fixed: Fixed) -> Node {
        match fixed {
            None => root,
            Some((variable, place)) => self.diagram.fix(root, self.depth[variable], place),
        }
    }

    fn said_in(&mut self, id: FindingId, passes: impl Fn(Value) -> bool) -> Node {
        self.values(self.space.finding(id), passes)
    }

    /// The variable at each depth.
    #[must_use]
    pub fn order(&self) -> &[usize] {
        &self.order
    }
}
