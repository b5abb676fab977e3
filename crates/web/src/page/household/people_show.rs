//! `GET /people`: who belongs to the household, who is invited, what gadgets write.

use axum::response::Response;
use care::record::household::Person;
use care::record::role::{Act, Role};
use store::gadget::Gadget;
use store::invitation::Invitation;
use store::{Fault, gadget, invitation};

use super::front::{Desk, Front};
use crate::fill::people;
use crate::view::guide::Way;
use crate::view::parts::{self, Item, Part};

/// The lists.
pub async fn handle(desk: Desk) -> Response {
    let (home, now_ms) = (desk.member.household.id, desk.front.now_ms);
    let found = if desk.may(Act::Govern) {
        let read = move |tx: &dyn store::Tx| {
            Ok::<_, Fault>((invitation::of_household(tx, home, now_ms)?, gadget::of_household(tx, home)?))
        };
        desk.front.record.read(read).await
    } else {
        Ok((Vec::new(), Vec::new()))
    };
    match found {
        Ok((invited, gadgets)) => Front::draw(&page(&desk, &invited, &gadgets)),
        Err(fault) => desk.front.failed(&fault),
    }
}

fn page(desk: &Desk, invited: &[Invitation], gadgets: &[Gadget]) -> crate::view::parts::Parts {
    let words = desk.front.words();
    let humans = || desk.member.household.people.iter().filter(|one| one.role != Role::Device);
    let mut all = vec![present(desk, humans())];
    let left = humans().filter(|one| !one.is_let_in(desk.front.now_ms));
    let left: Vec<_> = left.map(|one| Item { text: one.name.clone(), ..Item::default() }).collect();
    if !invited.is_empty() {
        all.push(Part::List(words.say("people-invited"), invited.iter().map(|one| waits(desk, one)).collect()));
    }
    if !gadgets.is_empty() {
        all.push(Part::List(words.say("people-gadgets"), gadgets.iter().map(|one| writes(desk, one)).collect()));
    }
    if !left.is_empty() {
        all.push(Part::List(words.say("people-left"), left));
    }
    if desk.may(Act::Govern) {
        let text = words.say("people-invite");
        all.push(Part::Go(Way { path: "/people/invite".to_owned(), text, ..Way::default() }));
    }
    desk.page("people-people", "/people", ("/household", "people-household"), all)
}

/// Who is here: a row that leads to her where something can be changed.
fn present<'p>(desk: &Desk, humans: impl Iterator<Item = &'p Person>) -> Part {
    let words = desk.front.words();
    let (me, home) = (desk.member.person.id, &desk.member.household);
    let here: Vec<&Person> = humans.filter(|one| one.is_let_in(desk.front.now_ms)).collect();
    let tag = |one: &Person| if one.id == me { words.say("people-you") } else { String::new() };
    if desk.may(Act::Govern) {
        let way = |one: &&Person| Way {
            path: format!("/people/{}", one.id),
            text: one.name.clone(),
            small: people::standing(one, home, &words),
            tag: tag(one),
            ..Way::default()
        };
        Part::Ways(String::new(), here.iter().map(way).collect())
    } else {
        let item = |one: &&Person| Item {
            text: one.name.clone(),
            small: people::standing(one, home, &words),
            act: (one.id == me).then(|| leave(me, &words)),
        };
        Part::List(String::new(), here.iter().map(item).collect())
    }
}

/// Whoever governs nothing may still go.
fn leave(me: care::record::id::PersonId, words: &crate::words::Words) -> parts::Act {
    let text = words.say("people-leave");
    parts::Act {
        path: format!("/people/{me}/remove"),
        name: text.clone(),
        text,
        sends: vec![("ask", "yes".to_owned())],
    }
}

fn waits(desk: &Desk, one: &Invitation) -> Item {
    let words = desk.front.words();
    let role = people::role(one.offer.role, &words);
    let until = people::when(one.until_ms, &desk.member.household, &words);
    let text = words.say("people-withdraw");
    Item {
        text: one.offer.name.clone(),
        small: words.say_with("people-invited-as", &[("role", &role), ("at", &until)]),
        act: Some(parts::Act {
            path: format!("/people/invitations/{}/withdraw", one.id),
            name: format!("{text}: {}", one.offer.name),
            text,
            sends: Vec::new(),
        }),
    }
}

fn writes(desk: &Desk, one: &Gadget) -> Item {
    let words = desk.front.words();
    let home = &desk.member.household;
    let only = home.person(one.person).and_then(|person| person.writes);
    let kind = only.map(|kind| people::kind(kind, &words)).unwrap_or_default();
    let seen = people::when(one.seen_ms, home, &words);
    let text = words.say("people-revoke");
    Item {
        text: one.label.clone(),
        small: words.say_with("people-gadget-writes", &[("kind", &kind), ("at", &seen)]),
        act: Some(parts::Act {
            path: format!("/people/gadgets/{}/revoke", one.id),
            name: format!("{text}: {}", one.label),
            text,
            sends: Vec::new(),
        }),
    }
}
