//! The test language `ar-XB`: English in Arabic letters, each word drawn out. It says nothing to anyone; it shows what a translation would meet.
//!
//! Real letters of a right-to-left script behave as a translation will: they join, take another font, stand higher and deeper, and pull numbers
//! about. Whatever is still read in Latin letters has not gone through the words.

use std::borrow::Cow;

/// The letter that stands for each of `a` to `z`.
const LETTERS: [char; 26] = [
    'ا', 'ب', 'ص', 'د', 'ع', 'ف', 'غ', 'ه', 'ي', 'ج', 'ك', 'ل', 'م', 'ن', 'و', 'ض', 'ق', 'ر', 'س', 'ت', 'ط', 'ذ', 'خ',
    'ح', 'ئ', 'ز',
];

/// The stroke that draws a word out, and marks it.
const STROKE: char = 'ـ';

/// Strokes for ten letters: joined letters are narrower than Latin ones, and translations are a third longer than English.
const STROKES_PER_TEN: usize = 8;

/// Names and units that every language writes so.
const KEPT: [&str; 10] = ["Milkway", "JavaScript", "Esc", "mg", "ml", "g", "kg", "cm", "C", "F"];

/// The same text in the test language. Numbers, units, punctuation and `$names` stay.
pub fn mark(text: &str) -> Cow<'_, str> {
    let mut out = String::with_capacity(text.len() * 3);
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_alphabetic()) {
        let (before, from) = rest.split_at(start);
        let end = from.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(from.len());
        let (word, after) = from.split_at(end);
        out.push_str(before);
        if before.ends_with('$') || KEPT.contains(&word) {
            out.push_str(word);
        } else {
            push(&mut out, word);
        }
        rest = after;
    }
    out.push_str(rest);
    Cow::Owned(out)
}

fn push(out: &mut String, word: &str) {
    let count = word.len();
    for (at, letter) in word.bytes().enumerate() {
        if at + 1 == count {
            out.extend(std::iter::repeat_n(STROKE, (count * STROKES_PER_TEN).div_ceil(10)));
        }
        out.push(LETTERS[usize::from(letter.to_ascii_lowercase() - b'a')]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_marked_and_longer() {
        let said = mark("Start the check");
        assert!(!said.contains(|c: char| c.is_ascii_alphabetic()), "{said}");
        for (word, english) in said.split(' ').zip(["Start", "the", "check"]) {
            assert!(word.contains(STROKE), "{word}");
            assert!(word.chars().count() * 10 >= english.len() * 13, "{word}");
        }
    }

    #[test]
    fn what_is_no_word_stays() {
        for kept in ["38.0 °C (100.4 °F)", "1-833-852-6262", "$time, 400 mg.", "Milkway", ""] {
            assert_eq!(mark(kept), kept);
        }
        assert_eq!(mark("By $time").split(' ').nth(1), Some("$time"));
        assert_eq!(mark("[you|she] {a|b}").matches(['[', '|', ']', '{', '}']).count(), 6);
    }

    #[test]
    fn no_letter_stands_for_two() {
        let letters: std::collections::BTreeSet<char> = LETTERS.into_iter().collect();
        assert_eq!(letters.len(), LETTERS.len());
    }
}
