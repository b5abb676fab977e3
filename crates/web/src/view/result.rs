//! The result: how soon, what it could be, what to do, when to come back.
//!
//! It posts to `/check` with [`Shell::kept`]: `go=on` goes on with the questions, `go=back` goes one back; the choice of
//! region posts `region` and `go=region` to the action it is given.

use askama::Template;

use super::{Banner, Call, Regions, Shell, Source, When};
use crate::words::Words;

/// The answer to `POST /check` once the outcome is known, or an emergency is.
#[derive(Template, Debug, Clone)]
#[template(path = "result.html")]
pub struct Outcome {
    /// The words of the page.
    pub words: Words,
    /// The frame; its `kept` fields are in the form that goes on or back.
    pub shell: Shell,
    /// One or two banners, the worse first; the first is the page's heading.
    pub banners: Vec<Banner>,
    /// From when this result is old and the check must be done again.
    pub old_from: Option<When>,
    /// Numbers to call, in order. On an emergency the first one also stands in the foot: leave it out here.
    pub calls: Vec<Call>,
    /// When the numbers were last checked; empty: none is shown.
    pub checked: String,
    /// One sentence to read aloud to the call taker, without quotation marks; empty: none.
    pub say_this: String,
    /// The choice of region, while it is unknown.
    pub regions: Option<Regions>,
    /// Things this can be.
    pub could_be: Vec<CouldBe>,
    /// The relief plan.
    pub plan: Plan,
    /// The time of the next check, for the heading of *come back if*.
    pub check_again: Option<When>,
    /// Her own signs to come back sooner.
    pub come_back: Vec<ComeBack>,
    /// What else must be seen, below the level of the banner.
    pub also: Vec<Also>,
    /// Why, with sources.
    pub reasons: Vec<Reason>,
    /// Whether the reasons are open from the start.
    pub reasons_open: bool,
    /// Notes and advice beside the result.
    pub notes: Vec<Reason>,
    /// Answers that do not fit each other.
    pub contradictions: Vec<String>,
    /// What has not been asked or answered.
    pub unanswered: Vec<String>,
    /// What the milk may be used for.
    pub milk: Vec<Reason>,
    /// The protocol's name and version.
    pub protocol: String,
    /// Its fingerprint, shortened.
    pub fingerprint: String,
    /// Whether a clinician has signed it.
    pub reviewed: bool,
}

/// A thing this can be.
#[derive(Debug, Clone)]
pub struct CouldBe {
    /// The page that explains it.
    pub path: String,
    /// Its plain name.
    pub name: String,
    /// One plain sentence; empty: none.
    pub say: String,
    /// Where it comes from.
    pub sources: Vec<Source>,
}

/// The relief plan in its four sections.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    /// *Do*: offered.
    pub offered: Vec<Step>,
    /// *If you like*: optional.
    pub optional: Vec<Step>,
    /// *Not now*: warned of here, offered in another situation.
    pub not_now: Vec<Step>,
    /// *Never*: warned of in every situation that applies.
    pub never: Vec<Step>,
}

impl Plan {
    /// Nothing to show.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.offered.is_empty() && self.optional.is_empty() && self.not_now.is_empty() && self.never.is_empty()
    }

    /// The sections that hold something: the id of the heading, its icon, its steps.
    #[must_use]
    pub fn sections(&self) -> Vec<(&'static str, &'static str, &[Step])> {
        [
            ("plan-do", "tick", self.offered.as_slice()),
            ("plan-if-you-like", "maybe", &self.optional),
            ("plan-not-now", "wait", &self.not_now),
            ("plan-never", "x", &self.never),
        ]
        .into_iter()
        .filter(|(_, _, steps)| !steps.is_empty())
        .collect()
    }
}

/// One row of the plan.
#[derive(Debug, Clone, Default)]
pub struct Step {
    /// The page of the step.
    pub path: String,
    /// The row.
    pub text: String,
    /// Why, or what to mind; empty: none.
    pub why: String,
    /// A short time at the right: `10 min`, `now`; empty: none.
    pub tag: String,
}

/// A sign to come back with.
#[derive(Debug, Clone)]
pub struct ComeBack {
    /// What to do then: `Be seen today`.
    pub then: String,
    /// Whose signs, when it is the baby; empty: hers.
    pub whose: String,
    /// The signs, each a short phrase.
    pub signs: Vec<String>,
}

/// Something else that must be seen.
#[derive(Debug, Clone)]
pub struct Also {
    /// Whose it is, when there are two patients; empty: not said.
    pub whose: String,
    /// By when, in words: `within 3 days`.
    pub head: String,
    /// The reason.
    pub text: String,
}

/// A sentence with its sources.
#[derive(Debug, Clone, Default)]
pub struct Reason {
    /// The id of the rule that says it; empty: no rule.
    pub rule: String,
    /// Whose it is, when there are two patients; empty: not said.
    pub whose: String,
    /// The sentence.
    pub text: String,
    /// Where it comes from.
    pub sources: Vec<Source>,
}
