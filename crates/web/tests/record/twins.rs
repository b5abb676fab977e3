//! One press for two babies, from home: begun, put right and taken back, always both.

use std::collections::BTreeMap;

use care::record::body::Side;
use care::record::entry::Entry;
use care::record::id::EntryId;
use care::record::press::timed;
use care::record::revision::{Received, fold};

use crate::town::{Phone, Town};

/// The fields of a form of a page, by where the form begins.
fn fields(page: &str, start: &str) -> Vec<(String, String)> {
    let (_, form) = page.split_once(start).unwrap_or_else(|| panic!("no {start}: {page}"));
    let (form, _) = form.split_once("</form>").unwrap();
    let hidden = form.split("<input type=\"hidden\" name=\"").skip(1);
    hidden
        .map(|part| {
            let quoted: Vec<&str> = part.split('"').collect();
            (quoted[0].to_owned(), quoted[2].to_owned())
        })
        .collect()
}

/// Presses a form of home with its fields and one more; the page that this leads to.
async fn pressed(phone: &Phone<'_>, page: &str, (path, start): (&str, &str), act: &str) -> String {
    let mut all = fields(page, start);
    all.push(("act".to_owned(), act.to_owned()));
    let all: Vec<(&str, &str)> = all.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let led = phone.post(path, &all).await;
    assert_eq!((led.status, led.to.starts_with("/?saved=")), (303, true), "{}", led.to);
    phone.get(&led.to).await.ok()
}

/// The entries of a kind as they stand.
async fn entries(phone: &Phone<'_>, kind: &str) -> Vec<Entry> {
    let pulled = phone.pull().await;
    let saved = pulled["revisions"].as_array().unwrap().iter();
    let mut each: BTreeMap<EntryId, Vec<Received>> = BTreeMap::new();
    for one in saved {
        let received: Received = serde_json::from_value(one["received"].clone()).unwrap();
        each.entry(received.revision.entry).or_default().push(received);
    }
    each.values().filter_map(|all| fold(all)).filter(|entry| entry.kind().name() == kind).collect()
}

/// Of both feeds the last side, and whether it is open.
async fn feeds(phone: &Phone<'_>) -> Vec<(Option<Side>, bool)> {
    let feeds = entries(phone, "feed").await;
    feeds.iter().filter_map(|feed| timed(&feed.content.body)).map(|timed| (timed.last_side, timed.open)).collect()
}

#[tokio::test]
async fn what_one_press_did_for_two_babies_is_put_right_and_taken_back_for_both() {
    let town = Town::new();
    let (home, ana) = town.home("Ana", "Noa").await;
    ana.post("/babies", &[("name", "Ada"), ("born", "2026-11-03"), ("state", "home")]).await.goes("/babies");
    let babies: Vec<String> = town.household(home.id).await.babies.iter().map(|baby| baby.id.to_string()).collect();
    let led = ana.post("/feed", &[("baby", &babies.join(" ")), ("act", "left")]).await;
    let page = ana.get(&led.to).await.ok();
    assert!(page.contains("Feed runs: Left side · Ada, Noa"), "{page}");

    let swapped = pressed(&ana, &page, ("/feed", "<form class=\"swap\""), "swap").await;
    assert_eq!(feeds(&ana).await, [(Some(Side::Right), true); 2]);
    let stale = pressed(&ana, &page, ("/feed", "<form class=\"swap\""), "swap").await;
    assert_eq!(feeds(&ana).await, [(Some(Side::Right), true); 2], "an old page swaps neither back");
    assert!(stale.contains("Feed runs: Right side"), "{stale}");

    let ended =
        pressed(&ana, &swapped, ("/feed", "<form class=\"stack\" method=\"post\" action=\"/feed\">"), "end").await;
    assert_eq!(feeds(&ana).await, [(Some(Side::Right), false); 2]);
    let undo = ("/undo", "data-toast");
    let again = pressed(&ana, &ended, undo, "").await;
    assert_eq!(feeds(&ana).await, [(Some(Side::Right), true); 2], "both run again");

    // The row of home, after the toast has gone: the same two.
    pressed(&ana, &again, ("/feed", "<form class=\"stack\" method=\"post\" action=\"/feed\">"), "end").await;
    let home = ana.get("/").await.ok();
    assert!(home.contains("row-saved"), "{home}");
    pressed(&ana, &home, ("/undo", "action=\"/undo\""), "").await;
    assert_eq!(feeds(&ana).await, [(Some(Side::Right), true); 2], "both run again, from the row");
}

#[tokio::test]
async fn a_nappy_of_both_is_taken_back_for_both_and_forth_again() {
    let town = Town::new();
    let (_, ana) = town.home("Ana", "Noa").await;
    ana.post("/babies", &[("name", "Ada"), ("born", "2026-11-03"), ("state", "home")]).await.goes("/babies");
    let form = ana.get("/log/nappy").await.ok();
    let mut all = fields(&form, "action=\"/log/nappy\"");
    let whose = form.split("name=\"subject\" value=\"").skip(1);
    all.extend(whose.map(|part| ("subject".to_owned(), part.split('"').next().unwrap().to_owned())));
    all.push(("quick".to_owned(), "wet".to_owned()));
    let all: Vec<(&str, &str)> = all.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let led = ana.post("/log/nappy", &all).await;
    assert_eq!(led.to.matches('+').count(), 1, "{} {}", led.to, led.page);
    let page = ana.get(&led.to).await.ok();
    let binned = async || entries(&ana, "nappy").await.iter().filter(|entry| entry.binned).count();
    let back = pressed(&ana, &page, ("/undo", "data-toast"), "").await;
    assert_eq!(binned().await, 2);
    pressed(&ana, &back, ("/undo", "data-toast"), "").await;
    assert_eq!(binned().await, 0);
}
