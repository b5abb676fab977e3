//! Views filled from an interview: what stands between the rules and the templates.

mod banner;
pub mod feed;
pub mod ledger;
pub mod log;
pub mod milk;
pub mod more;
pub mod painkillers;
pub mod people;
mod picture;
pub mod reading;
pub mod record_home;
pub mod relief;
pub mod result;
pub mod safety;
pub mod screen;
pub mod session;
mod told;

use axum::response::Response;
use protocol::interview::Interview;

use crate::frame::Visitor;
use crate::site::Site;

/// The next screen, or the result when there is none.
pub fn next(site: &Site, visitor: &Visitor, interview: &Interview) -> Response {
    match interview.next(site.compiled()) {
        Some(stop) => screen::show(site, visitor, interview, stop, None),
        None => result::show(site, visitor, interview),
    }
}

/// The hidden fields that carry an interview.
pub fn kept(site: &Site, interview: &Interview, at: &str) -> Vec<(String, String)> {
    vec![("kept".to_owned(), interview.write(site.compiled())), ("at".to_owned(), at.to_owned())]
}
