//! What the phone's home is held against: timers, the last feed, presses, undo, and what the record tells the rules, of invented nights.
//!
//! The rows stand in `tests/cases/record_timer.ndjson` and `record_known.ndjson`; `tests/browser/record_timer_twin.test.mjs` asks the phone each
//! and must come to the same.

mod known;
#[path = "../record_twin/luck.rs"]
mod luck;
mod night;
mod timers;

use std::fs;
use std::path::Path;

use serde_json::Value;

fn hold(name: &str, rows: impl Iterator<Item = Value>) {
    let table: String = rows.map(|row| format!("{row}\n")).collect();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/cases").join(name);
    if std::env::var_os("MILKWAY_RENEW").is_some() {
        fs::write(&path, &table).unwrap_or_else(|fault| panic!("{fault}"));
    }
    let known = fs::read_to_string(&path).unwrap_or_default();
    assert!(known == table, "tests/cases/{name} is old: run this test with MILKWAY_RENEW=1");
}

#[test]
fn the_table_of_timers_is_this_one() {
    hold("record_timer.ndjson", timers::rows().into_iter());
}

#[test]
fn the_table_of_what_is_known_is_this_one() {
    hold("record_known.ndjson", known::rows().into_iter());
}
