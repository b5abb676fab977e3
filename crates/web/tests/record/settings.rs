//! `/settings`

use care::record::amount::Unit;
use care::record::settings::Since;

use crate::town::Town;

const ALL: [(&str, &str); 7] = [
    ("region", "US"),
    ("zone", "America/Denver"),
    ("volume", "fl_oz"),
    ("mass", "lb_oz"),
    ("temperature", "f"),
    ("length", "in"),
    ("since", "end"),
];

#[tokio::test]
async fn units_region_zone_and_how_feeds_are_counted_are_kept_and_shown_again() {
    let town = Town::new();
    let (home, owner) = town.home("Ana", "Noa").await;
    owner.post("/settings", &ALL).await.goes("/settings");
    let now = town.household(home.id).await.settings;
    assert_eq!((now.region.as_str(), now.zone.as_str()), ("US", "America/Denver"));
    assert_eq!((now.volume, now.mass, now.temperature, now.length), (Unit::FlOz, Unit::LbOz, Unit::F, Unit::In));
    assert_eq!((now.since, now.count_bottles), (Since::End, false));
    let page = owner.get("/settings").await.ok();
    for chosen in
        ["value=\"fl_oz\" selected", "value=\"US\" selected", "value=\"America/Denver\"", "value=\"end\" checked"]
    {
        assert!(page.contains(chosen), "{chosen}: {page}");
    }
}

#[tokio::test]
async fn a_zone_or_a_region_that_is_none_changes_nothing() {
    let town = Town::new();
    let (home, owner) = town.home("Ana", "Noa").await;
    for (region, zone) in [("US", "Europe/Nowhere"), ("US", ""), ("XX", "UTC"), ("", "UTC")] {
        let answer = owner.post("/settings", &[("region", region), ("zone", zone)]).await;
        assert_eq!(answer.status, 422, "{region} {zone}");
    }
    assert_eq!(town.household(home.id).await.settings.zone, "Europe/London");
}

#[tokio::test]
async fn where_feeds_are_not_asked_about_their_settings_stay() {
    let town = Town::new();
    let (home, owner) = town.home("Ana", "Noa").await;
    owner.post("/settings", &ALL).await.goes("/settings");
    owner.post(&format!("/babies/{}/died", home.baby), &[]).await.goes("/loss");
    assert!(!owner.get("/settings").await.ok().contains("name=\"since\""));
    owner.post("/settings", &ALL[..6]).await.goes("/settings");
    assert_eq!(town.household(home.id).await.settings.since, Since::End);
}
