//! One source, and what rests on it.

use ledger::{Audience, Source};

use super::Desk;
use crate::view::ledger::{Fact, Group, Leaf, Row};

/// `/source/{id}`; none: there is no such source.
pub fn source(desk: &Desk, id: &str) -> Option<Leaf> {
    let one = desk.ledger().source(id)?;
    let statements = || desk.ledger().all_evidence().iter().filter(|entry| entry.sources.contains(&one.id));
    let for_clinicians = one.what_for == Some(Audience::Clinician);
    let hidden = for_clinicians || statements().any(|entry| entry.audience == Audience::Clinician);
    let what = desk.is_for_her(one.what_for.unwrap_or(Audience::Both)) && desk.may_say([one.what.as_str()]);
    let kind = desk.say(&format!("kind-{}", one.kind.word()));
    Some(Leaf {
        shell: desk.shell(&one.short_name(), &format!("/source/{}", one.id)),
        up: desk.up(),
        kicker: format!("{kind}, {}", one.year),
        title: one.title.clone(),
        quoted: false,
        is_source: true,
        verdict: None,
        says: if what { vec![one.what.clone()] } else { Vec::new() },
        facts: facts(desk, one),
        outside: one.address().map(|address| {
            let name = desk.words.say_one("source-outside", "place", host(&address));
            (address, name)
        }),
        go: None,
        groups: groups(desk, one, &statements().map(|entry| &entry.id).collect::<Vec<_>>()),
        clinician: desk.clinician(hidden),
        words: desk.words.clone(),
    })
}

fn facts(desk: &Desk, one: &Source) -> Vec<Fact> {
    let named = |id: &str, text: String| desk.fact(id, text).map(|fact| Fact { is_source: true, ..fact });
    let read = if one.verified { "source-read" } else { "source-not-read" };
    let seen = if desk.may_say([one.seen.as_str()]) { desk.ledger().with_names(&one.seen) } else { String::new() };
    let known = Fact {
        name: desk.say("basis"),
        text: desk.words.say_one(read, "seen", &seen),
        open: !one.verified,
        is_source: false,
    };
    let kept = one.kept_for.as_ref().map(|_| desk.say("source-kept")).unwrap_or_default();
    let facts = [
        named("source-authors", one.authors.clone()),
        named("source-citation", one.citation.clone().unwrap_or_default()),
        Some(known),
        desk.fact("source-use", kept),
    ];
    facts.into_iter().flatten().collect()
}

fn groups(desk: &Desk, one: &Source, statements: &[&String]) -> Vec<Group> {
    let rows = desk.statement_rows(statements.iter().copied());
    let mut groups: Vec<Group> = desk.counted(&desk.say("rests-statements"), rows).into_iter().collect();
    groups.extend(desk.thing_groups(|thing| thing.sources.contains(&one.id)));
    let claims = desk.ledger().claims().iter().filter(|claim| claim.sources.contains(&one.id));
    let claims: Vec<Row> =
        claims.filter(|claim| desk.may_show_claim(claim)).map(|claim| desk.claim_row(claim)).collect();
    groups.extend(desk.counted(&desk.say("article-claims"), claims));
    groups
}

/// `doi.org` of `https://doi.org/10.1089/…`
fn host(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.split('/').next().unwrap_or(rest).trim_start_matches("www.")
}
