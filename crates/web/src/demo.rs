//! Looking around: whoever opens a demo is signed in as its owner.
//!
//! A demo may stand at the same host as a real server, and browsers send cookies to a host whatever its port. So the cookie of a demo has
//! another name, and the one of a real server is neither read nor changed. What a phone still has to tell a real server is not taken.

use axum::Router;
use axum::extract::{Request, State};
use axum::http::header::{COOKIE, HeaderMap, HeaderValue, SET_COOKIE};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use care::record::id::{HouseholdId, PersonId};
use store::account::AccountId;
use store::session::{self, Session};
use store::{Fault, Tx};

use crate::frame::Visitor;
use crate::page::trouble;
use crate::record::{Record, cookie, random};
use crate::site::Site;
use crate::time::now_ms;

/// The name of its cookie.
const NAME: &str = "demo";
/// Nobody looks around longer.
const LIFE_MS: i64 = 24 * 60 * 60 * 1_000;
/// What is fetched beside a page. It needs nobody who is signed in.
const BESIDE: [&str; 3] = ["/static/", "/phone/", "/manifest"];
/// The doors by which a phone takes the record along and brings it back.
const DOORS: [&str; 2] = ["/record/push", "/record/pull"];

/// Who everybody is in a demo.
#[derive(Debug, Clone, Copy)]
pub struct Owner {
    /// Who signs in.
    pub account: AccountId,
    /// The household.
    pub household: HouseholdId,
    /// Who she is there.
    pub person: PersonId,
}

/// Lets everybody in.
pub(crate) fn around(routes: Router, site: Site, owner: Owner) -> Router {
    routes.layer(from_fn_with_state((site, owner), let_in))
}

async fn let_in(State((site, owner)): State<(Site, Owner)>, mut request: Request, next: Next) -> Response {
    let (path, headers) = (request.uri().path(), request.headers());
    let is_beside = BESIDE.iter().any(|begin| path.starts_with(begin));
    let begun = match site.record() {
        Some(record) if !is_beside && !DOORS.contains(&path) => enter(record, owner, headers).await,
        _ => Ok(None),
    };
    let token = match begun {
        Ok(token) => token,
        Err(fault) => return trouble::of_store(&site, &Visitor::of(headers, &site), &fault),
    };
    show(request.headers_mut(), token.as_ref().map(|(token, _)| token));
    let mut response = next.run(request).await;
    rename(response.headers_mut());
    if let Some((token, true)) = token
        && !response.headers().contains_key(SET_COOKIE)
        && let Ok(value) = HeaderValue::from_str(&format!("{NAME}={token}; Path=/; SameSite=Lax; HttpOnly"))
    {
        response.headers_mut().insert(SET_COOKIE, value);
    }
    response
}

/// The token of this browser, and whether it is a new one.
async fn enter(record: &Record, owner: Owner, headers: &HeaderMap) -> Result<Option<(String, bool)>, Fault> {
    let now_ms = now_ms();
    if let Some(token) = cookie::named(headers, NAME) {
        let brought = token.clone();
        if record.read(move |tx| session::of_token(tx, &brought, now_ms)).await?.is_some() {
            return Ok(Some((token, false)));
        }
    }
    let token = random::token()?;
    let begun = Session {
        id: random::id(now_ms)?,
        account: owner.account,
        within: Some((owner.household, owner.person)),
        label: String::new(),
        made_ms: now_ms,
        seen_ms: now_ms,
        until_ms: now_ms + LIFE_MS,
    };
    let kept = token.clone();
    let begin = move |tx: &dyn Tx| {
        session::sweep(tx, now_ms)?;
        session::add(tx, &kept, &begun)
    };
    record.write(begin).await?;
    Ok(Some((token, true)))
}

/// Puts the token where pages look for it, and away with the one of a real server.
fn show(headers: &mut HeaderMap, token: Option<&String>) {
    let all = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
    let others = all.flat_map(|value| value.split(';')).map(str::trim);
    let others = others.filter(|pair| pair.split_once('=').is_none_or(|(name, _)| name != cookie::NAME));
    let ours = token.map(|token| format!("{}={token}", cookie::NAME));
    let pairs: Vec<String> = others.map(str::to_owned).chain(ours).collect();
    match HeaderValue::from_str(&pairs.join("; ")) {
        Ok(value) => headers.insert(COOKIE, value),
        Err(_) => headers.remove(COOKIE),
    };
}

/// What pages say of their cookie is said of ours.
fn rename(headers: &mut HeaderMap) {
    let set: Vec<HeaderValue> = headers.get_all(SET_COOKIE).iter().cloned().collect();
    headers.remove(SET_COOKIE);
    for value in set {
        let rest = value.to_str().ok().and_then(|text| text.strip_prefix(cookie::NAME)?.strip_prefix('='));
        let ours = rest.and_then(|rest| HeaderValue::from_str(&format!("{NAME}={rest}")).ok());
        headers.append(SET_COOKIE, ours.unwrap_or(value));
    }
}
