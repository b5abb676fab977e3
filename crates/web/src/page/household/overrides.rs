//! `GET /care`, `GET /care/{person}`, `POST /care/{person}/unlock`, `POST /care/{person}/raise`, `POST /care/{person}/{id}/withdraw`:
//! what a clinician sets for one parent. She may open what is withheld and count a rule as more urgent; she lowers nothing.
//!
//! It is the parent's own: another clinician does not see it, until whoever set it is gone and somebody has to be able to take it back.

use axum::Form as Sent;
use axum::extract::Path;
use axum::response::Response;
use care::record::household::{Household, Person};
use care::record::id::PersonId;
use care::record::overriding::{Override, Set, counting, is_of_these_rules, may_raise};
use care::record::role::{Act, Role};
use protocol::model::urgency::Urgency;
use protocol::text::Voice;
use store::{Tx, overriding};

use super::front::{Desk, Front, to};
use crate::fill::people;
use crate::record::fields::Fields;
use crate::record::random;
use crate::view::guide::Way;
use crate::view::parts::{self, Choice, Field, Form, Item, Part, Parts};

/// To a clinician, about her.
const VOICE: Voice = Voice { to_parent: false, baby: true };

/// The parents.
pub async fn show(desk: Desk) -> Response {
    if let Err(answer) = desk.must(Act::Raise) {
        return *answer;
    }
    let parents = desk.member.household.people.iter().filter(|one| is_parent(one, desk.front.now_ms));
    let way = |one: &Person| Way { path: format!("/care/{}", one.id), text: one.name.clone(), ..Way::default() };
    let parts = vec![Part::Ways(String::new(), parents.map(way).collect())];
    let page = desk.page("people-care", "/care", ("/household", "people-household"), parts);
    Front::draw(&Parts { says: vec![desk.front.words().say("people-care-say")], ..page })
}

/// What is set for her, and the forms.
pub async fn show_person(desk: Desk, Path(of): Path<String>) -> Response {
    match parent(&desk, &of) {
        Ok(person) => shown(&desk, person, "").await,
        Err(answer) => *answer,
    }
}

/// Unlocks the withheld session for her.
pub async fn unlock(desk: Desk, Path(of): Path<String>, Sent(fields): Sent<Vec<(String, String)>>) -> Response {
    let person = match parent(&desk, &of) {
        Ok(person) => person,
        Err(answer) => return *answer,
    };
    if !Fields(fields).has("read") {
        return shown(&desk, person, "people-fault-card").await;
    }
    match withheld(&desk) {
        Some((session, card)) => put(&desk, person, Set::Unlock { session, card }).await,
        None => desk.front.unknown(),
    }
}

/// Raises a rule for her.
pub async fn raise(desk: Desk, Path(of): Path<String>, Sent(fields): Sent<Vec<(String, String)>>) -> Response {
    let person = match parent(&desk, &of) {
        Ok(person) => person,
        Err(answer) => return *answer,
    };
    let fields = Fields(fields);
    let rules = &desk.front.site.compiled().protocol.rules;
    let rule = rules.iter().find(|rule| rule.id == fields.text("rule"));
    let to = Urgency::ALL.into_iter().find(|urgency| urgency.id() == fields.text("to"));
    match (rule, to) {
        // "Within days" says a number of days, which a raise does not: only what is sooner is a raise.
        (Some(rule), Some(to)) if may_raise(rule.urgency, to) && to > Urgency::WithinDays => {
            put(&desk, person, Set::Raise { rule: rule.id.clone(), to: to.number() }).await
        }
        (Some(_), Some(_)) => shown(&desk, person, "people-fault-lower").await,
        _ => shown(&desk, person, "people-fault-rule").await,
    }
}

/// Withdraws what was set.
pub async fn withdraw(desk: Desk, Path((of, id)): Path<(String, String)>) -> Response {
    let person = match parent(&desk, &of) {
        Ok(person) => person.id,
        Err(answer) => return *answer,
    };
    let Ok(id) = id.parse() else { return desk.front.unknown() };
    let (household, me, now_ms) = (desk.member.household.clone(), desk.member.person.id, desk.front.now_ms);
    let write = move |tx: &dyn Tx| {
        let found = overriding::get(tx, household.id, id)?;
        let hers = found.is_some_and(|one| one.of == person && is_hers_to_take_back(&household, me, &one, now_ms));
        Ok(hers && overriding::end(tx, household.id, id, me, now_ms)?)
    };
    match desk.front.record.write(write).await {
        Ok(true) => to(&format!("/care/{person}")),
        Ok(false) => desk.front.unknown(),
        Err(fault) => desk.front.failed(&fault),
    }
}

/// Whether a clinician sees something that was set and may take it back: her own, or what somebody left who no longer comes in.
fn is_hers_to_take_back(household: &Household, me: PersonId, one: &Override, now_ms: i64) -> bool {
    let stays = |by: &Person| by.is_let_in(now_ms) && by.role.may(Act::Raise);
    one.by == me || !household.person(one.by).is_some_and(stays)
}

fn is_parent(person: &Person, now_ms: i64) -> bool {
    person.is_let_in(now_ms) && matches!(person.role, Role::Owner | Role::Parent)
}

fn parent<'d>(desk: &'d Desk, id: &str) -> Result<&'d Person, Box<Response>> {
    desk.must(Act::Raise)?;
    let id: Option<PersonId> = id.parse().ok();
    let people = &desk.member.household.people;
    let found = people.iter().find(|one| Some(one.id) == id && is_parent(one, desk.front.now_ms));
    found.ok_or_else(|| Box::new(desk.front.unknown()))
}

/// The withheld session, and which text of its evidence card stands there now.
fn withheld(desk: &Desk) -> Option<(String, String)> {
    let site = &desk.front.site;
    let session = site.guide().sessions.iter().find(|session| session.unlock.is_some())?;
    Some((session.id.clone(), site.unlock_card(session)?))
}

async fn put(desk: &Desk, person: &Person, set: Set) -> Response {
    let id = match random::id(desk.front.now_ms) {
        Ok(id) => id,
        Err(fault) => return desk.front.failed(&fault),
    };
    let me = &desk.member.person;
    let made_ms = desk.front.now_ms;
    let made = Override { id, of: person.id, set, by: me.id, by_name: me.name.clone(), made_ms, ended: None };
    let home = desk.member.household.id;
    // What stands already is not set twice: a form that was sent again, or pressed again.
    let write = move |tx: &dyn Tx| {
        let stands = overriding::standing(tx, home, made.of)?;
        let is_there = stands.iter().any(|one| one.by == made.by && one.set == made.set);
        if is_there { Ok(()) } else { overriding::add(tx, home, &made) }
    };
    match desk.front.record.write(write).await {
        Ok(()) => to(&format!("/care/{}", person.id)),
        Err(fault) => desk.front.failed(&fault),
    }
}

async fn shown(desk: &Desk, person: &Person, wrong: &str) -> Response {
    let (home, of) = (desk.member.household.id, person.id);
    match desk.front.record.read(move |tx| overriding::of_person(tx, home, of)).await {
        Ok(set) => desk.front.draw_wrong(page(desk, person, &set), wrong),
        Err(fault) => desk.front.failed(&fault),
    }
}

fn page(desk: &Desk, person: &Person, set: &[Override]) -> Parts {
    let words = desk.front.words();
    let path = format!("/care/{}", person.id);
    let item = |one: &Override| {
        let (what, small) = told(desk, one);
        let text = words.say("people-withdraw");
        let name = format!("{text}: {what}");
        let act = parts::Act { path: format!("{path}/{}/withdraw", one.id), name, text, sends: Vec::new() };
        Item { text: what, small, act: one.ended.is_none().then_some(act) }
    };
    let mut all = Vec::new();
    let (household, me, now_ms) = (&desk.member.household, desk.member.person.id, desk.front.now_ms);
    let shown: Vec<Item> =
        set.iter().filter(|one| is_hers_to_take_back(household, me, one, now_ms)).map(item).collect();
    if !shown.is_empty() {
        all.push(Part::List(words.say("people-set"), shown));
    }
    if let Some((session, _)) = withheld(desk) {
        let card = desk.front.site.guide().sessions.iter().find(|one| one.id == session);
        let entry = card.and_then(|one| one.unlock.clone()).unwrap_or_default();
        let way = Way { path: format!("/evidence/{entry}"), text: words.say("people-card"), ..Way::default() };
        all.push(Part::Ways(words.say_one("people-unlock", "session", &session_name(desk, &session)), vec![way]));
        let read = Choice { value: "yes".to_owned(), text: words.say("people-card-read"), ..Choice::default() };
        all.push(Part::Form(Form {
            title: String::new(),
            help: words.say("people-unlock-help"),
            path: format!("{path}/unlock"),
            fields: vec![Field::Any("read", words.say("people-card-ask"), vec![read])],
            button: words.say("people-unlock-go"),
            main: false,
        }));
    }
    all.push(Part::Form(raise_form(desk, &path)));
    let page = desk.page("people-care", &path, ("/care", "people-care"), all);
    Parts { title: person.name.clone(), says: vec![words.say("people-care-counts")], ..page }
}

fn raise_form(desk: &Desk, path: &str) -> Form {
    let words = desk.front.words();
    let protocol = &desk.front.site.compiled().protocol;
    let rule = |rule: &protocol::model::rule::Rule| Choice {
        value: rule.id.clone(),
        text: format!("{}: {}. {}", rule.id, level(desk, rule.urgency, rule.days), rule.say.say(VOICE)),
        ..Choice::default()
    };
    // What is an emergency already cannot be more.
    let raisable = protocol.rules.iter().filter(|rule| rule.urgency < Urgency::EmergencyNow);
    let to = Urgency::ALL.into_iter().filter(|urgency| *urgency > Urgency::WithinDays);
    let to = to.map(|one| Choice { value: one.id().to_owned(), text: level(desk, one, None), ..Choice::default() });
    Form {
        title: words.say("people-raise"),
        help: words.say("people-raise-help"),
        path: format!("{path}/raise"),
        fields: vec![
            Field::Of("rule", words.say("people-raise-rule"), raisable.map(rule).collect()),
            Field::Of("to", words.say("people-raise-to"), to.collect()),
        ],
        button: words.say("people-raise-go"),
        main: false,
    }
}

/// A level in words, with its days where it has some.
fn level(desk: &Desk, urgency: Urgency, days: Option<u16>) -> String {
    let known = desk.front.site.compiled().protocol.urgencies.iter().find(|one| one.urgency == urgency);
    let days = desk.front.words().say_count("days", days.unwrap_or_default().into());
    known.map(|one| one.head.say(VOICE).replace("$days", &days)).unwrap_or_default()
}

fn session_name(desk: &Desk, id: &str) -> String {
    let known = desk.front.site.guide().sessions.iter().find(|one| one.id == id);
    known.map_or_else(|| id.to_owned(), |one| one.name.say(VOICE).to_owned())
}

/// What was set, and by whom and when.
pub(super) fn told(desk: &Desk, one: &Override) -> (String, String) {
    let words = desk.front.words();
    let home = &desk.member.household;
    let what = match &one.set {
        Set::Unlock { session, .. } => words.say_one("people-set-unlock", "session", &session_name(desk, session)),
        Set::Raise { rule, to } => {
            let to = Urgency::ALL.into_iter().find(|urgency| urgency.number() == *to).unwrap_or_default();
            words.say_with("people-set-raise", &[("rule", rule), ("to", &level(desk, to, None))])
        }
    };
    let at = people::when(one.made_ms, home, &words);
    let mut small = words.say_with("people-set-by", &[("name", &one.by_name), ("at", &at)]);
    if let Some((ended_ms, _)) = one.ended {
        let at = people::when(ended_ms, home, &words);
        small = format!("{small} {}", words.say_one("people-set-ended", "at", &at));
    } else if let Some(why) = lapsed(desk, one) {
        small = format!("{small} {}", words.say(why));
    }
    (what, small)
}

/// Why something that was not withdrawn does not count, if it does not.
fn lapsed(desk: &Desk, one: &Override) -> Option<&'static str> {
    let site = &desk.front.site;
    match &one.set {
        Set::Raise { .. } => {
            (!is_of_these_rules(&site.everybodys().protocol, &one.set)).then_some("people-set-rule-gone")
        }
        Set::Unlock { session, card } => {
            let session = site.guide().sessions.iter().find(|known| known.id == *session);
            if session.and_then(|session| site.unlock_card(session)).as_ref() != Some(card) {
                return Some("people-set-card-old");
            }
            let household = &desk.member.household;
            let of = household.person(one.of)?;
            let counts = counting(household, of, std::slice::from_ref(one), desk.front.now_ms);
            counts.is_empty().then_some("people-set-lapsed")
        }
    }
}
