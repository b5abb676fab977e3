//! What the weights say of a sentence: which claim of the ledger it makes, how sure that is, and by which of its words.
//!
//! A class is a verdict, or a verdict and an entry of the ledger (`harmful massage-deep-harm`). What speaks for a verdict is what speaks for it
//! and for the best of its entries, added up. A verdict is given when it stands clear of every other, and clearer of *supported*: the worst fault
//! is to call correct advice harmful.

use std::collections::BTreeMap;
use std::ops::Range;

use ledger::{Audience, Ledger, Verdict};

use crate::features::Feature;
use crate::pattern;
use crate::weights::Weights;

/// How far a verdict must stand clear of every other one, and of *supported*. From leaving out one writer after the other (docs/article-check.md).
const CLEAR: [(Verdict, Clear); 5] = [
    (Verdict::Harmful, Clear { of_all: 0.5, of_supported: 0.8 }),
    (Verdict::Contradicted, Clear { of_all: 0.1, of_supported: 0.3 }),
    (Verdict::Mixed, Clear { of_all: 0.1, of_supported: 0.1 }),
    (Verdict::Unsupported, Clear { of_all: 0.0, of_supported: 0.0 }),
    (Verdict::Supported, Clear { of_all: 0.6, of_supported: 0.0 }),
];
/// The same, where a pattern says that it is harmful, and where several do.
const CLEAR_WITH_A_PATTERN: Clear = Clear { of_all: 0.5, of_supported: 0.7 };
const CLEAR_WITH_PATTERNS: Clear = Clear { of_all: 0.2, of_supported: 0.3 };
/// A second entry that stands so near the first is shown too.
const BESIDE: f32 = 0.15;
/// Words are shown until they are so much of what speaks for the verdict, and not more than so many.
const SHOWN: (f32, usize) = (0.6, 6);

#[derive(Debug, Clone, Copy)]
struct Clear {
    of_all: f32,
    of_supported: f32,
}

/// Weights with the classes that they speak for.
#[derive(Debug, Clone)]
pub(crate) struct Learned {
    weights: Weights,
    classes: Vec<Class>,
}

/// A verdict (none: the sentence claims nothing that we judge), of an entry of the ledger or of any.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Class {
    verdict: Option<Verdict>,
    entry: Option<&'static str>,
}

/// How much speaks for a verdict, and for each of its entries, the most first.
struct Standing {
    verdict: Option<Verdict>,
    score: f32,
    entries: Vec<(usize, f32)>,
}

/// What is said of a sentence.
pub(crate) struct Said {
    pub(crate) verdict: Verdict,
    /// The entries of the ledger, the nearest first.
    pub(crate) entries: Vec<&'static str>,
    /// The words that speak most for it, in their order.
    pub(crate) words: Vec<Range<usize>>,
}

impl Learned {
    /// Reads weights. What a class says must follow from the ledger as what a pattern says, and be for everybody's eyes.
    ///
    /// # Errors
    /// Everything that is wrong with them.
    pub(crate) fn read(file: &'static [u8], ledger: &Ledger) -> Result<Self, Vec<String>> {
        let weights = Weights::read(file).map_err(|fault| vec![fault])?;
        let mut faults = Vec::new();
        let mut classes = Vec::new();
        for name in weights.names() {
            let (verdict, entry) = name.split_once(' ').map_or((name, None), |(verdict, entry)| (verdict, Some(entry)));
            let known = Verdict::ALL.into_iter().find(|one| one.word() == verdict);
            let is_fit = (known.is_some() || (verdict == "none" && entry.is_none()))
                && entry.zip(known).is_none_or(|(entry, known)| may_say(ledger, entry, known));
            if !is_fit {
                faults.push(format!("weights: the ledger does not let anybody say `{name}`"));
            }
            classes.push(Class { verdict: known, entry });
        }
        if faults.is_empty() { Ok(Self { weights, classes }) } else { Err(faults) }
    }

    pub(crate) const fn weights(&self) -> &Weights {
        &self.weights
    }

    /// What is said of a sentence that is known by these, when so many patterns call it harmful; nothing when no verdict stands clear.
    pub(crate) fn say(&self, features: &[Feature], harmful: usize) -> Option<Said> {
        let sentence = self.values(features);
        let scores = self.scores(&sentence);
        let (verdict, classes) = self.clear(&scores, harmful)?;
        let entries = classes.iter().filter_map(|class| self.classes.get(*class)?.entry).collect();
        let own = self.classes.iter().position(|class| class.verdict == Some(verdict) && class.entry.is_none());
        let speaking: Vec<usize> = own.into_iter().chain(classes.first().copied()).collect();
        Some(Said { verdict, entries, words: self.words(features, &sentence, &speaking) })
    }

    /// The features that are known, by their places, with their values: the rarer the more, all together of length 1.
    fn values(&self, features: &[Feature]) -> BTreeMap<u32, (usize, f32)> {
        let known = features.iter().filter_map(|one| Some((one.hash, self.weights.feature(one.hash)?)));
        let mut known: BTreeMap<u32, (usize, f32)> = known.collect();
        let length = known.values().map(|(_, value)| value * value).sum::<f32>().sqrt().max(f32::MIN_POSITIVE);
        known.values_mut().for_each(|(_, value)| *value /= length);
        known
    }

    fn scores(&self, sentence: &BTreeMap<u32, (usize, f32)>) -> Vec<f32> {
        let mut scores = self.weights.nothing();
        for (feature, value) in sentence.values() {
            for (class, weight) in self.weights.says(*feature) {
                if let Some(score) = scores.get_mut(class) {
                    *score += weight * value;
                }
            }
        }
        scores
    }

    /// The verdict that stands clear, with the classes of its entries, the best first.
    fn clear(&self, scores: &[f32], harmful: usize) -> Option<(Verdict, Vec<usize>)> {
        let all = self.standings(scores);
        let best = all.iter().max_by(|one, other| one.score.total_cmp(&other.score))?;
        let verdict = best.verdict?;
        let over = |which: &dyn Fn(Option<Verdict>) -> bool| {
            let others = all.iter().filter(|one| one.verdict != best.verdict && which(one.verdict));
            others.map(|one| best.score - one.score).fold(f32::INFINITY, f32::min)
        };
        let (_, alone) = CLEAR.into_iter().find(|(known, _)| *known == verdict)?;
        let wanted = match harmful {
            1 if verdict == Verdict::Harmful => CLEAR_WITH_A_PATTERN,
            2.. if verdict == Verdict::Harmful => CLEAR_WITH_PATTERNS,
            _ => alone,
        };
        let is_clear =
            over(&|_| true) >= wanted.of_all && over(&|other| other == Some(Verdict::Supported)) >= wanted.of_supported;
        let nearest = best.entries.first()?.1;
        let near = best.entries.iter().take(2).filter(|(_, score)| nearest - score <= BESIDE);
        is_clear.then(|| (verdict, near.map(|(class, _)| *class).collect()))
    }

    /// What speaks for each verdict: what speaks for it, and for the best of its entries. Where nothing is claimed there is no entry, and the same
    /// counts twice.
    fn standings(&self, scores: &[f32]) -> Vec<Standing> {
        let classes = || self.classes.iter().zip(scores).enumerate();
        let of = |verdict: Option<Verdict>| {
            let mut entries: Vec<(usize, f32)> = classes()
                .filter(|(_, (class, _))| class.verdict == verdict && class.entry.is_some())
                .map(|(at, (_, score))| (at, *score))
                .collect();
            entries.sort_by(|one, other| other.1.total_cmp(&one.1));
            let own = classes().find(|(_, (class, _))| class.verdict == verdict && class.entry.is_none());
            let (_, (_, own)) = own?;
            let score = own + entries.first().map_or(*own, |(_, score)| *score);
            Some(Standing { verdict, score, entries })
        };
        Verdict::ALL.into_iter().map(Some).chain([None]).filter_map(of).collect()
    }

    /// The words that speak most for these classes.
    fn words(
        &self,
        features: &[Feature],
        sentence: &BTreeMap<u32, (usize, f32)>,
        classes: &[usize],
    ) -> Vec<Range<usize>> {
        let mut by_word: BTreeMap<usize, f32> = BTreeMap::new();
        for one in features.iter().filter(|one| !one.words.is_empty()) {
            let Some((feature, value)) = sentence.get(&one.hash) else { continue };
            let says = self.weights.says(*feature).filter(|(class, _)| classes.contains(class));
            let each = says.map(|(_, weight)| weight * value).sum::<f32>() / short(one.words.len());
            for word in one.words.clone() {
                *by_word.entry(word).or_default() += each;
            }
        }
        let mut speaking: Vec<(usize, f32)> = by_word.into_iter().filter(|(_, says)| *says > 0.0).collect();
        speaking.sort_by(|one, other| other.1.total_cmp(&one.1));
        let enough = speaking.iter().map(|(_, says)| says).sum::<f32>() * SHOWN.0;
        let mut sum = 0.0;
        let shown = speaking.iter().take_while(|(_, says)| {
            let before = sum;
            sum += says;
            before < enough
        });
        let mut shown: Vec<usize> = shown.take(SHOWN.1).map(|(word, _)| *word).collect();
        shown.sort_unstable();
        joined(&shown)
    }
}

/// Words beside each other as one piece.
fn joined(words: &[usize]) -> Vec<Range<usize>> {
    let mut pieces: Vec<Range<usize>> = Vec::new();
    for word in words {
        match pieces.last_mut() {
            Some(last) if last.end == *word => last.end = word + 1,
            _ => pieces.push(*word..word + 1),
        }
    }
    pieces
}

/// A small count as a number with a point.
fn short(count: usize) -> f32 {
    u16::try_from(count).map_or(f32::MAX, f32::from)
}

/// Whether an entry of the ledger may be shown to everybody with this verdict.
#[must_use]
pub fn may_say(ledger: &Ledger, entry: &str, verdict: Verdict) -> bool {
    let withheld = |one: &ledger::Evidence| one.topic == "antibiotics" && one.audience == Audience::Clinician;
    let is_known = ledger.claim(entry).is_some() || ledger.evidence(entry).is_some_and(|one| !withheld(one));
    is_known && pattern::may_judge(ledger, &[entry], verdict)
}
