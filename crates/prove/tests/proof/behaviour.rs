//! The fingerprint of behaviour: kept by another text, changed by another outcome; and the difference of two versions.

use crate::{SHIPPED, read};
use protocol::compile::Compiled;
use protocol::model::context::ContextKind;
use protocol::model::finding::Subject;
use protocol::model::when::Test;
use prove::diagram::Node;
use prove::difference::{self, Both};
use prove::drawn::{Drawn, from_names, names, optimised};
use prove::reading::{Manner, Reading};
use prove::record::Record;

/// The shipped text with one stretch replaced. The stretch must be there once.
pub fn changed(from: &str, to: &str) -> String {
    assert_eq!(shipped::PROTOCOL.matches(from).count(), 1, "`{from}` must stand once");
    shipped::PROTOCOL.replace(from, to)
}

fn record(compiled: &Compiled) -> Record {
    Record::of(&mut Drawn::new(&compiled.protocol, &optimised(&SHIPPED.protocol)))
}

fn version(from: &str, to: &str) -> Compiled {
    read(&changed(from, to)).unwrap_or_else(|fault| panic!("{fault}"))
}

const D03: &str = "rule D03 same_day\n  when     temp at least high\n";

#[test]
fn a_rule_that_adds_nothing_keeps_the_fingerprint() {
    let twice = version(
        D03,
        &format!(
            "rule D99 same_day\n  when     temp at least high and pain at least mild\n  say      \"x\"\n  cite     nice-ng255\n\n{D03}"
        ),
    );
    assert_eq!(record(&twice).behaviour, record(&SHIPPED).behaviour);
    assert_eq!(record(&SHIPPED).compare(&record(&twice)), [""; 0]);
}

#[test]
fn one_level_changes_the_fingerprint_and_says_where() {
    let milder = version(D03, "rule D03 within_24h\n  when     temp at least high\n");
    let told = record(&SHIPPED).compare(&record(&milder));
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].starts_with("`parent at least same_day` changed: it held for "), "{told:?}");
}

#[test]
fn a_statement_that_is_gone_and_a_question_that_is_new_are_told() {
    let mut before = record(&SHIPPED);
    let now = before.clone();
    before.statements.push("lost".to_owned());
    before.order.retain(|id| id != "temp");
    let told = before.compare(&now);
    assert_eq!(told, ["`temp` is asked and was not, so every number changes", "the statement `lost` is gone"]);
}

#[test]
fn a_record_is_read_as_it_was_written() {
    let now = record(&SHIPPED);
    let again = Record::read(&now.write());
    assert_eq!(again, now);
    let order = from_names(&SHIPPED.protocol, &again.order).unwrap();
    assert_eq!(names(&SHIPPED.protocol, &order), again.order);
    assert_eq!(from_names(&SHIPPED.protocol, &again.order[1..]), None);
}

#[test]
fn a_difference_is_told_in_minimal_situations_and_exact_numbers() {
    let milder = version(D03, "rule D03 within_24h\n  when     temp at least high\n");
    let changes = protocol::difference::changes(&SHIPPED.protocol, &milder.protocol);
    assert_eq!(changes.len(), 1, "{changes:#?}");
    assert!(!changes[0].rises());
    let [parent, baby] = difference::numbers(&SHIPPED.protocol, &milder.protocol).unwrap();
    assert_eq!((parent.raised, baby.raised, baby.lowered), (0_u8.into(), 0_u8.into(), 0_u8.into()));
    assert!(parent.lowered > 0_u8.into());
    let told = difference::told(&milder.protocol, &SHIPPED.protocol);
    assert!(
        told.starts_with("Told more than before: 1 minimal situations\n\n  parent: within_24h -> same_day\n"),
        "{told}"
    );
    assert!(
        told.contains("by D03, T01 before, by D03 now")
            || told.contains("by T01, D03")
            || told.contains("before, by D03 now"),
        "{told}"
    );
}

/// The tests that make this person: whoever passes them all is as ill or worse.
fn as_ill(drawn: &mut Drawn, person: &protocol::answers::Answers) -> Node {
    let mut tests: Vec<Test> = Vec::new();
    for (id, _) in SHIPPED.protocol.each_finding() {
        let level = person.level(&SHIPPED.protocol, id).unwrap_or(0);
        tests.extend((level > 0).then_some(Test::AtLeast(id, level)));
    }
    for (item, context) in SHIPPED.protocol.context.iter().enumerate() {
        let Some(known) = person.known(item) else { continue };
        match context.kind {
            ContextKind::Values(_) => tests.push(Test::ContextIs(item, known)),
            ContextKind::Number { max, .. } if known < max => tests.push(Test::ContextAtMost(item, known)),
            ContextKind::Number { .. } => {}
        }
    }
    tests.into_iter().fold(Node::EVERYBODY, |those, test| {
        let pass = drawn.pass(test, Manner::Rules);
        drawn.both(those, pass)
    })
}

/// Changes of several kinds.
const CHANGES: &[(&str, &str)] = &[
    (D03, "rule D03 within_24h\n  when     temp at least high\n"),
    (
        "rule E16 emergency_now\n  when     sore and amber at least 3\n",
        "rule E16 emergency_now\n  when     sore and amber at least 2\n",
    ),
    ("rule R05 within_days 3\n", "rule R05 within_days 7\n"),
    ("rule T41 within_24h\n", "rule T41 urgent_call_now\n"),
    (
        "rule U28 urgent_call_now\n  when     blisters at least unsure and ctx.baby_age_days under 90\n",
        "rule U28 urgent_call_now\n  when     blisters at least yes and ctx.baby_age_days under 30\n",
    ),
    (
        "rule T06 within_24h\n  when     ctx.lactation is not_lactating and hot\n",
        "rule T06 same_day\n  when     ctx.lactation is not_lactating and sore\n",
    ),
];

#[test]
fn the_minimal_situations_leave_no_change_untold() {
    for (from, to) in CHANGES {
        let version = version(from, to);
        let changes = protocol::difference::changes(&SHIPPED.protocol, &version.protocol);
        let mut both = Both::new(&SHIPPED.protocol, &version.protocol).unwrap();
        for (whose, rises) in
            [Subject::Parent, Subject::Baby].into_iter().flat_map(|whose| [(whose, true), (whose, false)])
        {
            let changed = if rises { both.raised(whose) } else { both.lowered(whose) };
            let told = changes.iter().filter(|change| change.whose == whose && change.rises() == rises);
            let covered = told.fold(Node::NOBODY, |so_far, change| {
                let worse = as_ill(&mut both.drawn, &change.person);
                both.drawn.either(so_far, worse)
            });
            assert_eq!(both.drawn.without(changed, covered), Node::NOBODY, "{to} {whose:?} {rises}");
        }
        assert!(!changes.is_empty(), "{to}");
    }
}

#[test]
fn no_difference_is_told_of_the_same_version() {
    assert!(protocol::difference::changes(&SHIPPED.protocol, &SHIPPED.protocol).is_empty());
    let [parent, baby] = difference::numbers(&SHIPPED.protocol, &SHIPPED.protocol).unwrap();
    assert_eq!([parent.raised, parent.lowered, baby.raised, baby.lowered], [0_u8, 0, 0, 0].map(Into::into));
}
