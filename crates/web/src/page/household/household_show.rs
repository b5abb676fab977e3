//! `GET /household`: all that belongs to the record, each behind one row.

use axum::response::Response;
use care::record::role::{Act, Role};

use super::front::{Desk, Front};
use crate::fill::people;
use crate::view::guide::Way;
use crate::view::parts::{Form, Part};

/// The rows.
pub async fn handle(desk: Desk) -> Response {
    let words = desk.front.words();
    let (home, me) = (&desk.member.household, &desk.member.person);
    let way = |path: &str, id: &str, small: String| Way {
        path: path.to_owned(),
        text: words.say(id),
        small,
        ..Way::default()
    };
    let told = |path: &str, id: &str| way(path, id, words.say(&format!("{id}-help")));
    let here = home.people.iter().filter(|one| one.is_let_in(desk.front.now_ms) && one.role != Role::Device);
    let people = here.map(|one| one.name.as_str()).collect::<Vec<_>>().join(", ");
    let babies = home.present_babies().map(|one| people::baby(one, &words)).collect::<Vec<_>>().join(", ");
    let mut together = vec![way("/people", "people-people", people)];
    if desk.may(Act::Change) {
        together.push(way("/babies", "people-babies", babies));
    }
    let mut yours = Vec::new();
    if desk.may(Act::Change) {
        yours.push(told("/privacy", "people-privacy"));
    }
    if desk.may(Act::Raise) {
        yours.push(told("/care", "people-care"));
    }
    yours.push(told("/sessions", "people-sessions"));
    if desk.front.record.passkey_place().is_some() {
        yours.push(told("/passkeys", "people-passkeys"));
    }
    yours.push(told("/password", "people-password-change"));
    yours.push(told("/codes", "people-codes-new"));
    let mut data = vec![told("/households", "people-households")];
    if desk.may(Act::Govern) {
        data.insert(0, told("/settings", "people-settings"));
        data.insert(1, told("/household/export", "people-export"));
        data.push(told("/household/delete", "people-delete"));
    }
    let out = Form {
        title: String::new(),
        help: String::new(),
        path: "/sign-out".to_owned(),
        fields: Vec::new(),
        button: words.say("people-sign-out"),
        main: false,
    };
    let parts = vec![
        Part::Ways(words.say("people-together"), together),
        Part::Ways(words.say("people-yours"), yours),
        Part::Ways(words.say("people-data"), data),
        Part::Form(out),
    ];
    let standing = people::standing(me, home, &words);
    let mut page = desk.page("people-household", "/household", ("/more", "more"), parts);
    page.says = vec![words.say_with("people-you-are", &[("name", &me.name), ("role", &standing)])];
    Front::draw(&page)
}
