//! `GET` and `POST /passkeys`, `POST /passkeys/begin`, `POST /passkeys/{id}/remove`: the passkeys of whoever is signed in.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::{Form as Sent, Json};
use serde_json::json;
use store::passkey::{self, Passkey};
use store::{Fault, Tx};

use super::account::{password_field, wrong_text};
use super::front::{Desk, Front, to};
use super::password::is_hers;
use crate::fill::people;
use crate::record::fields::Fields;
use crate::record::passkeys::{MOST, Made};
use crate::record::random;
use crate::view::guide::Way;
use crate::view::parts::{Act, Field, Form, Item, Line, Part, Parts};

/// What there is, and the form of a new one.
pub async fn show(desk: Desk) -> Response {
    if desk.front.record.passkey_place().is_none() {
        return desk.front.unknown();
    }
    match of(&desk).await {
        Ok(known) => Front::draw(&page(&desk, &known, "")),
        Err(fault) => desk.front.failed(&fault),
    }
}

/// Asks the browser to make one, once the password is right: a browser that was left open gives nobody a key for later.
pub async fn begin(desk: Desk, Sent(fields): Sent<Vec<(String, String)>>) -> Response {
    match asked(&desk, &Fields(fields)).await {
        Ok(Ok(options)) => Json(options).into_response(),
        Ok(Err(wrong)) => refuse(&desk.front, &wrong),
        Err(fault) => desk.front.failed(&fault),
    }
}

/// Keeps what the browser has made.
pub async fn add(desk: Desk, Sent(fields): Sent<Vec<(String, String)>>) -> Response {
    let fields = Fields(fields);
    let (session, now_ms) = (&desk.member.session, desk.front.now_ms);
    let passkeys = desk.front.record.passkeys();
    let made = passkeys.and_then(|here| here.end_making(session.id, fields.text("credential"), now_ms));
    let kept = match made {
        Some(made) => keep(&desk, &fields, made).await,
        None => Ok(false),
    };
    match kept {
        Ok(true) => to("/passkeys"),
        Ok(false) | Err(Fault::Twice(_)) => match of(&desk).await {
            Ok(known) => {
                let page = page(&desk, &known, fields.text("name"));
                desk.front.draw_wrong(page, "people-fault-passkey-make")
            }
            Err(fault) => desk.front.failed(&fault),
        },
        Err(fault) => desk.front.failed(&fault),
    }
}

/// Removes one: it signs nobody in from now on.
pub async fn remove(desk: Desk, Path(id): Path<String>) -> Response {
    let Ok(id) = id.parse() else { return desk.front.unknown() };
    let account = desk.member.session.account;
    match desk.front.record.write(move |tx| passkey::remove(tx, account, id)).await {
        Ok(true) => to("/passkeys"),
        Ok(false) => desk.front.unknown(),
        Err(fault) => desk.front.failed(&fault),
    }
}

/// What is wrong, for the script of a page.
pub(super) fn refuse(front: &Front, wrong: &str) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, Json(json!({ "error": front.told(wrong) }))).into_response()
}

async fn of(desk: &Desk) -> Result<Vec<Passkey>, Fault> {
    let account = desk.member.session.account;
    desk.front.record.read(move |tx| passkey::of_account(tx, account)).await
}

/// What the browser is asked to make, or what is wrong with the form.
async fn asked(desk: &Desk, fields: &Fields) -> Result<Result<serde_json::Value, String>, Fault> {
    let Some(passkeys) = desk.front.record.passkeys() else { return Ok(Err("trouble-unknown".to_owned())) };
    if let Err(wrong) = wrong_text(fields.text("name"), "people-fault-name") {
        return Ok(Err(wrong.to_owned()));
    }
    if let Some(wrong) = is_hers(desk, fields).await? {
        return Ok(Err(wrong));
    }
    let known = of(desk).await?;
    if known.len() >= MOST {
        let most = MOST.to_string();
        return Ok(Err(desk.front.words().say_one("people-fault-passkey-many", "most", &most)));
    }
    let (session, account) = (desk.member.session.id, desk.member.session.account);
    let login = desk.front.record.read(move |tx| store::account::login(tx, account)).await?.unwrap_or_default();
    let known = known.into_iter().map(|one| one.credential).collect();
    passkeys.begin_making(session, account, &login, known, desk.front.now_ms).map(Ok)
}

/// Whether there was room for it.
async fn keep(desk: &Desk, fields: &Fields, made: Made) -> Result<bool, Fault> {
    let now_ms = desk.front.now_ms;
    let name: String = fields.text("name").chars().take(super::LONGEST_NAME).collect();
    let passkey = Passkey {
        id: random::id(now_ms)?,
        account: desk.member.session.account,
        credential: made.credential,
        name,
        document: made.document,
        made_ms: now_ms,
        used_ms: None,
    };
    let write = move |tx: &dyn Tx| {
        if passkey::of_account(tx, passkey.account)?.len() >= MOST {
            return Ok(false);
        }
        passkey::add(tx, &passkey).map(|()| true)
    };
    desk.front.record.write(write).await
}

fn page(desk: &Desk, known: &[Passkey], name: &str) -> Parts {
    let words = desk.front.words();
    let at = |at_ms| people::when(at_ms, &desk.member.household, &words);
    let item = |one: &Passkey| {
        let small = match one.used_ms {
            Some(used_ms) => words.say_one("people-passkey-used", "at", &at(used_ms)),
            None => words.say_one("people-passkey-made", "at", &at(one.made_ms)),
        };
        let text = if one.name.is_empty() { words.say("people-browser") } else { one.name.clone() };
        let label = words.say("people-passkey-remove");
        let (name, path) = (format!("{label}: {text}"), format!("/passkeys/{}/remove", one.id));
        Item { text, small, act: Some(Act { name, path, text: label, sends: Vec::new() }) }
    };
    let mut parts = Vec::new();
    if !known.is_empty() {
        parts.push(Part::List(String::new(), known.iter().map(item).collect()));
        let (path, text) = ("/sessions".to_owned(), words.say("people-sessions"));
        let small = words.say("people-sessions-help");
        parts.push(Part::Ways(String::new(), vec![Way { path, text, small, ..Way::default() }]));
    }
    if let Some(place) = desk.front.record.passkey_place() {
        parts.push(Part::Passkey(form(desk, name), place.clone()));
    }
    let page = desk.page("people-passkeys", "/passkeys", ("/household", "people-household"), parts);
    Parts { says: ["people-passkeys-say", "people-passkeys-too"].map(|id| words.say(id)).into(), ..page }
}

fn form(desk: &Desk, name: &str) -> Form {
    let words = desk.front.words();
    let browser = super::browser(&desk.front.headers);
    let name = Line {
        name: "name",
        label: words.say("people-passkey-name"),
        help: words.say("people-passkey-name-help"),
        value: if name.is_empty() { browser } else { name.to_owned() },
        kind: "text",
        fills: "off",
        must: true,
        ..Line::default()
    };
    let fields = vec![
        Field::Line(name),
        password_field("old", "people-password-old", "current-password", &words),
        Field::Hidden("credential", String::new()),
    ];
    Form {
        title: words.say("people-passkey-new"),
        help: String::new(),
        path: "/passkeys".to_owned(),
        fields,
        button: words.say("people-passkey-make"),
        main: true,
    }
}
