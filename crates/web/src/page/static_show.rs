//! `GET /static/{version}/{name}`

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

use crate::assets;
use crate::site::Site;

/// A file from the binary. Its address carries the version, also of the modules that it imports, so browsers may keep it for ever; what is
/// asked for under another version is handed out as it is now and kept nowhere.
pub async fn handle(State(site): State<Site>, Path((version, name)): Path<(String, String)>) -> Response {
    let keep = if version == site.version() { "public, max-age=31536000, immutable" } else { "no-store" };
    match assets::FILES.iter().find(|(known, _, _)| *known == name) {
        Some((_, kind, content)) => ([(CONTENT_TYPE, *kind), (CACHE_CONTROL, keep)], *content).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}
