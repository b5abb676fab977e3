//! What Milkway does, and the statements that it rests on.

use crate::fault::{File, Trouble};
use crate::read::Item;
use serde::Deserialize;

/// A rule, a step, a session, a limit or another block, by its name, with what it rests on.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Resting {
    /// `KIND:ID`, as a guide names blocks of the protocol: `rule:D05`. Whether there is such a block is for whoever has the protocol.
    pub id: String,
    /// Ids of the statements. Empty: looked for, and no statement says it.
    pub evidence: Vec<String>,
}

impl Item for Resting {
    const FILE: File = File::Rests;

    fn id(&self) -> &str {
        &self.id
    }

    fn trouble(&self) -> Option<Trouble> {
        None
    }
}
