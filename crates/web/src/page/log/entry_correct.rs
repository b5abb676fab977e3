//! `GET` and `POST /entry/{id}`: everything about one entry, and the way to correct it.

use axum::Form as Sent;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use care::record::entry::Entry;
use care::record::id::{EntryId, RevisionId};
use care::record::revision::{Content, Received, Revision, Subject};
use care::record::twice;
use serde_json::json;
use store::{Fault, entry, revision};

use super::{Desk, go_on, no_record, spelled_out};
use crate::fill::log::entry::{notes, version};
use crate::fill::log::form::{self, Around};
use crate::fill::log::said;
use crate::page::{self, trouble};
use crate::record::change;
use crate::record::fields::Fields;
use crate::record::form::{Back, Here, fill, read, swapped};
use crate::record::forms::of_kind;
use crate::record::just_saved;
use crate::record::member::Member;
use crate::record::random::Fresh;
use crate::record::see;
use crate::site::Site;
use crate::view::log::Correct;

/// The ways on from what was asked back.
const ANSWERED: [&str; 3] = ["typed", "meant", "second"];

/// The entry.
pub async fn show(State(site): State<Site>, Path(id): Path<String>, headers: HeaderMap, member: Member) -> Response {
    let Some(desk) = Desk::of(&site, &headers, member) else { return no_record(&site, &headers) };
    match opened(&desk, &id).await {
        Ok(Some((entry, versions))) => {
            let fields = Fields(fill(of_kind(entry.kind()), &json!(entry.content)));
            draw(&speaking(desk, &entry), &entry, &versions, StatusCode::OK, &fields, String::new(), &[])
        }
        Ok(None) => trouble::unknown_page(State(site), headers).await,
        Err(fault) => desk.failed(&fault),
    }
}

/// Corrects it, puts it into the bin or takes it out, or says which of two versions holds.
pub async fn handle(
    State(site): State<Site>,
    Path(id): Path<String>,
    headers: HeaderMap,
    member: Member,
    Sent(fields): Sent<Vec<(String, String)>>,
) -> Response {
    let Some(desk) = Desk::of(&site, &headers, member) else { return no_record(&site, &headers) };
    let (entry, versions) = match opened(&desk, &id).await {
        Ok(Some(found)) => found,
        Ok(None) => return trouble::unknown_page(State(site), headers).await,
        Err(fault) => return desk.failed(&fault),
    };
    let desk = speaking(desk, &entry);
    let fields = spelled_out(of_kind(entry.kind()), Fields(fields), &desk.medicines());
    let done = match fields.text("act") {
        "bin" => changed(&desk, &entry, entry.content.clone(), true).map(Act::Day),
        "unbin" => changed(&desk, &entry, entry.content.clone(), false).map(Act::Stay),
        "hold" => held(&desk, &entry, &versions, fields.text("version")),
        "same" | "two" => paired(&desk, &entry, &fields).await,
        "swap" => match swapped(&json!(entry.content)) {
            Some(content) => changed(&desk, &entry, content, entry.binned).map(Act::Stay),
            None => Ok(Act::Nothing),
        },
        _ => corrected(&desk, &entry, &fields).await,
    };
    let (revisions, next) = match done {
        Ok(Act::Stay(revisions)) => (revisions, format!("/entry/{}", entry.id)),
        Ok(Act::Day(revisions)) => {
            let next = day_of(&entry, &revisions);
            (revisions, next)
        }
        Ok(Act::Nothing) => (Vec::new(), format!("/entry/{}", entry.id)),
        Ok(Act::Wrong(error, back)) => {
            return draw(&desk, &entry, &versions, StatusCode::UNPROCESSABLE_ENTITY, &fields, error, &back);
        }
        Err(fault) => return desk.failed(&fault),
    };
    let (household, person) = (&desk.member.household, &desk.member.person);
    let may = |one: &Revision| change::may(household, person, one, (one.entry == entry.id).then_some(&entry)).is_ok();
    if !revisions.iter().all(may) {
        return draw(&desk, &entry, &versions, StatusCode::FORBIDDEN, &fields, String::new(), &[]);
    }
    match desk.save(revisions).await {
        Ok(()) => go_on(&next),
        Err(fault) => desk.failed(&fault),
    }
}

/// The day of an entry, where what was saved is told and can be taken back: both of two.
fn day_of(entry: &Entry, revisions: &[Revision]) -> String {
    let saved: Vec<EntryId> = revisions.iter().map(|one| one.entry).collect();
    just_saved::telling(&format!("/day/{}", entry.at.day()), &saved)
}

/// What a form comes to.
enum Act {
    /// Saved; the entry is shown again.
    Stay(Vec<Revision>),
    /// Saved; the day is shown.
    Day(Vec<Revision>),
    /// There was nothing to do.
    Nothing,
    /// What is wrong, or asked back.
    Wrong(String, Vec<Back>),
}

/// The entry and its versions, when she may see it. Unknown, of another household or hidden: all the same nothing.
async fn opened(desk: &Desk<'_>, id: &str) -> Result<Option<(Entry, Vec<Received>)>, Fault> {
    let Ok(id) = id.parse::<EntryId>() else { return Ok(None) };
    let household = desk.member.household.id;
    let found = desk
        .record
        .read(move |tx| match entry::get(tx, household, id)? {
            Some(found) => Ok(Some((found, revision::of_entry(tx, household, id)?))),
            None => Ok(None),
        })
        .await?;
    let Member { household, person, .. } = &desk.member;
    let found = found.filter(|(entry, _)| see::may_see(household, person, entry, desk.now_ms));
    if let Some((entry, _)) = &found {
        desk.note(std::slice::from_ref(entry)).await?;
    }
    Ok(found)
}

/// An entry of a baby is spoken of as such, also when no baby is there any more: it was opened.
fn speaking<'d>(desk: Desk<'d>, entry: &Entry) -> Desk<'d> {
    if matches!(entry.content.subject, Subject::Baby(_)) { desk.with_baby() } else { desk }
}

/// A revision over all heads.
fn changed(desk: &Desk, entry: &Entry, content: Content, binned: bool) -> Result<Vec<Revision>, Fault> {
    let id = RevisionId::fresh(desk.now_ms)?;
    let bases = entry.heads.clone();
    Ok(vec![Revision { id, entry: entry.id, bases, made_at_ms: desk.now_ms, binned, content }])
}

async fn corrected(desk: &Desk<'_>, entry: &Entry, fields: &Fields) -> Result<Act, Fault> {
    let form = of_kind(entry.kind());
    let zone = if entry.content.at.zone.is_empty() { &desk.zone } else { &entry.content.at.zone };
    let found = read(form, fields, &json!(entry.content), Here { now_ms: desk.now_ms, zone });
    if !found.wrong.is_empty() {
        return Ok(Act::Wrong(form::wrongs(&found.wrong, &desk.reader()), Vec::new()));
    }
    let mut back = found.back;
    if found.content != json!(entry.content) {
        let lines = desk.of_dose(&found.content, entry.content.subject, Some(entry.id)).await?;
        back.extend((!lines.is_empty()).then_some(Back::Dose(lines)));
    }
    if !back.is_empty() && !ANSWERED.contains(&fields.text("go")) {
        return Ok(Act::Wrong(String::new(), back));
    }
    match serde_json::from_value::<Content>(found.content) {
        Ok(content) if content == entry.content && entry.heads.len() == 1 => Ok(Act::Nothing),
        Ok(content) => changed(desk, entry, content, entry.binned).map(Act::Day),
        Err(_) => Ok(Act::Wrong(desk.words.say("log-wrong-odd"), Vec::new())),
    }
}

/// One of the versions that were made apart holds from now on.
fn held(desk: &Desk, entry: &Entry, versions: &[Received], version: &str) -> Result<Act, Fault> {
    let chosen = versions.iter().find(|one| one.revision.id.to_string() == version);
    match chosen.filter(|one| entry.heads.contains(&one.revision.id)) {
        Some(one) => changed(desk, entry, one.revision.content.clone(), one.revision.binned).map(Act::Stay),
        None => Ok(Act::Nothing),
    }
}

/// Two logs of one feed: they are one, or they are two.
async fn paired(desk: &Desk<'_>, entry: &Entry, fields: &Fields) -> Result<Act, Fault> {
    let Some((other, _)) = opened(desk, fields.text("other")).await? else { return Ok(Act::Nothing) };
    if fields.text("act") == "two" {
        let Some(content) = twice::keep_both(entry, other.id) else { return Ok(Act::Nothing) };
        return changed(desk, entry, content, entry.binned).map(Act::Day);
    }
    let Some(merge) = twice::merge(entry, &other, desk.now_ms) else { return Ok(Act::Nothing) };
    let (keep, bin) = if merge.keep == entry.id { (entry, &other) } else { (&other, entry) };
    let mut revisions = changed(desk, keep, merge.content, false)?;
    revisions.extend(changed(desk, bin, bin.content.clone(), true)?);
    Ok(Act::Day(revisions))
}

fn draw(
    desk: &Desk,
    entry: &Entry,
    versions: &[Received],
    status: StatusCode,
    fields: &Fields,
    error: String,
    back: &[Back],
) -> Response {
    let reader = desk.reader();
    let (kind_form, path) = (of_kind(entry.kind()), format!("/entry/{}", entry.id));
    let said = said::said(entry, &reader);
    let draft = |binned: bool| -> Option<Revision> { changed(desk, entry, entry.content.clone(), binned).ok()?.pop() };
    let (household, person) = (&desk.member.household, &desk.member.person);
    let may = |binned: bool| draft(binned).is_some_and(|one| change::may(household, person, &one, Some(entry)).is_ok());
    let (apart, earlier): (Vec<&Received>, Vec<&Received>) =
        versions.iter().rev().partition(|one| entry.heads.contains(&one.revision.id));
    let apart = if entry.heads.len() > 1 { apart } else { Vec::new() };
    let medicines = desk.medicines();
    let around = Around { action: path.clone(), medicines: &medicines, ..Around::default() };
    let page = Correct {
        shell: desk.shell(&desk.words.say(kind_form.title), &path),
        notes: notes(entry, &reader),
        binned: entry.binned,
        may_change: may(entry.binned) && !entry.binned,
        may_bin: may(!entry.binned),
        swap: swapped(&json!(entry.content)).is_some_and(|content| content != entry.content),
        apart: apart.into_iter().map(|one| version(one, &reader)).collect(),
        versions: earlier.into_iter().map(|one| version(one, &reader)).collect(),
        form: form::form(kind_form, around, fields, back, &reader),
        words: desk.words.clone(),
        said,
        error,
        path,
    };
    page::html(status, &page)
}
