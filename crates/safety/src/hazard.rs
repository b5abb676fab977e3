//! What can go wrong.

use crate::risk::{Likelihood, Score, Severity};
use serde::Deserialize;

/// One hazard.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hazard {
    /// Its id, which never changes: `H01`.
    pub id: String,
    /// What happens, in a sentence.
    pub title: String,
    /// What brings it about.
    pub causes: Vec<String>,
    /// What it does to whom.
    pub harm: String,
    /// How bad the harm is.
    pub severity: Severity,
    /// How likely it is without the controls.
    pub before: Likelihood,
    /// How likely it is with them; none while the part of the product does not exist.
    pub after: Option<Likelihood>,
    /// Why a residual risk that is not small is borne.
    pub accepted_because: Option<String>,
    /// Rules that stand against it: ids, or `E01..E07`.
    #[serde(default)]
    pub rules: Vec<String>,
    /// Conditions that are named because of it.
    #[serde(default)]
    pub conditions: Vec<String>,
    /// Whether the part of the product that it speaks of exists.
    #[serde(default = "yes")]
    pub built: bool,
    /// What is still open.
    #[serde(default)]
    pub open: Vec<String>,
    /// What stands against it.
    #[serde(default, rename = "control")]
    pub controls: Vec<Control>,
}

const fn yes() -> bool {
    true
}

/// Something that stands against a hazard.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Control {
    /// What it does.
    pub what: String,
    /// How it works.
    pub kind: Kind,
    /// What shows that it is there: `test:FILE::NAME`, `rule:E15`, `statement:ID`, `gate:ID`, `limit:ID`, `hold:ID`, `paper:FILE`.
    pub by: Vec<String>,
}

/// How a control works, the stronger first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// It cannot happen that way.
    Design,
    /// It is caught.
    Protection,
    /// She is told.
    Information,
}

impl Kind {
    /// Its word.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Design => "design",
            Self::Protection => "protection",
            Self::Information => "information",
        }
    }
}

impl Hazard {
    /// The risk without the controls.
    #[must_use]
    pub const fn initial(&self) -> Score {
        Score::of(self.severity, self.before)
    }

    /// The risk that is left; none while the part of the product does not exist.
    #[must_use]
    pub fn residual(&self) -> Option<Score> {
        self.after.map(|after| Score::of(self.severity, after))
    }
}
