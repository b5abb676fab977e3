#![doc = include_str!("../README.md")]
#![warn(missing_docs)]

mod context;
mod features;
mod finding;
mod interval;
mod learned;
mod matching;
mod measure;
mod pattern;
mod polarity;
mod sentence;
mod text;
mod vocabulary;
mod weights;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use ledger::{Ledger, Verdict};

pub use finding::{Checked, Finding, Match, Wording};
pub use learned::may_say;
pub use text::{BYTES_MAX, Block, Format, Kind, Refusal, TEXT_MAX};

use context::{Reading, Steering, Surroundings};
use features::Seen;
use learned::{Learned, Said};
use matching::{Hit, Subject};
use pattern::{Pattern, Shelf};
use polarity::{Polarity, Turn};
use sentence::Sentence;
use text::Text;
use vocabulary::{Occurrence, Vocabulary};

/// Patterns, ready to check articles.
#[derive(Debug, Clone)]
pub struct Checker {
    vocabulary: Vocabulary,
    patterns: Vec<Pattern>,
    words: BTreeMap<String, String>,
    polarity: Polarity,
    steering: Steering,
    learned: Option<Learned>,
}

impl Checker {
    /// Reads the patterns: pairs of a file's name and its text. Every id they rest on must be in the ledger.
    ///
    /// # Errors
    /// Everything that is wrong with them, a line each.
    pub fn read(files: &[(&str, &str)], ledger: &Ledger) -> Result<Self, Vec<String>> {
        let Shelf { vocabulary, patterns, words } = pattern::read(files, ledger)?;
        let polarity = Polarity::new(&vocabulary).map_err(|fault| vec![fault])?;
        let steering = Steering::new(&vocabulary).map_err(|fault| vec![fault])?;
        Ok(Self { vocabulary, patterns, words, polarity, steering, learned: None })
    }

    /// With weights, which decide from then on; the patterns are part of what they weigh.
    ///
    /// # Errors
    /// Everything that is wrong with the file.
    pub fn with_weights(self, file: &'static [u8], ledger: &Ledger) -> Result<Self, Vec<String>> {
        Ok(Self { learned: Some(Learned::read(file, ledger)?), ..self })
    }

    /// The mark ([`mark`]) of what the weights were learned from.
    #[must_use]
    pub fn learned_from(&self) -> Option<u64> {
        self.learned.as_ref().map(|learned| learned.weights().learned_from())
    }

    /// Every id that some pattern rests on.
    #[must_use]
    pub fn covered(&self) -> BTreeSet<&str> {
        self.patterns.iter().flat_map(|pattern| pattern.rests_on.iter().map(String::as_str)).collect()
    }

    /// A word or sentence that a reader is told around the findings (`protocols/article/words.toml`). Empty for a key that is not there.
    #[must_use]
    pub fn word(&self, key: &str) -> &str {
        self.words.get(key).map_or("", String::as_str)
    }

    /// One line that says what was found.
    #[must_use]
    pub fn summary(&self, checked: &Checked) -> String {
        let key = match checked.findings.len() {
            0 => "summary-none",
            1 => "summary-one",
            _ => "summary",
        };
        let counts = Verdict::ALL.into_iter().map(|verdict| (verdict.word(), checked.count(Some(verdict))));
        let counts = counts.chain([("all", checked.findings.len()), ("unknown", checked.count(None))]);
        counts.fold(self.word(key).to_owned(), |line, (name, count)| {
            line.replace(&format!("{{{name}}}"), &count.to_string())
        })
    }

    /// Reads an article and judges its sentences. `format` is what its name says it is, if it has one.
    ///
    /// # Errors
    /// A [`Refusal`] that says what to do instead.
    pub fn check(&self, bytes: &[u8], format: Option<Format>) -> Result<Checked, Refusal> {
        let text = Text::read(bytes, format)?;
        let findings = self.each(&text, |seen| self.finding(seen)).into_iter().flatten().collect();
        let Text { text, blocks, format, cut } = text;
        Ok(Checked { text, blocks, format, cut, findings })
    }

    /// What each sentence of an article is known by, for whoever learns weights (`examples/learn`): the text that was read, and for each sentence
    /// that says something where it stands in it, with the numbers of its features.
    ///
    /// # Errors
    /// As of [`check`](Self::check).
    pub fn known_by(&self, bytes: &[u8], format: Option<Format>) -> Result<(String, Vec<Known>), Refusal> {
        let text = Text::read(bytes, format)?;
        let known = |seen: &Seen<'_>| Known {
            range: seen.sentence.range.clone(),
            features: features::features(seen, &self.vocabulary).into_iter().map(|one| one.hash).collect(),
        };
        let all = self.each(&text, |seen| is_told(seen).then(|| known(seen)));
        Ok((text.text, all.into_iter().flatten().collect()))
    }

    /// Every sentence with all that was read of it.
    fn each<T>(&self, text: &Text, mut read: impl FnMut(&Seen<'_>) -> T) -> Vec<T> {
        let sentences = sentence::sentences(text);
        let found: Vec<Vec<Occurrence>> = sentences.iter().map(|one| self.vocabulary.find(one)).collect();
        let reading = Reading { steering: &self.steering, blocks: &text.blocks, sentences: &sentences, found: &found };
        let surroundings = reading.surroundings();
        let lead = |at: &usize| Some((sentences.get(*at)?, found.get(*at)?.as_slice()));
        let all = sentences.iter().zip(&found).zip(&surroundings).map(|((sentence, found), around)| {
            let turns = self.polarity.turns(sentence, found);
            let matches = self.matches(sentence, found, &turns, around);
            let lead: Vec<_> = around.leads.iter().filter_map(lead).collect();
            read(&Seen { sentence, found, turns: &turns, around, matches: &matches, lead: &lead })
        });
        all.collect()
    }

    /// The claims that the patterns recognise, gravest first.
    fn matches(&self, sentence: &Sentence, found: &[Occurrence], turns: &[Turn], around: &Surroundings) -> Vec<Match> {
        if around.asked || around.elsewhere {
            return Vec::new();
        }
        let has = |concept| found.iter().any(|one| one.concept == concept);
        let subject = Subject {
            sentence,
            found,
            turns,
            seen: &|concept| around.seen.contains(&concept),
            turned: around.turned,
            refused: around.refused,
            refuted_until: around.refuted_until,
            doubtful: around.doubtful,
            wary: self.steering.wary,
            reports: has(self.steering.research) || (has(self.steering.narrative) && !has(self.steering.recommends)),
        };
        let mut matches: Vec<Match> = self
            .patterns
            .iter()
            .filter_map(|pattern| Some(told(pattern, sentence, &matching::hit(pattern, &subject)?)))
            .collect();
        matches.sort_by_key(|one| std::cmp::Reverse(one.verdict));
        matches
    }

    fn finding(&self, seen: &Seen<'_>) -> Option<Finding> {
        if !is_told(seen) {
            return None;
        }
        let matches = match &self.learned {
            Some(learned) => self.weighed(learned, seen),
            None => seen.matches.to_vec(),
        };
        let verdict = matches.first().map(|one| one.verdict);
        let has = |concept| seen.found.iter().any(|one| one.concept == concept);
        let makes_a_claim = has(self.steering.topic) && has(self.steering.claim);
        (verdict.is_some() || makes_a_claim).then(|| Finding { range: seen.sentence.range.clone(), verdict, matches })
    }

    /// The weights give the verdict, but call nothing harmful to which a pattern alone hears a no. Patterns that say the same show their words and
    /// what they rest on; what they would call graver is left out, but for what [`stands`] beside the weights.
    fn weighed(&self, learned: &Learned, seen: &Seen<'_>) -> Vec<Match> {
        let harmful = seen.matches.iter().filter(|one| one.verdict == Verdict::Harmful).count();
        let no = harmful == 0 && seen.matches.iter().any(|one| one.denied && one.verdict == Verdict::Supported);
        let said = learned.say(&features::features(seen, &self.vocabulary), harmful);
        // A heading is seldom a claim: of one in which no pattern sees any the weights alone say nothing.
        let is_bare = seen.around.is_heading && seen.matches.is_empty();
        let said = said.filter(|said| !is_bare && (!no || said.verdict != Verdict::Harmful));
        let most = said.as_ref().map(|said| said.verdict).max(no.then_some(Verdict::Supported));
        let most = most.max(stands(seen.matches, most));
        let mut matches: Vec<Match> = seen.matches.iter().filter(|one| Some(one.verdict) <= most).cloned().collect();
        let is_shown = |verdict: Verdict| matches.first().is_some_and(|one| one.verdict >= verdict);
        if let Some(said) = said.filter(|said| !is_shown(said.verdict)) {
            matches.insert(0, by_weights(seen.sentence, &said));
        }
        matches
    }
}

/// What patterns say although the weights say less. Several that say *contradicted* are right; and that nobody has shown it may stand in a sentence
/// that is mixed.
fn stands(patterns: &[Match], weights: Option<Verdict>) -> Option<Verdict> {
    const SEVERAL: usize = 2;
    let of = |verdict: Verdict| patterns.iter().filter(|one| one.verdict == verdict).count();
    let gravest = patterns.first().map(|one| one.verdict)?;
    let contradicted = gravest == Verdict::Contradicted && of(gravest) >= SEVERAL;
    let unsupported = gravest == Verdict::Unsupported && weights == Some(Verdict::Mixed);
    (contradicted || unsupported).then_some(gravest)
}

/// What the weights say, as a match.
fn by_weights(sentence: &Sentence, said: &Said) -> Match {
    Match {
        pattern: WEIGHTS.to_owned(),
        verdict: said.verdict,
        rests_on: said.entries.iter().map(|id| (*id).to_owned()).collect(),
        denied: false,
        words: said.words.iter().map(|words| place(sentence, words.start, words.end)).collect(),
        turned_by: Vec::new(),
    }
}

/// Where words of a sentence stand in the text.
fn place(sentence: &Sentence, from: usize, to: usize) -> Range<usize> {
    sentence.words[from].range.start..sentence.words[to - 1].range.end
}

/// What stands in [`Match::pattern`] where no pattern spoke.
pub const WEIGHTS: &str = "weights";

/// A mark of all that weights follow from: labelled sentences, and the files of concepts and patterns.
///
/// Another one for anything that changes in them. What readers are told around the findings is no part of it.
#[must_use]
pub fn mark<'f>(files: impl IntoIterator<Item = (&'f str, &'f [u8])>) -> u64 {
    let files = files.into_iter().filter(|(name, _)| *name != "words.toml");
    let bytes = files.flat_map(|(name, content)| [name.as_bytes(), &[0], content, &[0]]);
    features::fnv(bytes.flatten().copied())
}

/// A question that nobody answers and another matter say nothing.
fn is_told(seen: &Seen<'_>) -> bool {
    !seen.around.asked && !seen.around.elsewhere && !seen.around.off_topic
}

/// A sentence, and the numbers of all that it is known by.
#[derive(Debug, Clone)]
pub struct Known {
    /// Where it stands in the text that was read.
    pub range: Range<usize>,
    /// Its features.
    pub features: BTreeSet<u32>,
}

fn told(pattern: &Pattern, sentence: &Sentence, hit: &Hit) -> Match {
    let at = |from: usize, to: usize| place(sentence, from, to);
    let mut words: Vec<Range<usize>> = hit.core.iter().map(|one| at(one.from, one.to)).collect();
    words.sort_by_key(|range| range.start);
    let turned_by = hit.turns.iter().map(|turn: &Turn| at(turn.from, turn.to)).collect();
    Match {
        pattern: pattern.id.clone(),
        verdict: hit.verdict,
        rests_on: pattern.rests_on.clone(),
        denied: hit.denied,
        words,
        turned_by,
    }
}
