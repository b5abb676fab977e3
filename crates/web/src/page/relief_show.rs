//! `GET` and `POST /relief`

use axum::http::StatusCode;
use axum::response::Response;

use crate::arrival::Arrival;
use crate::fill::relief;
use crate::view::guide::Sections;
use crate::view::{Foot, Here};

/// The plan as rows that open their cards.
pub async fn handle(arrival: Arrival) -> Response {
    let frame = arrival.frame();
    let words = frame.words();
    let title = words.say("relief-title");
    let read = arrival.carried.reading(&arrival.site);
    let page = Sections {
        shell: frame.shell(&title, "/relief", arrival.carried.onward().fields(&arrival.site), Foot::Dock(Here::More)),
        help: words.say(match read {
            Some(_) => "relief-after-check",
            None if crate::CHECK => "relief-without-check",
            None => "no-check-relief",
        }),
        sections: relief::sections(&frame, read.as_ref()),
        tones: true,
        tone: arrival.visitor.tone,
        words,
        title,
    };
    super::html(StatusCode::OK, &page)
}
