//! `GET` and `POST /household/delete`, `POST /household/undelete`: all of it goes, after seven days in which it can be had back.

use axum::Form as Sent;
use axum::response::Response;
use care::record::id::HouseholdId;
use care::record::role::{Act, Role};
use store::{Fault, Tx, deletion, household};

use super::front::{Desk, Front, to};
use super::households::Signed;
use crate::record::fields::Fields;
use crate::view::guide::Way;
use crate::view::parts::{Field, Form, Line, Part, Parts};

/// What it means, the copy to take before, and the form.
pub async fn show(desk: Desk) -> Response {
    match desk.must(Act::Govern) {
        Ok(()) => Front::draw(&page(&desk)),
        Err(answer) => *answer,
    }
}

/// Hides the household from now on. It goes for good when nobody takes that back.
pub async fn handle(desk: Desk, Sent(fields): Sent<Vec<(String, String)>>) -> Response {
    if let Err(answer) = desk.must(Act::Govern) {
        return *answer;
    }
    if Fields(fields).text("name") != desk.member.person.name.trim() {
        return desk.front.draw_wrong(page(&desk), "people-fault-delete");
    }
    let (home, now_ms) = (desk.member.household.id, desk.front.now_ms);
    match desk.front.record.write(move |tx| deletion::mark(tx, home, now_ms)).await {
        Ok(_) => to("/households"),
        Err(fault) => desk.front.failed(&fault),
    }
}

/// Takes it back, for an owner and in time.
pub async fn undo(signed: Signed, Sent(fields): Sent<Vec<(String, String)>>) -> Response {
    let Ok(home) = Fields(fields).text("household").parse::<HouseholdId>() else { return signed.front.unknown() };
    let (account, session, now_ms) = (signed.session.account, signed.session.id, signed.front.now_ms);
    let write = move |tx: &dyn Tx| {
        let waits = deletion::of_account(tx, account)?.into_iter().find(|one| one.household == home);
        let Some(waits) = waits else { return Err(gone()) };
        if !deletion::take_back(tx, home, now_ms)? {
            return Err(gone());
        }
        // Only now can it be read who she is there; a fault takes all of this back.
        let person = household::get(tx, home)?.and_then(|found| found.person(waits.person).cloned());
        let owns = person.is_some_and(|person| person.role == Role::Owner && person.is_let_in(now_ms));
        if !owns {
            return Err(gone());
        }
        store::session::set_within(tx, session, Some((home, waits.person)))
    };
    match signed.front.record.write(write).await {
        Ok(()) => to("/household"),
        Err(Fault::Refused(_)) => signed.front.unknown(),
        Err(fault) => signed.front.failed(&fault),
    }
}

fn gone() -> Fault {
    Fault::Refused("no household of hers waits to be deleted under that id".to_owned())
}

fn page(desk: &Desk) -> Parts {
    let words = desk.front.words();
    let name = Line {
        name: "name",
        label: words.say_one("people-delete-name", "name", &desk.member.person.name),
        kind: "text",
        fills: "off",
        must: true,
        ..Line::default()
    };
    let form = Form {
        title: String::new(),
        help: String::new(),
        path: "/household/delete".to_owned(),
        fields: vec![Field::Line(name)],
        button: words.say("people-delete-go"),
        main: true,
    };
    let copy = Way { path: "/household/export".to_owned(), text: words.say("people-export"), ..Way::default() };
    let parts = vec![Part::Ways(String::new(), vec![copy]), Part::Form(form)];
    let page = desk.page("people-delete", "/household/delete", ("/household", "people-household"), parts);
    Parts { says: vec![words.say("people-delete-say"), words.say("people-delete-back")], ..page }
}
