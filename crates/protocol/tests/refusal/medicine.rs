//! A painkiller: its limits are numbers that a schedule is made of, so nothing may be missing or doubtful.

use crate::{SOUND, holds, place, read};
use protocol::model::plan::Substance;

/// A sound medicine, put at the end of the sound text.
const MEDICINE: &str = "\
medicine brufen
  name     \"Ibuprofen 200 mg\"
  contains ibuprofen
  regions  UK
  dose_mg  200 to 400
  unit_mg  200
  gap_hours 4
  gap_hours_after 400 6
  most_mg_24h 1200
  longest  \"10 days\"
  longest_days 10
  longest_days_fever 3
  cite     nice
";

fn with(from: &str, to: &str) -> String {
    assert_eq!(MEDICINE.matches(from).count(), 1, "`{from}` must stand once");
    format!("{SOUND}\n{}", MEDICINE.replace(from, to))
}

#[test]
fn a_whole_label_is_read_with_every_number() {
    let read = read(&format!("{SOUND}\n{MEDICINE}")).unwrap_or_else(|faults| panic!("{faults:#?}"));
    let [one] = read.medicines.as_slice() else { panic!("one medicine: {:?}", read.medicines) };
    assert_eq!((one.contains, one.dose_mg, one.unit_mg), (Substance::Ibuprofen, Some((200, 400)), Some(200)));
    assert_eq!((one.gap_hours, one.gap_hours_after, one.most_mg_24h), (Some(4), Some((400, 6)), Some(1200)));
    assert_eq!((one.longest_days, one.longest_days_fever), (Some(10), Some(3)));
}

#[test]
fn a_ceiling_needs_no_dose() {
    let ceiling =
        "medicine any\n  name \"All\"\n  contains paracetamol\n  regions UK\n  most_mg_24h 4000\n  cite nice\n";
    assert!(read(&format!("{SOUND}\n{ceiling}")).is_ok());
    let nothing = format!("{SOUND}\n{}", ceiling.replace("  most_mg_24h 4000\n", ""));
    let hint = Some("a medicine has a dose, or is a ceiling over all products");
    holds(&nothing, &[(("medicine any", "", "medicine"), "neither `dose_mg` nor `most_mg_24h`", hint)]);
}

#[test]
fn a_medicine_says_what_it_contains() {
    let head = ("medicine brufen", "", "medicine");
    holds(&with("  contains ibuprofen\n", ""), &[(head, "no `contains` line in this `medicine` block", None)]);
    holds(
        &with("contains ibuprofen", "contains ibuprofin"),
        &[(
            ("medicine brufen", "contains", "ibuprofin"),
            "unknown substance `ibuprofin`",
            Some("did you mean `ibuprofen`?"),
        )],
    );
    // One substance, one id: a second name would be a second count.
    holds(
        &with("contains ibuprofen", "contains acetaminophen"),
        &[(
            ("medicine brufen", "contains", "acetaminophen"),
            "unknown substance `acetaminophen`",
            Some("allowed: ibuprofen, paracetamol"),
        )],
    );
    holds(
        &with("contains ibuprofen", "contains ibuprofen paracetamol"),
        &[(("medicine brufen", "contains", ""), "one substance belongs here", None)],
    );
}

#[test]
fn what_has_a_dose_has_every_other_limit() {
    let hint = Some("what has a dose has every other limit");
    for (keyword, line) in [
        ("unit_mg", "  unit_mg  200\n"),
        ("gap_hours", "  gap_hours 4\n"),
        ("most_mg_24h", "  most_mg_24h 1200\n"),
        ("longest_days", "  longest_days 10\n"),
    ] {
        let what = format!("no `{keyword}` line beside `dose_mg`");
        holds(&with(line, ""), &[(("medicine brufen", "", "medicine"), &what, hint)]);
    }
}

#[test]
fn a_dose_is_a_whole_number_of_units() {
    let what = "no whole number of units makes this dose";
    let here = ("medicine brufen", "dose_mg", "dose_mg");
    for dose in ["0 to 400", "400 to 200", "250 to 390"] {
        holds(&with("200 to 400", dose), &[(here, what, None)]);
    }
    holds(&with("unit_mg  200", "unit_mg  0"), &[(here, what, None)]);
    assert_eq!(place(&with("unit_mg  200", "unit_mg  0"), here).1, 3);
}

#[test]
fn an_unknown_limit_is_told_with_the_one_that_was_meant() {
    holds(
        &with("longest_days 10", "longest_day 10"),
        &[
            (
                ("medicine brufen", "", "medicine"),
                "no `longest_days` line beside `dose_mg`",
                Some("what has a dose has every other limit"),
            ),
            (
                ("medicine brufen", "longest_day 10", "longest_day"),
                "unknown keyword `longest_day`",
                Some("did you mean `longest_days`?"),
            ),
        ],
    );
}
