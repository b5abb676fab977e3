//! `POST /day`: a search in notes looks through all of the record, and says back to which day its list goes.

use care::record::role::Role;
use serde_json::{Value, json};

use crate::town::{Home, Phone, Town, revision};

const DAY_MS: i64 = 86_400_000;

/// A note so many days ago.
fn note(home: &Home, said: &str, days: i64) -> Value {
    let mut one = revision(&json!({ "baby": home.baby }), &json!({ "kind": "note", "note": said }));
    one["content"]["at"]["at_ms"] = json!(web::time::now_ms() - days * DAY_MS);
    one
}

async fn log(phone: &Phone<'_>, all: &[Value]) {
    for lot in all.chunks(200) {
        assert_eq!(phone.push(lot).await.json()["taken"].as_array().unwrap().len(), lot.len());
    }
}

async fn found(phone: &Phone<'_>, sought: &str) -> String {
    phone.post("/day", &[("sought", sought)]).await.ok()
}

#[tokio::test]
async fn a_note_of_years_ago_is_found_behind_all_that_was_logged_since_and_shows_its_year() {
    let town = Town::new();
    let (home, ana) = town.home("Ana", "Noa").await;
    let mut all = vec![note(&home, "The first LAUGH", 800)];
    all.extend((0..700).map(|at| note(&home, "nothing of it", at)));
    log(&ana, &all).await;
    let page = found(&ana, "laugh").await;
    assert!(page.contains("1 found") && page.contains("The first LAUGH") && !page.contains("may be older"), "{page}");
    let year = care::record::moment::Moment::in_zone(web::time::now_ms() - 800 * DAY_MS, "Europe/London").day().year();
    assert!(page.contains(&format!(" {year}</span>")), "{page}");
    assert!(found(&ana, "l_ugh").await.contains("Nothing found"), "no letter stands for another");
}

#[tokio::test]
async fn of_more_than_a_hundred_the_newest_are_shown_and_the_day_back_to_which() {
    let town = Town::new();
    let (home, ana) = town.home("Ana", "Noa").await;
    log(&ana, &(0..101).map(|at| note(&home, "again", at)).collect::<Vec<_>>()).await;
    let page = found(&ana, "again").await;
    assert!(page.contains("100 found. This list goes back to ") && page.contains("There may be older ones."), "{page}");
    log(&ana, &(0..100).map(|at| note(&home, "once more", at)).collect::<Vec<_>>()).await;
    assert!(!found(&ana, "once more").await.contains("may be older"), "a hundred are all");
}

#[tokio::test]
async fn what_is_anothers_own_is_neither_found_nor_does_it_hide_what_lies_behind_it() {
    let town = Town::new();
    let (home, ana) = town.home("Ana", "Noa").await;
    let (_, sam) = town.member(&home, "Sam", Role::Parent).await;
    let hers = json!({ "parent": town.person(&home, "Ana").await.id });
    let own = json!({ "kind": "mood", "down": true, "note": "sore" });
    log(&ana, &(0..600).map(|_| revision(&hers, &own)).collect::<Vec<_>>()).await;
    log(&ana, &[note(&home, "sore gums", 40)]).await;
    let page = found(&sam, "sore").await;
    assert!(page.contains("1 found") && page.contains("sore gums") && !page.contains("may be older"), "{page}");
}
