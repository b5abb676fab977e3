//! Home with a record: how long ago, what runs, what to press.

use askama::Template;

use super::{Banner, Shell};
use crate::words::Words;

/// `GET /`, signed in.
#[derive(Template, Debug, Clone)]
#[template(path = "record/home.html")]
pub struct RecordHome {
    /// The words of the page.
    pub words: Words,
    /// The frame.
    pub shell: Shell,
    /// The number of the household's last change: news after it is waited for.
    pub seq: i64,
    /// The clock by which the page was made, milliseconds since 1970.
    pub now_ms: i64,
    /// What was saved last.
    pub toast: Option<Toast>,
    /// What was logged and needs somebody, worst first.
    pub alarms: Vec<Alarm>,
    /// How long ago, for each baby that is not fed now; without a baby, of the last pump session.
    pub heads: Vec<Head>,
    /// Whether there are two of them to stand side by side.
    pub apart: bool,
    /// What runs or is paused, a feed first.
    pub timers: Vec<Timer>,
    /// Where a feed is begun.
    pub start: Option<Start>,
    /// Whether there is a baby to log for.
    pub baby: bool,
    /// Whether she may log.
    pub writes: bool,
    /// What was saved within the last minutes: it can be taken back here too.
    pub row: Option<Saved>,
}

/// How long ago something was.
#[derive(Debug, Clone)]
pub struct Head {
    /// Of whom and what: `Noa, 19 days. Last feed`.
    pub kicker: String,
    /// How long ago, in words.
    pub time: String,
    /// What it was; empty: nothing yet.
    pub line: String,
    /// The counts of today; empty: nothing yet.
    pub counts: String,
}

/// Where a feed is begun.
#[derive(Debug, Clone)]
pub struct Start {
    /// For whom: value of the field `baby`, name, whether it is chosen. One: it is not asked.
    pub whom: Vec<(String, String, bool)>,
    /// The buttons.
    pub pair: Pair,
}

/// Left and right.
#[derive(Debug, Clone)]
pub struct Pair {
    /// Hers on the left.
    pub left: SideButton,
    /// Hers on the right.
    pub right: SideButton,
}

/// The button of a side.
#[derive(Debug, Clone)]
pub struct SideButton {
    /// `Next side`, `18 min, 01:02`, `Feeding now`, `Switch to`.
    pub word: String,
    /// Here, now: yellow.
    pub now: bool,
    /// It runs.
    pub runs: bool,
}

/// A timer.
#[derive(Debug, Clone)]
pub struct Timer {
    /// `feed` or `pump`.
    pub kind: &'static str,
    /// The entries that it stands for, each with the saving that the page shows: two of one press.
    pub savings: Vec<Saving>,
    /// What and which side.
    pub title: String,
    /// Whose, where there are two babies; empty: it is clear.
    pub whose: String,
    /// When it began, on the wall: `03:12`.
    pub began: String,
    /// Where its start is put right.
    pub href: String,
    /// Seconds of the side at work until now.
    pub shown_s: u32,
    /// Since when that side has run, milliseconds since 1970; none: paused.
    pub since_ms: Option<i64>,
    /// What is over of that side, in seconds.
    pub over_s: u32,
    /// The other side, in words; empty: nothing.
    pub other: String,
    /// The buttons.
    pub pair: Pair,
    /// Over three hours.
    pub long: bool,
    /// Whether she may press its buttons.
    pub writes: bool,
}

/// An entry, and its saving that the page shows.
#[derive(Debug, Clone)]
pub struct Saving {
    /// The entry.
    pub entry: String,
    /// The saving.
    pub revision: String,
}

/// What one press has saved.
#[derive(Debug, Clone)]
pub struct Saved {
    /// In words.
    pub text: String,
    /// The entries, each with the saving that is taken back; the one it was about first.
    pub savings: Vec<Saving>,
    /// Where it is changed: the entry, or the day of several.
    pub href: String,
    /// Whether she may take it back.
    pub undo: bool,
    /// Whether its sides can be swapped.
    pub sides: bool,
    /// `feed` or `pump`: whose sides they are.
    pub kind: &'static str,
}

/// The toast.
pub type Toast = Saved;

/// Something logged that needs somebody.
#[derive(Debug, Clone)]
pub struct Alarm {
    /// How urgent, and until when.
    pub banner: Banner,
    /// The check that begins with what is known, as one line.
    pub kept: String,
}

impl Start {
    /// Whether it is asked for whom.
    #[must_use]
    pub fn asks(&self) -> bool {
        self.whom.len() > 1
    }
}

impl Timer {
    /// Minutes and seconds.
    #[must_use]
    pub fn clock(&self) -> String {
        format!("{}:{:02}", self.shown_s / 60, self.shown_s % 60)
    }

    /// How far the ring has turned, in seconds of its twelve minutes.
    #[must_use]
    pub const fn turned_s(&self) -> u32 {
        self.shown_s % TURN_S
    }

    /// Where the head of the ring stands, in degrees.
    #[must_use]
    pub fn degrees(&self) -> String {
        let halves = self.turned_s() * 720 / TURN_S;
        if halves.is_multiple_of(2) { (halves / 2).to_string() } else { format!("{}.5", halves / 2) }
    }
}

/// One turn of the ring is twelve minutes: a feed has no target.
const TURN_S: u32 = 12 * 60;

impl RecordHome {
    /// The timer that fills the page.
    #[must_use]
    pub fn main_timer(&self) -> Option<&Timer> {
        self.timers.first().filter(|timer| timer.kind == "feed")
    }

    /// The other timers.
    #[must_use]
    pub fn more_timers(&self) -> &[Timer] {
        let main = usize::from(self.main_timer().is_some());
        self.timers.get(main..).unwrap_or_default()
    }
}
