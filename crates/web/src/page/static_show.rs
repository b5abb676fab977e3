//! `GET /static/{version}/{name}`

use axum::extract::{Path, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};

use crate::site::Site;

/// A file from the binary. Its address carries the version, also of the modules that it imports, so browsers may keep it for ever; what is
/// asked for under another version is not there: a phone must never mix two.
pub async fn handle(
    State(site): State<Site>,
    Path((version, name)): Path<(String, String)>,
    asked: HeaderMap,
) -> Response {
    match site.file(&name).filter(|_| version == site.version()) {
        Some((kind, file)) => {
            let keep = "public, max-age=31536000, immutable";
            ([(CONTENT_TYPE, kind), (CACHE_CONTROL, keep)], file.answer(&asked).await).into_response()
        }
        None => StatusCode::NOT_FOUND.into_response(),
    }
}
