//! `POST /region`

use axum::Form;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::{LOCATION, SET_COOKIE};
use axum::response::{IntoResponse, Response};

use crate::frame::cookie;
use crate::site::Site;

/// Keeps the region on this device and shows the numbers again.
pub async fn handle(State(site): State<Site>, Form(fields): Form<Vec<(String, String)>>) -> Response {
    let said = fields.iter().find(|(name, _)| name == "region").map(|(_, value)| value.as_str());
    let known = said.filter(|code| site.compiled().protocol.region_named(code).is_some());
    let back = (StatusCode::SEE_OTHER, [(LOCATION, "/help".to_owned())]);
    match known {
        Some(code) => (back.0, [(LOCATION, "/help".to_owned()), (SET_COOKIE, cookie("region", code))]).into_response(),
        None => back.into_response(),
    }
}
