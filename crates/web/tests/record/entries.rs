//! `/entry/{id}`: what is hidden from somebody is as unknown to her as what is not there.

use care::record::role::Role;
use serde_json::json;

use crate::town::{Phone, Town, revision};

const UNKNOWN: &str = "01a20000-0000-7000-8000-000000000000";

/// What asking for an entry, and trying to bin it, comes to; without the id itself.
async fn asked(phone: &Phone<'_>, id: &str) -> Vec<(u16, String, String)> {
    let path = format!("/entry/{id}");
    let answers = [phone.get(&path).await, phone.post(&path, &[("act", "bin")]).await];
    answers.map(|one| (one.status, one.to.replace(id, "ID"), one.page.replace(id, "ID"))).into()
}

#[tokio::test]
async fn an_entry_of_another_household_or_one_that_is_hidden_is_as_unknown_as_none() {
    let town = Town::new();
    let (home, ana) = town.home("Ana", "Noa").await;
    let (_, sam) = town.member(&home, "Sam", Role::Owner).await;
    let (_, doc) = town.member(&home, "Doc", Role::Clinician).await;
    let (_, eva) = town.home("Eva", "Kim").await;
    let hers = json!({ "parent": town.person(&home, "Ana").await.id });
    let sore = revision(&hers, &json!({ "kind": "symptom", "pain": 6, "note": "sore-symptom" }));
    let id = sore["entry"].as_str().unwrap().to_owned();
    ana.push(&[sore]).await.json();
    assert_eq!(ana.get(&format!("/entry/{id}")).await.status, 200, "she herself sees it");
    for (who, phone) in [("another owner", &sam), ("a clinician", &doc), ("another household", &eva)] {
        assert_eq!(asked(phone, &id).await, asked(phone, UNKNOWN).await, "{who}");
    }
    let kept = ana.pull().await;
    let binned = |one: &serde_json::Value| one["received"]["revision"]["binned"] == json!(true);
    assert!(!kept["revisions"].as_array().unwrap().iter().any(binned), "nobody has binned it");
}
