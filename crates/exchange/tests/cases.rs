//! Cases in, results out: what is refused and how, and the shape of every answer.

use std::sync::LazyLock;

use exchange::case::{LARGEST_CASE_BYTES, Reader};
use exchange::{Detail, Results, batch};
use proptest::prelude::*;
use protocol::compile::Compiled;
use serde_json::{Map, Value, json};

static SHIPPED: LazyLock<Compiled> = LazyLock::new(|| {
    let ledger = shipped::ledger().unwrap_or_else(|fault| panic!("{fault}"));
    shipped::protocol(&ledger).unwrap_or_else(|fault| panic!("{fault}"))
});

/// Answers lines as the batch does; one answer a line, as written.
fn answers(bytes: &[u8], detail: Detail) -> Vec<String> {
    let (reader, results) = (Reader::new(&SHIPPED), Results::new(&SHIPPED, detail));
    let mut out = Vec::new();
    for (number, line) in (1..).zip(bytes.split(|byte| *byte == b'\n')) {
        batch::line(&reader, &results, number, line, &mut out);
    }
    let out = String::from_utf8(out).unwrap_or_else(|error| panic!("{error}"));
    assert!(out.is_empty() || out.ends_with('\n'));
    out.lines().map(str::to_owned).collect()
}

fn parsed(line: &str) -> Value {
    serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"))
}

/// The answer to one line.
fn answer(line: impl AsRef<[u8]>) -> Value {
    let all = answers(line.as_ref(), Detail::Full);
    assert_eq!(all.len(), 1, "{all:?}");
    parsed(&all[0])
}

fn result(case: &Value) -> Value {
    let result = answer(case.to_string());
    assert!(result.get("error").is_none(), "{result}");
    result
}

/// Every finding at its mildest level, with these changes.
fn well(context: &Value, changes: &[(&str, &str)]) -> Value {
    let mut findings: Map<String, Value> =
        SHIPPED.protocol.findings.iter().map(|one| (one.id.clone(), json!(one.levels[0]))).collect();
    findings.extend(changes.iter().map(|(id, level)| ((*id).to_owned(), json!(level))));
    json!({ "id": "well", "context": context, "findings": findings })
}

/// A line that is refused, the field that is named, and words that must stand in the reason.
const REFUSED: [(&str, &str, &[&str]); 36] = [
    (r#"{"id":1,"findings":{"tmep":"fever"}}"#, "findings.tmep", &["unknown finding `tmep`", "did you mean `temp`?"]),
    (r#"{"id":1,"findings":{"elephants":"yes"}}"#, "findings.elephants", &["unknown finding `elephants`"]),
    (r#"{"id":1,"findings":{"hot":"yes"}}"#, "findings.hot", &["unknown finding `hot`"]),
    (
        r#"{"id":1,"findings":{"temp":"feverish"}}"#,
        "findings.temp",
        &["\"feverish\" is not a level", "\"under_37_5\", \"low_grade\", \"fever\", \"high\" or \"unsure\""],
    ),
    (r#"{"id":1,"findings":{"confused":"maybe"}}"#, "findings.confused", &["\"no\", \"unsure\", \"yes\""]),
    (r#"{"id":1,"findings":{"temp":"Fever"}}"#, "findings.temp", &["\"Fever\" is not a level"]),
    (r#"{"id":1,"findings":{"temp":""}}"#, "findings.temp", &["\"\" is not a level"]),
    (
        r#"{"id":1,"findings":{"same_spot":1}}"#,
        "findings.same_spot",
        &["1 is not a level", "a level is a string", "\"2plus\""],
    ),
    (r#"{"id":1,"findings":{"mood":2.0}}"#, "findings.mood", &["2.0 is not a level", "\"0\", \"1\", \"2\""]),
    (r#"{"id":1,"findings":{"mood":-1}}"#, "findings.mood", &["-1 is not a level"]),
    (r#"{"id":1,"findings":{"temp":38.5}}"#, "findings.temp", &["38.5 is not a level", "a level is a string"]),
    (r#"{"id":1,"findings":{"temp":true}}"#, "findings.temp", &["true is not a level"]),
    (r#"{"id":1,"findings":{"temp":null}}"#, "findings.temp", &["null is not a level"]),
    (r#"{"id":1,"findings":{"temp":["fever"]}}"#, "findings.temp", &["a list", "is not a level"]),
    (r#"{"id":1,"findings":{"temp":{"level":"fever"}}}"#, "findings.temp", &["an object", "is not a level"]),
    (r#"{"id":1,"findings":{"temp":"fever","temp":"high"}}"#, "findings.temp", &["given twice"]),
    (r#"{"id":1,"findings":["temp"]}"#, "findings", &["an object of findings"]),
    (r#"{"id":1,"findings":"temp"}"#, "findings", &["an object of findings"]),
    (r#"{"id":1,"context":{"babby":"none"}}"#, "context.babby", &["unknown item `babby`", "did you mean `baby`?"]),
    (r#"{"id":1,"context":{"weather":"wet"}}"#, "context.weather", &["unknown item", "lactation", "audience"]),
    (
        r#"{"id":1,"context":{"baby":"home"}}"#,
        "context.baby",
        &["\"home\" is not allowed", "`with_parent`, `in_hospital`, `none`"],
    ),
    (r#"{"id":1,"context":{"baby":0}}"#, "context.baby", &["0 is not allowed", "`with_parent`"]),
    (r#"{"id":1,"context":{"baby_age_days":-1}}"#, "context.baby_age_days", &["-1 is not allowed", "from 0 to 1500"]),
    (r#"{"id":1,"context":{"baby_age_days":1501}}"#, "context.baby_age_days", &["1501", "from 0 to 1500"]),
    (r#"{"id":1,"context":{"baby_age_days":12.5}}"#, "context.baby_age_days", &["12.5", "a whole number"]),
    (
        r#"{"id":1,"context":{"baby_age_days":"12"}}"#,
        "context.baby_age_days",
        &["\"12\" is not allowed", "a whole number"],
    ),
    (r#"{"id":1,"context":{"baby_age_days":65535}}"#, "context.baby_age_days", &["65535", "a whole number"]),
    (
        r#"{"id":1,"context":{"days_since_birth":99999999999999999999999}}"#,
        "context.days_since_birth",
        &["is not allowed", "a whole number from 0 to 365, or `over_365`"],
    ),
    (r#"{"id":1,"context":{"days_since_birth":366}}"#, "context.days_since_birth", &["366", "`over_365`"]),
    (r#"{"id":1,"context":{"days_since_birth":[1]}}"#, "context.days_since_birth", &["a list", "a whole number"]),
    (r#"{"id":1,"context":{"baby":"none","baby":"none"}}"#, "context.baby", &["given twice"]),
    (r#"{"id":1,"context":[]}"#, "context", &["an object of context"]),
    (r#"{"id":1,"answers":{}}"#, "answers", &["unknown field `answers`", "`id`, `context` and `findings`"]),
    (r#"{"id":1,"findings":{},"findings":{}}"#, "findings", &["given twice"]),
    (r#"{"id":1,"id":2}"#, "id", &["given twice"]),
    (r#"{"id":["a"],"findings":{}}"#, "id", &["an id is a string"]),
];

#[test]
fn every_kind_of_bad_field_is_named_with_what_is_allowed() {
    for (line, field, words) in REFUSED {
        let answer = answer(line);
        let said = answer["error"].as_str().unwrap_or_else(|| panic!("{line} was taken: {answer}"));
        assert_eq!(answer["field"], field, "{line}");
        assert!(said.starts_with(&format!("{field}: ")), "{line}: {said}");
        words.iter().for_each(|word| assert!(said.contains(word), "{line}: {said}"));
        assert_eq!(answer["line"], 1);
        assert_eq!(
            answer["id"],
            if field == "id" && !line.contains("\"id\":1") { Value::Null } else { json!(1) },
            "{line}"
        );
    }
}

#[test]
fn what_is_not_json_is_told_as_such() {
    let deep = format!(r#"{{"id":{}1{}}}"#, "[".repeat(5_000), "]".repeat(5_000));
    let deep_level = format!(r#"{{"findings":{{"temp":{}1{}}}}}"#, "[".repeat(100_000), "]".repeat(100_000));
    let long_id = format!(r#"{{"id":"{}"}}"#, "x".repeat(201));
    let lines: [(&[u8], &str); 14] = [
        (b"not json", "expected"),
        (b"{", "EOF"),
        (b"{\"id\":1", "EOF"),
        (b"{\"id\":1} {}", "trailing characters"),
        (b"[]", "a case: an object"),
        (b"\"case\"", "a case: an object"),
        (b"7", "a case: an object"),
        (b"null", "a case: an object"),
        (b"{'id':1}", "key must be a string"),
        (b"{\"id\":\"\xff\"}", "not UTF-8 from byte 8"),
        (b"{\"id\":01}", "invalid number"),
        (deep.as_bytes(), "recursion limit"),
        (deep_level.as_bytes(), "is not a level"),
        (long_id.as_bytes(), "at most 200 bytes"),
    ];
    for (line, words) in lines {
        let answer = answer(line);
        let said = answer["error"].as_str().unwrap_or_default();
        assert!(said.contains(words), "{}: {said}", String::from_utf8_lossy(&line[..line.len().min(60)]));
        assert!(said.len() < 400);
    }
}

#[test]
fn a_huge_line_costs_that_line_only() {
    let huge = format!(r#"{{"id":"{}"}}"#, "x".repeat(2_000_000));
    let all = answers(format!("{{\"id\":1}}\n{huge}\n{{\"id\":3}}\n").as_bytes(), Detail::Brief);
    assert_eq!(all.len(), 3);
    assert!(parsed(&all[1])["error"].as_str().is_some_and(|said| said.contains(&LARGEST_CASE_BYTES.to_string())));
    assert_eq!((&parsed(&all[0])["id"], &parsed(&all[2])["id"]), (&json!(1), &json!(3)));
    let mut out = Vec::new();
    batch::too_long(7, &mut out);
    assert_eq!(parsed(&String::from_utf8_lossy(&out))["line"], 7);
}

#[test]
fn an_id_comes_back_as_it_was_given() {
    for id in [json!("a"), json!("ä\"\\\n☃"), json!(7), json!(-7), json!(1.5), json!(u64::MAX), json!(null), json!("")]
    {
        assert_eq!(result(&json!({ "id": id }))["id"], id);
    }
    assert_eq!(answer("{}")["id"], Value::Null);
    // The id is known to an error when it came first.
    assert_eq!(answer(r#"{"id":"a","x":1}"#)["id"], "a");
    assert_eq!(answer(r#"{"x":1,"id":"a"}"#)["id"], Value::Null);
    // A number that would come back changed is refused, not mangled.
    let big = answer(r#"{"id":12345678901234567890123456789}"#);
    assert!(big["error"].as_str().is_some_and(|said| said.contains("as a string")), "{big}");
}

#[test]
fn good_lines_around_bad_ones_are_answered_in_order() {
    let text = "\n{\"id\":1}\n\n  \t\nnot json\n{\"id\":2,\"findings\":{\"temp\":\"hot\"}}\r\n{\"id\":3}\r\n\n";
    let all: Vec<Value> = answers(text.as_bytes(), Detail::Brief).iter().map(|line| parsed(line)).collect();
    let told: Vec<(Value, Value)> = all.iter().map(|one| (one["id"].clone(), one["line"].clone())).collect();
    let expected = [(json!(1), Value::Null), (Value::Null, json!(5)), (json!(2), json!(6)), (json!(3), Value::Null)];
    assert_eq!(told, expected);
}

#[test]
fn ten_thousand_lines_with_errors_among_them() {
    let line = |at: usize| match at % 10 {
        3 => format!("{{\"id\":{at},\"findings\":{{\"nobody\":\"yes\"}}}}"),
        7 => "{{{".to_owned(),
        8 => format!("{{\"id\":{at},\"findings\":{{\"confused\":\"yes\"}}}}"),
        _ => format!("{{\"id\":{at}}}"),
    };
    let text: Vec<String> = (0..10_000).map(line).collect();
    let all = answers(text.join("\n").as_bytes(), Detail::Brief);
    assert_eq!(all.len(), 10_000);
    for (at, line) in all.iter().enumerate() {
        let expected = match at % 10 {
            3 => format!("{{\"id\":{at},\"line\":{},\"field\":\"findings.nobody\",\"error\":", at + 1),
            7 => format!("{{\"id\":null,\"line\":{},\"error\":", at + 1),
            8 => format!("{{\"id\":{at},\"protocol\":{{\"version\":\"{}\"", SHIPPED.protocol.version),
            _ => format!("{{\"id\":{at},\"protocol\":"),
        };
        assert!(line.starts_with(&expected), "{at}: {line}");
        assert_eq!(line.contains("\"urgency\":\"emergency_now\",\"level\":6,\"complete\":false"), at % 10 == 8, "{at}");
    }
}

const KEYS: [&str; 18] = [
    "id",
    "protocol",
    "urgency",
    "level",
    "complete",
    "interim",
    "unanswered",
    "could_reach",
    "parent",
    "baby",
    "reasons",
    "conditions",
    "plan",
    "gates",
    "come_back_if",
    "notes",
    "contradictions",
    "next",
];

/// Keys of an object in the order in which they are written.
fn keys(written: &str) -> Vec<String> {
    let (mut keys, mut depth, mut rest) = (Vec::new(), 0_i32, written.char_indices().peekable());
    while let Some((at, character)) = rest.next() {
        match character {
            '{' | '[' => depth += 1,
            '}' | ']' => depth -= 1,
            '"' => {
                let mut end = at + 1;
                while let Some((next, inner)) = rest.next() {
                    end = next;
                    match inner {
                        '\\' => drop(rest.next()),
                        '"' => break,
                        _ => {}
                    }
                }
                if depth == 1 && rest.peek().is_some_and(|(_, next)| *next == ':') {
                    keys.push(written[at + 1..end].to_owned());
                }
            }
            _ => {}
        }
    }
    keys
}

fn fields(value: &Value) -> Vec<&str> {
    value.as_object().map(|object| object.keys().map(String::as_str).collect()).unwrap_or_default()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_else(|| panic!("{value} is no list"))
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("{value} is no text"))
}

/// Someone with something of everything.
fn ill() -> Value {
    let context = json!({ "baby": "with_parent", "baby_age_days": 20, "days_since_birth": 200, "lactation": "direct" });
    well(
        &context,
        &[
            ("temp", "fever"),
            ("low_temp", "yes"),
            ("heat_colour", "wedge_or_large"),
            ("pain", "severe"),
            ("lump", "tender_patch"),
            ("lump_days", "gt14"),
            ("b_wet", "below"),
            ("bleb", "yes"),
        ],
    )
}

#[test]
fn a_result_has_the_promised_shape() {
    let case = ill();
    let written = answers(case.to_string().as_bytes(), Detail::Full).remove(0);
    assert_eq!(keys(&written), KEYS);
    let result = parsed(&written);
    assert_eq!(result["protocol"], json!({ "version": SHIPPED.protocol.version, "fingerprint": SHIPPED.fingerprint }));
    assert_eq!(
        fields(&result["parent"]),
        fields(&json!({ "urgency": 0, "level": 0, "days": 0, "reasons": 0, "also": 0 }))
    );
    assert_eq!(fields(&result["baby"]), fields(&result["parent"]));
    for reason in list(&result["reasons"]).iter().chain(list(&result["parent"]["reasons"])) {
        assert_eq!(fields(reason), fields(&json!({ "rule": 0, "text": 0, "sources": 0 })), "{reason}");
        assert!(!text(&reason["text"]).is_empty() && !list(&reason["sources"]).is_empty());
    }
    let also = list(&result["parent"]["also"]);
    assert!(
        also.iter().any(|one| one["rule"] == "R06" && one["days"] == 3 && one["urgency"] == "within_days"),
        "{also:?}"
    );
    for condition in list(&result["conditions"]) {
        assert!(condition["id"].is_string() && !text(&condition["why"]).is_empty(), "{condition}");
    }
    let places = ["offered", "optional", "not_now", "never"];
    for step in list(&result["plan"]) {
        assert!(step["step"].is_string() && places.contains(&text(&step["place"])), "{step}");
        assert!(!text(&step["why"]).is_empty() && !list(&step["sources"]).is_empty());
    }
    assert!(list(&result["plan"]).len() > 8);
    assert!(list(&result["contradictions"]).iter().any(|one| one["id"] == "fever_and_cold"));
    assert!(list(&result["contradictions"]).iter().any(|one| one["id"] == "ages_differ"));
    assert!(list(&result["come_back_if"]).iter().all(|line| !text(&line["text"]).is_empty()));
}

#[test]
fn brief_results_leave_texts_out_and_nothing_else() {
    let case = ill().to_string();
    let [full, brief] = [Detail::Full, Detail::Brief].map(|detail| parsed(&answers(case.as_bytes(), detail)[0]));
    let mut left = full.clone();
    without_texts(&mut left);
    assert_eq!(brief, left);
    assert!(brief.to_string().len() * 2 < full.to_string().len());
}

fn without_texts(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.retain(|name, _| !["text", "why", "sources", "words", "because"].contains(&name.as_str()));
            fields.values_mut().for_each(without_texts);
        }
        Value::Array(items) => items.iter_mut().for_each(without_texts),
        _ => {}
    }
}

#[test]
fn incomplete_and_interim_and_complete_are_told_apart() {
    let silent = result(&json!({ "id": 1 }));
    let told = |result: &Value| ["urgency", "level", "complete", "interim"].map(|key| result[key].clone());
    assert_eq!(told(&silent), [json!("incomplete"), Value::Null, json!(false), json!(false)]);
    assert_eq!((&silent["could_reach"], &silent["reasons"]), (&json!("emergency_now"), &json!([])));
    for patient in ["parent", "baby"] {
        let nothing = json!({ "urgency": "incomplete", "level": null, "days": null, "reasons": [], "also": [] });
        assert_eq!(silent[patient], nothing);
    }
    assert!(list(&silent["next"]).iter().all(|id| list(&silent["unanswered"]).contains(id)));
    assert_eq!(list(&silent["next"])[0], "confused", "the first screen of the interview comes next");

    let interim = result(&json!({ "findings": { "temp": "fever" }, "context": { "baby": "none" } }));
    assert_eq!(told(&interim), [json!("same_day"), json!(4), json!(false), json!(true)]);
    assert_eq!(interim["baby"], Value::Null);

    let context = json!({ "days_since_birth": "over_365", "baby_age_days": 400 });
    let nothing = result(&well(&context, &[]));
    assert_eq!(told(&nothing), [json!("none"), json!(0), json!(true), json!(false)]);
    assert_eq!(
        (&nothing["unanswered"], &nothing["next"], &nothing["could_reach"]),
        (&json!([]), &json!([]), &json!("none"))
    );
    assert_eq!(list(&nothing["conditions"])[0]["id"], "normal_breast_change");

    let days = result(&well(&context, &[("node", "yes"), ("lump", "fixed_hard")]));
    assert_eq!(
        (&days["urgency"], &days["parent"]["days"], &days["baby"]["urgency"]),
        (&json!("within_days"), &json!(3), &json!("none"))
    );
    assert_eq!(list(&days["parent"]["reasons"]).len(), 2);
}

#[test]
fn not_sure_may_be_sent_for_every_finding() {
    for finding in &SHIPPED.protocol.findings {
        let sent = |level: &str| {
            let mut result = result(&json!({ "findings": { finding.id.as_str(): level } }));
            result["id"] = Value::Null;
            // A gate is stricter than the rules: it takes "not sure" for the worst, and its step with it.
            result["gates"] = Value::Null;
            if let Some(plan) = result["plan"].as_array_mut() {
                plan.retain(|step| step["step"] != "light_touch");
            }
            result
        };
        assert_eq!(sent("unsure"), sent(finding.level_id(finding.unsure)), "{}", finding.id);
    }
}

#[test]
fn a_caregiver_is_told_the_same_in_the_third_person() {
    let asked = |audience: &str| {
        result(&well(
            &json!({ "audience": audience, "baby_age_days": 400 }),
            &[("temp", "fever"), ("antipyretic_6h", "yes")],
        ))
    };
    let [hers, theirs] = ["parent", "caregiver"].map(asked);
    let rules = |result: &Value| list(&result["reasons"]).iter().map(|one| one["rule"].clone()).collect::<Vec<_>>();
    assert_eq!(rules(&hers), rules(&theirs));
    assert_eq!(hers["urgency"], theirs["urgency"]);
    assert!(!theirs.to_string().contains("yourself"));
}

/// Any case that can be read.
fn some_case() -> impl Strategy<Value = Value> {
    let findings = prop::collection::vec((0..100_u8, any::<u8>()), SHIPPED.protocol.findings.len());
    let quiet = prop_oneof![Just(95_u8), Just(70), Just(10)];
    let places = prop::sample::select(vec!["with_parent", "in_hospital", "none"]);
    (findings, quiet, places, prop::option::of(0..1500_u16), prop::option::of(0..366_u16)).prop_map(
        |(dice, quiet, place, age, born)| {
            let mut said = Map::new();
            for (one, (how, level)) in SHIPPED.protocol.findings.iter().zip(dice) {
                let level = if how < quiet { 0 } else { usize::from(level) % (one.levels.len() + 2) };
                let level = one.levels.get(level).map_or("unsure", String::as_str);
                if how < 97 {
                    said.insert(one.id.clone(), json!(level));
                }
            }
            let mut context = json!({ "baby": place });
            age.into_iter().for_each(|age| context["baby_age_days"] = json!(age));
            born.into_iter().for_each(|born| context["days_since_birth"] = json!(born));
            json!({ "id": "some", "context": context, "findings": said })
        },
    )
}

fn level(urgency: &Value) -> u64 {
    urgency.as_u64().unwrap_or_default()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn every_result_holds_together(case in some_case()) {
        let written = answers(case.to_string().as_bytes(), Detail::Full).remove(0);
        prop_assert_eq!(keys(&written), KEYS);
        let result = parsed(&written);
        let baby = level(&result["baby"]["level"]);
        let parent = level(&result["parent"]["level"]);
        prop_assert_eq!(level(&result["level"]), parent.max(baby));
        prop_assert_eq!(result["baby"].is_null(), case["context"]["baby"] == "none");
        let lines = list(&result["come_back_if"]);
        prop_assert!(lines.len() <= 8);
        prop_assert!(lines.windows(2).all(|pair| level(&pair[0]["level"]) >= level(&pair[1]["level"])), "gravest first");
        for line in lines {
            let reached = if line["group"] == "baby" { baby } else { parent.min(baby) };
            prop_assert!(level(&line["level"]) >= 4 && level(&line["level"]) > reached, "{}", line);
            prop_assert!(!list(&line["signs"]).is_empty());
        }
        for patient in ["parent", "baby"] {
            let told = &result[patient];
            prop_assert_eq!(told["days"].is_null(), told["urgency"] != "within_days");
            for also in told["also"].as_array().into_iter().flatten() {
                prop_assert!((2..level(&told["level"])).contains(&level(&also["level"])), "{}", also);
            }
        }
        let complete = list(&result["unanswered"]).is_empty();
        prop_assert_eq!(&result["complete"], &json!(complete));
        prop_assert!(complete || result["level"].is_null() || level(&result["level"]) >= 2);
    }

    /// I17: no text speaks of a baby, feeding or nappies when there is no baby.
    #[test]
    fn without_a_baby_no_text_speaks_of_one(case in some_case(), loss in any::<bool>(), caregiver in any::<bool>()) {
        let mut case = case;
        case["context"]["baby"] = json!(if loss { "with_parent" } else { "none" });
        case["context"]["lactation"] = json!(if loss { "after_loss" } else { "pump_only" });
        case["context"]["audience"] = json!(if caregiver { "caregiver" } else { "parent" });
        let mut said = Vec::new();
        texts(&result(&case), &mut said);
        for text in said {
            let text = text.to_lowercase();
            let word = ["baby", "babies", "infant", "newborn", "nappy", "nappies", "feed", "latch"];
            prop_assert!(!word.iter().any(|word| text.contains(word)), "{}", text);
        }
    }

    #[test]
    fn any_bytes_give_one_line_of_json_for_each_line(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        one_for_each(&bytes)?;
    }

    #[test]
    fn a_damaged_case_gives_one_line_of_json(case in some_case(), flips in prop::collection::vec((any::<usize>(), any::<u8>()), 0..4), cut in any::<usize>()) {
        let mut bytes = case.to_string().into_bytes();
        for (at, byte) in flips {
            let most = bytes.len();
            bytes[at % most] = byte;
        }
        bytes.truncate(cut % (bytes.len() * 2));
        one_for_each(&bytes)?;
    }
}

fn one_for_each(bytes: &[u8]) -> Result<(), TestCaseError> {
    let asked = bytes.split(|byte| *byte == b'\n').filter(|line| !line.iter().all(u8::is_ascii_whitespace)).count();
    let all = answers(bytes, Detail::Brief);
    prop_assert_eq!(all.len(), asked);
    for line in all {
        let read: Result<Value, _> = serde_json::from_str(&line);
        prop_assert!(
            read.is_ok_and(|value| value.get("urgency").is_some() != value.get("error").is_some()),
            "{}",
            line
        );
    }
    Ok(())
}

fn texts(value: &Value, said: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                match value {
                    Value::String(text) if ["text", "why"].contains(&name.as_str()) => said.push(text.clone()),
                    Value::Array(words) if name == "words" => said.extend(words.iter().map(|one| text(one).to_owned())),
                    other => texts(other, said),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| texts(item, said)),
        _ => {}
    }
}
