use serde_json::{Value, json};

use super::{Back, Here, fill, mirrored, read};
use crate::record::fields::Fields;
use crate::record::forms::{FORMS, named};

const HERE: Here = Here { now_ms: 1_792_900_000_000, zone: "Europe/London" };

fn fields(pairs: &[(&str, &str)]) -> Fields {
    Fields(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
}

fn logged(name: &str, pairs: &[(&str, &str)]) -> super::Read {
    let form = named(name).unwrap();
    read(form, &fields(pairs), &json!({ "kind": form.kind }), HERE)
}

#[test]
fn a_bottle_is_a_feed_with_the_amount_as_typed() {
    let read = logged(
        "bottle",
        &[
            ("bottles.0.amount.value:text", "3,5"),
            ("bottles.0.amount.unit:unit", "fl_oz"),
            ("bottles.0.milk:text", "own"),
        ],
    );
    assert_eq!(read.content["bottles"], json!([{ "milk": "own", "amount": { "value": "3,5", "unit": "fl_oz" } }]));
    assert_eq!(read.content["at"]["at_ms"], HERE.now_ms, "nothing was said of the time: now");
    assert!(read.wrong.is_empty() && read.back.is_empty());
}

#[test]
fn a_fault_names_its_field() {
    let read = logged("temperature", &[("amount.unit:unit", "c")]);
    assert_eq!((read.wrong[0].message, read.wrong[0].field), ("log-wrong-need", "log-temperature-amount"));
    let read = logged("symptom", &[("pain:number", "11"), ("side:text", "up"), ("place:place", "13")]);
    assert_eq!(read.wrong.iter().map(|wrong| wrong.field).collect::<Vec<_>>(), ["log-side", "log-place", "log-pain"]);
}

#[test]
fn a_slip_is_asked_back_and_kept_as_typed_or_taken_as_meant() {
    let typed = [("amount.value:text", "380"), ("amount.unit:unit", "c")];
    let read = logged("temperature", &typed);
    assert!(matches!(&read.back[..], [Back::Amount("amount", _)]));
    assert_eq!(read.content["amount"]["value"], "380");
    let read = logged("temperature", &[typed[0], typed[1], ("go", "meant")]);
    assert_eq!(read.content["amount"]["value"], "38.0");
}

#[test]
fn the_picture_is_a_mirror_and_its_own_way_back() {
    for place in 0..=12 {
        assert_eq!(mirrored(mirrored(place)), place);
    }
    assert_eq!([mirrored(10), mirrored(2), mirrored(12), mirrored(6), mirrored(0)], [2, 10, 12, 6, 0]);
    let read = logged("symptom", &[("side:text", "left"), ("place:place", "10")]);
    assert_eq!(read.content["place"], 2, "upper outer of the left, seen by who faces her");
}

#[test]
fn what_is_not_touched_stays_to_the_second() {
    let before: Value = json!({
        "kind": "feed", "at": { "at_ms": 1_792_890_012_345_i64, "zone": "Europe/London", "offset_s": 0 },
        "left_s": 1083, "running": { "side": "left", "since_ms": 5 }, "not_same_as": ["x"],
        "bottles": [{ "milk": "own" }, { "milk": "formula", "amount": { "value": "20", "unit": "ml" } }],
    });
    let form = named("feed").unwrap();
    let mut sent = fill(form, &before);
    assert!(sent.contains(&("left_s:duration".to_owned(), "18:03".to_owned())), "{sent:?}");
    assert_eq!(read(form, &Fields(sent.clone()), &before, HERE).content, before);
    sent.push(("note:text".to_owned(), "slow".to_owned()));
    let mut after = before.clone();
    after["note"] = json!("slow");
    assert_eq!(read(form, &Fields(sent), &before, HERE).content, after);
}

#[test]
fn a_time_that_was_twice_is_asked_and_the_second_may_be_meant() {
    let typed = [("at:day", "2026-10-25"), ("at:clock", "01:30"), ("note:text", "x")];
    let first = logged("note", &typed);
    let second = logged("note", &[typed[0], typed[1], typed[2], ("go", "second")]);
    assert!(matches!(&first.back[..], [Back::Twice(_), ..]));
    let at = |read: &super::Read| read.content["at"]["at_ms"].as_i64().unwrap();
    assert_eq!(at(&second) - at(&first), 3_600_000);
}

#[test]
fn every_form_reads_what_it_fills() {
    for form in FORMS {
        let content = json!({ "kind": form.kind, "at": { "at_ms": 1_792_890_000_000_i64, "zone": "Europe/London", "offset_s": 0 }, "note": "n" });
        let read = read(form, &Fields(fill(form, &content)), &content, HERE);
        assert_eq!(read.content, content, "{}", form.name);
    }
}
