//! On the page every claim of the guide stands in an element that names its grounds, and nothing else claims.

use std::collections::BTreeSet;

use guide::{Part, Said};
use protocol::text::{Voice, fill};

use crate::addresses;
use crate::claim_words::claims;
use crate::door;
use crate::guide_pages::acts;
use crate::guide_said::condition_of;
use crate::house::{guide, protocol};
use crate::html::{Piece, main_of, pieces};
use crate::persons::{began, checked};

/// The voice of someone of whom nothing is known.
const VOICE: Voice = Voice::ALL[0];

/// The claims of the guide that a page shows at once, by its address.
fn claims_of(path: &str) -> Vec<&'static Said> {
    let (kind, id) = path[1..].split_once('/').unwrap_or_else(|| panic!("{path}"));
    let guide = guide();
    match kind {
        "relief" => {
            let card = guide
                .cards
                .iter()
                .find(|card| protocol().steps[card.step].id == id)
                .unwrap_or_else(|| panic!("a card at {path}"));
            [&card.what, &card.how_long, &card.how_often, &card.not, &card.sure].into_iter().flatten().collect()
        }
        "condition" => {
            let one = guide
                .explains
                .iter()
                .find(|one| condition_of(one) == id)
                .unwrap_or_else(|| panic!("a condition at {path}"));
            [&one.what, &one.course, &one.helps, &one.seen].into_iter().flatten().collect()
        }
        _ => {
            let said = |part: &'static Part| match part {
                Part::Lead(said) | Part::Say(said) | Part::Item(said) => Some(said),
                _ => None,
            };
            guide
                .page(id)
                .unwrap_or_else(|| panic!("a page at {path}"))
                .parts
                .iter()
                .filter_map(said)
                .filter(|said| !said.grounds.is_empty())
                .collect()
        }
    }
}

/// Fails where a sentence does not stand on a page in an element with its grounds. `filled` is how the page fills its open names.
fn hold(place: &str, page: &str, all: &[&Said], filled: &[(&str, &str)]) -> usize {
    let shown = pieces(main_of(page));
    let told = all.iter().map(|said| (fill(said.text.say(VOICE), filled), said)).filter(|(text, _)| !text.is_empty());
    told.map(|(text, said)| {
        let grounds = said.grounds.iter().map(|ground| ground.id.as_str()).collect::<Vec<_>>().join(" ");
        let stands = |piece: &Piece| piece.text == text && piece.grounds() == Some(&grounds);
        assert!(shown.iter().any(stands), "{place}: without its grounds: {text}");
    })
    .count()
}

#[test]
fn every_claim_stands_in_an_element_with_its_grounds() {
    let pages = addresses::clinical().into_iter().map(|one| one.path);
    let seen: usize = pages.map(|path| hold(&path, &door::get(&path), &claims_of(&path), &[])).sum();
    assert!(seen > 450, "{seen}");
}

#[test]
fn every_claim_of_a_session_stands_in_an_element_with_its_grounds() {
    let people = [began(VOICE, &[]), checked(VOICE, &[])];
    for session in &guide().sessions {
        let path = format!("/session/{}", session.id);
        let first =
            people.iter().map(|one| door::send(&path, Some(one), &[]).page).find(|page| page.contains("\"lead\""));
        let first = first.unwrap_or_else(|| panic!("{path}: nobody sees its first page"));
        let before: Vec<&Said> = [&session.lead, &session.sure, &session.mind].into_iter().flatten().collect();
        assert!(hold(&path, &first, &before, &[]) > 1, "{path}");

        let acts = people.iter().find_map(|one| acts(&session.id, one, "left"));
        let acts = acts.unwrap_or_else(|| panic!("{path}: nobody sees its acts"));
        let says: Vec<&Said> = session.moves_for(VOICE.baby).flat_map(|one| &one.say).collect();
        assert!(hold(&path, &acts, &says, &[("hand", "right hand"), ("near", "left hand")]) > 1, "{path}");

        let end = door::send(&path, Some(&people[1]), &[("before", "3"), ("go", "after"), ("score", "3")]).page;
        assert!(hold(&path, &end, &session.then.iter().collect::<Vec<_>>(), &[]) > 0, "{path}");
    }
}

/// Pieces of a page that claim and name no grounds.
fn bare(path: &str, page: &str) -> Vec<String> {
    let own: BTreeSet<String> = crate::pages_said::messages(VOICE).into_iter().map(|(_, said)| said).collect();
    let plain = |text: &str| crate::hidden_claims::PLAIN.iter().any(|(known, _)| *known == text);
    let named = |piece: &Piece| ["h1", "h2", "button", "a", "th", "td", "svg"].iter().any(|tag| piece.is_in(tag));
    let free = pieces(main_of(page))
        .into_iter()
        .filter(|piece| piece.grounds().is_none() && !named(piece) && !piece.is_source());
    // The messages of the pages are read elsewhere; a length stands in one of them.
    let known = |text: &str| own.contains(text) || plain(text) || text.starts_with("Takes ") || is_phone(text);
    let free = free.filter(|piece| !known(&piece.text));
    free.filter(|piece| claims(&piece.text).is_some()).map(|piece| format!("{path}: {}", piece.text)).collect()
}

fn is_phone(text: &str) -> bool {
    let regions = protocol().regions.iter();
    regions.flat_map(|region| &region.crisis).any(|phone| phone.shown.say(VOICE) == text)
        || text == protocol().phrase("any_crisis", VOICE)
}

#[test]
fn nothing_else_on_these_pages_claims() {
    for address in [addresses::clinical(), addresses::sessions()].concat() {
        let found = bare(&address.path, &door::get(&address.path));
        assert!(found.is_empty(), "{}", found.join("\n"));
    }
}

#[test]
fn a_claim_on_a_page_without_grounds_is_seen() {
    let page =
        "<main><p><span data-grounds=\"rule:D01\">A fever is seen today.</span></p><p>Cabbage cures it.</p></main>";
    assert_eq!(bare("/x", page), ["/x: Cabbage cures it."]);
}
