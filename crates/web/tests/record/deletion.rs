//! `/household/delete`, `/household/undelete`

use care::record::role::Role;
use serde_json::json;

use crate::town::{PASSWORD, Phone, Town, revision};

/// The household of the button that takes it back.
fn waiting(page: &str) -> String {
    let rest = page.split("/household/undelete").nth(1).unwrap_or_else(|| panic!("no way back: {page}"));
    rest.split("value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

async fn deleted(owner: &Phone<'_>) -> String {
    owner.post("/household/delete", &[("name", "Ana")]).await.goes("/households");
    waiting(&owner.get("/households").await.ok())
}

#[tokio::test]
async fn the_name_is_typed_and_then_nothing_opens_until_it_is_taken_back() {
    let town = Town::new();
    let (home, owner) = town.home("Ana", "Noa").await;
    let (_, helper) = town.member(&home, "Sam", Role::Helper).await;
    let page = owner.get("/household/delete").await.ok();
    assert!(page.contains("href=\"/household/export\"") && page.contains("7 days"), "a copy first: {page}");
    assert_eq!(owner.post("/household/delete", &[("name", "ana?")]).await.status, 422);
    owner.get("/household").await.ok();
    let id = deleted(&owner).await;
    assert_eq!(id, home.id.to_string());
    let page = owner.get("/households").await.ok();
    assert!(page.contains("Can be taken back until"), "{page}");
    for phone in [&owner, &helper] {
        phone.get("/household").await.goes("/households");
        assert_eq!(phone.get("/record/pull?since=0").await.status, 401);
    }
    owner.post("/household/undelete", &[("household", &id)]).await.goes("/household");
    owner.get("/household").await.ok();
    helper.get("/household").await.ok();
}

#[tokio::test]
async fn only_an_owner_takes_it_back_and_only_in_time() {
    let town = Town::new();
    let (home, owner) = town.home("Ana", "Noa").await;
    let (_, parent) = town.member(&home, "Pia", Role::Parent).await;
    let (_, stranger) = town.home("Eva", "Kim").await;
    let id = deleted(&owner).await;
    for phone in [&parent, &stranger] {
        assert_eq!(phone.post("/household/undelete", &[("household", &id)]).await.status, 404);
    }
    owner.get("/household").await.goes("/households");
    let home = home.id;
    town.record
        .write(move |tx| tx.run("UPDATE household SET deleted_ms = 1 WHERE id = $1", &[store::door::text(home)]))
        .await
        .unwrap();
    assert_eq!(owner.post("/household/undelete", &[("household", &id)]).await.status, 404, "after seven days");
    assert!(!owner.get("/households").await.ok().contains("undelete"));
}

#[tokio::test]
async fn an_owner_who_was_signed_out_finds_the_way_back() {
    let town = Town::new();
    let (_, owner) = town.home("Ana", "Noa").await;
    let id = deleted(&owner).await;
    let again = town.phone();
    again.post("/sign-in", &[("login", "ana"), ("password", PASSWORD)]).await.goes("/households");
    assert_eq!(waiting(&again.get("/households").await.ok()), id);
    again.post("/household/undelete", &[("household", &id)]).await.goes("/household");
    again.get("/household").await.ok();
}

#[tokio::test]
async fn a_copy_is_the_whole_record_for_whoever_may_see_it() {
    let town = Town::new();
    let (home, owner) = town.home("Ana", "Noa").await;
    let ana = town.person(&home, "Ana").await.id;
    let nappy = revision(&json!({ "baby": home.baby }), &json!({ "kind": "nappy", "wet": true }));
    let mood = revision(&json!({ "parent": ana }), &json!({ "kind": "mood", "down": true }));
    owner.push(&[nappy.clone(), mood.clone()]).await;
    let lines = owner.get("/household/export").await.ok();
    let read = exchange::record::import::read(lines.as_bytes());
    assert_eq!(lines.lines().count(), 3, "{lines}");
    for one in [nappy, mood] {
        assert!(lines.contains(one["id"].as_str().unwrap()));
    }
    assert!(format!("{read:?}").contains("Noa"), "it reads again");
}

#[tokio::test]
async fn after_seven_days_all_of_it_is_gone_and_the_account_is_not() {
    let town = Town::new();
    let (home, owner) = town.home("Ana", "Noa").await;
    deleted(&owner).await;
    let (now_ms, home) = (web::time::now_ms(), home.id);
    let rows = move |tx: &dyn store::Tx| {
        let sql = "SELECT 1 FROM household WHERE id = $1";
        Ok(tx.rows(sql, &[store::door::text(home)])?.len())
    };
    web::record::upkeep::sweep(&town.record, now_ms + 6 * 86_400_000).await.unwrap();
    assert_eq!(town.record.read(rows).await.unwrap(), 1, "not before");
    web::record::upkeep::sweep(&town.record, now_ms + 7 * 86_400_000 + 60_000).await.unwrap();
    assert_eq!(town.record.read(rows).await.unwrap(), 0);
    let again = town.phone();
    again.post("/sign-in", &[("login", "ana"), ("password", PASSWORD)]).await.goes("/households");
    assert!(again.get("/households").await.ok().contains("Ask an owner for an invitation"));
}
