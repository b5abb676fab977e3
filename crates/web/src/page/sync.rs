//! The doors of a phone that keeps the record by itself: what it logged comes in, what others logged goes out.

pub mod live;
pub mod pull;
pub mod push;

use axum::Json;
use axum::http::HeaderMap;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::json;
use store::Fault;

use crate::record::Record;
use crate::record::member::Member;
use crate::site::Site;

/// The record and who asks; or the answer to whom neither is.
async fn member<'s>(site: &'s Site, headers: &HeaderMap) -> Result<(&'s Record, Member), Response> {
    let Some(record) = site.record() else { return Err(refused(StatusCode::NOT_FOUND, "no-record")) };
    match Member::of(record, headers).await {
        Ok(Some(member)) => Ok((record, member)),
        Ok(None) => Err(refused(StatusCode::UNAUTHORIZED, "signed-out")),
        Err(fault) => Err(failed(&fault)),
    }
}

fn refused(status: StatusCode, why: &str) -> Response {
    (status, Json(json!({ "why": why }))).into_response()
}

/// The store could not: the phone keeps what it has and tries again.
fn failed(fault: &Fault) -> Response {
    tracing::error!(%fault, "the store could not answer");
    let why = match fault {
        Fault::Full => "full",
        Fault::ReadOnly => "read-only",
        _ => "store",
    };
    refused(StatusCode::SERVICE_UNAVAILABLE, why)
}
