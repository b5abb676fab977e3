//! A submitted screen, read from its form.

use protocol::interview::{Chosen, Interview, Refused, Reply, Stop, Tick, Unreadable, Who};
use protocol::model::screen::ScreenKind;

use crate::site::Site;

/// The fields of one submitted screen.
pub struct Posted<'p>(pub &'p [(String, String)]);

impl<'p> Posted<'p> {
    /// The interview that came back, with the ticks of a checklist that was left before it was answered.
    ///
    /// # Errors
    /// Hidden fields of another version, or broken ones.
    pub fn interview(&self, site: &Site) -> Result<Interview, Unreadable> {
        // Without the check nothing is read from her signs, wherever they come from.
        let kept = self.field("kept").filter(|_| crate::CHECK);
        Interview::read(site.compiled(), kept.unwrap_or_default())
    }

    /// Keeps what was ticked on a checklist that is left before it was answered.
    pub fn keep_ticks(&self, site: &Site, interview: &mut Interview) {
        if let Some(stop) = self.stop(site) {
            interview.keep_ticks(site.compiled(), stop, &self.ticks(site).unwrap_or_default());
        }
    }

    /// One field.
    pub fn field(&self, name: &str) -> Option<&'p str> {
        self.0.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The screen that was answered: `at` holds its id, and the finding of a closer look behind a point.
    pub fn stop(&self, site: &Site) -> Option<Stop> {
        let protocol = &site.compiled().protocol;
        let at = self.field("at")?;
        let (screen, closer) = at.split_once('.').map_or((at, None), |(screen, finding)| (screen, Some(finding)));
        let closer = match closer {
            Some(id) => Some(protocol.finding_named(id)?),
            None => None,
        };
        protocol.screens.iter().position(|one| one.id == screen).map(|screen| Stop { screen, closer })
    }

    /// Takes what was answered into the interview.
    ///
    /// # Errors
    /// A reply that does not fit the screen; the interview is as it was.
    pub fn reply(&self, site: &Site, interview: &mut Interview, stop: Stop) -> Result<(), Refused> {
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
