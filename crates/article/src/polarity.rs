//! Who says yes and who says no: negations, refusals and their reach.
//!
//! A *turn* is a word or phrase that turns what stands in its reach into its opposite. Some reach forward to the end of their clause
//! ("do not …"), some over the whole clause ("… is a myth"). Two turns cancel each other only when one stands right before the other
//! ("do not stop …") or one says that the other is not so ("it is a myth that you cannot …"); two that stand apart ("not recommended and can injure") both say no.

use crate::sentence::{Gap, Sentence};
use crate::vocabulary::{Concept, Occurrence, Vocabulary};

/// Words right before another turn that may stand between two turns that cancel.
const CANCEL_WORDS: usize = 3;

/// Words by which a clause speaks of the one before it.
const POINTING: &[&str] = &["it", "this", "that", "which", "these", "they", "doing"];

/// The concepts that steer polarity.
#[derive(Debug, Clone)]
pub(crate) struct Polarity {
    neutral: Concept,
    forward: Concept,
    clause: Concept,
    truth: Concept,
    harm: Concept,
    breaks: Concept,
    starter: Concept,
    subordinate: Concept,
    follows: Concept,
}

/// A turn and its reach, in words of the sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Turn {
    pub(crate) from: usize,
    pub(crate) to: usize,
    reach_from: usize,
    reach_to: usize,
    pub(crate) is_forward: bool,
    /// It says that the whole sentence is not so.
    is_truth: bool,
    /// It names an injury: it says no only to advice.
    pub(crate) is_harm: bool,
}

impl Turn {
    pub(crate) fn reaches(&self, one: &Occurrence) -> bool {
        one.from < self.reach_to && self.reach_from < one.to
    }

    /// Whether a word stands in its reach and is not its own.
    pub(crate) fn covers(&self, at: usize) -> bool {
        (self.reach_from..self.reach_to).contains(&at) && !(self.from..self.to).contains(&at)
    }

    pub(crate) fn is_within(&self, one: &Occurrence) -> bool {
        // "should never" in front of "never be given" is a part of it; "not help" is none of "help".
        (one.from..one.to).contains(&self.from) || (one.from < self.to && self.to < one.to && self.from < one.from)
    }
}

impl Polarity {
    pub(crate) fn new(vocabulary: &Vocabulary) -> Result<Self, String> {
        let named = |name: &str| vocabulary.named(name).ok_or_else(|| format!("the concept `{name}` is missing"));
        Ok(Self {
            neutral: named("turn-none")?,
            forward: named("turn-forward")?,
            clause: named("turn-clause")?,
            truth: named("turn-truth")?,
            harm: named("turn-harm")?,
            breaks: named("clause-break")?,
            starter: named("clause-starter")?,
            subordinate: named("clause-subordinate")?,
            follows: named("clause-follows")?,
        })
    }

    /// Every turn of a sentence.
    pub(crate) fn turns(&self, sentence: &Sentence, found: &[Occurrence]) -> Vec<Turn> {
        let (hard, soft) = self.breaks(sentence, found);
        let count = sentence.words.len();
        let mut turns: Vec<Turn> = Vec::new();
        for one in self.steering(found) {
            // "No, …" answers what was said before.
            if one.to - one.from == 1 && sentence.words[one.from].stem == "no" && next_is_parted(sentence, one.to) {
                continue;
            }
            let until = |breaks: &[bool]| (one.to..count).find(|at| breaks[*at]).unwrap_or(count);
            let is_forward = one.concept == self.forward;
            let clause_from = |at: usize| (0..=at).rev().find(|at| hard[*at]).unwrap_or(0);
            let reach_from = if is_forward { one.from } else { clause_from(one.from) };
            // "…; it risks", "…, which can": the clause before is meant.
            let joined = |at: usize| matches!(sentence.words[at].stem.as_str(), "but" | "and" | "because" | "however");
            let head = (reach_from..one.from).find(|at| !joined(*at)).unwrap_or(reach_from);
            let points_back = !is_forward && reach_from > 0 && POINTING.contains(&sentence.words[head].stem.as_str());
            let reach_from = if points_back { clause_from(reach_from - 1) } else { reach_from };
            let reach_to = match aside(sentence, &one) {
                // "it is mucus, not milk, that": what stands between the commas is denied, no more.
                Some(end) if is_forward => end,
                _ if is_forward => until(&soft),
                _ => until(&hard),
            };
            let is_truth = one.concept == self.truth;
            let is_harm = one.concept == self.harm;
            let mut turn = Turn { from: one.from, to: one.to, reach_from, reach_to, is_forward, is_truth, is_harm };
            // "Deep massage – a bad idea", "Never: …": a turn that is a clause of its own speaks of the whole sentence.
            let clause_from = clause_from(one.from);
            let clause_to = until(&hard);
            if !is_harm && clause_to - clause_from <= one.to - one.from + 1 && clause_to - clause_from < count {
                (turn.reach_from, turn.reach_to) = (0, count);
            }
            if is_forward && speaks_last(sentence, &one) {
                (turn.reach_from, turn.reach_to, turn.is_forward) = (0, count, false);
            }
            turns.push(turn);
        }
        turns
    }

    /// Steering words from left to right; where two overlap the earlier and longer one counts, and neutral ones are taken out.
    fn steering(&self, found: &[Occurrence]) -> Vec<Occurrence> {
        let kinds = [self.neutral, self.forward, self.clause, self.truth, self.harm];
        let mut steering: Vec<Occurrence> = found.iter().copied().filter(|one| kinds.contains(&one.concept)).collect();
        steering.sort_by_key(|one| (one.from, std::cmp::Reverse(one.to), one.concept != self.neutral));
        let mut kept: Vec<Occurrence> = Vec::new();
        for one in steering {
            if kept.last().is_none_or(|last| last.to <= one.from) {
                kept.push(one);
            }
        }
        kept.retain(|one| one.concept != self.neutral);
        kept
    }

    /// Where a clause begins: for every turn, and for those that reach forward.
    fn breaks(&self, sentence: &Sentence, found: &[Occurrence]) -> (Vec<bool>, Vec<bool>) {
        let words = &sentence.words;
        let begins = |concept: Concept, at: usize| found.iter().any(|one| one.concept == concept && one.from == at);
        let (mut hard, mut soft) = (vec![false; words.len() + 1], vec![false; words.len() + 1]);
        let mut in_subordinate = false;
        for (at, word) in words.iter().enumerate() {
            let joined = at > 0 && matches!(words[at - 1].stem.as_str(), "and" | "then" | "or");
            let after_comma = word.before == Gap::Comma || (joined && at > 1 && words[at - 1].before == Gap::Comma);
            hard[at] = word.before == Gap::Strong
                || begins(self.breaks, at)
                // What follows a condition speaks of it: "if you press hard, you can injure".
                || (!in_subordinate && (after_comma || (joined && words[at - 1].stem != "or")) && begins(self.starter, at));
            soft[at] = hard[at] || (word.before == Gap::Comma && (begins(self.follows, at) || in_subordinate));
            if soft[at] {
                in_subordinate = false;
            }
            if begins(self.subordinate, at) && (at == 0 || soft[at] || hard[at]) {
                in_subordinate = true;
            }
        }
        (hard, soft)
    }
}

/// Where an aside between commas ends that begins with "not".
fn aside(sentence: &Sentence, turn: &Occurrence) -> Option<usize> {
    const WORDS_MAX: usize = 4;
    let words = &sentence.words;
    let begins = words[turn.from].stem == "not" && words[turn.from].before == Gap::Comma;
    let end = (turn.to..words.len().min(turn.to + WORDS_MAX)).find(|at| words[*at].before >= Gap::Comma);
    end.filter(|_| begins)
}

/// "However tempting it is to press, please don't": a no that ends the sentence speaks of all of it.
fn speaks_last(sentence: &Sentence, turn: &Occurrence) -> bool {
    let words = &sentence.words;
    let stem = |back: usize| turn.from.checked_sub(back).map_or("", |at| words[at].stem.as_str());
    let is_end = turn.to == words.len() && matches!(words[turn.from].stem.as_str(), "not" | "never");
    let commands = match stem(1) {
        "do" => {
            matches!(stem(2), "please" | "but" | "just" | "simply" | "so") || words[turn.from - 1].before >= Gap::Comma
        }
        "should" | "must" => matches!(stem(2), "you" | "really" | "nobody" | "one" | "mothers"),
        _ => false,
    };
    is_end && commands
}

fn next_is_parted(sentence: &Sentence, at: usize) -> bool {
    sentence.words.get(at).is_none_or(|word| word.before >= Gap::Comma)
}

/// The turns that say no to these occurrences: within reach, no part of them, and not cancelled by another.
pub(crate) fn standing(sentence: &Sentence, turns: &[Turn], core: &[Occurrence], advice: bool) -> Vec<Turn> {
    let apart =
        turns.iter().filter(|turn| advice || !turn.is_harm).filter(|turn| !core.iter().any(|one| turn.is_within(one)));
    let first = core.iter().map(|one| one.from).min();
    let mut kept: Vec<Turn> = Vec::new();
    for turn in apart {
        let is_turned = |last: &&Turn| {
            last.is_forward
                && last.to <= turn.from
                && turn.from < last.reach_to
                && stand_close(sentence, last.to, turn.from)
        };
        match kept.last().filter(is_turned) {
            // "No need to stop feeding or to discard milk": what comes after "or" is still denied.
            Some(_) if first.is_some_and(|from| joins(sentence, turn.to, from)) => {}
            Some(_) => drop(kept.pop()),
            None => kept.push(*turn),
        }
    }
    kept.retain(|turn| core.iter().any(|one| turn.reaches(one)) || is_predicate(sentence, turn, core));
    // "It is a myth that you cannot …": not so, and not, are yes. An injury or "not recommended" beside it still says no.
    let truth = kept.iter().position(|turn| turn.is_truth);
    let negated = kept.iter().position(|turn| turn.is_forward);
    if let (Some(truth), Some(negated), 2) = (truth, negated, kept.len())
        && kept[negated].from < kept[truth].reach_to
        && kept[truth].reach_from <= kept[negated].from
    {
        kept.clear();
    }
    kept
}

/// "A rise in estrogen cannot drive …": what is said of the whole claim right behind it is not so.
fn is_predicate(sentence: &Sentence, turn: &Turn, core: &[Occurrence]) -> bool {
    let end = core.iter().map(|one| one.to).max().unwrap_or(0);
    let between = sentence.words.get(end..turn.from).unwrap_or_default();
    let is_not = matches!(sentence.words[turn.from].stem.as_str(), "not" | "never");
    is_not && (1..=2).contains(&between.len()) && between.iter().all(|word| word.before == Gap::None)
}

/// Whether "or" or "and" stands between.
fn joins(sentence: &Sentence, from: usize, to: usize) -> bool {
    let between = sentence.words.get(from..to).unwrap_or_default();
    between.iter().any(|word| matches!(word.stem.as_str(), "and" | "or"))
}

fn stand_close(sentence: &Sentence, from: usize, to: usize) -> bool {
    let between = sentence.words.get(from..to).unwrap_or_default();
    let apart = joins(sentence, from, to) || between.iter().any(|word| word.stem == "but");
    between.len() <= CANCEL_WORDS && !apart && sentence.words[to].before < Gap::Comma
}
