//! `milkway dose --batch` as it is used.

use std::io::Write;
use std::process::{Command, Output, Stdio};

fn milkway(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_milkway"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("{error}"));
    let mut stdin = child.stdin.take().unwrap_or_else(|| panic!("no input"));
    let input = input.to_owned();
    let writer = std::thread::spawn(move || drop(stdin.write_all(input.as_bytes())));
    let output = child.wait_with_output().unwrap_or_else(|error| panic!("{error}"));
    drop(writer.join());
    output
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn a_line_in_is_a_line_out_in_order_and_a_bad_one_costs_itself_alone() {
    let good = r#"{"id":1,"region":"UK","now":1795489200,"cautions":{"ibuprofen":"none","paracetamol":"none"}}"#;
    let long = format!("\"{}\"", "x".repeat(2 << 20));
    let said = milkway(&["dose", "--batch"], &format!("{good}\n\n{{\"id\":2}}\n{long}\n{good}"));
    assert_eq!((said.status.code(), text(&said.stderr).as_str()), (Some(0), ""));
    let out = text(&said.stdout);
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(lines.len(), 4, "{out}");
    assert!(lines[0].contains(r#""verdict":"allowed""#) && lines[0] == lines[3], "{out}");
    assert!(lines[1].contains(r#""id":2,"line":3,"field":"region""#), "{out}");
    assert!(lines[2].contains(r#""line":4"#) && lines[2].contains("a line of more than 1048576 bytes"), "{out}");
}

#[test]
fn it_has_help_with_an_example_and_tells_wrong_use_in_one_line() {
    let help = milkway(&["dose", "--help"], "");
    assert!(help.status.success() && text(&help.stdout).contains("milkway dose --batch"));
    let wrong = milkway(&["dose"], "");
    assert_eq!(wrong.status.code(), Some(2));
    assert_eq!(text(&wrong.stderr).matches('\n').count(), 1, "{}", text(&wrong.stderr));
    assert!(text(&wrong.stderr).contains("--batch"));
}
