//! Numbers that people type: each threshold from both sides, in every unit, and what is asked again.

use std::collections::BTreeSet;

use proptest::prelude::*;
use protocol::model::finding::ReadingKind;
use protocol::number::{self, AskAgain};

use crate::people::{finding, rules};

/// The level of what was typed for a finding.
fn level(id: &str, typed: &str) -> Result<&'static str, AskAgain> {
    let one = rules().finding(finding(id));
    let kind = one.reading.unwrap_or_else(|| panic!("`{id}` takes no number"));
    number::read(kind, typed).map(|number| one.level_id(number.level(one)))
}

/// Finding, then what is typed and the level it must mean; a tenth below, at and above each threshold.
const TYPED: [(&str, &[(&str, &str)]); 15] = [
    (
        "temp",
        &[
            ("36", "under_37_5"),
            ("37.4", "under_37_5"),
            ("37,4", "under_37_5"),
            ("37.499999", "under_37_5"),
            ("37.5", "low_grade"),
            ("37,5 °C", "low_grade"),
            ("37.6", "low_grade"),
            ("37.9", "low_grade"),
            ("37,9", "low_grade"),
            ("37.99", "low_grade"),
            ("38", "fever"),
            ("38,0", "fever"),
            ("38.1c", "fever"),
            ("38.9", "fever"),
            ("39", "high"),
            ("39,0", "high"),
            ("39.1", "high"),
            ("45", "high"),
            ("99.4", "under_37_5"),
            ("99.5", "low_grade"),
            ("99,5 F", "low_grade"),
            ("99.6 °F", "low_grade"),
            ("100.3", "low_grade"),
            ("100.4", "fever"),
            ("100,4 fahrenheit", "fever"),
            ("100.5f", "fever"),
            ("102.1", "fever"),
            ("102.2", "high"),
            ("102,3", "high"),
        ],
    ),
    (
        "low_temp",
        &[
            ("35.9", "yes"),
            ("35,9 C", "yes"),
            ("35.999999", "yes"),
            ("36", "no"),
            ("36.0", "no"),
            ("36,1", "no"),
            ("96.7", "yes"),
            ("96,7 F", "yes"),
            ("96.8", "no"),
            ("96.9", "no"),
        ],
    ),
    (
        "b_fever",
        &[
            ("37.4", "normal"),
            ("37.5", "warm"),
            ("37,6", "warm"),
            ("37.9", "warm"),
            ("38", "fever_38"),
            ("38,1", "fever_38"),
            ("99.4", "normal"),
            ("99.5", "warm"),
            ("100.3", "warm"),
            ("100.4", "fever_38"),
        ],
    ),
    ("b_cold", &[("35.9", "yes"), ("36,0", "no"), ("36.1", "no"), ("96.7", "yes"), ("96.8", "no")]),
    ("breathing", &[("20", "normal"), ("21", "faster"), ("22/min", "faster"), ("24", "faster"), ("25", "severe")]),
    (
        "heart",
        &[
            ("90", "normal"),
            ("91", "raised"),
            ("99", "raised"),
            ("100", "fast"),
            ("101 bpm", "fast"),
            ("129", "fast"),
            ("130", "very_fast"),
            ("131", "very_fast"),
        ],
    ),
    (
        "fever_hours",
        &[
            ("0", "lt12"),
            ("11.9", "lt12"),
            ("12", "h12_24"),
            ("12,1 h", "h12_24"),
            ("23.9", "h12_24"),
            ("24", "gt24"),
            ("1 day", "gt24"),
            ("24.1", "gt24"),
        ],
    ),
    (
        "selfcare_hours",
        &[
            ("11,9", "lt12"),
            ("12", "h12_24"),
            ("23.9", "h12_24"),
            ("24", "h24_48"),
            ("1 d", "h24_48"),
            ("47.9", "h24_48"),
            ("48", "gt48"),
            ("2 days", "gt48"),
            ("48.1", "gt48"),
        ],
    ),
    (
        "pain",
        &[
            ("0", "none"),
            ("1", "mild"),
            ("3", "mild"),
            ("4", "moderate"),
            ("6/10", "moderate"),
            ("7", "severe"),
            ("10", "severe"),
        ],
    ),
    (
        "heat_days",
        &[
            ("0", "none"),
            ("0.1", "lt3"),
            ("2.9", "lt3"),
            ("3", "d3_14"),
            ("3,1", "d3_14"),
            ("13.9", "d3_14"),
            ("14", "d3_14"),
            ("2 weeks", "d3_14"),
            ("14.1", "gt14"),
        ],
    ),
    (
        "lump_days",
        &[
            ("0", "none"),
            ("0,1", "lt2"),
            ("1.9", "lt2"),
            ("2", "d2_7"),
            ("7", "d2_7"),
            ("1 week", "d2_7"),
            ("7.1", "d8_14"),
            ("8", "d8_14"),
            ("14", "d8_14"),
            ("14.1", "gt14"),
        ],
    ),
    ("same_spot", &[("0", "0"), ("1", "1"), ("2", "2plus"), ("3", "2plus")]),
    ("episodes", &[("0", "0"), ("1", "1"), ("2", "2"), ("3", "3plus"), ("4", "3plus")]),
    (
        "b_loss",
        &[
            ("0", "none"),
            ("6.9", "none"),
            ("7", "p7_10"),
            ("7,1 %", "p7_10"),
            ("9.9", "p7_10"),
            ("10", "p10_12"),
            ("10.1", "p10_12"),
            ("11,9%", "p10_12"),
            ("12", "p12plus"),
            ("12.1 percent", "p12plus"),
        ],
    ),
    ("temp", &[("  38.0  ", "fever"), ("38.0 CELSIUS", "fever"), ("100.4 °f", "fever"), ("085", "under_37_5")]),
];

#[test]
fn every_threshold_falls_on_the_side_of_the_text() {
    let mut wrong = Vec::new();
    for (id, typed) in TYPED {
        for (typed, expected) in typed {
            let found = level(id, typed);
            if found != Ok(*expected) {
                wrong.push(format!("{id} {typed}: {found:?}, not {expected}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_finding_that_takes_a_number_is_tried() {
    let tried: BTreeSet<&str> = TYPED.iter().map(|(id, _)| *id).collect();
    let taking = rules().findings.iter().filter(|one| one.reading.is_some()).map(|one| one.id.as_str());
    assert_eq!(taking.collect::<BTreeSet<_>>(), tried);
}

#[test]
fn what_is_absurd_or_ambiguous_is_asked_again() {
    let again: [(&str, &[&str]); 6] = [
        (
            "temp",
            &[
                "",
                " ",
                "hot",
                "29.9",
                "45.1",
                "60",
                "84.9",
                "115.1",
                "380",
                "1004",
                "38.5.1",
                "38 40",
                "-38",
                "3,8,5",
                "38°K",
                "38f",
                "100.4c",
                "0",
                "999999999",
                "9999999999999999999999",
                "1e2",
                "NaN",
                "inf",
                "٣٨",
                "38..",
                ".",
            ],
        ),
        ("heart", &["0", "301", "90.5", "fast", "90 C", "9 0"]),
        ("pain", &["11", "4.5", "-1", "5%", "x"]),
        ("fever_hours", &["8761", "12 w", "-1", "366 days"]),
        ("lump_days", &["1001", "3 h", "3 hours", "143 weeks"]),
        ("b_loss", &["41", "-7", "7 kg", "100"]),
    ];
    for (id, typed) in again {
        for typed in typed {
            assert!(level(id, typed).is_err(), "{id} {typed}: {:?}", level(id, typed));
        }
    }
}

#[test]
fn a_slip_is_offered_as_a_question_and_never_taken() {
    let meant = |typed: &str| match level("temp", typed) {
        Err(AskAgain::Outside { meant, .. }) => meant.unwrap_or_default(),
        other => panic!("{typed}: {other:?}"),
    };
    assert_eq!(meant("380"), "38.0 °C");
    assert_eq!(meant("1004"), "100.4 °F");
    assert_eq!(meant("38.5 F"), "38.5 °C");
    assert_eq!(meant("99.5 C"), "99.5 °F");
    assert_eq!(meant("60"), "");
}

const KINDS: [ReadingKind; 7] = [
    ReadingKind::Temperature,
    ReadingKind::PerMinute,
    ReadingKind::Scale,
    ReadingKind::Hours,
    ReadingKind::Days,
    ReadingKind::Percent,
    ReadingKind::Count,
];

proptest! {
    #[test]
    fn reading_never_panics(typed in any::<String>(), near in "[0-9]{0,12}[.,]?[0-9]{0,8} ?(°|º|%|/)?[a-zA-Z0-9]{0,10}") {
        for kind in KINDS {
            for typed in [&typed, &near] {
                let read = number::read(kind, typed);
                prop_assert!(!read.is_ok_and(|number| number.millionths < 0));
            }
        }
    }

    #[test]
    fn the_same_temperature_means_the_same_in_both_units(step in 600_i64..=900, named in any::<bool>()) {
        // 0.05 °C is 0.09 °F: both are exact with two decimals.
        let written = |hundredths: i64| format!("{}.{:02}", hundredths / 100, hundredths % 100);
        let (celsius, fahrenheit) = (written(step * 5), written(step * 9 + 3_200));
        let (c, f) = if named { (" C", " °F") } else { ("", "") };
        for id in ["temp", "low_temp", "b_fever", "b_cold"] {
            let [in_c, in_f] = [level(id, &format!("{celsius}{c}")), level(id, &format!("{fahrenheit}{f}"))];
            prop_assert!(in_c.is_ok());
            prop_assert_eq!(in_c, in_f, "{} {} {}", id, &celsius, &fahrenheit);
        }
    }

    #[test]
    fn a_comma_is_a_point(whole in 30..=45_u8, part in 0..=99_u8) {
        for id in ["temp", "low_temp"] {
            prop_assert_eq!(level(id, &format!("{whole},{part:02}")), level(id, &format!("{whole}.{part:02}")));
        }
    }
}
