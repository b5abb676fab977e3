//! `POST /undo` from the page of a day: what was corrected or put into the bin is taken back there, with what one press saved together.

use care::record::role::Role;
use serde_json::{Value, json};

use crate::town::{Answer, Home, Phone, Town, revision};

/// The fields of the form that takes back what a day's page says was saved.
fn fields(page: &str) -> Vec<(String, String)> {
    let (_, form) = page.split_once("action=\"/undo\">").unwrap_or_else(|| panic!("nothing to take back: {page}"));
    let (form, _) = form.split_once("</form>").unwrap();
    let one = |part: &str| {
        let mut quoted = part.split('"').skip(1).step_by(2);
        Some((quoted.next()?.to_owned(), quoted.next()?.to_owned()))
    };
    form.split("<input type=\"hidden\" name=").skip(1).filter_map(|part| one(&format!("={part}"))).collect()
}

/// Presses the button on the page where this led; the page after it.
async fn taken_back(phone: &Phone<'_>, led: Answer) -> String {
    assert_eq!(led.status, 303, "{}", led.page);
    let fields = fields(&phone.get(&led.to).await.ok());
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let back = phone.post("/undo", &fields).await;
    assert_eq!((back.status, back.to.starts_with("/day/20")), (303, true), "{}", back.to);
    phone.get(&back.to).await.ok()
}

async fn logged(phone: &Phone<'_>, home: &Home, body: &Value) -> String {
    let one = revision(&json!({ "baby": home.baby }), body);
    phone.push(std::slice::from_ref(&one)).await.json();
    one["entry"].as_str().unwrap().to_owned()
}

/// What an entry says now: its note, and whether it is in the bin.
async fn now(phone: &Phone<'_>, entry: &str) -> (String, bool) {
    let page = phone.get(&format!("/entry/{entry}")).await.ok();
    let note =
        page.split("<textarea").nth(1).and_then(|rest| rest.split_once('>')?.1.split_once('<')).map(|(note, _)| note);
    (note.unwrap_or_default().to_owned(), page.contains("This is in the bin"))
}

#[tokio::test]
async fn a_correction_is_taken_back_on_its_day_and_forth_again() {
    let town = Town::new();
    let (home, ana) = town.home("Ana", "Noa").await;
    let entry = logged(&ana, &home, &json!({ "kind": "note", "note": "before" })).await;
    let path = format!("/entry/{entry}");
    let page = taken_back(&ana, ana.post(&path, &[("note:text", "after")]).await).await;
    assert!(page.contains("Saved: ") && page.contains("before") && !page.contains(">after<"), "{page}");
    assert_eq!(now(&ana, &entry).await, ("before".to_owned(), false));
    let led = ana.post(&path, &[("note:text", "after")]).await.to;
    let stale = fields(&ana.get(&led).await.ok());
    ana.post(&path, &[("note:text", "later")]).await;
    let stale: Vec<(&str, &str)> = stale.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    assert_eq!(ana.post("/undo", &stale).await.status, 303);
    assert_eq!(now(&ana, &entry).await.0, "later", "what was saved since is not lost by it");
}

#[tokio::test]
async fn what_went_into_the_bin_says_so_on_its_day_and_comes_out_there() {
    let town = Town::new();
    let (home, ana) = town.home("Ana", "Noa").await;
    let entry = logged(&ana, &home, &json!({ "kind": "note", "note": "quiet" })).await;
    let led = ana.post(&format!("/entry/{entry}"), &[("act", "bin")]).await;
    assert!(led.to.ends_with(&format!("?saved={entry}")), "{}", led.to);
    assert!(ana.get(&led.to).await.ok().contains("In the bin: "));
    let page = taken_back(&ana, led).await;
    assert!(page.contains("Saved: "), "{page}");
    assert_eq!(now(&ana, &entry).await, ("quiet".to_owned(), false));
}

#[tokio::test]
async fn two_that_were_made_one_are_two_again_or_stay_one_when_somebody_changed_it_since() {
    let town = Town::new();
    let (home, ana) = town.home("Ana", "Noa").await;
    let (_, sam) = town.member(&home, "Sam", Role::Parent).await;
    let first = logged(&ana, &home, &json!({ "kind": "feed", "left_s": 300, "note": "hers" })).await;
    let second = logged(&sam, &home, &json!({ "kind": "feed", "left_s": 310, "note": "his" })).await;
    let merge = async || ana.post(&format!("/entry/{first}"), &[("act", "same"), ("other", &second)]).await;
    let led = merge().await;
    taken_back(&ana, led).await;
    let both = (now(&ana, &first).await, now(&ana, &second).await);
    assert_eq!(both, (("hers".to_owned(), false), ("his".to_owned(), false)));
    let led = merge().await;
    let form = fields(&ana.get(&led.to).await.ok());
    let kept = form.iter().find(|(name, _)| name == "entry").unwrap().1.clone();
    let binned = if kept == first { &second } else { &first };
    sam.post(&format!("/entry/{kept}"), &[("note:text", "since"), ("left_s:duration", "5")]).await;
    let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    ana.post("/undo", &form).await;
    assert_eq!((now(&ana, &kept).await.0.as_str(), now(&ana, binned).await.1), ("since", true), "not half of it");
}

#[tokio::test]
async fn a_helper_takes_back_her_own_correction_and_nothing_through_the_bin() {
    let town = Town::new();
    let (home, ana) = town.home("Ana", "Noa").await;
    let (_, eva) = town.member(&home, "Eva", Role::Helper).await;
    let own = logged(&eva, &home, &json!({ "kind": "note", "note": "own" })).await;
    let to = format!("/entry/{own}");
    let page = taken_back(&eva, eva.post(&to, &[("note:text", "slip")]).await).await;
    assert!(page.contains("Saved: "));
    assert_eq!(now(&eva, &own).await.0, "own");
    let day = ana.post(&to, &[("act", "bin")]).await.to;
    let seen = eva.get(&day).await.ok();
    assert!(seen.contains("In the bin: ") && !seen.contains("/undo"), "{seen}");
}
