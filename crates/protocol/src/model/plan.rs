//! The relief plan and its limits.

use super::when::{All, Any};
use crate::text::Text;

/// A column of the relief plan.
#[derive(Debug, Clone)]
pub struct Situation {
    /// Its id.
    pub id: String,
    /// A short plain phrase.
    pub name: Text,
    /// While one of these holds.
    pub when: Any,
}

/// What the plan says of a step in one situation, mildest caution first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Mark {
    /// Offered.
    Offered,
    /// Optional comfort.
    Optional,
    /// Not offered until unlocked.
    Locked,
    /// Offered as a slow reduction.
    Slow,
    /// Not offered.
    Absent,
    /// Actively warned against.
    Warned,
}

impl Mark {
    /// All marks, least cautious first.
    pub const ALL: [Self; 6] = [Self::Offered, Self::Optional, Self::Locked, Self::Slow, Self::Absent, Self::Warned];

    /// Its word in the protocol.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Offered => "offered",
            Self::Optional => "optional",
            Self::Locked => "locked",
            Self::Slow => "slow",
            Self::Absent => "absent",
            Self::Warned => "warned",
        }
    }
}

/// A row of the relief plan.
#[derive(Debug, Clone)]
pub struct Step {
    /// Its id.
    pub id: String,
    /// What to do.
    pub name: Text,
    /// Why.
    pub why: Text,
    /// Mark and words for each situation, in the order of the situations.
    pub marks: Vec<(Mark, Option<Text>)>,
    /// Words that are added while something holds.
    pub cautions: Vec<(All, Text)>,
    /// The session that leads through it.
    pub session: Option<String>,
    /// Where it comes from.
    pub sources: Vec<String>,
    /// For reviewers.
    pub note: Option<Text>,
}

/// What closes sessions.
#[derive(Debug, Clone)]
pub struct Gate {
    /// Its id.
    pub id: String,
    /// The sessions behind it.
    pub opens: Vec<String>,
    /// What closes it, each with its reason.
    pub closed: Vec<(All, Text)>,
    /// Its numbers.
    pub limits: Vec<(String, i64)>,
    /// Where it comes from.
    pub sources: Vec<String>,
    /// For reviewers.
    pub note: Option<Text>,
}

/// A stop condition of every session.
#[derive(Debug, Clone)]
pub struct Stop {
    /// Its id.
    pub id: String,
    /// What it says.
    pub say: Text,
}

/// A limit of sessions.
#[derive(Debug, Clone)]
pub struct Limit {
    /// Its id, unit last.
    pub id: String,
    /// Its number.
    pub value: i64,
    /// What it says.
    pub say: Text,
    /// Where it comes from.
    pub sources: Vec<String>,
    /// For reviewers.
    pub note: Option<Text>,
}

/// What to do with the milk of a side.
#[derive(Debug, Clone)]
pub struct Hold {
    /// Its id.
    pub id: String,
    /// While one of these holds; empty: when no other hold does.
    pub when: Any,
    /// What it says.
    pub say: Text,
    /// Where it comes from.
    pub sources: Vec<String>,
}

/// The active substance of a painkiller. Whatever contains it counts toward its limits, under any name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Substance {
    /// Ibuprofen, a drug of the NSAID kind.
    Ibuprofen,
    /// Paracetamol, which is called acetaminophen in the US and in Canada.
    Paracetamol,
}

impl Substance {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 2] = [Self::Ibuprofen, Self::Paracetamol];

    /// Its word in the protocol and in formats: one id for both names of paracetamol.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Ibuprofen => "ibuprofen",
            Self::Paracetamol => "paracetamol",
        }
    }

    /// Reads its word.
    #[must_use]
    pub fn named(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.id() == id)
    }

    /// Whether it is a drug of the ibuprofen kind (NSAID): two of those are never taken together (section g).
    #[must_use]
    pub const fn is_nsaid(self) -> bool {
        matches!(self, Self::Ibuprofen)
    }
}

/// A painkiller and its label limits. Without [`Medicine::dose_mg`] it is a ceiling over all products with its substance.
#[derive(Debug, Clone)]
pub struct Medicine {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// The substance that its limits are about.
    pub contains: Substance,
    /// Regions whose label this is.
    pub regions: Vec<String>,
    /// One dose, from and to.
    pub dose_mg: Option<(u32, u32)>,
    /// One tablet.
    pub unit_mg: Option<u32>,
    /// Least gap between doses.
    pub gap_hours: Option<u32>,
    /// Longer gap after a larger dose: from so many mg, so many hours.
    pub gap_hours_after: Option<(u32, u32)>,
    /// Most in any 24 hours.
    pub most_mg_24h: Option<u32>,
    /// Longest use without advice, in words.
    pub longest: Option<Text>,
    /// Longest use without advice, for pain or for whatever reason.
    pub longest_days: Option<u32>,
    /// Longest use for a fever without advice, where the label sets it apart.
    pub longest_days_fever: Option<u32>,
    /// What she is told beside it.
    pub say: Option<Text>,
    /// What to do once a limit was passed.
    pub over: Option<Text>,
    /// Where it comes from.
    pub sources: Vec<String>,
    /// For reviewers.
    pub note: Option<Text>,
}

/// A reason to ask before a painkiller.
#[derive(Debug, Clone)]
pub struct Caution {
    /// Its id.
    pub id: String,
    /// Ids of the medicines that it concerns.
    pub medicines: Vec<String>,
    /// What it says.
    pub say: Text,
    /// Where it comes from.
    pub sources: Vec<String>,
    /// For reviewers.
    pub note: Option<Text>,
}

/// A medicine that is never offered.
#[derive(Debug, Clone)]
pub struct Never {
    /// Its id.
    pub id: String,
    /// What it says.
    pub say: Text,
    /// Where it comes from.
    pub sources: Vec<String>,
}

/// An item of the prevention plan.
#[derive(Debug, Clone)]
pub struct Prevention {
    /// Its id.
    pub id: String,
    /// Left out without a baby.
    pub needs_baby: bool,
    /// What it says.
    pub say: Text,
    /// Where it comes from.
    pub sources: Vec<String>,
    /// For reviewers.
    pub note: Option<Text>,
}

/// A table of numbers, as it is read aloud.
#[derive(Debug, Clone)]
pub struct Reading {
    /// Its id.
    pub id: String,
    /// Names of the columns, units last.
    pub columns: Vec<String>,
    /// Rows of words.
    pub rows: Vec<Vec<String>>,
    /// Where it comes from.
    pub sources: Vec<String>,
    /// For reviewers.
    pub notes: Vec<Text>,
}
