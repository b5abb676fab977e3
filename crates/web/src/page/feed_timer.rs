//! `GET` and `POST /feed-timer`

use axum::http::StatusCode;
use axum::response::Response;

use crate::arrival::Arrival;
use crate::fill::feed;
use crate::time::now_s;

/// The timer after a press, if there was one.
pub async fn handle(arrival: Arrival) -> Response {
    super::html(StatusCode::OK, &feed::page(&arrival, now_s()))
}
