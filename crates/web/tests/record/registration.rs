//! `/keep`: who may make a household, for each way in which a server can be set up.

use web::record::Registration;

use crate::town::{CODE, PASSWORD, Town, once};

fn fields<'f>(code: &'f str, login: &'f str) -> Vec<(&'f str, &'f str)> {
    vec![("code", code), ("name", "Ana"), ("login", login), ("password", PASSWORD), ("region", "UK")]
}

#[tokio::test]
async fn the_first_owner_proves_herself_whatever_the_server_is_set_to() {
    for registration in [Registration::First, Registration::Invite, Registration::Open] {
        let town = Town::registering(registration);
        for code in ["", "aaaa-bbbb-cccc"] {
            assert_eq!(town.phone().post("/keep", &fields(code, "ana")).await.status, 422, "{registration:?} {code}");
        }
        let ana = town.phone();
        ana.post("/keep", &fields(&CODE.to_uppercase(), "ana")).await.ok();
        assert!(ana.get("/household").await.ok().contains("You are Ana: Owner"));
    }
}

#[tokio::test]
async fn a_second_household_is_for_anybody_only_where_the_server_is_open() {
    for (registration, status) in [(Registration::First, 422), (Registration::Invite, 422), (Registration::Open, 200)] {
        let town = Town::registering(registration);
        let (_, _) = town.home("Eva", "Kim").await;
        for code in ["", CODE] {
            let answer = town.phone().post("/keep", &fields(code, &format!("ana{code}"))).await;
            assert_eq!(answer.status, status, "{registration:?}: the first owner's code opens nothing more");
        }
    }
}

#[tokio::test]
async fn whoever_was_invited_begins_a_record_of_her_own_where_the_server_says_so() {
    for (registration, may) in [(Registration::First, false), (Registration::Invite, true), (Registration::Open, true)]
    {
        let town = Town::registering(registration);
        let (_, owner) = town.home("Eva", "Kim").await;
        let link = once(&owner.post("/people/invite", &[("name", "Sam"), ("role", "helper")]).await.ok());
        let link = link.strip_prefix("http://milk.example").unwrap();
        let sam = town.phone();
        let new = [("new", "1"), ("name", "Sam"), ("login", "sam"), ("password", PASSWORD)];
        sam.post(link, &new).await.ok();
        assert_eq!(sam.get("/households").await.ok().contains("A record of your own"), may, "{registration:?}");
        let answer = sam.post("/households", &[("name", "Sam")]).await;
        assert_eq!(answer.status, if may { 303 } else { 422 }, "{registration:?}");
        let page = sam.get("/household").await.ok();
        assert_eq!(page.contains("You are Sam: Owner"), may, "{page}");
        let stranger = town.phone();
        stranger.post("/households", &[("name", "Eve")]).await.goes("/sign-in");
    }
}
