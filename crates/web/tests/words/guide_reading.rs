//! The guide can be read: each text, and each card, condition, session and page as a whole.

use std::fmt::Write;

use protocol::text::Voice;

use crate::grade::Counted;
use crate::guide_said::{Whole, wholes};
use crate::house::{guide, named};
use crate::reading::{SCREEN, names, without};
use crate::spoken::Kind;

/// Single texts above the grade, each with its reason.
const HARDER: &[(&str, &str)] = &[];

fn grade(names: &[String], pieces: &[String]) -> f64 {
    Counted::of(&without(names, pieces)).grade()
}

/// Every whole in every voice in which it is shown.
fn each(mut hold: impl FnMut(&Whole, Voice)) {
    for whole in wholes(guide()) {
        Voice::ALL.into_iter().filter(|voice| voice.baby || !whole.baby_only).for_each(|voice| hold(&whole, voice));
    }
}

#[test]
fn every_card_condition_session_and_page_can_be_read_in_every_voice() {
    let names = names();
    let (mut faults, mut seen) = (String::new(), 0);
    let mut worst = (f64::MIN, String::new());
    each(|whole, voice| {
        let grade = grade(&names, &whole.pieces(voice));
        seen += 1;
        if grade > SCREEN {
            let _ = writeln!(faults, "{grade:.1} {} ({})", whole.place, named(voice));
        }
        if grade > worst.0 {
            worst = (grade, format!("{} ({})", whole.place, named(voice)));
        }
    });
    eprintln!("hardest: {:.1} {}", worst.0, worst.1);
    assert!(seen > 250, "{seen}");
    assert!(faults.is_empty(), "above grade {SCREEN}:\n{faults}");
}

#[test]
fn no_text_of_the_guide_is_hard_by_itself() {
    let names = names();
    let mut faults = Vec::new();
    let mut used = vec![false; HARDER.len()];
    each(|whole, voice| {
        // A name, a heading and a button are a few words that a grade says nothing about; the whole page counts them.
        let sentences = whole.texts.iter().filter(|one| one.kind != Kind::Bare || one.text.raw().ends_with('.'));
        for one in sentences.filter(|one| voice.baby || !one.baby_only) {
            let said = one.text.say(voice).to_owned();
            let grade = grade(&names, std::slice::from_ref(&said));
            if grade > SCREEN {
                match HARDER.iter().position(|(text, _)| *text == said) {
                    Some(at) => used[at] = true,
                    None => faults.push(format!("{grade:.1} {} ({}): {said}", one.place, named(voice))),
                }
            }
        }
    });
    assert!(faults.is_empty(), "above grade {SCREEN}:\n{}", faults.join("\n"));
    assert!(used.iter().all(|used| *used), "each excuse is still needed");
}

#[test]
fn a_hard_text_is_seen() {
    let hard = ["Administration of antibiotic medication necessitates immediate consultation.".to_owned()];
    assert!(grade(&names(), &hard) > SCREEN);
    assert!(grade(&names(), &["Leave it closed.".to_owned()]) < SCREEN);
}
