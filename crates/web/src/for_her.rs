//! What a clinician has set for whoever is signed in, as the pages of her own browser and her own phone count with it.
//!
//! Nobody else is told of it ([decision 7](../../../docs/decisions/0007-what-a-clinician-sets-counts-for-her-alone.md)).

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::request::Parts;
use care::record::overriding::{self, Counting};
use guide::Session;
use protocol::compile::Compiled;
use serde::Serialize;
use store::{Fault, Tx};

use crate::fill::people;
use crate::record::member::Member;
use crate::site::Site;
use crate::time::now_ms;
use crate::words::Words;

/// What counts for her.
pub struct ForHer {
    /// Her name.
    name: String,
    set: Vec<Line>,
    /// The rules as they count for her; none: as for everybody.
    compiled: Option<Compiled>,
    /// It could not be read.
    unread: bool,
}

/// One thing that was set, with its time in words.
#[derive(Debug, Clone, Serialize)]
pub struct Line {
    /// What, and by whom.
    #[serde(flatten)]
    counting: Counting,
    /// When, as pages say it.
    at: String,
}

/// The site as it is for whoever asks: hers, where she is signed in and something is set for her.
pub struct Hers(pub Site);

impl FromRequestParts<Site> for Hers {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Self::Rejection> {
        Ok(Self(site_of(site, &parts.headers).await))
    }
}

/// The same where only the headers are at hand.
pub async fn site_of(site: &Site, headers: &HeaderMap) -> Site {
    let Some(record) = site.record() else { return site.clone() };
    match Member::of(record, headers).await {
        Ok(None) => site.clone(),
        Ok(Some(member)) => {
            let (asked, now_ms) = (member.clone(), now_ms());
            let set = record.read(move |tx| read(tx, &asked, now_ms)).await;
            with(site, &member, set)
        }
        Err(fault) => unread(site, &fault),
    }
}

/// The site with what was read for a member.
pub fn with(site: &Site, member: &Member, set: Result<Vec<Counting>, Fault>) -> Site {
    match set {
        Ok(set) if set.is_empty() => site.clone(),
        Ok(set) => site.for_her(ForHer::new(site, member, set)),
        Err(fault) => unread(site, &fault),
    }
}

/// The check is needed more than the record: it goes on by the rules of everybody, and says so.
fn unread(site: &Site, fault: &Fault) -> Site {
    tracing::error!(%fault, "what a clinician has set could not be read");
    site.for_her(ForHer { name: String::new(), set: Vec::new(), compiled: None, unread: true })
}

/// What counts for a member now.
///
/// # Errors
/// What the store says.
pub fn read(tx: &dyn Tx, member: &Member, now_ms: i64) -> Result<Vec<Counting>, Fault> {
    let set = store::overriding::standing(tx, member.household.id, member.person.id)?;
    Ok(overriding::counting(&member.household, &member.person, &set, now_ms))
}

/// The same as her phone takes it along.
#[must_use]
pub fn lines(member: &Member, counting: Vec<Counting>, words: &Words) -> Vec<Line> {
    let line = |counting: Counting| Line { at: people::when(counting.made_ms, &member.household, words), counting };
    counting.into_iter().map(line).collect()
}

impl ForHer {
    /// What counts for a member, by the rules of a site.
    #[must_use]
    pub fn new(site: &Site, member: &Member, counting: Vec<Counting>) -> Self {
        let rules = site.everybodys();
        let raised = overriding::raised(&rules.protocol, &counting);
        Self {
            name: member.person.name.clone(),
            compiled: (!raised.is_empty()).then(|| rules.with_raised(&raised)),
            set: lines(member, counting, site.words()),
            unread: false,
        }
    }

    /// The rules as they count for her.
    #[must_use]
    pub fn compiled(&self) -> Option<&Compiled> {
        self.compiled.as_ref()
    }

    fn line(&self, found: &Counting) -> Option<&Line> {
        self.set.iter().find(|line| line.counting == *found)
    }

    fn counting(&self) -> Vec<Counting> {
        self.set.iter().map(|line| line.counting.clone()).collect()
    }

    fn say(&self, words: &Words, id: &str, found: &Counting) -> Option<String> {
        let line = self.line(found)?;
        let values = [("by", found.by_name.as_str()), ("name", self.name.as_str()), ("at", line.at.as_str())];
        Some(words.say_with(id, &values))
    }
}

impl Site {
    /// Who raised a rule for her, and when; none: it counts as for everybody.
    #[must_use]
    pub fn said_of_raise(&self, words: &Words, rule: usize) -> Option<String> {
        let hers = self.hers()?;
        let now = self.compiled().protocol.rules.get(rule)?;
        let before = self.everybodys().protocol.rules.get(rule)?;
        if now.urgency == before.urgency {
            return None;
        }
        hers.say(words, "for-her-raised", overriding::raise_of(&hers.counting(), &now.id)?)
    }

    /// Who opened a withheld session for her, and when; none: nobody has.
    #[must_use]
    pub fn said_of_unlock(&self, words: &Words, session: &Session, now_ms: i64) -> Option<String> {
        let hers = self.hers()?;
        let card = self.unlock_card(session)?;
        hers.say(words, "for-her-unlocked", overriding::unlocked(&hers.counting(), &session.id, &card, now_ms)?)
    }

    /// Whether somebody has opened it.
    #[must_use]
    pub fn is_unlocked(&self, session: &Session, now_ms: i64) -> bool {
        let hers = || {
            Some(
                overriding::unlocked(&self.hers()?.counting(), &session.id, &self.unlock_card(session)?, now_ms)
                    .is_some(),
            )
        };
        hers().unwrap_or(false)
    }

    /// What is said where it is not known what was set for her.
    #[must_use]
    pub fn said_of_unread(&self, words: &Words) -> Option<String> {
        self.hers().filter(|hers| hers.unread).map(|_| words.say("for-her-unread"))
    }

    /// Which text of the evidence card a clinician reads before she opens a session: its entry's id, and the fingerprint of what it says.
    #[must_use]
    pub fn unlock_card(&self, session: &Session) -> Option<String> {
        let entry = self.ledger().evidence(session.unlock.as_deref()?)?;
        Some(format!("{}:{}", entry.id, protocol::fingerprint_of(&entry.statement)))
    }
}
