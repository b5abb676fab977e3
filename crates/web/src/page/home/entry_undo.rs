//! `POST /undo`: a saving is taken back by one more saving.

use axum::Form;
use axum::extract::State;
use axum::http::header::LOCATION;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use care::record::id::{DeviceId, EntryId, RevisionId};
use care::record::revision::Revision;
use care::record::undo::undo;
use jiff::civil::Date;
use store::{Fault, Tx, revision};

use crate::frame::Visitor;
use crate::page::trouble;
use crate::record::fields::Fields;
use crate::record::member::Member;
use crate::record::random::Fresh;
use crate::record::{change, just_saved};
use crate::site::Site;
use crate::time::now_ms;

/// Takes it back, if it still stands and she may. What one press saved is taken back together or not at all: the half of a merge is none.
pub async fn handle(
    State(site): State<Site>,
    headers: HeaderMap,
    member: Member,
    Form(fields): Form<Vec<(String, String)>>,
) -> Response {
    let visitor = Visitor::of(&headers, &site);
    let Some(record) = site.record() else { return trouble::no_record(&site, &visitor) };
    let fields = Fields(fields);
    let read = |(entry, saving): (&str, &str)| Some((entry.parse().ok()?, saving.parse().ok()?));
    let savings = fields.all("entry").zip(fields.all("revision")).take(just_saved::MOST).map(read);
    let savings: Vec<(EntryId, RevisionId)> = savings.collect::<Option<_>>().unwrap_or_default();
    let entries: Vec<EntryId> = savings.iter().map(|(entry, _)| *entry).collect();
    if entries.is_empty() {
        return super::saved(&[]);
    }
    let now_ms = now_ms();
    let device = DeviceId(member.session.id);
    let presser = member.clone();
    let made = change::decide(record, &member, device, 0, now_ms, move |tx| {
        let each = savings.iter().map(|(entry, saving)| undone(tx, &presser, *entry, *saving, now_ms));
        let all: Option<Vec<Revision>> = each.collect::<Result<_, Fault>>()?;
        Ok((all.unwrap_or_default(), ()))
    });
    match made.await {
        Ok(_) => back(fields.text("day"), &entries),
        Err(fault) => trouble::of_store(&site, &visitor, &fault),
    }
}

/// To where she was: a day, or home.
fn back(day: &str, entries: &[EntryId]) -> Response {
    let Ok(date) = day.parse::<Date>() else { return super::saved(entries) };
    (StatusCode::SEE_OTHER, [(LOCATION, just_saved::telling(&format!("/day/{date}"), entries))]).into_response()
}

/// The saving that takes another one back; nothing when that one no longer stands, or is not hers to take back.
fn undone(
    tx: &dyn Tx,
    member: &Member,
    entry: EntryId,
    saving: RevisionId,
    now_ms: i64,
) -> Result<Option<Revision>, Fault> {
    let received = revision::of_entry(tx, member.household.id, entry)?;
    let Some(undone) = undo(&received, saving) else { return Ok(None) };
    let id = RevisionId::fresh(now_ms)?;
    let one =
        Revision { id, entry, bases: undone.bases, made_at_ms: now_ms, binned: undone.binned, content: undone.content };
    let before = store::entry::get(tx, member.household.id, entry)?;
    Ok(super::may(member, &one, before.as_ref()).then_some(one))
}
