//! What ships, and people at its doors.

use std::sync::LazyLock;

use care::relief::{Door, Visit, door};
use guide::{Guide, Session};
use protocol::answers::{Answers, Given};
use protocol::compile::Compiled;
use protocol::model::Protocol;
use protocol::model::finding::FindingId;

/// The rules and the guide that ship.
static SHIPPED: LazyLock<(Compiled, Guide)> = LazyLock::new(|| {
    let ledger = shipped::ledger().unwrap_or_else(|broken| panic!("{broken}"));
    let compiled = shipped::protocol(&ledger).unwrap_or_else(|broken| panic!("{broken}"));
    let guide = shipped::guide(&compiled.protocol, &ledger).unwrap_or_else(|broken| panic!("{broken}"));
    (compiled, guide)
});

/// Some instant; every other is counted from it.
pub const NOW_S: i64 = 1_764_000_000;
pub const HOUR_S: i64 = 3600;

pub fn compiled() -> &'static Compiled {
    &SHIPPED.0
}

pub fn rules() -> &'static Protocol {
    &SHIPPED.0.protocol
}

pub fn guide() -> &'static Guide {
    &SHIPPED.1
}

pub fn session(id: &str) -> &'static Session {
    guide().session(id).unwrap_or_else(|| panic!("no session `{id}`"))
}

pub fn finding(id: &str) -> FindingId {
    rules().finding_named(id).unwrap_or_else(|| panic!("no finding `{id}`"))
}

/// Someone grown up who denied everything.
pub fn well() -> Answers {
    let mut answers = Answers::default();
    rules().each_finding().for_each(|(id, _)| answers.answer(id, Given::Level(0)));
    know(&mut answers, "age_years", "30");
    answers
}

pub fn know(answers: &mut Answers, item: &str, written: &str) {
    let at = rules().context_named(item).unwrap_or_else(|| panic!("no item `{item}`"));
    let value = rules().context[at].value(written).unwrap_or_else(|| panic!("no value `{written}`"));
    answers.know(at, value);
}

pub fn say(answers: &mut Answers, id: &str, level: &str) {
    let id = finding(id);
    let level = rules().finding(id).level_named(level).unwrap_or_else(|| panic!("no level `{level}`"));
    answers.answer(id, Given::Level(level));
}

/// Someone at a door with answers given this moment.
pub fn fresh(answers: &Answers) -> Visit<'static> {
    Visit { read: Some(compiled().read(answers)), answered_s: Some(NOW_S), ..Visit::default() }
}

pub fn at_door(id: &str, visit: &Visit) -> Door {
    door(compiled(), guide(), session(id), visit, NOW_S)
}
