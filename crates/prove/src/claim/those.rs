//! The people whom claims speak of, put together from what an engine can tell.

use super::{PATIENTS, World};
use crate::reading::{Manner, Reading};
use crate::space::Value;
use protocol::model::always::Promise;
use protocol::model::finding::{FindingId, Needed, Subject};
use protocol::model::urgency::Urgency;
use protocol::model::when::Test;

/// Those who are in the situation of a statement.
pub fn situation<R: Reading>(at: usize, world: &World, reading: &mut R) -> R::Those {
    let always = &world.protocol.always[at];
    let manner = if matches!(always.promise, Promise::Closed(_)) { Manner::Gate } else { Manner::Rules };
    let mut those = reading.nobody();
    for all in &always.when {
        let way = passing(all, manner, reading);
        those = reading.either(those, way);
    }
    for id in &always.unsure {
        let way = unsure(*id, world, reading);
        those = reading.either(those, way);
    }
    those
}

/// Those for whom all tests hold.
pub(super) fn passing<R: Reading>(all: &[Test], manner: Manner, reading: &mut R) -> R::Those {
    let nobody = reading.nobody();
    let everybody = reading.others(nobody);
    all.iter().fold(everybody, |those, test| {
        let pass = reading.pass(*test, manner);
        reading.both(those, pass)
    })
}

/// Those in the situation of a statement who are not given what it promises.
pub(super) fn promised<R: Reading>(at: usize, world: &World, reading: &mut R) -> R::Those {
    let those = situation(at, world, reading);
    let kept = match world.protocol.always[at].promise {
        Promise::Closed(gate) => reading.closed(gate),
        Promise::AtLeast(_, Urgency::None) => return reading.nobody(),
        Promise::AtLeast(whose, urgency) => match world.scale.from(urgency) {
            Some(step) => reading.reach(whose, step, None),
            None => reading.nobody(),
        },
    };
    reading.without(those, kept)
}

/// Those who are not sure about a finding; about the baby's only with a baby.
pub(super) fn unsure<R: Reading>(id: FindingId, world: &World, reading: &mut R) -> R::Those {
    let variable = world.space.finding(id);
    let those = reading.said(variable, world.space.place(variable, Value::Unsure));
    match world.protocol.finding(id).subject {
        Subject::Parent => those,
        Subject::Baby => {
            let there = reading.with_baby();
            reading.both(those, there)
        }
    }
}

/// Those for whom the second way of saying a part reaches less than the first; or, both ways round, for whom they differ.
pub(super) fn differ<R: Reading>(
    world: &World,
    reading: &mut R,
    from_step: usize,
    first: (usize, usize),
    second: (usize, usize),
    both_ways: bool,
) -> R::Those {
    let mut those = reading.nobody();
    for whose in PATIENTS {
        for step in from_step..world.scale.steps().len() {
            let [one, other] = [first, second].map(|said| reading.reach(whose, step, Some(said)));
            let lower = reading.without(one, other);
            those = reading.either(those, lower);
            if both_ways {
                let higher = reading.without(other, one);
                those = reading.either(those, higher);
            }
        }
    }
    those
}

/// Those who have not answered a finding, have answered everything mandatory, and are told self-care or nothing.
pub(super) fn unanswered_and_mild<R: Reading>(id: FindingId, world: &World, reading: &mut R) -> R::Those {
    let finding = world.protocol.finding(id);
    let mut those = silent_and_complete(id, world, reading);
    // Only the context may excuse from an answer: another answer may be wrong, or milder than the truth.
    if let Needed::When(any) = &finding.needed
        && any.iter().flatten().all(of_context)
    {
        let mut asked = reading.nobody();
        for all in any {
            let way = passing(all, Manner::Rules, reading);
            asked = reading.either(asked, way);
        }
        those = reading.both(those, asked);
    }
    match world.scale.from(Urgency::WithinDays) {
        Some(step) => {
            let told_more = reading.reach(finding.subject, step, None);
            reading.without(those, told_more)
        }
        None => those,
    }
}

fn of_context(test: &Test) -> bool {
    matches!(test, Test::ContextUnder(..) | Test::ContextAtMost(..) | Test::ContextIs(..) | Test::ContextAtLeast(..))
}

/// Those who said nothing to a finding and are complete all the same; of the baby's findings only where they are asked.
fn silent_and_complete<R: Reading>(id: FindingId, world: &World, reading: &mut R) -> R::Those {
    let variable = world.space.finding(id);
    let silent = reading.said(variable, world.space.place(variable, Value::Silent));
    let complete = reading.complete();
    let those = reading.both(silent, complete);
    match world.protocol.finding(id).subject {
        Subject::Parent => those,
        Subject::Baby => {
            let asked = reading.baby_is_asked();
            reading.both(those, asked)
        }
    }
}

/// Complete without this, and below a step that the worst answer to it would have reached.
pub(super) fn left_out<R: Reading>(
    id: FindingId,
    step: usize,
    told_mild: bool,
    world: &World,
    reading: &mut R,
) -> R::Those {
    let finding = world.protocol.finding(id);
    let mut those = silent_and_complete(id, world, reading);
    if let Some(visit) = world.scale.from(Urgency::WithinDays).filter(|_| told_mild) {
        for whose in PATIENTS {
            let told_more = reading.reach(whose, visit, None);
            those = reading.without(those, told_more);
        }
    }
    let worst = (world.space.finding(id), usize::from(finding.worst()));
    let would = reading.reach(finding.subject, step, Some(worst));
    let those = reading.both(those, would);
    let does = reading.reach(finding.subject, step, None);
    reading.without(those, does)
}

/// Those for whom one of the gates before a session is closed.
pub(super) fn shut<R: Reading>(session: &str, world: &World, reading: &mut R) -> R::Those {
    let mut those = reading.nobody();
    for (at, gate) in world.protocol.gates.iter().enumerate() {
        if gate.opens.iter().any(|opens| opens == session) {
            let closed = reading.closed(at);
            those = reading.either(those, closed);
        }
    }
    those
}

/// Those who are known to be younger than this.
pub(super) fn younger<R: Reading>(age: u16, world: &World, reading: &mut R) -> R::Those {
    let mut those = reading.nobody();
    let variable = world.protocol.context_named("age_years").and_then(|item| world.space.context(item));
    let Some(variable) = variable else { return those };
    for (place, value) in world.space.variables[variable].values.iter().enumerate() {
        if matches!(value, Value::Known { from, .. } if *from < age) {
            let said = reading.said(variable, place);
            those = reading.either(those, said);
        }
    }
    those
}

/// Those for whom a rule fires and no other rule gives the same patient as much.
pub(super) fn decided_by<R: Reading>(rule: usize, world: &World, reading: &mut R) -> R::Those {
    let rules = &world.protocol.rules;
    let own = world.scale.of_rule(&rules[rule]);
    let mut those = reading.fire(rule);
    for (other, one) in rules.iter().enumerate() {
        if other != rule && one.subject == rules[rule].subject && world.scale.of_rule(one) >= own {
            let fires = reading.fire(other);
            those = reading.without(those, fires);
        }
    }
    those
}
