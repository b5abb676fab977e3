//! The order in which a diagram asks. A bad one makes it a thousand times larger.
//!
//! FORCE: each rule pulls its findings together, again and again, from several starts; the shortest total pull wins.

use super::Drawn;
use crate::space::{Asked, Space};
use protocol::model::Protocol;
use protocol::model::finding::{Needed, Subject};
use protocol::model::when::Test;
use std::collections::BTreeSet;

/// From how many starts the pulling begins.
const STARTS: u64 = 24;
/// How often everything is pulled.
const ROUNDS: usize = 40;

/// A good order for a protocol: the best pull of several, and of the best few the smallest diagram.
#[must_use]
pub fn optimised(protocol: &Protocol) -> Vec<usize> {
    let space = Space::of(protocol);
    let groups = groups(protocol, &space);
    let mut orders: Vec<(usize, Vec<usize>)> = (0..STARTS)
        .map(|start| pulled(&groups, shuffled(space.variables.len(), start)))
        .map(|order| (pull(&groups, &order), order))
        .collect();
    orders.sort();
    orders.dedup();
    let drawn = orders.into_iter().take(4).map(|(_, order)| (Drawn::new(protocol, &order).diagram.made(), order));
    drawn.min().map(|(_, order)| order).unwrap_or_default()
}

/// The ids of the variables in an order: what is written down of it.
#[must_use]
pub fn names(protocol: &Protocol, order: &[usize]) -> Vec<String> {
    let space = Space::of(protocol);
    order.iter().map(|variable| name(protocol, &space, *variable)).collect()
}

/// The order that was written down, if it names every variable of the protocol once.
#[must_use]
pub fn from_names(protocol: &Protocol, names: &[String]) -> Option<Vec<usize>> {
    let space = Space::of(protocol);
    let known: Vec<String> = (0..space.variables.len()).map(|variable| name(protocol, &space, variable)).collect();
    let order: Option<Vec<usize>> = names.iter().map(|one| known.iter().position(|id| id == one)).collect();
    let all: BTreeSet<usize> = order.iter().flatten().copied().collect();
    order.filter(|order| order.len() == known.len() && all.len() == known.len())
}

fn name(protocol: &Protocol, space: &Space, variable: usize) -> String {
    match space.variables[variable].asked {
        Asked::Finding(id) => protocol.finding(id).id.clone(),
        Asked::Context(item) => format!("ctx.{}", protocol.context[item].id),
    }
}

/// What should stand together: the parts that one rule, one condition of completeness, one exclusion or one raise rests on.
fn groups(protocol: &Protocol, space: &Space) -> Vec<Vec<usize>> {
    let mut groups: Vec<BTreeSet<usize>> = Vec::new();
    let mut group = |tests: &mut dyn Iterator<Item = Test>, more: Option<usize>| {
        let mut found: BTreeSet<usize> = more.into_iter().collect();
        tests.for_each(|test| rests_on(protocol, space, test, &mut found));
        groups.push(found);
    };
    let baby = |subject| (subject == Subject::Baby).then(|| protocol.context_named("baby")).flatten();
    for rule in &protocol.rules {
        group(&mut rule.when.iter().copied(), baby(rule.subject).and_then(|item| space.context(item)));
    }
    for (id, finding) in protocol.each_finding() {
        if let Needed::When(any) = &finding.needed {
            group(&mut any.iter().flatten().copied(), Some(space.finding(id)));
        }
    }
    for raise in protocol.raises.iter().chain(&protocol.context_answers) {
        group(&mut raise.when.iter().flatten().copied(), Some(space.finding(raise.finding)));
    }
    for gate in &protocol.gates {
        gate.closed.iter().for_each(|(all, _)| group(&mut all.iter().copied(), None));
    }
    group(&mut protocol.baby_absent.iter().chain(&protocol.baby_watched).flatten().copied(), None);
    groups.into_iter().map(|found| found.into_iter().collect::<Vec<_>>()).filter(|found| found.len() > 1).collect()
}

fn rests_on(protocol: &Protocol, space: &Space, test: Test, found: &mut BTreeSet<usize>) {
    match test {
        Test::AtLeast(id, _) | Test::Milder(id, _) => {
            found.insert(space.finding(id));
        }
        Test::Term(term) | Test::NoTerm(term) => {
            protocol.terms[term].when.iter().flatten().for_each(|test| rests_on(protocol, space, *test, found));
        }
        Test::Count(count, _) => {
            protocol.counts[count].of.iter().for_each(|test| rests_on(protocol, space, *test, found));
        }
        Test::ContextUnder(item, _)
        | Test::ContextAtMost(item, _)
        | Test::ContextIs(item, _)
        | Test::ContextAtLeast(item, _) => found.extend(space.context(item)),
    }
}

/// The order after every group has pulled its members to its middle, again and again.
fn pulled(groups: &[Vec<usize>], mut order: Vec<usize>) -> Vec<usize> {
    let mut best = (pull(groups, &order), order.clone());
    for _ in 0..ROUNDS {
        let places = places(&order);
        let mut pulls = vec![(0_usize, 0_usize); order.len()];
        for group in groups {
            // Middles in thousandths, so that no fraction decides.
            let middle = group.iter().map(|variable| places[*variable] * 1000).sum::<usize>() / group.len();
            group.iter().for_each(|variable| pulls[*variable] = (pulls[*variable].0 + middle, pulls[*variable].1 + 1));
        }
        order.sort_by_key(|variable| match pulls[*variable] {
            (_, 0) => places[*variable] * 1000,
            (sum, times) => sum / times,
        });
        best = best.min((pull(groups, &order), order.clone()));
    }
    best.1
}

/// How far apart the members of all groups stand.
fn pull(groups: &[Vec<usize>], order: &[usize]) -> usize {
    let places = places(order);
    let apart = |group: &Vec<usize>| {
        let at = group.iter().map(|variable| places[*variable]);
        at.clone().max().unwrap_or(0) - at.min().unwrap_or(0)
    };
    groups.iter().map(apart).sum()
}

fn places(order: &[usize]) -> Vec<usize> {
    let mut places = vec![0; order.len()];
    order.iter().enumerate().for_each(|(at, variable)| places[*variable] = at);
    places
}

/// The order of the file first, then others that are the same on every machine.
fn shuffled(length: usize, start: u64) -> Vec<usize> {
    let mut order: Vec<usize> = (0..length).collect();
    let mut chance = start;
    for at in (1..length).rev().filter(|_| start > 0) {
        chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let within = u64::try_from(at + 1).unwrap_or(1);
        order.swap(at, usize::try_from((chance >> 33) % within).unwrap_or(0));
    }
    order
}
