//! The doors of a phone that keeps the record by itself: what it logged comes in, what others logged goes out.

pub mod live;
pub mod pull;
pub mod push;

use axum::Json;
use axum::http::HeaderMap;
use axum::http::StatusCode;
use axum::http::header::AUTHORIZATION;
use axum::response::{IntoResponse, Response};
use care::record::household::{Household, Person};
use care::record::role::Role;
use serde_json::json;
use store::{Fault, gadget, household, session};

use crate::record::Record;
use crate::record::member::Member;
use crate::site::Site;
use crate::time::now_ms;

/// The record and who asks; or the answer to whom neither is.
async fn member<'s>(site: &'s Site, headers: &HeaderMap) -> Result<(&'s Record, Member), Response> {
    let Some(record) = site.record() else { return Err(refused(StatusCode::NOT_FOUND, "no-record")) };
    match Member::of(record, headers).await {
        Ok(Some(member)) => Ok((record, member)),
        Ok(None) => Err(refused(StatusCode::UNAUTHORIZED, "signed-out")),
        Err(fault) => Err(failed(&fault)),
    }
}

/// Who writes: a member by the cookie of her browser, or a gadget by its token.
struct Writer {
    household: Household,
    person: Person,
}

/// The record and who writes; or the answer to whom neither is. A token is taken here and at no other door.
async fn writer<'s>(site: &'s Site, headers: &HeaderMap) -> Result<(&'s Record, Writer), Response> {
    let Some(token) = bearer(headers) else {
        let (record, Member { household, person, .. }) = member(site, headers).await?;
        return Ok((record, Writer { household, person }));
    };
    let Some(record) = site.record() else { return Err(refused(StatusCode::NOT_FOUND, "no-record")) };
    match gadget(record, token).await {
        Ok(Some(writer)) => Ok((record, writer)),
        Ok(None) => Err(refused(StatusCode::UNAUTHORIZED, "signed-out")),
        Err(fault) => Err(failed(&fault)),
    }
}

/// `Authorization: Bearer TOKEN`
fn bearer(headers: &HeaderMap) -> Option<String> {
    let said = headers.get(AUTHORIZATION)?.to_str().ok()?;
    said.strip_prefix("Bearer ").map(|token| token.trim().to_owned())
}

/// The gadget of a token; that it wrote is noted once an hour.
async fn gadget(record: &Record, token: String) -> Result<Option<Writer>, Fault> {
    const NOTED_MS: i64 = 60 * 60 * 1_000;
    let now_ms = now_ms();
    let found = record
        .read(move |tx| {
            let Some(gadget) = gadget::of_token(tx, &token, now_ms)? else { return Ok(None) };
            let Some(household) = household::get(tx, gadget.household)? else { return Ok(None) };
            let person = household.person(gadget.person).cloned();
            let person = person.filter(|one| one.role == Role::Device && one.writes.is_some() && one.is_let_in(now_ms));
            Ok(person.map(|person| (gadget, Writer { household, person })))
        })
        .await?;
    let Some((known, writer)) = found else { return Ok(None) };
    if now_ms - known.seen_ms > NOTED_MS {
        record.write(move |tx| session::seen(tx, known.id, now_ms, known.until_ms)).await?;
    }
    Ok(Some(writer))
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
