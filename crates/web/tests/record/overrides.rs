//! `/care`: what a clinician sets for one parent.

use care::record::overriding::Set;
use care::record::role::Role;

use crate::town::{Town, paths};

#[tokio::test]
async fn a_clinician_unlocks_the_withheld_session_and_the_parent_sees_who_and_when_and_closes_it_again() {
    let town = Town::new();
    let (home, ana) = town.home("Ana", "Noa").await;
    let (_, doc) = town.member(&home, "Doc", Role::Clinician).await;
    let of = town.person(&home, "Ana").await.id;
    let path = format!("/care/{of}");
    assert!(doc.get("/care").await.ok().contains(&path));
    assert_eq!(doc.post(&format!("{path}/unlock"), &[]).await.status, 422, "the card is read first");
    doc.post(&format!("{path}/unlock"), &[("read", "yes")]).await.goes(&path);
    let (home_id, set) = (home.id, of);
    let kept = town.record.read(move |tx| store::overriding::of_person(tx, home_id, set)).await.unwrap();
    let Set::Unlock { session, card } = &kept[0].set else { panic!("{kept:?}") };
    assert_eq!(session, "vibration");
    assert!(card.starts_with("vibration-device:") && card.len() > 30, "which text of the card: {card}");
    let page = ana.get("/privacy").await.ok();
    assert!(page.contains("Unlocked:") && page.contains("By Doc,"), "{page}");
    let withdraw = paths(&page, "/privacy/overrides/");
    ana.post(&withdraw[0], &[]).await.goes("/privacy");
    let page = ana.get("/privacy").await.ok();
    assert!(page.contains("Taken back") && page.contains("Unlocked:"), "it stays written down: {page}");
    assert_eq!(ana.post(&withdraw[0], &[]).await.status, 404, "once");
}

#[tokio::test]
async fn a_rule_is_raised_and_never_lowered() {
    let town = Town::new();
    let (home, ana) = town.home("Ana", "Noa").await;
    let (_, doc) = town.member(&home, "Doc", Role::Clinician).await;
    let path = format!("/care/{}", town.person(&home, "Ana").await.id);
    let raise = format!("{path}/raise");
    for (rule, to, why) in [
        ("D01", "same_day", "as it is"),
        ("D01", "self_care", "lower"),
        ("D01", "none", "none at all"),
        ("S07", "within_days", "in how many days it does not say"),
        ("E01", "emergency_now", "the highest"),
        ("X99", "emergency_now", "no such rule"),
        ("D01", "soon", "no such level"),
        ("", "", "nothing"),
    ] {
        assert_eq!(doc.post(&raise, &[("rule", rule), ("to", to)]).await.status, 422, "{why}");
    }
    doc.post(&raise, &[("rule", "D01"), ("to", "urgent_call_now")]).await.goes(&path);
    let page = doc.get(&path).await.ok();
    assert!(!page.contains('$') && page.contains("Within 3 days"), "every level is filled: {page}");
    assert!(page.contains("Rule D01 raised to") && page.contains("does not use it yet"), "{page}");
    let page = ana.get("/privacy").await.ok();
    assert!(page.contains("Rule D01 raised to"), "{page}");
    assert!(paths(&page, "/privacy/overrides/").is_empty(), "she lowers nothing by herself");
    let hers = paths(&doc.get(&path).await.ok(), &format!("{path}/"))
        .into_iter()
        .find(|one| one.ends_with("/withdraw"))
        .unwrap();
    let id = hers.trim_end_matches("/withdraw").rsplit('/').next().unwrap();
    assert_eq!(ana.post(&format!("/privacy/overrides/{id}/withdraw"), &[]).await.status, 404);
    doc.post(&hers, &[]).await.goes(&path);
}

#[tokio::test]
async fn nobody_else_sets_anything_not_even_the_owner() {
    let town = Town::new();
    let (home, owner) = town.home("Ana", "Noa").await;
    let (_, parent) = town.member(&home, "Pia", Role::Parent).await;
    let (_, helper) = town.member(&home, "Sam", Role::Helper).await;
    let of = town.person(&home, "Ana").await.id;
    for phone in [&owner, &parent, &helper] {
        assert_eq!(phone.get(&format!("/care/{of}")).await.status, 403);
        assert_eq!(phone.post(&format!("/care/{of}/unlock"), &[("read", "yes")]).await.status, 403);
        let raise = [("rule", "D01"), ("to", "emergency_now")];
        assert_eq!(phone.post(&format!("/care/{of}/raise"), &raise).await.status, 403);
    }
}

#[tokio::test]
async fn what_is_set_for_one_is_told_to_no_other() {
    let town = Town::new();
    let (home, ana) = town.home("Ana", "Noa").await;
    let (_, doc) = town.member(&home, "Doc", Role::Clinician).await;
    let (_, pia) = town.member(&home, "Pia", Role::Owner).await;
    let path = format!("/care/{}", town.person(&home, "Ana").await.id);
    doc.post(&format!("{path}/raise"), &[("rule", "D01"), ("to", "emergency_now")]).await.goes(&path);
    for page in ["/privacy", "/household", "/people", "/household/export", "/record/pull?since=0"] {
        assert!(!pia.get(page).await.ok().contains("D01"), "{page}");
    }
    assert!(ana.get("/privacy").await.ok().contains("D01"));
}
