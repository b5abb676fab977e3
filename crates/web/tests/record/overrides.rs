//! `/care`: what a clinician sets for one parent.

use care::record::household::Person;
use care::record::overriding::{Override, Set};
use care::record::role::Role;
use web::record::random;

use crate::town::{Home, Town, paths};

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
    assert!(page.contains("Rule D01 raised to") && page.contains("for her alone"), "{page}");
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
    assert_eq!(ana.pull().await["for_her"][0]["rule"], "D01", "her own phone takes it along");
    let (_, eve) = town.member(&home, "Eve", Role::Clinician).await;
    let hers =
        paths(&doc.get(&path).await.ok(), &format!("{path}/")).into_iter().find(|one| one.ends_with("/withdraw"));
    let hers = hers.unwrap();
    assert!(!eve.get(&path).await.ok().contains("D01 raised"), "another clinician does not see it");
    assert_eq!(eve.post(&hers, &[]).await.status, 404);
    ended(&town, &home, "Doc").await;
    assert!(
        eve.get(&path).await.ok().contains("D01 raised"),
        "until whoever set it is gone: somebody can take it back"
    );
    assert_eq!(ana.pull().await["for_her"][0]["rule"], "D01", "and until then it counts");
    eve.post(&hers, &[]).await.goes(&path);
    assert_eq!(ana.pull().await["for_her"], serde_json::json!([]));
}

/// A clinician's reading is over.
pub async fn ended(town: &Town, home: &Home, name: &str) {
    let (id, over) = (home.id, Person { until_ms: Some(1), ..town.person(home, name).await });
    town.record.write(move |tx| store::household::put_person(tx, id, &over, None)).await.unwrap();
}

#[tokio::test]
async fn what_stands_is_not_set_twice_and_what_no_longer_counts_says_so() {
    let town = Town::new();
    let (home, ana) = town.home("Ana", "Noa").await;
    let (_, doc) = town.member(&home, "Doc", Role::Clinician).await;
    let of = town.person(&home, "Ana").await.id;
    let path = format!("/care/{of}");
    for _ in 0..2 {
        doc.post(&format!("{path}/raise"), &[("rule", "D01"), ("to", "emergency_now")]).await.goes(&path);
        doc.post(&format!("{path}/unlock"), &[("read", "yes")]).await.goes(&path);
    }
    let home_id = home.id;
    let kept = town.record.read(move |tx| store::overriding::of_person(tx, home_id, of)).await.unwrap();
    assert_eq!(kept.len(), 2);
    let old = |set: Set| Override { id: random::id(1).unwrap(), set, ..kept[0].clone() };
    let gone = [
        old(Set::Raise { rule: "X99".into(), to: 6 }),
        old(Set::Unlock { session: "vibration".into(), card: "vibration-device:before".into() }),
    ];
    let set = move |tx: &dyn store::Tx| gone.iter().try_for_each(|one| store::overriding::add(tx, home_id, one));
    town.record.write(set).await.unwrap();
    for page in [doc.get(&path).await.ok(), ana.get("/privacy").await.ok()] {
        assert!(page.contains("do not have this rule") && page.contains("the card has changed since"), "{page}");
        assert_eq!(page.matches("It does not count any more").count(), 2, "{page}");
    }
    ended(&town, &home, "Doc").await;
    assert!(ana.get("/privacy").await.ok().contains("the clinician no longer reads here"));
}
