//! Of the parent.

use care::record::amount::Unit;
use care::record::body::{Body, HeatColour, Medicine, Mood, Nipple, Side, Symptom};
use protocol::model::urgency::Urgency;

use super::{alarms, hers, household, noas, says, temperature};
use crate::world::amount;

#[test]
fn a_temperature_is_read_at_its_thresholds_in_both_units() {
    for (celsius, fahrenheit, temp, low_temp) in [
        ("35.9", "96.7", "-", "yes"),
        ("36.0", "96.8", "-", "-"),
        ("37.4", "99.4", "-", "-"),
        ("37.5", "99.5", "low_grade", "-"),
        ("37.9", "100.3", "low_grade", "-"),
        ("38.0", "100.4", "fever", "-"),
        ("38.9", "102.1", "fever", "-"),
        ("39.0", "102.2", "high", "-"),
        ("39,0", "102,2", "high", "-"),
    ] {
        for (value, unit) in [(celsius, Unit::C), (fahrenheit, Unit::F)] {
            let entries = [hers(1, 2, temperature(value, unit))];
            let found = (says(20, &entries, "temp"), says(20, &entries, "low_temp"));
            assert_eq!(found, (temp.to_owned(), low_temp.to_owned()), "{value} {unit:?}");
        }
    }
}

#[test]
fn the_worst_of_a_day_counts_and_what_is_older_does_not() {
    let (cool, hot) = (|| temperature("36.8", Unit::C), || temperature("39.0", Unit::C));
    assert_eq!(says(20, &[hers(1, 20, hot()), hers(2, 1, cool())], "temp"), "high");
    assert_eq!(says(20, &[hers(1, 24, hot())], "temp"), "high");
    assert_eq!(says(20, &[hers(1, 25, hot())], "temp"), "-");
    let both = [hers(1, 3, temperature("35.5", Unit::C)), hers(2, 1, hot())];
    assert_eq!((says(20, &both, "temp").as_str(), says(20, &both, "low_temp").as_str()), ("high", "yes"));
}

#[test]
fn a_slip_into_the_future_is_of_now() {
    assert_eq!(says(20, &[hers(1, -24, temperature("39.0", Unit::C))], "temp"), "high");
}

#[test]
fn what_no_thermometer_shows_says_nothing() {
    for (value, unit) in [("380", Unit::C), ("38.5", Unit::F), ("101", Unit::C), ("warm", Unit::C), ("38.5", Unit::Kg)]
    {
        assert_eq!(says(20, &[hers(1, 1, temperature(value, unit))], "temp"), "-", "{value} {unit:?}");
    }
}

fn symptom(symptom: Symptom) -> Body {
    Body::Symptom(symptom)
}

#[test]
fn pain_is_in_its_band() {
    for (pain, band) in
        [(0, "-"), (1, "mild"), (3, "mild"), (4, "moderate"), (6, "moderate"), (7, "severe"), (10, "severe"), (11, "-")]
    {
        let entries = [hers(1, 1, symptom(Symptom { pain: Some(pain), ..Symptom::default() }))];
        assert_eq!(says(20, &entries, "pain"), band, "{pain}");
    }
}

#[test]
fn a_lump_is_a_lump_of_a_kind_that_nobody_said() {
    let lump =
        |value: &str| [hers(1, 1, symptom(Symptom { lump: Some(amount(value, Unit::Cm)), ..Symptom::default() }))];
    assert_eq!(says(20, &lump("2"), "lump"), "unsure?");
    assert_eq!(says(20, &lump("like a pea"), "lump"), "unsure?");
    assert_eq!(says(20, &lump("0"), "lump"), "-");
    assert_eq!(says(20, &[hers(1, 1, symptom(Symptom::default()))], "lump"), "-");
}

#[test]
fn colour_and_nipple_have_the_levels_that_were_logged() {
    for (colour, level) in
        [(HeatColour::None, "-"), (HeatColour::SmallPatch, "small_patch"), (HeatColour::WedgeOrLarge, "wedge_or_large")]
    {
        let entries = [hers(1, 1, symptom(Symptom { heat_colour: Some(colour), ..Symptom::default() }))];
        assert_eq!(says(20, &entries, "heat_colour"), level);
    }
    for (nipple, level) in
        [(Nipple::None, "-"), (Nipple::Sore, "sore"), (Nipple::Crack, "crack"), (Nipple::Infected, "infected")]
    {
        let entries = [hers(1, 1, symptom(Symptom { nipple: Some(nipple), ..Symptom::default() }))];
        assert_eq!(says(20, &entries, "nipple_wound"), level);
    }
}

#[test]
fn both_sides_are_both_and_a_side_without_trouble_is_none() {
    let on = |number, side, pain| hers(number, 1, symptom(Symptom { side: Some(side), pain, ..Symptom::default() }));
    assert_eq!(says(20, &[on(1, Side::Left, Some(3))], "side"), "one");
    assert_eq!(says(20, &[on(1, Side::Left, Some(3)), on(2, Side::Left, Some(5))], "side"), "one");
    assert_eq!(says(20, &[on(1, Side::Left, Some(3)), on(2, Side::Right, Some(1))], "side"), "both");
    assert_eq!(says(20, &[on(1, Side::Left, Some(0)), on(2, Side::Right, None)], "side"), "-");
}

#[test]
fn a_hot_breast_on_both_sides_with_fever_is_urgent() {
    let hot = |number, side| {
        hers(
            number,
            3,
            symptom(Symptom { side: Some(side), heat_colour: Some(HeatColour::SmallPatch), ..Symptom::default() }),
        )
    };
    let entries = [hot(1, Side::Left), hot(2, Side::Right), hers(3, 1, temperature("38.1", Unit::C))];
    let alarm = alarms(&household(60), &entries).remove(0);
    assert_eq!((alarm.urgency, alarm.reasons.contains(&"U22".to_owned())), (Urgency::UrgentCallNow, true));
}

#[test]
fn each_yes_about_mood_counts_and_the_last_answer_stands() {
    let mood =
        |number, hours_ago, down, little_interest| hers(number, hours_ago, Body::Mood(Mood { down, little_interest }));
    for (down, little, level) in [
        (None, None, "-"),
        (Some(false), Some(false), "-"),
        (Some(false), None, "-"),
        (Some(true), None, "1"),
        (Some(false), Some(true), "1"),
        (Some(true), Some(true), "2"),
    ] {
        assert_eq!(says(20, &[mood(1, 50, down, little)], "mood"), level, "{down:?} {little:?}");
    }
    let better = [mood(1, 50, Some(true), Some(true)), mood(2, 2, Some(false), Some(false))];
    assert_eq!(says(20, &better, "mood"), "-");
    assert_eq!(says(20, &[mood(1, 50, Some(true), Some(true)), mood(2, 2, None, None)], "mood"), "2");
    assert_eq!(says(20, &[mood(1, 31 * 24, Some(true), Some(true))], "mood"), "-", "over a month ago");
    let alarm = alarms(&household(20), &[mood(1, 2, Some(true), Some(true))]).remove(0);
    assert_eq!((alarm.urgency, alarm.days, alarm.reasons.join(" ")), (Urgency::WithinDays, Some(3), "R12 R13".into()));
}

#[test]
fn a_painkiller_of_hers_within_six_hours_may_hide_a_fever() {
    let taken = |medicine: Option<&str>| {
        Body::Medicine(Medicine { medicine: medicine.map(str::to_owned), name: "Tablet".into(), amount: None })
    };
    for id in ["ibuprofen_us", "paracetamol_uk_ie", "acetaminophen_any"] {
        assert_eq!(says(20, &[hers(1, 6, taken(Some(id)))], "antipyretic_6h"), "yes", "{id}");
    }
    assert_eq!(says(20, &[hers(1, 7, taken(Some("ibuprofen_us")))], "antipyretic_6h"), "-");
    assert_eq!(says(20, &[hers(1, 1, taken(None))], "antipyretic_6h"), "-");
    assert_eq!(says(20, &[hers(1, 1, taken(Some("iron")))], "antipyretic_6h"), "-");
    assert_eq!(says(20, &[noas(1, 1, taken(Some("ibuprofen_us")))], "antipyretic_6h"), "-");
}
