//! What stands around every route: limits, headers, compression, and a wall that one panic does not pass.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::header::{CACHE_CONTROL, HeaderName, HeaderValue};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::set_header::SetResponseHeaderLayer;

mod own_origin;

/// A whole check is a few kilobytes; a phone sends what it logged in lots.
const LARGEST_BODY_BYTES: usize = 512 << 10;

/// Our own files only; no inline script or style; no frame; forms come home.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// What stands on every page, from the server or made on the phone.
pub const HEADERS: [(&str, &str); 6] = [
    ("content-security-policy", POLICY),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    // To ourselves only. Without it a browser would not say, at an address without https, that a form is our own.
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=()"),
];

/// Puts the guards around the routes.
pub fn around(routes: Router) -> Router {
    let guarded = routes
        .layer(axum::middleware::from_fn(own_origin::check))
        .layer(DefaultBodyLimit::max(LARGEST_BODY_BYTES))
        .layer(CatchPanicLayer::new());
    let always = |routes: Router, (name, value): &(&'static str, &'static str)| {
        let value = HeaderValue::from_static(value);
        routes.layer(SetResponseHeaderLayer::overriding(HeaderName::from_static(name), value))
    };
    HEADERS
        .iter()
        .fold(guarded, always)
        // A shared phone must not show the last person's answers: pages are kept nowhere.
        .layer(SetResponseHeaderLayer::if_not_present(CACHE_CONTROL, HeaderValue::from_static("no-store")))
        .layer(CompressionLayer::new())
}
