//! Who rests on whom, as a page: from the rules to all sides, and back from each side to the rules.

use crate::safety::given::Given;
use crate::safety::links::{Links, input, spread};
use safety::Hazard;
use std::collections::BTreeMap;
use std::fmt::Write;

/// The page.
pub(super) fn page(given: &Given, links: &Links) -> String {
    let mut out = head(given, links);
    rules(&mut out, given, links);
    conditions(&mut out, given, links);
    questions(&mut out, given, links);
    sources(&mut out, given, links);
    hazards(&mut out, given);
    tests(&mut out, given);
    out
}

/// A list in a cell.
fn list<S: AsRef<str>>(items: impl IntoIterator<Item = S>) -> String {
    let items: Vec<String> = items.into_iter().map(|one| one.as_ref().to_owned()).collect();
    if items.is_empty() { "–".to_owned() } else { items.join(", ") }
}

fn head(given: &Given, links: &Links) -> String {
    let protocol = &given.protocol;
    let mut out = format!(
        "<!-- Written by `cargo xtask safety --write`; a change by hand is found. -->
# Traceability

What each rule of `{} {}` rests on, what it reads, what tests it and which hazard needs it, and the same from the other side. {} rules, {} questions, {} conditions, {} sources,
{} hazards. Nothing is left alone in any column: the build fails if a rule loses its source, its question, its test or its hazard, if nothing rests on a source or nothing reads a question
without a reason, or if a hazard names a test that is gone.

Tests that go through every rule:

",
        protocol.name,
        protocol.version,
        protocol.rules.len(),
        protocol.findings.len(),
        protocol.conditions.len(),
        links.sources.len(),
        given.safety.hazards.len(),
    );
    for test in &given.safety.trace.rule_tests {
        let _ = writeln!(out, "* **{}** `{}`: {}", test.key, test.test, test.what);
    }
    out
}

fn rules(out: &mut String, given: &Given, links: &Links) {
    out.push_str("\n## Rules\n\n*People* are the mildest people of the rule, with whom it is tested.\n\n");
    out.push_str("| rule | urgency | sources | questions | people | tests | hazards, benefits |\n| --- | --- | --- | --- | --- | --- | --- |\n");
    for (rule, links) in given.protocol.rules.iter().zip(&links.rules) {
        let questions = list(links.findings.iter().map(|id| &given.protocol.finding(*id).id));
        let (sources, tests, serves) = (list(&rule.sources), list(&links.tests), list(&links.serves));
        let days = rule.days.map(|days| format!(" {days}")).unwrap_or_default();
        let urgency = rule.urgency.id();
        let _ = writeln!(
            out,
            "| {} | {urgency}{days} | {sources} | {questions} | {} | {tests} | {serves} |",
            rule.id, links.people
        );
    }
}

fn conditions(out: &mut String, given: &Given, links: &Links) {
    out.push_str("\n## Conditions\n\n| condition | sources | hazards, benefits |\n| --- | --- | --- |\n");
    for (condition, serves) in given.protocol.conditions.iter().zip(&links.conditions) {
        let _ = writeln!(out, "| {} | {} | {} |", condition.id, list(&condition.sources), list(serves));
    }
}

fn questions(out: &mut String, given: &Given, links: &Links) {
    out.push_str("\n## Questions\n\n| question | screen | rules | also read by | no rule, because |\n| --- | --- | --- | --- | --- |\n");
    for (at, (finding, links)) in given.protocol.findings.iter().zip(&links.questions).enumerate() {
        let rules = list(links.rules.iter().map(|at| &given.protocol.rules[*at].id));
        let screen = links.screen.as_deref().unwrap_or("–");
        let reason = given.safety.trace.unread.iter().find(|one| one.finding == finding.id);
        let reason = reason.map_or("", |one| one.reason.as_str());
        let kind = if input(&given.protocol, at) { " (input)" } else { "" };
        let _ = writeln!(out, "| {}{kind} | {screen} | {rules} | {} | {reason} |", finding.id, list(&links.others));
    }
}

fn sources(out: &mut String, given: &Given, links: &Links) {
    out.push_str("\n## Sources\n\n*Statements* and *claims* are numbers of entries in the ledger.\n\n");
    out.push_str("| source | read | rules | questions | other blocks | statements | claims | nothing, because |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n");
    for source in given.ledger.sources() {
        let Some(uses) = links.sources.get(&source.id) else { continue };
        let read = if source.verified { "yes" } else { "no" };
        let reason = given.safety.trace.unused.iter().find(|one| one.source == source.id);
        let reason = reason.map_or("", |one| one.reason.as_str());
        let (rules, questions, blocks) = (list(&uses.rules), list(&uses.questions), list(&uses.blocks));
        let _ = writeln!(
            out,
            "| {} | {read} | {rules} | {questions} | {blocks} | {} | {} | {reason} |",
            source.id, uses.statements, uses.claims
        );
    }
}

fn hazards(out: &mut String, given: &Given) {
    out.push_str("\n## Hazards\n\nRisk from 1 to 5, without and with the controls.\n\n| hazard | risk | rules | shown by |\n| --- | --- | --- | --- |\n");
    for hazard in &given.safety.hazards {
        let left = hazard.residual().map_or("not built".to_owned(), |score| score.number().to_string());
        let rules = list(hazard.rules.iter().flat_map(|range| spread(range)));
        let _ = writeln!(
            out,
            "| {} {} | {} → {left} | {rules} | {} |",
            hazard.id,
            hazard.title,
            hazard.initial().number(),
            list(shown_by(hazard).map(|by| format!("`{by}`")))
        );
    }
}

fn shown_by(hazard: &Hazard) -> impl Iterator<Item = &String> {
    hazard.controls.iter().flat_map(|control| &control.by)
}

fn tests(out: &mut String, given: &Given) {
    out.push_str(
        "\n## Tests, statements, rules and papers that stand against a hazard\n\n| what | hazards |\n| --- | --- |\n",
    );
    let mut back: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for hazard in &given.safety.hazards {
        for by in shown_by(hazard) {
            let hazards = back.entry(by).or_default();
            if hazards.last() != Some(&hazard.id.as_str()) {
                hazards.push(&hazard.id);
            }
        }
    }
    for test in &given.safety.trace.rule_tests {
        let _ = writeln!(out, "| `test:{}` | every rule ({}) |", test.test, test.key);
    }
    for (by, hazards) in back {
        let _ = writeln!(out, "| `{by}` | {} |", list(hazards));
    }
}
