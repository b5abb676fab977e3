//! What a sentence is known by where weights are learned and read: its words and those beside each other, pieces of words, concepts and
//! pairs of them, who says no to what, the patterns that it matches, and the words that lead to it.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::context::Surroundings;
use crate::finding::Match;
use crate::polarity::Turn;
use crate::sentence::Sentence;
use crate::vocabulary::{Concept, Occurrence, Vocabulary};

/// Pieces of words have so many letters, the borders of the word counted as one each.
const PIECES: [usize; 3] = [3, 4, 5];

/// A sentence with all that was read of it.
pub(crate) struct Seen<'s> {
    pub(crate) sentence: &'s Sentence,
    pub(crate) found: &'s [Occurrence],
    pub(crate) turns: &'s [Turn],
    pub(crate) around: &'s Surroundings,
    pub(crate) matches: &'s [Match],
    /// The sentences that lead to it, with their concepts.
    pub(crate) lead: &'s [(&'s Sentence, &'s [Occurrence])],
}

/// Something that a sentence is known by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Feature {
    /// What it is, as a number.
    pub(crate) hash: u32,
    /// The words of the sentence that it is made of; empty: none of them.
    pub(crate) words: Range<usize>,
}

/// Everything that a sentence is known by; some of it more than once.
pub(crate) fn features(seen: &Seen<'_>, vocabulary: &Vocabulary) -> Vec<Feature> {
    let mut all = Vec::new();
    words(&mut all, seen);
    concepts(&mut all, seen, vocabulary);
    let mut say = |kind, what: &str| all.push(Feature { hash: hash(kind, &[what]), words: 0..0 });
    for one in seen.matches {
        say("pattern", &one.pattern);
        say(if one.denied { "denied" } else { "said" }, one.verdict.word());
    }
    let Surroundings { turned, refused, doubtful, refuted_until, .. } = *seen.around;
    let flags = [("turned", turned), ("refused", refused), ("doubtful", doubtful), ("refuted", refuted_until > 0)];
    for (name, _) in flags.into_iter().filter(|(_, is)| *is) {
        say("told", name);
    }
    for (sentence, found) in seen.lead {
        for word in &sentence.words {
            say("lead", &word.stem);
        }
        for one in *found {
            say("lead-concept", vocabulary.name(one.concept));
        }
    }
    all
}

fn words(all: &mut Vec<Feature>, seen: &Seen<'_>) {
    let stems: Vec<&str> = seen.sentence.words.iter().map(|word| word.stem.as_str()).collect();
    let mut say = |kind, parts: &[&str], words| all.push(Feature { hash: hash(kind, parts), words });
    for (at, word) in stems.iter().enumerate() {
        say("1", &[word], at..at + 1);
        say(denial(seen.turns, at), &[word], at..at + 1);
        if let Some(pair) = stems.get(at..at + 2) {
            say("2", pair, at..at + 2);
        }
        if let Some(three @ [first, _, last]) = stems.get(at..at + 3) {
            say("3", three, at..at + 3);
            say("1-1", &[first, last], at..at + 3);
        }
        let padded = format!(" {word} ");
        let ends: Vec<usize> = padded.char_indices().map(|(at, _)| at).chain([padded.len()]).collect();
        for piece in PIECES.into_iter().flat_map(|size| ends.windows(size + 1)) {
            let piece = padded.get(piece[0]..piece[piece.len() - 1]).unwrap_or_default();
            say("piece", &[piece], at..at + 1);
        }
    }
}

/// Who says no to a word: nobody, a turn, an injury, both.
fn denial(turns: &[Turn], at: usize) -> &'static str {
    let over = |is_harm: bool| turns.iter().any(|turn| turn.is_harm == is_harm && turn.covers(at));
    match (over(false), over(true)) {
        (false, false) => "yes",
        (true, false) => "no",
        (false, true) => "injury",
        (true, true) => "no-injury",
    }
}

fn concepts(all: &mut Vec<Feature>, seen: &Seen<'_>, vocabulary: &Vocabulary) {
    let mut kinds: BTreeSet<Concept> = BTreeSet::new();
    for one in seen.found {
        let name = vocabulary.name(one.concept);
        let denied = (one.from..one.to).any(|at| matches!(denial(seen.turns, at), "no" | "no-injury"));
        let mut say = |kind| all.push(Feature { hash: hash(kind, &[name]), words: one.from..one.to });
        say("concept");
        say(if denied { "no-concept" } else { "yes-concept" });
        if !name.starts_with("clause-") {
            kinds.insert(one.concept);
        }
    }
    for one in &kinds {
        for other in kinds.range(..one) {
            let names = [vocabulary.name(*one), vocabulary.name(*other)];
            all.push(Feature { hash: hash("concepts", &names), words: 0..0 });
        }
    }
}

/// The same number on every machine, and for ever.
fn hash(kind: &str, parts: &[&str]) -> u32 {
    let long = fnv(kind.bytes().chain(parts.iter().flat_map(|part| [0].into_iter().chain(part.bytes()))));
    let [high, low] = [long >> 32, long & u64::from(u32::MAX)];
    u32::try_from(high ^ low).unwrap_or(u32::MAX)
}

/// FNV-1a.
pub(crate) fn fnv(bytes: impl Iterator<Item = u8>) -> u64 {
    const START: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0100_0000_01b3;
    bytes.fold(START, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(PRIME))
}
