//! `GET /sessions`, `POST /sessions/{id}/end`, `POST /sessions/end-others`: the browsers in which she is signed in.

use axum::extract::Path;
use axum::response::Response;
use store::session::{self, Session};

use super::front::{Desk, Front, to};
use crate::fill::people;
use crate::view::guide::Way;
use crate::view::parts::{Act, Form, Item, Part, Parts};

/// The list.
pub async fn show(desk: Desk) -> Response {
    let (account, now_ms) = (desk.member.session.account, desk.front.now_ms);
    match desk.front.record.read(move |tx| session::of_account(tx, account, now_ms)).await {
        Ok(sessions) => Front::draw(&page(&desk, &sessions)),
        Err(fault) => desk.front.failed(&fault),
    }
}

/// Ends one. Ending the one that asks is signing out.
pub async fn end(desk: Desk, Path(id): Path<String>) -> Response {
    let Ok(id) = id.parse() else { return desk.front.unknown() };
    let account = desk.member.session.account;
    match desk.front.record.write(move |tx| session::end(tx, account, id)).await {
        Ok(true) => to("/sessions"),
        Ok(false) => desk.front.unknown(),
        Err(fault) => desk.front.failed(&fault),
    }
}

/// Ends all others.
pub async fn end_others(desk: Desk) -> Response {
    let (account, this) = (desk.member.session.account, desk.member.session.id);
    match desk.front.record.write(move |tx| session::end_all(tx, account, Some(this))).await {
        Ok(_) => to("/sessions"),
        Err(fault) => desk.front.failed(&fault),
    }
}

fn page(desk: &Desk, sessions: &[Session]) -> Parts {
    let words = desk.front.words();
    let item = |one: &Session| {
        let seen = people::when(one.seen_ms, &desk.member.household, &words);
        let label = if one.label.is_empty() { words.say("people-browser") } else { one.label.clone() };
        let is_this = one.id == desk.member.session.id;
        let (text, path) = (words.say("people-end"), format!("/sessions/{}/end", one.id));
        let act = Act { name: format!("{text}: {label}"), path, text, sends: Vec::new() };
        let small =
            if is_this { words.say("people-this-browser") } else { words.say_one("people-last-used", "at", &seen) };
        Item { text: label, small, act: (!is_this).then_some(act) }
    };
    let mut parts = vec![Part::List(String::new(), sessions.iter().map(item).collect())];
    if sessions.len() > 1 {
        parts.push(Part::Form(Form {
            title: String::new(),
            help: String::new(),
            path: "/sessions/end-others".to_owned(),
            fields: Vec::new(),
            button: words.say("people-end-others"),
            main: true,
        }));
    }
    if desk.front.record.passkey_place().is_some() {
        let (text, small) = (words.say("people-passkeys"), words.say("people-passkeys-lost"));
        let way = Way { path: "/passkeys".to_owned(), text, small, ..Way::default() };
        parts.push(Part::Ways(String::new(), vec![way]));
    }
    let page = desk.page("people-sessions", "/sessions", ("/household", "people-household"), parts);
    Parts { says: vec![words.say("people-sessions-say")], ..page }
}
