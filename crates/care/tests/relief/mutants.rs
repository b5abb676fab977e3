//! Gates with something missing: each is told apart from the one that ships by some person whom it lets in, or to whom it no longer gives the reason.

use care::relief::{Door, Pass, Visit, Why, door};
use protocol::answers::{Answers, Given};
use protocol::compile::Compiled;
use protocol::model::Protocol;
use protocol::model::when::Test;

use crate::house::{HOUR_S, NOW_S, compiled, guide, know, rules, say, session, well};

/// A gate with something missing, by name.
struct Mutant {
    name: String,
    rules: Protocol,
}

fn mutants() -> Vec<Mutant> {
    let mut all = Vec::new();
    let mut add = |name: String, change: &dyn Fn(&mut Protocol)| {
        let mut rules = rules().clone();
        change(&mut rules);
        all.push(Mutant { name, rules });
    };
    for (gate, one) in rules().gates.iter().enumerate() {
        for (at, (tests, reason)) in one.closed.iter().enumerate() {
            add(format!("{} without: {}", one.id, reason.raw()), &|rules| {
                rules.gates[gate].closed.remove(at);
            });
            if let [Test::AtLeast(finding, level)] = tests.as_slice()
                && *level < rules().finding(*finding).worst()
            {
                let (finding, level) = (*finding, *level + 1);
                add(format!("{} closes only at a worse level: {}", one.id, reason.raw()), &|rules| {
                    rules.gates[gate].closed[at].0 = vec![Test::AtLeast(finding, level)];
                });
            }
        }
    }
    // A longer age of answers is no mutant: the door never takes more than 12 hours, whatever a gate says.
    for (limit, value) in [("parent_urgency_under", 7), ("age_years_at_least", 0)] {
        add(format!("{limit} at {value}"), &|rules| {
            rules.gates[0].limits.iter_mut().filter(|(name, _)| name == limit).for_each(|(_, number)| *number = value);
        });
    }
    for code in rules().gates[0].opens.clone() {
        add(format!("{code} not behind the gate"), &|rules| rules.gates[0].opens.retain(|known| *known != code));
    }
    all
}

/// A name for a person, what she answered, and what she brings beside it.
type Person = (String, Answers, Visit<'static>);

/// People whom the shipped doors keep out, each for one reason.
fn kept_out() -> Vec<Person> {
    let mut people: Vec<Person> = Vec::new();
    let mut add = |name: &str, answers: Answers, visit: Visit<'static>| people.push((name.to_owned(), answers, visit));
    let now = Visit { answered_s: Some(NOW_S), ..Visit::default() };
    for (tests, reason) in rules().gates.iter().flat_map(|gate| &gate.closed) {
        let mut answers = well();
        for (finding, level) in protocol::corner::mildest(rules(), tests) {
            answers.answer(finding, Given::Level(level));
        }
        add(reason.raw(), answers, now.clone());
    }
    let mut urgent = well();
    say(&mut urgent, "urine", "less");
    add("to be seen today", urgent, now.clone());
    let mut young = well();
    know(&mut young, "age_years", "15");
    add("fifteen", young, now);
    add("answers of yesterday", well(), Visit { answered_s: Some(NOW_S - 13 * HOUR_S), ..Visit::default() });
    people
}

/// What these rules say to someone at the door of a session.
fn said(rules: &Compiled, id: &str, (_, answers, visit): &Person) -> Door {
    // For vibration the choice is made and the list of this visit answered: only what the check says can keep her out.
    let pass = (id == "vibration").then_some(Pass { at_s: NOW_S, none_of_these: Some(true), old_enough: Some(true) });
    let visit = Visit { read: Some(rules.read(answers)), chosen: true, pass, ..visit.clone() };
    door(rules, guide(), session(id), &visit, NOW_S)
}

fn lets_in(rules: &Compiled, id: &str, person: &Person) -> bool {
    said(rules, id, person) == Door::Open
}

/// The reasons of a closed door, in words: places move when an exclusion goes.
fn reasons(rules: &Compiled, door: Door) -> Vec<String> {
    let Door::Closed(why) = door else { return Vec::new() };
    let word = |why: &Why| match why {
        Why::Exclusion(gate, at) => rules.protocol.gates[*gate].closed[*at].1.raw().to_owned(),
        other => format!("{other:?}"),
    };
    why.iter().map(word).collect()
}

#[test]
fn the_doors_that_ship_let_none_of_them_in() {
    for person in &kept_out() {
        assert!(
            !lets_in(compiled(), "light_touch", person) || person.0.contains("hot area, or one of"),
            "{}",
            person.0
        );
        assert!(
            !lets_in(compiled(), "lying_strokes", person) || person.0.contains("hot area, or one of"),
            "{}",
            person.0
        );
        // The list of this very visit stands in for old answers, never for a reason that was named.
        assert!(!lets_in(compiled(), "vibration", person) || person.0.contains("yesterday"), "{}", person.0);
    }
}

#[test]
fn every_mutant_lets_somebody_in_or_hides_a_reason() {
    let people = kept_out();
    let mutants = mutants();
    assert!(mutants.len() >= 25, "{}", mutants.len());
    for mutant in mutants {
        let mutated = protocol::compile(mutant.rules, &mutant.name).unwrap_or_else(|fault| panic!("{fault}"));
        let caught = people.iter().any(|person| {
            ["light_touch", "lying_strokes", "vibration"].into_iter().any(|id| {
                let [ours, theirs] = [compiled(), &mutated].map(|rules| said(rules, id, person));
                let opened = theirs == Door::Open && ours != Door::Open;
                let [ours, theirs] = [reasons(compiled(), ours), reasons(&mutated, theirs)];
                opened || ours.iter().any(|reason| !theirs.contains(reason))
            })
        });
        assert!(caught, "not caught: {}", mutant.name);
    }
}
