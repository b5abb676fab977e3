//! People and their household: beginning a record, signing in and out.

mod account;
pub mod babies;
pub mod baby;

pub mod export;
mod front;
pub mod gadget_revoke;
pub mod household_add;
pub mod household_delete;
pub mod household_show;
pub mod households;
pub mod invitation_withdraw;
pub mod invite;
pub mod join;
pub mod overrides;
#[cfg(feature = "passkeys")]
pub mod passkey_use;
#[cfg(feature = "passkeys")]
pub mod passkeys;
pub mod password;
pub mod people_show;
pub mod person_remove;
pub mod person_show;
pub mod privacy;
mod qr;
pub mod recover;
pub mod sessions;
pub mod settings;
pub mod sign_in;
pub mod sign_out;

use axum::http::HeaderMap;
use axum::http::StatusCode;
use axum::http::header::{LOCATION, SET_COOKIE, USER_AGENT};
use axum::response::{IntoResponse, Response};
use care::record::id::{HouseholdId, PersonId};
use store::Fault;
use store::account::AccountId;
use store::session::Session;

use crate::record::{cookie, random};

/// The longest name of somebody, in letters.
const LONGEST_NAME: usize = 60;

/// A name or email as it is compared: blanks around it and large letters do not matter.
fn login(typed: &str) -> String {
    typed.trim().to_lowercase()
}

/// A new session for an account, with its token.
fn session(
    headers: &HeaderMap,
    account: AccountId,
    within: Option<(HouseholdId, PersonId)>,
    now_ms: i64,
) -> Result<(String, Session), Fault> {
    let session = Session {
        id: random::id(now_ms)?,
        account,
        within,
        label: browser(headers),
        made_ms: now_ms,
        seen_ms: now_ms,
        until_ms: now_ms + cookie::LIFE_MS,
    };
    Ok((random::token()?, session))
}

/// What kind of browser it is, in two words: enough to know one's own phone in a list.
fn browser(headers: &HeaderMap) -> String {
    let agent = headers.get(USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let first = |names: &[&'static str]| names.iter().find(|name| agent.contains(**name)).copied();
    let program =
        first(&["Firefox", "Edg", "Chrome", "Safari"]).map_or("", |name| if name == "Edg" { "Edge" } else { name });
    let system = first(&["Android", "iPhone", "iPad", "Windows", "Macintosh", "Linux"]).unwrap_or_default();
    format!("{program} {system}").trim().to_owned()
}

/// Goes on to a page, signed in by this token.
fn go_on(headers: &HeaderMap, token: &str, path: &str) -> Response {
    (StatusCode::SEE_OTHER, [(LOCATION, path.to_owned()), (SET_COOKIE, cookie::set(token, headers))]).into_response()
}
