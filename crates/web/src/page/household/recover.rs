//! `GET` and `POST /recover`: back in with a code that was written down. It is used up, and every other browser is signed out.

use axum::Form as Sent;
use axum::response::Response;
use store::{Fault, Tx, account, session};

use super::account::{code_hash, login_field, password_field, wrong_password};
use super::front::Front;
use super::sign_in::{slipped, waits};
use crate::record::fields::Fields;
use crate::record::people;
use crate::view::parts::{Field, Form, Line, Part, Parts};

/// The form.
pub async fn show(front: Front) -> Response {
    Front::draw(&page(&front, &Fields::default()))
}

/// Lets her in, or says what is wrong. An unknown name and a wrong code are told alike.
pub async fn handle(front: Front, Sent(fields): Sent<Vec<(String, String)>>) -> Response {
    let fields = Fields(fields);
    let login = super::login(fields.text("login"));
    if let Some(wait) = waits(&front, &login) {
        return front.draw_wrong(page(&front, &fields), &wait);
    }
    if let Err(wrong) = wrong_password(fields.exact("password")) {
        return front.draw_wrong(page(&front, &fields), wrong);
    }
    match back_in(&front, login.clone(), &fields).await {
        Ok(Back::In(token)) => {
            front.record.throttle().right(&login);
            super::go_on(&front.headers, &token, "/household")
        }
        Ok(Back::Wrong { is_known }) => {
            slipped(&front, &login, is_known);
            front.draw_wrong(page(&front, &fields), "people-fault-recover")
        }
        Err(fault) => front.failed(&fault),
    }
}

enum Back {
    In(String),
    Wrong { is_known: bool },
}

/// One transaction: of two who come with the same code one gets in.
async fn back_in(front: &Front, login: String, fields: &Fields) -> Result<Back, Fault> {
    // Hashed in any case, so that an unknown name takes as long.
    let hash = front.record.hasher().hash(fields.exact("password").to_owned()).await?;
    let Some((id, _)) = front.record.read(move |tx| account::named(tx, &login)).await? else {
        return Ok(Back::Wrong { is_known: false });
    };
    let (code, now_ms) = (code_hash(fields.text("code")), front.now_ms);
    let (token, begun) = super::session(&front.headers, id, None, now_ms)?;
    let kept = token.clone();
    let write = move |tx: &dyn Tx| {
        if !account::use_recovery(tx, id, &code, now_ms)? {
            return Ok(false);
        }
        account::set_password(tx, id, &hash)?;
        session::end_all(tx, id, None)?;
        let within = people::homes(tx, id, now_ms)?.first().map(|(home, person)| (home.id, person.id));
        session::add(tx, &kept, &session::Session { within, ..begun.clone() })?;
        Ok(true)
    };
    let is_in = front.record.write(write).await?;
    Ok(if is_in { Back::In(token) } else { Back::Wrong { is_known: true } })
}

fn page(front: &Front, fields: &Fields) -> Parts {
    let words = front.words();
    let code = Line {
        name: "code",
        label: words.say("people-code"),
        help: words.say("people-code-help"),
        kind: "text",
        fills: "off",
        must: true,
        ..Line::default()
    };
    let form = Form {
        title: String::new(),
        help: String::new(),
        path: "/recover".to_owned(),
        fields: vec![
            login_field("people-login-known", fields.text("login"), &words),
            Field::Line(code),
            password_field("password", "people-password-new", "new-password", &words),
        ],
        button: words.say("people-recover-go"),
        main: true,
    };
    let page = front.page(&words.say("people-recover"), "/recover", vec![Part::Form(form)]);
    Parts { says: vec![words.say("people-recover-help")], ..page }
}
