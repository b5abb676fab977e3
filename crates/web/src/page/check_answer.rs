//! `POST /check`: one answer, then the next screen. Answers come in hidden fields and leave with the page; nothing is stored or logged.

use axum::Form;
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, HeaderValue};
use axum::response::Response;
use protocol::interview::Interview;

use super::trouble;
use crate::fill::{self, result, screen};
use crate::for_her::Hers;
use crate::form::Posted;
use crate::frame::{Visitor, cookie};
use crate::site::Site;

/// Takes the answer and shows what follows.
pub async fn handle(Hers(site): Hers, headers: HeaderMap, Form(fields): Form<Vec<(String, String)>>) -> Response {
    let visitor = Visitor::of(&headers, &site);
    let posted = Posted(&fields);
    let Ok(mut interview) = posted.interview(&site) else { return trouble::stale(&site, &visitor) };
    match posted.field("go") {
        Some("back") => {
            posted.keep_ticks(&site, &mut interview);
            return match interview.before(site.compiled(), posted.stop(&site)) {
                Some(stop) => screen::show(&site, &visitor, &interview, stop, None),
                None => fill::next(&site, &visitor, &interview),
            };
        }
        Some("again") => return again(&site, &visitor, &fields),
        Some("on") => return fill::next(&site, &visitor, &interview),
        Some("region") => return choose_region(&site, &visitor, &mut interview, &posted),
        _ => {}
    }
    let Some(stop) = posted.stop(&site) else { return trouble::stale(&site, &visitor) };
    interview.began_s.get_or_insert_with(crate::time::now_s);
    match posted.reply(&site, &mut interview, stop) {
        Ok(()) if interview.interrupts(site.compiled()) => {
            interview.note_shown(site.compiled());
            result::show(&site, &visitor, &interview)
        }
        Ok(()) => {
            interview.note_shown(site.compiled());
            fill::next(&site, &visitor, &interview)
        }
        Err(refused) => screen::show(&site, &visitor, &interview, stop, Some((&refused, &fields))),
    }
}

/// The page as it was: after a change of colours in mid-check, or a look at the numbers.
pub fn again(site: &Site, visitor: &Visitor, fields: &[(String, String)]) -> Response {
    let posted = Posted(fields);
    match posted.interview(site) {
        Err(_) => trouble::stale(site, visitor),
        Ok(interview) => match posted.stop(site) {
            Some(stop) => screen::show(site, visitor, &interview, stop, None),
            None => result::show(site, visitor, &interview),
        },
    }
}

fn choose_region(site: &Site, visitor: &Visitor, interview: &mut Interview, posted: &Posted) -> Response {
    let protocol = &site.compiled().protocol;
    let code = posted.field("region").unwrap_or_default();
    let known =
        protocol.context_named("region").and_then(|item| protocol.context[item].value(code).map(|value| (item, value)));
    let Some((item, value)) = known else { return result::show(site, visitor, interview) };
    interview.answers.know(item, value);
    let mut page = result::show(site, visitor, interview);
    if let Ok(value) = HeaderValue::from_str(&cookie("region", code)) {
        page.headers_mut().append(SET_COOKIE, value);
    }
    page
}
