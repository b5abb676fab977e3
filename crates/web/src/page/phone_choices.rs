//! `GET /phone/choices.json`

use axum::extract::State;
use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use serde_json::json;

use crate::frame::Visitor;
use crate::site::Site;

/// What was chosen on this device so far, for a phone that goes on by itself: its own scripts cannot read these cookies.
pub async fn handle(State(site): State<Site>, headers: HeaderMap) -> Response {
    let Visitor { theme, region, tone } = Visitor::of(&headers, &site);
    let tone = tone.map(|tone| tone.to_string());
    let choices = json!({ "theme": theme.map(crate::view::Theme::name), "region": region, "tone": tone });
    ([(CONTENT_TYPE, "application/json")], choices.to_string()).into_response()
}
