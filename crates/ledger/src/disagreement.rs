//! Where guidance disagrees, and what Milkway does meanwhile.

use crate::evidence::Audience;
use crate::fault::{File, Trouble};
use crate::read::Item;
use serde::{Deserialize, Serialize};

/// One question on which sources that we trust do not agree.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Disagreement {
    /// Its id.
    pub id: String,
    /// The question, as the specification heads it.
    pub head: String,
    /// The question, as someone would ask it.
    pub ask: String,
    /// Who says what, one position each.
    pub positions: Vec<String>,
    /// What Milkway does, as the specification says it.
    pub default: String,
    /// Why it does that, as the specification says it.
    pub why: String,
    /// What Milkway does, as pages say it.
    pub we: String,
    /// Why it does that, as pages say it.
    pub because: String,
    /// Sources named for the reason alone; those of the positions are those of the statements.
    pub sources: Vec<String>,
    /// Ids of the statements that it is about.
    pub evidence: Vec<String>,
    /// Whom it is written for.
    pub audience: Audience,
}

impl Item for Disagreement {
    const FILE: File = File::Disagreements;

    fn id(&self) -> &str {
        &self.id
    }

    fn trouble(&self) -> Option<Trouble> {
        self.evidence.is_empty().then(|| Trouble::NoSources { id: self.id.clone() })
    }
}
