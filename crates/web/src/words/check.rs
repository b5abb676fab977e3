//! A translator's file held against the English one: every fault with its line, its message, what is wrong and what to do.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::piece::{self, Message, Piece, Situation};
use super::plural::Plurals;
use super::{ENGLISH, compare};

/// Something that must be put right before the file can be used.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// Where the message stands, from 1; the last line for a message that is missing.
    pub line: usize,
    /// The message.
    pub id: String,
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub next: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}: {}; {}", self.line, self.id, self.what, self.next)
    }
}

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Every fault, in the order of the file.
    pub faults: Vec<Fault>,
    /// How many messages there are in English.
    pub messages: usize,
    /// How many of them the file says in the same words.
    pub same: usize,
}

/// Checks a file of words for a language, such as `de` or `pt-BR`.
///
/// # Errors
/// The name is not the name of a language.
pub fn check(language: &str, text: &str) -> Result<Report, super::Fault> {
    let plurals = Plurals::of(language)?;
    let english_plurals = Plurals::of("en")?;
    let (english, _) = piece::read(ENGLISH);
    let (theirs, unread) = piece::read(text);
    let mut faults: BTreeSet<Fault> = unread.into_iter().map(unreadable).collect();
    faults.extend(keys(&english, &theirs, text.lines().count().max(1)));
    let known: BTreeMap<&str, &Message> = english.iter().map(|one| (one.id.as_str(), one)).collect();
    let mut same = 0;
    for message in &theirs {
        let Some(english) = known.get(message.id.as_str()) else { continue };
        let pair = compare::Pair { english, theirs: message, plurals: &plurals, english_plurals: &english_plurals };
        faults.extend(pair.faults().into_iter().map(|(what, next)| fault(message, what, next)));
        same += usize::from(plain(message) == plain(english));
    }
    Ok(Report { faults: faults.into_iter().collect(), messages: english.len(), same })
}

fn fault(message: &Message, what: String, next: String) -> Fault {
    Fault { line: message.line, id: message.id.clone(), what, next }
}

fn unreadable((line, what): piece::Unread) -> Fault {
    let next = "write `name = words`, and begin further lines of a message with blanks".to_owned();
    Fault { line, id: "?".to_owned(), what: format!("cannot be read ({what})"), next }
}

/// Messages that are missing, unknown or there twice.
fn keys(english: &[Message], theirs: &[Message], last_line: usize) -> Vec<Fault> {
    let known: BTreeSet<&str> = english.iter().map(|one| one.id.as_str()).collect();
    let mut seen = BTreeSet::new();
    let mut faults = Vec::new();
    for one in theirs {
        if !known.contains(one.id.as_str()) {
            let near = protocol::fault::did_you_mean(&one.id, known.iter().copied());
            let next = near.unwrap_or_else(|| "take it out: no page says it".to_owned());
            faults.push(fault(one, "no such message".to_owned(), next));
        } else if !seen.insert(one.id.as_str()) {
            faults.push(fault(one, "is there twice".to_owned(), "keep one of them".to_owned()));
        }
    }
    let missing = english.iter().filter(|one| !seen.contains(one.id.as_str()));
    faults.extend(missing.map(|one| Fault {
        line: last_line,
        id: one.id.clone(),
        what: "is missing".to_owned(),
        next: format!("add it; English says “{}”", plain(one)),
    }));
    faults
}

/// What a message says to a parent with a baby, for comparing and quoting.
fn plain(message: &Message) -> String {
    let situation = Situation { values: [("person", "parent"), ("baby", "yes")], count: Some(7), form: "other" };
    situation.say(&message.pieces).text
}

/// Everything odd in these pieces, and every choice.
pub(super) fn walk<'p>(pieces: &'p [Piece], each: &mut impl FnMut(&'p Piece)) {
    for one in pieces {
        each(one);
        if let Piece::Choice(choice) = one {
            choice.cases.iter().for_each(|case| walk(&case.pieces, each));
        }
    }
}
