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

/// What a phone is told from a change on, or in a page of hearing all of it again.
async fn heard(phone: &Phone<'_>, query: &str) -> Value {
    let answer = phone.get(&format!("/record/pull?{query}")).await;
    assert_eq!(answer.status, 200, "{}", answer.page);
    answer.json()
}

#[tokio::test]
async fn a_phone_that_has_pulled_past_it_notices_what_was_shared_and_hears_it_and_again_when_it_is_taken_back() {
    let town = Town::new();
    let (home, ana) = town.home("Ana", "Noa").await;
    log(&town, &home, &ana, "Ana").await;
    let (_, sam) = town.member(&home, "Sam", Role::Parent).await;
    let (before, own) = (sam.pull().await, ana.pull().await["scope"].clone());
    let since = format!("since={}", before["seq"]);
    ana.post("/privacy", &[("share", "symptom")]).await.goes("/privacy");
    let after = heard(&sam, &since).await;
    assert_eq!(after["revisions"], json!([]), "all of it lies before what he has pulled");
    assert_ne!(after["scope"], before["scope"]);
    assert_eq!(ana.pull().await["scope"], own, "what she shares changes nothing for herself");
    let whole = heard(&sam, "since=0&whole=true").await;
    assert_eq!(whole.to_string().matches("sore-").count(), 3, "{whole}");
    assert_eq!(whole["scope"], after["scope"]);
    ana.post("/privacy", &[]).await.goes("/privacy");
    assert_eq!(heard(&sam, &since).await["scope"], before["scope"]);
    assert!(!heard(&sam, "since=0&whole=true").await.to_string().contains("sore-"));
}

#[tokio::test]
async fn an_open_page_is_told_at_once_that_something_is_shared() {
    let town = Town::new();
    let (home, ana) = town.home("Ana", "Noa").await;
    let (_, sam) = town.member(&home, "Sam", Role::Parent).await;
    let seq = sam.pull().await["seq"].as_i64().unwrap();
    let live = format!("/record/live?since={seq}");
    let share = async {
        tokio::task::yield_now().await;
        ana.post("/privacy", &[("share", "mood")]).await.goes("/privacy");
    };
    let (told, ()) = tokio::join!(sam.get(&live), share);
    assert!(told.json()["seq"].as_i64().unwrap() > seq, "{}", told.page);
}

#[tokio::test]
async fn a_phone_hears_its_weeks_and_of_weights_and_moods_what_an_alarm_may_rest_on_and_a_helper_today() {
    const DAY_MS: i64 = 86_400_000;
    let town = Town::new();
    let (home, ana) = town.home("Ana", "Noa").await;
    let (_, eva) = town.member(&home, "Eva", Role::Helper).await;
    let (hers, noa) = (json!({ "parent": town.person(&home, "Ana").await.id }), json!({ "baby": home.baby }));
    let weight = json!({ "kind": "weight", "amount": { "value": "3500", "unit": "g" } });
    let mood = json!({ "kind": "mood", "down": true });
    let feed = json!({ "kind": "feed", "left_s": 60 });
    let logged = [(&noa, &feed, 1), (&noa, &feed, 16), (&noa, &weight, 900), (&hers, &mood, 29), (&hers, &mood, 31)];
    let at = |(subject, body, days): (&Value, &Value, i64)| {
        let mut one = revision(subject, body);
        one["content"]["at"]["at_ms"] = json!(web::time::now_ms() - days * DAY_MS - 60_000);
        one
    };
    let all: Vec<Value> = logged.map(at).into();
    ana.push(&all).await.json();
    let heard_by = async |phone: &Phone<'_>| {
        let whole = heard(phone, "since=0&whole=true").await;
        let ids = |one: &Value| one["received"]["revision"]["id"].clone();
        let came: Vec<Value> = whole["revisions"].as_array().unwrap().iter().map(ids).collect();
        (came, whole)
    };
    let (came, whole) = heard_by(&ana).await;
    assert_eq!(came, [&all[0]["id"], &all[2]["id"], &all[3]["id"]].map(Clone::clone));
    assert_eq!(whole.get("others_from_ms"), None);
    let (came, whole) = heard_by(&eva).await;
    assert_eq!(came, [json!(null); 0], "all of it is older than a day");
    let from_ms = whole["others_from_ms"].as_i64().unwrap();
    assert!((web::time::now_ms() - DAY_MS - from_ms).abs() < 60_000, "{from_ms}");
}

#[tokio::test]
async fn a_store_that_came_back_from_an_older_copy_counts_less_and_says_so() {
    let town = Town::new();
    let (_, ana) = town.home("Ana", "Noa").await;
    let seq = ana.pull().await["seq"].as_i64().unwrap();
    assert_eq!(
        heard(&ana, &format!("since={}", seq + 40)).await["seq"],
        json!(seq),
        "a phone that has heard more sees it from that"
    );
}
