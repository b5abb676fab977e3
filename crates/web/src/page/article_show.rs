//! `GET` and `POST /article`

use axum::http::StatusCode;
use axum::response::Response;

use crate::arrival::Arrival;
use crate::fill::ledger::{Desk, article};

/// The article this project began from, judged.
pub async fn handle(arrival: Arrival) -> Response {
    super::html(StatusCode::OK, &article(&Desk::of(&arrival)))
}
