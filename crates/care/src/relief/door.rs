//! Who may enter a session, and what must be asked first.
//!
//! Massage stands behind its gate (f.2, I10): everything that could close it must have been denied, lately. Other sessions follow the plan (f.1, f.1a): what the plan holds back for
//! one of her situations is held back here, and without a check those situations are asked.

use guide::{Guide, Session};
use protocol::assessment::Place;
use protocol::compile::Compiled;
use protocol::evaluate::Read;
use protocol::gate::{Closed, Standing};
use protocol::model::plan::Mark;

use super::{Allowance, Done, InstantS, allowance};

/// What someone brings to the door of a session.
#[derive(Debug, Clone, Default)]
pub struct Visit<'v> {
    /// Her answers, if there was a check.
    pub read: Option<Read<'v>>,
    /// When the oldest of them was given.
    pub answered_s: Option<InstantS>,
    /// What was said at this door.
    pub pass: Option<Pass>,
    /// Sessions that were done.
    pub done: &'v [Done],
    /// She has read the entry that this session asks for, as it stands now, and has chosen it. Someone who answers for her cannot.
    pub chosen: bool,
    /// A clinician has opened this session for her, and it stands. It is in the place of her own choice and of nothing else.
    pub unlocked: bool,
}

/// What was said at the door of one session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Pass {
    /// When.
    pub at_s: InstantS,
    /// "None of these" was said to the list; `false`: a line was ticked; none: it was not asked.
    pub none_of_these: Option<bool>,
    /// "Are you 16 or older?"
    pub old_enough: Option<bool>,
}

/// The answer of the door.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Door {
    /// She may go in.
    Open,
    /// She may not, and why.
    Closed(Vec<Why>),
    /// The check comes first: there is none, or it is not finished.
    Check,
    /// A list is asked: none of these?
    List(Vec<Line>),
    /// "Are you 16 or older?"
    Age,
    /// The entry that this session asks for must be read and chosen.
    Choose,
    /// Not before this instant: it was done too lately, or too often.
    Wait(InstantS),
}

/// Why a door is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// An exclusion of one of its gates: the gate, and its place there.
    Exclusion(usize, usize),
    /// The parent must be seen today or sooner.
    Urgency,
    /// She is under the age.
    Age,
    /// One of her situations holds the step back.
    Situation(usize),
    /// The plan does not offer it to her.
    NotInPlan,
    /// A line of the list was ticked, or not sure.
    Ticked,
    /// Someone who answers for her cannot choose it.
    NotHers,
}

/// A line of the list at a door. Yes and not sure close it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Line {
    /// An exclusion of one of its gates: the gate, and its place there.
    Exclusion(usize, usize),
    /// She was told to be seen today or sooner, or is worse than at the check.
    Urgency,
    /// A situation for which the plan holds the step back.
    Situation(usize),
    /// A line of the session itself.
    Hold(usize),
}

/// What is asked anew each time holds for so long: long enough to read the page before it.
const ANEW_S: i64 = 15 * 60;
/// Where a gate names no age of answers, they hold as long as a result does.
const HOLD_HOURS: i64 = 12;

/// The answer of a session's door.
#[must_use]
pub fn door(compiled: &Compiled, guide: &Guide, session: &Session, visit: &Visit, now_s: InstantS) -> Door {
    let gates = gates_of(compiled, session);
    let said = if gates.is_empty() {
        planned(compiled, session, visit, now_s)
    } else {
        gated(compiled, session, &gates, visit, now_s)
    };
    // Whoever must wait is told so before anything is asked of her.
    match allowance(guide, &compiled.protocol, session, visit.done, now_s) {
        Allowance::From(from_s) if matches!(said, Door::Open | Door::List(_) | Door::Age) => Door::Wait(from_s),
        _ => said,
    }
}

/// The gates that a session stands behind: each must be open.
fn gates_of(compiled: &Compiled, session: &Session) -> Vec<usize> {
    let gates = compiled.protocol.gates.iter().enumerate();
    gates.filter(|(_, gate)| gate.opens.contains(&session.code)).map(|(at, _)| at).collect()
}

/// Massage: every gate before it.
fn gated(compiled: &Compiled, session: &Session, gates: &[usize], visit: &Visit, now_s: InstantS) -> Door {
    let Some(read) = &visit.read else { return Door::Check };
    let hers = read.answers().voice(&compiled.protocol).to_parent;
    if session.unlock.is_some() && !hers {
        return Door::Closed(vec![Why::NotHers]);
    }
    let holds_s =
        HOLD_HOURS.min(gates.iter().filter_map(|at| max_age_hours(compiled, *at)).min().unwrap_or(HOLD_HOURS)) * 3600;
    let fresh = lately(visit.answered_s, now_s, holds_s);
    let standings: Vec<(usize, Standing)> = gates.iter().map(|at| (*at, read.standing(compiled, *at))).collect();
    let why: Vec<Why> = standings.iter().flat_map(|(gate, standing)| reasons(*gate, &standing.closed, fresh)).collect();
    if !why.is_empty() {
        return Door::Closed(why);
    }
    if standings.iter().any(|(_, standing)| standing.unfinished) {
        return Door::Check;
    }
    if session.unlock.is_some() && !visit.chosen && !visit.unlocked {
        return Door::Choose;
    }
    // What the check left open, or said too long ago, is asked here; a withheld session asks every time.
    let anew = session.unlock.is_some();
    let pass = visit.pass.filter(|pass| lately(Some(pass.at_s), now_s, if anew { ANEW_S } else { holds_s }));
    let silent = standings.iter().any(|(_, standing)| !standing.silent.is_empty());
    if anew || !fresh || silent || !session.hold.is_empty() {
        match pass.and_then(|pass| pass.none_of_these) {
            None => return Door::List(gate_lines(compiled, gates, session)),
            Some(false) => return Door::Closed(vec![Why::Ticked]),
            Some(true) => {}
        }
    }
    if standings.iter().any(|(_, standing)| standing.age_unknown) {
        match pass.and_then(|pass| pass.old_enough) {
            None => return Door::Age,
            Some(false) => return Door::Closed(vec![Why::Age]),
            Some(true) => {}
        }
    }
    Door::Open
}

fn max_age_hours(compiled: &Compiled, gate: usize) -> Option<i64> {
    compiled.protocol.gates[gate].limit("answers_max_age_hours")
}

fn gate_lines(compiled: &Compiled, gates: &[usize], session: &Session) -> Vec<Line> {
    let exclusions =
        |gate: usize| (0..compiled.protocol.gates[gate].closed.len()).map(move |at| Line::Exclusion(gate, at));
    let lines = gates.iter().flat_map(|gate| exclusions(*gate)).chain([Line::Urgency]);
    lines.chain((0..session.hold.len()).map(Line::Hold)).collect()
}

/// What closes a gate. Exclusions that were named too long ago are asked anew instead.
fn reasons(gate: usize, closed: &Closed, fresh: bool) -> Vec<Why> {
    let named = closed.exclusions.iter().filter(|_| fresh);
    let mut reasons: Vec<Why> = named.map(|at| Why::Exclusion(gate, *at)).collect();
    reasons.extend(closed.urgency.then_some(Why::Urgency));
    reasons.extend(closed.age.then_some(Why::Age));
    reasons
}

/// Any other session: the plan.
fn planned(compiled: &Compiled, session: &Session, visit: &Visit, now_s: InstantS) -> Door {
    let fresh = lately(visit.answered_s, now_s, HOLD_HOURS * 3600);
    let read = visit.read.as_ref().filter(|_| fresh);
    let step = &compiled.protocol.steps[session.step];
    let held = |situation: &usize| !matches!(step.marks[*situation].0, Mark::Offered | Mark::Optional | Mark::Slow);
    let known = read.is_some_and(|read| read.parent_is_known(compiled));
    if let Some(read) = read {
        let why: Vec<Why> = read.situations().into_iter().filter(held).map(Why::Situation).collect();
        if !why.is_empty() {
            return Door::Closed(why);
        }
        if known && !offered(read, session.step) {
            return Door::Closed(vec![Why::NotInPlan]);
        }
    }
    let situations = (0..compiled.protocol.situations.len()).filter(|at| !known && held(at)).map(Line::Situation);
    let lines: Vec<Line> = situations.chain((0..session.hold.len()).map(Line::Hold)).collect();
    let pass = visit.pass.filter(|pass| lately(Some(pass.at_s), now_s, HOLD_HOURS * 3600));
    match pass.and_then(|pass| pass.none_of_these) {
        _ if lines.is_empty() => Door::Open,
        None => Door::List(lines),
        Some(false) => Door::Closed(vec![Why::Ticked]),
        Some(true) => Door::Open,
    }
}

fn offered(read: &Read, step: usize) -> bool {
    read.plan().iter().any(|planned| planned.step == step && matches!(planned.place, Place::Offered | Place::Optional))
}

/// Whether something was said lately. What is dated in the future was said before a clock was set back: it is not lately.
fn lately(at_s: Option<InstantS>, now_s: InstantS, holds_s: i64) -> bool {
    at_s.and_then(|at_s| now_s.checked_sub(at_s)).is_some_and(|age_s| (0..=holds_s).contains(&age_s))
}
