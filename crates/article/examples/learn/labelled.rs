//! Labelled sentences, and what they are known by.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use article::{Checker, Format};
use ledger::{Ledger, Verdict};

/// A labelled sentence.
pub struct Labelled {
    /// Its verdict; none: it claims nothing that we judge.
    pub verdict: Option<Verdict>,
    /// The entry of the ledger that is shown with its verdict.
    pub entry: Option<String>,
    /// The numbers of its features.
    pub features: Vec<u32>,
    /// It in its context, as an article.
    article: String,
    sentence: String,
}

/// Every sentence of a file of `tests/labelled`.
pub fn read(path: &Path, checker: &Checker, ledger: &Ledger) -> Result<Vec<Labelled>> {
    let text = fs::read_to_string(path).with_context(|| path.display().to_string())?;
    let lines = text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
    let read = |line: &str| -> Result<Labelled> {
        let columns: Vec<&str> = line.split('\t').map(str::trim).collect();
        let [verdict, ids, context, sentence] = columns[..] else { bail!("{}: {line}", path.display()) };
        let article = article(context, sentence);
        let sentence = sentence.split_whitespace().collect::<Vec<_>>().join(" ");
        let (text, all) = checker.known_by(article.as_bytes(), Some(Format::Plain))?;
        let from = text.find(&sentence).unwrap_or(0);
        let mut features: Vec<u32> =
            all.into_iter().filter(|one| one.range.end > from).flat_map(|one| one.features).collect();
        features.sort_unstable();
        features.dedup();
        let verdict = Verdict::ALL.into_iter().find(|one| one.word() == verdict);
        Ok(Labelled {
            verdict,
            entry: verdict.and_then(|verdict| entry(ledger, ids, verdict)),
            features,
            article,
            sentence,
        })
    };
    lines.map(read).collect()
}

impl Labelled {
    /// What a checker says of it.
    pub fn said(&self, checker: &Checker) -> Result<Option<Verdict>> {
        let checked = checker.check(self.article.as_bytes(), Some(Format::Plain))?;
        let from = checked.text.find(&self.sentence).unwrap_or(0);
        let here = checked.findings.iter().filter(|finding| finding.range.end > from);
        Ok(here.filter_map(|finding| finding.verdict).max())
    }
}

/// A sentence in its context: below a heading, as an item of a list, behind a sentence.
fn article(context: &str, sentence: &str) -> String {
    match context {
        "-" => sentence.to_owned(),
        lead if lead.ends_with(':') => format!("{lead}\n\n- {sentence}\n"),
        before if before.ends_with(['.', '!', '?']) => format!("{before} {sentence}\n"),
        heading => format!("{heading}\n\n{sentence}\n"),
    }
}

/// The first that may be shown with this verdict. A claim and the statement that it rests on first are one matter: the statement, where it may.
fn entry(ledger: &Ledger, ids: &str, verdict: Verdict) -> Option<String> {
    let statement = |id: &str| ledger.claim(id).and_then(|claim| claim.evidence.first()).map(ToString::to_string);
    let each = ids.split(',').map(str::trim).flat_map(|id| statement(id).into_iter().chain([id.to_owned()]));
    each.into_iter().find(|id| article::may_say(ledger, id, verdict))
}
