//! `GET` and `POST /people/{id}/remove`: somebody leaves, or is removed. Her name stays at what she logged.

use axum::Form as Sent;
use axum::extract::Path;
use axum::response::Response;
use care::record::household::Person;
use care::record::role::Act;
use store::session;

use super::front::{Desk, Front, to};
use super::person_show::human;
use crate::record::fields::Fields;
use crate::record::people::{UNKNOWN, change};
use crate::view::parts::{Form, Part, Parts};

/// What it means, and the button.
pub async fn show(desk: Desk, Path(id): Path<String>) -> Response {
    match found(&desk, &id) {
        Ok(person) => Front::draw(&page(&desk, person)),
        Err(answer) => *answer,
    }
}

/// Removes her and ends her sessions, at once.
pub async fn handle(desk: Desk, Path(id): Path<String>, Sent(fields): Sent<Vec<(String, String)>>) -> Response {
    let person = match found(&desk, &id) {
        Ok(person) => person.clone(),
        Err(answer) => return *answer,
    };
    if Fields(fields).has("ask") {
        return Front::draw(&page(&desk, &person));
    }
    let (home, id, now_ms) = (desk.member.household.id, person.id, desk.front.now_ms);
    let write = move |tx: &dyn store::Tx| {
        let changed = change(tx, home, id, now_ms, |one| one.removed = true)?;
        if changed.is_ok() {
            session::end_of_person(tx, home, id)?;
        }
        Ok(changed)
    };
    match desk.front.record.write(write).await {
        Ok(Ok(_)) => to(if id == desk.member.person.id { "/sign-in" } else { "/people" }),
        Ok(Err(UNKNOWN)) => desk.front.unknown(),
        Ok(Err(wrong)) => desk.front.draw_wrong(page(&desk, &person), wrong),
        Err(fault) => desk.front.failed(&fault),
    }
}

/// Who governs removes anybody; everybody may go herself.
fn found<'d>(desk: &'d Desk, id: &str) -> Result<&'d Person, Box<Response>> {
    let is_me = id == desk.member.person.id.to_string();
    if !is_me {
        desk.must(Act::Govern)?;
    }
    human(desk, id).ok_or_else(|| Box::new(desk.front.unknown()))
}

fn page(desk: &Desk, person: &Person) -> Parts {
    let words = desk.front.words();
    let is_me = person.id == desk.member.person.id;
    let (title, help) =
        if is_me { ("people-leave", "people-leave-help") } else { ("people-remove", "people-remove-help") };
    let form = Form {
        title: String::new(),
        help: String::new(),
        path: format!("/people/{}/remove", person.id),
        fields: Vec::new(),
        button: words.say_one(if is_me { "people-leave-go" } else { "people-remove-go" }, "name", &person.name),
        main: true,
    };
    let page = desk.page(title, "/people", ("/people", "people-people"), vec![Part::Form(form)]);
    Parts { says: vec![words.say_one(help, "name", &person.name)], ..page }
}
