//! `GET` and `POST /join/{token}`: somebody takes an invitation. It works once; used, past and unknown are told alike.

use axum::Form as Sent;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::http::header::SET_COOKIE;
use axum::response::{IntoResponse, Response};
use care::record::household::Person;
use care::record::id::PersonId;
use store::account::{self, AccountId};
use store::invitation::{Invitation, Offer};
use store::{Fault, Tx, household, invitation, session};

use super::account::{codes, login_field, password_field, wrong_password, wrong_text};
use super::front::{Front, to};
use super::sign_in::{Entered, known};
use crate::fill::people;
use crate::page;
use crate::record::cookie;
use crate::record::fields::Fields;
use crate::record::random::Fresh;
use crate::record::secret::Secret;
use crate::view::guide::Way;
use crate::view::household::Codes;
use crate::view::parts::{Field, Form, Line, Part, Parts};
use crate::view::{Foot, Here};

/// What she is invited to, and how she comes in.
pub async fn show(front: Front, Path(token): Path<String>) -> Response {
    match offered(&front, &token).await {
        Ok(Some(offer)) => Front::draw(&form(&front, &token, &offer, &Fields::default())),
        Ok(None) => over(&front),
        Err(fault) => front.failed(&fault),
    }
}

/// Makes her an account or takes the one that she has, and lets her in.
pub async fn handle(front: Front, Path(token): Path<String>, Sent(fields): Sent<Vec<(String, String)>>) -> Response {
    let fields = Fields(fields);
    let offer = match offered(&front, &token).await {
        Ok(Some(offer)) => offer,
        Ok(None) => return over(&front),
        Err(fault) => return front.failed(&fault),
    };
    let wrong = |wrong: &str| front.draw_wrong(form(&front, &token, &offer, &fields), wrong);
    let done =
        if fields.has("new") { begin(&front, &token, &fields).await } else { come_in(&front, &token, &fields).await };
    match done {
        Ok(Done::In(cookie, codes)) => let_in(&front, &cookie, codes),
        Ok(Done::Over) => over(&front),
        Ok(Done::Wrong(why)) => wrong(&why),
        Err(Fault::Twice(_)) => wrong("people-fault-login-taken"),
        Err(fault) => front.failed(&fault),
    }
}

enum Done {
    /// She is in: the token of her session, and the codes of a new account.
    In(Secret, Vec<Secret>),
    /// The invitation is used, past or unknown.
    Over,
    /// The id of a message, or the message.
    Wrong(String),
}

async fn offered(front: &Front, token: &str) -> Result<Option<(Offer, String)>, Fault> {
    let (token, now_ms) = (token.to_owned(), front.now_ms);
    let read = move |tx: &dyn Tx| {
        let Some(Invitation { household, offer, .. }) = invitation::of_token(tx, &token, now_ms)? else {
            return Ok(None);
        };
        let people = household::get(tx, household)?.map(|home| home.people).unwrap_or_default();
        let owners = people.iter().filter(|one| one.role == care::record::role::Role::Owner && one.is_let_in(now_ms));
        Ok(Some((offer, owners.map(|one| one.name.as_str()).collect::<Vec<_>>().join(", "))))
    };
    front.record.read(read).await
}

/// A new account, in the household of the invitation.
async fn begin(front: &Front, token: &str, fields: &Fields) -> Result<Done, Fault> {
    let wrong = wrong_text(fields.text("name"), "people-fault-name")
        .and_then(|()| wrong_text(fields.text("login"), "people-fault-login"))
        .and_then(|()| wrong_password(fields.exact("password")));
    if let Err(wrong) = wrong {
        return Ok(Done::Wrong(wrong.to_owned()));
    }
    let hash = front.record.hasher().hash(fields.exact("password").to_owned()).await?;
    let (codes, hashes) = codes()?;
    let (now_ms, id) = (front.now_ms, AccountId::fresh(front.now_ms)?);
    let (login, name) = (super::login(fields.text("login")), fields.text("name").to_owned());
    let (cookie, begun) = super::session(&front.headers, id, None, now_ms)?;
    let (token, kept, fresh) = (token.to_owned(), cookie.clone(), PersonId::fresh(now_ms)?);
    let write = move |tx: &dyn Tx| {
        let Some(taken) = invitation::take(tx, &token, now_ms)? else { return Ok(false) };
        account::add(tx, id, &login, &hash, now_ms)?;
        account::set_recovery(tx, id, &hashes)?;
        let person = member(fresh, &name, &taken.offer);
        household::put_person(tx, taken.household, &person, Some(id))?;
        session::add(tx, &kept, &session::Session { within: Some((taken.household, person.id)), ..begun.clone() })?;
        Ok(true)
    };
    let is_in = front.record.write(write).await?;
    Ok(if is_in { Done::In(Secret(cookie), codes) } else { Done::Over })
}

/// An account that is there already. Who was here before comes back as herself; who is here uses nothing up.
async fn come_in(front: &Front, token: &str, fields: &Fields) -> Result<Done, Fault> {
    let id = match known(front, fields).await? {
        Entered::As(id) => id,
        Entered::Wrong(why) => return Ok(Done::Wrong(why)),
    };
    let (cookie, begun) = super::session(&front.headers, id, None, front.now_ms)?;
    let (now_ms, token, kept, fresh) = (front.now_ms, token.to_owned(), cookie.clone(), PersonId::fresh(front.now_ms)?);
    let write = move |tx: &dyn Tx| {
        let Some(waiting) = invitation::of_token(tx, &token, now_ms)? else { return Ok(Err("")) };
        let home = waiting.household;
        let before = household::of_account(tx, id)?.into_iter().find(|(known, _)| *known == home);
        let people = household::get(tx, home)?.map(|home| home.people).unwrap_or_default();
        let before = before.and_then(|(_, person)| people.into_iter().find(|one| one.id == person));
        if before.as_ref().is_some_and(|one| one.is_let_in(now_ms)) {
            return Ok(Err("people-fault-member"));
        }
        let Some(taken) = invitation::take(tx, &token, now_ms)? else { return Ok(Err("")) };
        let name = before.as_ref().map_or_else(|| taken.offer.name.clone(), |one| one.name.clone());
        let shares = before.as_ref().map(|one| one.shares.clone()).unwrap_or_default();
        let person = Person { shares, ..member(before.map_or(fresh, |one| one.id), &name, &taken.offer) };
        household::put_person(tx, home, &person, Some(id))?;
        session::add(tx, &kept, &session::Session { within: Some((home, person.id)), ..begun.clone() })?;
        Ok(Ok(()))
    };
    Ok(match front.record.write(write).await? {
        Ok(()) => Done::In(Secret(cookie), Vec::new()),
        Err("") => Done::Over,
        Err(wrong) => Done::Wrong(wrong.to_owned()),
    })
}

fn member(id: PersonId, name: &str, offer: &Offer) -> Person {
    let Offer { role, until_ms, writes, .. } = *offer;
    Person { id, name: name.to_owned(), role, until_ms, removed: false, shares: Vec::new(), writes }
}

/// To the record; past the codes of a new account.
fn let_in(front: &Front, cookie: &Secret, codes: Vec<Secret>) -> Response {
    let set = [(SET_COOKIE, cookie::set(&cookie.0, &front.headers))];
    if codes.is_empty() {
        return (set, to("/")).into_response();
    }
    let words = front.words();
    let shell = front.page(&words.say("people-codes"), "/", Vec::new()).shell;
    let shell = crate::view::Shell { foot: Foot::Dock(Here::More), ..shell };
    (set, page::html(StatusCode::OK, &Codes { words, shell, codes })).into_response()
}

/// Used, past or unknown: what to do is the same.
fn over(front: &Front) -> Response {
    let words = front.words();
    let text = words.say("people-sign-in");
    let go = Part::Go(Way { path: "/sign-in".to_owned(), text, ..Way::default() });
    let mut page = front.page(&words.say("people-join-over"), "/sign-in", vec![go]);
    page.says = vec![words.say("people-join-over-next")];
    page::html(StatusCode::NOT_FOUND, &page)
}

fn form(front: &Front, token: &str, (offer, owners): &(Offer, String), fields: &Fields) -> Parts {
    let words = front.words();
    let path = format!("/join/{token}");
    let login = fields.text("login");
    let name = Line {
        name: "name",
        label: words.say("people-name"),
        value: fields.maybe("name").unwrap_or(&offer.name).to_owned(),
        kind: "text",
        fills: "given-name",
        must: true,
        ..Line::default()
    };
    let new = Form {
        title: words.say("people-join-new"),
        help: String::new(),
        path: path.clone(),
        fields: vec![
            Field::Hidden("new", "yes".to_owned()),
            Field::Line(name),
            login_field("people-login", login, &words),
            password_field("password", "people-password", "new-password", &words),
        ],
        button: words.say("people-join-go"),
        main: false,
    };
    let known = Form {
        title: words.say("people-join-known"),
        help: String::new(),
        path: path.clone(),
        fields: vec![
            login_field("people-login-known", login, &words),
            password_field("password", "people-password-again", "current-password", &words),
        ],
        button: words.say("people-join-as"),
        main: false,
    };
    let mut page = front.page(&words.say("people-join"), &path, vec![Part::Form(new), Part::Form(known)]);
    let may = words.say(&format!("people-role-{}-may", offer.role.name()));
    let role = people::role(offer.role, &words);
    page.says = vec![words.say_with("people-join-help", &[("owners", owners), ("role", &role)]), may];
    page
}
