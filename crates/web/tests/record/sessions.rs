//! `/sign-in`, `/sessions`, `/recover`, `/password`, `/codes`, and who has to wait.

use web::record::Registration;

use crate::town::{PASSWORD, Phone, Town, paths};

const NEW: &str = "another-long-night";

async fn signed_in<'t>(town: &'t Town, login: &str, password: &str) -> (Phone<'t>, u16) {
    let phone = town.phone();
    let status = phone.post("/sign-in", &[("login", login), ("password", password)]).await.status;
    (phone, status)
}

/// The codes of a page.
fn codes(page: &str) -> Vec<String> {
    let list = page.split("<ol class=\"codes\">").nth(1).unwrap().split("</ol>").next().unwrap();
    list.split("<li>").skip(1).map(|one| one.split("</li>").next().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn one_browser_is_ended_or_all_others_are() {
    let town = Town::new();
    let (_, first) = town.home("Ana", "Noa").await;
    let (second, _) = signed_in(&town, "ana", PASSWORD).await;
    let (third, _) = signed_in(&town, "ana", PASSWORD).await;
    let list = first.get("/sessions").await.ok();
    let ends = paths(&list, "/sessions/");
    assert_eq!(ends.iter().filter(|path| path.ends_with("/end")).count(), 2, "this one is not ended from here");
    second.get("/household").await.ok();
    first.post("/sessions/end-others", &[]).await.goes("/sessions");
    second.get("/household").await.goes("/sign-in");
    third.get("/household").await.goes("/sign-in");
    first.get("/household").await.ok();
    let (fourth, _) = signed_in(&town, "ana", PASSWORD).await;
    let list = first.get("/sessions").await.ok();
    let end = paths(&list, "/sessions/").into_iter().find(|path| path.ends_with("/end")).unwrap();
    first.post(&end, &[]).await.goes("/sessions");
    fourth.get("/household").await.goes("/sign-in");
    assert_eq!(first.post(&end, &[]).await.status, 404, "it is over");
}

#[tokio::test]
async fn a_code_lets_in_once_sets_the_password_and_ends_all_other_sessions() {
    let town = Town::new();
    let (_, phone) = town.home("Ana", "Noa").await;
    assert_eq!(phone.post("/codes", &[("old", "a wrong password")]).await.status, 422);
    let codes = codes(&phone.post("/codes", &[("old", PASSWORD)]).await.ok());
    assert_eq!(codes.len(), 8);
    let back = town.phone();
    let typed = codes[0].to_uppercase().replace('-', " ");
    back.post("/recover", &[("login", " ANA "), ("code", &typed), ("password", NEW)]).await.goes("/household");
    back.get("/household").await.ok();
    phone.get("/household").await.goes("/sign-in");
    assert_eq!(signed_in(&town, "ana", PASSWORD).await.1, 422, "the old password is over");
    assert_eq!(signed_in(&town, "ana", NEW).await.1, 303);
    let again = town.phone().post("/recover", &[("login", "ana"), ("code", &codes[0]), ("password", NEW)]).await;
    assert_eq!(again.status, 422, "a code works once");
    town.phone().post("/recover", &[("login", "ana"), ("code", &codes[1]), ("password", NEW)]).await.goes("/household");
}

#[tokio::test]
async fn new_codes_end_the_old_ones() {
    let town = Town::new();
    let (_, phone) = town.home("Ana", "Noa").await;
    let old = codes(&phone.post("/codes", &[("old", PASSWORD)]).await.ok());
    let new = codes(&phone.post("/codes", &[("old", PASSWORD)]).await.ok());
    let (old, new) = (old[0].clone(), new[0].clone());
    assert_eq!(town.phone().post("/recover", &[("login", "ana"), ("code", &old), ("password", NEW)]).await.status, 422);
    town.phone().post("/recover", &[("login", "ana"), ("code", &new), ("password", NEW)]).await.goes("/household");
}

#[tokio::test]
async fn an_unknown_name_and_a_wrong_code_are_told_alike() {
    let town = Town::new();
    let (_, _) = town.home("Ana", "Noa").await;
    let mut told = Vec::new();
    for login in ["ana", "bob"] {
        let fields = [("login", login), ("code", "aaaa-bbbb-cccc"), ("password", NEW)];
        let answer = town.phone().post("/recover", &fields).await;
        assert_eq!(answer.status, 422);
        told.push(answer.page.replace(login, "NAME"));
    }
    assert_eq!(told[0], told[1]);
}

#[tokio::test]
async fn codes_are_not_guessed() {
    let town = Town::new();
    let (_, phone) = town.home("Ana", "Noa").await;
    let codes = codes(&phone.post("/codes", &[("old", PASSWORD)]).await.ok());
    for _ in 0..5 {
        let fields = [("login", "ana"), ("code", "aaaa-bbbb-cccc"), ("password", NEW)];
        town.phone().post("/recover", &fields).await;
    }
    let right = town.phone().post("/recover", &[("login", "ana"), ("code", &codes[0]), ("password", NEW)]).await;
    assert_eq!(right.status, 422, "even the right one waits now");
    assert!(right.page.contains("Try again at"), "{}", right.page);
    assert_eq!(signed_in(&town, "ana", PASSWORD).await.1, 422, "and so does the password of that name");
}

#[tokio::test]
async fn a_new_password_asks_the_old_one_and_ends_the_other_browsers() {
    let town = Town::new();
    let (_, phone) = town.home("Ana", "Noa").await;
    let (other, _) = signed_in(&town, "ana", PASSWORD).await;
    assert_eq!(phone.post("/password", &[("old", "a wrong password"), ("password", NEW)]).await.status, 422);
    assert_eq!(phone.post("/password", &[("old", PASSWORD), ("password", "short")]).await.status, 422);
    other.get("/household").await.ok();
    phone.post("/password", &[("old", PASSWORD), ("password", NEW)]).await.goes("/household");
    other.get("/household").await.goes("/sign-in");
    phone.get("/household").await.ok();
    assert_eq!(signed_in(&town, "ana", NEW).await.1, 303);
}

/// Twenty names that nobody has, from one address.
async fn guess_names(town: &Town, from: &str) {
    for at in 0..20 {
        let phone = town.phone().with("x-forwarded-for", &format!("1.2.3.4, {from}"));
        phone.post("/sign-in", &[("login", &format!("name{at}")), ("password", "x")]).await;
    }
}

#[tokio::test]
async fn many_unknown_names_make_their_address_wait_and_no_other() {
    let town = Town::with(Registration::First, true);
    let (_, _) = town.home("Ana", "Noa").await;
    guess_names(&town, "6.6.6.6").await;
    let fields = [("login", "ana"), ("password", PASSWORD)];
    let same = town.phone().with("x-forwarded-for", "9.9.9.9, 6.6.6.6").post("/sign-in", &fields).await;
    assert_eq!(same.status, 422, "what stands before it was written by whoever asks");
    town.phone().with("x-forwarded-for", "7.7.7.7").post("/sign-in", &fields).await.goes("/");
}

#[tokio::test]
async fn behind_a_proxy_that_is_not_trusted_nobody_locks_out_the_family() {
    let town = Town::new();
    let (_, _) = town.home("Ana", "Noa").await;
    guess_names(&town, "6.6.6.6").await;
    let phone = town.phone().with("x-forwarded-for", "6.6.6.6");
    phone.post("/sign-in", &[("login", "ana"), ("password", PASSWORD)]).await.goes("/");
}
