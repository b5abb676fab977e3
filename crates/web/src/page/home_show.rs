//! `GET /`

use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use care::record::role::{Act, Role};
use serde::Deserialize;

use crate::frame::{Frame, Visitor};
use crate::page::home::record_show;
use crate::record::just_saved;
use crate::record::member::Member;
use crate::site::Site;
use crate::view::home::Home;
use crate::view::{Foot, Here};

/// What the address may say.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    /// The entries that were saved last.
    #[serde(default)]
    saved: String,
}

/// Her record, when she is signed in; else three questions, one button.
pub async fn handle(State(site): State<Site>, headers: HeaderMap, Query(Asked { saved }): Query<Asked>) -> Response {
    let visitor = Visitor::of(&headers, &site);
    let Some(record) = site.record() else { return without_record(&site, &visitor) };
    let member = match Member::of(record, &headers).await {
        Ok(member) => member.filter(|member| sees(member.person.role)),
        Err(fault) => return super::trouble::of_store(&site, &visitor, &fault),
    };
    let Some(member) = member else { return without_record(&site, &visitor) };
    match record_show::show(&site, record, &visitor, member, just_saved::named(&saved)).await {
        Ok(page) => page,
        Err(fault) => super::trouble::of_store(&site, &visitor, &fault),
    }
}

/// A gadget reads nothing.
fn sees(role: Role) -> bool {
    role.may(Act::SeeToday)
}

fn without_record(site: &Site, visitor: &Visitor) -> Response {
    let frame = Frame { site, visitor, voice: super::trouble::VOICE, region: visitor.region(site) };
    let words = frame.words();
    let shell = frame.shell("Milkway", "/", Vec::new(), Foot::Dock(Here::Home));
    super::html(StatusCode::OK, &Home { words, shell })
}
