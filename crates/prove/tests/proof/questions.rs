//! The order of questions and what is skipped: whoever answers only what is asked is told what the full form tells, as far as the rules promise it.

use crate::SHIPPED;
use proptest::prelude::*;
use protocol::answers::{Answers, Given};
use protocol::model::finding::{Class, FindingId};
use protocol::model::screen::ScreenKind;
use prove::path::Path;
use prove::scale::Scale;
use std::sync::LazyLock;

/// The findings in the order of the interview.
fn order() -> Vec<FindingId> {
    let on = |kind: &ScreenKind| match kind {
        ScreenKind::List(findings) => findings.clone(),
        ScreenKind::Question(finding) => vec![*finding],
        ScreenKind::Who | ScreenKind::Choose { .. } => Vec::new(),
    };
    SHIPPED.protocol.screens.iter().flat_map(|screen| on(&screen.kind)).collect()
}

/// The answers of the full form: everything that is asked of this person, until nothing is open.
pub fn asked(full: &Answers) -> Answers {
    asked_in(&order(), full)
}

/// Answers what is asked, again and again in this order, until nothing is open.
fn asked_in(order: &[FindingId], full: &Answers) -> Answers {
    let mut answers = *full;
    order.iter().for_each(|id| answers.forget(*id));
    loop {
        let open = SHIPPED.read(&answers).unanswered();
        let Some(next) = order.iter().find(|id| open.contains(**id)) else { return answers };
        answers.answer(*next, full.given(*next).unwrap_or(Given::Level(0)));
    }
}

fn anyone() -> impl Strategy<Value = Answers> {
    let people = shipped::people::people(&SHIPPED.protocol);
    let moves = prop::collection::vec((any::<u8>(), any::<u8>()), 0..8);
    (any::<usize>(), moves).prop_map(move |(at, moves)| {
        let mut answers = people[at % people.len()];
        for (which, level) in moves {
            let id = FindingId::at(usize::from(which) % SHIPPED.protocol.findings.len());
            answers.answer(id, Given::Level(level % (SHIPPED.protocol.finding(id).worst() + 1)));
        }
        answers
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn the_order_of_questions_makes_no_difference(full in anyone(), turn in any::<usize>()) {
        let order = order();
        let mut turned = order.clone();
        turned.rotate_left(turn % order.len());
        prop_assert_eq!(SHIPPED.read(&asked_in(&order, &full)).assess(), SHIPPED.read(&asked_in(&turned, &full)).assess());
    }

    #[test]
    fn what_is_skipped_can_only_have_added_and_never_an_open_flag(full in anyone()) {
        let skipping = SHIPPED.read(&asked(&full)).assess();
        let all = SHIPPED.read(&full).assess();
        prop_assert!(skipping.complete());
        prop_assert!(skipping.parent.urgency <= all.parent.urgency);
        prop_assert!(skipping.baby.map(|baby| baby.urgency) <= all.baby.map(|baby| baby.urgency));
        let flags = SHIPPED.protocol.each_finding().filter(|(_, finding)| finding.class == Class::RedFlag);
        let asked = asked(&full);
        for (id, finding) in flags.filter(|(_, finding)| finding.id != "b_loss") {
            prop_assert!(asked.given(id).is_some(), "{}", finding.id);
        }
    }

    #[test]
    fn whoever_is_asked_only_what_can_matter_is_told_the_same(full in anyone()) {
        static PATH: LazyLock<Path> = LazyLock::new(|| Path::new(&SHIPPED.protocol));
        static LONGEST: LazyLock<usize> = LazyLock::new(|| PATH.longest());
        let (asked, steps) = PATH.walk(&full);
        let told = SHIPPED.read(&full).assess();
        let scale = Scale::of(&SHIPPED.protocol);
        let reached = [Some(told.parent), told.baby].into_iter().flatten().map(|reached| scale.reached(reached));
        prop_assert_eq!(Some(steps), reached.max());
        prop_assert!(asked <= *LONGEST);
    }

    #[test]
    fn stopping_when_nothing_can_change_any_more_changes_nothing(full in anyone()) {
        let full = asked(&full);
        let mut answers = full;
        order().iter().for_each(|id| answers.forget(*id));
        for id in order() {
            let now = SHIPPED.read(&answers).assess();
            if now.reached() == now.could_reach {
                prop_assert_eq!(now.reached(), SHIPPED.read(&full).assess().reached());
                break;
            }
            if let Some(given) = full.given(id) {
                answers.answer(id, given);
            }
        }
    }
}
