//! The statements that are proved, with the claims that each of them is made of.

mod asking;

use crate::claim::{Claim, World};
use crate::space::{Asked, Value};
use protocol::model::finding::{Class, FindingId};
use protocol::model::plan::Gate;
use protocol::model::urgency::Urgency;

/// The sessions that a gate must stand before (I10).
pub const MASSAGE: [&str; 3] = ["S-A", "S-B", "S-H"];
/// Younger than this, the massage sessions stay closed (f.2).
const MASSAGE_AGE: u16 = 16;

/// A statement: a name, what it says, and its claims.
#[derive(Debug, Clone)]
pub struct Statement {
    /// Its name: `I1`, or the id of an `always` block.
    pub name: String,
    /// What it says.
    pub says: String,
    /// Its claims, each proved by both engines.
    pub claims: Vec<Claim>,
    /// What can be seen in the text already, without a proof: faults in plain words.
    pub faults: Vec<String>,
}

impl Statement {
    fn new(name: &str, says: &str, claims: Vec<Claim>) -> Self {
        Self { name: name.to_owned(), says: says.to_owned(), claims, faults: Vec::new() }
    }
}

/// All statements: the invariants of the specification that rest on the rules, then those of the protocol itself.
#[must_use]
pub fn all(world: &World) -> Vec<Statement> {
    let mut statements = vec![
        Statement::new(
            "I1",
            "Raising any finding by one level never lowers either patient, in any context.",
            worse(world),
        ),
        Statement::new(
            "I2",
            "Answering one more finding, also with \"not sure\", never lowers either patient.",
            more(world),
        ),
        Statement::new(
            "I3",
            "\"Not sure\" counts exactly as the level that the finding names; about a red flag it is never nothing.",
            unsure(world),
        ),
        Statement::new(
            "I6",
            "A younger baby, or fewer days since the birth, never lowers either patient; an unknown number is as cautious as the smallest.",
            sooner(world),
        ),
        trend(world),
        gate(world),
        Statement::new(
            "I13",
            "Nobody is told self-care or nothing while a red flag is open, except where the context excuses from the question.",
            answered(world),
        ),
    ];
    statements.extend(asking::all(world));
    for (at, always) in world.protocol.always.iter().enumerate() {
        let mut one = Statement::new(&always.id, always.say.raw(), vec![Claim::Promised(at)]);
        if let Some(note) = &always.note {
            one.name = format!("{} ({})", always.id, note.raw());
        }
        statements.push(one);
    }
    statements
}

fn findings(world: &World) -> impl Iterator<Item = (FindingId, usize, u8)> {
    world.protocol.each_finding().map(|(id, finding)| (id, world.space.finding(id), finding.worst()))
}

fn worse(world: &World) -> Vec<Claim> {
    let steps =
        findings(world).flat_map(|(_, variable, worst)| (0..usize::from(worst)).map(move |from| (variable, from)));
    steps.map(|(variable, from)| Claim::NeverLowers { variable, from, to: from + 1 }).collect()
}

fn more(world: &World) -> Vec<Claim> {
    let mut claims = Vec::new();
    for (_, variable, _) in findings(world) {
        let silent = world.space.place(variable, Value::Silent);
        claims.extend((0..silent).map(|to| Claim::NeverLowers { variable, from: silent, to }));
    }
    claims
}

fn unsure(world: &World) -> Vec<Claim> {
    let mut claims = Vec::new();
    for (id, variable, _) in findings(world) {
        let finding = world.protocol.finding(id);
        let left = world.space.place(variable, Value::Unsure);
        claims.push(Claim::NoMatter { variable, left, right: usize::from(finding.unsure), step: 0 });
        if finding.class == Class::RedFlag {
            claims.push(Claim::UnsureIsSomething(id));
        }
    }
    claims
}

fn sooner(world: &World) -> Vec<Claim> {
    let mut claims = Vec::new();
    for id in ["baby_age_days", "days_since_birth"] {
        let Some(variable) = world.protocol.context_named(id).and_then(|item| world.space.context(item)) else {
            continue;
        };
        let silent = world.space.place(variable, Value::Silent);
        claims.extend((1..silent).map(|from| Claim::NeverLowers { variable, from, to: from - 1 }));
        claims.push(Claim::NeverLowers { variable, from: 0, to: silent });
    }
    claims
}

/// Improvement cannot hide a flag: seen in the text, and for emergencies proved.
fn trend(world: &World) -> Statement {
    let says = "No emergency rule and no urgent rule except U26 asks how it goes; whether it goes better or worse never decides an emergency.";
    let mut one = Statement::new("I7", says, Vec::new());
    let Some(id) = world.protocol.finding_named("trend") else { return one };
    for rule in world.protocol.rules.iter().filter(|rule| rule.urgency >= Urgency::UrgentCallNow && rule.id != "U26") {
        if rule.when.iter().any(|test| crate::tested::by(world.protocol, *test, id)) {
            one.faults.push(format!("the rule `{}` ({}) asks for `trend`", rule.id, rule.urgency.id()));
        }
    }
    if let Some(step) = world.scale.from(Urgency::EmergencyNow) {
        let variable = world.space.finding(id);
        let places = 1..world.space.variables[variable].values.len();
        one.claims.extend(places.map(|right| Claim::NoMatter { variable, left: 0, right, step }));
    }
    one
}

/// The massage sessions stand behind a gate, and urgency and age close it. Each exclusion is a statement of the protocol.
fn gate(world: &World) -> Statement {
    let says = "The massage sessions S-A, S-B and S-H stand behind a gate; it is closed for whoever must be seen the same day or sooner, and for whoever is known to be under 16.";
    let mut one = Statement::new("I10", says, Vec::new());
    for session in MASSAGE {
        one.claims.extend([Claim::ShutByUrgency(session), Claim::ShutByAge(session, MASSAGE_AGE)]);
    }
    // The exclusions are statements about one gate, so that gate must stand before all three.
    let opens = |gate: &Gate| MASSAGE.iter().all(|session| gate.opens.iter().any(|opens| opens == session));
    if !world.protocol.gates.iter().any(opens) {
        one.faults.push(format!("no gate stands before all of {}", MASSAGE.join(", ")));
    }
    one
}

fn answered(world: &World) -> Vec<Claim> {
    let flags = world.protocol.each_finding().filter(|(_, finding)| finding.class == Class::RedFlag);
    flags.map(|(id, _)| Claim::Answered(id)).collect()
}

/// What a claim is about, for a witness: the part that is said in two ways.
#[must_use]
pub fn two_ways(claim: Claim) -> Option<(usize, usize, usize)> {
    match claim {
        Claim::NeverLowers { variable, from, to } => Some((variable, from, to)),
        Claim::NoMatter { variable, left, right, .. } => Some((variable, left, right)),
        _ => None,
    }
}

/// Whether a part is a finding; the rest is context.
#[must_use]
pub fn is_finding(asked: Asked) -> bool {
    matches!(asked, Asked::Finding(_))
}
