//! The protocol and the ledger that are inside the binary, ready to use. Tests of other rooms read the same ones.

pub mod people;

use std::fmt;

use ledger::Ledger;
use protocol::compile::Compiled;

/// The protocol as it stands in the repository.
pub const PROTOCOL: &str = include_str!("../../../protocols/mastitis.protocol");
/// Its file name, for messages.
pub const PROTOCOL_FILE: &str = "protocols/mastitis.protocol";
const SOURCES: &str = include_str!("../../../protocols/sources.toml");
const EVIDENCE: &str = include_str!("../../../protocols/evidence.toml");
const CLAIMS: &str = include_str!("../../../protocols/claims.toml");

/// What is wrong with what ships: the build's own tests keep this from reaching anyone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken(String);

impl fmt::Display for Broken {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl std::error::Error for Broken {}

/// The shipped ledger.
///
/// # Errors
/// Every fault of the three files.
pub fn ledger() -> Result<Ledger, Broken> {
    Ledger::parse(SOURCES, EVIDENCE, CLAIMS)
        .map_err(|faults| Broken(faults.iter().map(|fault| format!("{fault}\n")).collect()))
}

/// The shipped protocol, compiled.
///
/// # Errors
/// Every fault of the text, with its place.
pub fn protocol(ledger: &Ledger) -> Result<Compiled, Broken> {
    compile(PROTOCOL, PROTOCOL_FILE, ledger)
}

/// Any protocol text, checked against the ledger and compiled.
///
/// # Errors
/// Every fault of the text, with its place.
pub fn compile(text: &str, file: &str, ledger: &Ledger) -> Result<Compiled, Broken> {
    let sources: Vec<&str> = ledger.sources().iter().map(|source| source.id.as_str()).collect();
    let read = protocol::parse(text, &sources);
    let read = read.map_err(|faults| Broken(faults.iter().map(|fault| fault.render(file, text)).collect()))?;
    protocol::compile(read, text).map_err(|error| Broken(error.to_string()))
}
