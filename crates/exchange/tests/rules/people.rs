//! People to ask the rules about: plausible ones, ones at the edge of a rule, and ones who say everything at once.

use std::sync::LazyLock;

use proptest::prelude::*;
use protocol::answers::{Answers, Given};
use protocol::compile::Compiled;
use protocol::corner;
use protocol::model::Protocol;
use protocol::model::context::{ContextKind, OVER};
use protocol::model::finding::{FindingId, Needed};
use protocol::model::when::{All, Test};

/// The protocol that ships.
pub static SHIPPED: LazyLock<Compiled> = LazyLock::new(|| {
    let ledger = shipped::ledger().unwrap_or_else(|fault| panic!("{fault}"));
    shipped::protocol(&ledger).unwrap_or_else(|fault| panic!("{fault}"))
});

/// Its nouns.
pub fn rules() -> &'static Protocol {
    &SHIPPED.protocol
}

/// A finding by its id.
pub fn finding(id: &str) -> FindingId {
    rules().finding_named(id).unwrap_or_else(|| panic!("no finding `{id}`"))
}

/// An item of context by its id.
pub fn item(id: &str) -> usize {
    rules().context_named(id).unwrap_or_else(|| panic!("no item of context `{id}`"))
}

/// Answers a finding with a level, or with `not sure`.
pub fn say(answers: &mut Answers, id: &str, level: &str) {
    let id = finding(id);
    let given = match (level, rules().finding(id).level_named(level)) {
        ("not sure", _) => Given::Unsure,
        (_, Some(level)) => Given::Level(level),
        _ => panic!("no level `{level}`"),
    };
    answers.answer(id, given);
}

/// Sets an item of context by its word or number.
pub fn know(answers: &mut Answers, id: &str, written: &str) {
    let value = rules().context[item(id)].value(written).unwrap_or_else(|| panic!("no value `{written}` of `{id}`"));
    answers.know(item(id), value);
}

/// Someone who said this and nothing else.
pub fn person(said: &[(&str, &str)], known: &[(&str, &str)]) -> Answers {
    let mut answers = Answers::default();
    said.iter().for_each(|(id, level)| say(&mut answers, id, level));
    known.iter().for_each(|(id, value)| know(&mut answers, id, value));
    answers
}

/// Someone who answered every finding with its mildest level.
pub fn well() -> Answers {
    let mut answers = Answers::default();
    rules().each_finding().for_each(|(id, _)| answers.answer(id, Given::Level(0)));
    answers
}

/// The same answers with one more.
pub fn with(answers: &Answers, id: FindingId, given: Given) -> Answers {
    let mut more = *answers;
    more.answer(id, given);
    more
}

/// The same answers with one item of context.
pub fn knowing(answers: &Answers, item: usize, value: Option<u16>) -> Answers {
    let mut more = *answers;
    match value {
        Some(value) => more.know(item, value),
        None => more.unknow(item),
    }
    more
}

/// Every test that stands anywhere in the protocol.
pub fn every_test() -> Vec<Test> {
    let p = rules();
    let mut tests: Vec<Test> = p.rules.iter().flat_map(|rule| rule.when.iter().copied()).collect();
    let mut any = |list: &[All]| tests.extend(list.iter().flatten().copied());
    p.terms.iter().for_each(|one| any(&one.when));
    p.context_answers.iter().chain(&p.raises).for_each(|one| any(&one.when));
    p.conditions.iter().for_each(|one| [&one.favours, &one.against].into_iter().for_each(|list| any(list)));
    p.notices.iter().for_each(|one| any(&one.when));
    p.contradictions.iter().for_each(|one| any(&one.when));
    p.situations.iter().for_each(|one| any(&one.when));
    p.holds.iter().for_each(|one| any(&one.when));
    p.screens.iter().for_each(|one| any(&one.when));
    for finding in &p.findings {
        any(&finding.alone);
        if let Needed::When(list) = &finding.needed {
            any(list);
        }
    }
    tests.extend(p.steps.iter().flat_map(|step| step.cautions.iter().flat_map(|(all, _)| all.iter().copied())));
    tests
}

/// Every number at which some test on this item of context changes, with its neighbours.
fn edges(item: usize) -> Vec<Option<u16>> {
    let ContextKind::Number { min, max, over } = &rules().context[item].kind else { return vec![None] };
    let at = |test: &Test| match test {
        Test::ContextUnder(of, n) | Test::ContextAtMost(of, n) | Test::ContextAtLeast(of, n) if *of == item => Some(*n),
        _ => None,
    };
    let mut numbers: Vec<u16> =
        every_test().iter().filter_map(at).flat_map(|n| [n.saturating_sub(1), n, n + 1]).collect();
    numbers.extend([*min, *max]);
    numbers.retain(|n| (min..=max).contains(&n));
    numbers.sort_unstable();
    numbers.dedup();
    let mut edges: Vec<Option<u16>> = numbers.into_iter().map(Some).collect();
    edges.extend(over.as_ref().map(|_| Some(OVER)));
    edges.push(None);
    edges
}

/// What an item of context may be: each word, each edge of a number, unknown.
pub fn values(item: usize) -> &'static [Option<u16>] {
    static VALUES: LazyLock<Vec<Vec<Option<u16>>>> =
        LazyLock::new(|| (0..rules().context.len()).map(found_values).collect());
    &VALUES[item]
}

fn found_values(item: usize) -> Vec<Option<u16>> {
    match &rules().context[item].kind {
        ContextKind::Values(words) => (0..words.len()).map(|at| u16::try_from(at).ok()).chain([None]).collect(),
        ContextKind::Number { .. } => edges(item),
    }
}

/// Any context: each item at one of its words or edges, or unknown.
fn context(answers: &mut Answers, picks: &[u16]) {
    for (item, pick) in picks.iter().enumerate() {
        let values = values(item);
        match values[usize::from(*pick) % values.len()] {
            Some(value) => answers.know(item, value),
            None => answers.unknow(item),
        }
    }
}

fn context_picks() -> impl Strategy<Value = Vec<u16>> {
    prop::collection::vec(any::<u16>(), rules().context.len())
}

/// One answer from two dice: how it is answered, and which level if it is raised.
fn answer(answers: &mut Answers, id: FindingId, how: u8, level: u8, cuts: [u8; 3]) {
    let worst = rules().finding(id).worst();
    match how {
        how if how < cuts[0] => answers.answer(id, Given::Level(0)),
        how if how < cuts[1] => answers.answer(id, Given::Level(level % (worst + 1))),
        how if how < cuts[2] => answers.answer(id, Given::Unsure),
        _ => answers.forget(id),
    }
}

fn drawn(cuts: [u8; 3]) -> impl Strategy<Value = Answers> {
    let dice = prop::collection::vec((0..100_u8, any::<u8>()), rules().findings.len());
    (dice, context_picks()).prop_map(move |(dice, picks)| {
        let mut answers = Answers::default();
        for ((id, _), (how, level)) in rules().each_finding().zip(dice) {
            answer(&mut answers, id, how, level, cuts);
        }
        context(&mut answers, &picks);
        answers
    })
}

/// Mostly mildest answers, a few raised, some not sure, some not answered.
pub fn plausible() -> impl Strategy<Value = Answers> {
    prop_oneof![drawn([80, 88, 92]), drawn([90, 97, 99]), drawn([94, 99, 100])]
}

/// Everything at once, whether it fits together or not; mandatory or not.
pub fn contradictory() -> impl Strategy<Value = Answers> {
    prop_oneof![drawn([0, 100, 100]), drawn([0, 70, 85]), drawn([0, 33, 66]), drawn([10, 20, 30])]
}

/// A mildest person of some rule, the rest mildest or silent, with findings moved by one level and context at an edge.
pub fn at_a_corner() -> impl Strategy<Value = Answers> {
    let moves = prop::collection::vec((any::<u8>(), any::<bool>()), 0..3);
    let edges = prop::collection::vec((any::<u8>(), any::<u16>()), 0..4);
    (any::<u16>(), any::<u16>(), any::<bool>(), moves, edges).prop_map(|(rule, at, full, moves, edges)| {
        let p = rules();
        let corners = corner::corners(p, &p.rules[usize::from(rule) % p.rules.len()]);
        let mildest = corners[usize::from(at) % corners.len()];
        let mut answers = mildest;
        if full {
            let silent = p.each_finding().filter(|(id, _)| mildest.given(*id).is_none());
            silent.for_each(|(id, _)| answers.answer(id, Given::Level(0)));
        }
        let tested: Vec<FindingId> = mildest.answered().iter().collect();
        for (which, up) in moves {
            let id = tested[usize::from(which) % tested.len()];
            let (level, worst) = (answers.level(p, id).unwrap_or(0), p.finding(id).worst());
            let moved = if up { (level + 1).min(worst) } else { level.saturating_sub(1) };
            answers.answer(id, Given::Level(moved));
        }
        for (which, pick) in edges {
            let item = usize::from(which) % p.context.len();
            let values = values(item);
            answers = knowing(&answers, item, values[usize::from(pick) % values.len()]);
        }
        answers
    })
}

/// All of them.
pub fn anyone() -> impl Strategy<Value = Answers> {
    prop_oneof![plausible(), at_a_corner(), contradictory()]
}
