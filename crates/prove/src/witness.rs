//! Who is against a claim, in plain words: what they answered, what they are told, and by which rule.

use crate::claim::{Claim, World};
use crate::space::{Asked, Person, Value};
use crate::statement;
use protocol::model::always::Promise;
use protocol::portrait;

/// A person who is against a claim.
pub(crate) fn words(world: &World, claim: Claim, person: &Person) -> String {
    let answers = world.space.answers(person);
    let mut said = portrait::lines(world.protocol, &answers);
    let mut told = Vec::new();
    match statement::two_ways(claim) {
        Some((variable, one, other)) => {
            said.retain(|line| !line.starts_with(&part(world, variable, one)));
            for place in [one, other] {
                let mut changed = person.clone();
                changed[variable] = place;
                let changed = world.space.answers(&changed);
                told.push(format!(
                    "with {}\n      {}",
                    part(world, variable, place),
                    portrait::outcome(world.protocol, &changed)
                ));
            }
        }
        None => {
            said.extend(open(world, claim));
            told.push(portrait::outcome(world.protocol, &answers));
        }
    }
    let said = if said.is_empty() { vec!["everything is answered with the mildest".to_owned()] } else { said };
    let lines = said.iter().map(|line| format!("    {line}"));
    let told = told.iter().map(|line| format!("    told {line}"));
    let head = format!("  {}; whatever is not listed is answered with the mildest:", expected(world, claim));
    std::iter::once(head).chain(lines).chain(told).collect::<Vec<_>>().join("\n")
}

/// What should have been.
fn expected(world: &World, claim: Claim) -> String {
    match claim {
        Claim::Promised(at) => match world.protocol.always[at].promise {
            Promise::AtLeast(_, urgency) => format!("this person should be told `{}` or more", urgency.id()),
            Promise::Closed(gate) => {
                format!("this person should find the gate `{}` closed", world.protocol.gates[gate].id)
            }
        },
        Claim::NeverLowers { .. } => {
            "for this person the second answer should not be told less than the first".to_owned()
        }
        Claim::NoMatter { .. } => "for this person both answers should be told the same".to_owned(),
        Claim::Answered(id) => {
            format!("this person should not be told so little while `{}` is open", world.protocol.finding(id).id)
        }
        Claim::UnsureIsSomething(id) => {
            format!(
                "this person is not sure about the red flag `{}` and should be told something",
                world.protocol.finding(id).id
            )
        }
        Claim::ShutByUrgency(_) | Claim::ShutByAge(..) => "this person should find massage closed".to_owned(),
        Claim::LeftOut { id, .. } => format!("this person was not asked `{}`", world.protocol.finding(id).id),
        Claim::InTime { id, variable, .. } => {
            let (finding, part) = (&world.protocol.finding(id).id, named(world, variable));
            format!(
                "whether `{finding}` is asked of this person should not rest on `{part}`, which is not asked before it"
            )
        }
        Claim::NeverUnasked { id, variable } => {
            let (finding, part) = (&world.protocol.finding(id).id, named(world, variable));
            format!("another answer about `{part}` should not excuse this person from `{finding}`")
        }
        Claim::Shown(id) => format!("a screen should show `{}` to this person", world.protocol.finding(id).id),
        Claim::SameSheet(id) => format!(
            "the interview and the full form should both ask this person for `{}`, or neither",
            world.protocol.finding(id).id
        ),
        Claim::SheetComplete => "with the answers of the full form this person should be complete".to_owned(),
        Claim::Dead(_) | Claim::NeverDecides(_) => "this person shows that the rule matters".to_owned(),
    }
}

/// The id of a part.
fn named<'w>(world: &'w World, variable: usize) -> &'w str {
    match world.space.variables[variable].asked {
        Asked::Finding(id) => &world.protocol.finding(id).id,
        Asked::Context(item) => &world.protocol.context[item].id,
    }
}

/// A finding that is open, where that is the point.
fn open(world: &World, claim: Claim) -> Option<String> {
    match claim {
        Claim::Answered(id) => Some(portrait::answer(world.protocol, id, None)),
        _ => None,
    }
}

/// One part and what was said to it.
fn part(world: &World, variable: usize, place: usize) -> String {
    use protocol::answers::Given;
    let said = world.space.variables[variable].values[place];
    match (world.space.variables[variable].asked, said) {
        (Asked::Finding(id), Value::Level(level)) => portrait::answer(world.protocol, id, Some(Given::Level(level))),
        (Asked::Finding(id), Value::Unsure) => portrait::answer(world.protocol, id, Some(Given::Unsure)),
        (Asked::Finding(id), _) => portrait::answer(world.protocol, id, None),
        (Asked::Context(item), Value::Known { to, .. }) => {
            let context = &world.protocol.context[item];
            format!("{}: {}", context.id.replace('_', " "), context.written(to))
        }
        (Asked::Context(item), _) => format!("{}: unknown", world.protocol.context[item].id.replace('_', " ")),
    }
}
