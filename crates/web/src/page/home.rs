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

use crate::record::member::Member;
use crate::record::{change, just_saved};

/// Back to home, where what was saved is told.
fn saved(entries: &[EntryId]) -> Response {
    (StatusCode::SEE_OTHER, [(LOCATION, just_saved::telling("/", entries))]).into_response()
}

/// Whether she may make this revision of an entry that stands as `before`.
fn may(member: &Member, revision: &Revision, before: Option<&Entry>) -> bool {
    change::may(&member.household, &member.person, revision, before).is_ok()
}
