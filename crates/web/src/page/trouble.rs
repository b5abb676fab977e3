//! Pages that say what went wrong and what to do.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use protocol::text::Voice;

use crate::frame::{Frame, Visitor};
use crate::site::Site;
use crate::view::trouble::Trouble;
use crate::view::{Foot, Here};

/// The voice of pages that know nothing of who reads: to the parent, with a baby.
pub const VOICE: Voice = Voice { to_parent: true, baby: true };

/// An address that is not ours.
pub async fn unknown_page(State(site): State<Site>, headers: HeaderMap) -> Response {
    show(&site, &Visitor::of(&headers, &site), StatusCode::NOT_FOUND, "trouble-unknown", "trouble-unknown-next")
}

/// An address that is asked in the wrong way.
pub async fn wrong_method(State(site): State<Site>, headers: HeaderMap) -> Response {
    show(
        &site,
        &Visitor::of(&headers, &site),
        StatusCode::METHOD_NOT_ALLOWED,
        "trouble-unknown",
        "trouble-unknown-next",
    )
}

/// Hidden fields of another version of the questions, or broken ones.
pub fn stale(site: &Site, visitor: &Visitor) -> Response {
    show(site, visitor, StatusCode::BAD_REQUEST, "trouble-stale", "trouble-stale-next")
}

/// Nothing of that id: whether there is none or it is another household's cannot be told.
pub fn unknown(site: &Site, visitor: &Visitor) -> Response {
    show(site, visitor, StatusCode::NOT_FOUND, "trouble-unknown", "trouble-unknown-next")
}

/// Something that her role does not do.
pub fn not_yours(site: &Site, visitor: &Visitor) -> Response {
    show(site, visitor, StatusCode::FORBIDDEN, "people-not-yours", "people-not-yours-next")
}

/// This server keeps no record.
pub fn no_record(site: &Site, visitor: &Visitor) -> Response {
    show(site, visitor, StatusCode::NOT_FOUND, "trouble-no-record", "trouble-no-record-next")
}

/// The store could not do what it was asked. The reader is told what to do, the log what it was.
pub fn of_store(site: &Site, visitor: &Visitor, fault: &store::Fault) -> Response {
    tracing::error!(%fault, "the store could not answer");
    let (what, next) = match fault {
        store::Fault::Full => ("trouble-full", "trouble-full-next"),
        store::Fault::ReadOnly => ("trouble-read-only", "trouble-read-only-next"),
        _ => ("trouble-store", "trouble-store-next"),
    };
    show(site, visitor, StatusCode::SERVICE_UNAVAILABLE, what, next)
}

/// Any trouble: two messages, by their ids.
fn show(site: &Site, visitor: &Visitor, status: StatusCode, what: &str, next: &str) -> Response {
    let voice = Voice { baby: false, ..VOICE };
    let frame = Frame { site, visitor, voice, region: visitor.region(site) };
    let words = frame.words();
    let what = words.say(what);
    let page = Trouble {
        shell: frame.shell(&what, "/", Vec::new(), Foot::Dock(Here::Elsewhere)),
        next: words.say(next),
        words,
        status: status.as_u16(),
        what,
    };
    super::html(status, &page)
}
