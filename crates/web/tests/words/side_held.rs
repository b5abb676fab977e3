//! Wherever the guide holds a side back, it says to keep expressing it, and what becomes of that milk (I9).

use protocol::text::Voice;

use crate::guide_said::{Whole, wholes};
use crate::house::{guide, named};

/// Words that hold a side back.
const HELD: &[&str] = &[
    "that side waits",
    "no milk from",
    "no feeds",
    "leave that side alone",
    "ask the unit or doctor first",
    "do not feed",
    "do not give milk",
    "other side only",
    "before using milk",
    "if not, keep expressing",
];
/// What may become of the milk.
const MILK: &[&str] = &["throw that milk away", "about that milk", "how to store the milk"];
/// Texts that hold a side back otherwise, each with its reason.
const OTHERWISE: &[(&str, &str)] = &[(
    "With both pus and pain, leave that side alone. Ask today how to keep it from filling.",
    "the step itself says so of pus with pain: expressing waits for the call of today",
)];

/// What a text of a whole lacks; nothing: it holds no side back, or says all of it.
fn lacks(whole: &Whole, text: &str) -> Option<&'static str> {
    let low = text.to_lowercase();
    if !HELD.iter().any(|held| low.contains(held)) || OTHERWISE.iter().any(|(known, _)| *known == text) {
        return None;
    }
    let expressing = ["keep expressing that side so it does not fill", "keep expressing it so it does not fill"];
    let expressing = low.contains("keep expressing the sore side so it does not fill")
        || expressing.iter().any(|said| low.contains(said));
    let milk = MILK.iter().any(|said| low.contains(said)) || leads_to_milk(&whole.place);
    (!expressing).then_some("keep expressing").or((!milk).then_some("what becomes of the milk"))
}

/// Whether a page has a button to the page of the milk, which gives the words of the hold.
fn leads_to_milk(place: &str) -> bool {
    let page = place.strip_prefix("page ").and_then(|id| guide().page(id));
    page.is_some_and(|page| page.parts.iter().any(|part| matches!(part, guide::Part::Go(way) if way.path == "/milk")))
}

#[test]
fn a_side_held_back_in_the_guide_is_kept_from_filling() {
    let (mut faults, mut held, mut excused) = (Vec::new(), 0, 0);
    for whole in wholes(guide()) {
        for voice in Voice::ALL.into_iter().filter(|voice| voice.baby || !whole.baby_only) {
            for text in whole.pieces(voice) {
                held += usize::from(HELD.iter().any(|held| text.to_lowercase().contains(held)));
                excused += usize::from(OTHERWISE.iter().any(|(known, _)| *known == text));
                let lack = lacks(&whole, &text);
                faults.extend(lack.map(|lack| format!("{} ({}) lacks `{lack}`: {text}", whole.place, named(voice))));
            }
        }
    }
    assert!(held > 12, "texts that hold a side back are seen: {held}");
    assert!(excused > 0, "the excuse is still needed");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_side_held_back_and_left_to_fill_is_seen() {
    let whole = Whole { place: "card none".to_owned(), baby_only: false, texts: Vec::new() };
    assert_eq!(lacks(&whole, "Pus: that side waits."), Some("keep expressing"));
    let no_use = "No milk from it. Keep expressing that side so it does not fill.";
    assert_eq!(lacks(&whole, no_use), Some("what becomes of the milk"));
    assert_eq!(lacks(&whole, &format!("{no_use} Throw that milk away.")), None);
    assert_eq!(lacks(&whole, "Express to comfort."), None);
}
