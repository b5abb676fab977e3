//! `GET` and `POST /condition/{id}`

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use protocol::model::finding::Subject;

use super::trouble;
use crate::arrival::Arrival;
use crate::fill::reading;
use crate::site::Site;

/// A condition, explained.
pub async fn handle(
    Path(id): Path<String>,
    State(site): State<Site>,
    headers: HeaderMap,
    arrival: Arrival,
) -> Response {
    let conditions = &site.compiled().protocol.conditions;
    let frame = arrival.frame();
    let known = |at: usize| conditions[at].id == id && (frame.voice.baby || conditions[at].subject == Subject::Parent);
    match site.guide().explains.iter().find(|explain| known(explain.condition)) {
        Some(explain) => super::html(StatusCode::OK, &reading::condition(&frame, &arrival.carried, explain)),
        None => trouble::unknown_page(State(site.clone()), headers).await,
    }
}
