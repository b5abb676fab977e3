//! A case a line: one line out for one line in, ids come back, and the answer is that of the plain reading.

use std::sync::LazyLock;

use exchange::batch;
use exchange::case::{self, Reader};
use exchange::{Detail, Results};
use protocol::naive::Plain;
use serde_json::Value;

use crate::house::COMPILED;
use crate::said;

static FULL: LazyLock<Results<'static>> = LazyLock::new(|| Results::new(&COMPILED, Detail::Full));
static BRIEF: LazyLock<Results<'static>> = LazyLock::new(|| Results::new(&COMPILED, Detail::Brief));
static READER: LazyLock<Reader<'static>> = LazyLock::new(|| Reader::new(&COMPILED));

pub fn check(bytes: &[u8]) {
    said::lines(bytes).for_each(|(number, line)| one(number, line));
}

fn one(number: u64, line: &[u8]) {
    let [full, brief] = [&FULL, &BRIEF].map(|results| {
        let mut out = Vec::new();
        batch::line(&READER, results, number, line, &mut out);
        said::answer(line, number, &out)
    });
    assert_eq!(full.is_some(), brief.is_some(), "texts decide what is understood");
    let read = READER.read(line);
    let (Some(full), Some(brief), Ok(case)) = (full, brief, read) else { return };
    let given: Value = serde_json::from_slice(line).unwrap_or_default();
    assert_eq!(full["id"], given["id"], "the id came back changed");
    assert_eq!(brief["id"], given["id"], "the id came back changed");
    let again = READER.read(&case::write(&COMPILED, &case)).unwrap_or_else(|fault| panic!("{fault}"));
    assert_eq!(again, case, "a written case reads back");
    let plain = Plain::new(&COMPILED.protocol, &case.answers);
    assert_eq!(COMPILED.read(&case.answers).assess(), plain.assess(), "two readings");
}
