//! A person as the input of a decision.

use protocol::answers::Answers;
use protocol::model::Protocol;
use protocol::model::context::ContextKind;
use protocol::naive::Plain;
use serde_json::{Map, Value, json};

use crate::table;

/// The level of every finding, raises applied, and what is known of the context. An unknown number stands below all others, which is the cautious
/// side of every test "under"; no word is the unknown word.
pub fn input(protocol: &Protocol, answers: &Answers) -> Value {
    let plain = Plain::new(protocol, answers);
    let findings = protocol.each_finding().map(|(id, finding)| {
        let level = finding.level_id(plain.level(id));
        (table::finding(&finding.id), json!(level))
    });
    let context = protocol.context.iter().enumerate().map(|(at, item)| {
        let value = match (&item.kind, answers.known(at)) {
            (ContextKind::Values(_), Some(known)) => json!(item.written(known)),
            (ContextKind::Values(_), None) => json!("unknown"),
            (ContextKind::Number { .. }, Some(known)) => json!(known),
            (ContextKind::Number { .. }, None) => json!(-1),
        };
        (table::context(&item.id), value)
    });
    Value::Object(findings.chain(context).collect::<Map<_, _>>())
}
