//! Two readings of the rules, one obvious and one fast, say the same about everybody.

use proptest::prelude::*;
use protocol::answers::Answers;
use protocol::naive::Plain;

use crate::people::{SHIPPED, at_a_corner, contradictory, item, knowing, plausible, rules, values, well};

/// Everything that both readings can be asked.
fn agree(answers: &Answers) -> Result<(), TestCaseError> {
    let plain = Plain::new(rules(), answers);
    let read = SHIPPED.read(answers);
    let (expected, found) = (plain.assess(), read.assess());
    prop_assert_eq!(expected, found);
    prop_assert!(found.could_reach >= found.reached());
    prop_assert_eq!(plain.conditions(), read.conditions(found.headline()));
    prop_assert_eq!(plain.situations(), read.situations());
    prop_assert_eq!(plain.plan(), read.plan());
    prop_assert_eq!(plain.come_back_if(), read.come_back_if());
    for (id, finding) in rules().each_finding() {
        prop_assert_eq!(plain.level(id), read.level(id), "level of {}", finding.id);
    }
    let urgency = SHIPPED.urgency(&SHIPPED.pack(answers));
    prop_assert_eq!(urgency, (expected.parent.urgency, expected.baby.map(|baby| baby.urgency)));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn on_plausible_people(answers in plausible()) {
        agree(&answers)?;
    }

    #[test]
    fn at_the_corners_of_every_rule(answers in at_a_corner()) {
        agree(&answers)?;
    }

    #[test]
    fn on_people_who_contradict_themselves(answers in contradictory()) {
        agree(&answers)?;
    }
}

/// Each word and each edge of the context, on someone well, someone silent and someone who says the worst of everything.
#[test]
fn in_every_context() {
    let mut worst = well();
    rules().each_finding().for_each(|(id, one)| worst.answer(id, protocol::answers::Given::Level(one.worst())));
    for someone in [Answers::default(), well(), worst] {
        for at in 0..rules().context.len() {
            for value in values(at) {
                let answers = knowing(&someone, at, *value);
                agree(&answers).unwrap_or_else(|fault| panic!("{} {value:?}: {fault}", rules().context[at].id));
            }
        }
        for lactation in values(item("lactation")) {
            for baby in values(item("baby")) {
                let answers = knowing(&knowing(&someone, item("lactation"), *lactation), item("baby"), *baby);
                agree(&answers).unwrap_or_else(|fault| panic!("{lactation:?} {baby:?}: {fault}"));
            }
        }
    }
}
