//! The safety file: what Milkway is for, what can go wrong, what stands against it. Read from text and held to its form.
//!
//! Whether a test, a rule or a paper that it names is really there is looked up by `cargo xtask safety`.

mod figures;
mod hazard;
mod purpose;
mod risk;
mod trace;

pub use figures::Figures;
pub use hazard::{Control, Hazard, Kind};
pub use purpose::{Allowed, Benefit, Purpose};
pub use risk::{Likelihood, Score, Severity};
pub use trace::{RuleTest, Trace, Unread, Unused};

use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::sync::OnceLock;
use thiserror::Error;

/// Where the files stand in the repository.
pub const PURPOSE: &str = "safety/intended_purpose.toml";
/// The hazards.
pub const HAZARDS: &str = "safety/hazards.toml";
/// What holds the traces together.
pub const TRACE: &str = "safety/trace.toml";

/// A file that cannot be read: which one, and what is wrong there.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{file}: {what}")]
pub struct Fault {
    /// The file.
    pub file: &'static str,
    /// What is wrong.
    pub what: String,
}

/// The whole file.
#[derive(Debug, Clone)]
pub struct Safety {
    /// What it is for.
    pub purpose: Purpose,
    /// What can go wrong, in the order of the ids.
    pub hazards: Vec<Hazard>,
    /// What holds the traces together.
    pub trace: Trace,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HazardFile {
    schema: String,
    hazard: Vec<Hazard>,
}

impl Safety {
    /// Reads the three texts.
    ///
    /// # Errors
    /// A text that is not TOML, a field that is missing, unknown or of the wrong kind, another format.
    pub fn parse(purpose: &str, hazards: &str, trace: &str) -> Result<Self, Fault> {
        let purpose: Purpose = read(PURPOSE, purpose)?;
        format(PURPOSE, &purpose.schema, "milkway-intended-purpose/1")?;
        let hazards: HazardFile = read(HAZARDS, hazards)?;
        format(HAZARDS, &hazards.schema, "milkway-hazards/1")?;
        let trace: Trace = read(TRACE, trace)?;
        format(TRACE, &trace.schema, "milkway-trace/1")?;
        Ok(Self { purpose, hazards: hazards.hazard, trace })
    }
}

/// The safety file that is inside the binary.
///
/// # Errors
/// Its faults: the build's own tests keep them from reaching anyone.
pub fn shipped() -> Result<&'static Safety, &'static Fault> {
    static SHIPPED: OnceLock<Result<Safety, Fault>> = OnceLock::new();
    let read = || {
        Safety::parse(
            include_str!("../../../safety/intended_purpose.toml"),
            include_str!("../../../safety/hazards.toml"),
            include_str!("../../../safety/trace.toml"),
        )
    };
    SHIPPED.get_or_init(read).as_ref()
}

/// The figures of the proof that is recorded beside the rules.
#[must_use]
pub fn figures() -> Figures {
    Figures::read(include_str!("../../../protocols/mastitis/recorded"))
}

fn read<T: DeserializeOwned>(file: &'static str, text: &str) -> Result<T, Fault> {
    toml::from_str(text).map_err(|fault| Fault { file, what: fault.to_string() })
}

fn format(file: &'static str, found: &str, expected: &str) -> Result<(), Fault> {
    if found == expected {
        return Ok(());
    }
    Err(Fault { file, what: format!("the schema is `{found}`; this version reads `{expected}`") })
}
