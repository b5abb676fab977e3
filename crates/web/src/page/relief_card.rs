//! `GET` and `POST /relief/{step}`

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;

use super::trouble;
use crate::arrival::Arrival;
use crate::fill::relief;
use crate::site::Site;

/// The card of one step of the plan.
pub async fn handle(
    Path(id): Path<String>,
    State(site): State<Site>,
    headers: HeaderMap,
    arrival: Arrival,
) -> Response {
    let step = site.compiled().protocol.steps.iter().position(|step| step.id == id);
    let frame = arrival.frame();
    match step.and_then(|step| relief::card(&frame, &arrival.carried, step)) {
        Some(card) => super::html(StatusCode::OK, &card),
        None => trouble::unknown_page(State(site.clone()), headers).await,
    }
}
