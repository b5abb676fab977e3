//! `POST /undo`: a saving is taken back by one more saving.

use axum::Form;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use care::record::id::{DeviceId, EntryId, RevisionId};
use care::record::revision::Revision;
use care::record::undo::undo;
use store::{Fault, Tx, revision};

use crate::frame::Visitor;
use crate::page::trouble;
use crate::record::change;
use crate::record::fields::Fields;
use crate::record::member::Member;
use crate::record::random::Fresh;
use crate::site::Site;
use crate::time::now_ms;

/// Takes it back, if it still stands and she may.
pub async fn handle(
    State(site): State<Site>,
    headers: HeaderMap,
    member: Member,
    Form(fields): Form<Vec<(String, String)>>,
) -> Response {
    let visitor = Visitor::of(&headers, &site);
    let Some(record) = site.record() else { return trouble::no_record(&site, &visitor) };
    let fields = Fields(fields);
    let (Ok(entry), Ok(saving)) = (fields.text("entry").parse(), fields.text("revision").parse()) else {
        return super::saved(None);
    };
    let now_ms = now_ms();
    let device = DeviceId(member.session.id);
    let presser = member.clone();
    let made =
        change::decide(record, &member, device, 0, now_ms, move |tx| decide(tx, &presser, entry, saving, now_ms));
    match made.await {
        Ok(_) => super::saved(Some(entry)),
        Err(fault) => trouble::of_store(&site, &visitor, &fault),
    }
}

fn decide(
    tx: &dyn Tx,
    member: &Member,
    entry: EntryId,
    saving: RevisionId,
    now_ms: i64,
) -> Result<(Vec<Revision>, ()), Fault> {
    let received = revision::of_entry(tx, member.household.id, entry)?;
    let Some(undone) = undo(&received, saving) else { return Ok((Vec::new(), ())) };
    let id = RevisionId::fresh(now_ms)?;
    let one =
        Revision { id, entry, bases: undone.bases, made_at_ms: now_ms, binned: undone.binned, content: undone.content };
    let before = store::entry::get(tx, member.household.id, entry)?;
    let may = super::may(member, &one, before.as_ref());
    Ok((if may { vec![one] } else { Vec::new() }, ()))
}
