//! How a household counts and measures.

use serde::{Deserialize, Serialize};

use super::amount::Unit;

/// Settings of a household.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Whose emergency numbers and medicine labels are shown; empty until chosen.
    pub region: String,
    /// The zone of home.
    pub zone: String,
    /// From where "since the last feed" is counted.
    pub since: Since,
    /// Whether a bottle alone counts as a feed there.
    pub count_bottles: bool,
    /// What people type amounts of milk in.
    pub volume: Unit,
    /// Weights.
    pub mass: Unit,
    /// Temperatures.
    pub temperature: Unit,
    /// Lengths.
    pub length: Unit,
}

/// From where "since the last feed" is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Since {
    Start,
    End,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            region: String::new(),
            zone: "UTC".to_owned(),
            since: Since::Start,
            count_bottles: true,
            volume: Unit::Ml,
            mass: Unit::G,
            temperature: Unit::C,
            length: Unit::Cm,
        }
    }
}
