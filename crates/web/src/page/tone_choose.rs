//! `POST /tone`

use axum::http::StatusCode;
use axum::http::header::{LOCATION, SET_COOKIE};
use axum::response::{IntoResponse, Response};

use crate::arrival::Arrival;
use crate::frame::{cookie, own_path};

/// Keeps the skin of the drawings on this device, and comes back.
pub async fn handle(arrival: Arrival) -> Response {
    let tone = arrival.field("tone").filter(|tone| matches!(*tone, "1" | "2" | "3" | "4" | "5"));
    let back = arrival.field("return_to").filter(|path| own_path(path)).unwrap_or("/relief").to_owned();
    let Some(tone) = tone else { return (StatusCode::SEE_OTHER, [(LOCATION, back)]).into_response() };
    // The same form again, at the page it came from: what it carries is not lost.
    let status =
        if arrival.carried.interview.is_some() { StatusCode::TEMPORARY_REDIRECT } else { StatusCode::SEE_OTHER };
    (status, [(LOCATION, back), (SET_COOKIE, cookie("tone", tone))]).into_response()
}
