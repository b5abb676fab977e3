//! What rests on the ledger, by name: no rule, step, session or limit without its entry, and no entry without its block.

use std::fs;
use std::path::Path;

use shipped::LEDGER_FILES;

/// What is said of the shipped guide beside a changed list of what rests on what.
fn told(change: impl Fn(&str) -> String) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../protocols");
    let text = |name: &str| fs::read_to_string(folder.join(name)).unwrap_or_else(|fault| panic!("{name}: {fault}"));
    let texts = LEDGER_FILES.map(|name| if name == "rests.toml" { change(&text(name)) } else { text(name) });
    let ledger = shipped::ledger_of(texts.each_ref().map(String::as_str)).unwrap_or_else(|broken| panic!("{broken}"));
    let compiled = shipped::protocol(&ledger).unwrap_or_else(|broken| panic!("{broken}"));
    shipped::guide(&compiled.protocol, &ledger).err().map(|broken| broken.to_string()).unwrap_or_default()
}

/// The list without the entry of this name.
fn without(list: &str, name: &str) -> String {
    list.lines().filter(|line| !line.contains(&format!("\"{name}\""))).map(|line| format!("{line}\n")).collect()
}

#[test]
fn what_ships_names_every_block_and_no_other() {
    assert_eq!(told(str::to_owned), "");
}

#[test]
fn a_block_that_says_nothing_of_its_ground_is_refused() {
    for name in ["rule:E01", "step:cold_pack", "session:light_touch", "limit:cold_minutes", "raise:temp"] {
        let told = told(|list| without(list, name));
        assert!(told.contains(&format!("nothing says what `{name}` rests on")), "{told}");
        assert_eq!(told.lines().count(), 1, "{told}");
    }
}

#[test]
fn a_name_that_nothing_has_is_refused_with_what_was_meant() {
    let told = told(|list| list.replace("\"step:cold_pack\"", "\"step:cold_pak\""));
    assert!(
        told.contains("`step:cold_pak` is not in the protocol or the guide; did you mean `step:cold_pack`"),
        "{told}"
    );
}
