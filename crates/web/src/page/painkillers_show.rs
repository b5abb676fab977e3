//! `GET /painkillers`

use axum::response::Response;

use super::painkillers_log;
use crate::arrival::Arrival;

/// The limits of the region. With a script the page becomes the card, and nothing is sent from then on.
pub async fn handle(arrival: Arrival) -> Response {
    painkillers_log::show(&arrival)
}
