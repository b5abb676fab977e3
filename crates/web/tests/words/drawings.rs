//! Every drawing is used, small, and takes its colours from the page; what is said of it holds for both sides.

use std::collections::BTreeSet;

use protocol::text::Voice;

use crate::house::guide;
use crate::spoken::tokens;

const LARGEST_BYTES: usize = 4096;

/// What a drawing may not contain: names that would be there twice, styles, scripts, colours of its own, letters.
const NEVER: &[&str] = &[
    " id=", " style=", "<style", "<script", "href", " fill=", " stroke=", "<text", " on", "#", "url(", "rgb", "<image",
];

fn fault(svg: &str) -> Option<&'static str> {
    if svg.len() >= LARGEST_BYTES {
        return Some("too large");
    }
    let tag = svg.split_once('>').map_or("", |(tag, _)| tag);
    if !tag.starts_with("<svg ") || !tag.contains("viewBox=\"0 0 400 252\"") || !svg.ends_with("</svg>") {
        return Some("not a drawing of our size");
    }
    NEVER.iter().find(|never| svg.contains(**never)).copied()
}

#[test]
fn every_drawing_is_small_and_without_colours_of_its_own() {
    assert!(guide().drawings.len() > 30, "{}", guide().drawings.len());
    for drawing in &guide().drawings {
        assert_eq!(fault(&drawing.svg), None, "{}", drawing.name);
    }
}

#[test]
fn every_drawing_is_shown_by_some_move() {
    let shown: BTreeSet<&str> =
        guide().sessions.iter().flat_map(|session| &session.moves).map(|one| one.picture.as_str()).collect();
    for drawing in &guide().drawings {
        assert!(shown.contains(drawing.name.as_str()), "nothing shows `{}`", drawing.name);
    }
}

#[test]
fn what_is_said_of_a_drawing_names_no_side_and_is_whole() {
    for one in guide().sessions.iter().flat_map(|session| &session.moves) {
        for voice in Voice::ALL {
            let alt = one.alt.say(voice);
            let sides = tokens(alt).into_iter().find(|word| ["left", "right"].contains(&word.as_str()));
            // "Right above" is no side.
            let sides = sides.filter(|_| !alt.contains("right above") && !alt.contains("is left"));
            assert_eq!(sides, None, "{}: {alt}", one.id);
            assert!(alt.ends_with('.') && alt.starts_with(char::is_uppercase), "{}: {alt}", one.id);
        }
    }
}

#[test]
fn a_fault_in_a_drawing_is_seen() {
    let sound =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 400 252\"><path class=\"d-ink\" d=\"M0 0\"/></svg>";
    assert_eq!(fault(sound), None);
    for never in [" id=\"a\"", " style=\"x\"", " fill=\"red\"", " stroke=\"#fff\"", " onclick=\"x\""] {
        assert!(fault(&sound.replace(" class=\"d-ink\"", never)).is_some(), "{never}");
    }
    assert!(fault(&sound.replace("252", "250")).is_some());
    assert!(fault(&format!("{sound}{}", " ".repeat(LARGEST_BYTES))).is_some());
}
