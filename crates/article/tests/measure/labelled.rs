//! Labelled sentences, and what the check says of each.

use std::fmt::Write;

use article::Checker;
use ledger::{Ledger, Verdict};

/// A file of labelled sentences.
pub(crate) struct Half {
    pub(crate) name: String,
    pub(crate) sentences: Vec<Labelled>,
}

/// A sentence, what somebody says of it and what we say.
pub(crate) struct Labelled {
    pub(crate) label: Option<Verdict>,
    pub(crate) said: Option<Verdict>,
    pub(crate) ids: Vec<String>,
    /// What ours rests on.
    pub(crate) rests_on: Vec<String>,
    /// The patterns that gave our verdict.
    pub(crate) by: Vec<String>,
    pub(crate) sentence: String,
}

/// How often a verdict was given, and how often rightly.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Score {
    pub(crate) labelled: u32,
    pub(crate) said: u32,
    pub(crate) right: u32,
}

impl Score {
    pub(crate) fn precision(&self) -> f64 {
        f64::from(self.right) / f64::from(self.said.max(1))
    }

    pub(crate) fn recall(&self) -> f64 {
        f64::from(self.right) / f64::from(self.labelled.max(1))
    }
}

impl Half {
    pub(crate) fn read(name: &str, text: &str, ledger: &Ledger, checker: &Checker) -> Self {
        let lines = text.lines().zip(1..).filter(|(line, _)| !line.trim().is_empty() && !line.starts_with('#'));
        let sentences = lines.map(|(line, number)| {
            let columns: Vec<&str> = line.split('\t').map(str::trim).collect();
            let [label, ids, context, sentence] = columns[..] else {
                panic!("{name}.tsv:{number}: four columns, not {columns:?}")
            };
            let known = Verdict::ALL.into_iter().find(|verdict| verdict.word() == label);
            assert!(known.is_some() || label == "none", "{name}.tsv:{number}: `{label}` is no verdict");
            let ids: Vec<String> = ids.split(',').map(str::trim).filter(|id| *id != "-").map(str::to_owned).collect();
            for id in &ids {
                let is_known = ledger.evidence(id).is_some() || ledger.claim(id).is_some();
                assert!(is_known, "{name}.tsv:{number}: `{id}` is not in the ledger");
            }
            let (said, rests_on, by) = judged(checker, context, sentence);
            Labelled { label: known, said, ids, rests_on, by, sentence: sentence.to_owned() }
        });
        Self { name: name.to_owned(), sentences: sentences.collect() }
    }

    /// The score of a verdict; None is "not in our ledger".
    pub(crate) fn score(&self, verdict: Option<Verdict>) -> Score {
        self.score_where(|one| one == verdict)
    }

    /// The score of several verdicts taken as one.
    pub(crate) fn score_where(&self, is: impl Fn(Option<Verdict>) -> bool) -> Score {
        let mut score = Score::default();
        for one in &self.sentences {
            score.labelled += u32::from(is(one.label));
            score.said += u32::from(is(one.said));
            score.right += u32::from(is(one.label) && is(one.said));
        }
        score
    }

    /// Of the sentences judged rightly, how many rest on an id that the label names.
    pub(crate) fn same_ids(&self) -> (u32, u32) {
        let right =
            self.sentences.iter().filter(|one| one.label.is_some() && one.label == one.said && !one.ids.is_empty());
        right.fold((0, 0), |(same, all), one| {
            (same + u32::from(one.ids.iter().any(|id| one.rests_on.contains(id))), all + 1)
        })
    }

    pub(crate) fn misses(&self) -> String {
        let wrong = self.sentences.iter().filter(|one| one.label != one.said);
        wrong.fold(String::new(), |mut all, one| {
            let word = |verdict: Option<Verdict>| verdict.map_or("none", Verdict::word);
            let _ = writeln!(
                all,
                "{} read as {} ({}): {}",
                word(one.label),
                word(one.said),
                one.by.join(", "),
                one.sentence
            );
            all
        })
    }
}

/// The gravest verdict of the sentence in its context, what it rests on, and the patterns that gave it.
fn judged(checker: &Checker, context: &str, sentence: &str) -> (Option<Verdict>, Vec<String>, Vec<String>) {
    let article = match context {
        "-" => sentence.to_owned(),
        lead if lead.ends_with(':') => format!("{lead}\n\n- {sentence}\n"),
        before if before.ends_with(['.', '!', '?']) => format!("{before} {sentence}\n"),
        heading => format!("{heading}\n\n{sentence}\n"),
    };
    let checked = checker.check(article.as_bytes(), Some(article::Format::Plain));
    let checked = checked.unwrap_or_else(|refusal| panic!("{sentence}: {refusal}"));
    let from = checked.text.find(sentence.split_whitespace().collect::<Vec<_>>().join(" ").as_str()).unwrap_or(0);
    let here = checked.findings.iter().filter(|finding| finding.range.end > from);
    let gravest = here.max_by_key(|finding| finding.verdict);
    let rests_on = gravest.iter().flat_map(|finding| &finding.matches).flat_map(|one| one.rests_on.clone()).collect();
    let verdict = gravest.and_then(|finding| finding.verdict);
    let gave = gravest.iter().flat_map(|finding| &finding.matches).filter(|one| Some(one.verdict) == verdict);
    let by = gave.map(|one| one.pattern.clone()).collect();
    (verdict, rests_on, by)
}
