//! Every gate, every exclusion, every answer to each of its findings: yes, not sure, no, nothing. A session opens for "no" alone.
//!
//! The same rows stand in `tests/cases/gates.ndjson`, where the page, the plain form and `milkway check` are asked them too.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use care::relief::{Door, Why};
use protocol::answers::Given;
use protocol::gate::Stand;
use protocol::model::finding::FindingId;
use protocol::model::when::Test;
use serde_json::{Value, json};

use crate::house::{at_door, compiled, fresh, guide, rules, well};

/// How a finding is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Answer {
    Yes,
    NotSure,
    No,
    Nothing,
}

impl Answer {
    const ALL: [Self; 4] = [Self::Yes, Self::NotSure, Self::No, Self::Nothing];

    const fn id(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::NotSure => "not_sure",
            Self::No => "no",
            Self::Nothing => "nothing",
        }
    }
}

/// One row: a gate, an exclusion, one way to answer its findings, and where the gate must stand.
struct Row {
    gate: usize,
    exclusion: usize,
    said: Vec<(FindingId, u8, Answer)>,
    stand: Stand,
}

/// The findings of an exclusion with the levels at which it holds, one way each: a term is any of its alternatives.
fn ways(tests: &[Test]) -> Vec<Vec<(FindingId, u8)>> {
    tests.iter().fold(vec![Vec::new()], |ways, test| {
        let more: Vec<Vec<(FindingId, u8)>> = match test {
            Test::AtLeast(finding, level) => vec![vec![(*finding, *level)]],
            Test::Term(term) => rules().terms[*term].when.iter().flat_map(|all| self::ways(all)).collect(),
            other => panic!("an exclusion rests on {other:?}: the table must learn it"),
        };
        ways.iter().flat_map(|way| more.iter().map(move |more| [way.clone(), more.clone()].concat())).collect()
    })
}

/// All ways to answer these findings.
fn combinations(findings: &[(FindingId, u8)]) -> Vec<Vec<(FindingId, u8, Answer)>> {
    findings.iter().fold(vec![Vec::new()], |rows, (finding, level)| {
        let with = |row: &Vec<_>, answer| [row.clone(), vec![(*finding, *level, answer)]].concat();
        rows.iter().flat_map(|row| Answer::ALL.map(|answer| with(row, answer))).collect()
    })
}

/// Closed when nothing of the exclusion is denied or silent; open when something of it is denied; asked in between.
fn expected(said: &[(FindingId, u8, Answer)]) -> Stand {
    let silent = said.iter().any(|(.., answer)| *answer == Answer::Nothing);
    // An empty answer to a mandatory question leaves the check unfinished, whatever else was denied.
    let mandatory = |id: FindingId| matches!(rules().finding(id).needed, protocol::model::finding::Needed::Always);
    let unfinished = said.iter().any(|(id, _, answer)| *answer == Answer::Nothing && mandatory(*id));
    match said.iter().any(|(.., answer)| *answer == Answer::No) {
        true if unfinished => Stand::Ask,
        true => Stand::Open,
        false if silent => Stand::Ask,
        false => Stand::Closed,
    }
}

fn rows() -> Vec<Row> {
    let mut rows = Vec::new();
    for (gate, one) in rules().gates.iter().enumerate() {
        for (exclusion, (tests, _)) in one.closed.iter().enumerate() {
            for said in ways(tests).iter().flat_map(|way| combinations(way)) {
                let stand = expected(&said);
                rows.push(Row { gate, exclusion, said, stand });
            }
        }
    }
    rows
}

fn answers(row: &Row) -> protocol::answers::Answers {
    let mut answers = well();
    for (finding, level, answer) in &row.said {
        match answer {
            Answer::Yes => answers.answer(*finding, Given::Level(*level)),
            Answer::NotSure => answers.answer(*finding, Given::Unsure),
            Answer::No => answers.answer(*finding, Given::Level(0)),
            Answer::Nothing => answers.forget(*finding),
        }
    }
    answers
}

fn name(row: &Row) -> String {
    let said: Vec<String> =
        row.said.iter().map(|(id, _, answer)| format!("{}={}", rules().finding(*id).id, answer.id())).collect();
    format!("{} {} {}", rules().gates[row.gate].id, row.exclusion, said.join(" "))
}

#[test]
fn a_gate_opens_for_no_alone() {
    let rows = rows();
    assert!(rows.len() > 100, "{} rows", rows.len());
    for row in &rows {
        let answers = answers(row);
        let read = compiled().read(&answers);
        let standing = read.standing(compiled(), row.gate);
        // What closes it may also be the urgency that the same answer brings; it may never be more open than the table.
        let stand = standing.stand();
        let urgent = standing.closed.urgency;
        let other = standing.closed.exclusions.iter().any(|at| *at != row.exclusion);
        match row.stand {
            Stand::Closed => {
                assert_eq!(stand, Stand::Closed, "{}", name(row));
                assert!(standing.closed.exclusions.contains(&row.exclusion), "{}: for its own reason", name(row));
            }
            Stand::Ask => assert!(stand == Stand::Ask || urgent || other, "{}: {stand:?}", name(row)),
            Stand::Open => {
                assert!(stand == Stand::Open || urgent || other, "{}: {stand:?}", name(row));
                assert!(!standing.closed.exclusions.contains(&row.exclusion), "{}", name(row));
            }
        }
    }
}

#[test]
fn no_massage_session_is_entered_unless_the_gate_is_open() {
    for row in &rows() {
        let answers = answers(row);
        let visit = fresh(&answers);
        let read = compiled().read(&answers);
        for code in &rules().gates[row.gate].opens {
            let session = guide().session_coded(code).unwrap_or_else(|| panic!("no session `{code}`"));
            let door = at_door(&session.id, &visit);
            if row.stand != Stand::Open {
                assert_ne!(door, Door::Open, "{code}: {}", name(row));
            }
            if let Door::Closed(why) = &door {
                let said = read.standing(compiled(), row.gate).closed.exclusions;
                let own = why.iter().filter_map(|why| match why {
                    Why::Exclusion(gate, at) if *gate == row.gate => Some(*at),
                    _ => None,
                });
                assert_eq!(own.collect::<Vec<_>>(), said, "{code}: {}", name(row));
            }
        }
    }
}

/// A row for the other doors: what differs from someone of 30 who denied everything (none: nothing was said), and what each gate must answer.
fn case(row: &Row) -> Value {
    let answers = answers(row);
    let read = compiled().read(&answers);
    let level = |id: FindingId| match answers.given(id)? {
        Given::Unsure => Some("unsure"),
        Given::Level(level) => Some(rules().finding(id).level_id(level)),
    };
    let said = row.said.iter().map(|(id, ..)| (rules().finding(*id).id.as_str(), level(*id)));
    let said: BTreeMap<&str, Option<&str>> = said.collect();
    let stands: BTreeMap<&str, &str> = (0..rules().gates.len())
        .map(|gate| (rules().gates[gate].id.as_str(), read.standing(compiled(), gate).stand().id()))
        .collect();
    json!({ "id": name(row), "said": said, "stands": stands })
}

#[test]
fn the_table_that_the_other_doors_are_asked_is_this_one() {
    let lines: Vec<String> = rows().iter().map(|row| case(row).to_string()).collect();
    let table = format!("{}\n", lines.join("\n"));
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/cases/gates.ndjson");
    if std::env::var_os("MILKWAY_RENEW").is_some() {
        fs::write(&path, &table).unwrap_or_else(|fault| panic!("{fault}"));
    }
    let known = fs::read_to_string(&path).unwrap_or_default();
    assert!(known == table, "tests/cases/gates.ndjson is old: run this test with MILKWAY_RENEW=1");
}
