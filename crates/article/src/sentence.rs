//! Sentences and words.

use std::ops::Range;

use crate::text::Text;

/// A sentence without an end is cut here, so that no text can make the search slow.
const WORDS_MAX: usize = 160;

/// Words after which a full stop ends nothing.
const SHORTENED: &[&str] =
    &["dr", "mr", "mrs", "ms", "prof", "e.g", "i.e", "eg", "ie", "vs", "st", "approx", "fig", "ca"];

/// A word as it is compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word {
    /// In small letters, without `'s`; `don't` is two words.
    pub(crate) stem: String,
    /// Where it stands in the whole text.
    pub(crate) range: Range<usize>,
    /// What stands between it and the word before.
    pub(crate) before: Gap,
}

/// What stands between two words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Gap {
    None,
    Comma,
    /// A dash, a colon, a semicolon, a bracket, a quotation mark.
    Strong,
}

/// A sentence with its words.
#[derive(Debug, Clone)]
pub(crate) struct Sentence {
    pub(crate) range: Range<usize>,
    pub(crate) words: Vec<Word>,
    /// Which block it stands in.
    pub(crate) block: usize,
    pub(crate) is_question: bool,
}

/// All sentences of a text, in order.
pub(crate) fn sentences(text: &Text) -> Vec<Sentence> {
    let mut all = Vec::new();
    for (block, at) in text.blocks.iter().zip(0..) {
        for range in split(&text.text, &block.range) {
            let words = words(&text.text, &range);
            let is_question = text.text[range.clone()].trim_end_matches(['"', '”', '’', ')', '*']).ends_with('?');
            for part in words.chunks(WORDS_MAX) {
                if let [first, ..] = part {
                    let is_whole = words.len() <= WORDS_MAX;
                    let last = part.last().unwrap_or(first);
                    let range = if is_whole { range.clone() } else { first.range.start..last.range.end };
                    all.push(Sentence { range, words: part.to_vec(), block: at, is_question });
                }
            }
        }
    }
    all
}

fn split(text: &str, block: &Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = block.start;
    let body = &text[block.clone()];
    let mut places = body.char_indices().peekable();
    while let Some((at, c)) = places.next() {
        if !matches!(c, '.' | '!' | '?' | '…') {
            continue;
        }
        // Further marks, closing quotes and brackets belong to the sentence.
        let mut end = at + c.len_utf8();
        while let Some((next, closing)) = places.peek().copied().filter(|(_, c)| ".!?…\"”’')]".contains(*c)) {
            end = next + closing.len_utf8();
            places.next();
        }
        let rest = &body[end..];
        let begins = rest.trim_start().chars().next();
        let parted = rest.starts_with(char::is_whitespace) && begins.is_some_and(|c| !c.is_lowercase());
        let said = &text[start..block.start + at];
        if (parted || (c != '.' && rest.starts_with(' '))) && !(c == '.' && is_shortened(said)) {
            found.push(start..block.start + end);
            start = block.start + end + (rest.len() - rest.trim_start().len());
        }
    }
    if start < block.end {
        found.push(start..block.end);
    }
    found
}

fn is_shortened(said: &str) -> bool {
    let last = said.rsplit([' ', '(']).next().unwrap_or_default().to_lowercase();
    SHORTENED.contains(&last.as_str())
        || (last.chars().count() == 1 && last.chars().all(char::is_alphabetic) && last != "i")
}

fn words(text: &str, range: &Range<usize>) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut gap = Gap::None;
    let mut places = text[range.clone()].char_indices().peekable();
    while let Some((at, c)) = places.next() {
        if !c.is_alphanumeric() {
            gap = gap.max(gap_of(c));
            continue;
        }
        let start = range.start + at;
        let mut end = start + c.len_utf8();
        while let Some((next, c)) = places.peek().copied() {
            let apostrophe =
                is_apostrophe(c) && text[range.start + next..].chars().nth(1).is_some_and(char::is_alphabetic);
            let point = c == '.'
                && text[..end].ends_with(|c: char| c.is_ascii_digit())
                && text[range.start + next..].chars().nth(1).is_some_and(|c| c.is_ascii_digit());
            if !c.is_alphanumeric() && !apostrophe && !point {
                break;
            }
            end = range.start + next + c.len_utf8();
            places.next();
        }
        push(&mut words, &text[start..end], start..end, gap);
        gap = Gap::None;
    }
    words
}

fn gap_of(c: char) -> Gap {
    match c {
        ',' => Gap::Comma,
        ';' | ':' | '—' | '–' | '(' | ')' | '[' | ']' | '"' | '“' | '”' | '.' | '!' | '?' | '…' => {
            Gap::Strong
        }
        _ => Gap::None,
    }
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '´' | '`')
}

fn push(words: &mut Vec<Word>, as_it_stands: &str, range: Range<usize>, before: Gap) {
    let lower = as_it_stands.to_lowercase();
    let (stem, tail) = match lower.split_once(is_apostrophe) {
        Some((stem, tail)) => (stem, tail),
        None => (lower.as_str(), ""),
    };
    let (stem, is_negated) = match (stem, tail) {
        ("can" | "cannot", "t" | "") if stem == "cannot" || tail == "t" => ("can", true),
        ("won", "t") => ("will", true),
        ("dont", "") => ("do", true),
        ("doesnt", "") => ("does", true),
        ("shouldnt", "") => ("should", true),
        ("isnt", "") => ("is", true),
        ("cant", "") => ("can", true),
        (stem, "t") if stem.ends_with('n') => (&stem[..stem.len() - 1], true),
        // `O'Brien` is one word; `baby's`, `you'll`, `it's` are their first part.
        (_, "s" | "re" | "ve" | "ll" | "d" | "m" | "") => (stem, false),
        _ => (lower.as_str(), false),
    };
    words.push(Word { stem: stem.to_owned(), range: range.clone(), before });
    if is_negated {
        words.push(Word { stem: "not".to_owned(), range, before: Gap::None });
    }
}
