//! What a protocol text may not say: each fault with its line, its column, its words and its hint, and all of them at once.

mod always;
mod faults;
mod layout;
mod medicine;
mod warnings;

use protocol::fault::Fault;
use protocol::model::Protocol;

/// A small protocol without a fault.
const SOUND: &str = include_str!("sound.protocol");

const SOURCES: [&str; 2] = ["nice", "who"];

fn read(text: &str) -> Result<Protocol, Vec<Fault>> {
    protocol::parse(text, &SOURCES)
}

/// The sound text with one stretch replaced. The stretch must be there once.
fn broken(from: &str, to: &str) -> String {
    assert_eq!(SOUND.matches(from).count(), 1, "`{from}` must stand once in the sound text");
    SOUND.replace(from, to)
}

/// Where a stretch stands: `block` begins the block, `line` is looked for from there on, `mark` is marked on that line.
fn place(text: &str, (block, line, mark): (&str, &str, &str)) -> (usize, usize, usize) {
    let lines: Vec<&str> = text.lines().collect();
    let find = |from: usize, what: &str| {
        let found = lines.iter().skip(from).position(|known| known.contains(what));
        from + found.unwrap_or_else(|| panic!("no line with `{what}`"))
    };
    let at = if line.is_empty() { find(0, block) } else { find(find(0, block), line) };
    let byte =
        if mark.is_empty() { lines[at].len() } else { lines[at].find(mark).unwrap_or_else(|| panic!("no `{mark}`")) };
    (at + 1, lines[at][..byte].chars().count() + 1, mark.chars().count().max(1))
}

/// What is expected: where (block, line, marked words), what is said, and the hint.
type Expected<'e> = ((&'e str, &'e str, &'e str), &'e str, Option<&'e str>);

/// Breaks the sound text in one place and holds all faults against what is expected, in order.
fn refuses(from: &str, to: &str, expected: &[Expected]) {
    let text = broken(from, to);
    holds(&text, expected);
}

fn holds(text: &str, expected: &[Expected]) {
    let faults = match read(text) {
        Ok(_) => panic!("this was read, {:?} was expected:\n{}", expected, text.lines().take(40).collect::<String>()),
        Err(faults) => faults,
    };
    let found: Vec<_> = faults
        .iter()
        .map(|one| ((one.place.line, one.place.column, one.place.length), one.what.as_str(), one.hint.as_deref()))
        .collect();
    let expected: Vec<_> = expected.iter().map(|(at, what, hint)| (place(text, *at), *what, *hint)).collect();
    assert_eq!(found, expected);
}

const D01: &str = "rule D01 same_day\n  when     fever at least yes\n";

/// The rule D01 with other tests.
fn when(tests: &str, expected: &[Expected]) {
    refuses(D01, &format!("rule D01 same_day\n  when     {tests}\n"), expected);
}

#[test]
fn the_sound_text_is_read_and_runs() {
    let read = read(SOUND).unwrap_or_else(|faults| panic!("{faults:#?}"));
    assert_eq!((read.rules.len(), read.findings.len(), read.screens.len()), (7, 6, 6));
    let warnings = protocol::check::warnings(&read, SOUND);
    assert!(warnings.is_empty(), "{warnings:?}");
    assert!(protocol::compile(read, SOUND).is_ok());
}

#[test]
fn the_sound_text_is_canonical() {
    let (blocks, comments, faults) = protocol::syntax::blocks(SOUND);
    assert!(faults.is_empty());
    assert_eq!(protocol::format::canonical(&blocks, &comments), SOUND);
}
