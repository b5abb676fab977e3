//! `GET /about`

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;

use crate::frame::{Frame, Visitor};
use crate::site::Site;
use crate::view::about::About;
use crate::view::{Foot, Here};

/// What Milkway is, what it is not, what happens with the answers.
pub async fn handle(State(site): State<Site>, headers: HeaderMap) -> Response {
    let visitor = Visitor::of(&headers, &site);
    let frame = Frame { site: &site, visitor: &visitor, voice: super::trouble::VOICE, region: visitor.region(&site) };
    let words = frame.words();
    let title = words.say("about-title");
    let protocol = &site.compiled().protocol;
    let about = About {
        shell: frame.shell(&title, "/about", Vec::new(), Foot::Dock(Here::More)),
        words,
        protocol: format!("{} {}", protocol.name, protocol.version),
        fingerprint: site.compiled().fingerprint.clone(),
        reviewed: false,
    };
    super::html(StatusCode::OK, &about)
}
