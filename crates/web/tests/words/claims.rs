//! Whatever tells her something about her body rests on a source of the ledger.

use crate::house::{ledger, protocol};

/// Notices that help with the questions and claim nothing about the body.
const PLAIN_HELP: &[&str] = &[];

/// Every block that tells something, with its sources.
fn cited() -> Vec<(String, &'static [String])> {
    let mut all: Vec<(String, &[String])> = Vec::new();
    let protocol = protocol();
    all.extend(protocol.rules.iter().map(|one| (format!("rule {}", one.id), one.sources.as_slice())));
    all.extend(protocol.steps.iter().map(|one| (format!("step {}", one.id), one.sources.as_slice())));
    all.extend(protocol.conditions.iter().map(|one| (format!("condition {}", one.id), one.sources.as_slice())));
    all.extend(protocol.holds.iter().map(|one| (format!("hold {}", one.id), one.sources.as_slice())));
    all.extend(protocol.advices.iter().map(|one| (format!("advice {}", one.id), one.sources.as_slice())));
    all.extend(protocol.gates.iter().map(|one| (format!("gate {}", one.id), one.sources.as_slice())));
    all.extend(protocol.medicines.iter().map(|one| (format!("medicine {}", one.id), one.sources.as_slice())));
    all.extend(protocol.cautions.iter().map(|one| (format!("caution {}", one.id), one.sources.as_slice())));
    all.extend(protocol.nevers.iter().map(|one| (format!("never {}", one.id), one.sources.as_slice())));
    let raised = |id| format!("raise {}", protocol.finding(id).id);
    all.extend(protocol.raises.iter().map(|one| (raised(one.finding), one.sources.as_slice())));
    all
}

#[test]
fn everything_that_is_claimed_has_a_source_in_the_ledger() {
    let cited = cited();
    assert!(cited.len() > 200, "{}", cited.len());
    for (place, sources) in cited {
        assert!(!sources.is_empty(), "{place} cites nothing");
        for id in sources {
            assert!(ledger().source(id).is_some(), "{place} cites `{id}`, which is not in the ledger");
        }
    }
}

#[test]
fn a_notice_cites_or_is_plain_help() {
    for one in &protocol().notices {
        let plain = PLAIN_HELP.contains(&one.id.as_str());
        assert_eq!(one.sources.is_empty(), plain, "notice {}: cites, or is listed as plain help, not both", one.id);
        assert!(one.sources.iter().all(|id| ledger().source(id).is_some()), "notice {}", one.id);
    }
    for id in PLAIN_HELP {
        assert!(protocol().notices.iter().any(|one| one.id == *id), "`{id}` is no notice any more");
    }
}
