//! How long it takes until the highest urgency cannot change any more.

use super::holds;
use protocol::answers::Answers;
use protocol::compile::Compiled;
use protocol::evaluate::Read;
use protocol::model::context::ContextKind;
use protocol::model::finding::{Class, Subject};
use protocol::model::screen::ScreenKind;
use protocol::model::urgency::Urgency;
use protocol::model::when::Test;
use protocol::text::Text;
use std::ops::Add;

/// How much was asked until then, of all people together. The smaller comes first: fewer screens, then fewer findings.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cost {
    /// Screens: checklists, and findings that are asked on their own. Closer looks at a ticked line are not counted.
    pub screens: usize,
    /// Findings.
    pub findings: usize,
}

impl Add for Cost {
    type Output = Self;

    fn add(self, more: Self) -> Self {
        Self { screens: self.screens + more.screens, findings: self.findings + more.findings }
    }
}

/// What these people are asked in this order of the screens until the highest urgency of each cannot change any more.
#[must_use]
pub fn cost(compiled: &Compiled, people: &[Answers], order: &[usize]) -> Cost {
    people.iter().map(|one| until(compiled, one, order).1).fold(Cost::default(), Add::add)
}

/// After how many screens of this order the highest urgency of one person cannot change any more, and what she was asked on them.
#[must_use]
pub fn until(compiled: &Compiled, one: &Answers, order: &[usize]) -> (usize, Cost) {
    let mut so_far = SoFar::nothing(compiled, one);
    let mut cost = Cost::default();
    for (at, next) in order.iter().enumerate() {
        if so_far.is_settled(compiled, &order[at..]) {
            return (at, cost);
        }
        cost = cost + asks(compiled, &so_far.read(compiled), *next);
        so_far.hear(compiled, *next, one);
    }
    (order.len(), cost)
}

/// What one person has said so far.
#[derive(Debug, Clone, Copy)]
pub(super) struct SoFar(Answers);

impl SoFar {
    /// Nothing of what a screen asks. What no screen asks is known from elsewhere.
    pub(super) fn nothing(compiled: &Compiled, full: &Answers) -> Self {
        let mut said = *full;
        for screen in &compiled.protocol.screens {
            holds(screen).iter().for_each(|id| said.forget(*id));
            if let ScreenKind::Choose { context, choices } = &screen.kind
                && !is_said_elsewhere(compiled, *context, choices, full)
            {
                said.unknow(*context);
            }
        }
        Self(said)
    }

    /// The answers of one more screen: what it asks of this person.
    pub(super) fn hear(&mut self, compiled: &Compiled, screen: usize, full: &Answers) {
        let screen = &compiled.protocol.screens[screen];
        if let ScreenKind::Choose { context, .. } = screen.kind
            && let Some(known) = full.known(context)
        {
            self.0.know(context, known);
        }
        let needed = compiled.read(&self.0).needed_now();
        for id in holds(screen).iter().filter(|id| needed.contains(**id)) {
            if let Some(given) = full.given(*id) {
                self.0.answer(*id, given);
            }
        }
    }

    pub(super) fn read<'c>(&self, compiled: &'c Compiled) -> Read<'c> {
        compiled.read(&self.0)
    }

    /// Whether the highest urgency stays the same, whatever is answered to the screens that are open, an item of context passed over included.
    ///
    /// Worse answers never lower it (I1, I2), nor do smaller numbers of the context (I6): both ends are looked at, in every word that a test knows.
    pub(super) fn is_settled(&self, compiled: &Compiled, open: &[usize]) -> bool {
        let (least, most) = span(compiled, &self.0);
        if least != most {
            return false;
        }
        let mut worlds = vec![self.0];
        for screen in open {
            let ScreenKind::Choose { context, choices } = &compiled.protocol.screens[*screen].kind else { continue };
            let values: Vec<u16> = match compiled.protocol.context[*context].kind {
                ContextKind::Number { .. } => choices.iter().map(|(value, _)| *value).max().into_iter().collect(),
                ContextKind::Values(_) => choices
                    .iter()
                    .map(|(value, _)| *value)
                    .filter(|value| is_tested(compiled, *context, *value))
                    .collect(),
            };
            let before = worlds.clone();
            worlds.extend(before.iter().flat_map(|world| values.iter().map(|value| knowing(*world, *context, *value))));
        }
        worlds[1..].iter().all(|world| span(compiled, world) == (least, most))
    }
}

/// What a screen asks of a person who has said so much.
pub(super) fn asks(compiled: &Compiled, read: &Read, at: usize) -> Cost {
    let screen = &compiled.protocol.screens[at];
    let of_nobody = screen.subject == Some(Subject::Baby) && !read.answers().has_baby(&compiled.protocol);
    if of_nobody || !read.screen_is_on(at) {
        return Cost::default();
    }
    if matches!(screen.kind, ScreenKind::Who | ScreenKind::Choose { .. }) {
        return Cost { screens: 1, findings: 0 };
    }
    let needed = read.needed_now();
    let of_plan = |id| compiled.protocol.finding(id).class == Class::Input;
    let shown = holds(screen).iter().filter(|id| needed.contains(**id) || of_plan(**id));
    let (mut alone, mut listed) = (0, 0);
    shown.for_each(|id| *(if read.is_alone(*id) { &mut alone } else { &mut listed }) += 1);
    Cost { screens: alone + usize::from(listed > 0), findings: alone + listed }
}

/// A word that its screen does not offer: that there is no baby is said with who worries her.
fn is_said_elsewhere(compiled: &Compiled, context: usize, choices: &[(u16, Text)], full: &Answers) -> bool {
    let words = matches!(compiled.protocol.context[context].kind, ContextKind::Values(_));
    words && full.known(context).is_some_and(|known| choices.iter().all(|(value, _)| *value != known))
}

fn knowing(mut world: Answers, context: usize, value: u16) -> Answers {
    world.know(context, value);
    world
}

/// Whether a rule, or whether there is a baby to ask about, rests on this word.
fn is_tested(compiled: &Compiled, item: usize, word: u16) -> bool {
    let protocol = &compiled.protocol;
    let rules = protocol.rules.iter().flat_map(|rule| rule.when.iter());
    let terms = protocol.terms.iter().flat_map(|term| term.when.iter().flatten());
    let needs = protocol.baby_absent.iter().chain(&protocol.baby_watched).flatten();
    rules.chain(terms).chain(needs).any(|test| *test == Test::ContextIs(item, word))
}

/// The highest urgency now, and with everything open that is mandatory at its worst.
fn span(compiled: &Compiled, said: &Answers) -> (Urgency, Urgency) {
    let least = highest(compiled, said);
    if least == Urgency::EmergencyNow {
        return (least, least);
    }
    (least, compiled.read(said).could_reach())
}

fn highest(compiled: &Compiled, said: &Answers) -> Urgency {
    let (parent, baby) = compiled.urgency(&compiled.pack(said));
    parent.max(baby.unwrap_or(Urgency::None))
}
