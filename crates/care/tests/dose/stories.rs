//! Nights that people have, with the answer worked out by hand.

use care::dose::{Answer, Cautions, HOUR_S, MINUTE_S, Over, Reason, Verdict, Warning, Why, Would};
use protocol::model::plan::{Medicine, Substance};

use crate::world::{CLEAR, Person, shipped, took, took_nsaid, took_other};

/// A Tuesday, 03:00 UTC.
const NOW_S: i64 = 1_795_489_200;

fn at(hours: i64, minutes: i64) -> i64 {
    NOW_S - hours * HOUR_S - minutes * MINUTE_S
}

fn in_time(hours: i64, minutes: i64) -> i64 {
    NOW_S + hours * HOUR_S + minutes * MINUTE_S
}

fn person(region: &'static str, doses: Vec<care::dose::Dose>) -> Person {
    Person { region, cautions: CLEAR, doses, now_s: NOW_S }
}

fn verdict(person: &Person, id: &str) -> Verdict {
    let cards = person.cards(shipped());
    let card = cards.iter().find(|card| card.medicine == Some(id)).unwrap_or_else(|| panic!("no card for {id}"));
    card.verdict.clone()
}

const fn allowed(up_to_mg: u32) -> Verdict {
    Verdict::Allowed { up_to_mg }
}

const fn wait(until_s: i64, up_to_mg: u32, why: Why) -> Verdict {
    Verdict::Wait { until_s, up_to_mg, why }
}

#[test]
fn nobody_has_taken_anything() {
    let uk = person("UK", Vec::new());
    assert_eq!(verdict(&uk, "ibuprofen_uk"), allowed(400));
    assert_eq!(verdict(&uk, "paracetamol_uk_ie"), allowed(1000));
    let us = person("US", Vec::new());
    let ids: Vec<_> = us.cards(shipped()).iter().map(|card| card.medicine.unwrap_or("-").to_owned()).collect();
    assert_eq!(ids, ["ibuprofen_us", "acetaminophen_325_us", "acetaminophen_500_us"], "a ceiling is no card");
    assert_eq!(verdict(&us, "acetaminophen_325_us"), allowed(650));
}

#[test]
fn the_gap_is_the_british_one_in_britain() {
    let one = person("UK", vec![took("ibuprofen_uk", 200, at(5, 0))]);
    assert_eq!(verdict(&one, "ibuprofen_uk"), wait(in_time(1, 0), 400, Why::Gap));
    let other = person("UK", vec![took("ibuprofen_uk", 200, at(6, 0))]);
    assert_eq!(verdict(&other, "ibuprofen_uk"), allowed(400), "exactly the gap is enough");
}

#[test]
fn two_tablets_an_hour_apart_are_one_dose_of_two() {
    let apart = person("US", vec![took("ibuprofen_us", 200, at(5, 0)), took("ibuprofen_us", 200, at(4, 0))]);
    assert_eq!(verdict(&apart, "ibuprofen_us"), wait(in_time(2, 0), 400, Why::Gap), "6 h after the second");
    let at_its_time = person("US", vec![took("ibuprofen_us", 200, at(8, 0)), took("ibuprofen_us", 200, at(4, 0))]);
    assert_eq!(verdict(&at_its_time, "ibuprofen_us"), allowed(400), "4 h and 4 h are two doses of one");
}

#[test]
fn a_product_for_colds_counts_in_full() {
    let cold = person("UK", vec![took_other(Substance::Paracetamol, 1000, at(1, 0))]);
    assert_eq!(verdict(&cold, "paracetamol_uk_ie"), wait(in_time(3, 0), 1000, Why::Gap));
    let us = person("US", vec![took_other(Substance::Ibuprofen, 400, at(5, 0))]);
    assert_eq!(verdict(&us, "ibuprofen_us"), wait(in_time(1, 0), 400, Why::Gap), "400 mg from whatever box: 6 h");
}

#[test]
fn a_longer_gap_of_what_was_taken_holds_even_behind_a_later_dose() {
    let both =
        person("US", vec![took("acetaminophen_500_us", 1000, at(5, 0)), took("acetaminophen_325_us", 650, at(4, 0))]);
    assert_eq!(verdict(&both, "acetaminophen_325_us"), wait(in_time(1, 0), 650, Why::Gap));
}

#[test]
fn the_day_is_a_rolling_one_and_its_edge_counts() {
    let day = |first| {
        person(
            "UK",
            vec![
                took("ibuprofen_uk", 400, first),
                took("ibuprofen_uk", 400, at(16, 0)),
                took("ibuprofen_uk", 400, at(8, 0)),
            ],
        )
    };
    assert_eq!(verdict(&day(at(24, 0)), "ibuprofen_uk"), wait(in_time(0, 1), 400, Why::Day), "24 h ago still counts");
    assert_eq!(verdict(&day(at(24, 1)), "ibuprofen_uk"), allowed(400));
    assert_eq!(verdict(&day(at(20, 0)), "ibuprofen_uk"), wait(in_time(4, 1), 400, Why::Day));
}

#[test]
fn what_is_left_of_a_day_may_be_a_smaller_dose_but_never_a_part_of_one() {
    let left = person(
        "UK",
        vec![
            took("ibuprofen_uk", 400, at(20, 0)),
            took("ibuprofen_uk", 400, at(13, 0)),
            took_other(Substance::Ibuprofen, 200, at(7, 0)),
        ],
    );
    assert_eq!(verdict(&left, "ibuprofen_uk"), allowed(200));
    let part = person(
        "UK",
        vec![
            took("ibuprofen_uk", 400, at(20, 0)),
            took("ibuprofen_uk", 400, at(13, 0)),
            took_other(Substance::Ibuprofen, 250, at(7, 0)),
        ],
    );
    assert_eq!(
        verdict(&part, "ibuprofen_uk"),
        wait(in_time(4, 1), 400, Why::Day),
        "150 mg would be a part of a tablet"
    );
}

#[test]
fn a_region_without_a_label_has_no_schedule() {
    for region in ["AU", "other"] {
        let cards = person(region, Vec::new());
        let cards = cards.cards(shipped());
        assert!(cards.iter().all(|card| card.verdict == Verdict::NoLimits && card.most_mg.is_none()), "{cards:?}");
    }
    let canada = person("CA", vec![took_other(Substance::Paracetamol, 1000, at(2, 0))]);
    let cards = canada.cards(shipped());
    let paracetamol = &cards[1];
    assert_eq!(
        (&paracetamol.verdict, paracetamol.used_mg, paracetamol.most_mg),
        (&Verdict::NoLimits, 1000, Some(4000))
    );
    let ireland = person("IE", Vec::new());
    let cards = ireland.cards(shipped());
    assert_eq!((cards[0].medicine, &cards[0].verdict), (None, &Verdict::NoLimits), "no ibuprofen row for Ireland");
    assert_eq!(cards[1].medicine, Some("paracetamol_uk_ie"));
}

#[test]
fn ten_days_in_a_row_are_a_reason_to_ask_and_two_days_without_are_a_break() {
    let run = |days: i64, until_h: i64| {
        let hours = (until_h..=days * 24).step_by(24);
        person("UK", hours.map(|hours| took("ibuprofen_uk", 200, at(hours, 0))).collect())
    };
    assert_eq!(verdict(&run(10, 24), "ibuprofen_uk"), allowed(400), "exactly 10 days");
    let over = person("UK", [run(10, 24).doses, vec![took("ibuprofen_uk", 200, at(240, 1))]].concat());
    assert_eq!(verdict(&over, "ibuprofen_uk"), Verdict::AskFirst(vec![Reason::TooLong]));
    let broken = person("UK", run(12, 48).doses.into_iter().filter(|dose| dose.at_s != at(96, 0)).collect());
    assert_eq!(verdict(&broken, "ibuprofen_uk"), allowed(400), "48 h without a dose end a run");
    let soon = person(
        "UK",
        [run(9, 24).doses, vec![took("ibuprofen_uk", 400, at(238, 0)), took("ibuprofen_uk", 400, at(1, 0))]].concat(),
    );
    assert_eq!(verdict(&soon, "ibuprofen_uk"), Verdict::AskFirst(vec![Reason::TooLong]), "in 5 h it would be too long");
}

#[test]
fn a_fever_has_its_own_number_of_days_where_the_label_says_so() {
    let days = |region, id: &'static str| person(region, (1..=4).map(|day| took(id, 200, at(day * 20, 0))).collect());
    let ask = |person: &Person| person.cards(shipped())[0].ask_for_fever;
    assert!(ask(&days("US", "ibuprofen_us")), "80 h");
    assert!(!ask(&days("UK", "ibuprofen_uk")), "no number of its own there");
    assert!(
        !ask(&person("US", vec![took("ibuprofen_us", 200, at(30, 0)), took("ibuprofen_us", 200, at(72, 0))])),
        "3 days"
    );
}

#[test]
fn what_is_dated_in_the_future_blocks_until_its_gap_has_passed() {
    let future = person("UK", vec![took("ibuprofen_uk", 400, in_time(2, 0))]);
    assert_eq!(verdict(&future, "ibuprofen_uk"), wait(in_time(8, 0), 400, Why::Gap));
    assert_eq!(future.cards(shipped())[0].used_mg, 400);
}

#[test]
fn an_unknown_medicine_in_the_list_leaves_no_schedule() {
    let strange = person("UK", vec![took("something_else", 400, at(90, 0))]);
    for card in strange.cards(shipped()) {
        assert_eq!(card.verdict, Verdict::AskFirst(vec![Reason::UnknownProduct]));
    }
}

#[test]
fn a_dose_over_the_day_is_told_with_both_numbers_before_it_is_saved() {
    let day = person(
        "UK",
        vec![
            took("ibuprofen_uk", 400, at(19, 0)),
            took("ibuprofen_uk", 400, at(13, 0)),
            took("ibuprofen_uk", 400, at(7, 0)),
        ],
    );
    let warning = Warning {
        over: Some(Over { total_mg: 1600, most_mg: 1200 }),
        wait_until_s: Some(in_time(5, 1)),
        ..Warning::default()
    };
    assert_eq!(day.would(shipped(), &took("ibuprofen_uk", 400, NOW_S)), Would::Warn(warning));
}

#[test]
fn a_dose_that_was_forgotten_is_held_against_what_came_after_it() {
    let later = person("UK", vec![took("paracetamol_uk_ie", 1000, at(1, 0))]);
    let Would::Warn(warning) = later.would(shipped(), &took("paracetamol_uk_ie", 1000, at(3, 0))) else { panic!() };
    assert_eq!(warning.too_soon_until_s, Some(in_time(3, 0)));
    let five = person("UK", (0..4).map(|n| took("paracetamol_uk_ie", 1000, at(5 * n, 0))).collect());
    let Would::Warn(warning) = five.would(shipped(), &took("paracetamol_uk_ie", 500, at(20, 0))) else { panic!() };
    assert_eq!(warning.over, Some(Over { total_mg: 4500, most_mg: 4000 }));
    assert_eq!(five.would(shipped(), &took("paracetamol_uk_ie", 500, at(30, 0))), Would::Fine);
}

#[test]
fn parts_of_a_tablet_and_large_doses_are_told() {
    let uk = person("UK", Vec::new());
    let of = |dose| match uk.would(shipped(), &dose) {
        Would::Warn(warning) => (warning.unit_mg, warning.large_mg, warning.wait_until_s),
        Would::Fine => (None, None, None),
    };
    assert_eq!(of(took("ibuprofen_uk", 380, NOW_S)), (Some(200), None, None));
    assert_eq!(of(took("ibuprofen_uk", 600, NOW_S)), (None, Some(400), None), "waiting does not make it right");
    assert_eq!(of(took_other(Substance::Ibuprofen, 380, NOW_S)), (None, None, None), "another box, other tablets");
    assert_eq!(of(took_other(Substance::Paracetamol, 1500, NOW_S)), (None, Some(1000), None));
}

#[test]
fn two_drugs_of_one_kind_are_told_from_either_side() {
    let two =
        |person: &Person, dose| matches!(person.would(shipped(), &dose), Would::Warn(warning) if warning.two_nsaids);
    let nsaid = person("UK", vec![took_nsaid(at(24, 0))]);
    assert!(two(&nsaid, took("ibuprofen_uk", 200, NOW_S)));
    assert!(two(&nsaid, took_other(Substance::Ibuprofen, 200, at(10, 0))));
    assert!(!two(&nsaid, took("paracetamol_uk_ie", 500, NOW_S)));
    let ibuprofen = person("UK", vec![took("ibuprofen_uk", 200, at(23, 0))]);
    assert!(two(&ibuprofen, took_nsaid(NOW_S)));
    assert!(!two(&person("UK", vec![took_nsaid(at(24, 1))]), took("ibuprofen_uk", 200, NOW_S)));
}

#[test]
fn a_caution_is_told_before_saving_and_open_ones_are_not() {
    let dose = took("paracetamol_uk_ie", 500, NOW_S);
    let held = Person { cautions: Cautions { paracetamol: Answer::Held, ..CLEAR }, ..person("UK", Vec::new()) };
    let Would::Warn(warning) = held.would(shipped(), &dose) else { panic!("no warning") };
    assert_eq!(warning.ask, [Reason::CautionHolds]);
    let open = Person { cautions: Cautions::default(), ..person("UK", Vec::new()) };
    assert_eq!(open.would(shipped(), &dose), Would::Fine);
}

#[test]
fn the_ceiling_over_all_products_is_told_where_there_is_no_label() {
    let canada = person("CA", (1..5).map(|n| took_other(Substance::Paracetamol, 1000, at(5 * n, 0))).collect());
    let Would::Warn(warning) = canada.would(shipped(), &took_other(Substance::Paracetamol, 500, NOW_S)) else {
        panic!()
    };
    assert_eq!(warning.over, Some(Over { total_mg: 4500, most_mg: 4000 }));
    assert_eq!(
        person("AU", canada.doses).would(shipped(), &took_other(Substance::Paracetamol, 500, NOW_S)),
        Would::Fine
    );
}

/// The shipped medicines with some numbers of one of them changed.
fn changed(id: &str, change: fn(&mut Medicine)) -> Vec<Medicine> {
    let mut medicines = shipped().to_vec();
    medicines.iter_mut().filter(|one| one.id == id).for_each(change);
    medicines
}

#[test]
fn the_longer_gap_after_a_large_dose_goes_with_what_was_taken() {
    let four_hours = changed("ibuprofen_uk", |one| one.gap_hours = Some(4));
    let first = |dose| person("UK", vec![dose]).cards(&four_hours)[0].verdict.clone();
    assert_eq!(first(took("ibuprofen_us", 400, at(5, 0))), wait(in_time(1, 0), 400, Why::Gap));
    assert_eq!(first(took("ibuprofen_us", 200, at(5, 0))), allowed(400));
    assert_eq!(first(took("ibuprofen_uk", 400, at(5, 0))), allowed(400));
}

#[test]
fn the_smallest_dose_is_a_whole_number_of_units_too() {
    let odd = changed("ibuprofen_uk", |one| one.dose_mg = Some((250, 1000)));
    let left = person("UK", vec![took("ibuprofen_uk", 800, at(9, 0)), took_other(Substance::Ibuprofen, 1, at(20, 0))]);
    assert_eq!(left.cards(&odd)[0].verdict, wait(in_time(4, 1), 400, Why::Day), "200 mg is less than one dose");
}

#[test]
fn waiting_is_offered_only_where_it_makes_it_right() {
    let uk = |doses| person("UK", doses);
    let offered = |person: &Person, dose| match person.would(shipped(), &dose) {
        Would::Warn(warning) => warning.wait_until_s,
        Would::Fine => panic!("no warning"),
    };
    let hour_ago = uk(vec![took("ibuprofen_uk", 400, at(1, 0))]);
    assert_eq!(offered(&hour_ago, took("ibuprofen_uk", 400, NOW_S)), Some(in_time(5, 0)));
    assert_eq!(offered(&hour_ago, took("ibuprofen_uk", 800, NOW_S)), None, "too large at any time");
    assert_eq!(offered(&hour_ago, took("ibuprofen_uk", 300, NOW_S)), None, "a part of a tablet");
    let held = Person { cautions: Cautions { ibuprofen: Answer::Held, ..CLEAR }, ..hour_ago };
    assert_eq!(offered(&held, took("ibuprofen_uk", 400, NOW_S)), None, "to be asked about first");
    let nsaid = uk(vec![took("ibuprofen_uk", 400, at(1, 0)), took_nsaid(at(2, 0))]);
    assert_eq!(offered(&nsaid, took("ibuprofen_uk", 400, NOW_S)), None, "two of one kind");
    let past = uk(vec![took("ibuprofen_uk", 400, at(9, 0))]);
    assert_eq!(offered(&past, took("ibuprofen_uk", 400, at(10, 0))), None, "the time to wait for is over");
    let run = uk((0..12)
        .map(|day| took("ibuprofen_uk", 200, at(20 * day + 1, 0)))
        .chain([took("ibuprofen_uk", 200, at(237, 0))])
        .collect());
    assert_eq!(offered(&run, took("ibuprofen_uk", 200, NOW_S)), None, "by then the run is too long");
    let over = uk((0..13).map(|day| took("ibuprofen_uk", 200, at(24 * day, 0))).collect());
    let Would::Warn(warning) = over.would(shipped(), &took("ibuprofen_uk", 200, in_time(8, 0))) else {
        panic!("no warning")
    };
    assert_eq!(warning.ask, [Reason::TooLong]);
}

#[test]
fn what_is_dated_in_the_future_counts_before_saving_too() {
    let later = |dose| person("UK", vec![dose]);
    let Would::Warn(sum) = later(took("paracetamol_uk_ie", 3500, in_time(40, 0)))
        .would(shipped(), &took("paracetamol_uk_ie", 1000, NOW_S))
    else {
        panic!("no warning")
    };
    assert_eq!(sum.over, Some(Over { total_mg: 4500, most_mg: 4000 }));
    assert_eq!(sum.too_soon_until_s, Some(in_time(44, 0)));
    let Would::Warn(two) = later(took_nsaid(in_time(40, 0))).would(shipped(), &took("ibuprofen_uk", 200, NOW_S)) else {
        panic!("no warning")
    };
    assert!(two.two_nsaids);
}

#[test]
fn numbers_at_the_ends_of_their_range_do_no_harm() {
    for edge_s in [i64::MIN, i64::MAX] {
        let strange = person(
            "US",
            vec![took("ibuprofen_us", u32::MAX, edge_s), took_other(Substance::Paracetamol, u32::MAX, edge_s)],
        );
        for now_s in [i64::MIN, 0, i64::MAX] {
            let there = Person { now_s, ..strange.clone() };
            assert_eq!(there.cards(shipped()).len(), 3);
            let _ = there.would(shipped(), &took("ibuprofen_us", u32::MAX, i64::MAX));
        }
    }
}
