//! What we say of a claim.

use serde::{Deserialize, Serialize};
use std::fmt;

/// The five things that can be said of a claim, from the kindest to the gravest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// The evidence agrees.
    Supported,
    /// Partly right, or right for some people.
    Mixed,
    /// Nobody has shown it.
    Unsupported,
    /// The evidence says otherwise.
    Contradicted,
    /// Following it can hurt someone.
    Harmful,
}

impl Verdict {
    /// Every verdict, from the kindest to the gravest.
    pub const ALL: [Self; 5] = [Self::Supported, Self::Mixed, Self::Unsupported, Self::Contradicted, Self::Harmful];

    /// The word in the data files, which is also its key in pages and languages.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Supported => "supported",
            Self::Mixed => "mixed",
            Self::Unsupported => "unsupported",
            Self::Contradicted => "contradicted",
            Self::Harmful => "harmful",
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}
