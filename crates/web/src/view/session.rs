//! A guided session: its door, its acts, its end.
//!
//! Every form posts to the session's own address with [`Shell::kept`]. The buttons send `go`: `start` (with `side`), `list` (with `tick`ed lines), `none`, `age` (with `old`),
//! `choose`, `before` and `after` (with `score`), `stop`, `end`.

use askama::Template;

use super::guide::{Told, Way};
use super::{Banner, Shell, When};
use crate::words::Words;

/// `GET` and `POST /session/{id}`
#[derive(Template, Debug, Clone)]
#[template(path = "session.html")]
pub struct SessionPage {
    /// The words of the page.
    pub words: Words,
    /// The frame.
    pub shell: Shell,
    /// The session's name.
    pub name: String,
    /// Its code, for the phone's own list: `S-A`.
    pub code: String,
    /// Its address.
    pub path: String,
    /// The page above; none while the acts run and after them.
    pub up: Option<Way>,
    /// When someone must see her today or sooner: said on every page of a session.
    pub reached: Vec<Banner>,
    /// What is shown.
    pub stage: Stage,
}

/// What a session's page shows.
#[derive(Debug, Clone)]
pub enum Stage {
    /// What it is, and the start.
    Intro(Box<Intro>),
    /// Not now: why, and what to do instead.
    Held {
        /// The reasons.
        why: Vec<Told>,
        /// What is offered instead.
        instead: Vec<Way>,
    },
    /// The check comes first.
    Check,
    /// A list: none of these?
    List {
        /// Its lines.
        lines: Vec<Told>,
        /// Nothing was ticked, and "none of these" was not said.
        error: String,
    },
    /// Sixteen or older?
    Age,
    /// A text to read and choose.
    Choose {
        /// The text.
        card: Vec<Told>,
        /// Its mark.
        mark: String,
    },
    /// Not before a time.
    Wait {
        /// The time.
        when: When,
    },
    /// How strong is the pain?
    Score {
        /// After the acts; else before.
        after: bool,
        /// She stopped it herself.
        stopped: bool,
        /// Whether it is asked if the session was done too lately: this device has not said.
        lately: bool,
        /// What is wrong with the last answer; empty: nothing.
        error: String,
    },
    /// The acts.
    Run(Run),
    /// It is over.
    End {
        /// The stop rule: pain rose.
        stop: bool,
        /// She stopped it herself.
        stopped: bool,
        /// What to do now.
        then: Vec<Told>,
        /// What is offered next.
        next: Option<Way>,
        /// When it ended, in seconds since 1970, for the phone's own list.
        at_s: i64,
        /// Pain before and after, for the phone's own list.
        scores: [Option<u8>; 2],
    },
}

impl Stage {
    /// Its id, for scripts and tests.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Intro(_) => "intro",
            Self::Held { .. } => "held",
            Self::Check => "check",
            Self::List { .. } => "list",
            Self::Age => "age",
            Self::Choose { .. } => "choose",
            Self::Wait { .. } => "wait",
            Self::Score { .. } => "score",
            Self::Run(_) => "run",
            Self::End { .. } => "end",
        }
    }
}

/// What a session is, before it starts.
#[derive(Debug, Clone)]
pub struct Intro {
    /// What it is.
    pub lead: Vec<Told>,
    /// How sure we are.
    pub sure: Vec<Told>,
    /// What to mind.
    pub mind: Vec<Told>,
    /// How long it takes, in words; empty: no time.
    pub time: String,
    /// A picture of it, as markup.
    pub picture: String,
    /// Whether the side is asked.
    pub side: bool,
}

/// The acts of a session.
#[derive(Debug, Clone)]
pub struct Run {
    /// In order.
    pub moves: Vec<Act>,
    /// How many steps there are, with the scores before and after.
    pub total: usize,
    /// Whether a score is asked at the end.
    pub score: bool,
}

/// One act.
#[derive(Debug, Clone)]
pub struct Act {
    /// Its number among the steps.
    pub number: usize,
    /// The act.
    pub act: String,
    /// How.
    pub say: Vec<Told>,
    /// How long; none: she goes on by herself.
    pub duration_s: Option<u32>,
    /// The same for people: `0:30`.
    pub time: String,
    /// The drawing, as markup with its name.
    pub picture: String,
    /// May be left out.
    pub optional: bool,
    /// There is no way back into it.
    pub once: bool,
}
