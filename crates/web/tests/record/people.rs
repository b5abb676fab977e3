//! `/people`, `/people/{id}`, `/people/{id}/remove`, and what each role is shown.

use care::record::role::Role;
use serde_json::json;

use crate::town::{Town, revision};

#[tokio::test]
async fn who_is_removed_is_out_at_once_and_her_name_stays_at_what_she_logged() {
    let town = Town::new();
    let (home, owner) = town.home("Ana", "Noa").await;
    let (sam, phone) = town.member(&home, "Sam", Role::Helper).await;
    let nappy = revision(&json!({ "baby": home.baby }), &json!({ "kind": "nappy", "wet": true }));
    assert_eq!(phone.push(&[nappy]).await.status, 200);
    assert!(owner.get(&format!("/people/{sam}/remove")).await.ok().contains("Remove Sam"));
    owner.post(&format!("/people/{sam}/remove"), &[]).await.goes("/people");
    phone.get("/household").await.goes("/sign-in");
    let push = revision(&json!({ "baby": home.baby }), &json!({ "kind": "nappy", "wet": true }));
    assert_eq!(phone.push(&[push]).await.status, 401);
    let pulled = owner.pull().await;
    assert_eq!(pulled["revisions"][0]["received"]["by"], json!(sam));
    let names: Vec<_> =
        pulled["household"]["people"].as_array().unwrap().iter().map(|one| one["name"].clone()).collect();
    assert!(names.contains(&json!("Sam")), "{names:?}");
    assert!(owner.get("/people").await.ok().contains("No longer here"));
}

#[tokio::test]
async fn the_last_owner_is_neither_removed_nor_leaves_nor_becomes_less() {
    let town = Town::new();
    let (home, owner) = town.home("Ana", "Noa").await;
    let ana = town.person(&home, "Ana").await.id;
    let (eva, other) = town.member(&home, "Eva", Role::Owner).await;
    owner.post(&format!("/people/{eva}"), &[("name", "Eva"), ("role", "parent")]).await.goes("/people");
    for (path, fields) in [
        (format!("/people/{ana}/remove"), vec![]),
        (format!("/people/{ana}"), vec![("name", "Ana"), ("role", "helper")]),
        (format!("/people/{ana}"), vec![("name", "Ana"), ("role", "clinician"), ("until", "2999-01-01")]),
    ] {
        let answer = owner.post(&path, &fields).await;
        assert_eq!(answer.status, 422, "{path}");
        assert!(answer.page.contains("keeps one owner"), "{}", answer.page);
    }
    assert_eq!(town.person(&home, "Ana").await.role, Role::Owner);
    other.post(&format!("/people/{eva}/remove"), &[]).await.goes("/sign-in");
    other.get("/household").await.goes("/sign-in");
}

#[tokio::test]
async fn two_owners_who_remove_each_other_at_once_leave_one() {
    let town = Town::new();
    let (home, ana) = town.home("Ana", "Noa").await;
    let (eva_id, eva) = town.member(&home, "Eva", Role::Owner).await;
    let ana_id = town.person(&home, "Ana").await.id;
    let (one, other) = (format!("/people/{eva_id}/remove"), format!("/people/{ana_id}/remove"));
    let (_, _) = tokio::join!(ana.post(&one, &[]), eva.post(&other, &[]));
    let left = town.household(home.id).await.people.into_iter().filter(|one| !one.removed).count();
    assert_eq!(left, 1);
}

#[tokio::test]
async fn each_role_opens_what_is_hers_and_nothing_else() {
    let town = Town::new();
    let (home, owner) = town.home("Ana", "Noa").await;
    let (_, parent) = town.member(&home, "Pia", Role::Parent).await;
    let (_, helper) = town.member(&home, "Sam", Role::Helper).await;
    let (_, doc) = town.member(&home, "Doc", Role::Clinician).await;
    let everybody = ["/household", "/people", "/sessions", "/password", "/codes", "/households"];
    let parents = ["/babies", "/babies/add", "/babies/before", "/privacy"];
    let owners = ["/settings", "/people/invite", "/household/delete", "/household/export"];
    for (phone, of_parents, of_owners, of_clinicians) in
        [(&owner, 200, 200, 403), (&parent, 200, 403, 403), (&helper, 403, 403, 403), (&doc, 403, 403, 200)]
    {
        for path in everybody {
            assert_eq!(phone.get(path).await.status, 200, "{path}");
        }
        for path in parents {
            assert_eq!(phone.get(path).await.status, of_parents, "{path}");
        }
        for path in owners {
            assert_eq!(phone.get(path).await.status, of_owners, "{path}");
        }
        assert_eq!(phone.get("/care").await.status, of_clinicians);
        let rows = phone.get("/household").await.ok();
        for path in parents[..1].iter().chain(&owners).filter(|path| **path != "/people/invite") {
            let is_offered = rows.contains(&format!("href=\"{path}\""));
            assert_eq!(is_offered, phone.get(path).await.status == 200, "{path} is offered to whom it opens for");
        }
    }
}

#[tokio::test]
async fn what_governs_is_refused_to_all_others_also_when_it_is_sent_without_a_page() {
    let town = Town::new();
    let (home, _) = town.home("Ana", "Noa").await;
    let ana = town.person(&home, "Ana").await.id;
    for role in [Role::Parent, Role::Helper, Role::Clinician] {
        let (_, phone) = town.member(&home, role.name(), role).await;
        for (path, fields) in [
            ("/people/invite".to_owned(), vec![("name", "Eve"), ("role", "owner")]),
            (format!("/people/{ana}"), vec![("name", "Ana"), ("role", "helper")]),
            (format!("/people/{ana}/remove"), vec![]),
            ("/settings".to_owned(), vec![("zone", "UTC"), ("region", "US")]),
            ("/household/delete".to_owned(), vec![("name", role.name())]),
        ] {
            assert_eq!(phone.post(&path, &fields).await.status, 403, "{role:?} {path}");
        }
    }
    let household = town.household(home.id).await;
    assert_eq!((household.people.len(), household.settings.region.as_str()), (4, "UK"));
    assert!(household.person(ana).is_some_and(|one| one.role == Role::Owner && !one.removed));
}

#[tokio::test]
async fn a_helper_adds_nothing_to_what_others_began() {
    let town = Town::new();
    let (home, owner) = town.home("Ana", "Noa").await;
    let (_, helper) = town.member(&home, "Sam", Role::Helper).await;
    let subject = json!({ "baby": home.baby });
    let hers = revision(&subject, &json!({ "kind": "nappy", "wet": true }));
    owner.push(std::slice::from_ref(&hers)).await;
    let mut change = revision(&subject, &json!({ "kind": "nappy", "dirty": true }));
    change["entry"] = hers["entry"].clone();
    change["bases"] = json!([hers["id"]]);
    let answer = helper.push(&[change]).await.json();
    assert_eq!(answer["refused"][0]["why"], "role", "{answer}");
    let own = revision(&subject, &json!({ "kind": "nappy", "wet": true }));
    let mut more = revision(&subject, &json!({ "kind": "nappy", "dirty": true }));
    more["entry"] = own["entry"].clone();
    more["bases"] = json!([own["id"]]);
    helper.push(&[own]).await;
    let answer = helper.push(&[more.clone()]).await.json();
    assert_eq!(answer["taken"], json!([more["id"]]), "what she began is hers to finish: {answer}");
}
