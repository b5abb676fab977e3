//! A caregiver reads about her, she reads about herself.

use protocol::text::Voice;

use crate::house::named;
use crate::pages_said::messages;
use crate::spoken::{self, tokens};

/// Words to whoever reads.
const YOU: &[&str] = &["you", "your", "yours", "yourself", "you're", "you've", "me", "my", "i"];
/// Words about her.
const SHE: &[&str] = &["she", "her", "hers", "herself", "she's"];

/// What says "you" to a caregiver and means the caregiver, each with its reason.
const TO_CAREGIVER: &[(&str, &str)] = &[
    ("your local emergency number (112 works in many countries)", "the caregiver calls from the same place"),
    ("your local emergency number", "the caregiver calls from the same place"),
    ("If you can, count the breaths for a full minute. If not, go by the words.", "the caregiver counts"),
    ("Is her heart racing at rest? Count it if you can.", "the caregiver counts"),
    (
        "Have her sit, then stand for a minute with someone near: does she have to sit down again? If you have a monitor, \
         take the reading.",
        "the caregiver measures",
    ),
    (
        "Does she, or do you or someone with her, feel that something is seriously wrong?",
        "the worry of those around her counts",
    ),
    (
        "Ask yourself, her, and someone who knows her: is this different from any illness before?",
        "the worry of those around her counts",
    ),
    ("You may skip this.", "the caregiver may not know or not want to say"),
    (
        "In daylight press the skin of nose, chest and leg for a second. Is it yellow where you pressed? On dark skin look at \
         gums and the whites of the eyes.",
        "the caregiver presses",
    ),
    ("Non-stop for 2 hours or more, whatever you try", "the caregiver soothes the baby"),
    ("crying non-stop for 2 hours or more, whatever you try", "the caregiver soothes the baby"),
    ("Who worries you?", "the caregiver worries"),
    ("Where are you now?", "the numbers are those of the place one calls from"),
];

/// Messages to whoever holds the phone, each with its reason.
const TO_WHOEVER_READS: &[(&str, &str)] = &[
    ("find-skip", "words that a search passes over: no page shows them"),
    ("clinician-yes", "the clinician says it"),
    ("home-now", "read before anyone has said who reads"),
    ("home-when", "read before anyone has said who reads"),
    ("about-what", "read before anyone has said who reads"),
    ("about-not-seen", "read before anyone has said who reads"),
    ("about-answers-title", "the answers are those of whoever gives them"),
    ("about-answers", "the answers are those of whoever gives them"),
    ("manifest-say", "read before anyone has said who reads"),
    ("who-other", "the caregiver says it"),
    ("say-this-parent", "the caregiver reads it aloud"),
    ("print-hint", "the caregiver prints"),
    ("region-ask", "the numbers are those of the place one calls from"),
    ("number-meant", "the caregiver types"),
    ("trouble-unknown-next", "a page without answers"),
    ("choice-yes", "only she herself comes so far: the door is closed to a caregiver"),
    ("terminal-opening", "the caregiver types"),
    ("terminal-list", "the caregiver types"),
];

/// Messages about her to someone else, each with its reason.
const TO_OTHERS: &[(&str, &str)] = &[("session-not-hers", "said only to someone who answers for her")];

/// Whether a piece of a page takes a caregiver for her.
pub fn taken_for_her(said: &str) -> bool {
    let caregiver = Voice { to_parent: false, baby: true };
    names(said, YOU, TO_CAREGIVER, TO_WHOEVER_READS, caregiver)
}

/// Whether a piece of a page speaks of her to her face.
pub fn speaks_of_her(said: &str) -> bool {
    names(said, SHE, &[], TO_OTHERS, Voice::ALL[0])
}

fn names(said: &str, never: &[&str], may: &[(&str, &str)], messages_may: &[(&str, &str)], voice: Voice) -> bool {
    let words = crate::house::words(voice);
    let excused =
        may.iter().any(|(known, _)| *known == said) || messages_may.iter().any(|(id, _)| words.say(id) == said);
    !excused && tokens(said).iter().any(|word| never.contains(&word.as_str()))
}

/// Pages of the record know who reads: whoever is signed in. Nobody answers for somebody else there.
fn is_of_the_record(id: &str) -> bool {
    ["record-", "log-", "people-"].iter().any(|beginning| id.starts_with(beginning))
}

/// Faults of all texts and messages in the voices of one reader.
fn faults(to_parent: bool, never: &[&str], may: &[(&str, &str)], messages_may: &[(&str, &str)]) -> Vec<String> {
    let may: Vec<&str> = may.iter().chain(messages_may).map(|(known, _)| *known).collect();
    let mut faults = Vec::new();
    let mut excused = vec![false; may.len()];
    let mut hold = |place: &str, voice: Voice, said: &str| {
        if !tokens(said).iter().any(|word| never.contains(&word.as_str())) {
            return;
        }
        match may.iter().position(|known| *known == said || place.strip_prefix("message ") == Some(known)) {
            Some(at) => excused[at] = true,
            None => faults.push(format!("{place} ({}): {said}", named(voice))),
        }
    };
    for voice in Voice::ALL.into_iter().filter(|voice| voice.to_parent == to_parent) {
        for spoken in spoken::everything().iter().filter(|spoken| voice.baby || !spoken.baby_only) {
            hold(&spoken.place, voice, spoken.text.say(voice));
        }
        for (id, said) in messages(voice).into_iter().filter(|(id, _)| !is_of_the_record(id)) {
            hold(&format!("message {id}"), voice, &said);
        }
    }
    let unused = may.iter().zip(&excused).filter(|(_, used)| !**used);
    faults.extend(unused.map(|(known, _)| format!("excused, and nothing says it: {known}")));
    faults.dedup();
    faults
}

#[test]
fn a_caregiver_is_never_taken_for_her() {
    let faults = faults(false, YOU, TO_CAREGIVER, TO_WHOEVER_READS);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn she_is_never_spoken_of_to_her_face() {
    let faults = faults(true, SHE, &[], TO_OTHERS);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn both_readers_are_watched() {
    let taken_for_her = faults(false, &["she"], &[], &[]);
    assert!(taken_for_her.len() > 50, "texts that speak of her are seen: {}", taken_for_her.len());
    let told = faults(true, &["you"], &[], &[]);
    assert!(told.len() > 50, "texts that speak to her are seen: {}", told.len());
    assert_eq!(faults(true, &[], &[("a sentence of nobody", "a test")], &[]).len(), 1);
}
