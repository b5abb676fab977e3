//! Who wrote what.

use crate::evidence::Audience;
use crate::fault::{File, Trouble};
use crate::read::Item;
use crate::short_name::short_name;
use serde::{Deserialize, Serialize};

/// One source: a paper, a guideline, a page, a label.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Its id, by which everything else cites it.
    pub id: String,
    /// Its title.
    pub title: String,
    /// People or bodies.
    pub authors: String,
    /// Year of the edition meant.
    pub year: u16,
    /// What kind of thing it is.
    pub kind: Kind,
    /// What it says or found, in our words.
    pub what: String,
    /// Whom that is written for; none: everybody.
    pub what_for: Option<Audience>,
    /// Whether its own text or abstract was read.
    pub verified: bool,
    /// How much of it was read.
    pub seen: String,
    /// Journal, volume, pages.
    pub citation: Option<String>,
    /// Digital object identifier, without the resolver.
    pub doi: Option<String>,
    /// Number in `PubMed`.
    pub pmid: Option<String>,
    /// Number in `PubMed` Central, with its `PMC`.
    pub pmc: Option<String>,
    /// Of a book.
    pub isbn: Option<String>,
    /// Where it can be read.
    pub url: Option<String>,
    /// Why it stays although nothing cites it. None: something does.
    pub kept_for: Option<String>,
}

/// What kind of thing a source is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// What a professional body tells its members to do.
    Guideline,
    /// A Cochrane review.
    Cochrane,
    /// Another review that says how it searched.
    SystematicReview,
    /// A randomised trial.
    Rct,
    /// People followed or counted.
    Cohort,
    /// What a health service tells everybody.
    PublicHealthPage,
    /// A medicine's label or monograph.
    Label,
    /// An opinion, a review without a search, a news page.
    Commentary,
}

impl Kind {
    /// The word in the data files, which is also its key in languages.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Guideline => "guideline",
            Self::Cochrane => "cochrane",
            Self::SystematicReview => "systematic-review",
            Self::Rct => "rct",
            Self::Cohort => "cohort",
            Self::PublicHealthPage => "public-health-page",
            Self::Label => "label",
            Self::Commentary => "commentary",
        }
    }
}

impl Source {
    /// A few letters for a chip: the id, spelled as people spell it. See the crate's `short_name` module for the rule.
    #[must_use]
    pub fn short_name(&self) -> String {
        short_name(&self.id, &self.authors)
    }

    /// Where to read it: the most lasting address it has.
    #[must_use]
    pub fn address(&self) -> Option<String> {
        let doi = self.doi.as_ref().map(|doi| format!("https://doi.org/{doi}"));
        let pmid = self.pmid.as_ref().map(|pmid| format!("https://pubmed.ncbi.nlm.nih.gov/{pmid}/"));
        let pmc = self.pmc.as_ref().map(|pmc| format!("https://pmc.ncbi.nlm.nih.gov/articles/{pmc}/"));
        doi.or(pmid).or(pmc).or_else(|| self.url.clone())
    }
}

impl Item for Source {
    const FILE: File = File::Sources;

    fn id(&self) -> &str {
        &self.id
    }

    fn trouble(&self) -> Option<Trouble> {
        None
    }
}
