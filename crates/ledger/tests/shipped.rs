//! The files that ship.

use ledger::{Ledger, Verdict};
use std::collections::BTreeSet;

const SOURCES: &str = include_str!("../../../protocols/sources.toml");
const EVIDENCE: &str = include_str!("../../../protocols/evidence.toml");
const CLAIMS: &str = include_str!("../../../protocols/claims.toml");

fn shipped() -> Ledger {
    match Ledger::parse(SOURCES, EVIDENCE, CLAIMS) {
        Ok(ledger) => ledger,
        Err(faults) => panic!("{}", faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")),
    }
}

#[test]
fn nothing_in_the_shipped_files_dangles() {
    let ledger = shipped();
    assert!(!ledger.sources().is_empty() && !ledger.all_evidence().is_empty());
    assert_eq!(ledger.claims().len(), 65, "every claim of the founding article");
}

#[test]
fn every_claim_is_judged_by_statements_that_exist() {
    let ledger = shipped();
    for claim in ledger.claims() {
        assert!(!claim.evidence.is_empty(), "{}", claim.id);
        assert!(claim.evidence.iter().all(|id| ledger.evidence(id).is_some()), "{}", claim.id);
        assert!(claim.sources.iter().all(|id| ledger.source(id).is_some()), "{}", claim.id);
    }
}

#[test]
fn what_is_looked_up_is_what_was_asked_for() {
    let ledger = shipped();
    assert_eq!(ledger.source("abm36-2022").map(|source| source.year), Some(2022));
    assert_eq!(ledger.evidence("no-mucus-plug").and_then(|entry| entry.verdict), Some(Verdict::Contradicted));
    assert_eq!(ledger.claim("seed-01").map(|claim| claim.verdict), Some(Verdict::Mixed));
    assert!(ledger.source("seed-01").is_none());
    assert_eq!(ledger.unknown_sources(["abm36-2022", "abm63-2022"]), ["abm63-2022"]);
}

#[test]
fn no_two_sources_share_a_chip_and_every_chip_is_short() {
    let ledger = shipped();
    let names: BTreeSet<String> = ledger.sources().iter().map(ledger::Source::short_name).collect();
    assert_eq!(names.len(), ledger.sources().len());
    for name in names {
        assert!((3..=32).contains(&name.chars().count()), "{name}");
    }
}

#[test]
fn a_source_is_read_at_its_most_lasting_address() {
    let ledger = shipped();
    let address = ledger.source("abm36-2022").and_then(ledger::Source::address);
    assert_eq!(address.as_deref(), Some("https://doi.org/10.1089/bfm.2022.29207.kbm"));
}
