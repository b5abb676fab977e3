//! `GET` and `POST /session/{id}`: a session's door, its acts, its end.

use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use care::relief::{Done, Pass};

use super::trouble;
use crate::arrival::Arrival;
use crate::carry::{Side, score};
use crate::fill::session::{Ended, Page};
use crate::site::Site;
use crate::time::now_s;

/// Takes one reply and shows what follows. Without a reply: what the session is.
pub async fn handle(
    Path(id): Path<String>,
    State(site): State<Site>,
    headers: HeaderMap,
    mut arrival: Arrival,
) -> Response {
    let Some(session) = site.guide().session(&id) else {
        return trouble::unknown_page(State(site.clone()), headers).await;
    };
    let now_s = now_s();
    let reply = Reply::of(&arrival);
    let mut error = "";
    match reply {
        Reply::Start(side) => arrival.carried.side = side,
        Reply::List(none_of_these) => error = list(&mut arrival, none_of_these, now_s),
        Reply::Age(old) => arrival.carried.pass = Some(Pass { old_enough: Some(old), ..pass(&arrival, now_s) }),
        Reply::Choose => arrival.carried.chosen = arrival.field("mark").map(str::to_owned),
        Reply::Before(None) => error = "score-missing",
        // Too lately: as if it had ended this moment, so that the rest that it needs lies ahead.
        Reply::Before(before) if arrival.field("lately").is_some() => {
            arrival.carried.before = before;
            arrival.carried.done.push(Done { code: session.code.clone(), at_s: now_s });
        }
        Reply::Before(before) => arrival.carried.before = before,
        Reply::After(None) => error = "score-missing",
        Reply::After(Some(_)) | Reply::End | Reply::Stop | Reply::None => {}
    }
    if matches!(reply, Reply::After(_) | Reply::End | Reply::Stop) && arrival.field("ended").is_none() {
        arrival.carried.done.push(Done { code: session.code.clone(), at_s: now_s });
    }
    let error = if error.is_empty() { String::new() } else { site.words().say(error) };
    // Hers, where something is set for her.
    let page = Page::new(&arrival.site, &arrival.visitor, session, &arrival.carried, now_s);
    match reply {
        // Other colours in the middle of a session: it goes on where it was.
        Reply::None if arrival.carried.before.is_some() => page.at_door(""),
        Reply::None => page.first(),
        Reply::Stop => page.after(true, &error),
        Reply::End if session.score => page.after(false, &error),
        Reply::After(None) if session.score => page.after(arrival.field("stopped").is_some(), &error),
        Reply::End | Reply::After(_) => {
            let after = if let Reply::After(after) = reply { after } else { None };
            page.end(Ended { after, stopped: arrival.field("stopped").is_some() })
        }
        _ => page.at_door(&error),
    }
}

/// What a form says.
#[derive(Debug, Clone, Copy)]
enum Reply {
    /// Nothing: she came by a link.
    None,
    /// Start, on this side.
    Start(Option<Side>),
    /// None of these, or not; none: neither.
    List(Option<bool>),
    /// Sixteen or older.
    Age(bool),
    /// The text was read and chosen.
    Choose,
    /// Pain before.
    Before(Option<u8>),
    /// She stopped.
    Stop,
    /// The acts are over.
    End,
    /// Pain after.
    After(Option<u8>),
}

impl Reply {
    fn of(arrival: &Arrival) -> Self {
        let typed = || arrival.field("score").and_then(score);
        match arrival.field("go") {
            Some("start") => Self::Start(arrival.field("start_side").and_then(Side::named)),
            Some("left") => Self::Start(Some(Side::Left)),
            Some("right") => Self::Start(Some(Side::Right)),
            Some("none") if arrival.field("tick").is_some() => Self::List(None),
            Some("none") => Self::List(Some(true)),
            Some("ticked") if arrival.field("tick").is_none() => Self::List(None),
            Some("ticked" | "not_sure") => Self::List(Some(false)),
            Some("old") => Self::Age(true),
            Some("young") => Self::Age(false),
            Some("choose") => Self::Choose,
            Some("before") => Self::Before(typed()),
            Some("after") => Self::After(typed()),
            Some("stop") => Self::Stop,
            Some("end") => Self::End,
            _ => Self::None,
        }
    }
}

/// What was said at this door so far; what is said now is said now.
fn pass(arrival: &Arrival, now_s: i64) -> Pass {
    Pass { at_s: now_s, ..arrival.carried.pass.unwrap_or_default() }
}

/// Takes the reply to the list; returns the message of what is wrong with it.
fn list(arrival: &mut Arrival, none_of_these: Option<bool>, now_s: i64) -> &'static str {
    if none_of_these.is_none() {
        return if arrival.field("go") == Some("none") { "refused-both" } else { "refused-nothing" };
    }
    arrival.carried.pass = Some(Pass { none_of_these, ..pass(arrival, now_s) });
    ""
}
