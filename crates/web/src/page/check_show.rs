//! `GET /check`

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use protocol::interview::Interview;

use crate::fill;
use crate::frame::Visitor;
use crate::site::Site;

/// A new check: the first screen.
pub async fn handle(State(site): State<Site>, headers: HeaderMap) -> Response {
    let visitor = Visitor::of(&headers, &site);
    let interview = Interview { answers: visitor.answers(&site), ..Interview::default() };
    fill::next(&site, &visitor, &interview)
}
