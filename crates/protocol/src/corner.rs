//! Corners: the mildest persons who trigger a rule. They are the reviewer's sheet, the test suite and the base of proofs.

use crate::answers::{Answers, Given};
use crate::model::Protocol;
use crate::model::context::{ContextKind, OVER};
use crate::model::finding::FindingId;
use crate::model::rule::Rule;
use crate::model::when::{All, Test};

/// Every mildest person of a rule: each finding that it names at its lowest triggering level, everything else benign or unanswered.
#[must_use]
pub fn corners(protocol: &Protocol, rule: &Rule) -> Vec<Answers> {
    let mut corners: Vec<Answers> = plain(protocol, &rule.when).iter().map(|tests| person(protocol, tests)).collect();
    corners.dedup();
    corners
}

/// The findings, with their lowest levels, that make some tests hold in the first of the ways in which they can.
#[must_use]
pub fn mildest(protocol: &Protocol, all: &All) -> Vec<(FindingId, u8)> {
    let first = plain(protocol, all).into_iter().next().unwrap_or_default();
    let level = |test: &Test| match test {
        Test::AtLeast(finding, level) => Some((*finding, *level)),
        _ => None,
    };
    first.iter().filter_map(level).collect()
}

/// The same tests without terms and counts: alternatives of plain tests.
fn plain(protocol: &Protocol, all: &All) -> Vec<All> {
    all.iter().fold(vec![All::new()], |so_far, test| {
        let ways: Vec<All> = match test {
            Test::Term(term) => protocol.terms[*term].when.iter().flat_map(|all| plain(protocol, all)).collect(),
            Test::Count(count, least) => choose(&protocol.counts[*count].of, usize::from(*least))
                .iter()
                .flat_map(|all| plain(protocol, all))
                .collect(),
            other => vec![vec![*other]],
        };
        so_far.iter().flat_map(|before| ways.iter().map(|way| [before.as_slice(), way.as_slice()].concat())).collect()
    })
}

/// All ways to choose `least` of the signs.
fn choose(signs: &[Test], least: usize) -> Vec<All> {
    match (signs, least) {
        (_, 0) => vec![All::new()],
        ([], _) => Vec::new(),
        ([first, rest @ ..], _) => {
            let with = choose(rest, least - 1).into_iter().map(|mut all| {
                all.insert(0, *first);
                all
            });
            with.chain(choose(rest, least)).collect()
        }
    }
}

fn person(protocol: &Protocol, tests: &All) -> Answers {
    let mut answers = benign(protocol);
    for test in tests {
        match test {
            Test::AtLeast(finding, level) => {
                let before = answers.level(protocol, *finding).unwrap_or(0);
                answers.answer(*finding, Given::Level(before.max(*level)));
            }
            Test::ContextUnder(item, number) => lower(protocol, &mut answers, *item, number.saturating_sub(1)),
            Test::ContextAtMost(item, number) => lower(protocol, &mut answers, *item, *number),
            Test::ContextIs(item, value) => answers.know(*item, *value),
            _ => {}
        }
    }
    answers
}

/// The context in which the fewest rules hold: nothing recent, no young baby; a baby is there, because a rule may need one.
fn benign(protocol: &Protocol) -> Answers {
    let mut answers = Answers::default();
    for (item, context) in protocol.context.iter().enumerate() {
        if let ContextKind::Number { max, over, .. } = &context.kind {
            answers.know(item, if over.is_some() { OVER } else { *max });
        }
    }
    answers
}

fn lower(protocol: &Protocol, answers: &mut Answers, item: usize, number: u16) {
    let known = answers.known(item).unwrap_or(OVER);
    let least = match protocol.context[item].kind {
        ContextKind::Number { min, .. } => min,
        ContextKind::Values(_) => 0,
    };
    answers.know(item, known.min(number).max(least));
}
