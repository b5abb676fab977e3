//! The text of the protocol as it is stored, and what becomes of it when it is damaged.

use std::sync::LazyLock;

use proptest::prelude::*;
use protocol::fault::Fault;
use protocol::{check, compile, fingerprint, format, parse, syntax};

use crate::people::{SHIPPED, rules};

static SOURCES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let ledger = shipped::ledger().unwrap_or_else(|fault| panic!("{fault}"));
    ledger.sources().iter().map(|source| source.id.clone()).collect()
});

fn sources() -> Vec<&'static str> {
    SOURCES.iter().map(String::as_str).collect()
}

fn canonical(text: &str) -> String {
    let (blocks, comments, faults) = syntax::blocks(text);
    assert!(faults.is_empty(), "{faults:?}");
    format::canonical(&blocks, &comments)
}

#[test]
fn it_is_stored_in_its_canonical_form() {
    let text = shipped::PROTOCOL.replace("\r\n", "\n");
    for (number, (stored, canonical)) in text.lines().zip(canonical(&text).lines()).enumerate() {
        assert_eq!(stored, canonical, "line {}", number + 1);
    }
    assert_eq!(canonical(&text), text);
}

#[test]
fn nothing_about_it_deserves_a_warning_that_nobody_has_seen() {
    let warnings = check::warnings(rules(), shipped::PROTOCOL);
    let told: Vec<&str> = warnings.iter().map(|warning| warning.what.as_str()).collect();
    assert_eq!(told, WARNINGS);
}

/// Rows of the specification that another row outdoes. They stay: a reviewer may change either.
const WARNINGS: [&str; 3] = [
    "the rule `D40` never decides: whenever it fires, `D49` gives the same urgency",
    "the rule `T19` never decides: whenever it fires, `T43` gives the same urgency",
    "the rule `R16` never decides: whenever it fires, `R21` gives the same urgency",
];

#[test]
fn its_fingerprint_is_that_of_what_it_says_and_not_of_how_it_is_laid_out() {
    let spread = shipped::PROTOCOL.replace("\n  ", "\n     ").replace("\nrule ", "\n# a remark\nrule ");
    assert_eq!(fingerprint(&spread), SHIPPED.fingerprint);
    let changed = shipped::PROTOCOL.replacen("breathing at least severe", "breathing at least faster", 1);
    assert_ne!(fingerprint(&changed), SHIPPED.fingerprint);
    assert_eq!(SHIPPED.fingerprint.len(), 16);
}

/// Whatever was done to a text: it is read or refused, every fault has a place, and what is read compiles or is too large.
fn survives(text: &str) -> Result<(), TestCaseError> {
    match parse(text, &sources()) {
        Ok(read) => {
            let bits = compile(read, text).is_ok();
            prop_assert!(bits || text.len() > 1_000);
        }
        Err(faults) => {
            prop_assert!(!faults.is_empty());
            for fault in &faults {
                prop_assert!(fault.place.line >= 1 && fault.place.column >= 1, "{}", fault);
                prop_assert!(fault.render("a", text).starts_with("a:"), "{}", fault);
            }
            let in_order = |pair: &[Fault]| pair[0].place <= pair[1].place;
            prop_assert!(faults.windows(2).all(in_order));
        }
    }
    Ok(())
}

/// One thing that can happen to a text.
#[derive(Debug, Clone)]
enum Damage {
    Delete(usize),
    Double(usize),
    Swap(usize, usize),
    Cut(usize),
    Flip(usize, u8),
}

fn damage() -> impl Strategy<Value = Damage> {
    prop_oneof![
        any::<usize>().prop_map(Damage::Delete),
        any::<usize>().prop_map(Damage::Double),
        any::<(usize, usize)>().prop_map(|(one, other)| Damage::Swap(one, other)),
        any::<usize>().prop_map(Damage::Cut),
        any::<(usize, u8)>().prop_map(|(at, byte)| Damage::Flip(at, byte)),
    ]
}

fn damaged(damages: &[Damage]) -> String {
    let mut lines: Vec<Vec<u8>> = shipped::PROTOCOL.lines().map(|line| line.as_bytes().to_vec()).collect();
    for damage in damages {
        let most = lines.len();
        match damage {
            Damage::Delete(at) => drop(lines.remove(at % most)),
            Damage::Double(at) => lines.insert(at % most, lines[at % most].clone()),
            Damage::Swap(one, other) => lines.swap(one % most, other % most),
            Damage::Cut(at) => {
                let line = &mut lines[at % most];
                let half = line.len() / 2;
                line.truncate(half);
            }
            Damage::Flip(at, byte) => {
                let line = &mut lines[at % most];
                if let Some(place) = (!line.is_empty()).then(|| at / most % line.len()) {
                    line[place] = *byte;
                }
            }
        }
    }
    String::from_utf8_lossy(&lines.join(&b'\n')).into_owned()
}

/// Words that the language knows, thrown together.
const WORDS: [&str; 40] = [
    "rule",
    "finding",
    "input",
    "term",
    "count",
    "raise",
    "answer",
    "screen",
    "list",
    "question",
    "choose",
    "who",
    "when",
    "or",
    "and",
    "at",
    "least",
    "most",
    "under",
    "is",
    "no",
    "levels",
    "<",
    "unsure",
    "yes",
    "cite",
    "say",
    "\"x\"",
    "\"",
    "\n",
    "\n  ",
    "#",
    "ctx.baby",
    "b_x",
    "R",
    "0",
    "7",
    "step",
    "mark",
    "situation",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_damaged_protocol_is_refused_with_a_place_or_read(damages in prop::collection::vec(damage(), 1..6)) {
        survives(&damaged(&damages))?;
    }

    #[test]
    fn any_text_is_refused_with_a_place_or_read(text in any::<String>(), lines in "([a-z_]{1,9} [ -~]{0,20}\n( {1,3}[a-z]{1,8} [ -~°é]{0,20}\n){0,4}){0,6}") {
        survives(&text)?;
        survives(&lines)?;
    }

    #[test]
    fn known_words_in_any_order_are_refused_with_a_place_or_read(words in prop::collection::vec(0..WORDS.len(), 0..80)) {
        let text: Vec<&str> = words.into_iter().map(|at| WORDS[at]).collect();
        survives(&text.join(" "))?;
    }

    #[test]
    fn formatting_twice_is_formatting_once_and_keeps_what_is_said(damages in prop::collection::vec(damage(), 0..6)) {
        let text = damaged(&damages);
        let (blocks, comments, faults) = syntax::blocks(&text);
        if faults.is_empty() {
            let once = format::canonical(&blocks, &comments);
            prop_assert_eq!(&canonical(&once), &once);
            prop_assert_eq!(fingerprint(&once), fingerprint(&text));
        }
    }
}
