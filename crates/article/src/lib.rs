#![doc = include_str!("../README.md")]
#![warn(missing_docs)]

mod context;
mod finding;
mod interval;
mod matching;
mod measure;
mod pattern;
mod polarity;
mod sentence;
mod text;
mod vocabulary;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use ledger::{Ledger, Verdict};

pub use finding::{Checked, Finding, Match, Wording};
pub use text::{BYTES_MAX, Block, Format, Kind, Refusal, TEXT_MAX};

use context::{Reading, Steering, Surroundings};
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
        Ok(Self { vocabulary, patterns, words, polarity, steering })
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
        let sentences = sentence::sentences(&text);
        let found: Vec<Vec<Occurrence>> = sentences.iter().map(|one| self.vocabulary.find(one)).collect();
        let reading = Reading { steering: &self.steering, blocks: &text.blocks, sentences: &sentences, found: &found };
        let surroundings = reading.surroundings();
        let judged = sentences.iter().zip(&found).zip(&surroundings);
        let findings = judged.filter_map(|((sentence, found), around)| self.finding(sentence, found, around)).collect();
        let Text { text, blocks, format, cut } = text;
        Ok(Checked { text, blocks, format, cut, findings })
    }

    fn finding(&self, sentence: &Sentence, found: &[Occurrence], around: &Surroundings) -> Option<Finding> {
        if around.asked || around.elsewhere {
            return None;
        }
        let turns = self.polarity.turns(sentence, found);
        let has = |concept| found.iter().any(|one| one.concept == concept);
        let subject = Subject {
            sentence,
            found,
            turns: &turns,
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
        let verdict = matches.first().map(|one| one.verdict);
        let makes_a_claim = has(self.steering.topic) && has(self.steering.claim);
        (verdict.is_some() || makes_a_claim).then(|| Finding { range: sentence.range.clone(), verdict, matches })
    }
}

fn told(pattern: &Pattern, sentence: &Sentence, hit: &Hit) -> Match {
    let at =
        |from: usize, to: usize| -> Range<usize> { sentence.words[from].range.start..sentence.words[to - 1].range.end };
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
