//! `GET /phone/{version}/{part}`: what a phone needs to work by itself, in four parts.

use axum::extract::{Path, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};

use crate::site::Site;

/// The book (rules, guide, words), the shelf (the files of its pages), the ledger or the record with the files of theirs. Only as they are now: a
/// phone that asks for another version would mix two.
pub async fn handle(
    Path((version, part)): Path<(String, String)>,
    State(site): State<Site>,
    asked: HeaderMap,
) -> Response {
    let part = match part.as_str() {
        "book.json" => site.book(),
        "shelf.json" => site.shelf(),
        "ledger.json" => site.ledger_book(),
        "record.json" => site.record_book(),
        _ => return StatusCode::NOT_FOUND.into_response(),
    };
    if version != site.version() {
        return StatusCode::NOT_FOUND.into_response();
    }
    let part = part.answer(&asked).await;
    ([(CONTENT_TYPE, "application/json"), (CACHE_CONTROL, "no-store")], part).into_response()
}
