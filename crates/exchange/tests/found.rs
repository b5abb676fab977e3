//! What the search for counterexamples found (docs/fuzzing.md), kept so that it stays repaired.

use std::sync::LazyLock;

use exchange::case::Reader;
use exchange::{Detail, Results, batch, dose};
use protocol::compile::Compiled;
use protocol::interview::{Interview, Reply, Said, Stop, Who};
use protocol::model::finding::FindingId;
use protocol::model::screen::ScreenKind;
use serde_json::{Value, json};

static SHIPPED: LazyLock<Compiled> = LazyLock::new(|| {
    let ledger = shipped::ledger().unwrap_or_else(|broken| panic!("{broken}"));
    shipped::protocol(&ledger).unwrap_or_else(|broken| panic!("{broken}"))
});

fn read(line: &str) -> Interview {
    Interview::read(&SHIPPED, line).unwrap_or_else(|fault| panic!("{line}: {fault}"))
}

fn finding(id: &str) -> FindingId {
    SHIPPED.protocol.finding_named(id).unwrap_or_else(|| panic!("no finding `{id}`"))
}

#[track_caller]
fn same_as(line: &str, short: &str) {
    let interview = read(line);
    assert_eq!(interview, read(short), "{line}");
    assert_eq!(read(&interview.write(&SHIPPED)), interview, "{line}");
}

#[test]
fn of_two_parts_of_a_line_about_one_finding_the_later_stands() {
    same_as("t.temp;f.temp=fever", "f.temp=fever");
    same_as("u.temp;f.temp=fever", "f.temp=fever");
    same_as("f.temp=fever@n38.5;f.temp=unsure?", "f.temp=unsure?");
    same_as("f.temp=fever@n38.5;f.temp=fever", "f.temp=fever");
    same_as("f.temp=fever@n38.5;t.temp", "t.temp");
    same_as("f.temp=unsure?;u.temp", "u.temp");
    same_as("u.temp;t.temp", "t.temp");
}

#[test]
fn an_item_of_context_is_known_or_passed_over_never_both() {
    same_as("c.baby=?;c.baby=none", "c.baby=none");
    same_as("c.baby=none;c.baby=?", "c.baby=?");
}

#[test]
fn not_sure_was_not_said_by_a_button_or_a_number() {
    assert!(Interview::read(&SHIPPED, "f.pain=unsure?@c1").is_err());
    assert!(Interview::read(&SHIPPED, "f.pain=unsure?@n38").is_err());
}

#[test]
fn a_number_on_a_line_is_the_same_after_every_reading() {
    for typed in ["38 @ c", " = 38", "38 ;", "101.3 f a h r e n h e i t", "0000000000000000038 5"] {
        let typed = typed.replace(';', "");
        let interview = read(&format!("f.temp=fever@n{typed}"));
        assert_eq!(read(&interview.write(&SHIPPED)), interview, "{typed}");
    }
}

#[test]
fn a_typed_number_that_is_cut_behind_a_blank_survives_its_line() {
    let temp = finding("temp");
    let holds = |kind: &ScreenKind| match kind {
        ScreenKind::Question(one) => *one == temp,
        ScreenKind::List(list) => list.contains(&temp),
        ScreenKind::Who | ScreenKind::Choose { .. } => false,
    };
    let screens = &SHIPPED.protocol.screens;
    let screen = screens.iter().position(|one| holds(&one.kind)).unwrap_or_else(|| panic!("nobody asks"));
    let mut interview = Interview::default();
    let stop = Stop { screen, closer: Some(temp) };
    let said = interview.reply(&SHIPPED, stop, Reply::Number("101.3 f a h r e n h e i t".to_owned()));
    assert_eq!(said, Ok(()));
    assert_eq!(interview.said.get(&temp), Some(&Said::Number("101.3 f a h r e n h".to_owned())));
    assert_eq!(read(&interview.write(&SHIPPED)), interview);
}

#[test]
fn who_says_that_there_is_no_baby_has_not_passed_the_question_over() {
    let screens = &SHIPPED.protocol.screens;
    let who =
        screens.iter().position(|one| matches!(one.kind, ScreenKind::Who)).unwrap_or_else(|| panic!("nobody asks"));
    let mut interview = read("c.baby=?");
    assert_eq!(interview.reply(&SHIPPED, Stop { screen: who, closer: None }, Reply::Who(Who::NoBaby)), Ok(()));
    assert_eq!(read(&interview.write(&SHIPPED)), interview);
}

#[test]
fn a_field_without_a_name_is_blamed_by_two_quotes() {
    let lines = [r#"{"":1,"findings":{}}"#, r#"{"id":"a","":{}}"#];
    let (reader, results) = (Reader::new(&SHIPPED), Results::new(&SHIPPED, Detail::Brief));
    for line in lines {
        let mut out = Vec::new();
        batch::line(&reader, &results, 3, line.as_bytes(), &mut out);
        blames_two_quotes(&out);
        out.clear();
        dose::line(&SHIPPED, 3, line.as_bytes(), &mut out);
        blames_two_quotes(&out);
    }
}

#[track_caller]
fn blames_two_quotes(out: &[u8]) {
    let said: Value = serde_json::from_slice(out).unwrap_or_else(|fault| panic!("{fault}"));
    assert_eq!((&said["field"], &said["line"]), (&json!("\"\""), &json!(3)), "{said}");
}

#[test]
fn an_id_with_many_digits_comes_back_as_the_number_it_was() {
    let (reader, results) = (Reader::new(&SHIPPED), Results::new(&SHIPPED, Detail::Brief));
    for id in
        ["29.286012904047966697251e-302", "-80.6043498860750020101e-73", "9007199254740991.5e-1", "0.1", "-0.0", "7"]
    {
        let mut out = Vec::new();
        batch::line(&reader, &results, 1, format!("{{\"id\":{id}}}").as_bytes(), &mut out);
        let said = String::from_utf8(out).unwrap_or_else(|fault| panic!("{fault}"));
        let echoed = said.strip_prefix("{\"id\":").and_then(|rest| rest.split(',').next()).unwrap_or_default();
        // The standard library reads decimals exactly, and is asked here because it is not the reader.
        assert_eq!(echoed.parse::<f64>().ok(), id.parse().ok(), "{id}: {said}");
    }
}
