//! `GET` and `POST /log/{kind}`

use axum::Form as Sent;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use care::record::id::{EntryId, RevisionId};
use care::record::moment::Moment;
use care::record::revision::{Content, Revision, Subject};
use serde_json::{Value, json};
use store::Fault;
use uuid::Uuid;

use super::{Desk, go_on, no_record, spelled_out};
use crate::fill::log::form::{self, Around, chosen_of, usual};
use crate::page::{self, trouble};
use crate::record::fields::Fields;
use crate::record::form::{Back, Here, read};
use crate::record::forms::{Form, named};
use crate::record::just_saved;
use crate::record::member::Member;
use crate::record::{random, see};
use crate::site::Site;
use crate::view::log::Add;

/// The ways on from what was asked back.
const ANSWERED: [&str; 3] = ["typed", "meant", "second"];

/// The form.
pub async fn show(State(site): State<Site>, Path(kind): Path<String>, headers: HeaderMap, member: Member) -> Response {
    let Some(desk) = Desk::of(&site, &headers, member) else { return no_record(&site, &headers) };
    let Some((form, who)) = offered(&desk, &kind) else { return trouble::unknown_page(State(site), headers).await };
    let now = Moment::in_zone(desk.now_ms, &desk.zone);
    let mut fields = usual(form, &desk.member.household.settings, &who, &now);
    match random::id(desk.now_ms) {
        Ok(once) => fields.0.push(("once".to_owned(), once.to_string())),
        Err(fault) => return desk.failed(&fault),
    }
    draw(&desk, form, &who, StatusCode::OK, &fields, String::new(), &[])
}

/// Saves, or says what is wrong and keeps what was typed.
pub async fn handle(
    State(site): State<Site>,
    Path(kind): Path<String>,
    headers: HeaderMap,
    member: Member,
    Sent(fields): Sent<Vec<(String, String)>>,
) -> Response {
    let Some(desk) = Desk::of(&site, &headers, member) else { return no_record(&site, &headers) };
    let Some((form, who)) = offered(&desk, &kind) else { return trouble::unknown_page(State(site), headers).await };
    let fields = spelled_out(form, Fields(fields), &desk.medicines());
    let here = Here { now_ms: desk.now_ms, zone: &desk.zone };
    let found = read(form, &fields, &json!({ "kind": form.kind }), here);
    let chosen = chosen_of(&who, &fields);
    let wrong =
        |error: String, back: &[Back]| draw(&desk, form, &who, StatusCode::UNPROCESSABLE_ENTITY, &fields, error, back);
    if !found.wrong.is_empty() {
        return wrong(form::wrongs(&found.wrong, &desk.reader()), &[]);
    }
    if chosen.is_empty() {
        return wrong(desk.words.say("log-wrong-who"), &[]);
    }
    let mut back = found.back;
    match desk.of_dose(&found.content, chosen[0], None).await {
        Ok(lines) if lines.is_empty() => {}
        Ok(lines) => back.push(Back::Dose(lines)),
        Err(fault) => return desk.failed(&fault),
    }
    if !back.is_empty() && !ANSWERED.contains(&fields.text("go")) {
        return wrong(String::new(), &back);
    }
    let revisions = match revisions(&found.content, &chosen, &fields, desk.now_ms) {
        Ok(Some(revisions)) => revisions,
        Ok(None) => return wrong(desk.words.say("log-wrong-odd"), &[]),
        Err(fault) => return desk.failed(&fault),
    };
    let entries: Vec<EntryId> = revisions.iter().map(|one| one.entry).collect();
    match desk.save(revisions).await {
        Ok(()) => go_on(&just_saved::telling("/", &entries)),
        Err(fault) => desk.failed(&fault),
    }
}

/// The form, when it is offered to her; and of whom it may be.
fn offered(desk: &Desk, kind: &str) -> Option<(&'static Form, Vec<Subject>)> {
    let form = named(kind)?;
    let who = see::subjects(&desk.member.household, &desk.member.person, form);
    (!who.is_empty()).then_some((form, who))
}

/// An entry for each subject. The ids follow from the form: sent twice it is saved once. Nothing when it says what no entry can say.
fn revisions(content: &Value, who: &[Subject], fields: &Fields, now_ms: i64) -> Result<Option<Vec<Revision>>, Fault> {
    let once = match fields.text("once").parse() {
        Ok(once) => once,
        Err(_) => random::id(now_ms)?,
    };
    let mut revisions = Vec::new();
    for (subject, place) in who.iter().zip((0_u8..).step_by(2)) {
        let mut content = content.clone();
        content["subject"] = json!(subject);
        let Ok(content) = serde_json::from_value::<Content>(content) else { return Ok(None) };
        revisions.push(Revision {
            id: RevisionId(beside(once, place + 1)),
            entry: EntryId(beside(once, place)),
            bases: Vec::new(),
            made_at_ms: now_ms,
            binned: false,
            content,
        });
    }
    Ok(Some(revisions))
}

/// An id beside another: the last byte turned by so much.
fn beside(id: Uuid, place: u8) -> Uuid {
    let mut bytes = id.into_bytes();
    bytes[15] ^= place;
    Uuid::from_bytes(bytes)
}

fn draw(
    desk: &Desk,
    form: &'static Form,
    who: &[Subject],
    status: StatusCode,
    fields: &Fields,
    error: String,
    back: &[Back],
) -> Response {
    let title = desk.words.say(form.title);
    let path = format!("/log/{}", form.name);
    let kept = ["at:shown", "once"].map(|name| (name.to_owned(), fields.text(name).to_owned()));
    let around = Around {
        action: path.clone(),
        hidden: kept.to_vec(),
        who,
        private: see::is_private(&desk.member.person, form, who),
        new: true,
        medicines: &desk.medicines(),
    };
    let page = Add {
        shell: desk.shell(&title, &path),
        form: form::form(form, around, fields, back, &desk.reader()),
        painkillers: form.kind == "medicine",
        words: desk.words.clone(),
        title,
        error,
    };
    page::html(status, &page)
}
