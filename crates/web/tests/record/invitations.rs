//! `/people/invite`, `/join/{token}`

use care::record::role::Role;

use crate::town::{PASSWORD, Phone, Town, once, paths};

/// The link of a new invitation, as a path.
async fn invited(owner: &Phone<'_>, fields: &[(&str, &str)]) -> String {
    let page = owner.post("/people/invite", fields).await.ok();
    let link = once(&page);
    assert!(page.contains("<svg class=\"qr\""), "a picture for a camera");
    link.strip_prefix("http://milk.example").unwrap_or_else(|| panic!("{link}")).to_owned()
}

const SAM: [(&str, &str); 2] = [("name", "Sam"), ("role", "helper")];

fn new(login: &str) -> [(&str, &str); 4] {
    [("new", "yes"), ("name", "Sam"), ("login", login), ("password", PASSWORD)]
}

#[tokio::test]
async fn an_invited_person_makes_an_account_and_is_a_member() {
    let town = Town::new();
    let (home, owner) = town.home("Ana", "Noa").await;
    let link = invited(&owner, &SAM).await;
    let sam = town.phone();
    let page = sam.get(&link).await.ok();
    assert!(page.contains("Ana") && page.contains("Helper"), "who invites, and as what: {page}");
    let codes = sam.post(&link, &new("sam@example.org")).await.ok();
    assert!(codes.contains("class=\"codes\""), "her recovery codes");
    let page = sam.get("/household").await.ok();
    assert!(page.contains("You are Sam: Helper"), "{page}");
    assert_eq!(town.person(&home, "Sam").await.role, Role::Helper);
}

#[tokio::test]
async fn a_link_works_once_and_unknown_used_past_and_withdrawn_are_told_alike() {
    let town = Town::new();
    let (home, owner) = town.home("Ana", "Noa").await;
    let used = invited(&owner, &SAM).await;
    town.phone().post(&used, &new("first")).await.ok();
    let withdrawn = invited(&owner, &SAM).await;
    let list = owner.get("/people").await.ok();
    let withdraw = paths(&list, "/people/invitations/");
    owner.post(&withdraw[0], &[]).await.goes("/people");
    let past = invited(&owner, &SAM).await;
    let token = past.rsplit('/').next().unwrap().to_owned();
    town.record
        .write(move |tx| {
            let hash = store::session::hash(&token);
            tx.run("UPDATE invitation SET until_ms = 1 WHERE token_hash = $1", &[store::Value::Bytes(hash)])
        })
        .await
        .unwrap();
    let unknown = format!("/join/{}", "0".repeat(64));
    let mut told = Vec::new();
    for link in [used, withdrawn, past, unknown] {
        let phone = town.phone();
        for answer in [phone.get(&link).await, phone.post(&link, &new("second")).await] {
            assert_eq!(answer.status, 404);
            assert!(answer.page.contains("Ask for a new link"), "what to do: {}", answer.page);
            told.push(answer.page);
        }
    }
    told.dedup();
    assert_eq!(told.len(), 1, "nobody can tell one from another");
    let people = town.household(home.id).await.people;
    assert_eq!(people.iter().filter(|one| one.name == "Sam").count(), 1, "one came in");
}

#[tokio::test]
async fn of_two_who_take_the_same_link_at_once_one_gets_in() {
    let town = Town::new();
    let (home, owner) = town.home("Ana", "Noa").await;
    let link = invited(&owner, &SAM).await;
    let (one, other) = (town.phone(), town.phone());
    let (mine, yours) = (new("one"), new("other"));
    let (first, second) = tokio::join!(one.post(&link, &mine), other.post(&link, &yours));
    let mut statuses = [first.status, second.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 404]);
    assert_eq!(town.household(home.id).await.people.len(), 2);
}

#[tokio::test]
async fn a_name_that_is_taken_uses_no_invitation_up() {
    let town = Town::new();
    let (_, owner) = town.home("Ana", "Noa").await;
    let link = invited(&owner, &SAM).await;
    let sam = town.phone();
    let answer = sam.post(&link, &new("ana")).await;
    assert_eq!(answer.status, 422);
    assert!(answer.page.contains("Choose another") && answer.page.contains("id=\"error\""));
    sam.post(&link, &new("sam")).await.ok();
}

#[tokio::test]
async fn somebody_with_an_account_joins_with_it_and_has_both_records() {
    let town = Town::new();
    let (_, owner) = town.home("Ana", "Noa").await;
    let (_, other) = town.home("Eva", "Kim").await;
    let link = invited(&owner, &[("name", "Eva"), ("role", "parent")]).await;
    let wrong = other.post(&link, &[("login", "eva"), ("password", "not the password")]).await;
    assert_eq!(wrong.status, 422);
    other.post(&link, &[("login", "eva"), ("password", PASSWORD)]).await.goes("/");
    assert!(other.get("/household").await.ok().contains("You are Eva: Parent"));
    let both = other.get("/households").await.ok();
    let open = both.split("name=\"household\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    other.post("/households/open", &[("household", open)]).await.goes("/");
    assert!(other.get("/household").await.ok().contains("You are Eva: Owner"));
}

#[tokio::test]
async fn a_member_who_opens_a_link_changes_nothing_and_uses_nothing_up() {
    let town = Town::new();
    let (home, owner) = town.home("Ana", "Noa").await;
    let link = invited(&owner, &SAM).await;
    let answer = owner.post(&link, &[("login", "ana"), ("password", PASSWORD)]).await;
    assert_eq!(answer.status, 422, "{}", answer.page);
    assert_eq!(town.person(&home, "Ana").await.role, Role::Owner);
    assert_eq!(town.phone().get(&link).await.status, 200, "it still works");
}

#[tokio::test]
async fn a_clinician_reads_until_a_date_that_must_be_said() {
    let town = Town::new();
    let (home, owner) = town.home("Ana", "Noa").await;
    for until in ["", "soon", "2020-01-01"] {
        let fields = [("name", "Doc"), ("role", "clinician"), ("until", until)];
        assert_eq!(owner.post("/people/invite", &fields).await.status, 422, "{until}");
    }
    let link = invited(&owner, &[("name", "Doc"), ("role", "clinician"), ("until", "2999-01-01")]).await;
    let doc = town.phone();
    doc.post(&link, &[("new", "1"), ("name", "Doc"), ("login", "doc"), ("password", PASSWORD)]).await.ok();
    let until_ms = town.person(&home, "Doc").await.until_ms.unwrap();
    assert_eq!(until_ms, 32_472_230_400_000, "the end of that day in London");
    let id = town.person(&home, "Doc").await.id;
    let home = home.id;
    town.record
        .write(move |tx| {
            web::record::people::change(tx, home, id, 0, |one| one.until_ms = Some(1)).map(|done| assert!(done.is_ok()))
        })
        .await
        .unwrap();
    doc.get("/household").await.goes("/households");
    assert_eq!(doc.get("/record/pull?since=0").await.status, 401, "over is over");
}
