//! What must hold for everybody: nothing shown breaks a label, a dose more allows nothing sooner, ask-first shows no schedule.

use care::dose::{Answer, BREAK_S, Card, Dose, MINUTE_S, Product, Reason, Verdict, Why, Would};
use proptest::prelude::*;
use protocol::model::plan::{Medicine, Substance};

use crate::judge::Judge;
use crate::world::{Person, person, product, shipped};

/// When a card allows something, and how much. A run that is too long ends with its break, whatever the verdict says until then.
fn first_free(card: &Card, now_s: i64) -> (i64, std::cmp::Reverse<u32>) {
    let (at_s, up_to_mg) = match &card.verdict {
        Verdict::Allowed { up_to_mg } => (now_s, *up_to_mg),
        Verdict::Wait { until_s, up_to_mg, .. } => (*until_s, *up_to_mg),
        Verdict::AskFirst(why) if *why == [Reason::TooLong] => {
            (card.last.map_or(i64::MAX, |last| last.at_s + BREAK_S), u32::MAX)
        }
        Verdict::AskFirst(_) | Verdict::NoLimits => (i64::MAX, 0),
    };
    (at_s, std::cmp::Reverse(up_to_mg))
}

fn medicine(card: &Card) -> &'static Medicine {
    shipped().iter().find(|one| Some(one.id.as_str()) == card.medicine).unwrap_or_else(|| panic!("{card:?}"))
}

fn dose(card: &Card, amount_mg: u32, at_s: i64) -> Dose {
    Dose { product: Product::Medicine(medicine(card).id.clone()), amount_mg, at_s }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn what_is_shown_keeps_every_label_and_comes_at_the_first_minute(person in person()) {
        let held = Judge::new(shipped(), &person).hold(&person.cards(shipped()));
        prop_assert!(held.is_ok(), "{}", held.unwrap_err());
    }

    #[test]
    fn a_dose_more_never_allows_anything_sooner(
        (person, (product, amount_mg), later_s) in person().prop_flat_map(|person| {
            let region = person.region;
            (Just(person), product(region), -13 * 86_400_i64..86_400)
        })
    ) {
        let more = person.with(Dose { product, amount_mg, at_s: person.now_s + later_s });
        for (before, after) in person.cards(shipped()).iter().zip(more.cards(shipped())) {
            prop_assert_eq!(before.medicine, after.medicine);
            prop_assert!(first_free(before, person.now_s) <= first_free(&after, more.now_s), "{:?}\n{:?}", before, after);
        }
    }

    #[test]
    fn more_of_a_dose_never_allows_anything_sooner(person in person(), at in any::<prop::sample::Index>(), mg in 1_u32..600) {
        if person.doses.is_empty() {
            return Ok(());
        }
        let mut more = person.clone();
        let at = at.index(more.doses.len());
        more.doses[at].amount_mg += mg;
        for (before, after) in person.cards(shipped()).iter().zip(more.cards(shipped())) {
            prop_assert!(first_free(before, person.now_s) <= first_free(&after, more.now_s), "{:?}\n{:?}", before, after);
        }
    }

    /// Invariant 19. What an earlier clock allows, a later one allows too, unless the run of use has grown too long meanwhile.
    #[test]
    fn a_clock_set_back_allows_nothing_sooner(person in person(), back_s in 1_i64..40 * 3600) {
        let back = Person { now_s: person.now_s - back_s, ..person.clone() };
        for (right, wrong) in person.cards(shipped()).iter().zip(back.cards(shipped())) {
            // A run that is too long has a moment of its own; neither side of it shows anything sooner than the clock says.
            if [&right.verdict, &wrong.verdict].contains(&&Verdict::AskFirst(vec![Reason::TooLong])) {
                continue;
            }
            let (right_s, right_mg) = first_free(right, person.now_s);
            let (wrong_s, wrong_mg) = first_free(&wrong, back.now_s);
            prop_assert!(wrong_s >= right_s || wrong_s <= person.now_s, "{:?}\n{:?}", right, wrong);
            if wrong_s <= person.now_s && wrong_s != i64::MAX {
                prop_assert!(right_s <= person.now_s && right_mg <= wrong_mg, "{:?}\n{:?}", right, wrong);
            }
        }
    }

    #[test]
    fn asking_first_shows_no_schedule_and_names_its_reason(person in person(), answer in prop::sample::select(&[Answer::Open, Answer::Held][..])) {
        let mut person = person;
        person.cautions.ibuprofen = answer;
        person.cautions.paracetamol = answer;
        for card in person.cards(shipped()) {
            let Verdict::AskFirst(reasons) = &card.verdict else { panic!("{card:?}") };
            let named = if answer == Answer::Open { Reason::CautionsOpen } else { Reason::CautionHolds };
            prop_assert!(reasons.contains(&named), "{:?}", card);
        }
    }

    #[test]
    fn another_nsaid_closes_ibuprofen_and_nothing_else(person in person(), before_s in 0_i64..=86_400) {
        let with = person.with(Dose { product: Product::Nsaid, amount_mg: 0, at_s: person.now_s - before_s });
        for (before, after) in person.cards(shipped()).iter().zip(with.cards(shipped())) {
            match after.contains {
                Substance::Ibuprofen => {
                    prop_assert!(matches!(&after.verdict, Verdict::AskFirst(why) if why.contains(&Reason::OtherNsaid)));
                }
                Substance::Paracetamol => prop_assert_eq!(&before.verdict, &after.verdict),
            }
        }
    }

    /// What is shown and what is said before saving never contradict each other.
    #[test]
    fn a_dose_within_the_schedule_is_fine_and_one_before_it_is_warned_of(person in person()) {
        for card in person.cards(shipped()) {
            match card.verdict {
                Verdict::Allowed { up_to_mg } => {
                    let would = person.would(shipped(), &dose(&card, up_to_mg, person.now_s));
                    prop_assert_eq!(would, Would::Fine);
                    let unit_mg = medicine(&card).unit_mg.unwrap_or(1);
                    let more = person.would(shipped(), &dose(&card, up_to_mg + unit_mg, person.now_s));
                    prop_assert!(more != Would::Fine, "{:?}", card);
                }
                Verdict::Wait { until_s, up_to_mg, why } => {
                    let Would::Warn(warning) = person.would(shipped(), &dose(&card, up_to_mg, person.now_s)) else {
                        panic!("no warning: {card:?}")
                    };
                    prop_assert_eq!(warning.wait_until_s, Some(until_s), "{:?}", &warning);
                    prop_assert!(why != Why::Gap || warning.too_soon_until_s == Some(until_s), "{:?}", &warning);
                    prop_assert!(why != Why::Day || warning.over.is_some() || warning.too_soon_until_s.is_some());
                    let early = dose(&card, up_to_mg, (until_s - MINUTE_S).max(person.now_s));
                    prop_assert!(person.would(shipped(), &early) != Would::Fine);
                }
                Verdict::AskFirst(_) | Verdict::NoLimits => {}
            }
        }
    }
}
