//! The diagram against the program that runs: the plain reading, the compiled one, and the gate.

use crate::SHIPPED;
use proptest::prelude::*;
use protocol::answers::{Answers, Given};
use protocol::corner::corners;
use protocol::model::finding::Subject;
use protocol::naive::Plain;
use prove::drawn::{Drawn, optimised};
use prove::reading::Reading;
use prove::space::{Asked, Value};
use std::cell::RefCell;

thread_local! {
    static DRAWN: RefCell<Drawn<'static>> = RefCell::new(Drawn::new(&SHIPPED.protocol, &optimised(&SHIPPED.protocol)));
}

fn agree(answers: &Answers) -> Result<(), TestCaseError> {
    let plain = Plain::new(&SHIPPED.protocol, answers).assess();
    let read = SHIPPED.read(answers);
    prop_assert_eq!(plain, read.assess());
    let closed =
        (0..SHIPPED.protocol.gates.len()).map(|gate| read.closed(&SHIPPED, gate).is_closed()).collect::<Vec<_>>();
    DRAWN.with_borrow_mut(|drawn| {
        let person = drawn.space.person(answers);
        let said: Vec<usize> = drawn.order().iter().map(|variable| person[*variable]).collect();
        for whose in [Subject::Parent, Subject::Baby] {
            let reached = plain.of(whose).map_or(0, |reached| drawn.scale.reached(reached));
            for step in 0..drawn.scale.steps().len() {
                let root = drawn.reach(whose, step, None);
                prop_assert_eq!(drawn.diagram.holds(root, &said), reached > step, "{:?} step {}", whose, step);
            }
        }
        let complete = drawn.complete();
        prop_assert_eq!(drawn.diagram.holds(complete, &said), plain.complete());
        for (gate, is) in closed.iter().enumerate() {
            let root = drawn.closed(gate);
            prop_assert_eq!(drawn.diagram.holds(root, &said), *is, "gate {}", gate);
        }
        Ok(())
    })
}

/// What a dice says to one part: numbers anywhere in their band.
fn said(answers: &mut Answers, variable: usize, pick: u16) {
    DRAWN.with_borrow(|drawn| {
        let variable = &drawn.space.variables[variable % drawn.space.variables.len()];
        let value = variable.values[usize::from(pick) % variable.values.len()];
        match (variable.asked, value) {
            (Asked::Finding(id), Value::Level(level)) => answers.answer(id, Given::Level(level)),
            (Asked::Finding(id), Value::Unsure) => answers.answer(id, Given::Unsure),
            (Asked::Finding(id), _) => answers.forget(id),
            (Asked::Context(item), Value::Known { from, to }) => answers.know(item, from + pick % (to - from + 1)),
            (Asked::Context(item), _) => answers.unknow(item),
        }
    });
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn the_diagram_says_what_the_program_says(
        rule in any::<u16>(), at in any::<u16>(), full in any::<bool>(),
        moves in prop::collection::vec((any::<usize>(), any::<u16>()), 0..12),
    ) {
        let p = &SHIPPED.protocol;
        let corners = corners(p, &p.rules[usize::from(rule) % p.rules.len()]);
        let mut answers = corners[usize::from(at) % corners.len()];
        for (id, _) in p.each_finding().filter(|_| full) {
            if answers.given(id).is_none() {
                answers.answer(id, Given::Level(0));
            }
        }
        moves.iter().for_each(|(variable, pick)| said(&mut answers, *variable, *pick));
        agree(&answers)?;
    }
}

#[test]
fn the_diagram_agrees_at_every_corner_and_over_the_population() {
    let p = &SHIPPED.protocol;
    let corners = p.rules.iter().flat_map(|rule| corners(p, rule));
    for answers in corners.chain(shipped::people::people(p).into_iter().take(300)) {
        agree(&answers).unwrap_or_else(|fault| panic!("{fault}"));
    }
}

#[test]
fn no_test_tells_two_numbers_of_one_band_apart() {
    DRAWN.with_borrow(|drawn| {
        let bands = drawn.space.variables.iter().filter(|variable| !variable.words);
        let bands = bands.flat_map(|variable| variable.values.iter().map(|value| (variable.asked, *value)));
        for (asked, value) in bands {
            let (Asked::Context(item), Value::Known { from, to }) = (asked, value) else { continue };
            let told = |number: u16| {
                let tests = SHIPPED.protocol.rules.iter().flat_map(|rule| rule.when.iter().copied());
                let mut answers = Answers::default();
                answers.know(item, number);
                tests.map(|test| answers.context_holds(&SHIPPED.protocol, test)).collect::<Vec<_>>()
            };
            assert_eq!(told(from), told(to), "{item} {from} {to}");
        }
    });
}
