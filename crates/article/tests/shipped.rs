//! The patterns that ship.

use ledger::Ledger;

fn ledger() -> Ledger {
    shipped::ledger().unwrap_or_else(|broken| panic!("{broken}"))
}

#[test]
fn every_judged_claim_and_statement_has_a_pattern() {
    let ledger = ledger();
    let checker = shipped::checker(&ledger).unwrap_or_else(|broken| panic!("{broken}"));
    let covered = checker.covered();
    let claims = ledger.claims().iter().map(|claim| claim.id.as_str());
    let judged = ledger.all_evidence().iter().filter(|entry| entry.verdict.is_some()).map(|entry| entry.id.as_str());
    let missing: Vec<&str> = claims.chain(judged).filter(|id| !covered.contains(id)).collect();
    assert_eq!(missing, [""; 0], "no pattern rests on these");
}
