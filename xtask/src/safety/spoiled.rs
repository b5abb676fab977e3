//! The repository as it is passes; a copy from which a test, a source, a rule's hazard or a control was taken does not, and is told what is missing.

use super::examine;
use crate::tree::Tree;
use std::path::Path;
use std::sync::OnceLock;

const CORNERS: &str = "crates/exchange/tests/rules/corners.rs";
const HAZARDS: &str = "safety/hazards.toml";
const TRACE: &str = "safety/trace.toml";
const PROTOCOL: &str = "protocols/mastitis.protocol";

fn repository() -> &'static Tree {
    static TREE: OnceLock<Tree> = OnceLock::new();
    TREE.get_or_init(|| {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or_else(|| panic!("no top"));
        Tree::read(root).unwrap_or_else(|fault| panic!("{fault}"))
    })
}

/// Faults of a copy in which `from` became `to` in one file.
fn spoiled(path: &str, from: &str, to: &str) -> Vec<String> {
    let text = repository().get(path).unwrap_or_else(|| panic!("no {path}"));
    assert!(text.contains(from), "{path} does not hold {from:?} any more");
    examine(&repository().with(path, &text.replacen(from, to, 1))).err().unwrap_or_default()
}

/// The copy fails, and one of its faults says this.
fn told(path: &str, from: &str, to: &str, fault: &str) {
    let faults = spoiled(path, from, to);
    assert!(faults.iter().any(|one| one.contains(fault)), "wanted {fault:?}, told {faults:#?}");
}

#[test]
fn the_repository_hangs_together() {
    assert_eq!(examine(repository()).err().unwrap_or_default(), [""; 0]);
}

#[test]
fn a_rule_without_its_test_is_told() {
    let name = "fn every_rule_fires_for_its_mildest_persons_and_for_nobody_milder";
    let gone = "no rule has the test `crates/exchange/tests/rules/corners.rs::every_rule_fires_for_its_mildest_persons_and_for_nobody_milder`";
    told(CORNERS, name, "fn another_name", gone);
    told(CORNERS, &format!("#[test]\n{name}"), name, gone);
    told(CORNERS, &format!("#[test]\n{name}"), &format!("#[test]\n#[ignore]\n{name}"), gone);
    told(
        CORNERS,
        "rules().rules.iter().enumerate() {",
        "rules().rules.iter().enumerate().skip(1) {",
        "may leave out a rule",
    );
    told("docs/specification.md", "\n| D05 |", "\n| D05x |", "rule D05: no row in docs/specification.md");
    let faults = examine(&repository().without(CORNERS)).err().unwrap_or_default();
    assert!(faults.iter().any(|fault| fault.contains(gone)), "{faults:#?}");
}

#[test]
fn a_rule_without_its_source_is_told() {
    let text = repository().get(PROTOCOL).unwrap_or_default();
    let begins = text.find("\nrule D05 ").unwrap_or_else(|| panic!("no D05"));
    let cite = begins + text[begins..].find("\n  cite ").unwrap_or(0);
    let ends = cite + 1 + text[cite + 1..].find('\n').unwrap_or(0);
    let without = format!("{}{}", &text[..cite], &text[ends..]);
    let faults = examine(&repository().with(PROTOCOL, &without)).err().unwrap_or_default().join("\n");
    assert!(faults.contains("D05") && faults.contains("cite"), "{faults}");
}

#[test]
fn a_source_that_is_gone_or_left_alone_is_told() {
    let text = repository().get("protocols/sources.toml").unwrap_or_default();
    let begins = text.find("id = \"who-psbi\"").unwrap_or_else(|| panic!("no who-psbi"));
    let begins = text[..begins].rfind("[[source]]").unwrap_or(0);
    let ends = text[begins + 1..].find("[[source]]").map_or(text.len(), |ends| begins + 1 + ends);
    let without = format!("{}{}", &text[..begins], &text[ends..]);
    let faults = examine(&repository().with("protocols/sources.toml", &without)).err().unwrap_or_default();
    assert!(faults.iter().any(|fault| fault.contains("who-psbi")), "{faults:#?}");
    told(TRACE, "source = \"levis-2020\"", "source = \"meows-2012\"", "source levis-2020: nothing rests on it");
    told(TRACE, "source = \"levis-2020\"", "source = \"nice-ng255\"", "source nice-ng255: something rests on it");
}

#[test]
fn a_hazard_without_a_control_is_told() {
    let text = repository().get(HAZARDS).unwrap_or_default();
    let begins = text.find("id = \"H05\"").unwrap_or_else(|| panic!("no H05"));
    let from = begins + text[begins..].find("[[hazard.control]]").unwrap_or(0);
    let to = from + text[from..].find("[[hazard]]").unwrap_or(0);
    let without = format!("{}{}", &text[..from], &text[to..]);
    let faults = examine(&repository().with(HAZARDS, &without)).err().unwrap_or_default();
    assert!(faults.contains(&"H05: nothing stands against it: name a control".to_owned()), "{faults:#?}");
}

#[test]
fn a_control_that_nothing_shows_any_more_is_told() {
    let invariants = "crates/exchange/tests/rules/invariants.rs";
    told(
        invariants,
        "fn i4_each_sign_of_sepsis_alone_is_enough",
        "fn i4_other",
        "H01: `test:crates/exchange/tests/rules/invariants.rs::i4_each_sign_of_sepsis_alone_is_enough`: there is no such test",
    );
    told(
        "tests/browser/check.test.mjs",
        "test('going back loses nothing'",
        "test('going back'",
        "H18: `test:tests/browser/check.test.mjs::going back loses nothing`",
    );
    told(
        "tests/browser/check.test.mjs",
        "test('going back loses nothing', async",
        "test('going back loses nothing', { skip: true }, async",
        "H18",
    );
    told(
        "docs/proof.md",
        "| sepsis_alone (I4) |",
        "| other (I4) |",
        "H01: `statement:sepsis_alone`: docs/proof.md does not say that it holds",
    );
    told(HAZARDS, "by = [\"rule:E15\", \"rule:E16\"]", "by = []", "H01: nothing shows the control");
    let faults = examine(&repository().without("docs/fuzzing.md")).err().unwrap_or_default();
    assert_eq!(faults, ["H19: `paper:docs/fuzzing.md`: there is none"]);
}

#[test]
fn a_rule_or_a_condition_that_serves_nothing_is_told() {
    told(HAZARDS, "\"E20..E34\"", "\"E21..E34\"", "rule E20: no hazard and no benefit names it");
    told(HAZARDS, "\"E20..E34\"", "\"E20..E39\"", "H04: there is no rule `E35`");
    told(HAZARDS, "\"phlegmon\", ", "", "condition phlegmon: no hazard and no benefit names it");
}

#[test]
fn a_question_that_no_rule_reads_needs_a_reason() {
    told(TRACE, "finding = \"oversupply\"", "finding = \"bleb\"", "question oversupply: no rule reads it");
    told(TRACE, "finding = \"oversupply\"", "finding = \"pain\"", "question pain: rules read it");
}

#[test]
fn a_risk_that_may_not_be_borne_is_told() {
    told(HAZARDS, "after = \"very_low\"", "after = \"medium\"", "H01: the risk that is left (4) is unacceptable");
    told(
        HAZARDS,
        "accepted_because = \"what is left is a wrong answer",
        "open_because = \"what is left is a wrong answer",
        "unknown field",
    );
    let text = repository().get(HAZARDS).unwrap_or_default();
    let reason = text.lines().find(|line| line.starts_with("accepted_because")).unwrap_or_default();
    told(HAZARDS, &format!("{reason}\n"), "", "H01: the risk that is left (3) is borne only with a reason");
}

#[test]
fn what_is_not_built_says_so() {
    told(
        HAZARDS,
        "[\"not built yet: there are no reminders",
        "[\"soon: there are no reminders",
        "H12: what is not built",
    );
    told("crates/web/languages/en.ftl", "\nhazard-h12 =", "\nhazard-x12 =", "does not say `hazard-h12`");
}

#[test]
fn a_word_that_claims_too_much_is_told() {
    told("README.md", "# Milkway\n", "# Milkway\n\nIt cures mastitis.\n", "README.md:3: \"cures\" claims too much");
    told("README.md", "It is not a diagnosis", "It is no verdict", "does not stand in README.md");
}
