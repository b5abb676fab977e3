//! `GET` and `POST /privacy`: what of hers the household may see, who read it, and what a clinician has set for her.

use axum::Form as Sent;
use axum::extract::Path;
use axum::response::Response;
use care::record::body::Kind;
use care::record::overriding::{Override, Set};
use care::record::role::{Act, Role};
use store::access::Access;
use store::{Fault, Tx, access, overriding};

use super::front::{Desk, Front, to};
use super::overrides::told;
use crate::fill::people::{self, GROUPS};
use crate::record::fields::Fields;
use crate::record::people::change;
use crate::view::parts::{self, Choice, Field, Form, Item, Part, Parts};

/// So much of the log is shown.
const ROWS: i64 = 200;

/// The form and the log.
pub async fn show(desk: Desk) -> Response {
    if let Err(answer) = desk.must(Act::Change) {
        return *answer;
    }
    let (home, me) = (desk.member.household.id, desk.member.person.id);
    let read = move |tx: &dyn Tx| {
        Ok::<_, Fault>((access::of_owner(tx, home, me, ROWS)?, overriding::of_person(tx, home, me)?))
    };
    match desk.front.record.read(read).await {
        Ok((log, set)) => Front::draw(&page(&desk, &log, &set)),
        Err(fault) => desk.front.failed(&fault),
    }
}

/// Keeps what she shares from now on.
pub async fn handle(desk: Desk, Sent(fields): Sent<Vec<(String, String)>>) -> Response {
    if let Err(answer) = desk.must(Act::Change) {
        return *answer;
    }
    let fields = Fields(fields);
    let shares: Vec<Kind> =
        GROUPS.into_iter().filter(|group| fields.all("share").any(|one| one == group.name())).collect();
    let (home, me, now_ms) = (desk.member.household.id, desk.member.person.id, desk.front.now_ms);
    let write = move |tx: &dyn Tx| change(tx, home, me, now_ms, |person| person.shares.clone_from(&shares));
    match desk.front.record.write(write).await {
        Ok(Ok(_)) => {
            desk.tell().await;
            to("/privacy")
        }
        Ok(Err(_)) => desk.front.unknown(),
        Err(fault) => desk.front.failed(&fault),
    }
}

/// `POST /privacy/overrides/{id}/withdraw`: she closes again what was unlocked for her. What was raised she does not lower.
pub async fn withdraw(desk: Desk, Path(id): Path<String>) -> Response {
    if let Err(answer) = desk.must(Act::Change) {
        return *answer;
    }
    let Ok(id) = id.parse() else { return desk.front.unknown() };
    let (home, me, now_ms) = (desk.member.household.id, desk.member.person.id, desk.front.now_ms);
    let write = move |tx: &dyn Tx| {
        let known = overriding::get(tx, home, id)?;
        let hers = known.is_some_and(|one| one.of == me && matches!(one.set, Set::Unlock { .. }));
        Ok(hers && overriding::end(tx, home, id, me, now_ms)?)
    };
    match desk.front.record.write(write).await {
        Ok(true) => to("/privacy"),
        Ok(false) => desk.front.unknown(),
        Err(fault) => desk.front.failed(&fault),
    }
}

fn page(desk: &Desk, log: &[Access], set: &[Override]) -> Parts {
    let words = desk.front.words();
    let choice = |group: Kind| Choice {
        value: group.name().to_owned(),
        text: words.say(&format!("people-group-{}", group.name())),
        small: if group == Kind::Symptom { words.say("people-group-symptom-more") } else { String::new() },
        chosen: desk.member.person.shares.contains(&group),
    };
    let form = Form {
        title: String::new(),
        help: String::new(),
        path: "/privacy".to_owned(),
        fields: vec![Field::Any("share", words.say("people-share"), GROUPS.into_iter().map(choice).collect())],
        button: words.say("people-save"),
        main: false,
    };
    let mut parts = vec![Part::Form(form)];
    if !set.is_empty() {
        parts.push(Part::List(words.say("people-set-for-you"), set.iter().map(|one| hers(desk, one)).collect()));
    }
    parts.push(if log.is_empty() {
        Part::Text(words.say("people-log"), vec![words.say("people-log-empty")])
    } else {
        Part::List(words.say("people-log"), log.iter().map(|one| row(desk, one)).collect())
    });
    let page = desk.page("people-privacy", "/privacy", ("/household", "people-household"), parts);
    Parts { says: vec![words.say("people-privacy-say")], ..page }
}

fn row(desk: &Desk, one: &Access) -> Item {
    let words = desk.front.words();
    let home = &desk.member.household;
    let reader = home.person(one.reader);
    let role = reader.filter(|one| one.role == Role::Clinician).map(|one| people::role(one.role, &words));
    let name = reader.map(|one| one.name.clone()).unwrap_or_default();
    let text = role.map_or_else(|| name.clone(), |role| format!("{name}, {role}"));
    let at = people::when(one.hour_ms, home, &words);
    let small = words.say_with("people-log-row", &[("kind", &people::kind(one.kind, &words)), ("at", &at)]);
    Item { text, small, act: None }
}

fn hers(desk: &Desk, one: &Override) -> Item {
    let words = desk.front.words();
    let text = words.say("people-withdraw");
    let path = format!("/privacy/overrides/{}/withdraw", one.id);
    let act = parts::Act { path, name: format!("{text}: {}", told(desk, one).0), text, sends: Vec::new() };
    let stands = one.ended.is_none() && matches!(one.set, Set::Unlock { .. });
    let (text, small) = told(desk, one);
    Item { text, small, act: stands.then_some(act) }
}
