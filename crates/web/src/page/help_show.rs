//! `GET /help`, and `POST /help` in mid-check

use axum::Form;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use protocol::model::finding::Subject;
use protocol::model::screen::ScreenKind;

use crate::fill;
use crate::for_her::Hers;
use crate::form::Posted;
use crate::frame::{Frame, Visitor, own_path};
use crate::numbers;
use crate::site::Site;
use crate::view::help::Help;
use crate::view::{Foot, Here};

/// What the relief pages carry beside the answers, so that the way back loses nothing.
const CARRIED: [&str; 8] = ["done", "pass", "chosen", "side", "before", "feed", "taken", "said"];
/// Dangers of each patient that are shown here.
const MOST_DANGERS: usize = 8;

/// Numbers first, then the dangers: for someone of whom nothing is known.
pub async fn handle(State(site): State<Site>, headers: HeaderMap) -> Response {
    let visitor = Visitor::of(&headers, &site);
    let frame = Frame { site: &site, visitor: &visitor, voice: super::trouble::VOICE, region: visitor.region(&site) };
    show(&frame, Vec::new(), "/check")
}

/// The same in mid-check: it speaks as the check does, names no baby where there is none, and leads back to the question.
pub async fn handle_in_check(
    Hers(site): Hers,
    headers: HeaderMap,
    Form(fields): Form<Vec<(String, String)>>,
) -> Response {
    let visitor = Visitor::of(&headers, &site);
    let posted = Posted(&fields);
    let Ok(mut interview) = posted.interview(&site) else { return super::trouble::stale(&site, &visitor) };
    posted.keep_ticks(&site, &mut interview);
    let compiled = site.compiled();
    let region = numbers::region(compiled, &interview.answers).or_else(|| visitor.region(&site));
    let frame = Frame { site: &site, visitor: &visitor, voice: interview.answers.voice(&compiled.protocol), region };
    let from =
        posted.field("from").filter(|path| own_path(path)).unwrap_or(if crate::CHECK { "/check" } else { "/relief" });
    let mut kept = fill::kept(&site, &interview, posted.field("at").unwrap_or("result"));
    kept.extend(fields.iter().filter(|(name, _)| CARRIED.contains(&name.as_str())).cloned());
    show(&frame, kept, from)
}

fn show(frame: &Frame, kept: Vec<(String, String)>, back_to: &str) -> Response {
    let words = frame.words();
    let title = words.say("help-title");
    let help = Help {
        shell: frame.shell(&title, "/help", kept, Foot::Dock(Here::Help)),
        back_to: back_to.to_owned(),
        emergency: frame.emergency(),
        urgent: frame.urgent(),
        checked: numbers::checked(frame.region, &words),
        parent: dangers(frame, Subject::Parent),
        baby: if frame.voice.baby { dangers(frame, Subject::Baby) } else { Vec::new() },
        regions: frame.regions("/region"),
        words,
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
        Some(numbers::capital(&exchange::result::watch(frame.site.compiled(), finding, finding.worst(), frame.voice)))
    });
    worst.take(MOST_DANGERS).collect()
}
