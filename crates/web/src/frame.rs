//! The frame of a page: what the visitor has chosen, and what stands on every screen.

use axum::http::HeaderMap;
use axum::http::header::COOKIE;
use protocol::answers::Answers;
use protocol::model::urgency::Region;
use protocol::text::Voice;

use crate::numbers;
use crate::site::Site;
use crate::view::{Call, Foot, Regions, Shell, Theme};
use crate::words::Words;

/// What a visitor has chosen before, from cookies that say nothing of her health.
#[derive(Debug, Clone, Default)]
pub struct Visitor {
    /// Colours.
    pub theme: Option<Theme>,
    /// Region.
    pub region: Option<String>,
    /// The skin of the drawings, 1 to 5.
    pub tone: Option<u8>,
}

impl Visitor {
    /// Reads the cookies; what is unknown is left out.
    #[must_use]
    pub fn of(headers: &HeaderMap, site: &Site) -> Self {
        let cookie = |name: &str| {
            let all = headers
                .get_all(COOKIE)
                .iter()
                .filter_map(|value| value.to_str().ok())
                .flat_map(|value| value.split(';'));
            all.filter_map(|pair| pair.trim().split_once('='))
                .find(|(key, _)| *key == name)
                .map(|(_, value)| value.to_owned())
        };
        let known = |code: &String| site.compiled().protocol.region_named(code).is_some();
        Self {
            theme: cookie("theme").and_then(|name| Theme::named(&name)),
            tone: cookie("tone").and_then(|tone| tone.parse().ok()).filter(|tone| (1..=5).contains(tone)),
            region: cookie("region").filter(known).or_else(|| site.region().map(str::to_owned)),
        }
    }

    /// The region whose numbers are shown.
    #[must_use]
    pub fn region<'s>(&self, site: &'s Site) -> Option<&'s Region> {
        self.region.as_deref().and_then(|code| site.compiled().protocol.region_named(code))
    }

    /// Answers of a new check: only the region, if it is known.
    #[must_use]
    pub fn answers(&self, site: &Site) -> Answers {
        let mut answers = Answers::default();
        let protocol = &site.compiled().protocol;
        if let (Some(item), Some(code)) = (protocol.context_named("region"), &self.region)
            && let Some(value) = protocol.context[item].value(code)
        {
            answers.know(item, value);
        }
        answers
    }
}

/// A cookie that lives a year on this site only and that no script reads.
pub fn cookie(name: &str, value: &str) -> String {
    const YEAR_S: u32 = 365 * 24 * 60 * 60;
    format!("{name}={value}; Path=/; Max-Age={YEAR_S}; SameSite=Lax; HttpOnly")
}

/// Whether this is a path of ours that a form may name to come back to: no host, no query, nothing odd.
pub fn own_path(path: &str) -> bool {
    const LONGEST_BYTES: usize = 80;
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/-_".contains(&byte);
    path.len() <= LONGEST_BYTES && path.starts_with('/') && !path.starts_with("//") && path.bytes().all(plain)
}

/// What one page needs to be framed.
pub struct Frame<'f> {
    /// The site.
    pub site: &'f Site,
    /// Who visits.
    pub visitor: &'f Visitor,
    /// How texts speak.
    pub voice: Voice,
    /// The region whose numbers are shown.
    pub region: Option<&'f Region>,
}

impl Frame<'_> {
    /// The words in this voice.
    #[must_use]
    pub fn words(&self) -> Words {
        self.site.words().voiced(self.voice.to_parent, self.voice.baby)
    }

    /// The frame itself.
    #[must_use]
    pub fn shell(&self, title: &str, path: &str, kept: Vec<(String, String)>, foot: Foot) -> Shell {
        let protocol = &self.site.compiled().protocol;
        let mut crisis =
            numbers::calls(self.site.compiled(), self.region.map(|region| &region.crisis), "any_crisis", self.voice);
        // One row, so that the choices stay under the thumb; *Help now* shows all.
        if path != "/help" {
            crisis.truncate(1);
        }
        Shell {
            title: format!("{title} · {}", protocol.title.say(self.voice)),
            theme: self.visitor.theme,
            tone: self.visitor.tone,
            path: path.to_owned(),
            kept,
            leave_to: self.site.leave().to_owned(),
            foot,
            crisis,
            demo: self.site.demo().is_some(),
            version: self.site.version().to_owned(),
        }
    }

    /// The emergency numbers.
    #[must_use]
    pub fn emergency(&self) -> Vec<Call> {
        numbers::calls(self.site.compiled(), self.region.map(|region| &region.emergency), "any_emergency", self.voice)
    }

    /// The numbers for urgent advice.
    #[must_use]
    pub fn urgent(&self) -> Vec<Call> {
        numbers::calls(self.site.compiled(), self.region.map(|region| &region.urgent), "any_urgent", self.voice)
    }

    /// The choice of region.
    #[must_use]
    pub fn regions(&self, action: &str) -> Regions {
        let here = self.region.map(|region| region.code.as_str());
        let all = &self.site.compiled().protocol.regions;
        let list = all
            .iter()
            .map(|one| (one.code.clone(), one.name.say(self.voice).to_owned(), Some(one.code.as_str()) == here));
        Regions { action: action.to_owned(), list: list.collect() }
    }
}
