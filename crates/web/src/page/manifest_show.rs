//! `GET /manifest.webmanifest`

use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use crate::site::Site;

/// Skim, the ground of the day.
const GROUND: &str = "#F4F5F1";

/// What a phone needs to put Milkway beside its apps.
pub async fn handle(State(site): State<Site>) -> Response {
    let words = site.words();
    let icon = |name: &str, kind: &str, sizes: &str, purpose: &str| json!({ "src": format!("/static/{}/{name}", site.version()), "type": kind, "sizes": sizes, "purpose": purpose });
    let manifest: Value = json!({
        "id": "/",
        "name": "Milkway",
        "short_name": "Milkway",
        "description": words.say("manifest-say"),
        "lang": words.language(),
        "dir": words.direction(),
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "background_color": GROUND,
        "theme_color": GROUND,
        "icons": [
            icon("icon.svg", "image/svg+xml", "any", "any"),
            icon("icon-192.png", "image/png", "192x192", "any maskable"),
            icon("icon-512.png", "image/png", "512x512", "any maskable"),
        ],
    });
    ([(CONTENT_TYPE, "application/manifest+json")], manifest.to_string()).into_response()
}
