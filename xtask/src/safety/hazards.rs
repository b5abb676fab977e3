//! Hazards and their controls: each stands against something, is shown by something that is there, and what is left may be borne.

use crate::safety::given::Given;
use crate::safety::links::spread;
use safety::{Control, Hazard};
use std::collections::BTreeSet;

/// Where the words of the page about safety stand.
const WORDS: &str = "crates/web/languages/en.ftl";

/// Every fault of the hazards.
pub(super) fn faults(given: &Given) -> Vec<String> {
    let mut faults = Vec::new();
    let mut met = BTreeSet::new();
    for hazard in &given.safety.hazards {
        if !met.insert(&hazard.id) {
            faults.push(format!("{}: the id was already given", hazard.id));
        }
        let told = of(given, hazard).into_iter().map(|fault| format!("{}: {fault}", hazard.id));
        faults.extend(told);
    }
    for benefit in &given.safety.purpose.benefits {
        let told = unknown(given, &benefit.rules, &benefit.conditions).into_iter();
        faults.extend(told.map(|fault| format!("{}: {fault}", benefit.id)));
    }
    faults
}

fn of(given: &Given, hazard: &Hazard) -> Vec<String> {
    let mut faults = unknown(given, &hazard.rules, &hazard.conditions);
    for control in &hazard.controls {
        faults.extend(of_control(given, control));
    }
    faults.extend(if hazard.built { of_built(hazard) } else { of_unbuilt(hazard) });
    faults.extend(unsaid(given, hazard));
    faults
}

/// Rules and conditions that nobody has.
fn unknown(given: &Given, rules: &[String], conditions: &[String]) -> Vec<String> {
    let known = |id: &String| given.protocol.rules.iter().any(|rule| rule.id == *id);
    let rules = rules.iter().flat_map(|range| spread(range)).filter(|id| !known(id));
    let known = |id: &&String| !given.protocol.conditions.iter().any(|one| one.id == **id);
    let conditions = conditions.iter().filter(known);
    rules
        .map(|id| format!("there is no rule `{id}`"))
        .chain(conditions.map(|id| format!("there is no condition `{id}`")))
        .collect()
}

fn of_control(given: &Given, control: &Control) -> Vec<String> {
    if control.by.is_empty() {
        return vec![format!(
            "nothing shows the control \"{}\": name a test, a rule, a statement or a paper",
            control.what
        )];
    }
    control.by.iter().filter_map(|by| missing(given, by)).collect()
}

/// What a control names and nobody has.
fn missing(given: &Given, by: &str) -> Option<String> {
    let protocol = &given.protocol;
    let (kind, id) = by.split_once(':').unwrap_or((by, ""));
    let there = match kind {
        "test" => given.tests.body(id).is_some(),
        "rule" => protocol.rules.iter().any(|one| one.id == id),
        "statement" => given.proved.contains(id),
        "gate" => protocol.gates.iter().any(|one| one.id == id),
        "limit" => protocol.limits.iter().any(|one| one.id == id),
        "hold" => protocol.holds.iter().any(|one| one.id == id),
        "paper" => given.tree.get(id).is_some(),
        _ => return Some(format!("`{by}`: a control is shown by a test, rule, statement, gate, limit, hold or paper")),
    };
    let lost = match kind {
        "test" => "there is no such test, or it is skipped",
        "statement" => "docs/proof.md does not say that it holds",
        _ => "there is none",
    };
    (!there).then(|| format!("`{by}`: {lost}"))
}

fn of_built(hazard: &Hazard) -> Vec<String> {
    let mut faults = Vec::new();
    if hazard.controls.is_empty() {
        faults.push("nothing stands against it: name a control".to_owned());
    }
    let shown = |by: &String| by.starts_with("test:") || by.starts_with("statement:");
    if !hazard.controls.iter().flat_map(|control| &control.by).any(shown) {
        faults.push("no test and no statement shows that a control works".to_owned());
    }
    match hazard.residual() {
        None => faults.push("say in `after` how likely it is with the controls".to_owned()),
        Some(risk) if risk.unacceptable() => {
            faults
                .push(format!("the risk that is left ({}) is unacceptable: more must stand against it", risk.number()));
        }
        Some(risk) if risk.needs_reason() && hazard.accepted_because.is_none() => {
            faults.push(format!(
                "the risk that is left ({}) is borne only with a reason: `accepted_because`",
                risk.number()
            ));
        }
        Some(_) => {}
    }
    faults
}

fn of_unbuilt(hazard: &Hazard) -> Vec<String> {
    let claims = hazard.after.is_some() || !hazard.controls.is_empty();
    let silent = !hazard.open.iter().any(|open| open.starts_with("not built yet"));
    let fault = "what is not built has no control and no `after`, and says in `open`: \"not built yet: …\"";
    if claims || silent { vec![fault.to_owned()] } else { Vec::new() }
}

/// The page about safety must tell of it.
fn unsaid(given: &Given, hazard: &Hazard) -> Vec<String> {
    let words = given.tree.get(WORDS).unwrap_or_default();
    let id = hazard.id.to_lowercase();
    let wanted = if hazard.built { vec![id.clone(), format!("{id}-against")] } else { vec![id] };
    let lost = wanted.into_iter().filter(|id| !words.contains(&format!("\nhazard-{id} =")));
    lost.map(|id| format!("{WORDS} does not say `hazard-{id}`, which the page about safety shows")).collect()
}
