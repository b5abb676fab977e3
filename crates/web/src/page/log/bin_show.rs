//! `GET /bin`: what was put away, and the way back.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use care::record::role::Act;
use store::entry;

use super::{Desk, no_record};
use crate::fill::log::day;
use crate::page::{self, trouble};
use crate::record::member::Member;
use crate::record::see;
use crate::site::Site;
use crate::view::log::Bin;

/// So many are shown.
const MOST: i64 = 200;

/// What is in the bin, newest first.
pub async fn handle(State(site): State<Site>, headers: HeaderMap, member: Member) -> Response {
    if !member.person.role.may(Act::Bin) {
        return trouble::unknown_page(State(site), headers).await;
    }
    let Some(desk) = Desk::of(&site, &headers, member) else { return no_record(&site, &headers) };
    let household = desk.member.household.id;
    let mut binned = match desk.record.read(move |tx| entry::binned(tx, household, MOST)).await {
        Ok(binned) => binned,
        Err(fault) => return desk.failed(&fault),
    };
    let reader = desk.reader();
    binned.retain(|one| see::is_listed(reader.household, reader.person, one, desk.now_ms));
    if let Err(fault) = desk.note(&binned).await {
        return desk.failed(&fault);
    }
    let rows = binned.iter().map(|one| day::dated(one, &reader)).collect();
    let shell = desk.shell(&desk.words.say("log-bin"), "/bin");
    page::html(StatusCode::OK, &Bin { words: desk.words.clone(), shell, rows })
}
