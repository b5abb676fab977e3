//! A changed verdict shows in the changelog: each is recorded, and a change of the record has its line there.

use std::collections::BTreeMap;

use crate::house::shipped;

const RECORD: &str = include_str!("../../../../protocols/recorded/verdicts.txt");
const CHANGELOG: &str = include_str!("../../../../CHANGELOG.md");

/// What is wrong with a record: `ID VERDICT`, or `ID OLD > NEW` once it was changed.
fn faults(now: &BTreeMap<String, String>, record: &str, changelog: &str) -> Vec<String> {
    let lines = record.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    let recorded: BTreeMap<&str, Vec<&str>> =
        lines.filter_map(|line| line.split_once(' ')).map(|(id, all)| (id, all.split(" > ").collect())).collect();
    let mut faults = Vec::new();
    for (id, verdict) in now {
        let known = recorded.get(id.as_str()).and_then(|all| all.last());
        if known != Some(&verdict.as_str()) {
            let old = known.map_or(String::new(), |old| format!("{old} > "));
            faults.push(format!("protocols/recorded/verdicts.txt must say: {id} {old}{verdict}"));
        }
    }
    for (id, all) in &recorded {
        if !now.contains_key(*id) {
            faults.push(format!("`{id}` is recorded and nothing judges it any more"));
        }
        for pair in all.windows(2) {
            let line = format!("`{id}`: {} → {}", pair[0], pair[1]);
            if !changelog.contains(&line) {
                faults.push(format!("CHANGELOG.md must say: {line}"));
            }
        }
    }
    faults
}

fn now() -> BTreeMap<String, String> {
    let ledger = shipped();
    let of_evidence = ledger.all_evidence().iter().filter_map(|one| Some((one.id.clone(), one.verdict?.to_string())));
    let of_claims = ledger.claims().iter().map(|one| (one.id.clone(), one.verdict.to_string()));
    of_evidence.chain(of_claims).collect()
}

#[test]
fn every_verdict_is_as_recorded_and_every_change_is_told() {
    assert!(now().len() > 100, "{}", now().len());
    assert_eq!(faults(&now(), RECORD, CHANGELOG), [""; 0]);
}

#[test]
fn a_change_that_nobody_tells_is_seen() {
    let mut changed = now();
    let old = changed.insert("seed-01".to_owned(), "harmful".to_owned()).expect("a claim");
    assert_eq!(
        faults(&changed, RECORD, CHANGELOG),
        [format!("protocols/recorded/verdicts.txt must say: seed-01 {old} > harmful")]
    );
    let record = RECORD.replace(&format!("seed-01 {old}\n"), &format!("seed-01 {old} > harmful\n"));
    assert_eq!(faults(&changed, &record, CHANGELOG), [format!("CHANGELOG.md must say: `seed-01`: {old} → harmful")]);
    let changelog = format!("{CHANGELOG}\n- Verdict changed, `seed-01`: {old} → harmful.\n");
    assert_eq!(faults(&changed, &record, &changelog), [""; 0]);
    changed.remove("seed-02");
    assert_eq!(faults(&changed, &record, &changelog).len(), 1);
}
