//! A result as it is told: what was reached, why, what it could be, what to do, when to come back. One shape for every door.

use crate::assessment::{Assessment, Considered, Place, Planned, Reached};
use crate::compile::Compiled;
use crate::evaluate::Read;
use crate::gate::{self, Standing};
use crate::model::finding::{FindingId, Group, Subject};
use crate::model::screen::ScreenKind;
use crate::model::urgency::Urgency;
use crate::model::when::{All, Any, Test};
use crate::text::Voice;

/// The most conditions per patient that are shown at once.
pub const MOST_CONDITIONS: usize = 5;
/// The most lines of "come back if".
pub const MOST_COME_BACK: usize = 8;

/// A result with everything that is told beside it. Numbers are places in the protocol.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained {
    /// The outcome.
    pub assessment: Assessment,
    /// The parent.
    pub parent: Told,
    /// The baby, unless there is none.
    pub baby: Option<Told>,
    /// Someone else watches the baby, so that silence about it says nothing.
    pub baby_watched: bool,
    /// Rules at the headline's level, of either patient. Empty while incomplete.
    pub reasons: Vec<usize>,
    /// Everything this can be, both patients, most favoured first.
    pub conditions: Vec<Considered>,
    /// Where each gate stands.
    pub gates: Vec<Standing>,
    /// The relief plan.
    pub plan: Vec<Planned>,
    /// What would make this more urgent.
    pub come_back_if: Vec<ComeBack>,
    /// Notices that hold.
    pub notices: Vec<usize>,
    /// Contradictions that hold.
    pub contradictions: Vec<usize>,
    /// Holds on the milk.
    pub holds: Vec<usize>,
    /// Advice that a fired rule adds.
    pub advices: Vec<usize>,
    /// What to ask next.
    pub next: Vec<FindingId>,
}

/// What one patient is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The urgency; `None` while incomplete.
    pub urgency: Option<Urgency>,
    /// Days, for `within_days`.
    pub days: Option<u16>,
    /// Rules at that level.
    pub reasons: Vec<usize>,
    /// Rules at `within_days` or above that are below that level, gravest first.
    pub also: Vec<usize>,
}

/// One line of "come back if": signs that would reach the same urgency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComeBack {
    /// What they would reach.
    pub urgency: Urgency,
    /// Where they stand.
    pub group: Group,
    /// The signs.
    pub signs: Vec<(FindingId, u8)>,
}

impl Explained {
    /// The headline; `None` while incomplete.
    #[must_use]
    pub fn headline(&self) -> Option<Urgency> {
        self.assessment.headline()
    }

    /// A baby whom someone else watches and of whom nothing was reported: "nothing found" would say too much.
    #[must_use]
    pub fn silent_baby(&self) -> bool {
        self.baby_watched && self.assessment.baby.is_some_and(|reached| reached.urgency == Urgency::None)
    }

    /// What is shown of the conditions at first: at most five per patient.
    #[must_use]
    pub fn conditions_shown(&self, compiled: &Compiled) -> Vec<Considered> {
        let of = |subject| {
            self.conditions.iter().filter(move |one| compiled.protocol.conditions[one.condition].subject == subject)
        };
        let shown = |subject| of(subject).take(MOST_CONDITIONS).copied();
        shown(Subject::Parent).chain(shown(Subject::Baby)).collect()
    }

    /// Steps of the plan at a place.
    pub fn planned(&self, place: Place) -> impl Iterator<Item = usize> + '_ {
        self.plan.iter().filter(move |planned| planned.place == place).map(|planned| planned.step)
    }
}

impl Read<'_> {
    /// The whole result.
    #[must_use]
    pub fn explain(&self, compiled: &Compiled) -> Explained {
        let assessment = self.assess();
        let headline = assessment.headline();
        let parent = told(compiled, &assessment, Subject::Parent, assessment.parent);
        let baby = assessment.baby.map(|reached| told(compiled, &assessment, Subject::Baby, reached));
        let mut reasons: Vec<usize> = [Some(&parent), baby.as_ref()]
            .into_iter()
            .flatten()
            .filter(|told| headline.is_some() && told.urgency == headline)
            .flat_map(|told| told.reasons.iter().copied())
            .collect();
        reasons.sort_unstable();
        let mut advices: Vec<usize> =
            assessment.fired.iter().flat_map(|rule| compiled.protocol.rules[rule].advises.iter().copied()).collect();
        advices.sort_unstable();
        advices.dedup();
        // Read once, for the plan and for whoever tells where they stand: a gate may need a reading of its own.
        let gates: Vec<Standing> =
            (0..compiled.protocol.gates.len()).map(|gate| self.standing(compiled, gate)).collect();
        let shut: Vec<bool> = gates.iter().map(|standing| standing.closed.is_closed()).collect();
        Explained {
            baby_watched: baby.is_some() && !self.answers().baby_is_asked(&compiled.protocol),
            conditions: self.conditions(headline),
            plan: self.plan_behind(&shut),
            gates,
            come_back_if: come_back_if(self),
            notices: self.notices().filter(|at| said(compiled, self, &compiled.protocol.notices[*at].when)).collect(),
            contradictions: self
                .contradictions()
                .filter(|at| said(compiled, self, &compiled.protocol.contradictions[*at].when))
                .collect(),
            holds: self.holds(),
            next: next(compiled, &assessment),
            advices,
            assessment,
            parent,
            baby,
            reasons,
        }
    }
}

impl Read<'_> {
    /// Words beside a step: what her situations and the step's cautions add, or why its gate is closed. A warned step carries no words of comfort.
    #[must_use]
    pub fn words_of_step<'t>(&self, compiled: &'t Compiled, step: usize, place: Place, voice: Voice) -> Vec<&'t str> {
        let one = &compiled.protocol.steps[step];
        match place {
            Place::Offered | Place::Optional => {
                let of_marks = self.situations().into_iter().filter_map(|situation| one.marks[situation].1.as_ref());
                let of_cautions = self.cautions(step).map(|at| &one.cautions[at].1);
                let mut words: Vec<&str> = Vec::new();
                for said in of_marks.chain(of_cautions).map(|text| text.say(voice)) {
                    if !said.is_empty() && !words.contains(&said) {
                        words.push(said);
                    }
                }
                words
            }
            Place::NotNow => match gate::before(&compiled.protocol, one) {
                Some((at, gate)) => self.closed(compiled, at).reasons(&compiled.protocol, gate, voice),
                None => Vec::new(),
            },
            Place::Never => Vec::new(),
        }
    }
}

/// Whether alternatives hold by what was said: "milder than" and "no" must rest on answers, not on silence.
fn said(compiled: &Compiled, read: &Read, any: &Any) -> bool {
    let answered = |id: FindingId| read.answers().given(id).is_some();
    let rests = |test: &Test| match test {
        Test::Milder(finding, _) => answered(*finding),
        Test::NoTerm(term) => compiled.protocol.terms[*term].when.iter().flatten().all(|test| match test {
            Test::AtLeast(finding, _) => answered(*finding),
            _ => true,
        }),
        _ => true,
    };
    any.iter().any(|all| holds_all(compiled, read, all) && all.iter().all(rests))
}

fn told(compiled: &Compiled, assessment: &Assessment, subject: Subject, reached: Reached) -> Told {
    let urgency = assessment.told(reached.urgency);
    let rules = &compiled.protocol.rules;
    let fired = || assessment.fired.iter().filter(|rule| rules[*rule].subject == subject);
    let reasons = fired().filter(|rule| urgency == Some(rules[*rule].urgency)).collect();
    let mut also: Vec<usize> = match urgency {
        Some(urgency) => fired()
            .filter(|rule| rules[*rule].urgency >= Urgency::WithinDays && rules[*rule].urgency < urgency)
            .collect(),
        None => Vec::new(),
    };
    also.sort_by_key(|rule| std::cmp::Reverse(rules[*rule].urgency));
    Told { urgency, days: reached.days.filter(|_| urgency.is_some()), reasons, also }
}

/// Worsenings gathered by what they reach and where they stand: gravest first, at most eight lines.
fn come_back_if(read: &Read) -> Vec<ComeBack> {
    let mut lines: Vec<ComeBack> = Vec::with_capacity(MOST_COME_BACK);
    for worse in read.come_back_if() {
        let sign = (worse.finding, worse.level);
        match lines.iter_mut().find(|line| (line.urgency, line.group) == (worse.urgency, worse.group)) {
            Some(line) => line.signs.push(sign),
            None => lines.push(ComeBack { urgency: worse.urgency, group: worse.group, signs: vec![sign] }),
        }
    }
    lines.sort_by_key(|line| (std::cmp::Reverse(line.urgency), line.group));
    lines.truncate(MOST_COME_BACK);
    lines
}

/// The unanswered findings of the first screen that has any.
fn next(compiled: &Compiled, assessment: &Assessment) -> Vec<FindingId> {
    let open = |finding: &FindingId| assessment.unanswered.contains(*finding);
    let of_screen = |kind: &ScreenKind| -> Vec<FindingId> {
        match kind {
            ScreenKind::List(findings) => findings.iter().copied().filter(open).collect(),
            ScreenKind::Question(finding) => Some(*finding).into_iter().filter(open).collect(),
            ScreenKind::Who | ScreenKind::Choose { .. } => Vec::new(),
        }
    };
    compiled
        .protocol
        .screens
        .iter()
        .map(|screen| of_screen(&screen.kind))
        .find(|open| !open.is_empty())
        .unwrap_or_default()
}

/// The findings, with their levels, that make some tests hold: what a reason or a hint may name.
#[must_use]
pub fn because(compiled: &Compiled, read: &Read, all: &All) -> Vec<(FindingId, u8)> {
    let mut found = Vec::new();
    gather(compiled, read, all, &mut found);
    found
}

/// The same for alternatives: those that hold.
#[must_use]
pub fn because_any(compiled: &Compiled, read: &Read, any: &Any) -> Vec<(FindingId, u8)> {
    let mut found = Vec::new();
    any.iter().filter(|all| holds_all(compiled, read, all)).for_each(|all| gather(compiled, read, all, &mut found));
    found
}

fn gather(compiled: &Compiled, read: &Read, all: &All, found: &mut Vec<(FindingId, u8)>) {
    for test in all {
        match test {
            Test::AtLeast(finding, least) => {
                let level = read.level(*finding);
                if level >= *least && !found.iter().any(|(known, _)| known == finding) {
                    found.push((*finding, level));
                }
            }
            Test::Term(term) => {
                let ways = compiled.protocol.terms[*term].when.iter().filter(|all| holds_all(compiled, read, all));
                ways.for_each(|all| gather(compiled, read, all, found));
            }
            Test::Count(count, _) => {
                let signs = compiled.protocol.counts[*count].of.iter().filter(|test| holds(compiled, read, **test));
                signs.for_each(|test| gather(compiled, read, &vec![*test], found));
            }
            _ => {}
        }
    }
}

fn holds_all(compiled: &Compiled, read: &Read, all: &All) -> bool {
    all.iter().all(|test| holds(compiled, read, *test))
}

fn holds(compiled: &Compiled, read: &Read, test: Test) -> bool {
    let protocol = &compiled.protocol;
    match test {
        Test::AtLeast(finding, level) => read.level(finding) >= level,
        Test::Milder(finding, level) => read.level(finding) < level,
        Test::Term(term) => protocol.terms[term].when.iter().any(|all| holds_all(compiled, read, all)),
        Test::NoTerm(term) => !protocol.terms[term].when.iter().any(|all| holds_all(compiled, read, all)),
        Test::Count(count, least) => {
            protocol.counts[count].of.iter().filter(|sign| holds(compiled, read, **sign)).count() >= usize::from(least)
        }
        context => read.answers().context_holds(protocol, context),
    }
}
