//! What is wrong with the files, for whoever edits them.

use std::fmt;
use thiserror::Error;

/// One fault with its place. Prints as `evidence.toml:12: …`, which editors can follow.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Error)]
#[error("{file}:{line}: {trouble}")]
pub struct Fault {
    /// In which file.
    pub file: File,
    /// On which line, from 1.
    pub line: usize,
    /// What is wrong.
    pub trouble: Trouble,
}

/// The files of a ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum File {
    /// Who wrote what.
    Sources,
    /// What we say.
    Evidence,
    /// What an article says.
    Claims,
    /// Where guidance disagrees.
    Disagreements,
    /// What rests on what we say.
    Rests,
}

/// What can be wrong.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Error)]
pub enum Trouble {
    /// The text is not TOML, or a field is missing, unknown or of the wrong kind.
    #[error("{0}")]
    Form(String),
    /// The file says that it is of another format.
    #[error("the first line must be `schema = \"{expected}\"`: this file is of another format")]
    Schema {
        /// What it must say.
        expected: &'static str,
    },
    /// No day by which the file is to be read again.
    #[error("the file needs a line `review_by = \"2027-11-22\"` (year, month, day): when it is to be read again")]
    NoReview,
    /// A strength that nobody can put into words.
    #[error("the strength of `{id}` has neither a letter (A, B, B-, C) nor `low`, `very low` or `legal`")]
    Strength {
        /// The entry's id.
        id: String,
    },
    /// A line that belongs to no entry.
    #[error("nothing reads `{key}` here")]
    Stray {
        /// The word before the equals sign or in the brackets.
        key: String,
    },
    /// The same id was given before.
    #[error("the id `{id}` was already given on line {first}")]
    Twice {
        /// The id.
        id: String,
        /// Where it was given first.
        first: usize,
    },
    /// An id that nothing has.
    #[error("`{id}` is not in {file}")]
    Dangling {
        /// The id.
        id: String,
        /// Where it should have been.
        file: File,
    },
    /// The same id stands twice in one list.
    #[error("`{id}` stands twice in this list")]
    Repeated {
        /// The id.
        id: String,
    },
    /// A statement or a judgement that rests on nothing.
    #[error("`{id}` cites no source")]
    NoSources {
        /// The entry's id.
        id: String,
    },
    /// A job without the page that does it, or a page without a job.
    #[error("`{id}` needs a `page` for its `product_job`, and none where the job is `none …`")]
    HalfDone {
        /// The claim's id.
        id: String,
    },
    /// A claim without a verdict, or a verdict without a claim.
    #[error("`{id}` needs both `claim` and `verdict`, or neither")]
    HalfJudged {
        /// The entry's id.
        id: String,
    },
}

impl File {
    /// Its name under `protocols/`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sources => "sources.toml",
            Self::Evidence => "evidence.toml",
            Self::Claims => "claims.toml",
            Self::Disagreements => "disagreements.toml",
            Self::Rests => "rests.toml",
        }
    }

    /// The format it must say it has.
    pub(crate) const fn schema(self) -> &'static str {
        match self {
            Self::Sources => "clinical-sources/1",
            Self::Evidence => "clinical-evidence/1",
            Self::Claims => "seed-claims/1",
            Self::Disagreements => "disagreements/1",
            Self::Rests => "rests/1",
        }
    }

    /// The word of its entries: in double brackets, or before a list of them.
    pub(crate) const fn entry(self) -> &'static str {
        match self {
            Self::Sources => "source",
            Self::Evidence => "entry",
            Self::Claims => "claim",
            Self::Disagreements => "disagreement",
            Self::Rests => "thing",
        }
    }
}

impl fmt::Display for File {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
