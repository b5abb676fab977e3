//! `milkway article` as it is used.

use std::io::Write;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

fn milkway(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_milkway"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("{error}"));
    let mut stdin = child.stdin.take().unwrap_or_else(|| panic!("no input"));
    let input = input.to_vec();
    let writer = std::thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().unwrap_or_else(|error| panic!("{error}"));
    drop(writer.join());
    output
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

const PAGE: &str = "<h1>Mastitis</h1><script>alert('Massage firmly.')</script><p>Keep breastfeeding.</p>\
    <p>Knead the clogged duct as hard as you can.</p>";

#[test]
fn the_gravest_comes_first_with_our_wording_and_the_words_it_was_recognised_by() {
    let said = milkway(&["article", "-"], PAGE.as_bytes());
    assert_eq!((said.status.code(), text(&said.stderr).as_str()), (Some(0), ""));
    let out = text(&said.stdout);
    let (harmful, supported) = (out.find("Knead the clogged"), out.find("Keep breastfeeding"));
    assert!(harmful.is_some() && harmful < supported, "{out}");
    assert!(out.contains("1 harmful") && out.contains("\"Knead\"") && out.contains("AAFP 2024"), "{out}");
    assert!(!out.contains("alert"), "{out}");
    assert!(out.lines().all(|line| line.chars().count() <= 80), "{out}");
}

#[test]
fn json_has_the_same_findings() {
    let said = milkway(&["article", "--json", "-"], PAGE.as_bytes());
    let all: Value = serde_json::from_slice(&said.stdout).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(all["format"], "html");
    assert_eq!(all["findings"][0]["verdict"], "harmful");
    assert_eq!(all["findings"][0]["matches"][0]["match"]["rests_on"][0], "massage-deep-harm");
    assert!(all["findings"][0]["matches"][0]["wordings"][0]["sources"].is_array());
}

#[test]
fn what_cannot_be_read_is_told_in_one_line() {
    for (arguments, input, told) in [
        (&["article", "-"][..], &b""[..], "no words"),
        (&["article", "-"], &b"%PDF-1.7 broken"[..], "paste its text"),
        (&["article", "-"], &[0, 1, 2, 3, 0, 0, 1, 2][..], "not text"),
        (&["article", "no-such-file.html"], &b""[..], "no-such-file.html"),
    ] {
        let said = milkway(arguments, input);
        let error = text(&said.stderr);
        assert_eq!((said.status.code(), error.matches('\n').count()), (Some(1), 1), "{error}");
        assert!(error.contains(told), "{error}");
    }
}

#[test]
fn a_hundred_megabytes_are_refused_and_not_held() {
    let said = milkway(&["article", "-"], &vec![b'a'; 100 << 20]);
    assert_eq!(said.status.code(), Some(1));
    assert!(text(&said.stderr).contains("larger than 10 MB"), "{}", text(&said.stderr));
}

#[test]
fn it_has_help_with_an_example() {
    let help = milkway(&["article", "--help"], b"");
    assert!(help.status.success() && text(&help.stdout).contains("milkway article page.html"));
    assert_eq!(milkway(&["article"], b"").status.code(), Some(2));
}
