//! A feed timer without any record: side, switch, stop, and what may follow.
//!
//! Without a script each press posts; the line `feed` carries what was pressed. With one, nothing is sent.

use askama::Template;

use super::{Shell, When};
use crate::words::Words;

/// `GET` and `POST /feed-timer`. The buttons send `go` as `left`, `right` or `stop`.
#[derive(Template, Debug, Clone)]
#[template(path = "feed_timer.html")]
pub struct FeedTimer {
    /// The words of the page.
    pub words: Words,
    /// The frame.
    pub shell: Shell,
    /// What was pressed, as a line; empty: nothing yet.
    pub feed: String,
    /// Where it stands.
    pub state: State,
    /// Whole minutes on each side so far: left, right.
    pub minutes: [usize; 2],
    /// What may follow.
    pub offer: Offer,
    /// When the answers behind the offer grow too old for it, in seconds since 1970; none: there are none.
    pub holds_until_s: Option<i64>,
}

/// Where the timer stands.
#[derive(Debug, Clone)]
pub enum State {
    /// Nothing was pressed.
    Idle,
    /// A side runs.
    Running {
        /// Whether it is the left.
        left: bool,
        /// Since when.
        since: Option<When>,
    },
    /// It was stopped.
    Stopped,
}

/// What may follow a feed.
#[derive(Debug, Clone)]
pub enum Offer {
    /// Light touch: its door is open.
    Open,
    /// Its door asks something first.
    Ask,
    /// The check comes first.
    Check,
    /// Not now, and why.
    Closed(Vec<String>),
    /// Not before a time.
    Wait(When),
}

impl Offer {
    /// Its id for the script.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Ask => "ask",
            Self::Check => "check",
            Self::Closed(_) => "closed",
            Self::Wait(_) => "wait",
        }
    }
}

impl FeedTimer {
    /// Whether this side runs.
    #[must_use]
    pub const fn runs(&self, this_left: bool) -> bool {
        matches!(self.state, State::Running { left, .. } if left == this_left)
    }

    /// The minutes in the ring: of the running side, else of both.
    #[must_use]
    pub fn minutes_shown(&self) -> String {
        let [left, right] = self.minutes;
        let minutes = match self.state {
            State::Running { left: true, .. } => left,
            State::Running { .. } => right,
            State::Idle | State::Stopped => left + right,
        };
        self.words.say_count("minutes", minutes)
    }

    /// Whether it was stopped.
    #[must_use]
    pub const fn stopped(&self) -> bool {
        matches!(self.state, State::Stopped)
    }
}
