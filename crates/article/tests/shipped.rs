//! The patterns that ship.

use ledger::{Audience, Ledger, Verdict};

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

/// Nothing we say ourselves may be held against us: the worst defect is correct advice marked as harmful.
#[test]
fn no_statement_of_ours_is_marked_harmful_or_contradicted() {
    let ledger = ledger();
    let checker = shipped::checker(&ledger).unwrap_or_else(|broken| panic!("{broken}"));
    let mut wronged = Vec::new();
    for entry in ledger.all_evidence() {
        let checked = checker.check(entry.statement.as_bytes(), None).unwrap_or_else(|refusal| panic!("{refusal}"));
        wronged.extend(
            checked
                .findings
                .iter()
                .filter(|one| one.verdict >= Some(Verdict::Contradicted))
                .map(|one| checked.words(&one.range).to_owned()),
        );
    }
    assert_eq!(wronged, [""; 0]);
}

/// The names of antibiotics are for clinicians: nothing that is shown to a parent rests on those entries.
#[test]
fn no_pattern_rests_on_what_is_for_clinicians_alone_about_antibiotics() {
    let ledger = ledger();
    let checker = shipped::checker(&ledger).unwrap_or_else(|broken| panic!("{broken}"));
    let covered = checker.covered();
    let withheld = ledger
        .all_evidence()
        .iter()
        .filter(|entry| entry.topic == "antibiotics" && entry.audience == Audience::Clinician);
    let shown: Vec<&str> = withheld.map(|entry| entry.id.as_str()).filter(|id| covered.contains(id)).collect();
    assert_eq!(shown, [""; 0]);
}

/// The four pairs by which the check was asked for.
#[test]
fn direction_is_understood() {
    let ledger = ledger();
    let checker = shipped::checker(&ledger).unwrap_or_else(|broken| panic!("{broken}"));
    let verdict = |article: &str| {
        let checked = checker.check(article.as_bytes(), None).unwrap_or_else(|refusal| panic!("{refusal}"));
        checked.findings.iter().max_by_key(|one| one.verdict).and_then(|one| one.verdict)
    };
    assert_eq!(verdict("Feed your baby at least every 2\u{2013}3 hours."), Some(Verdict::Supported));
    assert_eq!(verdict("Feed your baby not more often than every 4 hours."), Some(Verdict::Harmful));
    assert_eq!(verdict("Do not massage the breast deeply."), Some(Verdict::Supported));
    assert_eq!(verdict("Massage the breast firmly."), Some(Verdict::Harmful));
    assert_eq!(verdict("Mucus does not block milk ducts."), Some(Verdict::Supported));
    assert_eq!(verdict("Mucus blocks milk ducts."), Some(Verdict::Contradicted));
    assert_eq!(verdict("Myth: mucus blocks milk ducts."), Some(Verdict::Supported));
    assert_eq!(
        verdict("Some people believe that mucus blocks milk ducts, but this is not so."),
        Some(Verdict::Supported)
    );
    assert_eq!(
        verdict("# Avoid the following\n\n- Massage the breast firmly.\n- Do not press the breast hard.\n"),
        Some(Verdict::Supported)
    );
}
