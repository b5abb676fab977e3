//! `POST /painkillers`: without a script, one dose more, and when the next is allowed. Doses come in hidden fields and leave with the page.

use axum::http::StatusCode;
use axum::http::header::{HeaderValue, SET_COOKIE};
use axum::response::Response;

use super::trouble;
use crate::arrival::Arrival;
use crate::fill::painkillers;
use crate::frame::cookie;
use crate::time::now_s;

/// Takes what was typed and shows the page again. Another page may have sent her here with her answers alone.
pub async fn handle(mut arrival: Arrival) -> Response {
    let Some(code) = choose_region(&mut arrival) else { return show(&arrival) };
    let mut page = show(&arrival);
    if let Ok(value) = HeaderValue::from_str(&cookie("region", &code)) {
        page.headers_mut().append(SET_COOKIE, value);
    }
    page
}

/// The page for whoever arrives.
pub fn show(arrival: &Arrival) -> Response {
    match painkillers::page(arrival, now_s()) {
        Ok(page) => super::html(StatusCode::OK, &page),
        Err(painkillers::Unreadable) => trouble::stale(&arrival.site, &arrival.visitor),
    }
}

/// The region that was chosen on the page, if one was: from now on also that of her answers.
fn choose_region(arrival: &mut Arrival) -> Option<String> {
    let code = arrival.field("region").filter(|_| arrival.field("go") == Some("region"))?.to_owned();
    let protocol = &arrival.site.compiled().protocol;
    protocol.region_named(&code)?;
    let item = protocol.context_named("region")?;
    let value = protocol.context[item].value(&code)?;
    if let Some(interview) = &mut arrival.carried.interview {
        interview.answers.know(item, value);
    }
    arrival.visitor.region = Some(code.clone());
    Some(code)
}
