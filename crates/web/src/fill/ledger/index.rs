//! Everything at one place, with its search.

use ledger::find::{Habits, find};
use ledger::{Audience, Evidence};

use super::Desk;
use crate::view::ledger::{Group, Index, Row};

/// Longer questions are cut: a pasted page is no question.
const LONGEST_QUESTION: usize = 200;

/// `/evidence`
pub fn index(desk: &Desk) -> Index {
    let typed: String = desk.arrival.field("q").unwrap_or_default().trim().chars().take(LONGEST_QUESTION).collect();
    let groups = groups(desk);
    let found = (!typed.is_empty()).then(|| searched(desk, &typed, &groups));
    let ledger = desk.ledger();
    let title = desk.say("evidence-title");
    let count = |number: usize| number.to_string();
    Index {
        shell: desk.shell(&title, "/evidence"),
        lead: desk.words.say_with(
            "evidence-lead",
            &[
                ("statements", &count(desk.statements().count())),
                ("claims", &count(ledger.claims().len())),
                ("sources", &count(ledger.sources().len())),
            ],
        ),
        ways: vec![
            desk.beside("/evidence/disagreements", "disagree"),
            desk.beside("/article", "article"),
            desk.to_check(),
        ],
        clinician: desk.clinician(ledger.all_evidence().iter().any(|one| one.audience == Audience::Clinician)),
        words: desk.words.clone(),
        typed,
        found,
        groups,
    }
}

/// Statements by topic, in the order in which topics first come; then the article; then the sources.
fn groups(desk: &Desk) -> Vec<Group> {
    let mut topics: Vec<(&str, Vec<&Evidence>)> = Vec::new();
    for one in desk.statements() {
        match topics.iter_mut().find(|(topic, _)| *topic == one.topic) {
            Some((_, all)) => all.push(one),
            None => topics.push((&one.topic, vec![one])),
        }
    }
    let of_topic = |(topic, all): (&str, Vec<&Evidence>)| {
        desk.folded(&desk.say(&format!("topic-{topic}")), all.into_iter().map(|one| desk.statement_row(one)).collect())
    };
    let mut groups: Vec<Group> = topics.into_iter().filter_map(of_topic).collect();
    let claims = desk.ledger().claims().iter().filter(|one| desk.may_show_claim(one)).map(|one| desk.claim_row(one));
    groups.extend(desk.folded(&desk.say("article-claims"), claims.collect()));
    let sources = desk.ledger().sources().iter().map(|one| desk.source_row(one)).collect();
    groups.extend(desk.folded(&desk.say("sources"), sources));
    groups
}

/// The rows that have what was typed: searched is what is read.
fn searched(desk: &Desk, typed: &str, groups: &[Group]) -> Vec<Row> {
    let rows: Vec<&Row> = groups.iter().flat_map(|group| &group.rows).collect();
    let lines: Vec<String> = rows.iter().map(|row| line(row)).collect();
    let habits = Habits::read(&desk.say("find-skip"), &desk.say("find-same"));
    find(typed, &lines, &habits).into_iter().map(|at| rows[at].clone()).collect()
}

/// What stands on a row, in the order of the page, and the id that it leads to, which is made of words.
fn line(row: &Row) -> String {
    let verdict = row.verdict.as_ref().map(|judged| judged.word.as_str()).unwrap_or_default();
    let id = row.way.path.rsplit('/').next().unwrap_or_default();
    [verdict, &row.way.text, &row.way.small, &row.way.tag, id].join(" ")
}
