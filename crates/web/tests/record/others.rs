//! Another household's ids are refused exactly as unknown ones, on every route that takes one; and no form of another site changes anything.

use care::record::role::Role;
use store::passkey::Passkey;
use uuid::Uuid;

use crate::town::{PASSWORD, Phone, Town, once, paths};

/// The routes of the router that take an id, as they are written there.
fn routes_with_ids() -> Vec<String> {
    let source = include_str!("../../src/router.rs");
    let people = source.split("fn with_people").nth(1).unwrap();
    let all = people.split(".route(\"").skip(1).map(|one| one.split('"').next().unwrap().to_owned());
    all.filter(|path| path.contains('{') && !path.starts_with("/join/")).collect()
}

/// What came back, without the id that was asked for.
async fn asked(
    phone: &Phone<'_>,
    method: &str,
    path: &str,
    id: &str,
    fields: &[(&str, &str)],
) -> (u16, String, String) {
    let answer = if method == "GET" { phone.get(path).await } else { phone.post(path, fields).await };
    (answer.status, answer.to.replace(id, "ID"), answer.page.replace(id, "ID"))
}

/// A passkey of an account, by its id.
async fn passkey(town: &Town, login: &'static str) -> Uuid {
    let write = move |tx: &dyn store::Tx| {
        let (account, _) = store::account::named(tx, login)?.unwrap();
        let id = Uuid::from_u128(0x0199_0000_0000_7000_8000_0000_0000_0002);
        let (name, document) = ("Phone".to_owned(), "{}".to_owned());
        let passkey = Passkey { id, account, credential: vec![1], name, document, made_ms: 0, used_ms: None };
        store::passkey::add(tx, &passkey).map(|()| id)
    };
    town.record.write(write).await.unwrap()
}

#[tokio::test]
async fn every_route_refuses_another_households_id_exactly_as_an_unknown_one() {
    let town = Town::new();
    let (home, owner) = town.home("Ana", "Noa").await;
    let (_, doc) = town.member(&home, "Doc", Role::Clinician).await;
    let (_, helper) = town.member(&home, "Sam", Role::Helper).await;
    let (other, stranger) = town.home("Eva", "Kim").await;
    let (_, their_doc) = town.member(&other, "Dan", Role::Clinician).await;
    let theirs = town.person(&other, "Eva").await.id;
    once(&stranger.post("/people/invite", &[("name", "Max"), ("role", "helper")]).await.ok());
    once(&stranger.post("/people/invite", &[("name", "Button"), ("role", "device"), ("kind", "nappy")]).await.ok());
    their_doc.post(&format!("/care/{theirs}/unlock"), &[("read", "yes")]).await;
    let lists = stranger.get("/people").await.ok() + &stranger.get("/privacy").await.ok();
    stranger.get("/sessions").await.ok();
    let id_in = |start: &str| paths(&lists, start)[0].trim_start_matches(start).split('/').next().unwrap().to_owned();
    let (household, account) = (other.id, "eva".to_owned());
    let session = town
        .record
        .read(move |tx| {
            let (account, _) = store::account::named(tx, &account)?.unwrap();
            Ok(store::session::of_account(tx, account, 0)?[0].id)
        })
        .await
        .unwrap();
    let set = id_in("/privacy/overrides/");
    let passkey = passkey(&town, "eva").await;
    let ids = [
        ("/people/invitations/{id}/withdraw", id_in("/people/invitations/")),
        ("/people/gadgets/{id}/revoke", id_in("/people/gadgets/")),
        ("/people/{id}", theirs.to_string()),
        ("/people/{id}/remove", theirs.to_string()),
        ("/sessions/{id}/end", session.to_string()),
        ("/babies/{id}", other.baby.to_string()),
        ("/babies/{id}/died", other.baby.to_string()),
        ("/babies/{id}/take-back", other.baby.to_string()),
        ("/privacy/overrides/{id}/withdraw", set.clone()),
        ("/care/{person}", theirs.to_string()),
        ("/care/{person}/unlock", theirs.to_string()),
        ("/care/{person}/raise", theirs.to_string()),
        ("/care/{person}/{id}/withdraw", theirs.to_string()),
        ("/passkeys/{id}/remove", passkey.to_string()),
    ];
    let known: Vec<&str> = ids.iter().map(|(path, _)| *path).collect();
    assert_eq!(known, routes_with_ids(), "each route is asked here");
    let fields = [
        ("name", "X"),
        ("role", "helper"),
        ("read", "1"),
        ("rule", "D01"),
        ("to", "emergency_now"),
        ("born", "2026-11-01"),
    ];
    let before = format!("{:?}", town.household(household).await);
    for (route, id) in &ids {
        let unknown = Uuid::from_u128(0x0199_0000_0000_7000_8000_0000_0000_0001).to_string();
        for phone in [&owner, &doc, &helper] {
            for method in ["GET", "POST"] {
                let path = |id: &str| {
                    route.replace("{person}", id).replace("{id}", if route.contains("{person}") { &set } else { id })
                };
                let one = asked(phone, method, &path(id), id, &fields).await;
                let none = asked(phone, method, &path(&unknown), &unknown, &fields).await;
                assert_eq!(one, none, "{method} {route}");
                assert!([403, 404, 405].contains(&one.0), "{method} {route}: {}", one.0);
            }
        }
    }
    assert_eq!(before, format!("{:?}", town.household(household).await), "and nothing of theirs has changed");
    for (path, id) in [("/households/open", household), ("/household/undelete", household)] {
        let theirs = asked(&owner, "POST", path, &id.to_string(), &[("household", &id.to_string())]).await;
        let unknown = Uuid::nil().to_string();
        assert_eq!(theirs, asked(&owner, "POST", path, &unknown, &[("household", &unknown)]).await, "{path}");
        assert_eq!(theirs.0, 404);
    }
    stranger.get("/household").await.ok();
}

#[tokio::test]
async fn a_form_of_another_site_changes_nothing_on_any_route() {
    let town = Town::new();
    let (home, owner) = town.home("Ana", "Noa").await;
    let owner = owner.with("sec-fetch-site", "cross-site");
    let before = format!("{:?}", town.household(home.id).await);
    let source = include_str!("../../src/router.rs");
    let people = source.split("fn with_people").nth(1).unwrap();
    let posts: Vec<&str> = people.split(".route(\"").skip(1).filter(|one| one.contains("post(")).collect();
    assert!(posts.len() > 25, "{}", posts.len());
    for route in posts {
        let path = route
            .split('"')
            .next()
            .unwrap()
            .replace("{id}", &home.baby.to_string())
            .replace("{person}", "x")
            .replace("{token}", "x");
        let fields = [("name", "Ana"), ("old", PASSWORD), ("password", "another-long-night")];
        assert_eq!(owner.post(&path, &fields).await.status, 403, "{path}");
    }
    assert_eq!(owner.push(&[]).await.status, 403);
    assert_eq!(before, format!("{:?}", town.household(home.id).await));
    owner.get("/household").await.ok();
}

#[tokio::test]
async fn without_a_session_every_page_of_a_household_leads_to_the_sign_in() {
    let town = Town::new();
    let (_, _) = town.home("Ana", "Noa").await;
    let source = include_str!("../../src/router.rs");
    let people = source.split("fn with_people").nth(1).unwrap();
    let front = ["/keep", "/sign-in", "/recover", "/join/{token}", "/sign-in/passkey", "/sign-in/passkey/begin"];
    for path in people.split(".route(\"").skip(1).map(|one| one.split('"').next().unwrap()) {
        let is_built = web::PASSKEYS || !path.contains("passkey");
        if front.contains(&path) || !is_built {
            continue;
        }
        let path = path.replace("{id}", "x").replace("{person}", "x");
        let phone = town.phone();
        let answers = [phone.get(&path).await, phone.post(&path, &[]).await];
        for answer in answers {
            let is_out = answer.status == 405 || (answer.status == 303 && answer.to == "/sign-in");
            assert!(is_out, "{path}: {} {}", answer.status, answer.to);
        }
    }
}
