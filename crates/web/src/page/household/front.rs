//! What a handler of a household's pages begins with: before anybody signed in ([`Front`]), and inside ([`Desk`]).

use std::net::SocketAddr;

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::header::HOST;
use axum::http::request::Parts as RequestParts;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use care::record::role::Act;
use protocol::text::Voice;
use store::{Fault, household};

use crate::frame::{Frame, Visitor};
use crate::page::{self, trouble};
use crate::record::Record;
use crate::record::member::Member;
use crate::site::Site;
use crate::time::now_ms;
use crate::view::guide::Way;
use crate::view::parts::{Part, Parts};
use crate::view::{Foot, Here};
use crate::words::Words;

/// A visitor of a server that keeps a record.
pub struct Front {
    /// The site.
    pub site: Site,
    /// Its record.
    pub record: Record,
    /// What she has chosen before.
    pub visitor: Visitor,
    /// What her browser sent.
    pub headers: HeaderMap,
    /// From where she comes; none: it cannot be told.
    pub address: Option<String>,
    /// The present.
    pub now_ms: i64,
    /// Whether words may speak of a baby.
    pub baby: bool,
}

impl FromRequestParts<Site> for Front {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut RequestParts, site: &Site) -> Result<Self, Response> {
        let visitor = Visitor::of(&parts.headers, site);
        let Some(record) = site.record() else { return Err(trouble::no_record(site, &visitor)) };
        let address = address(parts, record.is_behind_proxy());
        let (site, record, headers) = (site.clone(), record.clone(), parts.headers.clone());
        Ok(Self { site, record, visitor, headers, address, now_ms: now_ms(), baby: false })
    }
}

/// The address of whoever asks. Behind a proxy it is what the proxy says, if it is trusted; if it is not, all come from one address, and a
/// stranger's slips would lock out the family: then there is none.
fn address(parts: &RequestParts, is_trusted: bool) -> Option<String> {
    let forwarded = parts.headers.get("x-forwarded-for").map(|said| said.to_str().unwrap_or_default());
    match forwarded {
        // The last one was written by the proxy itself; those before it by whoever asks.
        Some(said) if is_trusted => said.rsplit(',').next().map(|last| last.trim().to_owned()),
        Some(_) => None,
        None => parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(from)| from.ip().to_string()),
    }
}

impl Front {
    fn frame(&self) -> Frame<'_> {
        let voice = Voice { to_parent: true, baby: self.baby };
        Frame { site: &self.site, visitor: &self.visitor, voice, region: self.visitor.region(&self.site) }
    }

    /// The words, in the voice of this household.
    pub fn words(&self) -> Words {
        self.frame().words()
    }

    /// Regions to choose from, this one chosen.
    pub fn regions(&self) -> Vec<(String, String)> {
        self.frame().regions("").list.into_iter().map(|(code, name, _)| (code, name)).collect()
    }

    /// A page with nothing on it yet. `path` is where the choice of colours comes back to.
    pub fn page(&self, title: &str, path: &str, parts: Vec<Part>) -> Parts {
        let frame = self.frame();
        let words = frame.words();
        let shell = frame.shell(title, path, Vec::new(), Foot::Dock(Here::More));
        Parts { words, shell, title: title.to_owned(), up: None, says: Vec::new(), error: String::new(), parts }
    }

    /// The page as an answer.
    pub fn draw(page: &Parts) -> Response {
        page::html(StatusCode::OK, page)
    }

    /// The page with what is wrong, by the id of a message; nothing is wrong when that is empty.
    pub fn draw_wrong(&self, page: Parts, wrong: &str) -> Response {
        if wrong.is_empty() {
            return Self::draw(&page);
        }
        page::html(StatusCode::UNPROCESSABLE_ENTITY, &Parts { error: self.told(wrong), ..page })
    }

    /// What is wrong in words, by the id of a message or as a message.
    pub fn told(&self, wrong: &str) -> String {
        if self.site.words().knows(wrong) { self.words().say(wrong) } else { wrong.to_owned() }
    }

    /// The store could not.
    pub fn failed(&self, fault: &Fault) -> Response {
        trouble::of_store(&self.site, &self.visitor, fault)
    }

    /// There is no such thing, or it is another household's: nobody can tell which.
    pub fn unknown(&self) -> Response {
        trouble::unknown(&self.site, &self.visitor)
    }

    /// Where this server is, as the browser has it: `https://milk.example`.
    pub fn origin(&self) -> String {
        let header = |name: &str| self.headers.get(name).and_then(|value| value.to_str().ok());
        let scheme = header("x-forwarded-proto").filter(|scheme| *scheme == "https").unwrap_or("http");
        let host = header("x-forwarded-host").or_else(|| header(HOST.as_str())).unwrap_or("localhost");
        format!("{scheme}://{host}")
    }
}

/// A member at her household's pages.
pub struct Desk {
    /// Where she stands.
    pub front: Front,
    /// Who she is.
    pub member: Member,
}

impl FromRequestParts<Site> for Desk {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut RequestParts, site: &Site) -> Result<Self, Response> {
        let member = Member::from_request_parts(parts, site).await?;
        let front = Front::from_request_parts(parts, site).await?;
        let baby = member.household.present_babies().next().is_some();
        Ok(Self { front: Front { baby, ..front }, member })
    }
}

impl Desk {
    /// Whether her role may do that.
    pub fn may(&self, act: Act) -> bool {
        self.member.person.role.may(act)
    }

    /// Goes on only when her role may do that.
    ///
    /// # Errors
    /// The page that says so.
    pub fn must(&self, act: Act) -> Result<(), Box<Response>> {
        if self.may(act) { Ok(()) } else { Err(Box::new(self.not_yours())) }
    }

    /// Tells every open page and phone of the household that something has changed: they ask, and learn what they may see now. Whoever is not
    /// told asks with the next page anyway.
    pub async fn tell(&self) {
        let home = self.member.household.id;
        match self.front.record.read(move |tx| household::seq(tx, home)).await {
            Ok(seq) => self.front.record.live().tell(home, seq),
            Err(fault) => tracing::error!(%fault, "that the household has changed could not be told"),
        }
    }

    /// Her role does not do this.
    pub fn not_yours(&self) -> Response {
        trouble::not_yours(&self.front.site, &self.front.visitor)
    }

    /// A page under another one, by the ids of their titles.
    pub fn page(&self, title: &str, path: &str, up: (&str, &str), parts: Vec<Part>) -> Parts {
        let words = self.front.words();
        let page = self.front.page(&words.say(title), path, parts);
        Parts { up: Some(Way { path: up.0.to_owned(), text: words.say(up.1), ..Way::default() }), ..page }
    }
}

/// Goes to a page of ours.
pub fn to(path: &str) -> Response {
    (StatusCode::SEE_OTHER, [(axum::http::header::LOCATION, path.to_owned())]).into_response()
}
