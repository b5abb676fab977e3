//! `POST /theme`

use axum::Form;
use axum::http::header::{LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};

use super::check_answer;
use crate::for_her::Hers;
use crate::frame::{Visitor, cookie, own_path};
use crate::view::Theme;

/// Keeps the colours on this device. In a check the page comes back as it was, with every answer.
pub async fn handle(Hers(site): Hers, headers: HeaderMap, Form(fields): Form<Vec<(String, String)>>) -> Response {
    let field = |name: &str| fields.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str());
    let Some(theme) = field("theme").and_then(Theme::named) else { return StatusCode::BAD_REQUEST.into_response() };
    let set = cookie("theme", theme.name());
    let back = field("return_to").filter(|path| own_path(path)).unwrap_or("/");
    if (field("kept").is_some() || field("clinician").is_some()) && back != "/check" {
        // The same form again, at the page it came from: what it carries is not lost.
        return (StatusCode::TEMPORARY_REDIRECT, [(LOCATION, back.to_owned()), (SET_COOKIE, set)]).into_response();
    }
    if field("kept").is_some() {
        let visitor = Visitor { theme: Some(theme), ..Visitor::of(&headers, &site) };
        let mut page = check_answer::again(&site, &visitor, &fields);
        if let Ok(value) = HeaderValue::from_str(&set) {
            page.headers_mut().append(SET_COOKIE, value);
        }
        return page;
    }
    (StatusCode::SEE_OTHER, [(LOCATION, back.to_owned()), (SET_COOKIE, set)]).into_response()
}
