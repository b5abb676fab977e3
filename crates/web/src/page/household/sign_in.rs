//! `GET` and `POST /sign-in`

use axum::Form;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use store::account::{self, AccountId};
use store::{Fault, session};

use super::front::Front;
use crate::frame::{Frame, Visitor};
use crate::page::{self, trouble};
use crate::record::fields::Fields;
use crate::record::people;
use crate::site::Site;
use crate::time::Clock;
use crate::view::household::SignIn;
use crate::view::{Foot, Here};

/// The form.
pub async fn show(State(site): State<Site>, headers: HeaderMap) -> Response {
    draw(&site, &headers, StatusCode::OK, "", String::new())
}

/// Signs in, or says what is wrong. An unknown name and a wrong password are told alike, and take as long.
pub async fn handle(front: Front, Form(fields): Form<Vec<(String, String)>>) -> Response {
    let fields = Fields(fields);
    let entered = known(&front, &fields).await;
    finish(&front, entered, fields.text("login")).await
}

/// Goes on to the record, or back to the form with what is wrong.
pub(super) async fn finish(front: &Front, entered: Result<Entered, Fault>, login: &str) -> Response {
    let entered = match entered {
        Ok(Entered::As(id)) => enter(front, id).await,
        Ok(Entered::Wrong(error)) => {
            return draw(&front.site, &front.headers, StatusCode::UNPROCESSABLE_ENTITY, login, error);
        }
        Err(fault) => Err(fault),
    };
    match entered {
        Ok((token, true)) => super::go_on(&front.headers, &token, "/"),
        Ok((token, false)) => super::go_on(&front.headers, &token, "/households"),
        Err(fault) => front.failed(&fault),
    }
}

/// What came of a name and a password, or of a passkey.
pub(super) enum Entered {
    /// It is she.
    As(AccountId),
    /// It is not, or too many were tried: what to say.
    Wrong(String),
}

/// Whose name and password these are. Too many wrong ones make the name wait; too many unknown names make the address wait.
pub(super) async fn known(front: &Front, fields: &Fields) -> Result<Entered, Fault> {
    let login = super::login(fields.text("login"));
    if let Some(wait) = waits(front, &login) {
        return Ok(Entered::Wrong(wait));
    }
    let sought = login.clone();
    let (id, hash) = front.record.read(move |tx| account::named(tx, &sought)).await?.unzip();
    let is_right = front.record.hasher().check(fields.exact("password").to_owned(), hash).await?;
    match id {
        Some(id) if is_right => {
            front.record.throttle().right(&login);
            Ok(Entered::As(id))
        }
        _ => {
            slipped(front, &login, id.is_some());
            Ok(Entered::Wrong(front.words().say("people-fault-sign-in")))
        }
    }
}

/// Until when this name or this address has to wait, in words; none: she may try.
pub(super) fn waits(front: &Front, login: &str) -> Option<String> {
    let record = &front.record;
    let name = record.throttle().waits_until_ms(login, front.now_ms);
    let place = front.address.as_ref().and_then(|from| record.addresses().waits_until_ms(from, front.now_ms));
    let until_ms = name.max(place)?;
    let at = Clock::instant(until_ms / 1_000, front.site.words()).map(|when| when.words).unwrap_or_default();
    Some(front.site.words().say_one("people-fault-wait", "at", &at))
}

/// A wrong password or code. A name that nobody has counts for its address too.
pub(super) fn slipped(front: &Front, login: &str, is_known: bool) {
    front.record.throttle().wrong(login, front.now_ms);
    if let (false, Some(from)) = (is_known, &front.address) {
        front.record.addresses().wrong(from, front.now_ms);
    }
}

/// A new session in the first household that lets her in; whether one does.
async fn enter(front: &Front, id: AccountId) -> Result<(String, bool), Fault> {
    let now_ms = front.now_ms;
    let home = front.record.read(move |tx| Ok(people::homes(tx, id, now_ms)?.into_iter().next())).await?;
    let within = home.map(|(home, person)| (home.id, person.id));
    let (token, begun) = super::session(&front.headers, id, within, now_ms)?;
    let kept = token.clone();
    front.record.write(move |tx| session::add(tx, &kept, &begun)).await?;
    Ok((token, within.is_some()))
}

fn draw(site: &Site, headers: &HeaderMap, status: StatusCode, login: &str, error: String) -> Response {
    let visitor = Visitor::of(headers, site);
    let frame = Frame { site, visitor: &visitor, voice: trouble::VOICE, region: visitor.region(site) };
    let words = frame.words();
    let shell = frame.shell(&words.say("people-sign-in"), "/sign-in", Vec::new(), Foot::Dock(Here::More));
    let place = site.record().and_then(|record| record.passkey_place()).cloned();
    page::html(status, &SignIn { words, shell, login: login.to_owned(), error, place })
}
