//! A sentence of an article, judged.

use crate::fault::{File, Trouble};
use crate::read::Item;
use crate::verdict::Verdict;
use serde::{Deserialize, Serialize};

/// One thing an article says, and what we say of it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
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
    /// The page of Milkway that does it. None exactly when the job is none.
    pub page: Option<String>,
}

impl Claim {
    /// Whether Milkway does something about it.
    #[must_use]
    pub fn has_job(&self) -> bool {
        !self.product_job.starts_with("none")
    }
}

impl Item for Claim {
    const FILE: File = File::Claims;

    fn id(&self) -> &str {
        &self.id
    }

    fn trouble(&self) -> Option<Trouble> {
        if self.page.is_some() != self.has_job() {
            return Some(Trouble::HalfDone { id: self.id.clone() });
        }
        self.sources.is_empty().then(|| Trouble::NoSources { id: self.id.clone() })
    }
}
