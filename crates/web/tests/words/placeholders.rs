//! No page shows a name that was to be filled in, or a bracket of our own language.

use std::collections::BTreeSet;

use protocol::corner::corners;
use protocol::interview::{Interview, Who};
use protocol::model::urgency::Urgency;
use protocol::text::Voice;

use crate::door;
use crate::guide_said;
use crate::house::{compiled, finish, guide, protocol, speak};
use crate::spoken::Kind;
use crate::walk::{Mood, stops};

/// Marks that only an unfilled text can show.
pub const MARKS: [char; 6] = ['$', '{', '}', '[', ']', '|'];

fn hold(page: &str, what: &str) {
    let said = door::said(page);
    assert!(said.len() > 100, "{what}: an empty page");
    for line in said.lines() {
        assert!(!line.contains(MARKS), "{what}: {line}");
    }
}

/// The result of someone who is done, shown for a region; an unknown one leaves the region open.
fn result(interview: &Interview, region: &str) -> String {
    door::post(interview, &[("at", "result"), ("go", "region"), ("region", region)])
}

#[test]
fn every_result_is_filled_for_every_level_and_region() {
    let regions: Vec<&str> = protocol().regions.iter().map(|region| region.code.as_str()).chain(["nowhere"]).collect();
    let mut seen = BTreeSet::new();
    for (at, rule) in protocol().rules.iter().enumerate() {
        let Some(corner) = corners(protocol(), rule).into_iter().next() else { continue };
        for voice in Voice::ALL.into_iter().filter(|voice| voice.baby || !rule.needs_baby) {
            let mut interview = Interview { who: Some(Who::Parent), answers: corner, ..Interview::default() };
            speak(&mut interview.answers, voice);
            if at % 2 == 0 {
                finish(&mut interview.answers);
            }
            let level = compiled().read(&interview.answers).explain(compiled()).headline();
            // Each level in each region once, and beside it every rule in one region after the other.
            for (turn, region) in regions.iter().enumerate() {
                if seen.insert((level, *region, voice)) || turn == at % regions.len() {
                    hold(&result(&interview, region), &format!("{} {region} {voice:?}", rule.id));
                }
            }
        }
    }
    let levels: BTreeSet<Option<Urgency>> = seen.iter().map(|(level, ..)| *level).collect();
    assert_eq!(levels.len(), 1 + Urgency::ALL.len() - 1, "every level but `none`, and none yet: {levels:?}");
}

#[test]
fn nothing_found_and_nothing_known_are_filled() {
    for voice in Voice::ALL {
        let mut interview = Interview { who: Some(Who::Parent), ..Interview::default() };
        speak(&mut interview.answers, voice);
        hold(&result(&interview, "US"), "nothing known");
        finish(&mut interview.answers);
        hold(&result(&interview, "US"), "nothing found");
    }
}

#[test]
fn every_page_and_question_is_filled() {
    for path in ["/", "/check", "/help", "/about"] {
        hold(&door::get(path), path);
    }
    for mood in Mood::ALL {
        for who in [Who::Both, Who::NoBaby] {
            let stops = stops(Interview::default(), who, mood, &[]);
            assert!(stops.len() > 8, "a whole interview: {}", stops.len());
            for (at, interview) in stops.iter().enumerate() {
                hold(&door::post(interview, &[("go", "on")]), &format!("{who:?} {mood:?} {at}"));
            }
        }
    }
}

/// Names of hands that a text may leave open: only how a move is done, which is filled when the side is known.
fn open_names(place: &str, kind: Kind, text: &str) -> Vec<String> {
    let names =
        text.split('$').skip(1).map(|rest| rest.split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default());
    let may = |name: &&str| place.starts_with("move ") && kind == Kind::Claim && ["hand", "near"].contains(name);
    names.filter(|name| !may(name)).map(str::to_owned).collect()
}

#[test]
fn only_the_moves_of_a_session_leave_a_hand_open() {
    let mut hands = 0;
    for one in guide_said::all(guide()) {
        assert_eq!(open_names(&one.place, one.kind, one.text.raw()), Vec::<String>::new(), "{}", one.place);
        hands += one.text.raw().matches('$').count();
    }
    assert!(hands > 3, "{hands}");
    assert_eq!(open_names("page x say", Kind::Claim, "With the $hand."), ["hand"]);
    assert_eq!(open_names("move x y alt", Kind::Picture, "The $near."), ["near"]);
    assert_eq!(open_names("move x y say", Kind::Claim, "By $time."), ["time"]);
}

#[test]
#[should_panic(expected = "an empty page")]
fn an_empty_page_is_no_filled_page() {
    hold("<main><p>so</p></main>", "a page");
}
