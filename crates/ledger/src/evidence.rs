//! A statement Milkway may make, with what it rests on.

use crate::fault::{File, Trouble};
use crate::read::Item;
use crate::strength::Strength;
use crate::verdict::Verdict;
use serde::{Deserialize, Serialize};

/// One statement.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// Its id.
    pub id: String,
    /// What it is about.
    pub topic: String,
    /// What we say.
    pub statement: String,
    /// The thing people say, where the statement corrects one.
    pub claim: Option<String>,
    /// What we say of that claim. There is a verdict exactly when there is a claim.
    pub verdict: Option<Verdict>,
    /// How good the evidence is: a SORT letter or GRADE word, with its qualification.
    pub strength: String,
    /// Ids of the sources.
    pub sources: Vec<String>,
    /// Who disagrees and about what. Empty: nobody we know of.
    pub disagreements: String,
    /// Whom it is written for.
    pub audience: Audience,
    /// How we know that the sources say so.
    pub basis: Basis,
}

/// Whom a statement is written for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Audience {
    /// Everybody.
    Both,
    /// The parent.
    Parent,
    /// Midwives, nurses, doctors, lactation consultants.
    Clinician,
}

/// How we know that the sources say so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// The core of it was read in a source's text.
    Verified,
    /// Some of it was read, some is professional knowledge.
    Mixed,
    /// Professional knowledge: to be checked before release.
    Memory,
}

impl Audience {
    /// The word in the data files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Both => "both",
            Self::Parent => "parent",
            Self::Clinician => "clinician",
        }
    }
}

impl Basis {
    /// The word in the data files, which is also its key in languages.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Verified => "verified",
            Self::Mixed => "mixed",
            Self::Memory => "memory",
        }
    }
}

impl Item for Evidence {
    const FILE: File = File::Evidence;

    fn id(&self) -> &str {
        &self.id
    }

    fn trouble(&self) -> Option<Trouble> {
        if self.claim.is_some() != self.verdict.is_some() {
            return Some(Trouble::HalfJudged { id: self.id.clone() });
        }
        if Strength::read(&self.strength).is_none() {
            return Some(Trouble::Strength { id: self.id.clone() });
        }
        self.sources.is_empty().then(|| Trouble::NoSources { id: self.id.clone() })
    }
}
