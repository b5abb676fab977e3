//! A sentence of an article, judged.

use crate::fault::{File, Trouble};
use crate::read::Item;
use crate::verdict::Verdict;
use serde::Deserialize;

/// One thing an article says, and what we say of it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// Its id.
    pub id: String,
    /// Where in the article it stands.
    pub section: String,
    /// What the article says, in our words.
    pub claim: String,
    /// What we say of it.
    pub verdict: Verdict,
    /// Why, in two sentences.
    pub reason: String,
    /// Ids of the sources.
    pub sources: Vec<String>,
    /// Ids of the statements it is judged by.
    pub evidence: Vec<String>,
    /// What Milkway does about it.
    pub product_job: String,
}

impl Item for Claim {
    const FILE: File = File::Claims;

    fn id(&self) -> &str {
        &self.id
    }

    fn trouble(&self) -> Option<Trouble> {
        self.sources.is_empty().then(|| Trouble::NoSources { id: self.id.clone() })
    }
}
