//! The binary without the check: `cargo xtask ci` runs this with `--no-default-features`; in any other build there is nothing here.

#![cfg(not(feature = "check"))]

use std::process::{Command, Output, Stdio};

fn milkway(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_milkway"));
    command.args(arguments).stdin(Stdio::null());
    command.output().unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn no_way_of_the_check_answers() {
    for arguments in [&["check"][..], &["check", "--batch"], &["check", "--answers", "-"]] {
        let told = milkway(arguments);
        assert_eq!(told.status.code(), Some(1), "{arguments:?}");
        assert!(told.stdout.is_empty(), "{arguments:?}");
        assert!(String::from_utf8_lossy(&told.stderr).contains("built without the check"), "{arguments:?}");
    }
}

#[test]
fn help_does_not_offer_it_and_the_other_tools_are_there() {
    let help = milkway(&["--help"]);
    let said = String::from_utf8_lossy(&help.stdout);
    assert!(said.contains("This build has no check") && !said.contains("Do the check here"), "{said}");
    assert_eq!(milkway(&["protocol", "check"]).status.code(), Some(0));
    assert_eq!(milkway(&["dose", "--batch"]).status.code(), Some(0));
}
