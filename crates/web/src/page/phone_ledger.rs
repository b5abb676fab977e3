//! `GET /phone/{version}/ledger.json`

use axum::extract::{Path, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};

use crate::site::Site;

/// The ledger, for a phone. Only as it is now: a phone that asks for another version would mix two.
pub async fn handle(Path(version): Path<String>, State(site): State<Site>, asked: HeaderMap) -> Response {
    if version != site.version() {
        return StatusCode::NOT_FOUND.into_response();
    }
    let book = site.ledger_book().answer(&asked).await;
    ([(CONTENT_TYPE, "application/json"), (CACHE_CONTROL, "no-store")], book).into_response()
}
