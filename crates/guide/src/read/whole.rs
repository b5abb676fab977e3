//! What single blocks cannot see: nothing is missing, every picture and next session exists, no script is longer than its limit.

use protocol::model::Protocol;

use crate::model::{Guide, Session};

/// Everything that is wrong with the guide as a whole, a line each.
pub fn faults(guide: &Guide, protocol: &Protocol) -> Vec<String> {
    let mut faults = Vec::new();
    let once = |what: &str, id: &str, count: usize, faults: &mut Vec<String>| {
        if count != 1 {
            faults.push(format!("{count} `{what}` blocks for `{id}`; there must be one\n"));
        }
    };
    for (at, step) in protocol.steps.iter().enumerate() {
        once("card", &step.id, guide.cards.iter().filter(|card| card.step == at).count(), &mut faults);
        if let Some(code) = &step.session
            && guide.session_coded(code).is_none()
        {
            faults.push(format!("the step `{}` leads to `{code}`, which is no session\n", step.id));
        }
    }
    for (at, condition) in protocol.conditions.iter().enumerate() {
        once("explain", &condition.id, guide.explains.iter().filter(|one| one.condition == at).count(), &mut faults);
    }
    for (at, hold) in protocol.holds.iter().enumerate().filter(|(_, hold)| !hold.when.is_empty()) {
        once("milk", &hold.id, guide.milk.iter().filter(|ask| ask.hold == at).count(), &mut faults);
    }
    for code in protocol.gates.iter().flat_map(|gate| &gate.opens) {
        if guide.session_coded(code).is_none() {
            faults.push(format!("a gate opens `{code}`, which is no session\n"));
        }
    }
    guide.sessions.iter().for_each(|session| of_session(guide, protocol, session, &mut faults));
    faults
}

fn of_session(guide: &Guide, protocol: &Protocol, session: &Session, faults: &mut Vec<String>) {
    let id = &session.id;
    if session.moves.is_empty() || session.name.is_empty() || session.lead.is_empty() || session.sure.is_empty() {
        faults.push(format!("the session `{id}` lacks its name, lead, certainty or moves\n"));
    }
    if session.next.as_ref().is_some_and(|next| guide.session(next).is_none()) {
        faults.push(format!("the session `{id}` leads on to one that is not there\n"));
    }
    for step in &session.moves {
        if guide.drawing(&step.picture).is_none() {
            faults.push(format!("the move `{id} {}` shows `{}`, which is not drawn\n", step.id, step.picture));
        }
        if step.act.is_empty() || step.alt.is_empty() || step.say.is_empty() {
            faults.push(format!("the move `{id} {}` lacks its act, its words or what its picture shows\n", step.id));
        }
    }
    let most_s = session.longest.map(|at| protocol.limits[at].value.saturating_mul(60));
    if most_s.is_some_and(|most| i64::from(session.duration_s()) > most) {
        faults.push(format!("the session `{id}` runs {} s, longer than its limit\n", session.duration_s()));
    }
}
