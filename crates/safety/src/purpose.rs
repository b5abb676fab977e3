//! What Milkway is for, and what it is not for.

use serde::Deserialize;

/// The intended purpose.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Purpose {
    pub(crate) schema: String,
    /// Where it stands: not placed on the market, not reviewed.
    pub status: String,
    /// What it is for.
    pub statement: String,
    /// Who uses it.
    pub users: Vec<String>,
    /// Where and how it is used.
    pub environments: Vec<String>,
    /// What it may say of itself.
    pub claims: Vec<String>,
    /// What it is not for.
    pub exclusions: Vec<String>,
    /// Misuse that can be foreseen.
    pub misuse: Vec<String>,
    /// What rules and conditions are good for where no harm stands behind them.
    #[serde(rename = "benefit")]
    pub benefits: Vec<Benefit>,
    /// Where words that would claim too much may stand.
    #[serde(default)]
    pub allowed: Vec<Allowed>,
}

/// What a rule or a condition is good for.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Benefit {
    /// Its id: `B01`.
    pub id: String,
    /// What it is.
    pub what: String,
    /// Rules: ids, or `E01..E07`.
    #[serde(default)]
    pub rules: Vec<String>,
    /// Conditions.
    #[serde(default)]
    pub conditions: Vec<String>,
}

/// A place where words that would claim too much may stand.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Allowed {
    /// The file.
    #[serde(rename = "where")]
    pub place: String,
    /// The words around, as they stand there.
    pub words: String,
    /// Why.
    pub why: String,
}
