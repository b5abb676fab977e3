//! `GET` and `POST /babies`, `GET /babies/add`, `GET /babies/before`: for whom it is logged.
//!
//! Who died is named nowhere here but behind one plain line at the end.

use axum::Form as Sent;
use axum::response::Response;
use care::record::household::{Baby, BabyState};
use care::record::id::BabyId;
use care::record::role::Act;
use jiff::civil::Date;
use store::household;

use super::front::{Desk, Front, to};
use crate::fill::people;
use crate::record::fields::Fields;
use crate::record::random::Fresh;
use crate::time::today;
use crate::view::guide::Way;
use crate::view::parts::{Choice, Field, Form, Line, Part, Parts};
use crate::words::Words;

/// The list.
pub async fn show(desk: Desk) -> Response {
    if let Err(answer) = desk.must(Act::Change) {
        return *answer;
    }
    let words = desk.front.words();
    let home = &desk.member.household;
    let here: Vec<Way> = home.present_babies().map(|one| way(one, &words)).collect();
    let mut parts = Vec::new();
    if !here.is_empty() {
        parts.push(Part::Ways(String::new(), here));
    }
    if home.babies.iter().any(|one| one.state == BabyState::Died) {
        let text = words.say("people-before");
        let row = Way { path: "/babies/before".to_owned(), text, ..Way::default() };
        parts.push(Part::Ways(String::new(), vec![row]));
    }
    let text = words.say("people-babies-add");
    parts.push(Part::Go(Way { path: "/babies/add".to_owned(), text, ..Way::default() }));
    Front::draw(&desk.page("people-babies", "/babies", ("/household", "people-household"), parts))
}

/// The form of another one.
pub async fn show_add(desk: Desk) -> Response {
    match desk.must(Act::Change) {
        Ok(()) => Front::draw(&form(&desk, &Fields::default())),
        Err(answer) => *answer,
    }
}

/// Adds one.
pub async fn add(desk: Desk, Sent(fields): Sent<Vec<(String, String)>>) -> Response {
    if let Err(answer) = desk.must(Act::Change) {
        return *answer;
    }
    let fields = Fields(fields);
    let (name, born, state) = match said(&fields) {
        Ok(said) => said,
        Err(wrong) => return desk.front.draw_wrong(form(&desk, &fields), wrong),
    };
    let id = match BabyId::fresh(desk.front.now_ms) {
        Ok(id) => id,
        Err(fault) => return desk.front.failed(&fault),
    };
    let (home, baby) = (desk.member.household.id, Baby { id, name, born, state });
    match desk.front.record.write(move |tx| household::put_baby(tx, home, &baby)).await {
        Ok(()) => to("/babies"),
        Err(fault) => desk.front.failed(&fault),
    }
}

/// Who died, for whoever opens it.
pub async fn before(desk: Desk) -> Response {
    if let Err(answer) = desk.must(Act::Change) {
        return *answer;
    }
    let words = desk.front.words();
    let died = desk.member.household.babies.iter().filter(|one| one.state == BabyState::Died);
    let rows = died.map(|one| way(one, &words)).collect();
    let parts = vec![Part::Ways(String::new(), rows)];
    Front::draw(&desk.page("people-before", "/babies/before", ("/babies", "people-babies"), parts))
}

fn way(baby: &Baby, words: &Words) -> Way {
    let born = words.say_one("people-born-on", "day", &baby.born);
    let tag = if baby.state == BabyState::Hospital { words.say("people-in-hospital") } else { String::new() };
    Way { path: format!("/babies/{}", baby.id), text: people::baby(baby, words), small: born, tag, ..Way::default() }
}

/// Name, day of birth and where, by a form.
pub(super) fn said(fields: &Fields) -> Result<(String, String, BabyState), &'static str> {
    let name = fields.text("name");
    if name.chars().count() > super::LONGEST_NAME {
        return Err("people-fault-name");
    }
    let born: Date = fields.text("born").parse().map_err(|_| "people-fault-born")?;
    if born.to_string() > today() {
        return Err("people-fault-born-future");
    }
    let state = if fields.text("state") == "hospital" { BabyState::Hospital } else { BabyState::Home };
    Ok((name.to_owned(), born.to_string(), state))
}

/// The fields of a baby.
pub(super) fn fields_of(name: &str, born: &str, state: BabyState, words: &Words) -> Vec<Field> {
    let name = Line {
        name: "name",
        label: words.say("people-baby-name"),
        value: name.to_owned(),
        kind: "text",
        fills: "off",
        ..Line::default()
    };
    let born = Line {
        name: "born",
        label: words.say("people-born"),
        value: born.to_owned(),
        kind: "date",
        fills: "off",
        must: true,
        max: today(),
        ..Line::default()
    };
    let choice = |value: &str, id: &str, one: BabyState| Choice {
        value: value.to_owned(),
        text: words.say(id),
        chosen: state == one,
        ..Choice::default()
    };
    let places = vec![
        choice("home", "people-at-home", BabyState::Home),
        choice("hospital", "people-in-hospital", BabyState::Hospital),
    ];
    vec![Field::Line(name), Field::Line(born), Field::One("state", words.say("people-where"), places)]
}

fn form(desk: &Desk, fields: &Fields) -> Parts {
    let words = desk.front.words();
    let state = if fields.text("state") == "hospital" { BabyState::Hospital } else { BabyState::Home };
    let form = Form {
        title: String::new(),
        help: String::new(),
        path: "/babies".to_owned(),
        fields: fields_of(fields.text("name"), fields.text("born"), state, &words),
        button: words.say("people-save"),
        main: true,
    };
    desk.page("people-babies-add", "/babies/add", ("/babies", "people-babies"), vec![Part::Form(form)])
}
