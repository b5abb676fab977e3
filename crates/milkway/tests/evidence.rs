//! `milkway evidence`: what a keeper of the ledger is told, and what other programs get.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// Exit code, output, errors.
fn run(arguments: &[&str]) -> (Option<i32>, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_milkway")).arg("evidence").args(arguments).output();
    let output = output.unwrap_or_else(|fault| panic!("{fault}"));
    let text = |bytes| String::from_utf8(bytes).unwrap_or_else(|fault| panic!("{fault}"));
    (output.status.code(), text(output.stdout), text(output.stderr))
}

/// A folder with the shipped files, one of them changed.
fn folder(name: &str, file: &str, change: impl Fn(&str) -> String) -> PathBuf {
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../protocols");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("ledger-{name}"));
    fs::create_dir_all(&folder).unwrap_or_else(|fault| panic!("{fault}"));
    for known in shipped::LEDGER_FILES {
        let text = fs::read_to_string(shipped.join(known)).unwrap_or_else(|fault| panic!("{fault}"));
        let text = if known == file { change(&text) } else { text };
        fs::write(folder.join(known), text).unwrap_or_else(|fault| panic!("{fault}"));
    }
    folder
}

/// What is told of a changed ledger, on a day long before any review.
fn told(name: &str, file: &str, change: impl Fn(&str) -> String) -> (Option<i32>, String) {
    let folder = folder(name, file, change);
    let (code, out, err) = run(&["check", &folder.display().to_string(), "--today", "2026-11-26"]);
    assert_eq!(err, "", "{out}");
    (code, out)
}

#[test]
fn what_ships_holds_until_its_review_is_past() {
    assert_eq!(run(&["check", "--today", "2027-11-22"]).0, Some(0));
    let (code, out, _) = run(&["check", "--today", "2027-11-23"]);
    assert_eq!(code, Some(1));
    for file in shipped::LEDGER_FILES {
        assert!(out.contains(&format!("{file}: was to be read again by 2027-11-22")), "{out}");
    }
    assert!(out.ends_with("5 faults\n"), "{out}");
    let (code, _, err) = run(&["check", "--today", "soon"]);
    assert!(code == Some(1) && err.contains("`soon` is no day"), "{err}");
}

#[test]
fn a_fault_is_told_with_its_place() {
    assert_eq!(told("whole", "", str::to_owned).0, Some(0));
    let dangling = told("dangling", "claims.toml", |text| text.replacen("\"no-mucus-plug\"", "\"no-mucus\"", 1));
    assert!(dangling.0 == Some(1) && dangling.1.contains(": `no-mucus` is not in evidence.toml"), "{}", dangling.1);
    let unused = told("unused", "sources.toml", |text| {
        text.replacen("kept_for = ", "seen_by = ", 1).replacen(
            "seen_by = \"a lay page named in the disagreements of duct-narrowing-definition\"\n",
            "",
            1,
        )
    });
    assert!(unused.0 == Some(1) && unused.1.contains("nothing cites `bestbeginnings-mastitis`"), "{}", unused.1);
}

#[test]
fn what_rests_on_nothing_that_is_there_is_told() {
    let dangling = told("rests-evidence", "rests.toml", |text| text.replacen("\"rps\"", "\"rsp\"", 1));
    assert!(dangling.0 == Some(1) && dangling.1.contains(": `rsp` is not in evidence.toml"), "{}", dangling.1);
    let unknown = told("rests-thing", "rests.toml", |text| text.replacen("\"rule:D05\"", "\"rule:D055\"", 1));
    assert!(unknown.0 == Some(1) && unknown.1.contains("`rule:D055` is not in the protocol"), "{}", unknown.1);
    assert!(unknown.1.contains("nothing says what `rule:D05` rests on"), "{}", unknown.1);
}

#[test]
fn a_source_that_only_a_rule_cites_may_not_be_taken_out() {
    // Cited by rules and by nothing in the ledger itself.
    let gone = told("gone", "sources.toml", |text| text.replace("id = \"slch-vkdb\"", "id = \"slch-gone\""));
    assert!(gone.0 == Some(1) && gone.1.contains("slch-vkdb"), "{}", gone.1);
}

#[test]
fn json_and_csv_hold_the_same_and_name_an_antibiotic_only_when_asked() {
    let (_, json, _) = run(&["export"]);
    let all: Value = serde_json::from_str(&json).unwrap_or_else(|fault| panic!("{fault}"));
    let lengths =
        ["sources", "evidence", "claims", "disagreements"].map(|list| all[list].as_array().map_or(0, Vec::len));
    assert_eq!(lengths, [157, 135, 65, 14]);
    let (_, csv, _) = run(&["export", "--format", "csv"]);
    assert_eq!(csv.matches("\r\n").count(), lengths.iter().sum::<usize>() + 1);
    for line in csv.split("\r\n") {
        assert!(!line.starts_with(['=', '+', '-', '@']) && !line.contains(",=") && !line.contains("\"="), "{line}");
    }
    let texts = |value: &Value| {
        ["statement", "claim", "what", "we"].map(|field| value[field].as_str().unwrap_or_default().to_lowercase())
    };
    for one in ["sources", "evidence", "claims", "disagreements"]
        .iter()
        .flat_map(|list| all[list].as_array().into_iter().flatten())
    {
        for text in texts(one) {
            assert!(!["cillin", "cephalex", "mycin", "trimox"].iter().any(|name| text.contains(name)), "{text}");
        }
    }
    assert!(!csv.contains("500 mg four times daily") && !json.contains("500 mg four times daily"));
    let (_, clinician, _) = run(&["export", "--clinician"]);
    assert!(clinician.contains("500 mg four times daily"));
}
