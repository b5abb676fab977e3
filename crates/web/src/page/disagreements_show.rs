//! `GET` and `POST /evidence/disagreements`

use axum::http::StatusCode;
use axum::response::Response;

use crate::arrival::Arrival;
use crate::fill::ledger::{Desk, disagreements};

/// Where guidance disagrees, and our default.
pub async fn handle(arrival: Arrival) -> Response {
    super::html(StatusCode::OK, &disagreements(&Desk::of(&arrival)))
}
