//! Rules and what stands beside them.

use super::finding::{FindingId, Subject};
use super::urgency::Urgency;
use super::when::{All, Any};
use crate::text::Text;

/// One rule: when all its tests hold, the urgency is at least this.
#[derive(Debug, Clone)]
pub struct Rule {
    /// Its id, such as `E15`.
    pub id: String,
    /// The urgency it sets.
    pub urgency: Urgency,
    /// Days for `within_days`.
    pub days: Option<u16>,
    /// Its tests: "this level or worse" only.
    pub when: All,
    /// Whose urgency it sets: the baby's when it tests a baby finding.
    pub subject: Subject,
    /// Whether it is off when there is no baby.
    pub needs_baby: bool,
    /// The reason, to her.
    pub say: Text,
    /// Lines it adds.
    pub advises: Vec<usize>,
    /// Whether its result shows the crisis line.
    pub crisis: bool,
    /// Where it comes from; never empty.
    pub sources: Vec<String>,
    /// For reviewers.
    pub note: Option<Text>,
}

/// A finding that counts as worse while something holds.
#[derive(Debug, Clone)]
pub struct Raise {
    /// The finding.
    pub finding: FindingId,
    /// The level it is raised to.
    pub level: u8,
    /// While one of these holds.
    pub when: Any,
    /// What she is told.
    pub say: Text,
    /// Where it comes from.
    pub sources: Vec<String>,
    /// For reviewers.
    pub note: Option<Text>,
}

/// A line that several rules add.
#[derive(Debug, Clone)]
pub struct Advice {
    /// Its id.
    pub id: String,
    /// What it says.
    pub say: Text,
    /// Where it comes from.
    pub sources: Vec<String>,
}

/// A line beside a result.
#[derive(Debug, Clone)]
pub struct Notice {
    /// Its id.
    pub id: String,
    /// While one of these holds.
    pub when: Any,
    /// What it says.
    pub say: Text,
    /// Where it comes from.
    pub sources: Vec<String>,
    /// For reviewers.
    pub note: Option<Text>,
}

/// Two answers that do not fit each other. Both keep their effect.
#[derive(Debug, Clone)]
pub struct Contradiction {
    /// Its id.
    pub id: String,
    /// While one of these holds.
    pub when: Any,
    /// What it says.
    pub say: Text,
}

/// Something this can be. Never a diagnosis, never part of urgency.
#[derive(Debug, Clone)]
pub struct Condition {
    /// Its id.
    pub id: String,
    /// Whose: ids that begin with `infant_` are the baby's.
    pub subject: Subject,
    /// Its plain name.
    pub name: Text,
    /// What speaks for it.
    pub favours: Vec<All>,
    /// What speaks against it.
    pub against: Vec<All>,
    /// What it is, in one sentence.
    pub say: Text,
    /// Where it comes from.
    pub sources: Vec<String>,
}
