//! Of the baby: weight.

use care::record::amount::Unit;
use care::record::body::{Body, Measured};
use care::record::entry::Entry;
use protocol::model::urgency::Urgency;

use super::{alarms, household, noas, says};
use crate::world::amount;

/// Weights by the age in days at which they were taken, in grams; the last is of now.
fn weights(grams: &[(i64, &str)]) -> (i64, Vec<Entry>) {
    let now = grams.last().unwrap().0;
    let one = |(number, (age_days, value)): (usize, &(i64, &str))| {
        let number = u128::try_from(number).unwrap() + 1;
        noas(number, (now - age_days) * 24, Body::Weight(Measured { amount: amount(value, Unit::G) }))
    };
    (now, grams.iter().enumerate().map(one).collect())
}

fn check(grams: &[(i64, &str)], loss: &str, gain: &str) {
    let (age_days, entries) = weights(grams);
    let found = (says(age_days, &entries, "b_loss"), says(age_days, &entries, "b_gain"));
    assert_eq!(found, (loss.to_owned(), gain.to_owned()), "{grams:?}");
}

#[test]
fn loss_is_scored_at_seven_ten_and_twelve_percent_unrounded() {
    for (grams, loss) in [
        ("4000", "-"),
        ("3721", "-"),
        ("3720.001", "-"),
        ("3720", "p7_10"),
        ("3600.001", "p7_10"),
        ("3600", "p10_12"),
        ("3520.001", "p10_12"),
        ("3520", "p12plus"),
        ("3000", "p12plus"),
    ] {
        check(&[(0, "4000"), (3, grams)], loss, "-");
    }
}

#[test]
fn loss_is_the_same_in_pounds_and_ounces() {
    let in_unit = |birth: &str, now: &str, unit: Unit| {
        let weight = |value: &str| Body::Weight(Measured { amount: amount(value, unit) });
        says(3, &[noas(1, 72, weight(birth)), noas(2, 0, weight(now))], "b_loss")
    };
    // 7 percent of 100 ounces.
    assert_eq!(in_unit("6 4", "5 13", Unit::LbOz), "p7_10");
    assert_eq!(in_unit("6 4", "5 13.1", Unit::LbOz), "-");
    assert_eq!(in_unit("4", "3,72", Unit::Kg), "p7_10");
    assert_eq!(in_unit("4", "3.721", Unit::Kg), "-");
    assert_eq!(in_unit("10", "8.8", Unit::Lb), "p12plus");
}

#[test]
fn the_urgency_is_that_of_the_table() {
    for (grams, urgency) in [("3700", Urgency::Within24h), ("3600", Urgency::SameDay), ("3500", Urgency::UrgentCallNow)]
    {
        let (age_days, entries) = weights(&[(0, "4000"), (3, grams)]);
        assert_eq!(alarms(&household(age_days), &entries)[0].urgency, urgency, "{grams}");
    }
}

#[test]
fn not_back_by_day_14_is_reviewed_and_by_day_21_assessed() {
    check(&[(0, "4000"), (4, "3800"), (13, "3999")], "-", "-");
    check(&[(0, "4000"), (4, "3800"), (14, "3999")], "-", "slow");
    check(&[(0, "4000"), (4, "3800"), (14, "4000")], "-", "-");
    check(&[(0, "4000"), (4, "3800"), (20, "3999")], "-", "slow");
    check(&[(0, "4000"), (4, "3800"), (21, "3999")], "p10_12", "slow");
    check(&[(0, "4000"), (4, "3800"), (21, "4000")], "-", "-");
    check(&[(0, "4000"), (21, "3400")], "p12plus", "slow");
}

#[test]
fn the_lowest_weight_comes_by_day_five() {
    check(&[(0, "4000"), (3, "3900"), (5, "3890")], "-", "-");
    check(&[(0, "4000"), (3, "3900"), (6, "3890")], "-", "slow");
    check(&[(0, "4000"), (3, "3900"), (6, "3900")], "-", "-");
}

#[test]
fn gain_is_scored_by_age_over_five_days_from_day_five() {
    // A week's gain to the age: slow under the first, losing under the second.
    for (age_days, slow_g, losing_g) in [
        (14, 20, 10),
        (30, 20, 10),
        (61, 20, 10),
        (62, 15, 7),
        (91, 15, 7),
        (92, 12, 5),
        (122, 12, 5),
        (123, 10, 0),
        (183, 8, 0),
    ] {
        let gained = |grams: i64, level: &str| {
            let now = (5_000 + grams).to_string();
            check(&[(age_days - 7, "5000"), (age_days, &now)], "-", level);
        };
        gained(slow_g * 7, "-");
        gained(slow_g * 7 - 1, "slow");
        gained(losing_g * 7, "slow");
        gained(losing_g * 7 - 1, "losing");
    }
    check(&[(177, "5000"), (184, "5000")], "-", "-");
}

#[test]
fn weights_too_near_each_other_are_not_scored() {
    check(&[(10, "4000"), (14, "4000")], "-", "-");
    check(&[(9, "4000"), (14, "4000")], "-", "losing");
    check(&[(4, "4000"), (14, "4050")], "-", "-");
    check(&[(9, "4000"), (10, "3990")], "-", "-");
    check(&[(8, "4000"), (10, "3990")], "-", "slow");
    let weight = |value: &str| Body::Weight(Measured { amount: amount(value, Unit::G) });
    assert_eq!(says(0, &[noas(1, 5, weight("4000")), noas(2, 1, weight("3000"))], "b_loss"), "-");
}

#[test]
fn gain_is_counted_from_the_newest_weight_that_is_old_enough() {
    check(&[(10, "4000"), (17, "4350"), (22, "4360"), (24, "4400")], "-", "losing");
}

#[test]
fn a_weight_with_a_slip_into_the_future_is_of_now() {
    let weight = |value: &str| Body::Weight(Measured { amount: amount(value, Unit::G) });
    let entries = [noas(1, 24, weight("4000")), noas(2, -24, weight("3990"))];
    assert_eq!(says(20, &entries, "b_gain"), "-", "a day apart, not two");
}

#[test]
fn a_weight_of_long_ago_says_nothing_of_now() {
    let (_, entries) = weights(&[(0, "4000"), (3, "3500")]);
    let aged = |days: i64| {
        let mut old = entries.clone();
        old.iter_mut().for_each(|entry| entry.at.at_ms -= days * crate::world::DAY_MS);
        says(3 + days, &old, "b_loss")
    };
    assert_eq!((aged(7).as_str(), aged(8).as_str()), ("p12plus", "-"));
}

#[test]
fn without_a_weight_of_the_day_of_birth_there_is_no_loss() {
    check(&[(1, "4000"), (4, "3000")], "-", "-");
}
