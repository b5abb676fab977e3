//! Danger first: which screen may stand before which.

use super::holds;
use super::rests::{decides, rests_on};
use crate::space::Asked;
use protocol::model::Protocol;
use protocol::model::finding::{Class, FindingId, Needed};
use protocol::model::screen::{Screen, ScreenKind};
use protocol::model::urgency::Urgency;
use protocol::model::when::Test;

/// On how many screens, from the first, every emergency of one sign must have been asked for (a.0).
const EMERGENCIES_WITHIN: usize = 5;

/// How much danger a screen asks for. Screens follow each other in this order; only what a screen rests on stands before it with its rank.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rank {
    /// Who worries her.
    Who,
    /// One sign on it is an emergency by itself.
    Emergency,
    /// A red flag of which everybody is asked.
    RedFlag,
    /// A red flag of which only some are asked.
    SomeRedFlag,
    /// Anything else that can change an urgency.
    Other,
    /// Nothing that changes an urgency: the plan, the numbers to call.
    NoUrgency,
}

impl Rank {
    /// Whether the order within it is as it was written: who and the emergencies because a clinician put them so, the last because nothing depends on it.
    #[must_use]
    pub fn is_kept(self) -> bool {
        matches!(self, Self::Who | Self::Emergency | Self::NoUrgency)
    }

    /// In words.
    #[must_use]
    pub fn says(self) -> &'static str {
        match self {
            Self::Who => "who worries her",
            Self::Emergency => "a sign that is an emergency by itself",
            Self::RedFlag => "a red flag that everybody is asked",
            Self::SomeRedFlag => "a red flag that some are asked",
            Self::Other => "other urgency",
            Self::NoUrgency => "no urgency",
        }
    }
}

/// What the order of the screens must fulfil.
pub struct Order<'p> {
    protocol: &'p Protocol,
    /// The rank of each screen by itself.
    pub rank: Vec<Rank>,
    /// The rank with which it stands: that of the gravest screen that rests on it, or stays together with it.
    stands: Vec<Rank>,
    /// For each screen those that decide whether it, or something on it, is asked.
    rests: Vec<Vec<usize>>,
    /// The screens in groups that stay together.
    together: Vec<Vec<usize>>,
}

impl<'p> Order<'p> {
    /// Reads it off a protocol.
    #[must_use]
    pub fn of(protocol: &'p Protocol) -> Self {
        let rank: Vec<Rank> = protocol.screens.iter().map(|screen| self::rank(protocol, screen)).collect();
        let rests: Vec<Vec<usize>> = (0..rank.len()).map(|at| rests_on(protocol, rank[at], at)).collect();
        let together = together(protocol, &rank);
        let stands = stands(&rank, &rests, &together);
        Self { protocol, rank, stands, rests, together }
    }

    /// Whether a screen stands before others of its rank because a graver one rests on it.
    #[must_use]
    pub fn is_early(&self, screen: usize) -> bool {
        self.stands[screen] < self.rank[screen]
    }

    /// Why this screen may not be the next when these have been asked; none: it may.
    #[must_use]
    pub fn why_not(&self, next: usize, asked: &[bool]) -> Option<String> {
        let id = |at: usize| &self.protocol.screens[at].id;
        let open = || (0..asked.len()).filter(|at| !asked[*at] && *at != next);
        if let Some(first) = self.rests[next].iter().find(|at| !asked[**at]) {
            return Some(format!("the screen `{}` rests on `{}` and stands before it", id(next), id(*first)));
        }
        if let Some(graver) = open().find(|at| self.stands[*at] < self.stands[next]) {
            let (danger, other) = (self.stands[graver].says(), self.stands[next].says());
            return Some(format!(
                "danger first: the screen `{}` ({other}) stands before `{}` ({danger})",
                id(next),
                id(graver)
            ));
        }
        if let Some(rest) = self.begun(asked).filter(|rest| !rest.contains(&next)) {
            let others: Vec<&str> = rest.iter().map(|at| id(*at).as_str()).collect();
            let others = others.join("`, `");
            return Some(format!(
                "the screen `{}` stands between `{others}` and what they stay together with",
                id(next)
            ));
        }
        let kept = open().find(|at| *at < next && self.rank[*at] == self.rank[next] && self.rank[next].is_kept());
        kept.map(|at| format!("the screens `{}` and `{}` have changed places", id(at), id(next)))
    }

    /// What is left of a group that is under way.
    fn begun(&self, asked: &[bool]) -> Option<Vec<usize>> {
        let left = self.together.iter().map(|group| {
            let left: Vec<usize> = group.iter().copied().filter(|at| !asked[*at]).collect();
            (left.len() < group.len(), left)
        });
        left.into_iter().find(|(begun, left)| *begun && !left.is_empty()).map(|(_, left)| left)
    }

    /// What is wrong with the order as it is written; empty when danger comes first.
    #[must_use]
    pub fn faults(&self) -> Vec<String> {
        let mut asked = vec![false; self.rank.len()];
        let mut faults = Vec::new();
        for next in 0..self.rank.len() {
            faults.extend(self.why_not(next, &asked));
            asked[next] = true;
        }
        let late = self.rank.iter().enumerate().skip(EMERGENCIES_WITHIN).filter(|(_, rank)| **rank == Rank::Emergency);
        faults.extend(late.map(|(at, _)| {
            let id = &self.protocol.screens[at].id;
            format!("the screen `{id}` asks for an emergency and is not among the first {EMERGENCIES_WITHIN}")
        }));
        let emergencies = self.protocol.screens.iter().zip(&self.rank).filter(|(_, rank)| **rank == Rank::Emergency);
        let mut patients: Vec<_> = emergencies.map(|(screen, _)| screen.subject).collect();
        patients.dedup();
        if patients.len() > 2 || patients.contains(&None) {
            faults.push("the emergency screens do not stand patient by patient".to_owned());
        }
        faults
    }
}

fn rank(protocol: &Protocol, screen: &Screen) -> Rank {
    let findings = holds(screen);
    let any = |is: &dyn Fn(FindingId) -> bool| findings.iter().any(|id| is(*id));
    let flag = |id: FindingId| protocol.finding(id).class == Class::RedFlag;
    match &screen.kind {
        ScreenKind::Who => Rank::Who,
        ScreenKind::Choose { context, .. } if decides(protocol, Asked::Context(*context)) => Rank::Other,
        _ if any(&|id| is_emergency(protocol, id)) => Rank::Emergency,
        _ if any(&|id| flag(id) && matches!(protocol.finding(id).needed, Needed::Always)) => Rank::RedFlag,
        _ if any(&flag) => Rank::SomeRedFlag,
        _ if any(&|id| protocol.finding(id).class != Class::Input) => Rank::Other,
        _ => Rank::NoUrgency,
    }
}

/// Whether an emergency rule fires by this finding and nothing else that is asked: an unknown number takes the cautious side.
fn is_emergency(protocol: &Protocol, id: FindingId) -> bool {
    let own = |test: &Test| matches!(test, Test::AtLeast(one, _) if *one == id);
    let free = |test: &Test| matches!(test, Test::ContextUnder(..) | Test::ContextAtMost(..));
    let alone = |when: &[Test]| when.iter().any(own) && when.iter().all(|test| own(test) || free(test));
    protocol.rules.iter().any(|rule| rule.urgency == Urgency::EmergencyNow && alone(&rule.when))
}

/// Behind the emergencies, the screens about one patient stay together, and so do the single questions of one rank.
fn together(protocol: &Protocol, rank: &[Rank]) -> Vec<Vec<usize>> {
    let kind = |at: usize| {
        let screen = &protocol.screens[at];
        let single = matches!(screen.kind, ScreenKind::Question(_)).then_some(rank[at]);
        (screen.subject, single.filter(|_| screen.subject.is_none()))
    };
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for at in (0..rank.len()).filter(|at| !rank[*at].is_kept() && kind(*at) != (None, None)) {
        match groups.iter_mut().find(|group| group.iter().any(|other| kind(*other) == kind(at))) {
            Some(group) => group.push(at),
            None => groups.push(vec![at]),
        }
    }
    groups
}

/// A screen stands with the rank of the gravest screen that rests on it or is in its group, and of those that rest on them.
fn stands(rank: &[Rank], rests: &[Vec<usize>], together: &[Vec<usize>]) -> Vec<Rank> {
    let mut stands = rank.to_vec();
    loop {
        let before = stands.clone();
        for (at, first) in rests.iter().enumerate().flat_map(|(at, first)| first.iter().map(move |first| (at, *first)))
        {
            stands[first] = stands[first].min(stands[at]);
        }
        for group in together {
            let gravest = group.iter().map(|at| stands[*at]).min();
            group.iter().for_each(|at| stands[*at] = gravest.unwrap_or(stands[*at]));
        }
        if stands == before {
            return stands;
        }
    }
}
