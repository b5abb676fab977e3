//! A text of the guide: every fault can be found in it, and a text that is sound by itself is sound beside what ships.

use guide::{Drawing, File, Guide};

use crate::house::{COMPILED, GUIDE, LEDGER};

/// What ships, as files.
pub const FILES: [(&str, &str); 5] = [
    ("cards.guide", include_str!("../../protocols/guide/cards.guide")),
    ("conditions.guide", include_str!("../../protocols/guide/conditions.guide")),
    ("milk.guide", include_str!("../../protocols/guide/milk.guide")),
    ("pages.guide", include_str!("../../protocols/guide/pages.guide")),
    ("sessions.guide", include_str!("../../protocols/guide/sessions.guide")),
];

const NAME: &str = "a.guide";

pub fn check(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let told = read(&[File { name: NAME, text }]).err().unwrap_or_default();
    told.iter().for_each(|fault| inside(fault, text));
    // A guide of one small text always lacks something; beside the others it may be whole. Reading them all takes a hundred times as
    // long, so one sound text in eight has to do, the same ones each time.
    if !told.iter().any(|fault| fault.starts_with(NAME))
        && bytes.iter().fold(0_u8, |sum, byte| sum.wrapping_add(*byte)) % 8 == 0
    {
        beside_the_others(text);
    }
}

fn read(files: &[File]) -> Result<Guide, Vec<String>> {
    let drawings = GUIDE.drawings.iter().map(|one| Drawing { name: one.name.clone(), svg: String::new() }).collect();
    Guide::read(files, drawings, &COMPILED.protocol, &LEDGER).map_err(|broken| broken.0)
}

/// A fault of a text names a line and a column of it; what is wrong with the whole has no place and ends its line.
fn inside(fault: &str, text: &str) {
    assert!(fault.ends_with('\n') && fault.len() > 1, "not a line: {fault}");
    let Some(place) = fault.strip_prefix(NAME).and_then(|rest| rest.strip_prefix(':')) else { return };
    let mut numbers = place.splitn(3, ':').map(str::parse);
    let (Some(Ok(line)), Some(Ok(column))) = (numbers.next(), numbers.next()) else { panic!("no place: {fault}") };
    let lines: Vec<&str> = text.lines().collect();
    let (line, column): (usize, usize) = (line, column);
    assert!((1..=lines.len()).contains(&line), "no such line: {fault}");
    assert!((1..=lines[line - 1].chars().count() + 1).contains(&column), "no such column: {fault}");
}

fn beside_the_others(text: &str) {
    let mut files: Vec<File> = FILES.iter().map(|(name, text)| File { name, text }).collect();
    files.push(File { name: NAME, text });
    match read(&files) {
        Ok(guide) => {
            for session in &guide.sessions {
                assert!(!session.moves.is_empty() && !session.name.is_empty(), "half a session: {}", session.id);
                let longest = session.longest.map(|at| COMPILED.protocol.limits[at].value * 60);
                assert!(longest.is_none_or(|most| i64::from(session.duration_s()) <= most), "too long: {}", session.id);
            }
            assert_eq!(guide.cards.len(), COMPILED.protocol.steps.len(), "a card for each step");
        }
        Err(told) => told.iter().for_each(|fault| inside(fault, text)),
    }
}
