//! Nothing that is secret, and nobody's name, comes into the log: everything is asked while all of it is listened to.

use std::io;
use std::sync::{Arc, Mutex};

use care::record::role::Role;
use serde_json::json;
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

use crate::town::{PASSWORD, Town, once, paths, revision};

#[derive(Clone, Default)]
struct Heard(Arc<Mutex<Vec<u8>>>);

impl io::Write for Heard {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'w> MakeWriter<'w> for Heard {
    type Writer = Self;

    fn make_writer(&'w self) -> Self {
        self.clone()
    }
}

#[tokio::test]
async fn no_password_token_code_or_name_is_in_the_log_whatever_is_asked() {
    let heard = Heard::default();
    // What speaks WebAuthn names credentials to developers below `warn`, which the server never logs; of all else everything is heard.
    let library = ["webauthn_rs", "webauthn_rs_core"].map(|name| (name, LevelFilter::WARN));
    let levels = Targets::new().with_default(LevelFilter::TRACE).with_targets(library);
    tracing_subscriber::registry()
        .with(tracing_subscriber::fmt::layer().with_writer(heard.clone()))
        .with(levels)
        .init();
    let town = Town::new();
    let (home, owner) = town.home("Annabellina", "Noahlexa").await;
    let (_, doc) = town.member(&home, "Doctorina", Role::Clinician).await;
    let ana = town.person(&home, "Annabellina").await.id;
    let mut secrets =
        vec![PASSWORD.to_owned(), "wrong-password-of-hers".to_owned(), owner.cookie.borrow().clone().unwrap()];
    for name in ["annabellina", "noahlexa", "doctorina", "samantha"] {
        secrets.push(name.to_owned());
    }
    let codes = owner.post("/codes", &[("old", PASSWORD)]).await.ok();
    let list = codes.split("<ol class=\"codes\">").nth(1).unwrap();
    secrets.push(list.split("<li>").nth(1).unwrap().split('<').next().unwrap().to_owned());
    let link = once(&owner.post("/people/invite", &[("name", "Samantha"), ("role", "helper")]).await.ok());
    secrets.push(link.rsplit('/').next().unwrap().to_owned());
    let token =
        once(&owner.post("/people/invite", &[("name", "Button"), ("role", "device"), ("kind", "nappy")]).await.ok());
    secrets.push(token.clone());
    let mood = revision(&json!({ "parent": ana }), &json!({ "kind": "mood", "note": "a-very-private-note" }));
    secrets.push("a-very-private-note".to_owned());
    owner.push(&[mood]).await;
    town.phone().bearing(&token).push(&[json!({ "id": "x", "note": "a-very-private-note" })]).await;
    let new = [("new", "1"), ("name", "Samantha"), ("login", "samantha"), ("password", PASSWORD)];
    let sam = town.phone();
    sam.post(link.strip_prefix("http://milk.example").unwrap(), &new).await.ok();
    secrets.push(sam.cookie.borrow().clone().unwrap());
    for fields in [
        [("login", "annabellina"), ("password", "wrong-password-of-hers")],
        [("login", "annabellina"), ("password", PASSWORD)],
    ] {
        town.phone().post("/sign-in", &fields).await;
    }
    let recover = [("login", "annabellina"), ("code", "aaaa-bbbb-cccc"), ("password", PASSWORD)];
    town.phone().post("/recover", &recover).await;
    #[cfg(feature = "passkeys")]
    secrets.extend(crate::passkeys::made_and_used(&owner, town.phone()).await);
    let source = include_str!("../../src/router.rs");
    for path in paths(source, "/") {
        let path =
            path.replace("{id}", &home.baby.to_string()).replace("{person}", &ana.to_string()).replace("{token}", "x");
        for phone in [&owner, &doc, &sam] {
            if ["/sign-out", "/sessions/end-others", "/household/delete"].contains(&path.as_str()) {
                continue;
            }
            phone.get(&path).await;
            phone.post(&path, &[("name", "Annabellina"), ("old", PASSWORD), ("password", PASSWORD)]).await;
        }
    }
    // The log is heard at all, also when the store fails.
    tracing::warn!("the end of the night");
    let log = String::from_utf8_lossy(&heard.0.lock().unwrap()).to_lowercase();
    assert!(log.contains("the end of the night"));
    for secret in secrets {
        assert!(!log.contains(&secret.to_lowercase()), "{secret} is in the log");
    }
}

#[test]
fn a_form_is_printed_for_developers_without_what_was_typed() {
    let fields = web::record::fields::Fields(vec![("password".to_owned(), PASSWORD.to_owned())]);
    assert_eq!(format!("{fields:?}"), "[\"password\"]");
}
