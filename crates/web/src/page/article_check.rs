//! `GET` and `POST /article/check`: an article that somebody brings, with its claims marked. Nothing of it is kept, logged or sent on.

use article::Refusal;
use axum::extract::{Request, State};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};

use super::trouble;
use crate::arrival::Arrival;
use crate::fill::ledger::{Desk, found, paste};
use crate::frame::Visitor;
use crate::site::Site;
use crate::upload::{self, Failed};

/// The form. Answers that come along are not read.
pub async fn show(State(site): State<Site>, headers: HeaderMap) -> Response {
    if site.reading_room().is_none() {
        return trouble::unknown_page(State(site), headers).await;
    }
    told(&site, &headers, StatusCode::OK, "")
}

/// Reads what was brought.
pub async fn read(State(site): State<Site>, headers: HeaderMap, request: Request) -> Response {
    let Some(room) = site.reading_room() else { return trouble::unknown_page(State(site), headers).await };
    let told = |(status, why)| told(&site, &headers, status, why);
    if !brings_an_article(&headers) {
        return told((StatusCode::OK, ""));
    }
    let Some(place) = room.place().await else { return told((StatusCode::SERVICE_UNAVAILABLE, "checker-busy")) };
    let upload = match upload::receive(request).await {
        Ok(upload) => upload,
        Err(failed) => return told(of_failure(failed)),
    };
    match place.check(upload.article, upload.format).await {
        Some(Ok(checked)) => {
            let arrival = Arrival::bare(&site, Visitor::of(&headers, &site));
            super::html(StatusCode::OK, &found(&Desk::of(&arrival), &checked))
        }
        Some(Err(refusal)) => told(of_refusal(refusal)),
        None => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

fn brings_an_article(headers: &HeaderMap) -> bool {
    let kind = headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    kind.is_some_and(|kind| kind.trim_start().to_ascii_lowercase().starts_with("multipart/form-data"))
}

/// The form, with what was wrong and what to do.
fn told(site: &Site, headers: &HeaderMap, status: StatusCode, why: &str) -> Response {
    let arrival = Arrival::bare(site, Visitor::of(headers, site));
    super::html(status, &paste(&Desk::of(&arrival), why))
}

const fn of_failure(failed: Failed) -> (StatusCode, &'static str) {
    match failed {
        Failed::TooLarge => (StatusCode::PAYLOAD_TOO_LARGE, "checker-too-large"),
        Failed::Broken => (StatusCode::BAD_REQUEST, "checker-broken"),
        Failed::Slow => (StatusCode::REQUEST_TIMEOUT, "checker-slow"),
    }
}

const fn of_refusal(refusal: Refusal) -> (StatusCode, &'static str) {
    match refusal {
        Refusal::TooLarge => (StatusCode::PAYLOAD_TOO_LARGE, "checker-too-large"),
        Refusal::NotText => (StatusCode::UNPROCESSABLE_ENTITY, "checker-not-text"),
        Refusal::NoTextInPdf => (StatusCode::UNPROCESSABLE_ENTITY, "checker-no-text-in-pdf"),
        Refusal::Empty => (StatusCode::UNPROCESSABLE_ENTITY, "checker-empty"),
    }
}
