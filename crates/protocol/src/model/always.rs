//! Statements about the whole protocol: what must hold for everybody. They decide nothing; they are proved.

use super::finding::{FindingId, Subject};
use super::urgency::Urgency;
use super::when::Any;
use crate::text::Text;

/// One statement: whoever is in its situation is never told less, or never passes a gate.
#[derive(Debug, Clone)]
pub struct Always {
    /// Its id.
    pub id: String,
    /// What it promises, in a sentence.
    pub say: Text,
    /// The situation: one of these holds …
    pub when: Any,
    /// … or one of these was answered "not sure".
    pub unsure: Vec<FindingId>,
    /// What is promised.
    pub promise: Promise,
    /// Where it comes from.
    pub sources: Vec<String>,
    /// For reviewers.
    pub note: Option<Text>,
}

/// What a statement promises.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Promise {
    /// This patient's urgency is at least this.
    AtLeast(Subject, Urgency),
    /// This gate is closed. Here, as at the gate, "not sure" counts as the worst level.
    Closed(usize),
}
