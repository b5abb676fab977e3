//! `GET /day`, `/day/{day}`: a local day, with one kind alone by `?kind=`.

use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use care::record::body::Kind;
use care::record::entry::Entry;
use care::record::moment::Moment;
use care::record::role::Act;
use jiff::civil::Date;
use serde::Deserialize;
use store::{Fault, Tx, entry};

use super::{Desk, no_record};
use crate::fill::log::{day, saved};
use crate::page::{self, trouble};
use crate::record::forms::FORMS;
use crate::record::just_saved;
use crate::record::member::Member;
use crate::record::see;
use crate::site::Site;
use crate::view::log::DayView;

/// What is asked of the day.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    /// One kind alone.
    #[serde(default)]
    kind: String,
    /// What one press has saved before.
    #[serde(default)]
    saved: String,
}

/// Today.
pub async fn today(State(site): State<Site>, headers: HeaderMap, member: Member, asked: Query<Asked>) -> Response {
    let Some(desk) = Desk::of(&site, &headers, member) else { return no_record(&site, &headers) };
    let day = Moment::in_zone(desk.now_ms, &desk.zone).day();
    show(desk, day, "/day".to_owned(), asked.0).await
}

/// Another day.
pub async fn handle(
    State(site): State<Site>,
    Path(day): Path<String>,
    headers: HeaderMap,
    member: Member,
    asked: Query<Asked>,
) -> Response {
    let Some(desk) = Desk::of(&site, &headers, member) else { return no_record(&site, &headers) };
    match day.parse::<Date>().ok().filter(|date| date.to_string() == day) {
        Some(date) => show(desk, date, format!("/day/{day}"), asked.0).await,
        None => trouble::unknown_page(State(site), headers).await,
    }
}

async fn show(desk: Desk<'_>, date: Date, path: String, asked: Asked) -> Response {
    let (entries, saved) = match (entries(&desk, date).await, saved(&desk, &asked).await) {
        (Ok(entries), Ok(saved)) => (entries, saved),
        (Err(fault), _) | (_, Err(fault)) => return desk.failed(&fault),
    };
    let reader = desk.reader();
    let today = Moment::in_zone(desk.now_ms, &desk.zone).day();
    let is_today = date == today;
    let only = Kind::named(&asked.kind).map(Kind::name);
    let title = if is_today { desk.words.say("log-day-today") } else { reader.date(date) };
    let role = desk.member.person.role;
    let link = |to: Option<Date>| to.map(|to| format!("/day/{to}")).unwrap_or_default();
    let page = DayView {
        shell: desk.shell(&title, &path),
        sums: day::sums(&entries, date, is_today, &reader),
        saved: saved::saved(&saved, date, &reader),
        rows: day::rows(&entries, date, only, &reader),
        before: link(date.yesterday().ok().filter(|_| role.may(Act::SeeAll))),
        after: link(date.tomorrow().ok().filter(|after| *after <= today)),
        kinds: kinds(&desk, &entries, date, &path, only),
        sought: None,
        may_bin: role.may(Act::Bin),
        may_log: role.may(Act::Log(Kind::Note)),
        words: desk.words.clone(),
        title,
    };
    page::html(StatusCode::OK, &page)
}

/// What was saved before, also from the bin, as far as a list may mention it.
async fn saved(desk: &Desk<'_>, asked: &Asked) -> Result<Vec<Entry>, Fault> {
    let household = desk.member.household.id;
    let ids = just_saved::named(&asked.saved);
    let read =
        move |tx: &dyn Tx| ids.iter().map(|id| entry::get(tx, household, *id)).collect::<Result<Vec<_>, Fault>>();
    let mut saved: Vec<Entry> = desk.record.read(read).await?.into_iter().flatten().collect();
    let Member { household, person, .. } = &desk.member;
    saved.retain(|one| see::is_listed(household, person, one, desk.now_ms));
    desk.note(&saved).await?;
    Ok(saved)
}

/// What she may see of a day and of the day before it: the last 24 hours reach into it.
async fn entries(desk: &Desk<'_>, date: Date) -> Result<Vec<Entry>, Fault> {
    let household = desk.member.household.id;
    let (day, before) = (date.to_string(), date.yesterday().map(|day| day.to_string()).unwrap_or_default());
    let mut entries = desk
        .record
        .read(move |tx| {
            let mut entries = entry::of_day(tx, household, &day)?;
            entries.extend(entry::of_day(tx, household, &before)?);
            Ok(entries)
        })
        .await?;
    let Member { household, person, .. } = &desk.member;
    entries.retain(|one| see::is_listed(household, person, one, desk.now_ms));
    desk.note(&entries).await?;
    Ok(entries)
}

/// The kinds that the day has, when there are several.
fn kinds(desk: &Desk, entries: &[Entry], date: Date, path: &str, only: Option<&str>) -> Vec<(String, String, bool)> {
    let has = |kind: &str| entries.iter().any(|one| one.kind().name() == kind && one.at.day() == date);
    let mut found: Vec<(String, String, bool)> = Vec::new();
    for form in FORMS.iter().filter(|form| form.name == form.kind && has(form.kind)) {
        found.push((format!("{path}?kind={}", form.kind), desk.words.say(form.title), only == Some(form.kind)));
    }
    if found.len() < 2 && only.is_none() {
        return Vec::new();
    }
    found.push((path.to_owned(), desk.words.say("log-day-all"), only.is_none()));
    found
}
