//! No sentence of the guide has 15 words or more (FACE, section 5).
//!
//! A number and its unit are one word, as they stand on one line. What stands in brackets with a number says a number again in another unit, or
//! for another age: it is not counted. A word with hyphens is one word.

use protocol::text::Voice;

use crate::grade::sentences;
use crate::guide_said::all;
use crate::house::{guide, named};

/// Sentences have fewer words than this.
const TOO_LONG: usize = 15;

const UNITS: &[&str] = &["°C", "°F", "kg", "g", "mL", "oz", "lb", "cm"];

/// The words of a sentence, counted as they are read.
fn words(sentence: &str) -> usize {
    let mut plain = String::new();
    for (at, piece) in sentence.split('(').enumerate() {
        let (inside, after) = if at == 0 { ("", piece) } else { piece.split_once(')').unwrap_or(("", piece)) };
        if !inside.contains(|c: char| c.is_ascii_digit()) {
            plain.push_str(inside);
            plain.push(' ');
        }
        plain.push_str(after);
    }
    let words = plain.split_whitespace().map(|word| word.trim_matches([',', '.', ':', ';']));
    words.filter(|word| word.contains(char::is_alphanumeric) && !UNITS.contains(word)).count()
}

#[test]
fn every_sentence_of_the_guide_is_short() {
    let mut faults = Vec::new();
    for spoken in all(guide()) {
        for voice in Voice::ALL.into_iter().filter(|voice| voice.baby || !spoken.baby_only) {
            let long = sentences(spoken.text.say(voice)).into_iter().filter(|sentence| words(sentence) >= TOO_LONG);
            faults.extend(long.map(|one| format!("{} {} ({}): {one}", words(&one), spoken.place, named(voice))));
        }
    }
    faults.dedup();
    assert!(faults.is_empty(), "{} too long:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn words_are_counted_as_they_are_read() {
    assert_eq!(words("Today: 38.0 °C (100.4 °F) in those six weeks"), 6);
    assert_eq!(words("A flange (the funnel) of a low-cost pump"), 8);
    assert_eq!(words("About 3 cm (a good inch) behind it"), 7);
    assert_eq!(words("one two three four five six seven eight nine ten eleven twelve a b c"), TOO_LONG);
}
