//! What must not be: an orphan in any column.

use crate::safety::given::Given;
use crate::safety::links::{Links, reaches};
use crate::safety::{hazards, words};
use safety::RuleTest;

/// Every fault, those that concern all rules first.
pub(super) fn all(given: &Given, links: &Links) -> Vec<String> {
    let mut faults = tests(given);
    faults.extend(rules(given, links));
    faults.extend(conditions(given, links));
    faults.extend(questions(given, links));
    faults.extend(sources(given, links));
    faults.extend(hazards::faults(given));
    faults.extend(words::faults(given));
    faults
}

/// A test that is gone concerns every rule: it is told once.
fn tests(given: &Given) -> Vec<String> {
    let tests = &given.safety.trace.rule_tests;
    let lost = tests.iter().filter_map(|test| match given.tests.body(&test.test) {
        None => Some(format!("no rule has the test `{}`: it is gone, renamed or skipped", test.test)),
        Some(_) if goes_through_all(given, test) => None,
        Some(_) => Some(format!(
            "`{}` may leave out a rule: in it must stand `{}`",
            test.test,
            test.loops.as_deref().unwrap_or_default()
        )),
    });
    let mut faults: Vec<String> = lost.collect();
    if !tests.iter().any(|test| test.loops.is_some() && test.rows.is_none()) {
        faults.push("no test is named that goes through the mildest people of every rule".to_owned());
    }
    faults
}

fn goes_through_all(given: &Given, test: &RuleTest) -> bool {
    reaches(given, &RuleTest { rows: None, ..test.clone() }, "")
}

fn rules(given: &Given, links: &Links) -> Vec<String> {
    let mut faults = Vec::new();
    for (rule, links) in given.protocol.rules.iter().zip(&links.rules) {
        if rule.sources.is_empty() {
            faults.push(format!("rule {}: no source", rule.id));
        }
        if links.findings.is_empty() {
            faults.push(format!("rule {}: it reads no question", rule.id));
        }
        if links.serves.is_empty() {
            faults.push(format!("rule {}: no hazard and no benefit names it", rule.id));
        }
        if links.people == 0 {
            faults.push(format!("rule {}: it has no mildest person, so no test reaches it", rule.id));
        }
        for test in &given.safety.trace.rule_tests {
            if links.people > 0 && goes_through_all(given, test) && !links.tests.contains(&test.key) {
                let rows = test.rows.as_deref().unwrap_or_default();
                faults.push(format!("rule {}: no row in {rows}, so `{}` does not test it", rule.id, test.test));
            }
        }
    }
    faults
}

fn conditions(given: &Given, links: &Links) -> Vec<String> {
    let orphans = given.protocol.conditions.iter().zip(&links.conditions).filter(|(_, serves)| serves.is_empty());
    orphans.map(|(one, _)| format!("condition {}: no hazard and no benefit names it", one.id)).collect()
}

fn questions(given: &Given, links: &Links) -> Vec<String> {
    let unread = &given.safety.trace.unread;
    let mut faults = Vec::new();
    for (finding, links) in given.protocol.findings.iter().zip(&links.questions) {
        let reason = unread.iter().any(|one| one.finding == finding.id);
        match (links.rules.is_empty(), reason) {
            (true, false) => faults.push(format!(
                "question {}: no rule reads it, and no reason is given in {}",
                finding.id,
                safety::TRACE
            )),
            (false, true) => {
                faults.push(format!("question {}: rules read it, so {} needs no reason", finding.id, safety::TRACE))
            }
            _ => {}
        }
        if links.rules.is_empty() && links.others.is_empty() && reason {
            faults.push(format!("question {}: nothing reads it", finding.id));
        }
        if links.screen.is_none() {
            faults.push(format!("question {}: no screen asks it", finding.id));
        }
    }
    let known = |id: &str| given.protocol.finding_named(id).is_some();
    faults.extend(
        unread.iter().filter(|one| !known(&one.finding)).map(|one| format!("question {}: there is none", one.finding)),
    );
    faults
}

fn sources(given: &Given, links: &Links) -> Vec<String> {
    let unused = &given.safety.trace.unused;
    let marked = |id: &str| unused.iter().any(|one| one.source == id);
    let mut faults = Vec::new();
    for (source, uses) in &links.sources {
        match (uses.nothing(), marked(source)) {
            (true, false) => faults
                .push(format!("source {source}: nothing rests on it, and no reason is given in {}", safety::TRACE)),
            (false, true) => {
                faults.push(format!("source {source}: something rests on it, so {} needs no reason", safety::TRACE))
            }
            _ => {}
        }
    }
    let lost = unused.iter().filter(|one| !links.sources.contains_key(&one.source));
    faults.extend(lost.map(|one| format!("source {}: there is none", one.source)));
    faults
}
