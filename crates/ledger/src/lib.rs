#![doc = include_str!("../README.md")]
#![warn(missing_docs)]

mod claim;
mod evidence;
mod fault;
mod lines;
mod links;
mod read;
mod shelf;
mod short_name;
mod source;
mod verdict;

pub use claim::Claim;
pub use evidence::{Audience, Basis, Evidence};
pub use fault::{Fault, File, Trouble};
pub use source::{Kind, Source};
pub use verdict::Verdict;

use shelf::Shelf;

/// Sources, evidence and claims that agree with each other.
#[derive(Debug, Clone)]
pub struct Ledger {
    sources: Shelf<Source>,
    evidence: Shelf<Evidence>,
    claims: Shelf<Claim>,
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
                sources: Shelf::new(sources.items),
                evidence: Shelf::new(evidence.items),
                claims: Shelf::new(claims.items),
            })
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

    /// Which of these ids no source has: for whoever cites from outside, such as a protocol.
    #[must_use]
    pub fn unknown_sources<'a>(&self, ids: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
        ids.into_iter().filter(|id| self.source(id).is_none()).collect()
    }
}
