//! Where there is no baby, and after a loss, no word speaks of one.

use protocol::answers::Answers;
use protocol::interview::{Interview, Who};
use protocol::text::Voice;

use crate::house::{know, named, protocol};
use crate::pages_said::messages;
use crate::spoken::{self, tokens};
use crate::walk::{Mood, walk};

/// Beginnings of words that must not stand there. "Nurse" the person is no such word.
const NEVER: &[&str] = &[
    "baby",
    "babies",
    "infant",
    "newborn",
    "child",
    "feed",
    "fed",
    "nursing",
    "nursed",
    "nappy",
    "nappies",
    "diaper",
    "latch",
    "breastfe",
    "birth",
    "born",
    "postpartum",
    "postnatal",
    "suck",
    "mother",
    "parenting",
    "wean",
];

/// Sentences that may, each with its reason.
const MAY: &[(&str, &str)] =
    &[("By a birth, a loss or an abortion.", "asks how the last pregnancy ended, whichever way it did")];

/// Messages of the pages that may.
const MESSAGES_MAY: &[(&str, &str)] = &[
    ("find-same", "words that a search takes for each other: no page shows them"),
    ("who-baby", "the first screen, where she has not yet said that there is none, or takes it back"),
    ("who-alone", "her own answer that there is none to ask about"),
    ("whose-baby", "stands over a second patient, and there is one"),
    ("say-this-baby", "said only when the baby's result is the emergency"),
    ("say-this-both", "said only when both results are"),
    ("milk-title", "the title of a page that is not there without a baby"),
    ("help-baby", "help without any answers: it cannot know, and a danger sign left out could cost a life"),
];

/// The first forbidden word of a text.
pub fn names_a_baby(text: &str) -> Option<String> {
    let may = MAY.iter().any(|(sentence, _)| *sentence == text);
    tokens(text)
        .into_iter()
        .filter(|_| !may)
        .find(|word| word.split('-').any(|part| NEVER.iter().any(|never| part.starts_with(never))))
}

fn without_baby() -> impl Iterator<Item = Voice> {
    Voice::ALL.into_iter().filter(|voice| !voice.baby)
}

#[test]
fn no_text_that_can_be_shown_then_names_one() {
    let mut faults = Vec::new();
    for spoken in spoken::everything().iter().filter(|spoken| !spoken.baby_only) {
        for voice in without_baby() {
            let said = spoken.text.say(voice);
            faults.extend(
                names_a_baby(said).map(|word| format!("{} ({}): `{word}` in: {said}", spoken.place, named(voice))),
            );
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_message_of_the_pages_names_one() {
    for voice in without_baby() {
        for (id, said) in messages(voice) {
            // Where a household is made nothing is known yet: whether there is a baby is what is asked.
            let may = id.starts_with("people-") || MESSAGES_MAY.iter().any(|(message, _)| *message == id);
            assert!(may || names_a_baby(&said).is_none(), "{id} ({}): {said}", named(voice));
        }
    }
}

#[test]
fn every_excuse_is_still_needed() {
    let said: Vec<&str> =
        spoken::everything().iter().flat_map(|one| without_baby().map(|voice| one.text.say(voice))).collect();
    for (sentence, _) in MAY {
        assert!(said.contains(sentence), "nothing says `{sentence}`");
    }
    let messages: Vec<String> = without_baby().flat_map(messages).map(|(id, _)| id).collect();
    for (id, _) in MESSAGES_MAY {
        assert!(messages.iter().any(|known| known == id), "there is no message `{id}`");
    }
}

/// Holds what is seen from a screen on to the end.
fn hold(interview: &Interview, who: Who, context: &[(&str, &str)], from: &str) {
    for mood in Mood::ALL {
        let seen = walk(interview.clone(), who, mood, context);
        let start = seen.iter().position(|(screen, _)| screen == from).unwrap_or(seen.len());
        assert!(seen.len() - start > 30, "{from}: the rest of the walk was seen");
        for (screen, text) in &seen[start..] {
            assert_eq!(names_a_baby(text), None, "{screen}, {mood:?}: {text}");
        }
    }
}

/// Someone who answers, with these items of context known from the start.
fn person(caregiver: bool, known: &[(&str, &str)]) -> Interview {
    let mut answers = Answers::default();
    if caregiver {
        know(&mut answers, "audience", "caregiver");
    }
    known.iter().for_each(|(item, value)| know(&mut answers, item, value));
    Interview { answers, ..Interview::default() }
}

#[test]
fn the_whole_interview_after_a_loss_names_none() {
    for caregiver in [false, true] {
        hold(&person(caregiver, &[("lactation", "after_loss")]), Who::NoBaby, &[], "parent_now");
        hold(&person(caregiver, &[]), Who::NoBaby, &[("lactation", "after_loss")], "parent_now");
        // Whoever says it only when asked about the milk sees nothing of a baby from there on.
        hold(&person(caregiver, &[]), Who::Parent, &[("lactation", "after_loss")], "since_birth");
    }
}

#[test]
fn the_whole_interview_without_a_baby_names_none() {
    let lactation = protocol().screens.iter().filter(|screen| screen.id == "lactation").count();
    assert_eq!(lactation, 1);
    for caregiver in [false, true] {
        for state in ["direct", "pump_only", "weaning", "stopped_lt_3mo", "not_lactating"] {
            hold(&person(caregiver, &[]), Who::NoBaby, &[("lactation", state)], "parent_now");
            hold(&person(caregiver, &[("baby", "none")]), Who::NoBaby, &[("lactation", state)], "parent_now");
        }
    }
}

#[test]
fn a_word_is_found_and_a_nurse_is_not() {
    for bad in ["Feed now.", "the baby's", "A new-born?", "breastfeeding", "Nappies", "after birth"] {
        assert!(names_a_baby(bad).is_some(), "{bad}");
    }
    for good in ["Have a nurse look.", "Make milk.", "Since your milk came.", "By a birth, a loss or an abortion."] {
        assert_eq!(names_a_baby(good), None, "{good}");
    }
}
