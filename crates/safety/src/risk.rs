//! How bad, how likely, and what follows from both. The form of the matrix is that used with DCB0129, from memory: whoever signs confirms it.

use serde::Deserialize;

/// How bad a harm is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Small and short.
    Minor,
    /// Small to many, or larger to one, and it passes.
    Significant,
    /// It needs treatment and passes.
    Considerable,
    /// It lasts.
    Major,
    /// Death or lasting severe harm.
    Catastrophic,
}

/// How likely a harm is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Likelihood {
    /// Hardly to be expected.
    VeryLow,
    /// Not expected, and possible.
    Low,
    /// Possible.
    Medium,
    /// To be expected now and then.
    High,
    /// To be expected often.
    VeryHigh,
}

impl Severity {
    /// Its word.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Minor => "minor",
            Self::Significant => "significant",
            Self::Considerable => "considerable",
            Self::Major => "major",
            Self::Catastrophic => "catastrophic",
        }
    }
}

impl Likelihood {
    /// Its word.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::VeryLow => "very low",
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
            Self::VeryHigh => "very high",
        }
    }
}

/// A risk: 1 and 2 are borne, 3 is borne with a reason, 4 and 5 are not borne.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Score(u8);

/// Rows by likelihood, very low first; columns by severity, minor first.
const MATRIX: [[u8; 5]; 5] = [[1, 1, 2, 2, 3], [1, 2, 2, 3, 4], [2, 2, 3, 3, 4], [2, 3, 3, 4, 5], [3, 4, 4, 5, 5]];

impl Score {
    /// What follows from both.
    #[must_use]
    pub const fn of(severity: Severity, likelihood: Likelihood) -> Self {
        Self(MATRIX[likelihood as usize][severity as usize])
    }

    /// 1 to 5.
    #[must_use]
    pub const fn number(self) -> u8 {
        self.0
    }

    /// Whether it may not be borne at all.
    #[must_use]
    pub const fn unacceptable(self) -> bool {
        self.0 >= 4
    }

    /// Whether it may be borne only with a reason.
    #[must_use]
    pub const fn needs_reason(self) -> bool {
        self.0 == 3
    }
}
