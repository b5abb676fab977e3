//! What decides whether a screen, or something on it, is asked.

use super::danger::Rank;
use super::holds;
use crate::space::Asked;
use crate::tested::parts;
use protocol::model::Protocol;
use protocol::model::finding::{Needed, Subject};
use protocol::model::screen::{Screen, ScreenKind};
use protocol::model::when::Test;

/// The screens whose answers decide whether this one, or something on it, is asked.
///
/// Of a baby it is asked for emergencies before it is known whether there is one at home: danger first, and silence means that there is.
pub(super) fn rests_on(protocol: &Protocol, rank: Rank, at: usize) -> Vec<usize> {
    let screen = &protocol.screens[at];
    let needs = holds(screen).iter().flat_map(|id| conditions(&protocol.finding(*id).needed));
    let mut rests = parts(protocol, needs.chain(screen.when.iter().flatten()));
    let of_baby = |screen: &Screen| {
        let findings = holds(screen).iter().any(|id| protocol.finding(*id).subject == Subject::Baby);
        findings || screen.subject == Some(Subject::Baby)
    };
    if of_baby(screen) && rank > Rank::Emergency {
        rests.extend(parts(protocol, baby(protocol)));
    }
    let asks = |other: &Screen| match &other.kind {
        ScreenKind::Choose { context, .. } => rests.contains(&Asked::Context(*context)),
        _ => holds(other).iter().any(|id| rests.contains(&Asked::Finding(*id))),
    };
    let others = protocol.screens.iter().enumerate();
    others.filter(|(other, screen)| *other != at && asks(screen)).map(|(other, _)| other).collect()
}

/// Whether a rule, or whether something is asked, rests on this part.
pub(super) fn decides(protocol: &Protocol, part: Asked) -> bool {
    let rules = protocol.rules.iter().flat_map(|rule| rule.when.iter());
    let needs = protocol.findings.iter().flat_map(|finding| conditions(&finding.needed));
    parts(protocol, rules.chain(needs).chain(baby(protocol))).contains(&part)
}

/// The tests that say whether there is a baby and whether somebody else watches it.
fn baby(protocol: &Protocol) -> impl Iterator<Item = &Test> {
    protocol.baby_absent.iter().chain(&protocol.baby_watched).flatten()
}

fn conditions(needed: &Needed) -> impl Iterator<Item = &Test> {
    let any = match needed {
        Needed::When(any) => Some(any),
        Needed::Always | Needed::Never => None,
    };
    any.into_iter().flatten().flatten()
}
