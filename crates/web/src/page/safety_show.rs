//! `GET /about/safety`

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use protocol::model::Protocol;
use safety::{Figures, Hazard};

use crate::frame::{Frame, Visitor};
use crate::site::Site;
use crate::view::safety::Safety;
use crate::view::{Foot, Here};
use crate::words::Words;

/// What holds for everybody and stands in no block of the protocol: said in our words.
const PROVED: [&str; 4] = ["safety-proved-worse", "safety-proved-unsure", "safety-proved-open", "safety-proved-better"];

/// What it is for, what was proved, what can go wrong.
pub async fn handle(State(site): State<Site>, headers: HeaderMap) -> Response {
    let file = match safety::shipped() {
        Ok(file) => file,
        Err(fault) => {
            tracing::error!(%fault, "the safety file cannot be read");
            return StatusCode::INTERNAL_SERVER_ERROR.into_response();
        }
    };
    let visitor = Visitor::of(&headers, &site);
    let frame = Frame { site: &site, visitor: &visitor, voice: super::trouble::VOICE, region: visitor.region(&site) };
    let words = frame.words();
    let protocol = &site.compiled().protocol;
    let figures = safety::figures();
    let (built, unbuilt): (Vec<_>, Vec<_>) = file.hazards.iter().partition(|hazard| hazard.built);
    let promises = PROVED.iter().map(|id| words.say(id));
    let page = Safety {
        shell: frame.shell(&words.say("safety-title"), "/about/safety", Vec::new(), Foot::Dock(Here::More)),
        check: crate::CHECK,
        reviewed: false,
        proved: proved(&words, protocol, &figures),
        promises: promises.chain(protocol.always.iter().map(|one| one.say.say(frame.voice).to_owned())).collect(),
        prints: words.say_with(
            "safety-prints",
            &[
                ("protocol", &format!("{} {}", protocol.name, protocol.version)),
                ("fingerprint", &site.compiled().fingerprint),
                ("behaviour", &figures.behaviour),
            ],
        ),
        hazards: built.iter().map(|one| (words.say(&id(one)), words.say(&format!("{}-against", id(one))))).collect(),
        open: std::iter::once(words.say("safety-open")).chain(unbuilt.iter().map(|one| words.say(&id(one)))).collect(),
        words,
    };
    super::html(StatusCode::OK, &page)
}

/// The id of the words of a hazard; `cargo xtask safety` sees to it that they are there.
fn id(hazard: &Hazard) -> String {
    format!("hazard-{}", hazard.id.to_lowercase())
}

fn proved(words: &Words, protocol: &Protocol, figures: &Figures) -> String {
    let [rules, questions, digits] =
        [protocol.rules.len(), protocol.findings.len(), figures.inputs.len()].map(|number| number.to_string());
    words.say_with("safety-proved", &[("rules", &rules), ("questions", &questions), ("digits", &digits)])
}
