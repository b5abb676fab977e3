//! `POST /sign-out`

use axum::extract::State;
use axum::http::header::{LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use store::session;

use crate::frame::Visitor;
use crate::page::trouble;
use crate::record::cookie;
use crate::record::member::Member;
use crate::site::Site;

/// Ends this browser's session.
pub async fn handle(State(site): State<Site>, headers: HeaderMap, member: Member) -> Response {
    let Some(record) = site.record() else { return trouble::no_record(&site, &Visitor::of(&headers, &site)) };
    let Member { session: ended, .. } = member;
    if let Err(fault) = record.write(move |tx| session::end(tx, ended.account, ended.id)).await {
        return trouble::of_store(&site, &Visitor::of(&headers, &site), &fault);
    }
    (StatusCode::SEE_OTHER, [(LOCATION, "/".to_owned()), (SET_COOKIE, cookie::clear())]).into_response()
}
