//! What is there: rules, sources, the safety file, the names of all tests. Read from the tree, so that a copy can be spoiled in a test.

use crate::safety::named::Named;
use crate::tree::Tree;
use ledger::Ledger;
use protocol::model::Protocol;
use safety::Safety;
use std::collections::BTreeSet;

/// Where the rules stand.
pub(super) const PROTOCOL: &str = shipped::PROTOCOL_FILE;
/// Where the proof is told.
const PROOF: &str = "docs/proof.md";

/// Everything that is read.
pub(super) struct Given<'t> {
    pub(super) tree: &'t Tree,
    pub(super) ledger: Ledger,
    pub(super) protocol: Protocol,
    pub(super) fingerprint: String,
    pub(super) safety: Safety,
    pub(super) tests: Named,
    /// Names of the statements that the proof says hold.
    pub(super) proved: BTreeSet<String>,
}

impl<'t> Given<'t> {
    /// Reads; every fault when a file is missing or broken.
    pub(super) fn read(tree: &'t Tree) -> Result<Self, Vec<String>> {
        let text = |path: &str| tree.get(path).ok_or_else(|| vec![format!("{path} is missing")]);
        let told = |faults: &[ledger::Fault]| faults.iter().map(ToString::to_string).collect::<Vec<_>>();
        let ledger = Ledger::parse(
            text("protocols/sources.toml")?,
            text("protocols/evidence.toml")?,
            text("protocols/claims.toml")?,
        );
        let ledger = ledger.map_err(|faults| told(&faults))?;
        let compiled = shipped::compile(text(PROTOCOL)?, PROTOCOL, &ledger);
        let compiled = compiled.map_err(|broken| vec![broken.to_string()])?;
        let safety = Safety::parse(text(safety::PURPOSE)?, text(safety::HAZARDS)?, text(safety::TRACE)?);
        let safety = safety.map_err(|fault| vec![fault.to_string()])?;
        Ok(Self {
            tree,
            ledger,
            fingerprint: compiled.fingerprint,
            protocol: compiled.protocol,
            safety,
            tests: Named::of(tree),
            proved: proved(text(PROOF)?),
        })
    }
}

/// `| I1 | … | holds |` and `| sepsis_alone (I4) | … | holds |`
fn proved(page: &str) -> BTreeSet<String> {
    let rows = page.lines().filter(|line| line.ends_with("| holds |"));
    let names = rows.filter_map(|line| line.split('|').nth(1)?.split_ascii_whitespace().next());
    names.map(str::to_owned).collect()
}
