//! A gadget's token at `/record/push`, and at no other door.

use care::record::role::Role;
use serde_json::json;

use crate::town::{Phone, Town, once, paths, revision};

async fn token(owner: &Phone<'_>) -> String {
    let page = owner.post("/people/invite", &[("name", "Button"), ("role", "device"), ("kind", "nappy")]).await.ok();
    once(&page)
}

#[tokio::test]
async fn a_gadget_writes_its_kind_under_its_name_and_no_other() {
    let town = Town::new();
    let (home, owner) = town.home("Ana", "Noa").await;
    let ana = town.person(&home, "Ana").await.id;
    let gadget = town.phone().bearing(&token(&owner).await);
    let nappy = revision(&json!({ "baby": home.baby }), &json!({ "kind": "nappy", "wet": true }));
    let feed = revision(&json!({ "baby": home.baby }), &json!({ "kind": "feed" }));
    let mood = revision(&json!({ "parent": ana }), &json!({ "kind": "mood" }));
    let answer = gadget.push(&[nappy.clone(), feed, mood]).await.json();
    assert_eq!(answer["taken"], json!([nappy["id"]]), "{answer}");
    assert_eq!(answer["refused"].as_array().unwrap().len(), 2);
    let device = town.person(&home, "Button").await;
    let pulled = owner.pull().await;
    assert_eq!(pulled["revisions"][0]["received"]["by"], json!(device.id));
    assert_eq!(device.role, Role::Device);
}

#[tokio::test]
async fn a_gadget_opens_no_other_door() {
    let town = Town::new();
    let (_, owner) = town.home("Ana", "Noa").await;
    let token = token(&owner).await;
    let gadget = town.phone().bearing(&token);
    assert_eq!(gadget.get("/record/pull?since=0").await.status, 401);
    assert_eq!(gadget.get("/record/live?since=0").await.status, 401);
    for path in ["/household", "/people", "/privacy", "/babies", "/household/export", "/settings"] {
        gadget.get(path).await.goes("/sign-in");
    }
    let cookie = town.phone();
    *cookie.cookie.borrow_mut() = Some(token);
    assert_eq!(cookie.push(&[]).await.status, 401, "as a cookie it is nothing");
    cookie.get("/household").await.goes("/sign-in");
}

#[tokio::test]
async fn a_session_is_no_token_and_a_revoked_token_is_nothing() {
    let town = Town::new();
    let (home, owner) = town.home("Ana", "Noa").await;
    let session = owner.cookie.borrow().clone().unwrap();
    assert_eq!(town.phone().bearing(&session).push(&[]).await.status, 401);
    let gadget = town.phone().bearing(&token(&owner).await);
    assert_eq!(gadget.push(&[]).await.status, 200);
    let list = owner.get("/people").await.ok();
    assert!(list.contains("Button") && list.contains("Nappies"), "{list}");
    owner.post(&paths(&list, "/people/gadgets/")[0], &[]).await.goes("/people");
    assert_eq!(gadget.push(&[]).await.status, 401);
    assert!(!owner.get("/people").await.ok().contains("Button"));
    assert!(town.person(&home, "Button").await.removed, "its name stays at what it wrote");
}

#[tokio::test]
async fn a_gadget_adds_nothing_to_what_others_began() {
    let town = Town::new();
    let (home, owner) = town.home("Ana", "Noa").await;
    let gadget = town.phone().bearing(&token(&owner).await);
    let subject = json!({ "baby": home.baby });
    let hers = revision(&subject, &json!({ "kind": "nappy", "wet": true }));
    owner.push(std::slice::from_ref(&hers)).await;
    let mut over = revision(&subject, &json!({ "kind": "nappy", "dirty": true }));
    over["entry"] = hers["entry"].clone();
    let answer = gadget.push(&[over]).await.json();
    assert_eq!(answer["refused"][0]["why"], "role", "{answer}");
}
