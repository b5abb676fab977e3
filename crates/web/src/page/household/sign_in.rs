//! `GET` and `POST /sign-in`

use axum::Form;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use store::{Fault, account, household, session};

use crate::frame::{Frame, Visitor};
use crate::page::{self, trouble};
use crate::record::Record;
use crate::record::fields::Fields;
use crate::site::Site;
use crate::time::{Clock, now_ms};
use crate::view::household::SignIn;
use crate::view::{Foot, Here};

/// The form.
pub async fn show(State(site): State<Site>, headers: HeaderMap) -> Response {
    draw(&site, &headers, StatusCode::OK, "", String::new())
}

/// Signs in, or says what is wrong. An unknown name and a wrong password are told alike, and take as long.
pub async fn handle(
    State(site): State<Site>,
    headers: HeaderMap,
    Form(fields): Form<Vec<(String, String)>>,
) -> Response {
    let visitor = Visitor::of(&headers, &site);
    let Some(record) = site.record() else { return trouble::no_record(&site, &visitor) };
    let fields = Fields(fields);
    let (login, now_ms) = (super::login(fields.text("login")), now_ms());
    let wrong = |error: String| draw(&site, &headers, StatusCode::UNPROCESSABLE_ENTITY, fields.text("login"), error);
    if let Some(until_ms) = record.throttle().waits_until_ms(&login, now_ms) {
        let at = Clock::instant(until_ms / 1_000, site.words()).map(|when| when.words).unwrap_or_default();
        return wrong(site.words().say_one("people-fault-wait", "at", &at));
    }
    match enter(record, &headers, login.clone(), fields.exact("password").to_owned(), now_ms).await {
        Ok(Some(token)) => {
            record.throttle().right(&login);
            super::go_on(&headers, &token, "/")
        }
        Ok(None) => {
            record.throttle().wrong(&login, now_ms);
            wrong(site.words().say("people-fault-sign-in"))
        }
        Err(fault) => trouble::of_store(&site, &visitor, &fault),
    }
}

/// The token of a new session; nothing when name and password do not belong together.
async fn enter(
    record: &Record,
    headers: &HeaderMap,
    login: String,
    password: String,
    now_ms: i64,
) -> Result<Option<String>, Fault> {
    let known = record.read(move |tx| account::named(tx, &login)).await?;
    let (id, hash) = known.unzip();
    let is_right = record.hasher().check(password, hash).await?;
    let (Some(id), true) = (id, is_right) else { return Ok(None) };
    let homes = record.read(move |tx| household::of_account(tx, id)).await?;
    let (token, begun) = super::session(headers, id, homes.first().copied(), now_ms)?;
    let kept = token.clone();
    record.write(move |tx| session::add(tx, &kept, &begun)).await?;
    Ok(Some(token))
}

fn draw(site: &Site, headers: &HeaderMap, status: StatusCode, login: &str, error: String) -> Response {
    let visitor = Visitor::of(headers, site);
    let frame = Frame { site, visitor: &visitor, voice: trouble::VOICE, region: visitor.region(site) };
    let words = frame.words();
    let shell = frame.shell(&words.say("people-sign-in"), "/sign-in", Vec::new(), Foot::Dock(Here::More));
    page::html(status, &SignIn { words, shell, login: login.to_owned(), error })
}
