//! `/passkeys`, `/sign-in/passkey`: made, used, listed, removed, and everything that signs nobody in.

use care::record::role::Role;
use serde_json::{Value, json};
use web::record::Registration;

use crate::key::{Key, base64};
use crate::town::{PASSWORD, Phone, Town, paths};

/// What a browser is asked to make.
async fn asked(phone: &Phone<'_>) -> Value {
    let fields = [("name", "Her phone"), ("old", PASSWORD)];
    let answer = phone.post("/passkeys/begin", &fields).await;
    assert_eq!(answer.status, 200, "{}", answer.page);
    answer.json()
}

/// Somebody adds a passkey.
async fn add(phone: &Phone<'_>, number: u8) -> Key {
    let mut key = Key::new(number);
    let made = key.made(&asked(phone).await);
    phone.post("/passkeys", &[("name", "Her phone"), ("credential", &made)]).await.goes("/passkeys");
    key
}

/// What a browser is asked to sign with.
async fn offered(phone: &Phone<'_>, login: &str) -> Value {
    let answer = phone.post("/sign-in/passkey/begin", &[("login", login)]).await;
    assert_eq!(answer.status, 200, "{}", answer.page);
    answer.json()
}

async fn sign_in(phone: &Phone<'_>, key: &Key, login: &str) -> u16 {
    let signed = key.signed(&offered(phone, login).await);
    phone.post("/sign-in/passkey", &[("credential", &signed)]).await.status
}

/// Adds a passkey and signs in by it, rightly and wrongly: what of it is nobody else's business.
pub async fn made_and_used(phone: &Phone<'_>, other: Phone<'_>) -> Vec<String> {
    let key = add(phone, 1).await;
    assert_eq!(sign_in(&other, &Key { asks: false, ..key.clone() }, "").await, 422);
    assert_eq!(sign_in(&other, &key, "").await, 303);
    vec!["her phone".to_owned(), key.owner.unwrap(), base64(&key.id), other.cookie.borrow().clone().unwrap()]
}

#[tokio::test]
async fn a_passkey_is_made_signs_in_without_a_name_or_after_it_and_is_removed() {
    let town = Town::new();
    let (_, ana) = town.home("Ana", "Noa").await;
    assert!(ana.get("/household").await.ok().contains("/passkeys"));
    let options = asked(&ana).await;
    assert_eq!((&options["rp"]["id"], &options["user"]["name"]), (&json!("milk.example"), &json!("ana")));
    let selection = &options["authenticatorSelection"];
    assert_eq!(selection["residentKey"], "preferred", "found without a name: {options}");
    assert_eq!(selection["userVerification"], "required");
    let key = add(&ana, 1).await;
    assert_eq!(asked(&ana).await["excludeCredentials"][0]["id"], base64(&key.id), "not made twice on one phone");
    let page = ana.get("/passkeys").await.ok();
    assert!(page.contains("Her phone") && page.contains("Not used yet"), "{page}");

    let other = town.phone();
    let options = offered(&other, "").await;
    assert_eq!((&options["allowCredentials"], &options["userVerification"]), (&json!([]), &json!("required")));
    let answer = other.post("/sign-in/passkey", &[("credential", &key.signed(&options))]).await;
    answer.goes("/");
    other.get("/household").await.ok();
    let page = other.get("/passkeys").await.ok();
    assert!(page.contains("Last used") && !page.contains("Not used yet"), "{page}");
    assert_eq!(offered(&town.phone(), " ANA ").await["allowCredentials"][0]["id"], json!(key.id));
    assert_eq!(sign_in(&town.phone(), &key, "ana").await, 303);
    assert_eq!(town.phone().post("/sign-in", &[("login", "ana"), ("password", PASSWORD)]).await.status, 303);

    let remove = paths(&page, "/passkeys/").into_iter().find(|path| path.ends_with("/remove")).unwrap();
    other.post(&remove, &[]).await.goes("/passkeys");
    assert_eq!(other.post(&remove, &[]).await.status, 404);
    assert_eq!(sign_in(&town.phone(), &key, "").await, 422);
    other.get("/household").await.ok();
}

#[tokio::test]
async fn a_key_that_remembers_nobody_signs_in_after_the_name() {
    let town = Town::new();
    let (_, ana) = town.home("Ana", "Noa").await;
    let key = Key { owner: None, ..add(&ana, 1).await };
    assert_eq!(sign_in(&town.phone(), &key, "ana").await, 303);
}

#[tokio::test]
async fn making_one_asks_for_the_password_and_for_an_answer_of_this_browser() {
    let town = Town::new();
    let (_, ana) = town.home("Ana", "Noa").await;
    let wrong = ana.post("/passkeys/begin", &[("name", "Phone"), ("old", "a wrong password")]).await;
    assert_eq!((wrong.status, wrong.json()["error"].as_str()), (422, Some("This is not your password")));
    assert_eq!(ana.post("/passkeys/begin", &[("name", " "), ("old", PASSWORD)]).await.status, 422);
    town.phone().post("/passkeys/begin", &[("name", "Phone"), ("old", PASSWORD)]).await.goes("/sign-in");

    let mut key = Key::new(1);
    let made = key.made(&asked(&ana).await);
    let second = town.phone();
    second.post("/sign-in", &[("login", "ana"), ("password", PASSWORD)]).await.goes("/");
    let add = async |phone: &Phone<'_>, made: &str| phone.post("/passkeys", &[("credential", made)]).await.status;
    assert_eq!(add(&second, &made).await, 422, "another session of hers");
    assert_eq!(add(&ana, "not even JSON").await, 422);
    assert_eq!(add(&ana, &made).await, 422, "the challenge is used up by what did not read");
    for wrong in [
        Key { origin: "https://evil.example".to_owned(), ..Key::new(1) },
        Key { place: "evil.example".to_owned(), ..Key::new(1) },
        Key { asks: false, ..Key::new(1) },
    ] {
        let mut wrong = wrong;
        let made = wrong.made(&asked(&ana).await);
        assert_eq!(add(&ana, &made).await, 422);
    }
    assert_eq!(add(&ana, &key.made(&asked(&ana).await)).await, 303);
    assert_eq!(add(&ana, &key.made(&asked(&ana).await)).await, 422, "it is there already");
}

#[tokio::test]
async fn what_is_not_signed_here_and_now_by_her_signs_nobody_in() {
    let town = Town::registering(Registration::Open);
    let (home, ana) = town.home("Ana", "Noa").await;
    let (_, kim) = town.member(&home, "Kim", Role::Parent).await;
    let key = Key { counter: 7, ..add(&ana, 1).await };
    let other = add(&kim, 2).await;
    for (why, wrong) in [
        ("another origin", Key { origin: "https://evil.example".to_owned(), ..key.clone() }),
        ("another place", Key { place: "evil.example".to_owned(), ..key.clone() }),
        ("nobody was asked", Key { asks: false, ..key.clone() }),
        (
            "the key of somebody else under her id",
            Key { id: key.id.clone(), owner: key.owner.clone(), ..other.clone() },
        ),
    ] {
        assert_eq!(sign_in(&town.phone(), &wrong, "").await, 422, "{why}");
    }
    let strange = Key { owner: other.owner.clone(), ..key.clone() };
    let strange = strange.signed(&offered(&town.phone(), "").await);
    assert_eq!(town.phone().post("/sign-in/passkey", &[("credential", &strange)]).await.status, 422, "no challenge");

    // The right one forgives the slips before it.
    assert_eq!(sign_in(&town.phone(), &Key { counter: 6, ..key.clone() }, "").await, 303);
    let phone = town.phone();
    let signed = key.signed(&offered(&phone, "").await);
    let thief = town.phone();
    offered(&thief, "").await;
    let post =
        async |phone: &Phone<'_>, signed: &str| phone.post("/sign-in/passkey", &[("credential", signed)]).await.status;
    assert_eq!(post(&thief, &signed).await, 422, "the answer of another browser");
    assert_eq!(post(&phone, &signed).await, 303);
    assert_eq!(post(&phone, &signed).await, 422, "an answer works once");
    let copied = Key { counter: 7, ..key.clone() };
    assert_eq!(sign_in(&town.phone(), &copied, "").await, 422, "the counter stood there before");
    assert_eq!(sign_in(&town.phone(), &Key { counter: 8, ..key.clone() }, "").await, 303);

    assert_eq!(sign_in(&town.phone(), &other, "ana").await, 422, "her passkey is not of that name");
    assert_eq!(sign_in(&town.phone(), &Key { owner: key.owner.clone(), ..other.clone() }, "").await, 422);
    assert_eq!(sign_in(&town.phone(), &other, "").await, 303);
    let page = kim.get("/passkeys").await.ok();
    let remove = paths(&page, "/passkeys/").into_iter().find(|path| path.ends_with("/remove")).unwrap();
    assert_eq!(ana.post(&remove, &[]).await.status, 404, "somebody else's");
}

#[tokio::test]
async fn a_name_without_passkeys_is_told_like_one_with_some() {
    let town = Town::new();
    let (home, ana) = town.home("Ana", "Noa").await;
    town.member(&home, "Kim", Role::Parent).await;
    let key = add(&ana, 1).await;
    let known = offered(&town.phone(), "ana").await;
    let names = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    let mut some = 0;
    for login in ["kim", "bob", "eve", "mia", "zoe", "lea"] {
        let told = offered(&town.phone(), login).await;
        assert_eq!(names(&told), names(&known));
        assert_eq!(
            told["allowCredentials"],
            offered(&town.phone(), login).await["allowCredentials"],
            "always the same"
        );
        some += told["allowCredentials"].as_array().unwrap().len();
        assert_eq!(sign_in(&town.phone(), &key, login).await, 422);
        // Her slips are forgiven, or she would wait.
        ana.post("/sign-in", &[("login", "ana"), ("password", PASSWORD)]).await.goes("/");
    }
    assert!(some > 0);
}

#[tokio::test]
async fn who_tries_too_often_waits_as_with_passwords() {
    let town = Town::with(Registration::First, true);
    let (_, ana) = town.home("Ana", "Noa").await;
    let key = add(&ana, 1).await;
    let wrong = Key { asks: false, ..key.clone() };
    for _ in 0..5 {
        assert_eq!(sign_in(&town.phone(), &wrong, "").await, 422);
    }
    let phone = town.phone();
    let signed = key.signed(&offered(&phone, "").await);
    let told = phone.post("/sign-in/passkey", &[("credential", &signed)]).await;
    assert_eq!((told.status, told.page.contains("Try again at")), (422, true), "{}", told.page);
    assert_eq!(town.phone().post("/sign-in/passkey/begin", &[("login", "ana")]).await.status, 422);
    let password = town.phone().post("/sign-in", &[("login", "ana"), ("password", PASSWORD)]).await;
    assert_eq!(password.status, 422, "one door is no way around the other");

    let from = |address: &str| town.phone().with("x-forwarded-for", address);
    for _ in 0..20 {
        assert_eq!(sign_in(&from("6.6.6.6"), &Key::new(9), "").await, 422);
    }
    assert_eq!(from("6.6.6.6").post("/sign-in/passkey/begin", &[]).await.status, 422);
    assert_eq!(from("7.7.7.7").post("/sign-in/passkey/begin", &[]).await.status, 200);
}

#[tokio::test]
async fn recovery_and_a_new_password_leave_passkeys_as_they_are() {
    let town = Town::new();
    let (_, ana) = town.home("Ana", "Noa").await;
    let key = add(&ana, 1).await;
    let page = ana.post("/codes", &[("old", PASSWORD)]).await.ok();
    let code = page.split("<ol class=\"codes\">").nth(1).unwrap().split("<li>").nth(1).unwrap();
    let code = code.split("</li>").next().unwrap();
    let fields = [("login", "ana"), ("code", code), ("password", "another-long-night")];
    town.phone().post("/recover", &fields).await.goes("/household");
    ana.get("/household").await.goes("/sign-in");
    assert_eq!(sign_in(&town.phone(), &key, "").await, 303);
}

#[tokio::test]
async fn nobody_has_more_than_twenty() {
    let town = Town::new();
    let (_, ana) = town.home("Ana", "Noa").await;
    for number in 1..=19 {
        add(&ana, number).await;
    }
    let mut late = Key::new(21);
    let options = asked(&ana).await;
    let made = late.made(&options);
    // Another browser of hers is quicker.
    let second = town.phone();
    second.post("/sign-in", &[("login", "ana"), ("password", PASSWORD)]).await.goes("/");
    add(&second, 20).await;
    assert_eq!(ana.post("/passkeys", &[("credential", &made)]).await.status, 422);
    let told = ana.post("/passkeys/begin", &[("name", "One more"), ("old", PASSWORD)]).await;
    assert_eq!((told.status, told.json()["error"].as_str()), (422, Some("You have 20 passkeys. Remove one first")));
}

#[tokio::test]
async fn where_the_server_has_no_place_there_are_none() {
    let town = Town::nowhere();
    let (_, ana) = town.home("Ana", "Noa").await;
    assert!(!ana.get("/household").await.ok().contains("/passkeys"));
    assert!(!ana.get("/sessions").await.ok().contains("/passkeys"));
    assert!(!town.phone().get("/sign-in").await.ok().contains("passkey"));
    for path in ["/passkeys/begin", "/sign-in/passkey", "/sign-in/passkey/begin"] {
        let status = ana.post(path, &[("name", "Phone"), ("old", PASSWORD)]).await.status;
        assert!([404, 422].contains(&status), "{path}: {status}");
    }
    assert_eq!(ana.get("/passkeys").await.status, 404);
}
