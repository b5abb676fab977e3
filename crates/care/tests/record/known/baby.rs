//! Of the baby: warmth and nappies.

use care::record::amount::Unit;
use care::record::body::{Body, Feed, Nappy, StoolBlood, StoolColour};
use care::record::entry::Entry;
use care::record::known::known;
use protocol::model::urgency::Urgency;

use super::{alarms, asked, household, level, noas, says, shipped, temperature};

#[test]
fn a_babys_temperature_is_read_at_its_thresholds_in_both_units() {
    for (celsius, fahrenheit, fever, cold) in [
        ("35.9", "96.7", "-", "yes"),
        ("36.0", "96.8", "-", "-"),
        ("37.4", "99.4", "-", "-"),
        ("37.5", "99.5", "warm", "-"),
        ("37.9", "100.3", "warm", "-"),
        ("38.0", "100.4", "fever_38", "-"),
        ("39.0", "102.2", "fever_38", "-"),
    ] {
        for (value, unit) in [(celsius, Unit::C), (fahrenheit, Unit::F)] {
            let entries = [noas(1, 2, temperature(value, unit))];
            let found = (says(20, &entries, "b_fever"), says(20, &entries, "b_cold"));
            assert_eq!(found, (fever.to_owned(), cold.to_owned()), "{value} {unit:?}");
        }
    }
}

#[test]
fn a_fever_is_an_emergency_under_ninety_days() {
    let hot = [noas(1, 2, temperature("38.0", Unit::C))];
    assert_eq!(alarms(&household(89), &hot)[0].urgency, Urgency::EmergencyNow);
    assert_eq!(alarms(&household(90), &hot)[0].urgency, Urgency::SameDay);
    let cold = [noas(1, 2, temperature("35.9", Unit::C))];
    assert_eq!(alarms(&household(89), &cold)[0].urgency, Urgency::EmergencyNow);
}

fn nappy(number: u128, hours_ago: i64, nappy: Nappy) -> Entry {
    noas(number, hours_ago, Body::Nappy(nappy))
}

#[test]
fn blood_and_pale_stool_are_answered_at_once() {
    for (blood, level) in
        [(None, "-"), (Some(StoolBlood::Streaks), "blood_streaks"), (Some(StoolBlood::Much), "green_or_much_blood")]
    {
        assert_eq!(says(20, &[nappy(1, 1, Nappy { blood, ..Nappy::default() })], "b_bad_output"), level);
    }
    for colour in [StoolColour::Black, StoolColour::Green, StoolColour::Brown, StoolColour::Yellow] {
        let entries = [nappy(1, 1, Nappy { colour: Some(colour), ..Nappy::default() })];
        assert_eq!(says(20, &entries, "b_jaundice"), "-", "{colour:?}");
        assert_eq!(alarms(&household(20), &entries), [], "{colour:?}");
    }
    let pale = [nappy(1, 1, Nappy { colour: Some(StoolColour::Pale), ..Nappy::default() })];
    assert_eq!(says(20, &pale, "b_jaundice"), "spread_or_early");
    assert_eq!(alarms(&household(20), &pale)[0].reasons, ["U47"]);
}

/// So many wet nappies (some of them dirty) before the last entry, which is a feed; one feed a day before that.
fn a_day(wet: u32, dirty: u32) -> Vec<Entry> {
    let minutes = |number: u32| i64::from(number);
    let mut entries: Vec<Entry> = (0..wet.max(dirty))
        .map(|at| {
            nappy(u128::from(at) + 10, 1 + minutes(at), Nappy { wet: at < wet, dirty: at < dirty, ..Nappy::default() })
        })
        .collect();
    entries.push(noas(1, 0, Body::Feed(Feed::default())));
    entries.push(noas(2, 30, Body::Feed(Feed::default())));
    entries
}

fn complete(age_days: i64, entries: &[Entry], finding: &str) -> String {
    let household = household(age_days);
    let mut asked = asked(&household, entries);
    asked.logging_complete = true;
    level(&known(shipped(), &asked), finding)
}

#[test]
fn what_was_not_logged_never_counts_as_dry() {
    assert_eq!(says(20, &a_day(0, 0), "b_wet"), "-");
    assert_eq!(says(20, &a_day(1, 0), "b_stool"), "-");
}

#[test]
fn where_all_is_logged_the_floor_of_the_age_holds() {
    for (age_days, floor_wet, floor_dirty) in
        [(1, 2, 1), (2, 3, 2), (3, 4, 2), (4, 5, 2), (5, 6, 2), (41, 6, 2), (60, 6, 0)]
    {
        assert_eq!(complete(age_days, &a_day(floor_wet, 9), "b_wet"), "-", "day {}", age_days + 1);
        assert_eq!(complete(age_days, &a_day(floor_wet - 1, 9), "b_wet"), "below", "day {}", age_days + 1);
        assert_eq!(complete(age_days, &a_day(9, floor_dirty), "b_stool"), "-", "day {}", age_days + 1);
        if floor_dirty > 0 {
            assert_eq!(complete(age_days, &a_day(9, floor_dirty - 1), "b_stool"), "below", "day {}", age_days + 1);
        }
    }
}

#[test]
fn no_wet_nappy_in_eight_hours_or_in_twelve_from_three_months_is_a_sign_of_its_own() {
    let dry_for = |hours| {
        let mut entries = a_day(0, 0);
        entries.push(nappy(5, hours, Nappy { wet: true, ..Nappy::default() }));
        entries
    };
    assert_eq!(complete(20, &dry_for(7), "b_wet"), "below");
    assert_eq!(complete(20, &dry_for(8), "b_wet"), "none_8_12h");
    assert_eq!(complete(91, &dry_for(11), "b_wet"), "below");
    assert_eq!(complete(91, &dry_for(12), "b_wet"), "none_8_12h");
}

#[test]
fn a_day_that_was_not_watched_whole_is_not_counted() {
    let mut entries = a_day(1, 0);
    entries.retain(|entry| entry.id.0.as_u128() != 2);
    assert_eq!(complete(20, &entries, "b_wet"), "-");
}
