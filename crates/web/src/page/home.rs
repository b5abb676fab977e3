//! Home with a record: the page, the buttons of the timers, and taking back.

pub mod entry_undo;
pub mod feed_press;
pub mod record_show;

use axum::http::StatusCode;
use axum::http::header::LOCATION;
use axum::response::{IntoResponse, Response};
use care::record::entry::Entry;
use care::record::id::EntryId;
use care::record::revision::Revision;

use crate::record::change;
use crate::record::member::Member;

/// Back to home, where what was saved is told.
fn saved(entry: Option<EntryId>) -> Response {
    let path = entry.map_or_else(|| "/".to_owned(), |entry| format!("/?saved={entry}"));
    (StatusCode::SEE_OTHER, [(LOCATION, path)]).into_response()
}

/// Whether she may make this revision of an entry that stands as `before`.
fn may(member: &Member, revision: &Revision, before: Option<&Entry>) -> bool {
    change::may(&member.household, &member.person, revision, before).is_ok()
}
