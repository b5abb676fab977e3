//! `GET` and `POST /settings`: how the household counts and measures.

use axum::Form as Sent;
use axum::response::Response;
use care::record::amount::Unit;
use care::record::role::Act;
use care::record::settings::{Settings, Since};
use store::{Tx, household};

use super::front::{Desk, Front, to};
use crate::record::fields::Fields;
use crate::view::parts::{Choice, Field, Form, Line, Part, Parts};
use crate::words::Words;

const VOLUMES: [(Unit, &str, &str); 2] =
    [(Unit::Ml, "ml", "people-unit-ml"), (Unit::FlOz, "fl_oz", "people-unit-fl-oz")];
const MASSES: [(Unit, &str, &str); 4] = [
    (Unit::G, "g", "people-unit-g"),
    (Unit::Kg, "kg", "people-unit-kg"),
    (Unit::Lb, "lb", "people-unit-lb"),
    (Unit::LbOz, "lb_oz", "people-unit-lb-oz"),
];
const TEMPERATURES: [(Unit, &str, &str); 2] = [(Unit::C, "c", "people-unit-c"), (Unit::F, "f", "people-unit-f")];
const LENGTHS: [(Unit, &str, &str); 2] = [(Unit::Cm, "cm", "people-unit-cm"), (Unit::In, "in", "people-unit-in")];

/// The form.
pub async fn show(desk: Desk) -> Response {
    match desk.must(Act::Govern) {
        Ok(()) => Front::draw(&page(&desk)),
        Err(answer) => *answer,
    }
}

/// Keeps them. What was typed before stays as it was typed.
pub async fn handle(desk: Desk, Sent(fields): Sent<Vec<(String, String)>>) -> Response {
    if let Err(answer) = desk.must(Act::Govern) {
        return *answer;
    }
    let settings = match asked(&desk, &Fields(fields)) {
        Ok(settings) => settings,
        Err(wrong) => return desk.front.draw_wrong(page(&desk), wrong),
    };
    let home = desk.member.household.id;
    match desk.front.record.write(move |tx: &dyn Tx| household::set_settings(tx, home, &settings)).await {
        Ok(()) => to("/settings"),
        Err(fault) => desk.front.failed(&fault),
    }
}

fn asked(desk: &Desk, fields: &Fields) -> Result<Settings, &'static str> {
    let before = &desk.member.household.settings;
    let zone = fields.text("zone");
    if zone.is_empty() || jiff::tz::TimeZone::get(zone).is_err() {
        return Err("people-fault-zone");
    }
    let code = fields.text("region");
    if !desk.front.regions().iter().any(|(known, _)| known == code) {
        return Err("people-fault-region");
    }
    // The questions about feeds are there only while there is somebody to feed.
    let is_asked = fields.has("since");
    Ok(Settings {
        region: code.to_owned(),
        zone: zone.to_owned(),
        since: if is_asked { since(fields.text("since")) } else { before.since },
        count_bottles: if is_asked { fields.has("bottles") } else { before.count_bottles },
        volume: unit(&VOLUMES, fields.text("volume"), before.volume),
        mass: unit(&MASSES, fields.text("mass"), before.mass),
        temperature: unit(&TEMPERATURES, fields.text("temperature"), before.temperature),
        length: unit(&LENGTHS, fields.text("length"), before.length),
    })
}

fn since(name: &str) -> Since {
    if name == "end" { Since::End } else { Since::Start }
}

fn unit(known: &[(Unit, &str, &str)], name: &str, before: Unit) -> Unit {
    known.iter().find(|(_, one, _)| *one == name).map_or(before, |(unit, ..)| *unit)
}

fn page(desk: &Desk) -> Parts {
    let words = desk.front.words();
    let now = &desk.member.household.settings;
    let regions = desk.front.regions().into_iter().map(|(value, text)| {
        let chosen = value == now.region;
        Choice { value, text, chosen, ..Choice::default() }
    });
    let zone = Line {
        name: "zone",
        label: words.say("people-zone"),
        help: words.say("people-zone-help"),
        value: now.zone.clone(),
        kind: "text",
        fills: "off",
        must: true,
        ..Line::default()
    };
    let mut fields = vec![Field::Of("region", words.say("people-region"), regions.collect()), Field::Line(zone)];
    fields.push(units("volume", "people-volume", &VOLUMES, now.volume, &words));
    fields.push(units("mass", "people-mass", &MASSES, now.mass, &words));
    fields.push(units("temperature", "people-temperature", &TEMPERATURES, now.temperature, &words));
    fields.push(units("length", "people-length", &LENGTHS, now.length, &words));
    if desk.front.baby {
        fields.extend(feeds(now, &words));
    }
    let form = Form {
        title: String::new(),
        help: String::new(),
        path: "/settings".to_owned(),
        fields,
        button: words.say("people-save"),
        main: true,
    };
    let page = desk.page("people-settings", "/settings", ("/household", "people-household"), vec![Part::Form(form)]);
    Parts { says: vec![words.say("people-settings-say")], ..page }
}

fn units(name: &'static str, label: &str, known: &[(Unit, &str, &str)], chosen: Unit, words: &Words) -> Field {
    let choice = |(unit, value, text): &(Unit, &str, &str)| Choice {
        value: (*value).to_owned(),
        text: words.say(text),
        chosen: *unit == chosen,
        ..Choice::default()
    };
    Field::Of(name, words.say(label), known.iter().map(choice).collect())
}

/// From where "since the last feed" is counted, and whether a bottle is one.
fn feeds(now: &Settings, words: &Words) -> [Field; 2] {
    let choice = |value: &str, id: &str, one: Since| Choice {
        value: value.to_owned(),
        text: words.say(id),
        chosen: now.since == one,
        ..Choice::default()
    };
    let since =
        vec![choice("start", "people-since-start", Since::Start), choice("end", "people-since-end", Since::End)];
    let bottles = Choice {
        value: "yes".to_owned(),
        text: words.say("people-bottles"),
        chosen: now.count_bottles,
        ..Choice::default()
    };
    [
        Field::One("since", words.say("people-since"), since),
        Field::Any("bottles", words.say("people-bottles-ask"), vec![bottles]),
    ]
}
