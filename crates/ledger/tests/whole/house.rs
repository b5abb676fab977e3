//! The files that ship.

use ledger::Ledger;

pub const SOURCES: &str = include_str!("../../../../protocols/sources.toml");
pub const EVIDENCE: &str = include_str!("../../../../protocols/evidence.toml");
pub const CLAIMS: &str = include_str!("../../../../protocols/claims.toml");
pub const DISAGREEMENTS: &str = include_str!("../../../../protocols/disagreements.toml");
pub const RESTS: &str = include_str!("../../../../protocols/rests.toml");

pub fn shipped() -> Ledger {
    of(SOURCES)
}

/// The ledger with other sources.
pub fn of(sources: &str) -> Ledger {
    let read = Ledger::parse(sources, EVIDENCE, CLAIMS)
        .and_then(|ledger| ledger.with_disagreements(DISAGREEMENTS))
        .and_then(|ledger| ledger.with_rests(RESTS));
    read.unwrap_or_else(|faults| panic!("{}", faults.iter().map(|fault| format!("{fault}\n")).collect::<String>()))
}
