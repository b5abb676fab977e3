//! `GET` and `POST /people/{id}`: what somebody may do here.

use axum::Form as Sent;
use axum::extract::Path;
use axum::response::Response;
use care::record::household::Person;
use care::record::id::PersonId;
use care::record::role::{Act, Role};
use jiff::tz::TimeZone;

use super::front::{Desk, Front, to};
use super::invite;
use crate::fill::people;
use crate::record::fields::Fields;
use crate::record::people::change;
use crate::view::guide::Way;
use crate::view::parts::{Field, Form, Line, Part, Parts};

const ROLES: [Role; 4] = [Role::Owner, Role::Parent, Role::Helper, Role::Clinician];

/// Her role, as a form.
pub async fn show(desk: Desk, Path(id): Path<String>) -> Response {
    if let Err(answer) = desk.must(Act::Govern) {
        return *answer;
    }
    match human(&desk, &id) {
        Some(person) => Front::draw(&page(&desk, person)),
        None => desk.front.unknown(),
    }
}

/// Changes her role, and what the others call her.
pub async fn handle(desk: Desk, Path(id): Path<String>, Sent(fields): Sent<Vec<(String, String)>>) -> Response {
    if let Err(answer) = desk.must(Act::Govern) {
        return *answer;
    }
    let Some(person) = human(&desk, &id).cloned() else { return desk.front.unknown() };
    let fields = Fields(fields);
    let asked = match asked(&desk, &fields) {
        Ok(asked) => asked,
        Err(wrong) => return desk.front.draw_wrong(page(&desk, &person), wrong),
    };
    let (home, id, now_ms) = (desk.member.household.id, person.id, desk.front.now_ms);
    let write = move |tx: &dyn store::Tx| {
        change(tx, home, id, now_ms, |one| {
            (one.name, one.role, one.until_ms) = asked.clone();
        })
    };
    match desk.front.record.write(write).await {
        Ok(Ok(_)) => {
            desk.tell().await;
            to("/people")
        }
        Ok(Err(wrong)) => desk.front.draw_wrong(page(&desk, &person), wrong),
        Err(fault) => desk.front.failed(&fault),
    }
}

/// Somebody who is here and no gadget.
pub(super) fn human<'d>(desk: &'d Desk, id: &str) -> Option<&'d Person> {
    let id: PersonId = id.parse().ok()?;
    desk.member.household.person(id).filter(|one| !one.removed && one.role != Role::Device)
}

fn asked(desk: &Desk, fields: &Fields) -> Result<(String, Role, Option<i64>), &'static str> {
    let name = fields.text("name");
    if name.is_empty() || name.chars().count() > super::LONGEST_NAME {
        return Err("people-fault-name");
    }
    let role = Role::named(fields.text("role")).filter(|role| ROLES.contains(role)).ok_or("people-fault-role")?;
    let until_ms = if role == Role::Clinician { Some(invite::until(desk, fields)?) } else { None };
    Ok((name.to_owned(), role, until_ms))
}

fn page(desk: &Desk, person: &Person) -> Parts {
    let words = desk.front.words();
    let home = &desk.member.household;
    let name = Line {
        name: "name",
        label: words.say("people-name-hers"),
        value: person.name.clone(),
        kind: "text",
        fills: "off",
        must: true,
        ..Line::default()
    };
    let until = Line {
        name: "until",
        label: words.say("people-until"),
        help: words.say("people-until-help"),
        value: person.until_ms.map(|until_ms| last_day(until_ms, &home.settings.zone)).unwrap_or_default(),
        kind: "date",
        fills: "off",
        ..Line::default()
    };
    let form = Form {
        title: String::new(),
        help: String::new(),
        path: format!("/people/{}", person.id),
        fields: vec![
            Field::Line(name),
            Field::One("role", words.say("people-role"), people::roles(&ROLES, Some(person.role), &words)),
            Field::Line(until),
        ],
        button: words.say("people-save"),
        main: true,
    };
    let path = format!("/people/{}/remove", person.id);
    let id = if person.id == desk.member.person.id { "people-leave" } else { "people-remove" };
    let remove = Way { path, text: words.say(id), ..Way::default() };
    let parts = vec![Part::Ways(String::new(), vec![remove]), Part::Form(form)];
    let page = desk.page("people-role", &format!("/people/{}", person.id), ("/people", "people-people"), parts);
    Parts { title: person.name.clone(), ..page }
}

/// The last day of which an instant is the end.
fn last_day(until_ms: i64, zone: &str) -> String {
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    let last = jiff::Timestamp::from_millisecond(until_ms - 1);
    last.map(|at| at.to_zoned(zone).date().to_string()).unwrap_or_default()
}
