//! `GET /static/{name}`

use axum::extract::Path;
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

use crate::assets;

/// A file from the binary. Its address carries the version, so browsers may keep it for ever.
pub async fn handle(Path(name): Path<String>) -> Response {
    match assets::FILES.iter().find(|(known, _, _)| *known == name) {
        Some((_, kind, content)) => {
            ([(CONTENT_TYPE, *kind), (CACHE_CONTROL, "public, max-age=31536000, immutable")], *content).into_response()
        }
        None => StatusCode::NOT_FOUND.into_response(),
    }
}
