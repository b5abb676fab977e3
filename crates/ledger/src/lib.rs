#![doc = include_str!("../README.md")]
#![warn(missing_docs)]

mod baby;
mod claim;
mod disagreement;
mod evidence;
mod export;
mod fault;
pub mod find;
mod lines;
mod links;
mod read;
mod resting;
mod shelf;
mod short_name;
mod source;
mod strength;
mod upkeep;
mod verdict;

pub use baby::speaks_of_a_baby;
pub use claim::Claim;
pub use disagreement::Disagreement;
pub use evidence::{Audience, Basis, Evidence};
pub use export::Export;
pub use fault::{Fault, File, Trouble};
pub use read::is_day;
pub use resting::Resting;
pub use source::{Kind, Source};
pub use strength::{Letter, Strength};
pub use upkeep::Due;
pub use verdict::Verdict;

use read::Item;
use shelf::Shelf;

/// Sources, evidence and claims that agree with each other.
#[derive(Debug, Clone)]
pub struct Ledger {
    sources: Shelf<Source>,
    evidence: Shelf<Evidence>,
    claims: Shelf<Claim>,
    disagreements: Shelf<Disagreement>,
    rests: Shelf<Resting>,
    reviews: Vec<(File, String)>,
}

impl Ledger {
    /// Reads the three texts and checks every reference between them.
    ///
    /// # Errors
    /// Every fault found, ordered by file and line. Half a ledger is never given out.
    pub fn parse(sources_toml: &str, evidence_toml: &str, claims_toml: &str) -> Result<Self, Vec<Fault>> {
        let sources = read::page::<Source>(sources_toml);
        let evidence = read::page::<Evidence>(evidence_toml);
        let claims = read::page::<Claim>(claims_toml);

        let mut faults = links::faults(&sources.rows, &evidence.rows, &claims.rows);
        faults.extend(sources.faults);
        faults.extend(evidence.faults);
        faults.extend(claims.faults);
        if faults.is_empty() {
            Ok(Self {
                reviews: vec![
                    (File::Sources, sources.review_by),
                    (File::Evidence, evidence.review_by),
                    (File::Claims, claims.review_by),
                ],
                disagreements: Shelf::new(Vec::new()),
                rests: Shelf::new(Vec::new()),
                sources: Shelf::new(sources.items),
                evidence: Shelf::new(evidence.items),
                claims: Shelf::new(claims.items),
            })
        } else {
            faults.sort();
            Err(faults)
        }
    }

    /// The same ledger with the places where guidance disagrees.
    ///
    /// # Errors
    /// Every fault of that file, ordered by line.
    pub fn with_disagreements(mut self, disagreements_toml: &str) -> Result<Self, Vec<Fault>> {
        self.disagreements = self.beside(disagreements_toml)?;
        Ok(self)
    }

    /// The same ledger with what rests on its statements.
    ///
    /// # Errors
    /// Every fault of that file, ordered by line. Whether the things that it names are there is for whoever has them.
    pub fn with_rests(mut self, rests_toml: &str) -> Result<Self, Vec<Fault>> {
        self.rests = self.beside(rests_toml)?;
        Ok(self)
    }

    /// A file that points into the ledger, and the day of its review.
    fn beside<T: Item>(&mut self, text: &str) -> Result<Shelf<T>, Vec<Fault>> {
        let page = read::page::<T>(text);
        let mut faults = page.faults;
        faults.extend(links::faults_beside(T::FILE, &page.rows, self.sources(), self.all_evidence()));
        if faults.is_empty() {
            self.reviews.push((T::FILE, page.review_by));
            Ok(Shelf::new(page.items))
        } else {
            faults.sort();
            Err(faults)
        }
    }

    /// The source with this id.
    #[must_use]
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.get(id)
    }

    /// The statement with this id.
    #[must_use]
    pub fn evidence(&self, id: &str) -> Option<&Evidence> {
        self.evidence.get(id)
    }

    /// The judged claim with this id.
    #[must_use]
    pub fn claim(&self, id: &str) -> Option<&Claim> {
        self.claims.get(id)
    }

    /// All sources, in the order of their file.
    #[must_use]
    pub fn sources(&self) -> &[Source] {
        self.sources.all()
    }

    /// All statements, in the order of their file.
    #[must_use]
    pub fn all_evidence(&self) -> &[Evidence] {
        self.evidence.all()
    }

    /// All judged claims, in the order of the article.
    #[must_use]
    pub fn claims(&self) -> &[Claim] {
        self.claims.all()
    }

    /// All places where guidance disagrees, in the order of their file.
    #[must_use]
    pub fn disagreements(&self) -> &[Disagreement] {
        self.disagreements.all()
    }

    /// Everything of which it is known what it rests on, in the order of its file.
    #[must_use]
    pub fn rests(&self) -> &[Resting] {
        self.rests.all()
    }

    /// What the thing with this name rests on, `rule:D05`; none: nobody has looked.
    #[must_use]
    pub fn resting(&self, name: &str) -> Option<&Resting> {
        self.rests.get(name)
    }

    /// The sources behind a disagreement: its own, then those of its statements, each once.
    #[must_use]
    pub fn sources_of<'l>(&'l self, one: &'l Disagreement) -> Vec<&'l String> {
        let statements = one.evidence.iter().filter_map(|id| self.evidence(id));
        let mut all: Vec<&String> = Vec::new();
        for id in one.sources.iter().chain(statements.flat_map(|entry| &entry.sources)) {
            if !all.contains(&id) {
                all.push(id);
            }
        }
        all
    }

    /// The day by which each file is to be read again.
    #[must_use]
    pub fn reviews(&self) -> &[(File, String)] {
        &self.reviews
    }

    /// A text of the ledger with the short names of sources in the place of their ids.
    #[must_use]
    pub fn with_names(&self, text: &str) -> String {
        let in_id = |c: char| c.is_ascii_alphanumeric() || c == '-';
        let mut out = String::new();
        let mut rest = text;
        while let Some(start) = rest.find(in_id) {
            let (before, from) = rest.split_at(start);
            let end = from.find(|c| !in_id(c)).unwrap_or(from.len());
            let (word, after) = from.split_at(end);
            out.push_str(before);
            out.push_str(&self.source(word).map_or_else(|| word.to_owned(), Source::short_name));
            rest = after;
        }
        out + rest
    }

    /// Which of these ids no source has: for whoever cites from outside, such as a protocol.
    #[must_use]
    pub fn unknown_sources<'a>(&self, ids: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
        ids.into_iter().filter(|id| self.source(id).is_none()).collect()
    }
}
