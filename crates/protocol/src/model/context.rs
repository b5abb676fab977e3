//! What is known about the situation: context is not ordered and never lowers a red flag.

use crate::text::Text;

/// One item of context.
#[derive(Debug, Clone)]
pub struct ContextItem {
    /// Its id, without `ctx.`.
    pub id: String,
    /// What it may be.
    pub kind: ContextKind,
    /// For reviewers.
    pub note: Option<Text>,
}

/// What an item of context may be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ContextKind {
    /// One of these words.
    Values(Vec<String>),
    /// A whole number in this range, or the word that stands for everything above it.
    Number {
        /// Smallest.
        min: u16,
        /// Largest.
        max: u16,
        /// The word for more than the largest.
        over: Option<String>,
    },
}

/// The number that stands for "more than the largest".
pub const OVER: u16 = u16::MAX;

impl ContextItem {
    /// The stored number of a word or number as it is written in a case, if it is allowed.
    #[must_use]
    pub fn value(&self, written: &str) -> Option<u16> {
        match &self.kind {
            ContextKind::Values(values) => {
                values.iter().position(|value| value == written).and_then(|at| u16::try_from(at).ok())
            }
            ContextKind::Number { over, .. } if over.as_deref() == Some(written) => Some(OVER),
            ContextKind::Number { min, max, .. } => written.parse().ok().filter(|number| (min..=max).contains(&number)),
        }
    }

    /// The word or number as it is written in a case.
    #[must_use]
    pub fn written(&self, value: u16) -> String {
        match &self.kind {
            ContextKind::Values(values) => values.get(usize::from(value)).cloned().unwrap_or_default(),
            ContextKind::Number { over, .. } if value == OVER => over.clone().unwrap_or_default(),
            ContextKind::Number { .. } => value.to_string(),
        }
    }

    /// What is allowed, in words for an error.
    #[must_use]
    pub fn allowed(&self) -> String {
        match &self.kind {
            ContextKind::Values(values) => {
                values.iter().map(|value| format!("`{value}`")).collect::<Vec<_>>().join(", ")
            }
            ContextKind::Number { min, max, over: None } => format!("a whole number from {min} to {max}"),
            ContextKind::Number { min, max, over: Some(word) } => {
                format!("a whole number from {min} to {max}, or `{word}`")
            }
        }
    }
}
