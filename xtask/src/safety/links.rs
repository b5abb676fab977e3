//! What belongs to what, worked out from the rules, the ledger and the safety file.

use crate::safety::given::Given;
use crate::safety::named::dense;
use protocol::corner;
use protocol::model::Protocol;
use protocol::model::finding::{Class, FindingId};
use protocol::model::rule::Rule;
use protocol::model::screen::ScreenKind;
use protocol::model::when::{All, Any, Test};
use safety::RuleTest;
use std::collections::{BTreeMap, BTreeSet};

/// All links. Rules and conditions stand in the order of the protocol.
pub(super) struct Links {
    pub(super) rules: Vec<RuleLinks>,
    /// For each condition the hazards and benefits behind it.
    pub(super) conditions: Vec<Vec<String>>,
    pub(super) questions: Vec<QuestionLinks>,
    /// By source.
    pub(super) sources: BTreeMap<String, Uses>,
}

/// What belongs to a rule.
#[derive(Default)]
pub(super) struct RuleLinks {
    /// Findings that it reads, also through terms and counts.
    pub(super) findings: BTreeSet<FindingId>,
    /// Its mildest people: how many there are to be tested.
    pub(super) people: usize,
    /// Letters of the tests that reach it.
    pub(super) tests: Vec<String>,
    /// Hazards and benefits behind it.
    pub(super) serves: Vec<String>,
}

/// What belongs to a finding or an input.
#[derive(Default)]
pub(super) struct QuestionLinks {
    pub(super) screen: Option<String>,
    pub(super) rules: Vec<usize>,
    /// What else reads it.
    pub(super) others: BTreeSet<&'static str>,
}

/// What rests on a source.
#[derive(Default)]
pub(super) struct Uses {
    pub(super) rules: Vec<String>,
    pub(super) questions: Vec<String>,
    /// Other blocks of the protocol: `step cold`.
    pub(super) blocks: Vec<String>,
    pub(super) statements: usize,
    pub(super) claims: usize,
}

impl Uses {
    pub(super) const fn nothing(&self) -> bool {
        self.rules.is_empty()
            && self.questions.is_empty()
            && self.blocks.is_empty()
            && self.statements + self.claims == 0
    }
}

impl Links {
    pub(super) fn of(given: &Given) -> Self {
        let protocol = &given.protocol;
        let rules: Vec<RuleLinks> = protocol.rules.iter().map(|rule| of_rule(given, rule)).collect();
        let conditions = protocol.conditions.iter().map(|one| of_condition(given, &one.id)).collect();
        let questions = protocol.each_finding().map(|(id, _)| of_question(protocol, &rules, id)).collect();
        Self { rules, conditions, questions, sources: uses(given) }
    }
}

/// `E01..E07` as ids; a single id stands for itself.
pub(super) fn spread(range: &str) -> Vec<String> {
    let Some((from, to)) = range.split_once("..") else { return vec![range.to_owned()] };
    let number = |id: &str| id.get(1..).and_then(|digits| digits.parse::<u8>().ok());
    match (number(from), number(to), from.chars().next()) {
        (Some(first), Some(last), Some(letter)) if to.starts_with(letter) && first < last => {
            (first..=last).map(|number| format!("{letter}{number:02}")).collect()
        }
        _ => vec![range.to_owned()],
    }
}

/// The test reaches the rule: it is there, still goes through all of them, and has a row for it where it needs one.
pub(super) fn reaches(given: &Given, test: &RuleTest, rule: &str) -> bool {
    let Some(body) = given.tests.body(&test.test) else { return false };
    let loops = test.loops.as_ref().is_none_or(|loops| body.contains(&dense(loops)));
    let row = format!("\n| {rule} |");
    loops && test.rows.as_ref().is_none_or(|file| given.tree.get(file).is_some_and(|text| text.contains(&row)))
}

fn of_rule(given: &Given, rule: &Rule) -> RuleLinks {
    let mut findings = BTreeSet::new();
    read(&given.protocol, &rule.when, &mut findings);
    let people = corner::corners(&given.protocol, rule).len();
    let tests = given.safety.trace.rule_tests.iter().filter(|test| people > 0 && reaches(given, test, &rule.id));
    let among = |ranges: &[String]| ranges.iter().any(|range| spread(range).contains(&rule.id));
    RuleLinks {
        findings,
        people,
        tests: tests.map(|test| test.key.clone()).collect(),
        serves: served(given, |hazard| among(&hazard.rules), |benefit| among(&benefit.rules)),
    }
}

fn of_condition(given: &Given, id: &String) -> Vec<String> {
    served(given, |hazard| hazard.conditions.contains(id), |benefit| benefit.conditions.contains(id))
}

fn served(
    given: &Given,
    by_hazard: impl Fn(&safety::Hazard) -> bool,
    by_benefit: impl Fn(&safety::Benefit) -> bool,
) -> Vec<String> {
    let hazards = given.safety.hazards.iter().filter(|one| by_hazard(one)).map(|one| one.id.clone());
    let benefits = given.safety.purpose.benefits.iter().filter(|one| by_benefit(one)).map(|one| one.id.clone());
    hazards.chain(benefits).collect()
}

/// Adds the findings that these tests read.
fn read(protocol: &Protocol, all: &All, found: &mut BTreeSet<FindingId>) {
    for test in all {
        match test {
            Test::AtLeast(id, _) | Test::Milder(id, _) => drop(found.insert(*id)),
            Test::Term(term) | Test::NoTerm(term) => read_any(protocol, &protocol.terms[*term].when, found),
            Test::Count(count, _) => read(protocol, &protocol.counts[*count].of, found),
            _ => {}
        }
    }
}

fn read_any(protocol: &Protocol, any: &Any, found: &mut BTreeSet<FindingId>) {
    any.iter().for_each(|all| read(protocol, all, found));
}

fn of_question(protocol: &Protocol, rules: &[RuleLinks], id: FindingId) -> QuestionLinks {
    let screen = protocol.screens.iter().find(|screen| match &screen.kind {
        ScreenKind::List(findings) => findings.contains(&id),
        ScreenKind::Question(finding) => *finding == id,
        _ => false,
    });
    let rules = rules.iter().enumerate().filter(|(_, rule)| rule.findings.contains(&id)).map(|(at, _)| at);
    let others = readers(protocol).into_iter().filter(|(_, alls)| {
        let mut found = BTreeSet::new();
        alls.iter().for_each(|all| read(protocol, all, &mut found));
        found.contains(&id)
    });
    QuestionLinks {
        screen: screen.map(|screen| screen.id.clone()),
        rules: rules.collect(),
        others: others.map(|(what, _)| what).collect(),
    }
}

/// What reads findings beside the rules.
fn readers(protocol: &Protocol) -> Vec<(&'static str, Vec<&All>)> {
    vec![
        ("raises", protocol.raises.iter().flat_map(|one| &one.when).collect()),
        ("gates", protocol.gates.iter().flat_map(|one| one.closed.iter().map(|(all, _)| all)).collect()),
        ("situations", protocol.situations.iter().flat_map(|one| &one.when).collect()),
        ("cautions of steps", protocol.steps.iter().flat_map(|one| one.cautions.iter().map(|(all, _)| all)).collect()),
        ("conditions", protocol.conditions.iter().flat_map(|one| one.favours.iter().chain(&one.against)).collect()),
        ("holds", protocol.holds.iter().flat_map(|one| &one.when).collect()),
        ("notices", protocol.notices.iter().flat_map(|one| &one.when).collect()),
    ]
}

fn uses(given: &Given) -> BTreeMap<String, Uses> {
    let protocol = &given.protocol;
    let mut uses: BTreeMap<String, Uses> =
        given.ledger.sources().iter().map(|source| (source.id.clone(), Uses::default())).collect();
    let mut add = |sources: &[String], to: &dyn Fn(&mut Uses)| {
        sources.iter().for_each(|source| to(uses.entry(source.clone()).or_default()));
    };
    for rule in &protocol.rules {
        add(&rule.sources, &|uses| uses.rules.push(rule.id.clone()));
    }
    for finding in &protocol.findings {
        let asks = |uses: &mut Uses| uses.questions.push(finding.id.clone());
        add(&finding.sources, &asks);
    }
    for (name, sources) in blocks(protocol) {
        add(sources, &|uses| uses.blocks.push(name.clone()));
    }
    for one in given.ledger.all_evidence() {
        add(&one.sources, &|uses| uses.statements += 1);
    }
    for one in given.ledger.claims() {
        add(&one.sources, &|uses| uses.claims += 1);
    }
    uses
}

/// Every other block that cites.
fn blocks(protocol: &Protocol) -> Vec<(String, &[String])> {
    let mut all: Vec<(String, &[String])> = Vec::new();
    let mut add = |kind: &str, id: &str, sources| all.push((format!("{kind} {id}"), sources));
    protocol.raises.iter().for_each(|one| add("raise", &protocol.finding(one.finding).id, &one.sources));
    protocol.advices.iter().for_each(|one| add("advice", &one.id, &one.sources));
    protocol.notices.iter().for_each(|one| add("notice", &one.id, &one.sources));
    protocol.conditions.iter().for_each(|one| add("condition", &one.id, &one.sources));
    protocol.steps.iter().for_each(|one| add("step", &one.id, &one.sources));
    protocol.gates.iter().for_each(|one| add("gate", &one.id, &one.sources));
    protocol.limits.iter().for_each(|one| add("limit", &one.id, &one.sources));
    protocol.holds.iter().for_each(|one| add("hold", &one.id, &one.sources));
    protocol.medicines.iter().for_each(|one| add("medicine", &one.id, &one.sources));
    protocol.cautions.iter().for_each(|one| add("caution", &one.id, &one.sources));
    protocol.nevers.iter().for_each(|one| add("never", &one.id, &one.sources));
    protocol.preventions.iter().for_each(|one| add("prevention", &one.id, &one.sources));
    protocol.tables.iter().for_each(|one| add("table", &one.id, &one.sources));
    protocol.always.iter().for_each(|one| add("always", &one.id, &one.sources));
    all
}

/// Whether a finding only serves the relief plan.
pub(super) fn input(protocol: &Protocol, at: usize) -> bool {
    protocol.findings[at].class == Class::Input
}
