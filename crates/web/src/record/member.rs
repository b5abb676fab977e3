//! Who asks: somebody of a household, by the cookie of her browser.

use axum::extract::FromRequestParts;
use axum::http::header::LOCATION;
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use care::record::household::{Household, Person};
use store::session::Session;
use store::{Fault, household, session};

use super::{Record, cookie};
use crate::frame::Visitor;
use crate::page::trouble;
use crate::site::Site;
use crate::time::now_ms;

/// A session is noted as used once an hour: a page is not a write.
const NOTED_MS: i64 = 60 * 60 * 1_000;

/// Somebody of a household, signed in.
#[derive(Debug, Clone)]
pub struct Member {
    /// Her session.
    pub session: Session,
    /// The household.
    pub household: Household,
    /// Who she is in it.
    pub person: Person,
    /// The number of the household's last change, read with it.
    pub seq: i64,
}

impl Member {
    /// Whoever the cookie of this request belongs to; nobody without one, or when it has ended, or when she was removed.
    ///
    /// # Errors
    /// What the store says.
    pub async fn of(record: &Record, headers: &HeaderMap) -> Result<Option<Self>, Fault> {
        let Some(token) = cookie::token(headers) else { return Ok(None) };
        let now_ms = now_ms();
        let found = record
            .read(move |tx| {
                let Some(session) = session::of_token(tx, &token, now_ms)? else { return Ok(None) };
                let Some((id, person)) = session.within else { return Ok(None) };
                let Some(household) = household::get(tx, id)? else { return Ok(None) };
                let person = household.person(person).filter(|person| person.is_let_in(now_ms)).cloned();
                let seq = household::seq(tx, id)?;
                Ok(person.map(|person| Self { session, household, person, seq }))
            })
            .await?;
        if let Some(member) = &found
            && now_ms - member.session.seen_ms > NOTED_MS
        {
            let id = member.session.id;
            let noted = record.write(move |tx| session::seen(tx, id, now_ms, now_ms + cookie::LIFE_MS)).await;
            // On a full disk the record is still read.
            if let Err(fault) = noted {
                tracing::error!(%fault, "that a session was used could not be noted");
            }
        }
        Ok(found)
    }
}

/// Without a session: to the page where one signs in. What a form brought is lost only here, so forms of the record come from pages that
/// were signed in, and phones keep what they log in their own outbox.
impl FromRequestParts<Site> for Member {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Response> {
        let visitor = Visitor::of(&parts.headers, site);
        let Some(record) = site.record() else { return Err(trouble::no_record(site, &visitor)) };
        match Self::of(record, &parts.headers).await {
            Ok(Some(member)) => Ok(member),
            Ok(None) => {
                let to = if is_signed_in(record, &parts.headers).await { "/households" } else { "/sign-in" };
                Err((StatusCode::SEE_OTHER, [(LOCATION, to)]).into_response())
            }
            Err(fault) => Err(trouble::of_store(site, &visitor, &fault)),
        }
    }
}

/// Whether the session stands, without a household that lets her in: it was deleted, or she was removed from it.
async fn is_signed_in(record: &Record, headers: &HeaderMap) -> bool {
    let Some(token) = cookie::token(headers) else { return false };
    let now_ms = now_ms();
    record.read(move |tx| session::of_token(tx, &token, now_ms)).await.is_ok_and(|found| found.is_some())
}
