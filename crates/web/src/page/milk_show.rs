//! `GET` and `POST /milk`: may the baby drink this milk?

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;

use super::trouble;
use crate::arrival::Arrival;
use crate::fill::milk;
use crate::site::Site;

/// Each tap names one exception; "none of these" is yes.
pub async fn handle(State(site): State<Site>, headers: HeaderMap, arrival: Arrival) -> Response {
    if !arrival.frame().voice.baby {
        return trouble::unknown_page(State(site), headers).await;
    }
    super::html(StatusCode::OK, &milk::page(&arrival))
}
