//! `GET /`

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;

use crate::frame::{Frame, Visitor};
use crate::site::Site;
use crate::view::home::Home;
use crate::view::{Foot, Here};

/// Three questions, one button.
pub async fn handle(State(site): State<Site>, headers: HeaderMap) -> Response {
    let visitor = Visitor::of(&headers, &site);
    let frame = Frame { site: &site, visitor: &visitor, voice: super::trouble::VOICE, region: visitor.region(&site) };
    let words = frame.words();
    let shell = frame.shell("Milkway", "/", Vec::new(), Foot::Dock(Here::Home));
    super::html(StatusCode::OK, &Home { words, shell })
}
