//! Doses as JSON: a case a line, the verdicts a line, and faults that name their field.

use std::sync::LazyLock;

use proptest::prelude::*;
use protocol::compile::Compiled;
use serde_json::{Value, json};

static SHIPPED: LazyLock<Compiled> = LazyLock::new(|| {
    let ledger = shipped::ledger().unwrap_or_else(|broken| panic!("{broken}"));
    shipped::protocol(&ledger).unwrap_or_else(|broken| panic!("{broken}"))
});

/// A Tuesday, 03:00 UTC.
const NOW_S: i64 = 1_795_489_200;
const HOUR_S: i64 = 3600;

fn line(text: &str) -> String {
    let mut out = Vec::new();
    exchange::dose::line(&SHIPPED, 7, text.as_bytes(), &mut out);
    String::from_utf8(out).unwrap_or_else(|fault| panic!("{fault}"))
}

fn answer(case: &Value) -> Value {
    let said = line(&case.to_string());
    assert_eq!(said.matches('\n').count(), 1, "{said}");
    serde_json::from_str(&said).unwrap_or_else(|fault| panic!("{fault}: {said}"))
}

fn clear() -> Value {
    json!({ "ibuprofen": "none", "paracetamol": "none" })
}

#[test]
fn a_night_in_britain() {
    let case = json!({
        "id": "night", "region": "UK", "now": NOW_S, "cautions": clear(),
        "doses": [
            { "medicine": "ibuprofen_uk", "amount_mg": 400, "at": NOW_S - 7 * HOUR_S },
            { "medicine": "ibuprofen_uk", "amount_mg": 400, "at": NOW_S - 15 * HOUR_S },
            { "other": "paracetamol", "amount_mg": 1000, "at": NOW_S - 2 * HOUR_S },
        ],
    });
    let expected = json!({
        "id": "night", "region": "UK",
        "medicines": [
            { "medicine": "ibuprofen_uk", "contains": "ibuprofen", "verdict": "allowed", "up_to_mg": 400, "used_mg": 800,
              "most_mg": 1200, "last": { "amount_mg": 400, "at": NOW_S - 7 * HOUR_S }, "ask_for_fever": false },
            { "medicine": "paracetamol_uk_ie", "contains": "paracetamol", "verdict": "wait", "until": NOW_S + 2 * HOUR_S,
              "up_to_mg": 1000, "why": "gap", "used_mg": 1000, "most_mg": 4000,
              "last": { "amount_mg": 1000, "at": NOW_S - 2 * HOUR_S }, "ask_for_fever": false },
        ],
    });
    assert_eq!(answer(&case), expected);
}

#[test]
fn what_was_not_answered_is_not_none() {
    for cautions in [json!(null), json!({}), json!({ "ibuprofen": null })] {
        let said = answer(&json!({ "region": "UK", "now": NOW_S, "cautions": cautions }));
        for medicine in said["medicines"].as_array().into_iter().flatten() {
            assert_eq!(medicine["verdict"], "ask_first");
            assert_eq!(medicine["reasons"], json!(["cautions_open"]));
            assert!(medicine.get("up_to_mg").is_none() && medicine.get("until").is_none(), "no schedule: {medicine}");
        }
    }
    let unsure =
        answer(&json!({ "region": "UK", "now": NOW_S, "cautions": { "ibuprofen": "unsure", "paracetamol": "none" } }));
    assert_eq!(unsure["medicines"][0]["reasons"], json!(["caution_holds"]));
    assert_eq!(unsure["medicines"][1]["verdict"], "allowed");
}

#[test]
fn a_substance_without_a_label_stands_by_itself() {
    let said = answer(
        &json!({ "region": "CA", "now": NOW_S, "cautions": clear(), "doses": [{ "other": "nsaid", "at": NOW_S }] }),
    );
    let [ibuprofen, paracetamol] = [&said["medicines"][0], &said["medicines"][1]];
    assert_eq!((&ibuprofen["medicine"], &ibuprofen["reasons"]), (&Value::Null, &json!(["other_nsaid"])));
    assert_eq!((&paracetamol["verdict"], &paracetamol["most_mg"]), (&json!("no_limits"), &json!(4000)));
}

#[test]
fn a_dose_about_to_be_logged_is_weighed() {
    let case = |amount_mg: u32| {
        json!({
            "region": "UK", "now": NOW_S, "cautions": clear(),
            "doses": [{ "medicine": "ibuprofen_uk", "amount_mg": 1000, "at": NOW_S - 8 * HOUR_S }],
            "dose": { "medicine": "ibuprofen_uk", "amount_mg": amount_mg, "at": NOW_S },
        })
    };
    assert_eq!(answer(&case(200))["would"], json!({ "say": "fine" }));
    let expected = json!({
        "say": "warn", "over": { "total_mg": 1400, "most_mg": 1200 }, "too_soon_until": null, "large_mg": null, "unit_mg": null,
        "two_nsaids": false, "ask": [], "wait_until": NOW_S + 16 * HOUR_S + 60,
    });
    assert_eq!(answer(&case(400))["would"], expected);
}

#[test]
fn every_fault_names_its_field_and_what_is_allowed() {
    let dose = |json: &str| format!(r#"{{"id":5,"region":"UK","now":9,"doses":[{json}]}}"#);
    let cases = [
        (r#"{"region":"#.to_owned(), "", "EOF"),
        ("[]".to_owned(), "", "an object belongs here"),
        (r#"{"region":"UK"}"#.to_owned(), "now", "is missing"),
        (r#"{"now":9}"#.to_owned(), "region", "allowed: US, UK, IE, AU, CA, other"),
        (r#"{"region":"uk","now":9}"#.to_owned(), "region", "`uk` is no region"),
        (r#"{"region":7,"now":9}"#.to_owned(), "region", "a string belongs here"),
        (r#"{"region":"UK","now":"9"}"#.to_owned(), "now", "a whole number from 0"),
        (r#"{"region":"UK","now":9.5}"#.to_owned(), "now", "a whole number from 0"),
        (r#"{"region":"UK","now":-1}"#.to_owned(), "now", "a whole number from 0"),
        (r#"{"region":"UK","now":9,"dosis":[]}"#.to_owned(), "dosis", "did you mean `doses`?"),
        (r#"{"region":"UK","now":9,"doses":[],"doses":[]}"#.to_owned(), "doses", "given twice"),
        (r#"{"region":"UK","now":9,"doses":{}}"#.to_owned(), "doses", "a list belongs here"),
        (r#"{"region":"UK","now":9,"id":[]}"#.to_owned(), "id", "an id is a string"),
        (
            r#"{"region":"UK","now":9,"cautions":{"ibuprofen":"no"}}"#.to_owned(),
            "cautions.ibuprofen",
            "allowed: none, some, unsure",
        ),
        (
            r#"{"region":"UK","now":9,"cautions":{"aspirin":"none"}}"#.to_owned(),
            "cautions.aspirin",
            "allowed: `ibuprofen`",
        ),
        (
            dose(r#"{"medicine":"ibuprofen_gb","amount_mg":1,"at":1}"#),
            "doses[0].medicine",
            "did you mean `ibuprofen_uk`?",
        ),
        (dose(r#"{"medicine":"acetaminophen_any","amount_mg":1,"at":1}"#), "doses[0].medicine", "unknown medicine"),
        (
            dose(r#"{"other":"aspirin","amount_mg":1,"at":1}"#),
            "doses[0].other",
            "allowed: ibuprofen, paracetamol, nsaid",
        ),
        (dose(r#"{"amount_mg":1,"at":1}"#), "doses[0]", "either `medicine` or `other`"),
        (dose(r#"{"medicine":"ibuprofen_uk","other":"nsaid","amount_mg":1,"at":1}"#), "doses[0]", "either"),
        (dose(r#"{"medicine":"ibuprofen_uk","at":1}"#), "doses[0].amount_mg", "is missing"),
        (dose(r#"{"medicine":"ibuprofen_uk","amount_mg":0,"at":1}"#), "doses[0].amount_mg", "from 1 to 100000"),
        (dose(r#"{"medicine":"ibuprofen_uk","amount_mg":1}"#), "doses[0].at", "is missing"),
        (dose(r#"{"medicine":"ibuprofen_uk","amount_mg":1,"at":1,"at":2}"#), "doses[0].at", "given twice"),
        (dose(r#"{"medicine":"ibuprofen_uk","amount_mg":1,"at":1},3"#), "doses[1]", "an object belongs here"),
        (dose(&[r#"{"other":"nsaid","at":1}"#; 1001].join(",")), "doses", "1001 doses; at most 1000"),
    ];
    for (text, field, words) in cases {
        let said: Value = serde_json::from_str(&line(&text)).unwrap_or_else(|fault| panic!("{fault}"));
        assert_eq!(said["line"], 7, "{text}");
        assert_eq!(said.get("field").and_then(Value::as_str).unwrap_or_default(), field, "{text}: {said}");
        let error = said["error"].as_str().unwrap_or_default();
        assert!(error.contains(words), "{text}: {error}");
        assert_eq!(said["id"], if text.contains(r#""id":5"#) { json!(5) } else { Value::Null }, "{text}");
    }
}

#[test]
fn a_blank_line_gives_nothing_and_a_huge_one_a_fault() {
    assert_eq!(line(" \r"), "");
    let mut out = Vec::new();
    exchange::dose::too_long(3, &mut out);
    assert!(String::from_utf8_lossy(&out).contains("a line of more than"));
    assert!(exchange::dose::read(&SHIPPED, &vec![b' '; 2 << 20]).is_err());
}

proptest! {
    #[test]
    fn whatever_is_sent_is_answered_with_one_line(bytes in prop::collection::vec(any::<u8>(), 1..200)) {
        let mut out = Vec::new();
        exchange::dose::line(&SHIPPED, 1, &bytes, &mut out);
        let lines = out.iter().filter(|byte| **byte == b'\n').count();
        prop_assert_eq!(lines, usize::from(!bytes.iter().all(u8::is_ascii_whitespace)));
    }
}
