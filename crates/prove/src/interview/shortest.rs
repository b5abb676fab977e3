//! The shortest order that danger first allows. Not searched for: found, by the cheapest way through all sets of screens that can have been asked.
//!
//! Whether somebody's urgency is settled depends on which screens she has answered, not on their order, so a set of screens is all that must be remembered.

use super::danger::Order;
use super::until::{Cost, SoFar, asks, cost};
use protocol::answers::Answers;
use protocol::compile::Compiled;
use protocol::model::Protocol;
use std::collections::BTreeMap;
use std::ops::Add;

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shortest {
    /// The order as it is written.
    pub here: Cost,
    /// The shortest order that danger first allows.
    pub shortest: Cost,
    /// The longest that it allows.
    pub longest: Cost,
    /// The screens in the shortest order; of several that are equally short, the one with the fewest changes.
    pub order: Vec<usize>,
}

impl Shortest {
    /// What is wrong with the order as it is written; nothing when no order that danger first allows is shorter.
    #[must_use]
    pub fn stale(&self, protocol: &Protocol) -> Option<String> {
        let ids: Vec<&str> = self.order.iter().map(|at| protocol.screens[*at].id.as_str()).collect();
        let (here, shortest) = (self.here.screens, self.shortest.screens);
        (self.here != self.shortest).then(|| {
            format!(
                "the order of the screens is not the shortest that danger first allows: {here} screens over the population until all is settled, and {shortest} in this order, look at `cargo xtask prove --order`:\n  {}",
                ids.join(" ")
            )
        })
    }
}

/// All ways to one set of screens.
struct Ways {
    /// The shortest: what it costs, how many screens changed places, the screens in order.
    shortest: (Cost, usize, Vec<usize>),
    longest: Cost,
    /// Those whose urgency may still change, with what they have said.
    open: Vec<(usize, SoFar)>,
}

/// The shortest order of the screens over these people. None: no order at all is allowed.
#[must_use]
pub fn shortest(compiled: &Compiled, people: &[Answers]) -> Option<Shortest> {
    let order = Order::of(&compiled.protocol);
    let screens = order.rank.len();
    let open = people.iter().map(|one| SoFar::nothing(compiled, one)).enumerate().collect();
    let begin = Ways { shortest: (Cost::default(), 0, Vec::new()), longest: Cost::default(), open };
    let mut layer = BTreeMap::from([(vec![false; screens], begin)]);
    for _ in 0..screens {
        let mut next = BTreeMap::new();
        for (asked, ways) in layer {
            further(compiled, people, &order, &asked, ways, &mut next);
        }
        layer = next;
    }
    let here = cost(compiled, people, &(0..screens).collect::<Vec<_>>());
    let end = layer.into_values().next()?;
    let (shortest, _, order) = end.shortest;
    Some(Shortest { here, shortest, longest: end.longest, order })
}

/// Every screen that may come next.
fn further(
    compiled: &Compiled,
    people: &[Answers],
    order: &Order,
    asked: &[bool],
    mut ways: Ways,
    next: &mut BTreeMap<Vec<bool>, Ways>,
) {
    let open: Vec<usize> = (0..asked.len()).filter(|at| !asked[*at]).collect();
    ways.open.retain(|(_, said)| !said.is_settled(compiled, &open));
    let read: Vec<_> = ways.open.iter().map(|(_, said)| said.read(compiled)).collect();
    for at in open.iter().copied().filter(|at| order.why_not(*at, asked).is_none()) {
        let more = read.iter().map(|one| asks(compiled, one, at)).fold(Cost::default(), Add::add);
        let (cost, moved, way) = &ways.shortest;
        let moved = moved + open.iter().filter(|other| **other < at).count();
        let shortest = (*cost + more, moved, [way.as_slice(), &[at]].concat());
        let longest = ways.longest + more;
        let mut there = asked.to_vec();
        there[at] = true;
        let known = next.entry(there).or_insert_with(|| {
            let heard = ways.open.iter().map(|(who, said)| {
                let mut said = *said;
                said.hear(compiled, at, &people[*who]);
                (*who, said)
            });
            Ways { shortest: shortest.clone(), longest, open: heard.collect() }
        });
        known.longest = known.longest.max(longest);
        if shortest < known.shortest {
            known.shortest = shortest;
        }
    }
}
