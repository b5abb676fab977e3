//! What is found: sentences with what the ledger says of them.

use std::ops::Range;

use ledger::{Ledger, Verdict};
use serde::{Serialize, Serializer};

use crate::text::{Block, Format};

/// An article that has been read and judged. All ranges are bytes of `text`, on the borders of characters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Checked {
    /// The words of the article, without scripts, tags and marks that cannot be seen.
    pub text: String,
    /// Its headings, items and paragraphs, in order.
    pub blocks: Vec<Block>,
    /// What the bytes were taken for.
    pub format: Format,
    /// Whether the article was too long and its end was left out.
    pub cut: bool,
    /// The sentences that make a claim on this topic, in the order of the article.
    pub findings: Vec<Finding>,
}

/// A sentence that makes a claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The sentence.
    pub range: Range<usize>,
    /// The gravest verdict of its matches. None: not in our ledger.
    #[serde(serialize_with = "word")]
    pub verdict: Option<Verdict>,
    /// What it was recognised as, gravest first. Empty exactly when it is not in our ledger.
    pub matches: Vec<Match>,
}

/// One claim recognised in a sentence, with everything it was recognised by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Match {
    /// The pattern (`protocols/article/*.toml`).
    pub pattern: String,
    /// What the ledger says of it.
    #[serde(serialize_with = "given")]
    pub verdict: Verdict,
    /// Ids of judged claims and of evidence it rests on.
    pub rests_on: Vec<String>,
    /// Whether the sentence says it or says no to it.
    pub denied: bool,
    /// The words that made the claim.
    pub words: Vec<Range<usize>>,
    /// The words that turned it into its opposite.
    pub turned_by: Vec<Range<usize>>,
}

/// What we say of a match.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Wording<'l> {
    /// Our statement, or the reason of a judgement.
    pub text: &'l str,
    /// Ids of the sources.
    pub sources: Vec<&'l str>,
    /// The page of Milkway that does the job of the claim, if one does.
    pub page: Option<&'l str>,
}

impl Checked {
    /// The findings, gravest first and then in the order of the article; what is not in our ledger comes last.
    #[must_use]
    pub fn by_gravity(&self) -> Vec<&Finding> {
        let mut findings: Vec<&Finding> = self.findings.iter().collect();
        findings.sort_by_key(|finding| (std::cmp::Reverse(finding.verdict), finding.range.start));
        findings
    }

    /// How many sentences have this verdict; None counts those that are not in our ledger.
    #[must_use]
    pub fn count(&self, verdict: Option<Verdict>) -> usize {
        self.findings.iter().filter(|finding| finding.verdict == verdict).count()
    }

    /// The words of a range.
    #[must_use]
    pub fn words(&self, range: &Range<usize>) -> &str {
        self.text.get(range.clone()).unwrap_or_default()
    }
}

impl Match {
    /// What we say of it: our statements first; reasons only where there is no statement.
    #[must_use]
    pub fn wordings<'l>(&self, ledger: &'l Ledger) -> Vec<Wording<'l>> {
        let page = self.rests_on.iter().find_map(|id| ledger.claim(id).and_then(|claim| claim.page.as_deref()));
        let statements = self.rests_on.iter().filter_map(|id| ledger.evidence(id));
        let mut wordings: Vec<Wording<'l>> =
            statements.map(|one| Wording { text: &one.statement, sources: ids(&one.sources), page }).collect();
        if wordings.is_empty() {
            let reasons = self.rests_on.iter().filter_map(|id| ledger.claim(id));
            wordings.extend(reasons.map(|one| Wording { text: &one.reason, sources: ids(&one.sources), page }));
        }
        wordings
    }
}

fn ids(sources: &[String]) -> Vec<&str> {
    sources.iter().map(String::as_str).collect()
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn given<S: Serializer>(verdict: &Verdict, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(verdict.word())
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn word<S: Serializer>(verdict: &Option<Verdict>, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(verdict.map_or("not-in-our-ledger", Verdict::word))
}
