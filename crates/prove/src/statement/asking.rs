//! The statements about the questions: in which order they come, and that none is lost by it.

use super::Statement;
use crate::claim::{Claim, World};
use crate::interview::{Order, Rank, holds};
use crate::tested::parts;
use protocol::model::finding::{Class, FindingId, Needed, Subject};

pub(super) fn all(world: &World) -> [Statement; 5] {
    [danger_first(world), in_time(world), never_unasked(world), nothing_lost(world), same_sheet(world)]
}

/// Seen in the text.
fn danger_first(world: &World) -> Statement {
    let says = "Danger first: who worries her; within five screens, patient by patient, every sign that is an emergency by itself; then the red flags that everybody is asked, those that some are asked, and the rest. Only what a screen rests on stands before it out of turn.";
    let mut one = Statement::new("Q1", says, Vec::new());
    one.faults = Order::of(world.protocol).faults();
    one
}

fn in_time(world: &World) -> Statement {
    let says = "Whether a finding is asked rests on nothing that is asked on its own screen or later. Except: of a baby it is asked for emergencies before it is known whether there is one at home; to know it can only excuse.";
    let order = Order::of(world.protocol);
    let baby = parts(world.protocol, world.protocol.baby_absent.iter().chain(&world.protocol.baby_watched).flatten());
    let mut claims = Vec::new();
    for (at, screen) in world.protocol.screens.iter().enumerate() {
        for id in holds(screen).iter().copied().filter(|id| is_conditional(world, *id)) {
            for variable in world.asked_from(at) {
                let excuses =
                    order.rank[at] == Rank::Emergency && baby.contains(&world.space.variables[variable].asked);
                claims.push(Claim::InTime { id, variable, excuses });
            }
        }
    }
    Statement::new("Q2", says, claims)
}

fn never_unasked(world: &World) -> Statement {
    let says = "One more answer, or a worse one, never excuses from a question.";
    let findings: Vec<FindingId> = world.protocol.each_finding().map(|(id, _)| id).collect();
    let asked = findings.iter().copied().filter(|id| is_conditional(world, *id));
    let claims = asked.flat_map(|id| {
        findings.iter().map(move |other| Claim::NeverUnasked { id, variable: world.space.finding(*other) })
    });
    Statement::new("Q3", says, claims.collect())
}

fn nothing_lost(world: &World) -> Statement {
    let says = "Every finding stands on exactly one screen, and that screen shows it to whomever it is needed of.";
    let mut one = Statement::new("Q4", says, Vec::new());
    for (id, finding) in world.protocol.each_finding() {
        let screens = world.protocol.screens.iter().filter(|screen| holds(screen).contains(&id)).count();
        if screens != 1 {
            one.faults.push(format!("`{}` stands on {screens} screens", finding.id));
        }
        if finding.class != Class::Input {
            one.claims.push(Claim::Shown(id));
        }
    }
    one
}

fn same_sheet(world: &World) -> Statement {
    let says = "Whoever answers in the order of the screens, each time only what is needed of her by what she has said before, ends with the answers that the full form asks of her, no more and no less, and they are complete.";
    let findings = world.protocol.each_finding().filter(|(_, finding)| finding.class != Class::Input);
    let claims = findings.map(|(id, _)| Claim::SameSheet(id)).chain([Claim::SheetComplete]);
    Statement::new("Q5", says, claims.collect())
}

/// Whether it is not asked of everybody in any case.
fn is_conditional(world: &World, id: FindingId) -> bool {
    let finding = world.protocol.finding(id);
    match finding.needed {
        Needed::Never => false,
        Needed::Always => finding.subject == Subject::Baby,
        Needed::When(_) => true,
    }
}
