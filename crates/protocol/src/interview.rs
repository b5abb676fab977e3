//! The interview: which screen comes next, what a reply means, how to go back. The order is data; nothing here knows how a screen looks.
//!
//! The path through the screens follows from the answers alone, so every door (page, terminal, phone) walks the same one.

mod reply;
mod wire;

pub use reply::{Chosen, Refused, Reply, Tick};
pub use wire::Unreadable;

use std::collections::BTreeMap;

use crate::answers::Answers;
use crate::compile::Compiled;
use crate::evaluate::Read;
use crate::model::finding::{Class, FindingId, FindingSet, Subject};
use crate::model::screen::{Screen, ScreenKind};
use crate::model::urgency::Urgency;

/// Who worries her.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Who {
    /// The parent.
    Parent,
    /// The baby.
    Baby,
    /// Both.
    Both,
    /// The parent, and there is no baby to ask about.
    NoBaby,
}

impl Who {
    /// All answers, in the order in which they are shown.
    pub const ALL: [Self; 4] = [Self::Parent, Self::Baby, Self::Both, Self::NoBaby];

    /// Its id.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Parent => "parent",
            Self::Baby => "baby",
            Self::Both => "both",
            Self::NoBaby => "no_baby",
        }
    }
}

/// One stop on the path: a screen, or one finding of a checklist that is asked on its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stop {
    /// The screen, by its place in the protocol.
    pub screen: usize,
    /// A finding of that checklist which needs a closer look.
    pub closer: Option<FindingId>,
}

/// How an answer was given, so that a reason can name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// By this line of a checklist.
    Line(usize),
    /// By this answer button.
    Choice(usize),
    /// By this number, as typed.
    Number(String),
}

/// The longest number that is kept as it was typed.
const LONGEST_TYPED: usize = 20;

impl Said {
    /// A number as it was typed, without what would not survive being written on a line.
    fn typed(typed: &str) -> Self {
        // Blanks come last: a mark taken out, or the end cut off, must not leave one that the next reading takes away.
        let kept = typed.replace([';', '@', '='], "");
        let words: Vec<&str> = kept.split_whitespace().collect();
        let short: String = words.join(" ").chars().take(LONGEST_TYPED).collect();
        Self::Number(short.trim_end().to_owned())
    }
}

/// An interview under way.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Interview {
    /// Who worries her, once said.
    pub who: Option<Who>,
    /// What has been answered.
    pub answers: Answers,
    /// Answered "not sure" once: asked again with the line that says how to tell.
    pub once: FindingSet,
    /// Ticked without a level, or to be asked one by one.
    pub ticked: FindingSet,
    /// Items of context that were passed over.
    pub passed: u16,
    /// How answers were given.
    pub said: BTreeMap<FindingId, Said>,
    /// How many patients' emergencies have been shown in mid-check, so that each interrupts once.
    pub shown: u8,
    /// When the first answer was given, in seconds since 1970 (UTC), where somebody looked at a clock: answers grow old.
    pub began_s: Option<i64>,
}

impl Interview {
    /// Every stop so far and to come, in order; `true` once it has been answered.
    #[must_use]
    pub fn path(&self, compiled: &Compiled) -> Vec<(Stop, bool)> {
        let read = compiled.read(&self.answers);
        let needed = read.needed_now();
        let mut path = Vec::new();
        for screen in self.order(compiled) {
            self.stops(compiled, &read, needed, screen, &mut path);
        }
        path
    }

    /// The first stop without an answer; none when the interview is over.
    #[must_use]
    pub fn next(&self, compiled: &Compiled) -> Option<Stop> {
        self.path(compiled).into_iter().find(|(_, done)| !done).map(|(stop, _)| stop)
    }

    /// The stop before this one, or before the end.
    #[must_use]
    pub fn before(&self, compiled: &Compiled, here: Option<Stop>) -> Option<Stop> {
        let path = self.path(compiled);
        let at = here.and_then(|here| path.iter().position(|(stop, _)| *stop == here)).unwrap_or_else(|| {
            let screen = here.map(|here| here.screen);
            let later = path.iter().position(|(stop, _)| Some(stop.screen) == screen).map(|at| at + 1);
            later.unwrap_or(path.len())
        });
        path[..at].last().map(|(stop, _)| *stop)
    }

    /// The most screens that can still come, whatever is answered to them, closer looks aside.
    #[must_use]
    pub fn left_at_most(&self, compiled: &Compiled) -> usize {
        let worst = compiled.read(&self.answers).worst_case();
        let needed = worst.needed_now();
        let mut path = Vec::new();
        for screen in self.order(compiled) {
            self.stops(compiled, &worst, needed, screen, &mut path);
        }
        path.iter().filter(|(_, done)| !done).count()
    }

    /// The screens in the order in which this person meets them: the patient who worries her first.
    fn order(&self, compiled: &Compiled) -> Vec<usize> {
        let screens = &compiled.protocol.screens;
        let mut order: Vec<usize> = (0..screens.len()).collect();
        let first = screens.iter().position(|screen| screen.subject.is_some()).unwrap_or(0);
        let length = screens[first..].iter().take_while(|screen| screen.subject.is_some()).count();
        if self.who == Some(Who::Baby) {
            order[first..first + length].sort_by_key(|at| screens[*at].subject != Some(Subject::Baby));
        }
        order
    }

    fn stops(&self, compiled: &Compiled, read: &Read, needed: FindingSet, at: usize, path: &mut Vec<(Stop, bool)>) {
        let screen = &compiled.protocol.screens[at];
        let stop = Stop { screen: at, closer: None };
        if !read.screen_is_on(at) || !self.fits(compiled, screen) {
            return;
        }
        match &screen.kind {
            ScreenKind::Who => path.push((stop, self.who.is_some())),
            ScreenKind::Choose { context, .. } => {
                path.push((stop, self.answers.known(*context).is_some() || self.passed >> context & 1 == 1));
            }
            ScreenKind::Question(finding) => {
                if self.shows(compiled, needed, *finding) {
                    path.push((stop, self.answers.given(*finding).is_some()));
                }
            }
            ScreenKind::List(findings) => {
                let shown: Vec<_> =
                    findings.iter().copied().filter(|finding| self.shows(compiled, needed, *finding)).collect();
                let listed: Vec<_> = shown.iter().copied().filter(|finding| !read.is_alone(*finding)).collect();
                if !listed.is_empty() {
                    path.push((stop, listed.iter().all(|finding| self.met(*finding))));
                }
                let asked = shown.into_iter().filter(|finding| read.is_alone(*finding) || self.closer(*finding));
                path.extend(asked.map(|finding| {
                    (Stop { screen: at, closer: Some(finding) }, self.answers.given(finding).is_some())
                }));
            }
        }
    }

    /// Screens of a baby are left out without one; "who" when it is known that there is none.
    fn fits(&self, compiled: &Compiled, screen: &Screen) -> bool {
        let has_baby = self.answers.has_baby(&compiled.protocol);
        match screen.kind {
            ScreenKind::Who => has_baby || self.who.is_some(),
            _ => has_baby || screen.subject != Some(Subject::Baby),
        }
    }

    /// Whether a finding is asked: when it is needed, has been met already, or serves the plan.
    fn shows(&self, compiled: &Compiled, needed: FindingSet, finding: FindingId) -> bool {
        let one = compiled.protocol.finding(finding);
        let off = one.subject == Subject::Baby && !self.answers.has_baby(&compiled.protocol);
        !off && (needed.contains(finding) || self.met(finding) || one.class == Class::Input)
    }

    fn met(&self, finding: FindingId) -> bool {
        self.answers.given(finding).is_some() || self.closer(finding)
    }

    fn closer(&self, finding: FindingId) -> bool {
        self.answers.given(finding).is_none() && (self.ticked.contains(finding) || self.once.contains(finding))
    }

    /// The findings on a checklist that are shown to this person; those that are asked alone stand elsewhere.
    #[must_use]
    pub fn shown_on(&self, compiled: &Compiled, screen: usize) -> Vec<FindingId> {
        let read = compiled.read(&self.answers);
        let needed = read.needed_now();
        let listed = |finding: &FindingId| self.shows(compiled, needed, *finding) && !read.is_alone(*finding);
        match &compiled.protocol.screens[screen].kind {
            ScreenKind::List(findings) => findings.iter().copied().filter(listed).collect(),
            ScreenKind::Question(finding) => vec![*finding],
            ScreenKind::Who | ScreenKind::Choose { .. } => Vec::new(),
        }
    }

    /// The finding that a stop asks on its own, if it does.
    #[must_use]
    pub fn asked_alone(&self, compiled: &Compiled, stop: Stop) -> Option<FindingId> {
        match (&compiled.protocol.screens[stop.screen].kind, stop.closer) {
            (_, Some(finding)) => Some(finding),
            (ScreenKind::Question(finding), None) => Some(*finding),
            _ => None,
        }
    }

    /// Whether an emergency has been reached that has not been shown: of either patient, each by itself.
    #[must_use]
    pub fn interrupts(&self, compiled: &Compiled) -> bool {
        self.emergencies(compiled) > self.shown
    }

    /// Notes which emergencies have been shown. One that was taken back will interrupt again.
    pub fn note_shown(&mut self, compiled: &Compiled) {
        self.shown = self.emergencies(compiled);
    }

    fn emergencies(&self, compiled: &Compiled) -> u8 {
        let assessment = compiled.read(&self.answers).assess();
        let patients = [Some(assessment.parent), assessment.baby];
        patients.into_iter().flatten().map(|reached| u8::from(reached.urgency == Urgency::EmergencyNow)).sum()
    }
}
