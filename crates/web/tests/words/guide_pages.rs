//! The pages of the guide as they arrive: whole, filled, with help on them; without a word of a baby where there is none; about her to a caregiver.

use protocol::interview::Interview;
use protocol::text::Voice;

use crate::addresses::{self, Address};
use crate::door::{self, Answer};
use crate::house::{guide, words};
use crate::html::{Piece, attribute, main_of, pieces, ways};
use crate::no_baby::names_a_baby;
use crate::persons::{after_loss, began, checked, now_s};
use crate::placeholders::MARKS;
use crate::third_person::{speaks_of_her, taken_for_her};

/// Holds what every page must have.
fn hold(path: &str, page: &str) {
    assert_eq!(page.matches("<h1").count(), 1, "{path}: one heading");
    let help = ways(page).iter().any(|way| way == "/help");
    assert!(help && page.contains(&words(Voice::ALL[0]).say("help-now")), "{path}: help is at hand");
    let pieces = pieces(main_of(page));
    assert!(pieces.len() > 3, "{path}: an empty page");
    for piece in pieces {
        assert!(!piece.text.contains(MARKS), "{path}: {}", piece.text);
    }
    for empty in ["<li></li>", "<p></p>", "<h2></h2>", "></span></li>", "<ul class=\"bullets\">\n</ul>"] {
        assert!(!main_of(page).contains(empty), "{path}: an empty {empty}");
    }
    let bare = main_of(page).split("</h2>").skip(1).any(|after| after.trim_start().starts_with("<h2"));
    assert!(!bare, "{path}: a heading with nothing under it");
}

fn not_reviewed(path: &str, page: &str) {
    let said = words(Voice::ALL[0]).say("not-reviewed");
    assert!(main_of(page).contains(&said), "{path}: says that no clinician has reviewed it");
}

#[test]
fn every_page_is_there_and_whole() {
    for Address { path, .. } in addresses::all() {
        hold(&path, &door::get(&path));
    }
    for Address { path, .. } in addresses::clinical().into_iter().chain(addresses::sessions()) {
        not_reviewed(&path, &door::get(&path));
    }
    not_reviewed("/milk", &door::send("/milk", None, &[("go", "none")]).page);
}

#[test]
fn every_page_is_whole_for_everybody() {
    for voice in Voice::ALL {
        for interview in [began(voice, &[]), checked(voice, &[])] {
            for Address { path, .. } in addresses::all().iter().filter(|one| voice.baby || !one.needs_baby) {
                let Answer { status, page } = door::send(path, Some(&interview), &[]);
                assert_eq!(status, 200, "{path} {voice:?}");
                hold(path, &page);
            }
        }
    }
}

/// Everything that a page says to her: in `main`, at the foot, and in the names of pictures. Sources bear the names that others gave them.
fn said(page: &str) -> Vec<Piece> {
    let from_main = page.get(page.find("<main").unwrap_or(page.len())..).unwrap_or_default();
    pieces(from_main).into_iter().filter(|piece| !piece.is_source()).collect()
}

#[test]
fn after_a_loss_no_page_speaks_of_a_baby() {
    for to_parent in [true, false] {
        for interview in after_loss(to_parent) {
            for Address { path, needs_baby } in addresses::all() {
                let Answer { status, page } = door::send(&path, Some(&interview), &[]);
                assert_eq!(status, if needs_baby { 404 } else { 200 }, "{path}");
                for piece in said(&page) {
                    assert_eq!(names_a_baby(&piece.text), None, "{path}: {}", piece.text);
                }
                for way in ways(main_of(&page)) {
                    let missing = addresses::all().iter().any(|one| one.path == way && one.needs_baby);
                    assert!(!missing, "{path} leads to {way}, which is not there without a baby");
                }
            }
        }
    }
}

#[test]
fn no_page_takes_a_caregiver_for_her_or_her_for_another() {
    for voice in Voice::ALL {
        for interview in [began(voice, &[]), checked(voice, &[])] {
            for Address { path, .. } in addresses::all().iter().filter(|one| voice.baby || !one.needs_baby) {
                let page = door::send(path, Some(&interview), &[]).page;
                for Piece { text, .. } in said(&page) {
                    let wrong = if voice.to_parent { speaks_of_her(&text) } else { taken_for_her(&text) };
                    assert!(!wrong, "{path} {voice:?}: {text}");
                }
            }
        }
    }
}

/// The acts of a session, for someone who has said at its door that none of it holds; none: she cannot enter.
pub fn acts(session: &str, interview: &Interview, side: &str) -> Option<String> {
    let (path, pass) = (format!("/session/{session}"), format!("{} none old", now_s()));
    let fields = [("pass", pass.as_str()), ("before", "3"), ("side", side), ("go", "before"), ("score", "3")];
    let Answer { status, mut page } = door::send(&path, Some(interview), &fields);
    assert_eq!(status, 200, "{path}");
    // A withheld session shows its card first; its mark is what is chosen.
    let mark = page.split('<').find(|tag| tag.contains(" name=\"mark\"")).and_then(|tag| attribute(tag, "value"));
    if let Some(mark) = mark.map(str::to_owned) {
        page = door::send(&path, Some(interview), &[fields.as_slice(), &[("chosen", mark.as_str())]].concat()).page;
    }
    page.contains("class=\"moves\"").then_some(page)
}

#[test]
fn the_acts_of_every_session_are_whole_in_every_voice() {
    for session in &guide().sessions {
        for voice in Voice::ALL {
            let open = [began(voice, &[]), checked(voice, &[])].iter().find_map(|one| acts(&session.id, one, "left"));
            // Only she herself can choose what is withheld.
            assert_eq!(open.is_some(), voice.to_parent || session.unlock.is_none(), "{} {voice:?}", session.id);
            let Some(page) = open else { continue };
            hold(&session.id, &page);
            assert_eq!(
                page.matches("<li class=\"move\"").count(),
                session.moves_for(voice.baby).count(),
                "{}",
                session.id
            );
            for Piece { text, .. } in said(&page) {
                assert!(voice.baby || names_a_baby(&text).is_none(), "{} {voice:?}: {text}", session.id);
                let wrong = if voice.to_parent { speaks_of_her(&text) } else { taken_for_her(&text) };
                assert!(!wrong, "{} {voice:?}: {text}", session.id);
            }
        }
    }
}

#[test]
fn the_hand_is_that_of_the_other_side() {
    let woman = checked(Voice::ALL[0], &[]);
    for (side, hand, near) in
        [("left", "right hand", "left hand"), ("right", "left hand", "right hand"), ("", "opposite hand", "other hand")]
    {
        let page = acts("light_touch", &woman, side).unwrap_or_else(|| panic!("light touch is open"));
        let said: Vec<String> = pieces(main_of(&page)).into_iter().map(|piece| piece.text).collect();
        assert!(
            said.iter().any(|text| text.starts_with(&format!("Flat fingers of the {hand}, ten slow circles."))),
            "{side}"
        );
        assert!(said.iter().any(|text| text.starts_with(&format!("With the {near}, flat: from the areola"))), "{side}");
    }
}

#[test]
#[should_panic(expected = "a heading with nothing under it")]
fn a_heading_with_nothing_under_it_is_seen() {
    let page = "<main><h1>So</h1><h2>One</h2>\n<h2>Two</h2><p>a</p><p>b</p></main><a href=\"/help\">Help now</a>";
    hold("a page", page);
}
