//! `GET` and `POST /households`, `POST /households/open`: the records of an account, also those that wait to be deleted.

use axum::Form as Sent;
use axum::extract::FromRequestParts;
use axum::http::request::Parts as RequestParts;
use axum::response::Response;
use care::record::household::{Household, Person};
use care::record::id::{HouseholdId, PersonId};
use care::record::role::Role;
use care::record::settings::Settings;
use store::deletion::{self, WAITS_MS, Waiting};
use store::session::{self, Session};
use store::{Fault, Tx, household};

use super::account::wrong_text;
use super::front::{Front, to};
use crate::fill::people as words_of;
use crate::record::fields::Fields;
use crate::record::random::Fresh;
use crate::record::{Registration, cookie, people};
use crate::view::guide::Way;
use crate::view::parts::{Act, Field, Form, Item, Line, Part, Parts};

/// Somebody who is signed in, whether a household is open or not.
pub struct Signed {
    /// Where she stands.
    pub front: Front,
    /// Her session.
    pub session: Session,
}

impl FromRequestParts<crate::site::Site> for Signed {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut RequestParts, site: &crate::site::Site) -> Result<Self, Response> {
        let front = Front::from_request_parts(parts, site).await?;
        let Some(token) = cookie::token(&front.headers) else { return Err(to("/sign-in")) };
        let now_ms = front.now_ms;
        match front.record.read(move |tx| session::of_token(tx, &token, now_ms)).await {
            Ok(Some(session)) => Ok(Self { front, session }),
            Ok(None) => Err(to("/sign-in")),
            Err(fault) => Err(front.failed(&fault)),
        }
    }
}

struct Found {
    homes: Vec<(Household, Person)>,
    waiting: Vec<Waiting>,
}

/// The list.
pub async fn show(signed: Signed) -> Response {
    match found(&signed).await {
        Ok(found) => Front::draw(&page(&signed, &found)),
        Err(fault) => signed.front.failed(&fault),
    }
}

/// Opens one in this browser.
pub async fn open(signed: Signed, Sent(fields): Sent<Vec<(String, String)>>) -> Response {
    let Ok(home) = Fields(fields).text("household").parse::<HouseholdId>() else { return signed.front.unknown() };
    let (account, id, now_ms) = (signed.session.account, signed.session.id, signed.front.now_ms);
    let write = move |tx: &dyn Tx| {
        let hers = people::homes(tx, account, now_ms)?.into_iter().find(|(known, _)| known.id == home);
        let Some((_, person)) = hers else { return Ok(false) };
        session::set_within(tx, id, Some((home, person.id)))?;
        Ok(true)
    };
    match signed.front.record.write(write).await {
        Ok(true) => to("/"),
        Ok(false) => signed.front.unknown(),
        Err(fault) => signed.front.failed(&fault),
    }
}

/// Begins another one, where this server lets those who are here do so.
pub async fn add(signed: Signed, Sent(fields): Sent<Vec<(String, String)>>) -> Response {
    let fields = Fields(fields);
    let wrong = if signed.front.record.registration() == Registration::First {
        Err("people-fault-closed")
    } else {
        wrong_text(fields.text("name"), "people-fault-name")
    };
    if let Err(wrong) = wrong {
        return match found(&signed).await {
            Ok(found) => signed.front.draw_wrong(page(&signed, &found), wrong),
            Err(fault) => signed.front.failed(&fault),
        };
    }
    match begin(&signed, &fields).await {
        Ok(()) => to("/household"),
        Err(fault) => signed.front.failed(&fault),
    }
}

async fn found(signed: &Signed) -> Result<Found, Fault> {
    let (account, now_ms) = (signed.session.account, signed.front.now_ms);
    let read = move |tx: &dyn Tx| {
        let homes = people::homes(tx, account, now_ms)?;
        let waiting = deletion::of_account(tx, account)?;
        Ok(Found { homes, waiting: waiting.into_iter().filter(|one| one.deleted_ms + WAITS_MS > now_ms).collect() })
    };
    signed.front.record.read(read).await
}

async fn begin(signed: &Signed, fields: &Fields) -> Result<(), Fault> {
    let (account, id, now_ms) = (signed.session.account, signed.session.id, signed.front.now_ms);
    let (home, person) = (HouseholdId::fresh(now_ms)?, PersonId::fresh(now_ms)?);
    let here = jiff::tz::TimeZone::system().iana_name().unwrap_or("UTC").to_owned();
    let zone = Some(fields.text("zone")).filter(|zone| !zone.is_empty() && jiff::tz::TimeZone::get(zone).is_ok());
    let region = signed.front.visitor.region.clone().unwrap_or_default();
    let settings = Settings { region, zone: zone.map_or(here, str::to_owned), ..Settings::default() };
    let owner = Person {
        id: person,
        name: fields.text("name").to_owned(),
        role: Role::Owner,
        until_ms: None,
        removed: false,
        shares: Vec::new(),
        writes: None,
    };
    let write = move |tx: &dyn Tx| {
        household::add(tx, home, &settings, now_ms)?;
        household::put_person(tx, home, &owner, Some(account))?;
        session::set_within(tx, id, Some((home, person)))
    };
    signed.front.record.write(write).await
}

fn page(signed: &Signed, found: &Found) -> Parts {
    let words = signed.front.words();
    let mut parts = Vec::new();
    let home = |(home, me): &(Household, Person)| {
        let names = home.people.iter().filter(|one| one.is_let_in(signed.front.now_ms) && one.role != Role::Device);
        let text = names.map(|one| one.name.as_str()).collect::<Vec<_>>().join(", ");
        let is_open = signed.session.within.is_some_and(|(open, _)| open == home.id);
        let go = words.say("people-open");
        let act = Act {
            path: "/households/open".to_owned(),
            name: format!("{go}: {text}"),
            text: go,
            sends: vec![("household", home.id.to_string())],
        };
        let small = if is_open { words.say("people-is-open") } else { words_of::role(me.role, &words) };
        Item { text, small, act: (!is_open).then_some(act) }
    };
    if !found.homes.is_empty() {
        parts.push(Part::List(String::new(), found.homes.iter().map(home).collect()));
    }
    // A household that is hidden tells nothing of itself, not even its clock.
    let waits = |one: &Waiting| {
        let until = crate::time::Clock::instant((one.deleted_ms + WAITS_MS) / 1_000, signed.front.site.words());
        let day = until.as_ref().map(|when| when.datetime.chars().take(10).collect::<String>()).unwrap_or_default();
        let at = until.map(|when| format!("{}, {day}", when.words)).unwrap_or_default();
        let text = words.say("people-undelete");
        let sends = vec![("household", one.household.to_string())];
        let act = Act { path: "/household/undelete".to_owned(), name: text.clone(), text, sends };
        Item {
            text: words.say("people-deleted"),
            small: words.say_one("people-deleted-until", "at", &at),
            act: Some(act),
        }
    };
    if !found.waiting.is_empty() {
        parts.push(Part::List(words.say("people-waiting"), found.waiting.iter().map(waits).collect()));
    }
    if signed.front.record.registration() != Registration::First {
        parts.push(Part::Form(own(&words)));
    }
    let mut page = signed.front.page(&words.say("people-households"), "/households", parts);
    if found.homes.is_empty() {
        page.says = vec![words.say("people-nowhere")];
    } else {
        page.up = Some(Way { path: "/household".to_owned(), text: words.say("people-household"), ..Way::default() });
    }
    page
}

/// The form of a record of her own.
fn own(words: &crate::words::Words) -> Form {
    let name = Line {
        name: "name",
        label: words.say("people-name"),
        kind: "text",
        fills: "given-name",
        must: true,
        ..Line::default()
    };
    Form {
        title: words.say("people-own"),
        help: String::new(),
        path: "/households".to_owned(),
        fields: vec![Field::Hidden("zone", String::new()), Field::Line(name)],
        button: words.say("people-add"),
        main: false,
    }
}
