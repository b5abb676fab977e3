//! Tests: the only sentences a rule may say about the answers.

use super::finding::FindingId;

/// One test. Rules may use only the first six; the others are open to notices and contradictions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Test {
    /// A finding at this level or worse.
    AtLeast(FindingId, u8),
    /// A derived term holds.
    Term(usize),
    /// At least this many signs of a count.
    Count(usize, u8),
    /// A number of the context is below this; unknown holds.
    ContextUnder(usize, u16),
    /// A number of the context is at most this; unknown holds.
    ContextAtMost(usize, u16),
    /// A word of the context; unknown does not hold.
    ContextIs(usize, u16),
    /// A derived term does not hold. Not in rules.
    NoTerm(usize),
    /// A finding milder than this level. Not in rules.
    Milder(FindingId, u8),
    /// A number of the context is at least this; unknown does not hold. Not in rules.
    ContextAtLeast(usize, u16),
}

/// Tests that must all hold.
pub type All = Vec<Test>;
/// Alternatives, one of which must hold. None: never.
pub type Any = Vec<All>;

/// A derived term: a name for alternatives.
#[derive(Debug, Clone)]
pub struct Term {
    /// Its id.
    pub id: String,
    /// When it holds.
    pub when: Any,
}

/// A count: how many of these hold.
#[derive(Debug, Clone)]
pub struct Count {
    /// Its id.
    pub id: String,
    /// The signs.
    pub of: Vec<Test>,
}
