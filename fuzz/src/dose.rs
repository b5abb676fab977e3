//! A case of doses a line: one line out, a fault names its field, and no dose is called right that a slow reading finds wrong.

use exchange::dose;
use protocol::model::plan::Substance;
use serde_json::Value;

use crate::house::COMPILED;
use crate::said;
use crate::slow_dose::Slow;

pub fn check(bytes: &[u8]) {
    said::lines(bytes).for_each(|(number, line)| one(number, line));
}

fn one(number: u64, line: &[u8]) {
    let mut out = Vec::new();
    dose::line(&COMPILED, number, line, &mut out);
    let Some(said) = said::answer(line, number, &out) else { return };
    let case = dose::read(&COMPILED, line).unwrap_or_else(|fault| panic!("answered, and not read: {fault}"));
    let given: Value = serde_json::from_slice(line).unwrap_or_default();
    assert_eq!(said["id"], given["id"], "the id came back changed");
    let slow = Slow { case: &case, medicines: &COMPILED.protocol.medicines };
    let told = said["medicines"].as_array().unwrap_or_else(|| panic!("no list"));
    assert!(
        Substance::ALL.iter().all(|one| told.iter().any(|card| card["contains"] == one.id())),
        "a substance is left out"
    );
    told.iter().for_each(|card| slow.card(card));
    slow.would(&said["would"]);
}
