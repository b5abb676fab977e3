//! `GET /log`: what can be logged.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;

use super::{Desk, no_record};
use crate::page;
use crate::record::forms::FORMS;
use crate::record::member::Member;
use crate::record::see;
use crate::site::Site;
use crate::view::log::Kinds;

/// All forms that have somebody to speak of.
pub async fn handle(State(site): State<Site>, headers: HeaderMap, member: Member) -> Response {
    let Some(desk) = Desk::of(&site, &headers, member) else { return no_record(&site, &headers) };
    let offered = |form: &&_| !see::subjects(&desk.member.household, &desk.member.person, form).is_empty();
    let kinds = FORMS.iter().filter(offered);
    let kinds = kinds.map(|form| (format!("/log/{}", form.name), form.icon, desk.words.say(form.title))).collect();
    let shell = desk.shell(&desk.words.say("log-title"), "/log");
    page::html(StatusCode::OK, &Kinds { words: desk.words, shell, kinds })
}
