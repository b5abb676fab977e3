//! `GET` and `POST /password`, `GET` and `POST /codes`: a new password, new recovery codes. Both ask for the old password.

use axum::Form as Sent;
use axum::response::Response;
use store::{Fault, Tx, account, session};

use super::account::{codes, password_field, wrong_password};
use super::front::{Desk, Front, to};
use super::sign_in::{slipped, waits};
use crate::record::fields::Fields;
use crate::view::guide::Way;
use crate::view::parts::{Form, Part, Parts};

/// The form of a new password.
pub async fn show(desk: Desk) -> Response {
    Front::draw(&page(&desk))
}

/// Changes it, and ends all other sessions: they were opened with the old one.
pub async fn handle(desk: Desk, Sent(fields): Sent<Vec<(String, String)>>) -> Response {
    let fields = Fields(fields);
    if let Err(wrong) = wrong_password(fields.exact("password")) {
        return desk.front.draw_wrong(page(&desk), wrong);
    }
    match is_hers(&desk, &fields).await {
        Ok(None) => {}
        Ok(Some(wrong)) => return desk.front.draw_wrong(page(&desk), &wrong),
        Err(fault) => return desk.front.failed(&fault),
    }
    match change(&desk, &fields).await {
        Ok(()) => to("/household"),
        Err(fault) => desk.front.failed(&fault),
    }
}

/// The form of new codes.
pub async fn show_codes(desk: Desk) -> Response {
    Front::draw(&ask(&desk))
}

/// New codes, shown once; the old ones are worth nothing from now on.
pub async fn renew_codes(desk: Desk, Sent(fields): Sent<Vec<(String, String)>>) -> Response {
    match is_hers(&desk, &Fields(fields)).await {
        Ok(None) => {}
        Ok(Some(wrong)) => return desk.front.draw_wrong(ask(&desk), &wrong),
        Err(fault) => return desk.front.failed(&fault),
    }
    let account = desk.member.session.account;
    let (codes, hashes) = match codes() {
        Ok(made) => made,
        Err(fault) => return desk.front.failed(&fault),
    };
    if let Err(fault) = desk.front.record.write(move |tx| account::set_recovery(tx, account, &hashes)).await {
        return desk.front.failed(&fault);
    }
    let words = desk.front.words();
    let done = Way { path: "/household".to_owned(), text: words.say("people-codes-done"), ..Way::default() };
    let parts = vec![Part::Codes(codes), Part::Go(done)];
    let page = desk.page("people-codes", "/household", ("/household", "people-household"), parts);
    Front::draw(&Parts { says: vec![words.say("people-codes-help")], ..page })
}

async fn change(desk: &Desk, fields: &Fields) -> Result<(), Fault> {
    let hash = desk.front.record.hasher().hash(fields.exact("password").to_owned()).await?;
    let (id, this) = (desk.member.session.account, desk.member.session.id);
    let write = move |tx: &dyn Tx| {
        account::set_password(tx, id, &hash)?;
        session::end_all(tx, id, Some(this)).map(drop)
    };
    desk.front.record.write(write).await
}

/// What is wrong with the old password; nothing: it is hers.
pub(super) async fn is_hers(desk: &Desk, fields: &Fields) -> Result<Option<String>, Fault> {
    let account = desk.member.session.account;
    let read = move |tx: &dyn Tx| {
        let Some(login) = account::login(tx, account)? else { return Ok(None) };
        Ok(account::named(tx, &login)?.map(|(_, hash)| (login, hash)))
    };
    let (login, hash) = desk.front.record.read(read).await?.unzip();
    let login = login.unwrap_or_default();
    if let Some(wait) = waits(&desk.front, &login) {
        return Ok(Some(wait));
    }
    if desk.front.record.hasher().check(fields.exact("old").to_owned(), hash).await? {
        desk.front.record.throttle().right(&login);
        return Ok(None);
    }
    slipped(&desk.front, &login, true);
    Ok(Some("people-fault-old-password".to_owned()))
}

fn page(desk: &Desk) -> Parts {
    let words = desk.front.words();
    let form = Form {
        title: String::new(),
        help: String::new(),
        path: "/password".to_owned(),
        fields: vec![
            password_field("old", "people-password-old", "current-password", &words),
            password_field("password", "people-password-new", "new-password", &words),
        ],
        button: words.say("people-save"),
        main: true,
    };
    let up = ("/household", "people-household");
    let page = desk.page("people-password-change", "/password", up, vec![Part::Form(form)]);
    Parts { says: vec![words.say("people-password-change-help")], ..page }
}

fn ask(desk: &Desk) -> Parts {
    let words = desk.front.words();
    let form = Form {
        title: String::new(),
        help: String::new(),
        path: "/codes".to_owned(),
        fields: vec![password_field("old", "people-password-again", "current-password", &words)],
        button: words.say("people-codes-new"),
        main: true,
    };
    let page = desk.page("people-codes-new", "/codes", ("/household", "people-household"), vec![Part::Form(form)]);
    Parts { says: vec![words.say("people-codes-new-help")], ..page }
}
