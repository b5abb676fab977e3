//! Those against a claim about what is asked, and when.

use super::World;
use crate::reading::{Manner, Reading};
use crate::space::Value;
use protocol::model::finding::{Class, FindingId, Subject};

/// Those of whom this finding is needed with one value of a part and not with silence about it. Both ways, unless silence may ask for more.
pub(super) fn rests_on<R: Reading>(
    id: FindingId,
    variable: usize,
    excuses: bool,
    world: &World,
    reading: &mut R,
) -> R::Those {
    let silent = world.space.place(variable, Value::Silent);
    let before = reading.need(id, Some((variable, silent)));
    let mut those = reading.nobody();
    for place in 0..silent {
        let now = reading.need(id, Some((variable, place)));
        let more = reading.without(now, before);
        those = reading.either(those, more);
        if !excuses {
            let less = reading.without(before, now);
            those = reading.either(those, less);
        }
    }
    those
}

/// Those of whom this finding is needed with one answer about another and no longer with a worse one; or without an answer and no longer with one.
pub(super) fn unasked<R: Reading>(id: FindingId, variable: usize, world: &World, reading: &mut R) -> R::Those {
    let place = |value| world.space.place(variable, value);
    let (unsure, silent) = (place(Value::Unsure), place(Value::Silent));
    let steps = (0..unsure.saturating_sub(1)).map(|level| (level, level + 1));
    let mut those = reading.nobody();
    for (from, to) in steps.chain([(silent, 0), (silent, unsure)]) {
        let (before, now) = (reading.need(id, Some((variable, from))), reading.need(id, Some((variable, to))));
        let lost = reading.without(before, now);
        those = reading.either(those, lost);
    }
    those
}

/// Those of whom this finding is needed while no screen shows it.
pub(super) fn nowhere<R: Reading>(id: FindingId, world: &World, reading: &mut R) -> R::Those {
    let mut those = reading.need(id, None);
    for screen in world.protocol.screens.iter().filter(|screen| crate::interview::holds(screen).contains(&id)) {
        let mut shown = if screen.subject == Some(Subject::Baby) {
            reading.with_baby()
        } else {
            let nobody = reading.nobody();
            reading.others(nobody)
        };
        if !screen.when.is_empty() {
            let mut on = reading.nobody();
            for all in &screen.when {
                let way = super::those::passing(all, Manner::Rules, reading);
                on = reading.either(on, way);
            }
            shown = reading.both(shown, on);
        }
        those = reading.without(those, shown);
    }
    those
}

/// Who asks: the full form, to which everything is known, or the interview, to which only earlier screens are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asker {
    Form,
    Interview,
}

/// Those whose answers are a finished sheet of one asker, and to the other lack this finding or have it too much.
pub(super) fn other_sheet<R: Reading>(id: FindingId, world: &World, reading: &mut R) -> R::Those {
    let mut those = reading.nobody();
    for (asker, other) in [(Asker::Form, Asker::Interview), (Asker::Interview, Asker::Form)] {
        let sheet = finished(asker, world, reading);
        let wrong = wrongly(id, other, world, reading);
        let odd = reading.both(sheet, wrong);
        those = reading.either(those, odd);
    }
    those
}

/// Those whose answers are a finished sheet of the full form and are not complete.
pub(super) fn unfinished<R: Reading>(world: &World, reading: &mut R) -> R::Those {
    let sheet = finished(Asker::Form, world, reading);
    let complete = reading.complete();
    reading.without(sheet, complete)
}

/// Those whose answers are what this asker asks of them, no more and no less.
fn finished<R: Reading>(asker: Asker, world: &World, reading: &mut R) -> R::Those {
    let nobody = reading.nobody();
    let mut those = reading.others(nobody);
    for (id, _) in world.protocol.each_finding().filter(|(_, finding)| finding.class != Class::Input) {
        let wrong = wrongly(id, asker, world, reading);
        those = reading.without(those, wrong);
    }
    those
}

/// Those who answered this finding and are not asked, or are asked and did not answer. Of a baby only while its findings are asked:
/// what was answered before it was known to be in hospital stays, and counts.
fn wrongly<R: Reading>(id: FindingId, asker: Asker, world: &World, reading: &mut R) -> R::Those {
    let asked = match asker {
        Asker::Form => reading.need(id, None),
        Asker::Interview => reading.need_before(id, &world.not_before(id)),
    };
    let variable = world.space.finding(id);
    let silent = reading.said(variable, world.space.place(variable, Value::Silent));
    let missing = reading.both(asked, silent);
    let either = reading.either(asked, silent);
    let too_much = reading.others(either);
    let wrong = reading.either(missing, too_much);
    match world.protocol.finding(id).subject {
        Subject::Parent => wrong,
        Subject::Baby => {
            let there = reading.baby_is_asked();
            reading.both(wrong, there)
        }
    }
}
