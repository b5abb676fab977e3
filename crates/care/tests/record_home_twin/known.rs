//! What was logged in the last days, and what the rules are told of it.

use std::collections::BTreeMap;

use care::record::entry::Entry;
use care::record::household::Household;
use care::record::id::{BabyId, PersonId};
use care::record::known::{ALARM_MS, Asked, FRESH_MS, Known, answered, known, since_ms};
use care::record::moment::Moment;
use jiff::civil::Date;
use protocol::answers::Given;
use protocol::compile::Compiled;
use protocol::model::finding::Subject as Patient;
use serde_json::{Value, json};

use crate::luck::Luck;
use crate::night::{HOUR_MS, NOW_MS, ZONE, baby, entry, household, number, parent};

const CASES: usize = 250;

fn temperature(luck: &mut Luck) -> Value {
    let (value, unit) = luck.of(&[
        ("36.8", "c"),
        ("38,0", "c"),
        ("38.4", "c"),
        ("39.1", "c"),
        ("35.9", "c"),
        ("100.3", "f"),
        ("100.4", "f"),
        ("102.2", "f"),
        (" 38.6 ", "c"),
        ("380", "c"),
        ("hot", "c"),
        ("38.2", "kg"),
    ]);
    json!({ "kind": "temperature", "amount": { "value": value, "unit": unit } })
}

fn weight(luck: &mut Luck) -> Value {
    let (value, unit) = luck.of(&[
        ("3500", "g"),
        ("3,3", "kg"),
        ("3150", "g"),
        ("3000", "g"),
        ("7 4.5", "lb_oz"),
        ("3.45", "kg"),
        ("2900", "g"),
        ("0", "g"),
        ("a lot", "g"),
        ("200", "kg"),
    ]);
    json!({ "kind": "weight", "amount": { "value": value, "unit": unit } })
}

fn of_parent(luck: &mut Luck) -> Value {
    match luck.below(6) {
        0 | 1 => temperature(luck),
        2 => {
            json!({ "kind": "medicine", "name": "x", "medicine": luck.of(&["ibuprofen_uk", "paracetamol_uk_ie", "vitamin_d"]) })
        }
        3 => json!({
            "kind": "mood", "down": luck.of(&[Value::Null, json!(true), json!(false)]),
            "little_interest": luck.of(&[Value::Null, json!(true), json!(false)]),
        }),
        _ => json!({
            "kind": "symptom", "side": luck.of(&[Value::Null, json!("left"), json!("right")]), "pain": luck.of(&[Value::Null, json!(0), json!(3), json!(8)]),
            "lump": luck.of(&[Value::Null, json!({ "value": "2", "unit": "cm" }), json!({ "value": "0", "unit": "cm" }), json!({ "value": "big", "unit": "in" })]),
            "heat_colour": luck.of(&[Value::Null, json!("none"), json!("small_patch"), json!("wedge_or_large")]),
            "nipple": luck.of(&[Value::Null, json!("none"), json!("sore"), json!("crack"), json!("infected")]),
        }),
    }
}

fn of_baby(luck: &mut Luck) -> Value {
    match luck.below(4) {
        0 => temperature(luck),
        1 => json!({
            "kind": "nappy", "wet": true, "dirty": luck.one_in(2), "colour": luck.of(&[Value::Null, json!("pale"), json!("yellow"), json!("black")]),
            "blood": luck.of(&[Value::Null, Value::Null, json!("streaks"), json!("much")]),
        }),
        _ => weight(luck),
    }
}

fn entries(luck: &mut Luck, household: &Household) -> Vec<Entry> {
    let born: Option<Date> = household.babies.first().and_then(|baby| baby.born.parse().ok());
    let today = Moment::in_zone(NOW_MS, ZONE).day();
    let days = born.map_or(0, |born| i64::from((today - born).get_days()).max(0));
    let all = u128::try_from(luck.below(7)).unwrap_or_default();
    let weighed = if luck.one_in(3) { weights(luck, days) } else { vec![] };
    let logged = (0..all).map(|at| {
        let hours =
            luck.of(&[0, 1, 5, 6, 7, 11, 12, 13, 23, 24, 25, 49, 120, 170, 700, -3, days * 24, (days - 5) * 24]);
        let ago_ms = hours * HOUR_MS + luck.of(&[0, 0, 1, 600_000]);
        let (subject, body) = if luck.one_in(2) { (parent(), of_parent(luck)) } else { (baby(), of_baby(luck)) };
        entry(luck, at, subject, ago_ms, body)
    });
    let mut logged: Vec<Entry> = logged.collect();
    logged.extend(weighed);
    logged
}

/// A baby's scale: at birth, some days ago, lately.
fn weights(luck: &mut Luck, days: i64) -> Vec<Entry> {
    let before = luck.of(&[2, 3, 6, 8, 10]);
    let each = [
        (20, days * 24, &[3_500, 3_400]),
        (21, before * 24, &[3_300, 3_480]),
        (22, luck.of(&[1, 30]), &[3_090, 3_420]),
    ];
    let each = each.into_iter().filter(|_| !luck.one_in(5)).collect::<Vec<_>>();
    let one = |(at, hours, grams): (u128, i64, &[i64; 2])| {
        let grams = luck.of(grams) + luck.below(200);
        let body = json!({ "kind": "weight", "amount": { "value": grams.to_string(), "unit": "g" } });
        entry(luck, at, baby(), hours * HOUR_MS, body)
    };
    each.into_iter().map(one).collect()
}

fn said(compiled: &Compiled, known: &Known) -> Value {
    let protocol = &compiled.protocol;
    let mut given = BTreeMap::new();
    for (id, finding) in protocol.each_finding() {
        match known.answers.given(id) {
            None => {}
            Some(Given::Unsure) => drop(given.insert(finding.id.clone(), "unsure?".to_owned())),
            Some(Given::Level(level)) => drop(given.insert(finding.id.clone(), finding.level_id(level).to_owned())),
        }
    }
    json!({ "given": given, "line": known.interview(NOW_MS).write(compiled) })
}

fn row(luck: &mut Luck, compiled: &Compiled) -> Value {
    let household = household(luck);
    let entries = entries(luck, &household);
    let (of_parent, of_baby) = luck.of(&[(true, false), (false, true), (true, true)]);
    let within_ms = luck.of(&[ALARM_MS, FRESH_MS]);
    let asked = Asked {
        household: &household,
        entries: &entries,
        parent: of_parent.then(|| PersonId(number(1))),
        baby: of_baby.then(|| BabyId(number(2))),
        now_ms: NOW_MS,
        within_ms,
        logging_complete: false,
    };
    let found = known(compiled, &asked);
    let alarms = answered(compiled, &found.answers);
    let alarms: Vec<Value> = alarms
        .iter()
        .map(|alarm| {
            let patient = if alarm.patient == Patient::Parent { "parent" } else { "baby" };
            json!({ "patient": patient, "level": alarm.urgency.number(), "since_ms": since_ms(compiled, &asked, alarm) })
        })
        .collect();
    json!({
        "household": household, "entries": entries, "parent": asked.parent, "baby": asked.baby, "now_ms": NOW_MS, "within_ms": within_ms,
        "known": said(compiled, &found), "alarms": alarms,
    })
}

pub fn rows() -> Vec<Value> {
    let ledger = shipped::ledger().unwrap_or_else(|fault| panic!("{fault}"));
    let compiled = shipped::protocol(&ledger).unwrap_or_else(|fault| panic!("{fault}"));
    let mut luck = Luck(8);
    (0..CASES).map(|_| row(&mut luck, &compiled)).collect()
}
