//! One statement, what it rests on, and what rests on it.

use ledger::{Audience, Basis, Evidence};

use super::Desk;
use crate::view::ledger::{Clinician, Fact, Group, Judged, Leaf, Row};

/// `/evidence/{id}`; none: there is no such statement for her.
pub fn entry(desk: &Desk, id: &str) -> Option<Leaf> {
    let one = desk.ledger().evidence(id)?;
    if !desk.is_for_her(one.audience) {
        return Some(closed(desk, one));
    }
    if !desk.may_show(one) {
        return None;
    }
    let title = one.claim.clone().unwrap_or_else(|| one.statement.clone());
    let says = if one.claim.is_some() { vec![one.statement.clone()] } else { Vec::new() };
    Some(Leaf {
        shell: desk.shell(&desk.say(&topic(one)), &format!("/evidence/{}", one.id)),
        up: desk.up(),
        kicker: desk.say(&topic(one)),
        quoted: one.claim.is_some(),
        is_source: false,
        verdict: one.verdict.map(|verdict| Judged::of(verdict, &desk.words)),
        facts: facts(desk, one),
        outside: None,
        go: None,
        groups: groups(desk, one),
        clinician: desk.clinician(one.audience == Audience::Clinician),
        words: desk.words.clone(),
        title,
        says,
    })
}

/// A statement for clinicians, before someone says that she is one: nothing of it is told.
fn closed(desk: &Desk, one: &Evidence) -> Leaf {
    Leaf {
        shell: desk.shell(&desk.say(&topic(one)), &format!("/evidence/{}", one.id)),
        up: desk.up(),
        kicker: desk.say(&topic(one)),
        title: desk.say("clinician-title"),
        quoted: false,
        is_source: false,
        verdict: None,
        says: Vec::new(),
        facts: Vec::new(),
        outside: None,
        go: None,
        groups: Vec::new(),
        clinician: Clinician::Asked,
        words: desk.words.clone(),
    }
}

fn topic(one: &Evidence) -> String {
    format!("topic-{}", one.topic)
}

fn facts(desk: &Desk, one: &Evidence) -> Vec<Fact> {
    let sure = format!("{} {}", desk.strength(one), desk.words.say_one("strength-graded", "grade", &one.strength));
    let known = Fact { open: one.basis != Basis::Verified, ..known(desk, one) };
    let disagree = desk.ledger().with_names(&one.disagreements);
    let questions = desk.ledger().disagreements().iter();
    let ours = questions.filter(|question| question.evidence.contains(&one.id) && desk.is_for_her(question.audience));
    let ours = ours.filter(|question| desk.may_show_disagreement(question));
    let used = desk.arrival.site.things().iter().any(|thing| thing.evidence.contains(&one.id));
    let unused = if used { String::new() } else { desk.say("rests-unused") };
    let facts = [desk.fact("strength", sure), Some(known), desk.fact("disagree-who", disagree)];
    let ours = ours.filter_map(|question| desk.fact("disagree-we-do", question.we.clone()));
    facts.into_iter().flatten().chain(ours).chain(desk.fact("rests-used", unused)).collect()
}

fn known(desk: &Desk, one: &Evidence) -> Fact {
    let text = desk.say(&format!("basis-{}", one.basis.word()));
    Fact { name: desk.say("basis"), text, open: false, is_source: false }
}

fn groups(desk: &Desk, one: &Evidence) -> Vec<Group> {
    let mut groups: Vec<Group> =
        desk.counted(&desk.say("sources"), desk.source_rows(&one.sources)).into_iter().collect();
    groups.extend(desk.thing_groups(|thing| thing.evidence.contains(&one.id)));
    let claims = desk.ledger().claims().iter().filter(|claim| claim.evidence.contains(&one.id));
    let claims: Vec<Row> =
        claims.filter(|claim| desk.may_show_claim(claim)).map(|claim| desk.claim_row(claim)).collect();
    groups.extend(desk.counted(&desk.say("article-claims"), claims));
    let near = desk.things().filter(|thing| !thing.evidence.contains(&one.id) && thing.shares(&one.sources));
    let near: Vec<Row> = near.map(|thing| desk.thing_row(thing, true)).filter(|row| !row.way.text.is_empty()).collect();
    groups.extend(desk.folded(&desk.say("rests-near"), near));
    groups
}
