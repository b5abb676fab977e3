//! What the phone's home is held against: households in every state, as the server draws them.
//!
//! The rows stand in `tests/cases/record_home.ndjson`; `tests/browser/record_home_twin.test.mjs` draws each on the phone and must come to the same.

mod world;

use std::fs;
use std::path::Path;

use askama::Template;
use serde_json::json;

use super::{Seen, page};
use crate::frame::Visitor;
use crate::site::Site;
use world::{NOW_MS, State, states};

fn site() -> Site {
    let ledger = shipped::ledger().unwrap_or_else(|fault| panic!("{fault}"));
    let compiled = shipped::protocol(&ledger).unwrap_or_else(|fault| panic!("{fault}"));
    let guide = shipped::guide(&compiled.protocol, &ledger).unwrap_or_else(|fault| panic!("{fault}"));
    Site::new(compiled, ledger, guide, Some("UK".to_owned()), "https://example.org/".to_owned())
}

/// The page from its content on, without what changes with every build.
fn drawn(site: &Site, state: &State) -> String {
    let seen = Seen { member: &state.member, home: &state.home, now_ms: NOW_MS };
    let page = page(site, &Visitor::default(), &seen).render().unwrap_or_else(|fault| panic!("{fault}"));
    let from = page.find("<div class=\"record\"").unwrap_or_default();
    let to = page.find("<nav class=\"dock\"").unwrap_or(page.len());
    page.get(from..to).unwrap_or_default().to_owned()
}

#[test]
fn the_table_that_the_phone_is_asked_is_this_one() {
    let site = site();
    let row = |state: &State| {
        let record = json!({
            "household": state.member.household, "person": state.member.person.id, "entries": state.home.entries, "seq": state.member.seq,
        });
        let saved: Vec<String> = state.home.saved.iter().map(|entry| entry.id.to_string()).collect();
        let saved = (!saved.is_empty()).then(|| saved.join(" "));
        json!({ "state": state.name, "now_ms": NOW_MS, "record": record, "saved": saved, "drawn": drawn(&site, state) })
    };
    let table: String = states().iter().map(|state| format!("{}\n", row(state))).collect();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/cases/record_home.ndjson");
    if std::env::var_os("MILKWAY_RENEW").is_some() {
        fs::write(&path, &table).unwrap_or_else(|fault| panic!("{fault}"));
    }
    let known = fs::read_to_string(&path).unwrap_or_default();
    assert!(known == table, "tests/cases/record_home.ndjson is old: run this test with MILKWAY_RENEW=1");
}

#[test]
fn after_a_loss_and_without_a_baby_no_word_speaks_of_one_and_nothing_is_yellow() {
    let site = site();
    for state in states().iter().filter(|state| state.name.starts_with("without")) {
        let page = drawn(&site, state).to_lowercase();
        for never in ["baby", "feed\"", "feed ", "nappy", "noa", " now\"", "/feed"] {
            assert!(!page.contains(never), "{}: {never}", state.name);
        }
        assert!(page.contains("/log/symptom") && page.contains("/log/pump"), "{}", state.name);
    }
}

#[test]
fn what_is_private_to_a_parent_alarms_her_and_whom_she_shares_it_with() {
    let site = site();
    let urgent = |name: &str| {
        let state = states().into_iter().find(|state| state.name == name).unwrap_or_else(|| panic!("{name}"));
        drawn(&site, &state).contains("class=\"banner ")
    };
    assert!(urgent("her fever"));
    assert!(!urgent("her fever, seen by another parent"));
    assert!(urgent("her fever, shared with another parent"));
}

#[test]
fn who_only_reads_has_nothing_to_press() {
    let site = site();
    for state in states().iter().filter(|state| state.name.contains("clinician")) {
        let page = drawn(&site, state);
        assert!(!page.contains("<button") && !page.contains("/log"), "{}", state.name);
        assert!(page.contains("href=\"/check\""));
    }
}
