//! The protocol says what the reviewed specification says: its tables are read here and compared, row by row.

use std::collections::BTreeMap;

use protocol::model::finding::{Class, Needed};
use protocol::model::when::{All, Any, Test};

use crate::people::rules;

const SPECIFICATION: &str = include_str!("../../../../docs/specification.md");

/// The rows of all tables below a heading, up to the next heading of the same rank.
fn rows(heading: &str) -> Vec<Vec<String>> {
    let rank = heading.find(' ').map(|at| &heading[..=at]).unwrap_or_default();
    let start = SPECIFICATION.find(&format!("\n{heading}")).unwrap_or_else(|| panic!("no part {heading}"));
    let body = &SPECIFICATION[start + 1 + heading.len()..];
    let body = body.split(&format!("\n{rank}")).next().unwrap_or_default();
    let rows = body.lines().filter(|line| line.starts_with("| "));
    let cells = |line: &str| line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect();
    rows.map(cells).filter(|cells: &Vec<String>| cells[0] != "id").collect()
}

/// A test as the specification writes it.
fn written(test: Test) -> String {
    let p = rules();
    match test {
        Test::AtLeast(id, level) => format!("{}>={}", p.finding(id).id, p.finding(id).level_id(level)),
        Test::Term(term) => p.terms[term].id.clone(),
        Test::Count(count, least) => format!("{}>={least}", p.counts[count].id),
        Test::ContextUnder(item, n) => format!("ctx.{}<{n}", p.context[item].id),
        Test::ContextAtMost(item, n) => format!("ctx.{}<={n}", p.context[item].id),
        Test::ContextIs(item, value) => format!("ctx.{}={}", p.context[item].id, p.context[item].written(value)),
        other => panic!("{other:?} is no test of the specification"),
    }
}

fn all(tests: &All) -> String {
    tests.iter().map(|test| written(*test)).collect::<Vec<_>>().join(" AND ")
}

fn any(ways: &Any) -> String {
    ways.iter().map(all).collect::<Vec<_>>().join(" OR ")
}

fn sources(cell: &str) -> Vec<&str> {
    cell.split_whitespace().collect()
}

#[test]
fn every_rule_reads_as_its_row() {
    let rows = rows("## (c) Rules");
    let mut wrong = Vec::new();
    for row in &rows {
        let Some(rule) = rules().rules.iter().find(|rule| rule.id == row[0]) else {
            wrong.push(format!("{} is missing", row[0]));
            continue;
        };
        let days = if row.len() == 4 { row[2].parse().ok() } else { None };
        let cited: Vec<&str> = rule.sources.iter().map(String::as_str).collect();
        let last = row.last().map(String::as_str).unwrap_or_default();
        if (all(&rule.when), rule.days, &cited) != (row[1].clone(), days, &sources(last)) {
            wrong.push(format!("{}: {} {:?} {cited:?}", rule.id, all(&rule.when), rule.days));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(rows.len(), rules().rules.len());
}

#[test]
fn every_finding_has_the_levels_of_its_row() {
    let rows = rows("### a.2 Findings (71)");
    let mut wrong = Vec::new();
    for row in &rows {
        let id = row[0].trim_end_matches('*');
        let Some(finding) = rules().findings.iter().find(|finding| finding.id == id) else {
            wrong.push(format!("{id} is missing"));
            continue;
        };
        let class = match finding.class {
            Class::RedFlag => "R",
            Class::Modifier => "M",
            Class::Course => "C",
            Class::Local => "L",
            Class::Input => "",
        };
        let always = matches!(finding.needed, Needed::Always);
        let found = (finding.levels.join(", "), finding.level_id(finding.unsure), class, always);
        if found != (row[2].clone(), row[3].as_str(), row[4].as_str(), row[0].ends_with('*')) {
            wrong.push(format!("{id}: {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let findings = rules().findings.iter().filter(|finding| finding.class != Class::Input).count();
    assert_eq!((rows.len(), rules().findings.len() - findings), (findings, 10));
}

#[test]
fn findings_are_needed_when_the_table_says_so() {
    let expected: BTreeMap<String, String> =
        rows("### a.2b").into_iter().map(|row| (row[0].clone(), row[1].clone())).collect();
    let found = rules().findings.iter().filter_map(|finding| match &finding.needed {
        Needed::When(ways) => Some((finding.id.clone(), any(ways))),
        _ => None,
    });
    assert_eq!(found.collect::<BTreeMap<_, _>>(), expected);
}

#[test]
fn the_derived_terms_are_those_of_the_text() {
    let told = |id: &str| -> String {
        let line = SPECIFICATION.lines().find(|line| line.starts_with(&format!("* `{id}` = ")));
        line.and_then(|line| line.split_once(" = ")).map(|(_, said)| said.to_owned()).unwrap_or_default()
    };
    for term in &rules().terms {
        assert_eq!(any(&term.when), told(&term.id), "{}", term.id);
    }
    let signs: Vec<String> = rules().counts[0].of.iter().map(|test| written(*test)).collect();
    assert_eq!(format!("how many of these hold: {}", signs.join("; ")), told("amber"));
    assert_eq!(rules().terms.len() + rules().counts.len(), 5);
}

#[test]
fn the_conditions_are_those_of_the_table_in_its_order() {
    let lists = |lists: &[All]| {
        let said: Vec<String> = lists.iter().map(all).collect();
        if said.is_empty() { "-".to_owned() } else { said.join("; ") }
    };
    let found: Vec<[String; 4]> = rules()
        .conditions
        .iter()
        .map(|one| [one.id.clone(), lists(&one.favours), lists(&one.against), one.sources.join(" ")])
        .collect();
    let expected: Vec<[String; 4]> = rows("### b.2a")
        .into_iter()
        .map(|row| [row[0].clone(), row[2].clone(), row[3].clone(), row[4].clone()])
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn the_situations_are_those_of_the_table() {
    let expected: Vec<String> =
        rows("### f.1a").into_iter().filter(|row| row[0] != "situation").map(|row| row[1].clone()).collect();
    assert_eq!(rules().situations.iter().map(|one| any(&one.when)).collect::<Vec<_>>(), expected);
}

#[test]
fn masked_fever_and_the_answers_of_the_context_are_those_of_the_text() {
    let raises: Vec<String> = rules().raises.iter().map(|raise| any(&raise.when)).collect();
    assert_eq!(raises, ["antipyretic_6h>=yes AND unwell>=flu_like OR antipyretic_6h>=yes AND rigors>=chills"]);
    let answers: Vec<String> = rules().context_answers.iter().map(|answer| any(&answer.when)).collect();
    assert_eq!(answers, ["ctx.gestation_weeks<37"]);
    assert_eq!(any(&rules().baby_absent), "ctx.baby=none OR ctx.lactation=after_loss");
    assert_eq!(any(&rules().baby_watched), "ctx.baby=in_hospital");
}
