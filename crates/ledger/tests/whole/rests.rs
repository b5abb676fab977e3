//! What rests on the statements: each pointer arrives, and an empty list is an answer too.

use crate::house::{CLAIMS, EVIDENCE, RESTS, SOURCES, shipped};

fn told(rests: &str) -> Vec<String> {
    let ledger = ledger::Ledger::parse(SOURCES, EVIDENCE, CLAIMS).unwrap_or_else(|faults| panic!("{}", faults[0]));
    let read = ledger.with_rests(rests);
    read.err().unwrap_or_default().iter().map(ToString::to_string).collect()
}

#[test]
fn a_rule_names_what_says_it_or_that_nothing_does() {
    let ledger = shipped();
    let of = |name: &str| ledger.resting(name).map(|one| one.evidence.clone());
    assert_eq!(of("rule:D13"), Some(vec!["failure-48h".to_owned()]));
    assert_eq!(of("rule:E27"), Some(Vec::new()), "green vomit stands in no statement");
    assert_eq!(of("rule:X99"), None);
}

#[test]
fn an_id_that_nothing_has_is_refused_with_its_line() {
    assert_eq!(told(RESTS), [""; 0]);
    let line = RESTS.lines().position(|line| line.contains("\"failure-48h\"")).map_or(0, |at| at + 1);
    let broken = RESTS.replacen("\"failure-48h\"", "\"failure-84h\"", 1);
    assert_eq!(told(&broken), [format!("rests.toml:{line}: `failure-84h` is not in evidence.toml")]);
    let twice = RESTS.replacen("\"rule:E02\"", "\"rule:E01\"", 1);
    assert!(told(&twice)[0].contains("the id `rule:E01` was already given"), "{:?}", told(&twice));
    let stray = RESTS.replacen("evidence = [] }", "evidence = [], say = \"so\" }", 1);
    assert!(told(&stray)[0].contains("unknown field `say`"), "{:?}", told(&stray));
}
