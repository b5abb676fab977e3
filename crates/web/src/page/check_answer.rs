//! `POST /check`: one answer, then the next screen. Answers come in hidden fields and leave with the page; nothing is stored or logged.

use axum::Form;
use axum::extract::State;
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::Response;
use protocol::interview::{Chosen, Interview, Refused, Reply, Stop, Tick, Who};
use protocol::model::screen::ScreenKind;

use super::trouble;
use crate::fill::{self, result, screen};
use crate::frame::{Visitor, cookie};
use crate::site::Site;

/// Takes the answer and shows what follows.
pub async fn handle(
    State(site): State<Site>,
    headers: HeaderMap,
    Form(fields): Form<Vec<(String, String)>>,
) -> Response {
    let visitor = Visitor::of(&headers, &site);
    let posted = Posted(&fields);
    let Ok(mut interview) = Interview::read(site.compiled(), posted.field("kept").unwrap_or_default()) else {
        return stale(&site, &visitor);
    };
    match posted.field("go") {
        Some("back") => {
            let here = posted.stop(&site);
            if let Some(stop) = here {
                interview.keep_ticks(site.compiled(), stop, &posted.ticks(&site).unwrap_or_default());
            }
            return match interview.before(site.compiled(), here) {
                Some(stop) => screen::show(&site, &visitor, &interview, stop, None),
                None => fill::next(&site, &visitor, &interview),
            };
        }
        Some("on") => return fill::next(&site, &visitor, &interview),
        Some("region") => return choose_region(&site, &visitor, &mut interview, &posted),
        _ => {}
    }
    let Some(stop) = posted.stop(&site) else { return stale(&site, &visitor) };
    match posted.reply(&site, &mut interview, stop) {
        Ok(()) if interview.interrupts(site.compiled()) => {
            interview.shown = site.compiled().read(&interview.answers).assess().reached();
            result::show(&site, &visitor, &interview)
        }
        Ok(()) => fill::next(&site, &visitor, &interview),
        Err(refused) => screen::show(&site, &visitor, &interview, stop, Some((&refused, &fields))),
    }
}

/// The page as it was: for a change of colours in mid-check.
pub fn again(site: &Site, visitor: &Visitor, fields: &[(String, String)]) -> Response {
    let posted = Posted(fields);
    match Interview::read(site.compiled(), posted.field("kept").unwrap_or_default()) {
        Err(_) => stale(site, visitor),
        Ok(interview) => match posted.stop(site) {
            Some(stop) => screen::show(site, visitor, &interview, stop, None),
            None => result::show(site, visitor, &interview),
        },
    }
}

/// Hidden fields of another version, or broken ones.
fn stale(site: &Site, visitor: &Visitor) -> Response {
    trouble::show(site, visitor, StatusCode::BAD_REQUEST, "trouble-stale", "trouble-stale-next")
}

fn choose_region(site: &Site, visitor: &Visitor, interview: &mut Interview, posted: &Posted) -> Response {
    let protocol = &site.compiled().protocol;
    let code = posted.field("region").unwrap_or_default();
    let known =
        protocol.context_named("region").and_then(|item| protocol.context[item].value(code).map(|value| (item, value)));
    let Some((item, value)) = known else { return result::show(site, visitor, interview) };
    interview.answers.know(item, value);
    let mut page = result::show(site, visitor, interview);
    if let Ok(value) = HeaderValue::from_str(&cookie("region", code)) {
        page.headers_mut().append(SET_COOKIE, value);
    }
    page
}

/// The fields of one submitted screen.
struct Posted<'p>(&'p [(String, String)]);

impl Posted<'_> {
    fn field(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The screen that was answered: `at` holds its id, and the finding of a closer look behind a point.
    fn stop(&self, site: &Site) -> Option<Stop> {
        let protocol = &site.compiled().protocol;
        let at = self.field("at")?;
        let (screen, closer) = at.split_once('.').map_or((at, None), |(screen, finding)| (screen, Some(finding)));
        let closer = match closer {
            Some(id) => Some(protocol.finding_named(id)?),
            None => None,
        };
        protocol.screens.iter().position(|one| one.id == screen).map(|screen| Stop { screen, closer })
    }

    fn reply(&self, site: &Site, interview: &mut Interview, stop: Stop) -> Result<(), Refused> {
        let compiled = site.compiled();
        if interview.asked_alone(compiled, stop).is_some() {
            return interview.reply(compiled, stop, self.alone()?);
        }
        let reply = match &compiled.protocol.screens[stop.screen].kind {
            ScreenKind::Who => {
                self.audience(site, interview);
                let id = match self.field("who") {
                    Some("alone") => Who::NoBaby.id(),
                    other => other.unwrap_or_default(),
                };
                Reply::Who(Who::ALL.into_iter().find(|who| who.id() == id).ok_or(Refused::NotHere)?)
            }
            ScreenKind::Choose { context, .. } => match self.field("value") {
                Some("?") => Reply::Unsure,
                value => {
                    let item = &compiled.protocol.context[*context];
                    Reply::Context(value.and_then(|word| item.value(word)).ok_or(Refused::NotHere)?)
                }
            },
            ScreenKind::List(_) | ScreenKind::Question(_) => self.list(site)?,
        };
        interview.reply(compiled, stop, reply)
    }

    fn audience(&self, site: &Site, interview: &mut Interview) {
        let protocol = &site.compiled().protocol;
        let Some(item) = protocol.context_named("audience") else { return };
        let word = if self.field("other").is_some() { "caregiver" } else { "parent" };
        if let Some(value) = protocol.context[item].value(word) {
            interview.answers.know(item, value);
        }
    }

    fn alone(&self) -> Result<Reply, Refused> {
        match (self.field("choice"), self.field("go")) {
            (Some("unsure"), _) => Ok(Reply::Unsure),
            (Some("skip"), _) => Ok(Reply::Skip),
            (Some(at), _) => at.parse().map(Reply::Choice).map_err(|_| Refused::NotHere),
            (None, Some("reading")) => {
                let typed = self.field("reading").unwrap_or_default().trim();
                let unit = self
                    .field("unit")
                    .filter(|_| typed.ends_with(|last: char| last.is_ascii_digit()))
                    .unwrap_or_default();
                Ok(Reply::Number(format!("{typed} {unit}").trim().to_owned()))
            }
            _ => Err(Refused::NotHere),
        }
    }

    fn list(&self, site: &Site) -> Result<Reply, Refused> {
        let ticks = self.ticks(site).ok_or(Refused::NotHere)?;
        match self.field("go") {
            Some("none") if ticks.is_empty() => Ok(Reply::NoneOfThese),
            Some("none") => Err(Refused::NoneAndTicked),
            Some("one_by_one") => Ok(Reply::OneByOne),
            _ => Ok(Reply::Ticked(ticks)),
        }
    }

    /// The ticked lines; nothing when one of them is no line of ours.
    fn ticks(&self, site: &Site) -> Option<Vec<Tick>> {
        self.0.iter().filter(|(name, _)| name == "tick").map(|(_, value)| self.tick(site, value)).collect()
    }

    /// A ticked line: `finding.line`, and the level chosen under it.
    fn tick(&self, site: &Site, value: &str) -> Option<Tick> {
        let (id, line) = value.split_once('.')?;
        let chosen = match self.field(&format!("level.{value}")) {
            None | Some("") => None,
            Some("unsure") => Some(Chosen::Unsure),
            Some(at) => Some(Chosen::Choice(at.parse().ok()?)),
        };
        Some(Tick { finding: site.compiled().protocol.finding_named(id)?, line: line.parse().ok()?, chosen })
    }
}
