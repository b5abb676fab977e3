//! `GET` and `POST /source/{id}`

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;

use super::trouble;
use crate::arrival::Arrival;
use crate::fill::ledger::{Desk, source};
use crate::site::Site;

/// One source.
pub async fn handle(
    Path(id): Path<String>,
    State(site): State<Site>,
    headers: HeaderMap,
    arrival: Arrival,
) -> Response {
    match source(&Desk::of(&arrival), &id) {
        Some(leaf) => super::html(StatusCode::OK, &leaf),
        None => trouble::unknown_page(State(site), headers).await,
    }
}
