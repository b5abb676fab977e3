//! An article that somebody brought, filled into its page.

use article::{Checked, Finding, Kind, Match};
use ledger::Verdict;

use super::Desk;
use super::article::job;
use super::step::steps;
use crate::fill::told;
use crate::view::Source;
use crate::view::checker::{Block, Claim, Found, Paste, Piece};
use crate::view::guide::Way;
use crate::view::ledger::{Judged, Step};

const PATH: &str = "/article/check";
/// More claims are counted and not shown: a page has an end.
const CLAIMS_MAX: usize = 200;
/// A longer sentence is cut where it is quoted; in the article it stands whole.
const QUOTED_CHARS_MAX: usize = 600;

/// The form; `why` is the id of what was wrong with what was brought, or empty.
pub fn paste(desk: &Desk, why: &str) -> Paste {
    let error = if why.is_empty() { String::new() } else { desk.say(why) };
    let title = desk.say("article-check-title");
    Paste { shell: desk.shell(&title, PATH), up: desk.up(), error, words: desk.words.clone() }
}

/// What was found in an article.
pub fn found(desk: &Desk, checked: &Checked) -> Found {
    let number = |finding: &Finding| 1 + checked.findings.partition_point(|one| one.range.start < finding.range.start);
    let shown: Vec<(usize, &Finding)> =
        checked.by_gravity().into_iter().take(CLAIMS_MAX).map(|one| (number(one), one)).collect();
    let counts = Verdict::ALL.iter().rev().map(|verdict| (Judged::of(*verdict, &desk.words), *verdict));
    let counts = counts.map(|(judged, verdict)| (judged, checked.count(Some(verdict)))).filter(|(_, count)| *count > 0);
    let summary = summary(desk, checked);
    let places: Vec<(String, usize)> = shown.iter().map(|(number, _)| (format!("claim-{number}"), *number)).collect();
    let (first, next) = steps(desk, &places);
    let claims = shown.iter().zip(next).map(|((number, finding), next)| claim(desk, checked, *number, finding, next));
    Found {
        shell: desk.shell(&summary, PATH),
        up: Way { path: PATH.to_owned(), text: desk.say("checker-again"), ..Way::default() },
        summary,
        counts: counts.collect(),
        unknown: checked.count(None),
        cut: checked.cut,
        more: checked.findings.len() - shown.len(),
        claims: claims.collect(),
        first,
        blocks: blocks(checked, shown),
        words: desk.words.clone(),
    }
}

fn summary(desk: &Desk, checked: &Checked) -> String {
    if checked.findings.is_empty() {
        return desk.say("checker-none");
    }
    let found = desk.words.say_count("checker-found", checked.findings.len());
    match checked.count(Some(Verdict::Harmful)) {
        0 => found,
        harmful => desk.words.say_with("checker-harmful", &[("found", &found), ("harmful", &harmful.to_string())]),
    }
}

fn claim(desk: &Desk, checked: &Checked, number: usize, finding: &Finding, next: Step) -> Claim {
    let gravest: Vec<&Match> = finding.matches.iter().filter(|one| Some(one.verdict) == finding.verdict).collect();
    let mut says: Vec<(String, Vec<Source>)> = Vec::new();
    for (text, sources) in gravest.iter().flat_map(|one| said(desk, one)) {
        if !says.iter().any(|(known, _)| *known == text) {
            says.push((text, sources));
        }
    }
    let quoted = |ranges: &mut dyn Iterator<Item = &std::ops::Range<usize>>| {
        let mut all: Vec<String> = ranges.map(|range| format!("“{}”", checked.words(range))).collect();
        all.dedup();
        all.join(", ")
    };
    let first = gravest.first();
    Claim {
        number,
        verdict: finding.verdict.map(|verdict| Judged::of(verdict, &desk.words)),
        sentence: quote(checked.words(&finding.range)),
        says,
        words: quoted(&mut first.into_iter().flat_map(|one| &one.words)),
        turned_by: quoted(&mut first.into_iter().flat_map(|one| &one.turned_by)),
        ways: first.map_or_else(Vec::new, |one| ways(desk, one)),
        next,
    }
}

/// What we say of it to her: our statements; reasons only where she is shown no statement.
fn said(desk: &Desk, one: &Match) -> Vec<(String, Vec<Source>)> {
    let ledger = desk.ledger();
    let statements = one.rests_on.iter().filter_map(|id| ledger.evidence(id));
    let statements = statements.filter(|one| desk.is_for_her(one.audience) && desk.may_show(one));
    let said: Vec<_> = statements.map(|one| (one.statement.clone(), told::cited(ledger, &one.sources))).collect();
    if !said.is_empty() {
        return said;
    }
    let claims = one.rests_on.iter().filter_map(|id| ledger.claim(id)).filter(|one| desk.may_show_claim(one));
    claims.map(|one| (one.reason.clone(), told::cited(ledger, &one.sources))).collect()
}

/// What stands behind it, and the page that does its job.
fn ways(desk: &Desk, one: &Match) -> Vec<Way> {
    let ledger = desk.ledger();
    let statement = one.rests_on.iter().filter_map(|id| ledger.evidence(id)).find(|one| desk.may_show(one));
    let claims = || one.rests_on.iter().filter_map(|id| ledger.claim(id)).filter(|one| desk.may_show_claim(one));
    let behind = statement.map(|one| format!("/evidence/{}", one.id));
    let behind = behind.or_else(|| claims().next().map(|one| format!("/article/{}", one.id)));
    let behind = behind.map(|path| Way { path, text: desk.say("rests-behind"), ..Way::default() });
    claims().find_map(|one| job(desk, one)).into_iter().chain(behind).collect()
}

fn quote(sentence: &str) -> String {
    let mut cut: String = sentence.chars().take(QUOTED_CHARS_MAX).collect();
    if cut.len() < sentence.len() {
        cut.push('…');
    }
    cut
}

/// The article in pieces, each shown claim marked.
fn blocks(checked: &Checked, mut shown: Vec<(usize, &Finding)>) -> Vec<Block> {
    shown.sort_by_key(|(number, _)| *number);
    let mut marks = shown.into_iter().peekable();
    let block = |block: &article::Block| {
        let mut pieces = Vec::new();
        let mut at = block.range.start;
        let plain = |from: usize, to: usize, pieces: &mut Vec<Piece>| {
            if let Some(text) = checked.text.get(from..to).filter(|text| !text.is_empty()) {
                pieces.push(Piece { text: text.to_owned(), mark: None });
            }
        };
        while let Some((number, finding)) = marks.next_if(|(_, one)| one.range.start < block.range.end) {
            plain(at, finding.range.start, &mut pieces);
            let key = finding.verdict.map_or("unknown", Verdict::word);
            pieces.push(Piece { text: checked.words(&finding.range).to_owned(), mark: Some((number, key)) });
            at = finding.range.end;
        }
        plain(at, block.range.end, &mut pieces);
        let kind = match block.kind {
            Kind::Heading(_) => "heading",
            Kind::Item => "item",
            Kind::Paragraph => "paragraph",
        };
        Block { kind, pieces }
    };
    checked.blocks.iter().map(block).collect()
}
