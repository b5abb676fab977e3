//! `GET /static/{version}/{name}`

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

use crate::assets;
use crate::site::Site;

/// A file from the binary. Its address carries the version, also of the modules that it imports, so browsers may keep it for ever; what is
/// asked for under another version is not there: a phone must never mix two.
pub async fn handle(State(site): State<Site>, Path((version, name)): Path<(String, String)>) -> Response {
    match assets::named(&name).filter(|_| version == site.version()) {
        Some(file) => {
            ([(CONTENT_TYPE, file.kind), (CACHE_CONTROL, "public, max-age=31536000, immutable")], file.content)
                .into_response()
        }
        None => StatusCode::NOT_FOUND.into_response(),
    }
}
