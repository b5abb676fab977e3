//! Rules that a clinician has raised for one person: whatever she answers, nothing is milder than without it.
//!
//! `tests/cases/raised.ndjson` has one row a rule; `tests/browser/raised_twin.test.mjs` reads each on the phone and must come to the same.

use std::fs;
use std::path::Path;

use exchange::case::{self, Case};
use proptest::prelude::*;
use protocol::answers::Answers;
use protocol::assessment::Assessment;
use protocol::compile::Compiled;
use protocol::corner;
use protocol::model::urgency::Urgency;
use protocol::naive::Plain;
use protocol::raised::Raised;
use serde_json::{Value, json};

use crate::people::{SHIPPED, at_a_corner, contradictory, plausible, rules};

/// What both patients have reached; without a baby nothing is below anything.
fn reached(one: &Assessment) -> [Urgency; 2] {
    [one.parent.urgency, one.baby.map(|baby| baby.urgency).unwrap_or_default()]
}

/// Every level of the second is that of the first or above.
fn never_below(before: &Assessment, after: &Assessment) -> bool {
    reached(before).into_iter().zip(reached(after)).all(|(before, after)| after >= before)
}

#[test]
fn one_raise_over_any_level_is_never_less_and_twice_is_once_and_more_is_never_less() {
    for from in Urgency::ALL {
        for to in Urgency::ALL {
            let raised = Raised { rule: 0, to };
            let once = raised.over(from);
            assert!(once >= from && once >= to, "{from:?} to {to:?}: {once:?}");
            assert_eq!(raised.over(once), once, "{from:?} to {to:?}, twice");
            assert!(once == from || once != Urgency::WithinDays, "a raise names no days");
            for more in Urgency::ALL.into_iter().filter(|more| *more >= to) {
                assert!(Raised { rule: 0, to: more }.over(from) >= once, "{from:?}: {to:?}, then {more:?}");
            }
        }
    }
}

/// Every rule, raised to a level by turns and to the highest, on its mildest persons. What a level does to a level is above, whole.
#[test]
fn every_rule_that_is_raised_decides_at_least_that_and_fires_for_nobody_else() {
    for (at, rule) in rules().rules.iter().enumerate() {
        let corners = corner::corners(rules(), rule);
        for to in [Urgency::ALL[at % Urgency::ALL.len()], Urgency::EmergencyNow] {
            let raised = SHIPPED.with_raised(&[Raised { rule: at, to }]);
            assert_eq!(raised.protocol.rules[at].urgency, Raised { rule: at, to }.over(rule.urgency), "{}", rule.id);
            for person in corners.iter().take(2) {
                let (before, after) = (SHIPPED.read(person).assess(), raised.read(person).assess());
                assert!(never_below(&before, &after), "{} to {to:?}", rule.id);
                assert!(after.of(rule.subject).is_some_and(|one| one.urgency >= to), "{} to {to:?}", rule.id);
                assert_eq!((before.fired, before.unanswered), (after.fired, after.unanswered), "{}", rule.id);
            }
        }
    }
}

fn raises() -> impl Strategy<Value = Vec<Raised>> {
    let one = (0..rules().rules.len(), 0..Urgency::ALL.len());
    prop::collection::vec(one.prop_map(|(rule, to)| Raised { rule, to: Urgency::ALL[to] }), 0..12)
}

fn people() -> impl Strategy<Value = Answers> {
    prop_oneof![plausible(), at_a_corner(), contradictory()]
}

/// The urgency of a patient by hand: the highest of what fired, each raised.
fn by_hand(before: &Assessment, raises: &[Raised]) -> [Urgency; 2] {
    let mut reached = [Urgency::None; 2];
    for (at, rule) in rules().rules.iter().enumerate().filter(|(at, _)| before.fired.contains(*at)) {
        let over = raises.iter().filter(|one| one.rule == at).fold(rule.urgency, |urgency, one| one.over(urgency));
        let patient = &mut reached[usize::from(rule.subject == protocol::model::finding::Subject::Baby)];
        *patient = over.max(*patient);
    }
    reached
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn whoever_answers_whatever_no_raise_makes_anything_milder(answers in people(), some in raises(), more in raises()) {
        let all: Vec<Raised> = some.iter().chain(&more).copied().collect();
        let [few, many] = [&some, &all].map(|raises| SHIPPED.with_raised(raises));
        let closed = |rules: &Compiled| -> Vec<bool> {
            rules.read(&answers).explain(rules).gates.iter().map(|one| one.closed.is_closed()).collect()
        };
        let [before, with_some, with_all] = [&*SHIPPED, &few, &many].map(|rules| rules.read(&answers).assess());
        prop_assert!(never_below(&before, &with_some) && never_below(&with_some, &with_all));
        prop_assert!(with_some.could_reach >= before.could_reach);
        prop_assert!(with_some.headline() >= before.headline(), "what is told is no milder either");
        prop_assert_eq!(reached(&with_some), by_hand(&before, &some));
        prop_assert_eq!((before.fired, before.unanswered), (with_all.fired, with_all.unanswered));
        prop_assert_eq!(many.with_raised(&all).read(&answers).assess(), with_all, "twice is once");
        let stays = closed(&SHIPPED).into_iter().zip(closed(&few)).all(|(before, after)| after || !before);
        prop_assert!(stays, "a gate that was closed stays closed");
        // The fast reading of raised rules is that of the plain one.
        let plain = Plain::new(&few.protocol, &answers);
        prop_assert_eq!(plain.assess(), with_some);
        prop_assert_eq!(plain.come_back_if(), few.read(&answers).come_back_if());
        let fast = few.urgency(&few.pack(&answers));
        prop_assert_eq!(fast, (with_some.parent.urgency, with_some.baby.map(|baby| baby.urgency)));
    }
}

/// One row a rule: its first mildest person, and the rule raised to one of the levels, each in turn.
fn row(at: usize) -> Value {
    let rule = &rules().rules[at];
    let to = Urgency::ALL[at % Urgency::ALL.len()];
    let answers = corner::corners(rules(), rule).remove(0);
    let case = Case { id: Value::Null, answers, ages_differ: false };
    let case: Value = serde_json::from_slice(&case::write(&SHIPPED, &case)).unwrap_or_default();
    let after = SHIPPED.with_raised(&[Raised { rule: at, to }]).read(&answers).assess();
    let told = |one: protocol::assessment::Reached| json!({ "level": one.urgency.number(), "days": one.days });
    json!({
        "rule": rule.id, "to": to.number(), "case": case, "parent": told(after.parent), "baby": after.baby.map(told),
        "could_reach": after.could_reach.number(),
    })
}

#[test]
fn the_table_that_the_phone_is_asked_is_this_one() {
    let table: String = (0..rules().rules.len()).map(|at| format!("{}\n", row(at))).collect();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/cases/raised.ndjson");
    if std::env::var_os("MILKWAY_RENEW").is_some() {
        fs::write(&path, &table).unwrap_or_else(|fault| panic!("{fault}"));
    }
    let known = fs::read_to_string(&path).unwrap_or_default();
    assert!(known == table, "tests/cases/raised.ndjson is old: run this test with MILKWAY_RENEW=1");
}
