//! `POST /day`: a search in notes. It is a form that is sent, so that no typed text stands in an address.

use axum::Form as Sent;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use care::record::body::{Body, Kind};
use care::record::entry::Entry;
use care::record::role::Act;
use store::{Fault, entry};

use super::{Desk, no_record};
use crate::fill::log::day;
use crate::page;
use crate::record::fields::Fields;
use crate::record::member::Member;
use crate::record::see;
use crate::site::Site;
use crate::view::log::DayView;

/// So many are shown.
const MOST: usize = 100;
/// So many entries are looked through.
const SEEN: i64 = 20_000;

/// What has these words in its note or in the name of its medicine, newest first.
pub async fn handle(
    State(site): State<Site>,
    headers: HeaderMap,
    member: Member,
    Sent(fields): Sent<Vec<(String, String)>>,
) -> Response {
    let Some(desk) = Desk::of(&site, &headers, member) else { return no_record(&site, &headers) };
    let sought = Fields(fields).text("sought").to_owned();
    let found = match found(&desk, sought.to_lowercase()).await {
        Ok(found) => found,
        Err(fault) => return desk.failed(&fault),
    };
    let reader = desk.reader();
    let title = desk.words.say("log-day-search");
    let role = desk.member.person.role;
    let page = DayView {
        shell: desk.shell(&title, "/day"),
        sums: desk.words.say_count("log-day-found", found.len()),
        saved: None,
        rows: found.iter().map(|one| day::dated(one, &reader)).collect(),
        before: String::new(),
        after: String::new(),
        kinds: Vec::new(),
        sought: Some(sought),
        may_bin: role.may(Act::Bin),
        may_log: role.may(Act::Log(Kind::Note)),
        words: desk.words.clone(),
        title,
    };
    page::html(StatusCode::OK, &page)
}

async fn found(desk: &Desk<'_>, sought: String) -> Result<Vec<Entry>, Fault> {
    if sought.is_empty() {
        return Ok(Vec::new());
    }
    let household = desk.member.household.id;
    let all = desk.record.read(move |tx| entry::before(tx, household, None, i64::MAX, SEEN)).await?;
    let Member { household, person, .. } = &desk.member;
    let is_found = |one: &Entry| see::is_listed(household, person, one, desk.now_ms) && words(one).contains(&sought);
    let found: Vec<Entry> = all.into_iter().filter(is_found).take(MOST).collect();
    desk.note(&found).await?;
    Ok(found)
}

fn words(entry: &Entry) -> String {
    let name = if let Body::Medicine(medicine) = &entry.content.body { medicine.name.as_str() } else { "" };
    format!("{name} {}", entry.content.note).to_lowercase()
}
