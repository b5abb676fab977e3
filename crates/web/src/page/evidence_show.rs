//! `GET` and `POST /evidence`

use axum::http::StatusCode;
use axum::response::Response;

use crate::arrival::Arrival;
use crate::fill::ledger::{Desk, index};

/// Everything that this rests on, and its search. What is typed is posted: it stands in no address.
pub async fn handle(arrival: Arrival) -> Response {
    super::html(StatusCode::OK, &index(&Desk::of(&arrival)))
}
