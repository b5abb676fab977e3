//! The article this project began from: each claim with its verdict, why, its sources, and the page that does its job.

use ledger::{Claim, Verdict};

use super::Desk;
use crate::fill::told;
use crate::numbers;
use crate::view::guide::Way;
use crate::view::ledger::{Article, Claimed, Clinician, Judged, Leaf};

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
    let mut parts: Vec<(String, Vec<Claimed>)> = Vec::new();
    for (number, one) in shown {
        let title = desk.say(&format!("article-section-{}", one.section));
        let claimed = claimed(desk, number, one);
        match parts.last_mut().filter(|(last, _)| *last == title) {
            Some((_, claims)) => claims.push(claimed),
            None => parts.push((title, vec![claimed])),
        }
    }
    let title = desk.say("article-title");
    let check = desk.to_check();
    Article { shell: desk.shell(&title, "/article"), up: desk.up(), check, counts, parts, words: desk.words.clone() }
}

/// The claims that she sees, with their number in the article.
fn numbered<'d>(desk: &Desk<'d>) -> impl Iterator<Item = (usize, &'d Claim)> {
    let all = desk.ledger().claims().iter().enumerate().map(|(at, one)| (at + 1, one));
    all.filter(|(_, one)| desk.may_show_claim(one))
}

fn claimed(desk: &Desk, number: usize, one: &Claim) -> Claimed {
    let own = Way { path: format!("/article/{}", one.id), text: desk.say("rests-behind"), ..Way::default() };
    Claimed {
        id: one.id.clone(),
        number,
        claim: one.claim.clone(),
        verdict: Judged::of(one.verdict, &desk.words),
        reason: one.reason.clone(),
        ways: job(desk, one).into_iter().chain([own]).collect(),
        sources: told::cited(desk.ledger(), &one.sources),
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
