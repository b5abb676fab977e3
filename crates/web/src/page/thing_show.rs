//! `GET` and `POST /rests/{kind}/{id}`

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;

use super::trouble;
use crate::arrival::Arrival;
use crate::fill::ledger::{Desk, thing};
use crate::site::Site;

/// A rule, a step, a session, a page or a limit, with what it rests on.
pub async fn handle(
    Path((kind, id)): Path<(String, String)>,
    State(site): State<Site>,
    headers: HeaderMap,
    arrival: Arrival,
) -> Response {
    match thing(&Desk::of(&arrival), &kind, &id) {
        Some(leaf) => super::html(StatusCode::OK, &leaf),
        None => trouble::unknown_page(State(site), headers).await,
    }
}
