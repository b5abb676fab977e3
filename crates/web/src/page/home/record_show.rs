//! `GET /`, signed in.

use axum::http::StatusCode;
use axum::response::Response;
use care::record::id::EntryId;
use store::Fault;

use crate::fill::record_home::{self, Seen};
use crate::for_her;
use crate::frame::Visitor;
use crate::page;
use crate::record::member::Member;
use crate::record::{Record, access, home};
use crate::site::Site;
use crate::time::now_ms;

/// The page for a member; `saved` are the entries that she has come back from.
///
/// # Errors
/// What the store says.
pub async fn show(
    site: &Site,
    record: &Record,
    visitor: &Visitor,
    member: Member,
    saved: Vec<EntryId>,
) -> Result<Response, Fault> {
    let now_ms = now_ms();
    let reader = member.clone();
    let (home, set) = record
        .read(move |tx| Ok((home::read(tx, &reader, &saved, now_ms)?, for_her::read(tx, &reader, now_ms))))
        .await?;
    // What is private to another and shared is told from it (her alarms): that it was read stands in her log.
    let read = home.entries.iter().chain(&home.saved).map(|entry| (entry.content.subject, entry.kind()));
    access::note(record, &member, read, now_ms).await?;
    let site = for_her::with(site, &member, set);
    let seen = Seen { member: &member, home: &home, now_ms };
    Ok(page::html(StatusCode::OK, &record_home::page(&site, visitor, &seen)))
}
