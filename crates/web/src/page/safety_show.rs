//! `GET /about/safety`

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};

use crate::fill::safety::blocks;
use crate::frame::{Frame, Visitor};
use crate::site::Site;
use crate::view::safety::Safety;
use crate::view::{Foot, Here};

/// What it is for, what was proved, what can go wrong.
pub async fn handle(State(site): State<Site>, headers: HeaderMap) -> Response {
    let visitor = Visitor::of(&headers, &site);
    let frame = Frame { site: &site, visitor: &visitor, voice: super::trouble::VOICE, region: visitor.region(&site) };
    let words = frame.words();
    match blocks(&site, &words) {
        Ok(blocks) => {
            let shell = frame.shell(&words.say("safety-title"), "/about/safety", Vec::new(), Foot::Dock(Here::More));
            super::html(StatusCode::OK, &Safety { shell, blocks, words })
        }
        Err(fault) => {
            tracing::error!(%fault, "the safety file cannot be read");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}
