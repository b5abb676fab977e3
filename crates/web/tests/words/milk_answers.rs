//! May the baby drink this milk? Whatever is ticked, the page answers with the holds of the protocol for just those ticks, word for word.

use protocol::interview::Interview;
use protocol::model::finding::FindingId;
use protocol::text::Voice;

use crate::door;
use crate::house::{compiled, guide, protocol, words};
use crate::html::{main_of, pieces};
use crate::persons::checked;

const VOICE: Voice = Voice::ALL[0];

/// The holds that a question asks for, in the order of the protocol.
fn asked() -> Vec<usize> {
    guide().milk.iter().map(|ask| ask.hold).collect()
}

/// What the page answers: each paragraph, with the hold that it rests on.
fn answers(page: &str) -> Vec<(String, String)> {
    let leads =
        pieces(main_of(page)).into_iter().filter(|piece| piece.within.iter().any(|tag| tag.contains("\"lead\"")));
    leads.map(|piece| (piece.grounds().unwrap_or_default().to_owned(), piece.text.clone())).collect()
}

fn words_of(holds: &[usize]) -> Vec<(String, String)> {
    let holds = holds.iter().map(|at| &protocol().holds[*at]);
    holds.map(|hold| (format!("hold:{}", hold.id), hold.say.say(VOICE).to_owned())).collect()
}

fn page(interview: Option<&Interview>, ticked: &[usize], none: bool) -> String {
    let ticks = ticked.iter().map(|at| ("tick", protocol().holds[*at].id.as_str()));
    let fields: Vec<(&str, &str)> = ticks.chain(none.then_some(("go", "none"))).collect();
    door::send("/milk", interview, &fields).page
}

/// The holds that stand while nothing else holds the milk back.
fn usual() -> Vec<usize> {
    (0..protocol().holds.len()).filter(|at| protocol().holds[*at].when.is_empty()).collect()
}

/// Every set of some holds.
fn subsets(of: &[usize]) -> Vec<Vec<usize>> {
    let sets = 0..1_usize << of.len();
    sets.map(|set| of.iter().enumerate().filter(|(at, _)| set >> at & 1 == 1).map(|(_, hold)| *hold).collect())
        .collect()
}

#[test]
fn any_ticks_bring_just_the_words_of_their_holds() {
    let sets = subsets(&asked());
    assert_eq!(sets.len(), 16, "herpes, HIV, pus, a fragile baby");
    for ticked in sets {
        for none in [false, true] {
            let page = page(None, &ticked, none);
            let wanted = if ticked.is_empty() && none { usual() } else { ticked.clone() };
            assert_eq!(answers(&page), words_of(&wanted), "{ticked:?} {none}");
            let yes = pieces(main_of(&page)).iter().any(|piece| piece.text == words(VOICE).say("milk-yes"));
            assert_eq!(yes, ticked.is_empty() && none, "yes is said only when nothing holds: {ticked:?} {none}");
        }
    }
}

#[test]
fn a_line_that_was_not_ticked_is_still_asked() {
    for ticked in subsets(&asked()) {
        let page = page(None, &ticked, false);
        for ask in &guide().milk {
            let asked = pieces(main_of(&page)).iter().any(|piece| piece.text == ask.ask.text.say(VOICE));
            assert_eq!(asked, !ticked.contains(&ask.hold), "{ticked:?}");
        }
    }
}

#[test]
fn what_the_check_holds_back_is_held_back_here_too() {
    let pus: FindingId = protocol().finding_named("pus").expect("a finding");
    let mut interview = checked(VOICE, &[]);
    interview.answers.answer(pus, protocol::answers::Given::Unsure);
    let holds = compiled().read(&interview.answers).holds();
    assert!(holds.iter().any(|at| protocol().holds[*at].id == "pus"));
    for none in [false, true] {
        assert_eq!(
            answers(&page(Some(&interview), &[], none)),
            words_of(&holds),
            "none of these does not undo the check"
        );
    }
}

#[test]
fn every_hold_is_asked_for_and_pairs_with_expressing() {
    let holding: Vec<usize> = (0..protocol().holds.len()).filter(|at| !protocol().holds[*at].when.is_empty()).collect();
    assert_eq!(asked(), holding);
    for (id, text) in words_of(&holding) {
        assert!(text.contains("Keep expressing that side so it does not fill."), "{id}: {text}");
    }
    assert_eq!(usual().len(), 1, "one hold stands without tests");
}
