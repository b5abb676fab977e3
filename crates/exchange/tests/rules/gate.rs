//! The plan does not offer what the gate of its session would refuse.

use proptest::prelude::*;
use protocol::answers::{Answers, Given};
use protocol::assessment::Place;
use protocol::compile::Compiled;
use protocol::model::urgency::Urgency;

use crate::people::{SHIPPED, at_a_corner, contradictory, item, plausible, say};

/// Someone with a tender patch in one breast and nothing else: light strokes are for her.
fn tender(compiled: &Compiled) -> Answers {
    let mut answers = Answers::default();
    for (id, _) in compiled.protocol.each_finding() {
        answers.answer(id, Given::Level(0));
    }
    say(&mut answers, "lump", "tender_patch");
    say(&mut answers, "side", "one");
    answers
}

fn place(compiled: &Compiled, answers: &Answers) -> Option<Place> {
    let step = compiled.protocol.steps.iter().position(|step| step.id == "light_touch");
    compiled.read(answers).plan().into_iter().find(|planned| Some(planned.step) == step).map(|planned| planned.place)
}

#[test]
fn light_strokes_are_offered_to_someone_whom_nothing_excludes() {
    let compiled = &*SHIPPED;
    assert_eq!(place(compiled, &tender(compiled)), Some(Place::Optional));
}

#[test]
fn no_exclusion_of_the_gate_leaves_light_strokes_offered() {
    let compiled = &*SHIPPED;
    let gate = &compiled.protocol.gates[0];
    for (tests, reason) in &gate.closed {
        let mut answers = tender(compiled);
        for (finding, level) in protocol::corner::mildest(&compiled.protocol, tests) {
            let now = answers.level(&compiled.protocol, finding).unwrap_or(0);
            answers.answer(finding, Given::Level(now.max(level)));
        }
        let placed = place(compiled, &answers);
        assert!(matches!(placed, Some(Place::NotNow)), "{}: {placed:?}", reason.raw());
    }
}

#[test]
fn someone_who_must_be_seen_today_is_not_sent_to_massage() {
    let compiled = &*SHIPPED;
    let mut answers = tender(compiled);
    say(&mut answers, "urine", "less");
    assert_eq!(compiled.read(&answers).parent_urgency(), Urgency::SameDay);
    assert_eq!(place(compiled, &answers), Some(Place::NotNow));
}

#[test]
fn a_known_age_under_sixteen_closes_the_gate() {
    let compiled = &*SHIPPED;
    let mut answers = tender(compiled);
    let age = item("age_years");
    answers.know(age, 15);
    assert_eq!(place(compiled, &answers), Some(Place::NotNow));
    answers.know(age, 16);
    assert_eq!(place(compiled, &answers), Some(Place::Optional));
}

/// Silence is held against the worst that could still be said of anything, read the slow way; and a result has what the single questions say.
fn stands_as_asked_one_by_one(answers: &Answers) -> Result<(), TestCaseError> {
    let read = SHIPPED.read(answers);
    let mut worst = *read.answers();
    for (id, finding) in SHIPPED.protocol.each_finding().filter(|(id, _)| read.answers().given(*id).is_none()) {
        worst.answer(id, Given::Level(finding.worst()));
    }
    let explained = read.explain(&SHIPPED);
    prop_assert_eq!(&explained.plan, &read.plan());
    for (at, gate) in SHIPPED.protocol.gates.iter().enumerate() {
        let standing = read.standing(&SHIPPED, at);
        prop_assert_eq!(&standing.closed, &read.closed(&SHIPPED, at));
        let mut silent = SHIPPED.read(&worst).closed(&SHIPPED, at).exclusions;
        silent.retain(|exclusion| !standing.closed.exclusions.contains(exclusion));
        prop_assert_eq!(&standing.silent, &silent, "{}", gate.id);
        prop_assert_eq!(&explained.gates[at], &standing);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn gates_stand_as_asked_one_by_one_for_plausible_people(answers in plausible()) {
        stands_as_asked_one_by_one(&answers)?;
    }

    #[test]
    fn gates_stand_as_asked_one_by_one_at_the_corners_of_every_rule(answers in at_a_corner()) {
        stands_as_asked_one_by_one(&answers)?;
    }

    #[test]
    fn gates_stand_as_asked_one_by_one_for_people_who_contradict_themselves(answers in contradictory()) {
        stands_as_asked_one_by_one(&answers)?;
    }
}
