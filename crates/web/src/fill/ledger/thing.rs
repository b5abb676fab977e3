//! A rule, a step, a session, a page, a limit: what it rests on.

use std::collections::BTreeSet;

use ledger::Audience;

use super::Desk;
use crate::numbers;
use crate::rests::Thing;
use crate::view::guide::Way;
use crate::view::ledger::{Fact, Group, Leaf};

/// `/rests/{kind}/{id}`; none: there is no such thing for her.
pub fn thing(desk: &Desk, kind: &str, id: &str) -> Option<Leaf> {
    let one = desk.things().find(|thing| thing.kind == kind && thing.id == id)?;
    let title = numbers::capital(one.text.say(desk.frame.voice));
    if title.is_empty() {
        return None;
    }
    let urgencies = &desk.arrival.site.compiled().protocol.urgencies;
    let level = urgencies.iter().find(|said| Some(said.urgency.number()) == one.level);
    let soon = level.and_then(|said| desk.fact("rests-level", said.head.say(desk.frame.voice).to_owned()));
    let sources: Vec<String> = one.sources.iter().cloned().collect();
    let own = if one.unsaid && !sources.is_empty() { Some(unsaid(desk)) } else { nothing(desk, one) };
    let mut statements = one.evidence.iter().filter_map(|id| desk.ledger().evidence(id));
    let some_closed = statements.any(|entry| entry.audience == Audience::Clinician);
    let mut groups: Vec<Group> = Vec::new();
    groups.extend(desk.counted(&desk.say("rests-statements"), desk.statement_rows(&one.evidence)));
    groups.extend(desk.counted(&desk.say("sources"), desk.source_rows(&one.sources)));
    let shares = |entry: &&ledger::Evidence| entry.sources.iter().any(|id| one.sources.contains(id));
    let near: BTreeSet<&String> = desk.statements().filter(shares).map(|entry| &entry.id).collect();
    let near = near.into_iter().filter(|id| !one.evidence.contains(*id));
    groups.extend(desk.folded(&desk.say("rests-statements-near"), desk.statement_rows(near)));
    Some(Leaf {
        shell: desk.shell(&desk.say(&format!("rests-{}", one.kind)), &one.path()),
        up: desk.up(),
        kicker: if one.kind == "rule" {
            desk.words.say_one("rests-rule-named", "id", &one.id)
        } else {
            desk.say(&format!("rests-{}", one.kind))
        },
        quoted: false,
        is_source: false,
        verdict: None,
        says: Vec::new(),
        facts: soon.into_iter().chain(own).collect(),
        outside: None,
        go: one.page.clone().map(|path| Way { path, text: desk.say("rests-page"), ..Way::default() }),
        groups,
        clinician: desk.clinician(some_closed),
        words: desk.words.clone(),
        title,
    })
}

/// What a thing says that cites its sources itself, without a statement between.
fn unsaid(desk: &Desk) -> Fact {
    Fact { name: desk.say("rests-statements"), text: desk.say("rests-unsaid"), open: false, is_source: false }
}

/// What a thing without any ground says of that: a page claims nothing, anything else is a choice of the project.
fn nothing(desk: &Desk, one: &Thing) -> Option<Fact> {
    if !one.sources.is_empty() || !one.evidence.is_empty() {
        return None;
    }
    let (text, open) = if one.page.is_some() { ("rests-nothing", false) } else { ("rests-choice", true) };
    Some(Fact { name: desk.say("sources"), text: desk.say(text), open, is_source: false })
}
