//! Exact numbers of inputs: how many there are, and how many reach what.

use crate::diagram::Node;
use crate::drawn::Drawn;
use crate::reading::Reading;
use crate::space::Asked;
use num_bigint::BigUint;
use protocol::model::finding::{Class, Subject};
use protocol::model::urgency::Urgency;

/// How many inputs reach a level and no more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The level.
    pub urgency: Urgency,
    /// The parent.
    pub parent: BigUint,
    /// The baby; inputs without a baby count as none.
    pub baby: BigUint,
    /// The higher of both.
    pub headline: BigUint,
}

/// All numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Numbers {
    /// All inputs.
    pub total: BigUint,
    /// Inputs with an answer to everything mandatory.
    pub complete: BigUint,
    /// Inputs that are told self-care or nothing: complete, and reaching no more.
    pub told_mild: BigUint,
    /// Each level.
    pub rows: Vec<Row>,
    /// Findings that are counted.
    pub findings: usize,
    /// Items of context that are counted.
    pub context: usize,
}

impl Drawn<'_> {
    /// The depths that count: every finding, and the context that urgency or completeness asks for. Inputs of the plan and what only a gate asks for stay out.
    fn counts(&mut self) -> Vec<bool> {
        let roots: Vec<Node> = self.decided();
        let nodes = self.diagram.below(&roots);
        let asked: Vec<usize> = nodes.iter().map(|node| self.diagram.depth(*node)).collect();
        let variables = self.order().iter().map(|variable| self.space.variables[*variable].asked);
        variables
            .enumerate()
            .map(|(depth, one)| match one {
                Asked::Finding(id) => self.protocol.finding(id).class != Class::Input,
                Asked::Context(_) => asked.contains(&depth),
            })
            .collect()
    }

    fn decided(&mut self) -> Vec<Node> {
        let steps = 0..self.scale.steps().len();
        let both = [Subject::Parent, Subject::Baby];
        let mut roots: Vec<Node> = both
            .iter()
            .flat_map(|whose| steps.clone().map(|at| (*whose, at)))
            .map(|(whose, at)| self.reach(whose, at, None))
            .collect();
        roots.push(self.complete());
        roots
    }

    /// All numbers.
    pub fn numbers(&mut self) -> Numbers {
        let counted = self.counts();
        let total = self.diagram.count(Node::EVERYBODY, &counted);
        let everybody = [Node::EVERYBODY; 3];
        // For each level: the parent, the baby and the higher of both at or above it.
        let mut above: Vec<[Node; 3]> = Urgency::ALL.iter().skip(1).map(|urgency| self.at_or_above(*urgency)).collect();
        above.insert(0, everybody);
        above.push([Node::NOBODY; 3]);
        let rows = Urgency::ALL.iter().zip(above.windows(2)).map(|(urgency, pair)| {
            let of =
                |who: usize| self.diagram.count(pair[0][who], &counted) - self.diagram.count(pair[1][who], &counted);
            Row { urgency: *urgency, parent: of(0), baby: of(1), headline: of(2) }
        });
        let rows: Vec<Row> = rows.collect();
        let complete = self.complete();
        let [_, _, more] = self.at_or_above(Urgency::WithinDays);
        let mild = self.without(complete, more);
        let context =
            |at: &usize| counted[*at] && !crate::statement::is_finding(self.space.variables[self.order()[*at]].asked);
        let context = (0..counted.len()).filter(context).count();
        Numbers {
            complete: self.diagram.count(complete, &counted),
            told_mild: self.diagram.count(mild, &counted),
            total,
            rows,
            findings: counted.iter().filter(|one| **one).count() - context,
            context,
        }
    }

    fn at_or_above(&mut self, urgency: Urgency) -> [Node; 3] {
        let Some(step) = self.scale.from(urgency) else { return [Node::NOBODY; 3] };
        let parent = self.reach(Subject::Parent, step, None);
        let baby = self.reach(Subject::Baby, step, None);
        [parent, baby, self.diagram.or(parent, baby)]
    }

    /// For how many inputs a function holds.
    pub fn number(&mut self, root: Node) -> BigUint {
        let every = vec![true; self.diagram.depths()];
        self.diagram.count(root, &every)
    }
}

/// A large number as people read it: in groups of three.
#[must_use]
pub fn grouped(number: &BigUint) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(' ');
        }
        out.push(digit);
    }
    out
}
