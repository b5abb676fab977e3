//! What stands behind a result, a line in and a line out: for tests that hold another evaluator of the same rules against this one.
//!
//! Hidden options of `milkway check --batch`: `--inside` prints what a case was worked out from, `--naive` what the plain reading tells of it,
//! `--typed` how a typed number is read.

use exchange::case::Reader;
use protocol::answers::Answers;
use protocol::assessment::Reached;
use protocol::compile::Compiled;
use protocol::evaluate::Read;
use protocol::model::finding::Subject;
use protocol::model::urgency::Urgency;
use protocol::model::when::Test;
use protocol::naive::Plain;
use protocol::number::{self, AskAgain, Number, Unit};
use serde_json::{Value, json};

/// Everything that a case comes to, keys in alphabetical order. A line that is no case gives the fault.
pub fn line(reader: &Reader, compiled: &Compiled, bytes: &[u8]) -> Value {
    match reader.read(bytes) {
        Ok(case) => all(compiled, &case.answers),
        Err(fault) => json!({ "error": fault.to_string() }),
    }
}

fn all(compiled: &Compiled, answers: &Answers) -> Value {
    let p = &compiled.protocol;
    let (read, plain) = (compiled.read(answers), Plain::new(p, answers));
    let assessment = read.assess();
    let signs = |at| (0..=u8::MAX).rev().find(|least| plain.holds(Test::Count(at, *least)));
    let conditions = read.conditions(assessment.headline());
    json!({
        "baby": assessment.baby.map(reached),
        "cautions": p.steps.iter().enumerate().map(|(at, _)| read.cautions(at).collect::<Vec<_>>()).collect::<Vec<_>>(),
        "conditions": conditions.iter().map(|one| json!({ "balance": one.balance, "id": p.conditions[one.condition].id })).collect::<Value>(),
        "counts": (0..p.counts.len()).map(signs).collect::<Vec<_>>(),
        "fired": assessment.fired.iter().map(|at| p.rules[at].id.as_str()).collect::<Value>(),
        "gates": (0..p.gates.len()).map(|at| gate(compiled, &read, at)).collect::<Value>(),
        "holds": read.holds().iter().map(|at| p.holds[*at].id.as_str()).collect::<Value>(),
        "levels": p.each_finding().map(|(id, _)| read.level(id)).collect::<Vec<_>>(),
        "parent": reached(assessment.parent),
        "raised": assessment.raised.iter().map(|id| p.finding(id).id.as_str()).collect::<Value>(),
        "situations": read.situations().iter().map(|at| p.situations[*at].id.as_str()).collect::<Value>(),
        "terms": (0..p.terms.len()).filter(|at| plain.holds(Test::Term(*at))).map(|at| p.terms[at].id.as_str()).collect::<Value>(),
    })
}

fn reached(one: Reached) -> Value {
    json!({ "days": one.days, "level": one.urgency.number() })
}

fn gate(compiled: &Compiled, read: &Read, at: usize) -> Value {
    let standing = read.standing(compiled, at);
    json!({
        "age": standing.closed.age, "age_unknown": standing.age_unknown, "exclusions": standing.closed.exclusions,
        "silent": standing.silent, "unfinished": standing.unfinished, "urgency": standing.closed.urgency,
    })
}

/// What the plain reading of the rules tells: nothing of it passes through masks.
pub fn naive(reader: &Reader, compiled: &Compiled, bytes: &[u8]) -> Value {
    let case = match reader.read(bytes) {
        Ok(case) => case,
        Err(fault) => return json!({ "error": fault.to_string() }),
    };
    let p = &compiled.protocol;
    let plain = Plain::new(p, &case.answers);
    let assessment = plain.assess();
    let complete = assessment.unanswered.is_empty();
    let told = |subject: Subject, reached: Reached| {
        let level = Some(reached.urgency).filter(|urgency| complete || *urgency > Urgency::SelfCare);
        let decides = |at: &usize| p.rules[*at].subject == subject && Some(p.rules[*at].urgency) == level;
        let reasons = assessment.fired.iter().filter(decides).map(|at| p.rules[at].id.as_str()).collect::<Value>();
        json!({ "level": level.map(Urgency::number), "days": level.and(reached.days), "reasons": reasons })
    };
    json!({
        "parent": told(Subject::Parent, assessment.parent),
        "baby": assessment.baby.map(|baby| told(Subject::Baby, baby)),
        "conditions": plain.conditions().iter().map(|one| p.conditions[one.condition].id.as_str()).collect::<Value>(),
        "plan": plain.plan().iter().map(|one| json!({ "step": p.steps[one.step].id, "place": one.place.id() })).collect::<Value>(),
    })
}

/// How a typed number is read for a finding: `{"finding": "temp", "typed": "38,5"}`.
pub fn typed(compiled: &Compiled, bytes: &[u8]) -> Value {
    let asked: Value = serde_json::from_slice(bytes).unwrap_or_default();
    let finding = asked["finding"].as_str().and_then(|id| compiled.protocol.finding_named(id));
    let finding = finding.map(|id| compiled.protocol.finding(id));
    let Some((finding, kind, typed)) = finding.and_then(|one| Some((one, one.reading?, asked["typed"].as_str()?)))
    else {
        return json!({ "error": "a finding that takes a number, and what was typed, belong here" });
    };
    match number::read(kind, typed) {
        Ok(number) => {
            let Number { millionths, unit } = number;
            json!({ "level": finding.level_id(number.level(finding)), "millionths": millionths, "unit": unit.map(unit_id) })
        }
        Err(again) => ask_again(&again),
    }
}

fn unit_id(unit: Unit) -> &'static str {
    match unit {
        Unit::Celsius => "celsius",
        Unit::Fahrenheit => "fahrenheit",
    }
}

fn ask_again(again: &AskAgain) -> Value {
    match again {
        AskAgain::NotANumber => json!({ "again": "not_a_number" }),
        AskAgain::Unit => json!({ "again": "unit" }),
        AskAgain::NotWhole => json!({ "again": "not_whole" }),
        AskAgain::Outside { meant, least, most } => {
            json!({ "again": "outside", "least": least, "meant": meant, "most": most })
        }
    }
}
