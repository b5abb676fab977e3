//! Patterns: which concepts together make a claim, which way it points, and what the ledger says of it.

use std::collections::BTreeMap;

use ledger::{Ledger, Verdict};
use serde::Deserialize;

use crate::vocabulary::{Concept, Vocabulary};

/// How far apart the concepts of a claim may stand, in words, if the pattern does not say.
const NEAR_WORDS: usize = 12;

/// A file of patterns as it is written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Page {
    #[serde(default)]
    concepts: BTreeMap<String, String>,
    #[serde(default)]
    words: BTreeMap<String, String>,
    #[serde(default)]
    pattern: Vec<Written>,
}

/// A pattern as it is written: concepts by their names, several in one text where any of them will do.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    id: String,
    rests_on: Vec<String>,
    all: Vec<String>,
    #[serde(default)]
    seen: Vec<String>,
    #[serde(default)]
    unseen: Vec<String>,
    #[serde(default)]
    without: Vec<String>,
    near: Option<usize>,
    #[serde(default)]
    advice: bool,
    #[serde(default)]
    order: bool,
    #[serde(default)]
    command: bool,
    #[serde(default)]
    wary: bool,
    #[serde(default)]
    clean: bool,
    said: Option<Verdict>,
    denied: Option<Verdict>,
}

/// A claim that can be recognised.
#[derive(Debug, Clone)]
pub(crate) struct Pattern {
    pub(crate) id: String,
    /// Ids of judged claims and of evidence.
    pub(crate) rests_on: Vec<String>,
    /// One of each must stand in the sentence, near each other.
    pub(crate) all: Vec<Vec<Concept>>,
    /// One of each must stand in the sentence or in sight of it: the headings above, the lead-in, the sentences before.
    pub(crate) seen: Vec<Vec<Concept>>,
    /// None of these may be in sight.
    pub(crate) unseen: Vec<Concept>,
    /// None of these may stand in the sentence.
    pub(crate) without: Vec<Concept>,
    /// The most words from the first to the last concept.
    pub(crate) near: usize,
    /// It is advice: a sentence that names the injury it does speaks against it.
    pub(crate) advice: bool,
    /// The concepts must come in the order given.
    pub(crate) order: bool,
    /// Only a command denies it: "do not", "never" in front of it.
    pub(crate) command: bool,
    /// Beside a warning in any words nothing is said: only `denied` stands.
    pub(crate) wary: bool,
    /// A wide net: beside any no or any injury in the sentence nothing is said.
    pub(crate) clean: bool,
    pub(crate) said: Option<Verdict>,
    pub(crate) denied: Option<Verdict>,
}

/// Everything the files hold.
pub(crate) struct Shelf {
    pub(crate) vocabulary: Vocabulary,
    pub(crate) patterns: Vec<Pattern>,
    pub(crate) words: BTreeMap<String, String>,
}

/// Reads every file: the concepts of all, then the patterns.
///
/// # Errors
/// Everything that is wrong: with a file's form, with a concept or an id that nothing has.
pub(crate) fn read(files: &[(&str, &str)], ledger: &Ledger) -> Result<Shelf, Vec<String>> {
    let mut faults = Vec::new();
    let (mut concepts, mut words, mut written) = (BTreeMap::new(), BTreeMap::new(), Vec::new());
    for (name, text) in files {
        match toml::from_str::<Page>(text) {
            Ok(page) => {
                for (concept, wordings) in page.concepts {
                    if concepts.insert(concept.clone(), wordings).is_some() {
                        faults.push(format!("{name}: the concept `{concept}` stands twice"));
                    }
                }
                words.extend(page.words);
                written.extend(page.pattern.into_iter().map(|pattern| (*name, pattern)));
            }
            Err(error) => faults.push(format!("{name}: {error}")),
        }
    }
    let vocabulary = match Vocabulary::read(&concepts) {
        Ok(vocabulary) => vocabulary,
        Err(fault) => {
            faults.push(fault);
            return Err(faults);
        }
    };
    let mut patterns: Vec<Pattern> = Vec::new();
    for (name, pattern) in written {
        if patterns.iter().any(|known| known.id == pattern.id) {
            faults.push(format!("{name}: `{}` stands twice", pattern.id));
        }
        match pattern.resolved(&vocabulary, ledger) {
            Ok(pattern) => patterns.push(pattern),
            Err(all) => faults.extend(all.into_iter().map(|fault| format!("{name}: {fault}"))),
        }
    }
    if faults.is_empty() { Ok(Shelf { vocabulary, patterns, words }) } else { Err(faults) }
}

impl Written {
    fn resolved(self, vocabulary: &Vocabulary, ledger: &Ledger) -> Result<Pattern, Vec<String>> {
        let mut faults = Vec::new();
        let mut any_of = |names: &str| {
            let mut concepts = Vec::new();
            for name in names.split_whitespace() {
                match vocabulary.named(name) {
                    Some(concept) => concepts.push(concept),
                    None => faults.push(format!("`{}`: there is no concept `{name}`", self.id)),
                }
            }
            concepts
        };
        let all: Vec<Vec<Concept>> = self.all.iter().map(|names| any_of(names)).collect();
        let seen: Vec<Vec<Concept>> = self.seen.iter().map(|names| any_of(names)).collect();
        let unseen: Vec<Concept> = self.unseen.iter().flat_map(|names| any_of(names)).collect();
        let without: Vec<Concept> = self.without.iter().flat_map(|names| any_of(names)).collect();
        let known = |id: &&String| ledger.evidence(id).is_none() && ledger.claim(id).is_none();
        faults
            .extend(self.rests_on.iter().filter(known).map(|id| format!("`{}`: `{id}` is not in the ledger", self.id)));
        if self.rests_on.is_empty() || all.is_empty() || (self.said.is_none() && self.denied.is_none()) {
            faults.push(format!("`{}` needs what it rests on, its concepts, and a verdict", self.id));
        }
        faults.extend(self.misjudged(ledger));
        if !faults.is_empty() {
            return Err(faults);
        }
        let near = self.near.unwrap_or(NEAR_WORDS);
        let Self { id, rests_on, advice, order, command, wary, clean, said, denied, .. } = self;
        Ok(Pattern {
            id,
            rests_on,
            all,
            seen,
            unseen,
            without,
            near,
            advice,
            order,
            command,
            wary,
            clean,
            said,
            denied,
        })
    }

    fn misjudged(&self, ledger: &Ledger) -> Option<String> {
        let rests_on: Vec<&str> = self.rests_on.iter().map(String::as_str).collect();
        let wrong = [self.said, self.denied].into_iter().flatten().find(|one| !may_judge(ledger, &rests_on, *one))?;
        Some(format!("`{}`: nothing it rests on is judged {wrong}", self.id))
    }
}

/// Whether what rests on these may give this verdict. It must be one the ledger gives to one of them, or follow from a statement: who says the
/// same is supported, who says the opposite is contradicted, or harmful where following it can hurt.
pub(crate) fn may_judge(ledger: &Ledger, rests_on: &[&str], verdict: Verdict) -> bool {
    let states = rests_on.iter().any(|id| ledger.evidence(id).is_some());
    let follows = states && matches!(verdict, Verdict::Supported | Verdict::Contradicted | Verdict::Harmful);
    let given = |id: &&str| {
        let of_both = [ledger.evidence(id).and_then(|one| one.verdict), ledger.claim(id).map(|one| one.verdict)];
        of_both.contains(&Some(verdict))
    };
    follows || rests_on.iter().any(given)
}
