//! `GET` and `POST /more`: everything there is, one row each.

use axum::http::StatusCode;
use axum::response::Response;

use crate::arrival::Arrival;
use crate::fill::more;

/// All pages under their headings.
pub async fn handle(arrival: Arrival) -> Response {
    super::html(StatusCode::OK, &more::sections(&arrival))
}
