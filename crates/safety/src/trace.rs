//! What holds the traces together where they cannot be worked out: tests that reach every rule, and what is left aside with a reason.

use serde::Deserialize;

/// The file.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trace {
    pub(crate) schema: String,
    /// Tests that reach every rule.
    #[serde(rename = "rule_test")]
    pub rule_tests: Vec<RuleTest>,
    /// Findings that no rule reads.
    #[serde(default)]
    pub unread: Vec<Unread>,
    /// Sources on which nothing rests.
    #[serde(default)]
    pub unused: Vec<Unused>,
}

/// A test that reaches every rule.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleTest {
    /// A letter, for tables.
    pub key: String,
    /// The test: `FILE::NAME`.
    pub test: String,
    /// What it holds.
    pub what: String,
    /// Words that stand in it while it goes through every rule.
    pub loops: Option<String>,
    /// A file with a row for each rule.
    pub rows: Option<String>,
}

/// A finding that no rule reads.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unread {
    /// Its id.
    pub finding: String,
    /// Why.
    pub reason: String,
}

/// A source on which nothing rests.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unused {
    /// Its id.
    pub source: String,
    /// Why it is kept.
    pub reason: String,
}
