//! Numbers over a declared population. They illustrate; nothing is proved by them.

use crate::path::Path;
use protocol::answers::{Answers, Given};
use protocol::compile::Compiled;
use protocol::model::finding::Class;
use protocol::model::urgency::Urgency;

/// What became of the population when so many answers are "not sure".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Growth {
    /// Of a thousand answers.
    pub unsure_per_mille: u64,
    /// People at each level, mildest first.
    pub people: [usize; 7],
    /// People above where they would be without "not sure".
    pub higher: usize,
}

/// Mean numbers of questions, in tenths.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Findings that must be answered.
    pub all: usize,
    /// Findings that could still change it when they were asked.
    pub that_matter: usize,
}

/// The seed of the draw: the same people are not sure about the same things on every run.
const SEED: u64 = 4646;

/// The same people with so many of a thousand answers turned into "not sure". Their own "not sure" is taken for the mildest level first.
#[must_use]
pub fn growth(compiled: &Compiled, people: &[Answers], per_mille: &[u64]) -> Vec<Growth> {
    let sure: Vec<Answers> = people.iter().map(|one| with_unsure(compiled, one, 0, &mut 0)).collect();
    let urgency = |one: &Answers| compiled.read(one).assess().reached();
    let before: Vec<Urgency> = sure.iter().map(urgency).collect();
    let of = |share: u64| {
        let mut chance = SEED;
        let after: Vec<Urgency> =
            sure.iter().map(|one| urgency(&with_unsure(compiled, one, share, &mut chance))).collect();
        let mut people = [0; 7];
        after.iter().for_each(|urgency| people[usize::from(urgency.number())] += 1);
        let higher = before.iter().zip(&after).filter(|(before, after)| after > before).count();
        Growth { unsure_per_mille: share, people, higher }
    };
    per_mille.iter().copied().map(of).collect()
}

fn with_unsure(compiled: &Compiled, one: &Answers, per_mille: u64, chance: &mut u64) -> Answers {
    let mut answers = *one;
    for (id, finding) in compiled.protocol.each_finding().filter(|(_, finding)| finding.class != Class::Input) {
        let sure = match one.given(id) {
            Some(Given::Unsure) => Given::Level(0),
            Some(given) => given,
            None => continue,
        };
        let turned = per_mille > 0 && draw(chance) % 1000 < per_mille;
        answers.answer(id, if turned && finding.class != Class::Input { Given::Unsure } else { sure });
    }
    answers
}

/// A small generator (splitmix64).
fn draw(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mixed = (*state ^ (*state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    (mixed ^ (mixed >> 31)) >> 8
}

/// Mean numbers of questions over the population, in tenths.
#[must_use]
pub fn asked(compiled: &Compiled, people: &[Answers]) -> Asked {
    let all = people.iter().map(|one| compiled.read(one).needed_now().len()).sum();
    Asked { all: mean_tenths(all, people.len()), that_matter: Path::new(&compiled.protocol).mean_tenths(people) }
}

/// The mean of a sum over so many, in whole tenths.
#[must_use]
pub fn mean_tenths(sum: usize, of: usize) -> usize {
    (sum * 10).checked_div(of).unwrap_or(0)
}
