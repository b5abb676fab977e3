//! `GET` and `POST /read/{page}`

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;

use super::trouble;
use crate::arrival::Arrival;
use crate::fill::reading;
use crate::site::Site;

/// A short page.
pub async fn handle(
    Path(id): Path<String>,
    State(site): State<Site>,
    headers: HeaderMap,
    arrival: Arrival,
) -> Response {
    let frame = arrival.frame();
    match site.guide().page(&id).filter(|page| frame.voice.baby || !page.needs_baby) {
        Some(page) => super::html(StatusCode::OK, &reading::page(&frame, &arrival.carried, page)),
        None => trouble::unknown_page(State(site.clone()), headers).await,
    }
}
