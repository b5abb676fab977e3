//! Broken texts of a guide: what their writer is told, and where.

use std::sync::LazyLock;

use guide::{Drawing, File, Guide};
use ledger::Ledger;
use protocol::model::Protocol;

static SHIPPED: LazyLock<(Protocol, Ledger)> = LazyLock::new(|| {
    let ledger = shipped::ledger().unwrap_or_else(|broken| panic!("{broken}"));
    let compiled = shipped::protocol(&ledger).unwrap_or_else(|broken| panic!("{broken}"));
    (compiled.protocol, ledger)
});

/// What is said of a text that is a guide of its own.
fn told(text: &str) -> Vec<String> {
    let drawing = Drawing { name: "cold-on".to_owned(), svg: "<svg/>".to_owned() };
    let files = [File { name: "my.guide", text }];
    match Guide::read(&files, vec![drawing], &SHIPPED.0, &SHIPPED.1) {
        Ok(_) => Vec::new(),
        Err(broken) => broken.0,
    }
}

#[track_caller]
fn says(text: &str, place: &str, what: &str) {
    let told = told(text);
    let found = told.iter().any(|fault| fault.starts_with(&format!("my.guide:{place}")) && fault.contains(what));
    assert!(found, "{told:#?}");
}

#[test]
fn a_claim_that_rests_on_nothing_is_refused() {
    says("card cold_pack\n  what     \"Cold heals.\"\n", "2:", "a claim that rests on nothing");
    says("page mine\n  lead     \"Cold heals.\"\n", "2:", "a claim that rests on nothing");
    says("move x y\n  say      \"Press.\"\n", "2:", "a claim that rests on nothing");
}

#[test]
fn a_ground_that_is_not_there_is_refused_with_what_was_meant() {
    says("card cold_pack\n  what     \"Cold.\" cold-releif\n", "2:20", "`cold-releif` is no ground");
    says("card cold_pack\n  what     \"Cold.\" cold-releif\n", "2:20", "did you mean `cold-relief`");
    says("card cold_pack\n  what     \"Cold.\" rule:X99\n", "2:20", "`rule:X99` is no ground");
    says("card cold_pack\n  what     \"Cold.\" law:E01\n", "2:20", "`KIND:ID`");
}

#[test]
fn unknown_words_are_told_with_their_place() {
    says("crad cold_pack\n", "1:1", "unknown block `crad`");
    says("card cold_pak\n", "1:1", "unknown step `cold_pak`");
    says("card cold_pack\n  waht     \"x\" cold-relief\n", "2:3", "unknown keyword `waht`");
    says("explain absces\n", "1:1", "unknown condition `absces`");
    says("milk hepres\n", "1:1", "unknown hold `hepres`");
    says("session mine\n", "1:1", "the head of this block is not complete");
    says("move none first\n", "1:1", "no session `none`");
    says("page mine\n  show     table milk\n", "2:3", "unknown table `milk`");
    says("page mine\n  go       check \"Check\"\n", "2:", "a path and words belong here");
    says("page mine\n  title    \"[you\"\n", "2:", "do not pair");
}

#[test]
fn what_is_missing_in_the_whole_is_told() {
    let all = told("page mine\n  title    \"Mine\"\n").join("\n");
    for what in [
        "0 `card` blocks for `cold_pack`",
        "0 `explain` blocks for `abscess`",
        "0 `milk` blocks for `pus`",
        "`S-A`, which is no session",
    ] {
        assert!(all.contains(what), "{what}: {all}");
    }
}

#[test]
fn a_session_longer_than_its_limit_or_without_its_drawing_is_refused() {
    let head = "session mine S-E\n  name     \"Mine\"\n  lead     \"Cold.\" cold-relief\n  sure     \"Weak.\" cold-relief\n  longest  cold_minutes\n";
    let act = |seconds: u32, picture: &str| {
        format!(
            "move mine on\n  do       \"On\"\n  say      \"Cold.\" cold-relief\n  seconds  {seconds}\n  picture  {picture}\n  alt      \"Cold.\"\n"
        )
    };
    let whole = |seconds: u32, picture: &str| told(&format!("{head}\n{}", act(seconds, picture))).join("\n");
    assert!(whole(601, "cold-on").contains("runs 601 s, longer than its limit"));
    assert!(!whole(600, "cold-on").contains("longer"));
    assert!(whole(600, "cold-of").contains("shows `cold-of`, which is not drawn"));
}
