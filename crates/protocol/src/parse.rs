//! From text to a protocol: every name resolved, every fault reported at once with its place.

mod always;
mod body;
mod finding;
mod level;
mod names;
mod plan;
mod rule;
mod when;

use crate::check;
use crate::fault::{Fault, Place};
use crate::model::Protocol;
use crate::model::finding::MOST_FINDINGS;
use crate::syntax::{self, Block};
use body::Shop;

/// The item of context whose tests are off when there is no baby.
pub(crate) const BABY_AGE: &str = "baby_age_days";

/// Reads a protocol. `sources` are the ids that a `cite` line may name.
///
/// # Errors
/// Everything that is wrong with the text, in the order of the file.
pub fn parse(text: &str, sources: &[&str]) -> Result<Protocol, Vec<Fault>> {
    let (blocks, _, mut faults) = syntax::blocks(text);
    let names = names::gather(&blocks, &mut faults);
    let mut protocol = Protocol::default();
    let mut shop = Shop { names: &names, sources, faults: &mut faults };
    for block in &blocks {
        read(&mut shop, block, &mut protocol);
    }
    order(&mut protocol, &names.terms);
    limits(&protocol, &mut faults);
    if faults.is_empty() {
        faults.extend(check::whole(&protocol, &blocks));
    }
    faults.sort_by_key(|fault| fault.place);
    if faults.is_empty() { Ok(protocol) } else { Err(faults) }
}

fn read(shop: &mut Shop, block: &Block, into: &mut Protocol) {
    match block.head.keyword.text.as_str() {
        "protocol" => shop.protocol(block, into),
        "urgency" => into.urgencies.extend(shop.urgency(block)),
        "region" => into.regions.push(shop.region(block)),
        "context" => into.context.extend(shop.context(block)),
        "baby" => shop.baby(block, into),
        "finding" | "input" => into.findings.push(shop.finding(block)),
        "term" => into.terms.push(shop.term(block)),
        "count" => into.counts.push(shop.count(block)),
        "answer" => into.context_answers.extend(shop.raise(block)),
        "raise" => into.raises.extend(shop.raise(block)),
        "rule" => into.rules.push(shop.rule(block)),
        "advice" => into.advices.push(shop.advice(block)),
        "notice" => into.notices.push(shop.notice(block)),
        "contradiction" => into.contradictions.push(shop.contradiction(block)),
        "condition" => into.conditions.push(shop.condition(block)),
        "situation" => into.situations.push(shop.situation(block)),
        "step" => into.steps.push(shop.step(block)),
        "gate" => into.gates.push(shop.gate(block)),
        "stop" => into.stops.push(shop.stop(block)),
        "limit" => into.limits.push(shop.limit(block)),
        "hold" => into.holds.push(shop.hold(block)),
        "medicine" => into.medicines.push(shop.medicine(block)),
        "caution" => into.cautions.push(shop.caution(block)),
        "never" => into.nevers.push(shop.never(block)),
        "prevention" => into.preventions.push(shop.prevention(block)),
        "table" => into.tables.push(shop.table(block)),
        "phrase" => into.phrases.push(shop.phrase(block)),
        "screen" => into.screens.extend(shop.screen(block)),
        "always" => into.always.extend(shop.always(block)),
        _ => {}
    }
}

/// Terms stand in the order in which they can be worked out; levels in the order of their numbers.
fn order(protocol: &mut Protocol, terms: &[&str]) {
    protocol.terms.sort_by_key(|term| terms.iter().position(|id| *id == term.id));
    protocol.urgencies.sort_by_key(|words| words.urgency);
    protocol.baby_age = protocol.context_named(BABY_AGE);
    protocol.usual_condition = protocol.conditions.iter().position(|condition| condition.id == "normal_breast_change");
    protocol.usual_situation = protocol.situations.iter().position(|situation| situation.id == "duct_narrowing");
}

fn limits(protocol: &Protocol, faults: &mut Vec<Fault>) {
    if protocol.findings.len() > MOST_FINDINGS {
        let place = Place { line: 1, column: 1, length: 1 };
        faults.push(
            Fault::new(place, format!("{} findings and inputs", protocol.findings.len()))
                .hint(format!("at most {MOST_FINDINGS}")),
        );
    }
}
