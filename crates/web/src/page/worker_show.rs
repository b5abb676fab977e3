//! `GET /worker.js`

use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

use crate::site::Site;

/// The service worker of the present version, by its folder. It stands at the root because that is how far it may reach, and it differs
/// with every version, which is how a browser learns that there is a newer one.
pub async fn handle(State(site): State<Site>) -> Response {
    let script = format!("import \"/static/{}/worker.js\";\n", site.version());
    ([(CONTENT_TYPE, "text/javascript; charset=utf-8"), (CACHE_CONTROL, "no-cache")], script).into_response()
}
