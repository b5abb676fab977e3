//! The article this project began from: each claim with its verdict, why, its sources, and the page that does its job.

use std::collections::BTreeMap;

use ledger::{Claim, Verdict};

use super::Desk;
use super::step::steps;
use crate::fill::told;
use crate::numbers;
use crate::view::guide::Way;
use crate::view::ledger::{Article, Claimed, Clinician, Judged, Leaf, Step};

/// Pages that are no page of the guide: their addresses and the ids of their names.
const TOOLS: [(&str, &str); 5] = [
    ("/check", "check"),
    ("/relief", "relief-title"),
    ("/feed-timer", "feed-title"),
    ("/milk", "milk-title"),
    ("/painkillers", "more-painkillers"),
];

/// `/article`
pub fn article(desk: &Desk) -> Article {
    let shown: Vec<(usize, &Claim)> = numbered(desk).collect();
    let count = |verdict: &Verdict| shown.iter().filter(|(_, one)| one.verdict == *verdict).count();
    let counts = Verdict::ALL.iter().rev().map(|verdict| (Judged::of(*verdict, &desk.words), count(verdict))).collect();
    let (first, mut next) = onward(desk, &shown);
    let mut parts: Vec<(String, Vec<Claimed>)> = Vec::new();
    for (number, one) in shown {
        let title = desk.say(&format!("article-section-{}", one.section));
        let Some(step) = next.remove(&number) else { continue };
        let claimed = claimed(desk, number, one, step);
        match parts.last_mut().filter(|(last, _)| *last == title) {
            Some((_, claims)) => claims.push(claimed),
            None => parts.push((title, vec![claimed])),
        }
    }
    let title = desk.say("article-title");
    let check = desk.to_check();
    let shell = desk.shell(&title, "/article");
    Article { shell, up: desk.up(), check, counts, first, parts, words: desk.words.clone() }
}

/// The claims that she sees, with their number in the article.
fn numbered<'d>(desk: &Desk<'d>) -> impl Iterator<Item = (usize, &'d Claim)> {
    let all = desk.ledger().claims().iter().enumerate().map(|(at, one)| (at + 1, one));
    all.filter(|(_, one)| desk.may_show_claim(one))
}

/// The way to the gravest claim, and for each number the way on. Claims of one verdict stand in the order of the article.
fn onward(desk: &Desk, shown: &[(usize, &Claim)]) -> (Option<Step>, BTreeMap<usize, Step>) {
    let mut gravest: Vec<(String, usize)> = Vec::new();
    for verdict in Verdict::ALL.iter().rev() {
        let of_it = shown.iter().filter(|(_, one)| one.verdict == *verdict);
        gravest.extend(of_it.map(|(number, one)| (one.id.clone(), *number)));
    }
    let (first, next) = steps(desk, &gravest);
    (first, gravest.iter().map(|(_, number)| *number).zip(next).collect())
}

fn claimed(desk: &Desk, number: usize, one: &Claim, next: Step) -> Claimed {
    let own = Way { path: format!("/article/{}", one.id), text: desk.say("rests-behind"), ..Way::default() };
    Claimed {
        id: one.id.clone(),
        number,
        claim: one.claim.clone(),
        verdict: Judged::of(one.verdict, &desk.words),
        reason: one.reason.clone(),
        ways: job(desk, one).into_iter().chain([own]).collect(),
        sources: told::cited(desk.ledger(), &one.sources),
        next,
    }
}

/// `/article/{id}`; none: there is no such claim for her.
pub fn claim(desk: &Desk, id: &str) -> Option<Leaf> {
    let (number, one) = numbered(desk).find(|(_, one)| one.id == id)?;
    let all = desk.ledger().claims().len();
    let place = [("number", number.to_string()), ("all", all.to_string())];
    let place = desk.words.say_with("article-place", &place.each_ref().map(|(name, value)| (*name, value.as_str())));
    let groups = [
        desk.counted(&desk.say("rests-statements"), desk.statement_rows(&one.evidence)),
        desk.counted(&desk.say("sources"), desk.source_rows(&one.sources)),
    ];
    Some(Leaf {
        shell: desk.shell(&place, &format!("/article/{}", one.id)),
        up: Way { path: "/article".to_owned(), text: desk.say("article-title"), ..Way::default() },
        kicker: place,
        title: one.claim.clone(),
        quoted: true,
        is_source: false,
        verdict: Some(Judged::of(one.verdict, &desk.words)),
        says: vec![one.reason.clone()],
        facts: Vec::new(),
        outside: None,
        go: job(desk, one),
        groups: groups.into_iter().flatten().collect(),
        clinician: Clinician::Nothing,
        words: desk.words.clone(),
    })
}

/// The page that does the job of a claim.
pub(super) fn job(desk: &Desk, one: &Claim) -> Option<Way> {
    let path = one.page.clone()?;
    let tool = TOOLS.iter().find(|(known, _)| *known == path);
    let name = match tool {
        Some(("/milk", _)) if !desk.frame.voice.baby => return None,
        Some(("/check", _)) if !crate::CHECK => return None,
        Some((_, id)) => desk.say(id),
        None => {
            let thing =
                desk.things().find(|thing| thing.page.as_deref() == Some(&path) && path.ends_with(&thing.id))?;
            numbers::capital(thing.text.say(desk.frame.voice))
        }
    };
    Some(Way { path, text: name, small: desk.say("article-job"), ..Way::default() })
}
