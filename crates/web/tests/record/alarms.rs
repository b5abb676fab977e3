//! `/`: what was logged longer ago than a day and counts still is in reach of the rules.

use serde_json::{Value, json};

use crate::town::{Town, revision};

const DAY_MS: i64 = 86_400_000;

fn ago(subject: &Value, body: &Value, days: i64) -> Value {
    let mut one = revision(subject, body);
    one["content"]["at"]["at_ms"] = json!(web::time::now_ms() - days * DAY_MS - 60_000);
    one
}

#[tokio::test]
async fn a_mood_of_this_month_is_answered_until_a_better_one_was_logged() {
    let town = Town::new();
    let (home, ana) = town.home("Ana", "Noa").await;
    let hers = json!({ "parent": town.person(&home, "Ana").await.id });
    let mood = |low: bool| json!({ "kind": "mood", "down": low, "little_interest": low });
    let alarmed = async || ana.get("/").await.ok().contains("class=\"alarm\"");
    ana.push(&[ago(&hers, &mood(true), 31)]).await.json();
    assert!(!alarmed().await, "the question is of the past month");
    ana.push(&[ago(&hers, &mood(true), 20)]).await.json();
    assert!(alarmed().await);
    ana.push(&[ago(&hers, &mood(false), 3)]).await.json();
    assert!(!alarmed().await);
}
