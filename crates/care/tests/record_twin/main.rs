//! What the phone's half of the record is held against: amounts, moments and entries of invented families, with what they come to here.
//!
//! The rows stand in `tests/cases/record.ndjson`; `tests/browser/record_twin.test.mjs` reads each on the phone and must come to the same.

mod amounts;
mod entries;
mod luck;
mod moments;

use std::fs;
use std::path::Path;

#[test]
fn the_table_that_the_phone_is_asked_is_this_one() {
    let rows = amounts::rows().into_iter().chain(moments::rows()).chain(entries::rows());
    let table: String = rows.map(|row| format!("{row}\n")).collect();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/cases/record.ndjson");
    if std::env::var_os("MILKWAY_RENEW").is_some() {
        fs::write(&path, &table).unwrap_or_else(|fault| panic!("{fault}"));
    }
    let known = fs::read_to_string(&path).unwrap_or_default();
    assert!(known == table, "tests/cases/record.ndjson is old: run this test with MILKWAY_RENEW=1");
}
