//! `GET` and `POST /babies/{id}`, and what is told of a baby that died: `/babies/{id}/died`, `/babies/{id}/take-back`.

use axum::Form as Sent;
use axum::extract::Path;
use axum::response::Response;
use care::record::household::{Baby, BabyState};
use care::record::id::BabyId;
use care::record::role::Act;
use protocol::text::Voice;

use super::babies::{fields_of, said};
use super::front::{Desk, Front, to};
use crate::fill::people;
use crate::record::fields::Fields;
use crate::record::people::change_baby;
use crate::view::guide::Way;
use crate::view::parts::{Form, Part, Parts};

/// The baby; of one that died only its name, its day and the way back.
pub async fn show(mut desk: Desk, Path(id): Path<String>) -> Response {
    let died = found(&desk, &id).is_ok_and(|baby| baby.state == BabyState::Died);
    desk.front.baby &= !died;
    match found(&desk, &id) {
        Ok(baby) => Front::draw(&page(&desk, baby)),
        Err(answer) => *answer,
    }
}

/// Changes name, day of birth, where it is.
pub async fn change(desk: Desk, Path(id): Path<String>, Sent(fields): Sent<Vec<(String, String)>>) -> Response {
    let baby = match found(&desk, &id) {
        Ok(baby) => baby.clone(),
        Err(answer) => return *answer,
    };
    let (name, born, state) = match said(&Fields(fields)) {
        Ok(said) => said,
        Err(wrong) => return desk.front.draw_wrong(page(&desk, &baby), wrong),
    };
    let write = move |one: &mut Baby| {
        (one.name, one.born) = (name.clone(), born.clone());
        // Whether it lives is said on a page of its own.
        if one.state != BabyState::Died {
            one.state = state;
        }
    };
    put(&desk, baby.id, write, "/babies").await
}

/// Asks once more, in quiet words.
pub async fn show_died(mut desk: Desk, Path(id): Path<String>) -> Response {
    desk.front.baby = false;
    match found(&desk, &id) {
        Ok(baby) => Front::draw(&ask(&desk, baby)),
        Err(answer) => *answer,
    }
}

/// From now on nothing mentions this baby unless it is opened.
pub async fn died(desk: Desk, Path(id): Path<String>) -> Response {
    match found(&desk, &id).map(|baby| baby.id) {
        Ok(id) => put(&desk, id, |one| one.state = BabyState::Died, "/loss").await,
        Err(answer) => *answer,
    }
}

/// It was a slip.
pub async fn take_back(desk: Desk, Path(id): Path<String>) -> Response {
    match found(&desk, &id).map(|baby| baby.id) {
        Ok(id) => put(&desk, id, |one| one.state = BabyState::Home, "/babies").await,
        Err(answer) => *answer,
    }
}

/// `GET /loss`: after it was said. The words are those of the guide.
pub async fn loss(mut desk: Desk) -> Response {
    desk.front.baby = false;
    let words = desk.front.words();
    let voice = Voice { to_parent: true, baby: false };
    let page = desk.front.site.guide().pages.iter().find(|page| page.id == "after_loss");
    let row = |page: &guide::Page| Way {
        path: format!("/read/{}", page.id),
        text: page.title.say(voice).to_owned(),
        ..Way::default()
    };
    let pages = &desk.front.site.guide().pages;
    let rows = ["after_loss", "mood"].iter().filter_map(|id| pages.iter().find(|page| page.id == *id)).map(row);
    let parts = vec![Part::Ways(String::new(), rows.collect())];
    let says = page.map(|page| sorry(page, voice)).unwrap_or_default();
    let drawn = desk.page("people-loss", "/loss", ("/household", "people-household"), parts);
    Front::draw(&Parts { says: vec![says, words.say("people-loss-say")], ..drawn })
}

/// What the guide says there without a claim.
fn sorry(page: &guide::Page, voice: Voice) -> String {
    let plain = |part: &guide::Part| match part {
        guide::Part::Say(said) if said.grounds.is_empty() => Some(said.text.say(voice).to_owned()),
        _ => None,
    };
    let said = page.parts.iter().find_map(plain).unwrap_or_default();
    // Its first sentence is for everybody; what follows speaks of that page.
    said.split_inclusive(". ").next().unwrap_or_default().trim().to_owned()
}

fn found<'d>(desk: &'d Desk, id: &str) -> Result<&'d Baby, Box<Response>> {
    desk.must(Act::Change)?;
    let id: Option<BabyId> = id.parse().ok();
    let found = desk.member.household.babies.iter().find(|one| Some(one.id) == id);
    found.ok_or_else(|| Box::new(desk.front.unknown()))
}

async fn put(desk: &Desk, id: BabyId, change: impl Fn(&mut Baby) + Send + 'static, next: &str) -> Response {
    let home = desk.member.household.id;
    match desk.front.record.write(move |tx| change_baby(tx, home, id, &change)).await {
        Ok(true) => to(next),
        Ok(false) => desk.front.unknown(),
        Err(fault) => desk.front.failed(&fault),
    }
}

fn page(desk: &Desk, baby: &Baby) -> Parts {
    let words = desk.front.words();
    let path = format!("/babies/{}", baby.id);
    let name = people::baby(baby, &words);
    let mut form = Form {
        title: String::new(),
        help: String::new(),
        path: path.clone(),
        fields: fields_of(&baby.name, &baby.born, baby.state, &words),
        button: words.say("people-save"),
        main: true,
    };
    if baby.state == BabyState::Died {
        form.fields.clear();
        form.path = format!("{path}/take-back");
        form.button = words.say("people-take-back");
        form.main = false;
        form.help = words.say_one("people-take-back-help", "name", &name);
        let page =
            desk.page("people-before", "/babies/before", ("/babies/before", "people-before"), vec![Part::Form(form)]);
        return Parts { title: name, says: vec![words.say_one("people-born-on", "day", &baby.born)], ..page };
    }
    let died =
        Way { path: format!("{path}/died"), text: words.say_one("people-died", "name", &name), ..Way::default() };
    let parts = vec![Part::Form(form), Part::Ways(String::new(), vec![died])];
    let page = desk.page("people-babies", &path, ("/babies", "people-babies"), parts);
    Parts { title: name, ..page }
}

fn ask(desk: &Desk, baby: &Baby) -> Parts {
    let words = desk.front.words();
    let (path, name) = (format!("/babies/{}", baby.id), people::baby(baby, &words));
    let form = Form {
        title: String::new(),
        help: String::new(),
        path: format!("{path}/died"),
        fields: Vec::new(),
        button: words.say("people-died-go"),
        main: true,
    };
    let page = desk.page("people-babies", &path, (&path, "people-back"), vec![Part::Form(form)]);
    let says = vec![words.say_one("people-died-help", "name", &name), words.say("people-died-back")];
    Parts { title: words.say_one("people-died", "name", &name), says, ..page }
}
