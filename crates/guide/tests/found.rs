//! What the search for counterexamples found (docs/fuzzing.md), kept so that it stays repaired.

use guide::{File, Guide};

#[test]
fn seconds_that_no_session_can_last_are_told_as_too_long() {
    let ledger = shipped::ledger().unwrap_or_else(|broken| panic!("{broken}"));
    let compiled = shipped::protocol(&ledger).unwrap_or_else(|broken| panic!("{broken}"));
    let step = |id: &str| format!("\nmove mine {id}\n  do       \"On\"\n  seconds  4294967295\n");
    let text = format!("session mine S-E\n  name     \"Mine\"\n  longest  cold_minutes\n{}{}", step("on"), step("off"));
    let files = [File { name: "my.guide", text: &text }];
    let told =
        Guide::read(&files, Vec::new(), &compiled.protocol, &ledger).err().unwrap_or_else(|| panic!("it was read"));
    assert!(told.0.iter().any(|fault| fault.contains("longer than its limit")), "{told}");
}
