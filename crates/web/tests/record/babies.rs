//! `/babies` and what is told of a baby that died.

use care::record::household::BabyState;
use care::record::role::Role;
use serde_json::json;

use crate::town::{Home, Phone, Town, revision};

async fn state(town: &Town, home: &Home) -> BabyState {
    town.household(home.id).await.babies.into_iter().find(|one| one.id == home.baby).unwrap().state
}

/// Every page that can be opened without looking for this baby.
const PAGES: [&str; 15] = [
    "/household",
    "/people",
    "/people/invite",
    "/babies",
    "/babies/add",
    "/privacy",
    "/sessions",
    "/password",
    "/codes",
    "/households",
    "/settings",
    "/household/delete",
    "/loss",
    "/more",
    "/help",
];

async fn all(phone: &Phone<'_>) -> Vec<(&'static str, String)> {
    let mut all = Vec::new();
    for path in PAGES {
        all.push((path, phone.get(path).await.ok()));
    }
    all
}

#[tokio::test]
async fn a_baby_is_added_renamed_and_is_in_hospital_or_at_home() {
    let town = Town::new();
    let (home, owner) = town.home("Ana", "Noa").await;
    let kim = [("name", "Kim"), ("born", "2026-11-02"), ("state", "hospital")];
    owner.post("/babies", &kim).await.goes("/babies");
    assert!(owner.get("/babies").await.ok().contains("In hospital"));
    let path = format!("/babies/{}", home.baby);
    owner.post(&path, &[("name", "Noah"), ("born", "2026-11-03"), ("state", "hospital")]).await.goes("/babies");
    let noah = town.household(home.id).await.babies.into_iter().find(|one| one.id == home.baby).unwrap();
    assert_eq!((noah.name.as_str(), noah.born.as_str(), noah.state), ("Noah", "2026-11-03", BabyState::Hospital));
    for born in ["", "yesterday", "2999-01-01"] {
        assert_eq!(owner.post("/babies", &[("name", "X"), ("born", born)]).await.status, 422, "{born}");
    }
    assert_eq!(town.household(home.id).await.babies.len(), 2);
}

#[tokio::test]
async fn a_baby_that_died_is_mentioned_by_no_page_and_opened_from_one_plain_line() {
    let town = Town::new();
    let (home, owner) = town.home("Ana", "Noa").await;
    let named: Vec<_> = all(&owner).await.into_iter().filter(|(_, page)| page.contains("Noa")).collect();
    assert!(named.len() >= 2, "while it lives its name stands there");
    let path = format!("/babies/{}", home.baby);
    let asks = owner.get(&format!("{path}/died")).await.ok();
    assert!(asks.contains("You can take this back"), "{asks}");
    owner.post(&format!("{path}/died"), &[]).await.goes("/loss");
    for (path, page) in all(&owner).await {
        assert!(!page.contains("Noa"), "{path} names the baby");
    }
    let list = owner.get("/babies").await.ok();
    assert_eq!(list.matches("Entries of before").count(), 1);
    let before = owner.get("/babies/before").await.ok();
    assert!(before.contains("Noa") && before.contains(&path), "{before}");
    let export = owner.get("/household/export").await.ok();
    assert!(!export.lines().next().unwrap().contains("Noa"), "the headline of a copy");
}

#[tokio::test]
async fn then_no_page_says_a_word_of_babies_or_feeds() {
    let town = Town::new();
    let (home, owner) = town.home("Ana", "Noa").await;
    owner.post(&format!("/babies/{}/died", home.baby), &[]).await.goes("/loss");
    for (path, page) in all(&owner).await {
        // Help cannot know for whom it is asked, and whoever adds a baby asks for the word.
        if ["/babies", "/babies/add", "/help", "/more"].contains(&path) {
            continue;
        }
        let main = page.split("<main").nth(1).unwrap().split("</main>").next().unwrap().to_lowercase();
        for word in ["baby", "babies", "feed", "nappies", "nappy", "born", "birth"] {
            let said = main.replace("/babies", "").replace("after birth", "");
            assert!(!said.contains(word), "{path} says {word}: {said}");
        }
    }
}

#[tokio::test]
async fn the_page_after_a_loss_says_what_the_guide_says_and_leads_to_help() {
    let town = Town::new();
    let (_, owner) = town.home("Ana", "Noa").await;
    let page = owner.get("/loss").await.ok();
    assert!(page.contains("We are sorry for your loss"), "{page}");
    assert!(
        page.contains("href=\"/read/after_loss\"")
            && page.contains("href=\"/read/mood\"")
            && page.contains("href=\"/help\"")
    );
}

#[tokio::test]
async fn a_slip_is_taken_back() {
    let town = Town::new();
    let (home, owner) = town.home("Ana", "Noa").await;
    let path = format!("/babies/{}", home.baby);
    owner.post(&format!("{path}/died"), &[]).await.goes("/loss");
    assert_eq!(state(&town, &home).await, BabyState::Died);
    // A form that was open before does not bring it back by the way.
    owner.post(&path, &[("name", "Noa"), ("born", "2026-11-01"), ("state", "home")]).await.goes("/babies");
    assert_eq!(state(&town, &home).await, BabyState::Died);
    owner.post(&format!("{path}/take-back"), &[]).await.goes("/babies");
    assert_eq!(state(&town, &home).await, BabyState::Home);
    assert!(owner.get("/household").await.ok().contains("Noa"));
}

#[tokio::test]
async fn entries_of_a_baby_that_died_are_kept() {
    let town = Town::new();
    let (home, owner) = town.home("Ana", "Noa").await;
    let (_, helper) = town.member(&home, "Sam", Role::Helper).await;
    let nappy = revision(&json!({ "baby": home.baby }), &json!({ "kind": "nappy", "wet": true }));
    owner.push(&[nappy]).await;
    assert_eq!(helper.post(&format!("/babies/{}/died", home.baby), &[]).await.status, 403, "not a helper's to say");
    owner.post(&format!("/babies/{}/died", home.baby), &[]).await.goes("/loss");
    assert_eq!(owner.pull().await["revisions"].as_array().unwrap().len(), 1);
}
