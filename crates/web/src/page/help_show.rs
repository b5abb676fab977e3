//! `GET /help`

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use protocol::model::finding::Subject;
use protocol::model::screen::ScreenKind;

use crate::frame::{Frame, Visitor};
use crate::site::Site;
use crate::view::help::Help;
use crate::view::{Foot, Here};

/// Dangers of each patient that are shown here.
const MOST_DANGERS: usize = 8;

/// Numbers first, then the dangers.
pub async fn handle(State(site): State<Site>, headers: HeaderMap) -> Response {
    let visitor = Visitor::of(&headers, &site);
    let frame = Frame { site: &site, visitor: &visitor, voice: super::trouble::VOICE, region: visitor.region(&site) };
    let words = frame.words();
    let title = words.say("help-title");
    let help = Help {
        shell: frame.shell(&title, "/help", Vec::new(), Foot::Dock(Here::Help)),
        words,
        emergency: frame.emergency(),
        urgent: frame.urgent(),
        checked: crate::numbers::checked(frame.region, &frame.words()),
        parent: dangers(&frame, Subject::Parent),
        baby: dangers(&frame, Subject::Baby),
        regions: frame.regions("/region"),
    };
    super::html(StatusCode::OK, &help)
}

/// The worst signs of the first checklists of a patient: those that the rules call an emergency.
fn dangers(frame: &Frame, subject: Subject) -> Vec<String> {
    let protocol = &frame.site.compiled().protocol;
    let screens = protocol.screens.iter().filter(|screen| screen.subject == Some(subject));
    let findings = screens.flat_map(|screen| match &screen.kind {
        ScreenKind::List(findings) => findings.clone(),
        _ => Vec::new(),
    });
    let worst = findings.filter_map(|id| {
        let finding = protocol.finding(id);
        finding.sign(finding.worst())?;
        Some(crate::numbers::capital(&exchange::result::watch(
            frame.site.compiled(),
            finding,
            finding.worst(),
            frame.voice,
        )))
    });
    worst.take(MOST_DANGERS).collect()
}
