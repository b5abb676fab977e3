//! What is claimed: each claim names the people who would be against it, and holds when there is nobody.

mod asked;
mod those;

use crate::interview::holds;
use crate::reading::Reading;
use crate::scale::Scale;
use crate::space::Space;
use protocol::model::Protocol;
use protocol::model::finding::{FindingId, Subject};
use protocol::model::screen::ScreenKind;
use protocol::model::urgency::Urgency;
use those::{decided_by, differ, left_out, promised, shut, unanswered_and_mild, unsure, younger};

pub use those::situation;

/// Both patients.
const PATIENTS: [Subject; 2] = [Subject::Parent, Subject::Baby];

/// One claim about everybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Claim {
    /// A statement of the protocol, by its place.
    Promised(usize),
    /// One part said thus instead of so never lowers either patient.
    NeverLowers {
        /// The part.
        variable: usize,
        /// Place of the milder value.
        from: usize,
        /// Place of the other.
        to: usize,
    },
    /// One part said thus or so makes no difference from this step of the scale on.
    NoMatter {
        /// The part.
        variable: usize,
        /// Place of one value.
        left: usize,
        /// Place of the other.
        right: usize,
        /// The step.
        step: usize,
    },
    /// Whoever is told self-care or nothing has answered this.
    Answered(FindingId),
    /// Whoever is not sure about this has reached something.
    UnsureIsSomething(FindingId),
    /// Whoever must be seen the same day finds a gate before this session closed.
    ShutByUrgency(&'static str),
    /// Whoever is known to be younger than this finds a gate before this session closed.
    ShutByAge(&'static str, u16),
    /// Where this is not asked it could not have lifted its patient to this step.
    LeftOut {
        /// The finding.
        id: FindingId,
        /// The step.
        step: usize,
        /// Only those who are told self-care or nothing.
        told_mild: bool,
    },
    /// Whether this is asked does not rest on a part that is not asked before it.
    InTime {
        /// The finding.
        id: FindingId,
        /// The part.
        variable: usize,
        /// Silence about the part may ask for it all the same.
        excuses: bool,
    },
    /// Answering this part, or answering it worse, never excuses from a finding.
    NeverUnasked {
        /// The finding.
        id: FindingId,
        /// The part.
        variable: usize,
    },
    /// Whenever this is needed a screen shows it.
    Shown(FindingId),
    /// The interview asks this of whoever the full form asks it, and of nobody else.
    SameSheet(FindingId),
    /// A finished sheet of the full form is complete.
    SheetComplete,
    /// This rule never fires.
    Dead(usize),
    /// This rule never decides: whenever it fires, others give its patient as much.
    NeverDecides(usize),
}

/// Those who are against a claim, for one engine.
pub fn against<R: Reading>(claim: Claim, world: &World, reading: &mut R) -> R::Those {
    match claim {
        Claim::Promised(at) => promised(at, world, reading),
        Claim::NeverLowers { variable, from, to } => differ(world, reading, 0, (variable, from), (variable, to), false),
        Claim::NoMatter { variable, left, right, step } => {
            differ(world, reading, step, (variable, left), (variable, right), true)
        }
        Claim::Answered(id) => unanswered_and_mild(id, world, reading),
        Claim::UnsureIsSomething(id) => {
            let those = unsure(id, world, reading);
            let reached = reading.reach(world.protocol.finding(id).subject, 0, None);
            reading.without(those, reached)
        }
        Claim::ShutByUrgency(session) => match world.scale.from(Urgency::SameDay) {
            Some(step) => {
                let (soon, closed) = (reading.reach(Subject::Parent, step, None), shut(session, world, reading));
                reading.without(soon, closed)
            }
            None => reading.nobody(),
        },
        Claim::ShutByAge(session, age) => {
            let (young, closed) = (younger(age, world, reading), shut(session, world, reading));
            reading.without(young, closed)
        }
        Claim::LeftOut { id, step, told_mild } => left_out(id, step, told_mild, world, reading),
        Claim::InTime { id, variable, excuses } => asked::rests_on(id, variable, excuses, world, reading),
        Claim::NeverUnasked { id, variable } => asked::unasked(id, variable, world, reading),
        Claim::Shown(id) => asked::nowhere(id, world, reading),
        Claim::SameSheet(id) => asked::other_sheet(id, world, reading),
        Claim::SheetComplete => asked::unfinished(world, reading),
        Claim::Dead(rule) => reading.fire(rule),
        Claim::NeverDecides(rule) => decided_by(rule, world, reading),
    }
}

/// What claims are about.
pub struct World<'p> {
    /// The protocol.
    pub protocol: &'p Protocol,
    /// Its inputs.
    pub space: Space,
    /// Its outcomes.
    pub scale: Scale,
}

impl World<'_> {
    /// The parts that are asked on this screen or later. What no screen asks is known from the beginning, or never.
    pub(crate) fn asked_from(&self, screen: usize) -> impl Iterator<Item = usize> {
        self.protocol.screens[screen..].iter().flat_map(|screen| {
            let context = match &screen.kind {
                ScreenKind::Choose { context, .. } => self.space.context(*context),
                _ => None,
            };
            holds(screen).iter().map(|id| self.space.finding(*id)).chain(context)
        })
    }

    /// The parts that have not been asked when this finding is: those of its own screen and of later ones.
    pub(crate) fn not_before(&self, id: FindingId) -> Vec<usize> {
        let own = self.protocol.screens.iter().position(|screen| holds(screen).contains(&id));
        own.map(|screen| self.asked_from(screen).collect()).unwrap_or_default()
    }
}
