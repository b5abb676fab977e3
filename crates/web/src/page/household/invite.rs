//! `GET` and `POST /people/invite`: a link for somebody, or a token for a gadget. Each is shown once.

use axum::Form as Sent;
use axum::response::Response;
use care::record::body::Kind;
use care::record::household::Person;
use care::record::id::PersonId;
use care::record::role::{Act, Role};
use store::gadget::Gadget;
use store::invitation::{Invitation, Offer};
use store::{Fault, gadget, household, invitation};

use super::front::{Desk, Front};
use super::{LONGEST_NAME, qr};
use crate::fill::people;
use crate::record::fields::Fields;
use crate::record::random::{self, Fresh};
use crate::record::secret::Secret;
use crate::view::guide::Way;
use crate::view::parts::{Field, Form, Line, Part, Parts};

/// An invitation waits so long: a week.
const WAITS_MS: i64 = 7 * 24 * 60 * 60 * 1_000;
/// A gadget's token holds for ten years, or until it is revoked.
const GADGET_MS: i64 = 10 * 365 * 24 * 60 * 60 * 1_000;

const ROLES: [Role; 5] = [Role::Owner, Role::Parent, Role::Helper, Role::Clinician, Role::Device];

/// The form.
pub async fn show(desk: Desk) -> Response {
    match desk.must(Act::Govern) {
        Ok(()) => Front::draw(&form(&desk, &Fields::default())),
        Err(answer) => *answer,
    }
}

/// Makes the link or the token, or says what is wrong.
pub async fn handle(desk: Desk, Sent(fields): Sent<Vec<(String, String)>>) -> Response {
    if let Err(answer) = desk.must(Act::Govern) {
        return *answer;
    }
    let fields = Fields(fields);
    let offer = match offer(&desk, &fields) {
        Ok(offer) => offer,
        Err(wrong) => return desk.front.draw_wrong(form(&desk, &fields), wrong),
    };
    let is_gadget = offer.role == Role::Device;
    let made = if is_gadget { let_in(&desk, offer.clone()).await } else { invite(&desk, offer.clone()).await };
    match made {
        Ok(token) if is_gadget => Front::draw(&gadget_page(&desk, &offer, token)),
        Ok(token) => Front::draw(&link_page(&desk, &offer, &token)),
        Err(fault) => desk.front.failed(&fault),
    }
}

/// What is offered, by the form.
fn offer(desk: &Desk, fields: &Fields) -> Result<Offer, &'static str> {
    let name = fields.text("name");
    if name.is_empty() || name.chars().count() > LONGEST_NAME {
        return Err("people-fault-name");
    }
    let role = Role::named(fields.text("role")).ok_or("people-fault-role")?;
    let until_ms = match role {
        Role::Clinician => Some(until(desk, fields)?),
        _ => None,
    };
    let writes = match role {
        Role::Device => Some(Kind::named(fields.text("kind")).ok_or("people-fault-kind")?),
        _ => None,
    };
    Ok(Offer { role, name: name.to_owned(), until_ms, writes })
}

/// The day on which a clinician's reading ends.
pub(super) fn until(desk: &Desk, fields: &Fields) -> Result<i64, &'static str> {
    let until_ms = people::end_of(fields.text("until"), &desk.member.household).ok_or("people-fault-until")?;
    if until_ms > desk.front.now_ms { Ok(until_ms) } else { Err("people-fault-until-past") }
}

async fn invite(desk: &Desk, offer: Offer) -> Result<Secret, Fault> {
    let (household, now_ms) = (desk.member.household.id, desk.front.now_ms);
    let token = random::token()?;
    let made = Invitation { id: random::id(now_ms)?, household, offer, until_ms: now_ms + WAITS_MS };
    let kept = token.clone();
    desk.front.record.write(move |tx| invitation::add(tx, &kept, &made)).await?;
    Ok(Secret(token))
}

async fn let_in(desk: &Desk, offer: Offer) -> Result<Secret, Fault> {
    let (home, now_ms) = (desk.member.household.id, desk.front.now_ms);
    let token = random::token()?;
    let Offer { role, name, until_ms, writes } = offer;
    let id = PersonId::fresh(now_ms)?;
    let made = Gadget {
        id: random::id(now_ms)?,
        household: home,
        person: id,
        label: name.clone(),
        made_ms: now_ms,
        seen_ms: now_ms,
        until_ms: now_ms + GADGET_MS,
    };
    let person = Person { id, name, role, until_ms, removed: false, shares: Vec::new(), writes };
    let kept = token.clone();
    let write = move |tx: &dyn store::Tx| {
        household::put_person(tx, home, &person, None)?;
        gadget::add(tx, &kept, &made)
    };
    desk.front.record.write(write).await?;
    Ok(Secret(token))
}

fn form(desk: &Desk, fields: &Fields) -> Parts {
    let words = desk.front.words();
    let home = &desk.member.household;
    let chosen = Role::named(fields.text("role"));
    let line = |name: &'static str, id: &str| Line {
        name,
        label: words.say(id),
        value: fields.text(name).to_owned(),
        kind: "text",
        fills: "off",
        ..Line::default()
    };
    let name = Line { must: true, ..line("name", "people-name-hers") };
    let until = Line { kind: "date", help: words.say("people-until-help"), ..line("until", "people-until") };
    let kinds = people::kinds(home, Kind::named(fields.text("kind")), &words);
    let form = Form {
        title: String::new(),
        help: String::new(),
        path: "/people/invite".to_owned(),
        fields: vec![
            Field::Line(name),
            Field::One("role", words.say("people-role"), people::roles(&ROLES, chosen, &words)),
            Field::Line(until),
            Field::Of("kind", words.say("people-kind"), kinds),
        ],
        button: words.say("people-invite-go"),
        main: true,
    };
    desk.page("people-invite", "/people/invite", ("/people", "people-people"), vec![Part::Form(form)])
}

fn link_page(desk: &Desk, offer: &Offer, token: &Secret) -> Parts {
    let words = desk.front.words();
    let link = format!("{}/join/{}", desk.front.origin(), token.0);
    let mut parts = vec![Part::Once(words.say("people-link"), Secret(link.clone()))];
    if let Some(picture) = qr::of(&link) {
        parts.push(Part::Picture(words.say("people-link-picture"), picture));
    }
    parts.push(back(&words));
    let mut page = desk.page("people-link-title", "/people", ("/people", "people-people"), parts);
    page.says = vec![words.say_one("people-link-help", "name", &offer.name)];
    page
}

fn gadget_page(desk: &Desk, offer: &Offer, token: Secret) -> Parts {
    let words = desk.front.words();
    let how = format!("POST {}/record/push", desk.front.origin());
    let parts = vec![
        Part::Once(words.say("people-token"), token),
        Part::Text(words.say("people-token-how"), vec![how, "Authorization: Bearer …".to_owned()]),
        back(&words),
    ];
    let mut page = desk.page("people-token-title", "/people", ("/people", "people-people"), parts);
    page.says = vec![words.say_with(
        "people-token-help",
        &[
            ("name", offer.name.as_str()),
            ("kind", &offer.writes.map(|kind| people::kind(kind, &words)).unwrap_or_default()),
        ],
    )];
    page
}

fn back(words: &crate::words::Words) -> Part {
    Part::Go(Way { path: "/people".to_owned(), text: words.say("people-seen"), ..Way::default() })
}
