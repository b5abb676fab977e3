//! Two versions of a protocol: minimal situations that change, and for exactly how many inputs.

use crate::diagram::{Diagram, Node};
use crate::drawn::{Drawn, optimised};
use crate::numbers::grouped;
use crate::reading::Reading;
use crate::scale::Scale;
use crate::space::Space;
use num_bigint::BigUint;
use protocol::model::Protocol;
use protocol::model::finding::Subject;
use std::fmt::Write;

/// Two versions in one diagram.
pub struct Both<'p> {
    /// The new version; the diagram holds the old one too.
    pub drawn: Drawn<'p>,
    /// What each patient reached, step by step.
    was: [Vec<Node>; 2],
    /// What each patient reaches now.
    is: [Vec<Node>; 2],
}

impl<'p> Both<'p> {
    /// Draws both. None when they do not ask the same questions with the same levels.
    #[must_use]
    pub fn new(old: &Protocol, new: &'p Protocol) -> Option<Self> {
        let space = Space::of_both(old, new)?;
        let scale = Scale::of_both(old, new);
        let order = optimised(new);
        let order =
            if order.len() == space.variables.len() { order } else { (0..space.variables.len()).collect::<Vec<_>>() };
        let mut before = Drawn::over(old, space.clone(), scale.clone(), &order, Diagram::default());
        let was = outcomes(&mut before);
        let mut drawn = Drawn::over(new, space, scale, &order, before.diagram);
        let is = outcomes(&mut drawn);
        Some(Self { drawn, was, is })
    }

    /// Those whom the new version tells more.
    pub fn raised(&mut self, whose: Subject) -> Node {
        let at = usize::from(whose == Subject::Baby);
        beyond(&mut self.drawn, &self.is[at], &self.was[at])
    }

    /// Those whom the new version tells less.
    pub fn lowered(&mut self, whose: Subject) -> Node {
        let at = usize::from(whose == Subject::Baby);
        beyond(&mut self.drawn, &self.was[at], &self.is[at])
    }
}

fn outcomes(drawn: &mut Drawn) -> [Vec<Node>; 2] {
    let steps = 0..drawn.scale.steps().len();
    [Subject::Parent, Subject::Baby].map(|whose| steps.clone().map(|at| drawn.reach(whose, at, None)).collect())
}

/// Those who reach some step in the first and not in the second.
fn beyond(drawn: &mut Drawn, more: &[Node], less: &[Node]) -> Node {
    more.iter().zip(less).fold(Node::NOBODY, |so_far, (more, less)| {
        let beyond = drawn.without(*more, *less);
        drawn.either(so_far, beyond)
    })
}

/// Exact numbers of inputs that are told more and less than before, for one patient.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Numbers {
    /// Whose.
    pub whose: Subject,
    /// Told more now.
    pub raised: BigUint,
    /// Told less now.
    pub lowered: BigUint,
}

/// Exact numbers for both patients.
#[must_use]
pub fn numbers(old: &Protocol, new: &Protocol) -> Option<[Numbers; 2]> {
    let mut both = Both::new(old, new)?;
    Some([Subject::Parent, Subject::Baby].map(|whose| {
        let (raised, lowered) = (both.raised(whose), both.lowered(whose));
        Numbers { whose, raised: both.drawn.number(raised), lowered: both.drawn.number(lowered) }
    }))
}

/// Everything that changes, in words.
#[must_use]
pub fn told(old: &Protocol, new: &Protocol) -> String {
    let mut out = protocol::portrait::changes(old, new);
    match numbers(old, new) {
        None => {
            out.push_str("No exact numbers: the two versions do not ask the same questions with the same levels.\n");
        }
        Some(numbers) => {
            for one in numbers {
                let whose = if one.whose == Subject::Parent { "parent" } else { "baby" };
                let (more, less) = (grouped(&one.raised), grouped(&one.lowered));
                let _ = writeln!(out, "{whose}: {more} inputs told more, {less} told less");
            }
        }
    }
    out
}
