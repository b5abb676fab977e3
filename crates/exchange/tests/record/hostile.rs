//! Lines that are broken, or meant to break something.

use exchange::record::export::Export;
use exchange::record::import::{LONGEST_LINE_BYTES, MOST_TOLD, Reading, read};
use exchange::record::invented::Invented;
use exchange::record::plan::plan;
use proptest::prelude::*;

use crate::drawn;

fn small() -> Export {
    Invented { seed: 1, start: jiff::civil::date(2026, 3, 1), days: 1, zone: "Europe/London".into() }.household()
}

/// The lines of a small export.
fn lines() -> Vec<String> {
    let bytes = small().lines(true).unwrap_or_default();
    String::from_utf8_lossy(&bytes).lines().map(str::to_owned).collect()
}

/// The small export with its third line in another form.
fn with_third(line: impl AsRef<[u8]>) -> Reading {
    let mut bytes = Vec::new();
    for (at, good) in lines().iter().enumerate() {
        bytes.extend_from_slice(if at == 2 { line.as_ref() } else { good.as_bytes() });
        bytes.push(b'\n');
    }
    read(&bytes)
}

#[test]
fn a_bad_line_costs_that_line_and_is_told_with_its_number() {
    let good = lines()[2].clone();
    let flat = |from: &str, to: &str| good.replacen(from, to, 1).into_bytes();
    let deep = flat("\"at\":", &format!("\"x\":{},\"at\":", "[".repeat(200_000)));
    let huge = format!("{{\"note\":\"{}\"}}", "x".repeat(LONGEST_LINE_BYTES)).into_bytes();
    let cases: [(Vec<u8>, &str); 10] = [
        (b"{".to_vec(), "EOF"),
        (b"\xff\xfe{}".to_vec(), "byte 1 is not UTF-8"),
        (deep, "recursion limit"),
        (huge, "a line of more than 4194304 bytes"),
        (flat("\"made_at_ms\":", "\"made_at_ms\":\"x\",\"y\":"), "invalid type: string"),
        (flat("\"made_at_ms\":", "\"made_at_ms\":9999999999"), "invalid type: floating point"),
        (flat("\"kind\":\"", "\"kind\":\"un"), "unknown variant"),
        (flat("\"at\":", "\"ignored\":1,\"at\":"), "revision.content.ignored"),
        (flat("{\"revision\":{", "{\"revision\":{\"made_at_ms\":1,"), "duplicate field"),
        (b"[]".to_vec(), "invalid length"),
    ];
    let whole = small().revisions.len();
    for (line, why) in cases {
        let shown = String::from_utf8_lossy(&line).chars().take(60).collect::<String>();
        let reading = with_third(line);
        assert_eq!(reading.left_out, 1, "{shown}");
        let problem = &reading.problems[0];
        assert!(problem.line == 3 && problem.left_out && problem.what.contains(why), "{shown}: {problem}");
        assert_eq!(reading.export.unwrap().revisions.len(), whole - 1, "{shown}");
    }
}

#[test]
fn an_id_that_says_two_things_is_told_and_the_first_stays() {
    let mut all = lines();
    all.insert(3, all[2].replacen("\"at_ms\":1", "\"at_ms\":2", 1));
    assert_ne!(all[2], all[3]);
    let reading = read(all.join("\n").as_bytes());
    assert!(reading.problems[0].line == 4 && reading.problems[0].what.contains("says two things"));
    assert_eq!(reading.export.unwrap().revisions, small().revisions);
}

#[test]
fn an_id_that_says_something_else_here_is_told_and_what_is_here_stays() {
    let reading = read(&small().lines(true).unwrap());
    let mut here = small().revisions;
    here[1].revision.content.note = "another".to_owned();
    here[2].skew_ms += 5;
    let plan = plan(&reading, None, &here);
    assert_eq!((plan.new.len(), plan.known, plan.left_out), (0, here.len() - 1, 1));
    assert!(plan.problems[0].line == 3 && plan.problems[0].what.contains("here already"), "{}", plan.problems[0]);
}

#[test]
fn a_file_that_is_none_of_ours_or_newer_is_refused_whole() {
    let head = |from: &str, to: &str| {
        let mut all = lines();
        all[0] = all[0].replacen(from, to, 1);
        all.join("\n")
    };
    let cases = [
        (String::new(), "the file is empty"),
        ("Type,Start,End\r\n".to_owned(), "does not begin a file of the form"),
        (lines()[1..].join("\n"), "does not begin a file of the form"),
        (head("\"version\":1", "\"version\":2"), "has version 2 of its form, this program reads up to 1"),
        (head("\"version\":1", "\"version\":\"1\""), "no version that there is"),
        (head("\"version\":1", "\"version\":-1"), "no version that there is"),
        (head("\"role\":\"owner\"", "\"role\":\"king\""), "unknown variant"),
        (head("\"settings\":{", "\"settings\":{\"tide\":\"high\","), "household.settings.tide"),
    ];
    for (file, why) in cases {
        let reading = read(file.as_bytes());
        assert!(reading.export.is_none(), "{why}");
        assert!(reading.problems.len() == 1 && reading.problems[0].what.contains(why), "{}", reading.problems[0]);
    }
}

#[test]
fn a_file_that_was_cut_off_is_taken_and_told() {
    let all = lines();
    let reading = read(all[..all.len() - 3].join("\n").as_bytes());
    let told = reading.problems.last().unwrap();
    assert!(!told.left_out && told.what.contains(&format!("ends after {} of {}", all.len() - 4, all.len() - 1)));
    assert_eq!(reading.export.unwrap().revisions.len(), all.len() - 4);
}

#[test]
fn an_entry_of_a_stranger_is_kept_and_told_once() {
    let mut export = small();
    export.household.babies.clear();
    let reading = read(&export.lines(true).unwrap());
    let told = reading.problems.iter().filter(|one| one.what.contains("is not named in the file")).count();
    assert_eq!((told, reading.left_out), (1, 0));
    assert_eq!(reading.export.unwrap().revisions, export.revisions);
}

#[test]
fn nothing_of_the_file_reaches_a_terminal_as_a_command_or_fills_it() {
    let evil = format!("\u{1b}]0;{}\u{7}", "x".repeat(5_000));
    let line = lines()[2].replacen("\"kind\":\"", &format!("\"kind\":\"{}", evil.escape_default()), 1);
    let line = line.replace("\\u{1b}", "\\u001b").replace("\\u{7}", "\\u0007");
    let problem = with_third(line).problems.remove(0).to_string();
    assert!(problem.len() < 600 && !problem.contains('\u{1b}'), "{problem:?}");
}

#[test]
fn a_flood_of_bad_lines_is_counted_and_not_kept() {
    let file = format!("{}\n{}", lines()[0], "x\n".repeat(5_000));
    let reading = read(file.as_bytes());
    assert_eq!((reading.left_out, reading.problems.len()), (5_000, MOST_TOLD));
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic_and_a_taken_line_is_whole(
        export in drawn::export(), place in any::<prop::sample::Index>(), byte in any::<u8>()
    ) {
        let mut bytes = export.lines(true).unwrap();
        let at = place.index(bytes.len());
        bytes[at] = byte;
        let reading = read(&bytes);
        if let Some(read_again) = reading.export {
            let lines: Vec<&[u8]> = bytes.split(|byte| *byte == b'\n').collect();
            for (received, line) in read_again.revisions.iter().zip(&reading.lines) {
                let line = lines[usize::try_from(*line).unwrap() - 1];
                let said: serde_json::Value = serde_json::from_slice(line).unwrap();
                let kept = serde_json::to_value(received).unwrap();
                prop_assert!(said == kept || export.revisions.contains(received), "{} is not {}", said, kept);
            }
        }
    }

    #[test]
    fn any_bytes_are_read_without_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(read(&bytes).export.is_none());
    }
}
