//! `POST /sign-in/passkey/begin`, `POST /sign-in/passkey`: signing in by a passkey, with a name or without one. It makes the same session.

use axum::http::header::SET_COOKIE;
use axum::response::{IntoResponse, Response};
use axum::{Form as Sent, Json};
use serde_json::Value;
use store::{Fault, Tx, account, passkey};

use super::front::Front;
use super::passkeys::refuse;
use super::sign_in::{Entered, finish, slipped, waits};
use crate::record::fields::Fields;
use crate::record::passkeys::{LIFE_MS, Passkeys, Whose};
use crate::record::{cookie, random};

/// Asks the browser to sign with a passkey. A name without one is answered like a name with one.
pub async fn begin(front: Front, Sent(fields): Sent<Vec<(String, String)>>) -> Response {
    let Some(passkeys) = front.record.passkeys() else { return front.unknown() };
    let login = super::login(Fields(fields).text("login"));
    if let Some(wait) = waits(&front, &login) {
        return refuse(&front, &wait);
    }
    match asked(&front, passkeys, login).await {
        Ok((token, options)) => {
            let bound = [(SET_COOKIE, cookie::set_challenge(&token, LIFE_MS, &front.headers))];
            (bound, Json(options)).into_response()
        }
        Err(fault) => front.failed(&fault),
    }
}

/// Signs in, or says that this passkey does not.
pub async fn handle(front: Front, Sent(fields): Sent<Vec<(String, String)>>) -> Response {
    let Some(passkeys) = front.record.passkeys() else { return front.unknown() };
    let entered = known(&front, passkeys, Fields(fields).text("credential")).await;
    finish(&front, entered, "").await
}

async fn asked(front: &Front, passkeys: &Passkeys, login: String) -> Result<(String, Value), Fault> {
    let whose = if login.is_empty() { None } else { Some(whose(front, login).await?) };
    let token = random::token()?;
    let options = passkeys.begin_using(token.clone(), whose, front.now_ms)?;
    Ok((token, options))
}

/// The passkeys of a name.
async fn whose(front: &Front, login: String) -> Result<Whose, Fault> {
    let read = move |tx: &dyn Tx| {
        let Some((id, _)) = account::named(tx, &login)? else { return Ok(Whose::Nobody(login)) };
        let known: Vec<_> = passkey::of_account(tx, id)?.into_iter().map(|one| one.credential).collect();
        Ok(if known.is_empty() { Whose::Nobody(login) } else { Whose::Of(id, known) })
    };
    front.record.read(read).await
}

/// Whose passkey has signed. A wrong one counts like a wrong password, an unknown one for its address.
async fn known(front: &Front, passkeys: &Passkeys, answer: &str) -> Result<Entered, Fault> {
    let wrong = || Ok(Entered::Wrong(front.words().say("people-fault-passkey")));
    let browser = cookie::named(&front.headers, cookie::CHALLENGE).unwrap_or_default();
    let Some((answered, credential)) = passkeys.end_using(&browser, answer, front.now_ms) else { return wrong() };
    let Some((found, login)) = front.record.read(move |tx| passkey::of_credential(tx, &credential)).await? else {
        if let Some(from) = &front.address {
            front.record.addresses().wrong(from, front.now_ms);
        }
        return wrong();
    };
    if let Some(wait) = waits(front, &login) {
        return Ok(Entered::Wrong(wait));
    }
    let Some(document) = passkeys.check(answered, found.account, &found.document) else {
        slipped(front, &login, true);
        return wrong();
    };
    let now_ms = front.now_ms;
    let used = move |tx: &dyn Tx| passkey::used(tx, found.account, found.id, &document, now_ms);
    if !front.record.write(used).await? {
        return wrong();
    }
    front.record.throttle().right(&login);
    Ok(Entered::As(found.account))
}
