//! The mildest persons of every rule: the rule fires for them, decides at least its own urgency, and for nobody milder.

use protocol::answers::Given;
use protocol::corner;
use protocol::evaluate::Read;
use protocol::model::urgency::Urgency;

use crate::people::{SHIPPED, rules, with};

/// First and last numbers.
type Ranges = &'static [(u8, u8)];

/// The ids of part c, by ranges, with the urgency of their letter.
const RULES: [(&str, Urgency, Ranges); 6] = [
    ("E", Urgency::EmergencyNow, &[(1, 17), (20, 34)]),
    ("U", Urgency::UrgentCallNow, &[(1, 30), (40, 56)]),
    ("D", Urgency::SameDay, &[(1, 22), (24, 52)]),
    ("T", Urgency::Within24h, &[(1, 24), (40, 45)]),
    ("R", Urgency::WithinDays, &[(1, 21)]),
    ("S", Urgency::SelfCare, &[(1, 10)]),
];

#[test]
fn every_rule_of_the_specification_is_there_and_no_other() {
    let mut expected: Vec<(String, Urgency)> = RULES
        .iter()
        .flat_map(|(letter, urgency, ranges)| {
            let numbers = ranges.iter().flat_map(|(from, to)| *from..=*to);
            numbers.map(move |number| (format!("{letter}{number:02}"), *urgency))
        })
        .collect();
    let mut found: Vec<(String, Urgency)> = rules().rules.iter().map(|rule| (rule.id.clone(), rule.urgency)).collect();
    expected.sort();
    found.sort();
    assert_eq!(found, expected);
    assert_eq!(found.len(), 191);
}

#[test]
fn every_rule_fires_for_its_mildest_persons_and_for_nobody_milder() {
    let mut wrong = Vec::new();
    for (at, rule) in rules().rules.iter().enumerate() {
        let fires = |read: &Read| read.assess().fired.contains(at);
        let corners = corner::corners(rules(), rule);
        if corners.is_empty() {
            wrong.push(format!("{} has no mildest person", rule.id));
        }
        for (number, person) in corners.iter().enumerate() {
            let read = SHIPPED.read(person);
            let reached = read.assess().of(rule.subject).map(|reached| reached.urgency);
            if !fires(&read) || reached < Some(rule.urgency) {
                wrong.push(format!("{} does not fire or decide at corner {number}: {reached:?}", rule.id));
            }
            for id in person.answered().iter() {
                let level = person.level(rules(), id).unwrap_or(0);
                if level == 0 || fires(&SHIPPED.read(&with(person, id, Given::Level(level - 1)))) {
                    wrong.push(format!("{} still fires below `{}`, corner {number}", rule.id, rules().finding(id).id));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
