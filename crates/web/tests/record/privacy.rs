//! `/privacy`: what is shared, and who read it. By phone, by page, by copy.

use care::record::role::Role;
use serde_json::{Value, json};

use crate::town::{Home, Phone, Town, revision};

/// One entry of hers of each private kind, with words that nobody else uses.
async fn log(town: &Town, home: &Home, phone: &Phone<'_>, who: &str) {
    let id = town.person(home, who).await.id;
    let hers = json!({ "parent": id });
    let entries = [
        json!({ "kind": "symptom", "note": "sore-symptom" }),
        json!({ "kind": "temperature", "amount": { "value": "38.2", "unit": "c" }, "note": "sore-temperature" }),
        json!({ "kind": "session", "code": "S-A", "note": "sore-session" }),
        json!({ "kind": "medicine", "name": "sore-medicine" }),
        json!({ "kind": "mood", "note": "sore-mood" }),
        json!({ "kind": "check", "answers": "", "fingerprint": "", "note": "sore-check" }),
    ];
    let all: Vec<Value> = entries.iter().map(|one| revision(&hers, one)).collect();
    let answer = phone.push(&all).await.json();
    assert_eq!(answer["taken"].as_array().unwrap().len(), all.len(), "{answer}");
}

/// All that this phone is ever told: pull, copy, pages.
async fn told(phone: &Phone<'_>) -> String {
    let mut told = phone.pull().await.to_string();
    for path in ["/household/export", "/household", "/people", "/privacy", "/babies", "/", "/day", "/bin"] {
        told += &phone.get(path).await.page;
    }
    told
}

const GROUPS: [(&str, &[&str]); 4] = [
    ("symptom", &["sore-symptom", "sore-temperature", "sore-session"]),
    ("medicine", &["sore-medicine"]),
    ("mood", &["sore-mood"]),
    ("check", &["sore-check"]),
];

#[tokio::test]
async fn what_is_not_shared_never_leaves_the_server_to_another() {
    let town = Town::new();
    let (home, ana) = town.home("Ana", "Noa").await;
    log(&town, &home, &ana, "Ana").await;
    for role in [Role::Owner, Role::Parent, Role::Helper, Role::Clinician] {
        let (_, other) = town.member(&home, role.name(), role).await;
        let told = told(&other).await;
        assert!(!told.contains("sore-"), "{role:?} is told {told}");
    }
    assert!(told(&ana).await.matches("sore-").count() >= 12, "she herself has all of it, twice");
    assert!(ana.get("/privacy").await.ok().contains("Nobody has read any of this"));
}

#[tokio::test]
async fn each_group_is_shared_by_itself() {
    let town = Town::new();
    let (home, ana) = town.home("Ana", "Noa").await;
    log(&town, &home, &ana, "Ana").await;
    let (_, sam) = town.member(&home, "Sam", Role::Owner).await;
    for (group, words) in GROUPS {
        ana.post("/privacy", &[("share", group)]).await.goes("/privacy");
        let told = told(&sam).await;
        for (_, all) in GROUPS {
            for word in all {
                assert_eq!(told.contains(word), words.contains(word), "{group} shared: {word}");
            }
        }
    }
    ana.post("/privacy", &[]).await.goes("/privacy");
    assert!(!told(&sam).await.contains("sore-"), "and taken back");
}

#[tokio::test]
async fn a_shared_kind_that_the_partner_reads_stands_in_her_log_and_in_nobody_elses() {
    let town = Town::new();
    let (home, ana) = town.home("Ana", "Noa").await;
    log(&town, &home, &ana, "Ana").await;
    let (_, sam) = town.member(&home, "Sam", Role::Parent).await;
    ana.post("/privacy", &[("share", "medicine")]).await.goes("/privacy");
    sam.pull().await;
    sam.pull().await;
    ana.pull().await;
    let page = ana.get("/privacy").await.ok();
    let log = page.split("Who read what").nth(1).unwrap();
    assert_eq!(log.matches("Medicines, in the hour from").count(), 1, "once an hour: {log}");
    assert!(log.contains("Sam") && !log.contains("Mood") && !log.contains("Ana"), "{log}");
    assert!(sam.get("/privacy").await.ok().contains("Nobody has read"));
}

#[tokio::test]
async fn a_copy_that_another_owner_takes_is_a_reading_too() {
    let town = Town::new();
    let (home, ana) = town.home("Ana", "Noa").await;
    log(&town, &home, &ana, "Ana").await;
    let (_, eva) = town.member(&home, "Eva", Role::Owner).await;
    ana.post("/privacy", &[("share", "mood")]).await.goes("/privacy");
    assert!(eva.get("/household/export").await.ok().contains("sore-mood"));
    let page = ana.get("/privacy").await.ok();
    assert!(page.contains("Mood, in the hour from"), "{page}");
}

#[tokio::test]
async fn what_is_shared_with_a_clinician_is_read_by_name_and_role() {
    let town = Town::new();
    let (home, ana) = town.home("Ana", "Noa").await;
    log(&town, &home, &ana, "Ana").await;
    let (_, doc) = town.member(&home, "Doc", Role::Clinician).await;
    ana.post("/privacy", &[("share", "symptom")]).await.goes("/privacy");
    doc.pull().await;
    let page = ana.get("/privacy").await.ok();
    assert!(page.contains("Doc, Clinician"), "{page}");
    for kind in ["Breast signs", "Temperatures", "Relief sessions"] {
        assert!(page.contains(&format!("{kind}, in the hour")), "{kind}: {page}");
    }
}
