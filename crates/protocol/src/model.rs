//! The nouns of a checked protocol. Names are resolved: a test holds the number of its finding, not its id.

pub mod always;
pub mod context;
pub mod finding;
pub mod plan;
pub mod rule;
pub mod screen;
pub mod urgency;
pub mod when;

use crate::text::Text;
use always::Always;
use context::ContextItem;
use finding::{Finding, FindingId};
use plan::{Caution, Gate, Hold, Limit, Medicine, Never, Prevention, Reading, Situation, Step, Stop};
use rule::{Advice, Condition, Contradiction, Notice, Raise, Rule};
use screen::Screen;
use urgency::{Region, UrgencyWords};
use when::{Any, Count, Term};

/// A protocol in which every name resolves and every rule may be trusted to be upward-closed.
#[derive(Debug, Clone, Default)]
pub struct Protocol {
    /// Its id.
    pub name: String,
    /// Its version.
    pub version: String,
    /// What it is about, for people.
    pub title: Text,
    /// Who has reviewed it.
    pub status: Text,
    /// The words of each urgency level, by number.
    pub urgencies: Vec<UrgencyWords>,
    /// Phone numbers by region.
    pub regions: Vec<Region>,
    /// The items of context.
    pub context: Vec<ContextItem>,
    /// The item whose tests are off when there is no baby.
    pub baby_age: Option<usize>,
    /// When there is no baby to speak of.
    pub baby_absent: Any,
    /// When someone else watches the baby, so that baby findings are not mandatory.
    pub baby_watched: Any,
    /// Findings, then the inputs of the relief plan.
    pub findings: Vec<Finding>,
    /// Derived terms, each after those that it names.
    pub terms: Vec<Term>,
    /// Counts of signs.
    pub counts: Vec<Count>,
    /// What the context answers for her.
    pub context_answers: Vec<Raise>,
    /// Findings that count as worse while something holds.
    pub raises: Vec<Raise>,
    /// The rules, in the order of the file.
    pub rules: Vec<Rule>,
    /// Lines that several rules add.
    pub advices: Vec<Advice>,
    /// Lines beside a result.
    pub notices: Vec<Notice>,
    /// Answers that do not fit each other.
    pub contradictions: Vec<Contradiction>,
    /// Things this can be.
    pub conditions: Vec<Condition>,
    /// Condition to show to a lactating parent with no finding at all.
    pub usual_condition: Option<usize>,
    /// Columns of the relief plan.
    pub situations: Vec<Situation>,
    /// The situation of someone sore who is in no other.
    pub usual_situation: Option<usize>,
    /// Rows of the relief plan.
    pub steps: Vec<Step>,
    /// Gates of sessions.
    pub gates: Vec<Gate>,
    /// Stop conditions of every session.
    pub stops: Vec<Stop>,
    /// Limits of sessions.
    pub limits: Vec<Limit>,
    /// What to do with the milk.
    pub holds: Vec<Hold>,
    /// Painkillers and their label limits.
    pub medicines: Vec<Medicine>,
    /// Reasons to ask before a painkiller.
    pub cautions: Vec<Caution>,
    /// Medicines that are never offered.
    pub nevers: Vec<Never>,
    /// The prevention plan.
    pub preventions: Vec<Prevention>,
    /// Tables of numbers (intake, weight, storage).
    pub tables: Vec<Reading>,
    /// Short phrases that join the texts of a result.
    pub phrases: Vec<Phrase>,
    /// The interview, in order.
    pub screens: Vec<Screen>,
    /// What must hold for everybody.
    pub always: Vec<Always>,
}

/// A short phrase with an id.
#[derive(Debug, Clone)]
pub struct Phrase {
    /// Its id.
    pub id: String,
    /// What it says.
    pub say: Text,
}

impl Protocol {
    /// The finding or input with this id.
    #[must_use]
    pub fn finding_named(&self, id: &str) -> Option<FindingId> {
        self.findings.iter().position(|finding| finding.id == id).map(FindingId::at)
    }

    /// One finding.
    #[must_use]
    pub fn finding(&self, id: FindingId) -> &Finding {
        &self.findings[id.index()]
    }

    /// All findings and inputs with their numbers.
    pub fn each_finding(&self) -> impl Iterator<Item = (FindingId, &Finding)> {
        self.findings.iter().enumerate().map(|(at, finding)| (FindingId::at(at), finding))
    }

    /// The item of context with this id.
    #[must_use]
    pub fn context_named(&self, id: &str) -> Option<usize> {
        self.context.iter().position(|item| item.id == id)
    }

    /// The region with this code.
    #[must_use]
    pub fn region_named(&self, code: &str) -> Option<&Region> {
        self.regions.iter().find(|region| region.code == code)
    }

    /// The phrase with this id, or the empty text.
    #[must_use]
    pub fn phrase(&self, id: &str, voice: crate::text::Voice) -> &str {
        self.phrases.iter().find(|phrase| phrase.id == id).map_or("", |phrase| phrase.say.say(voice))
    }
}
