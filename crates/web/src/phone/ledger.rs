//! The second book of a phone: the ledger. It comes by itself, so that the check and relief stay small.

use exchange::normal_form::text;
use ledger::{Audience, Claim, Disagreement, Evidence, Ledger, Source, Strength, speaks_of_a_baby};
use serde_json::{Value, json};

use super::shelf;
use crate::fill;
use crate::rests::{KINDS, Thing};
use crate::site::Site;

/// Everything of the ledger, and what rests on it. What is only for clinicians is marked, as is what speaks of a baby.
#[must_use]
pub fn book(site: &Site) -> Value {
    let ledger = site.ledger();
    json!({
        "evidence": ledger.all_evidence().iter().map(|one| evidence(ledger, one)).collect::<Value>(),
        "sources": ledger.sources().iter().map(|one| source(ledger, one)).collect::<Value>(),
        "claims": ledger.claims().iter().map(claim).collect::<Value>(),
        "disagreements": ledger.disagreements().iter().map(|one| disagreement(ledger, one)).collect::<Value>(),
        "things": site.things().iter().map(thing).collect::<Value>(),
        "kinds": KINDS,
        "safety": safety(site),
        "files": shelf::of_ledger(),
    })
}

/// The page about safety, whole: it says the same to everybody. Nothing where its file cannot be read, which the build's own tests keep from happening.
fn safety(site: &Site) -> Value {
    let words = site.words();
    let blocks = fill::safety::blocks(site, words).ok();
    json!(blocks.map(|blocks| json!({ "title": words.say("safety-title"), "blocks": blocks })))
}

fn any_baby<'t>(texts: impl IntoIterator<Item = &'t str>) -> bool {
    texts.into_iter().any(speaks_of_a_baby)
}

fn evidence(ledger: &Ledger, one: &Evidence) -> Value {
    json!({
        "id": one.id, "topic": one.topic, "statement": one.statement, "claim": one.claim, "verdict": one.verdict,
        "strength": Strength::read(&one.strength).map(Strength::key), "grade": one.strength, "sources": one.sources,
        "disagreements": ledger.with_names(&one.disagreements), "basis": one.basis.word(), "clinician": one.audience == Audience::Clinician,
        "baby": any_baby([one.statement.as_str(), one.claim.as_deref().unwrap_or_default(), &one.disagreements]),
    })
}

fn source(ledger: &Ledger, one: &Source) -> Value {
    json!({
        "id": one.id, "short": one.short_name(), "title": one.title, "authors": one.authors, "year": one.year, "kind": one.kind.word(),
        "what": { "text": one.what, "clinician": one.what_for == Some(Audience::Clinician), "baby": speaks_of_a_baby(&one.what) },
        "seen": { "text": ledger.with_names(&one.seen), "baby": speaks_of_a_baby(&one.seen) }, "read": one.verified,
        "citation": one.citation.as_deref().unwrap_or_default(), "kept": one.kept_for.is_some(), "address": one.address(),
    })
}

fn claim(one: &Claim) -> Value {
    json!({
        "id": one.id, "section": one.section, "claim": one.claim, "verdict": one.verdict, "reason": one.reason, "sources": one.sources,
        "evidence": one.evidence, "page": one.page, "baby": any_baby([one.claim.as_str(), &one.reason]),
    })
}

fn disagreement(ledger: &Ledger, one: &Disagreement) -> Value {
    let texts = one.positions.iter().chain([&one.ask, &one.we, &one.because]);
    json!({
        "id": one.id, "ask": one.ask, "positions": one.positions, "we": one.we, "because": one.because, "evidence": one.evidence,
        "sources": ledger.sources_of(one), "clinician": one.audience == Audience::Clinician, "baby": any_baby(texts.map(String::as_str)),
    })
}

fn thing(one: &Thing) -> Value {
    json!({
        "kind": one.kind, "id": one.id, "text": text(&one.text), "level": one.level, "page": one.page, "needs_baby": one.needs_baby,
        "sources": one.sources, "evidence": one.evidence, "unsaid": one.unsaid,
    })
}
