//! How well the check reads sentences that somebody has labelled: precision and recall, as a table in docs/article-check.md.
//!
//! `MEASURE=write cargo test -p article --test measure` writes the table anew. `MEASURE=FILE.tsv` reads further sentences, in the form of
//! `tests/labelled`, and prints how many were read rightly and those that were not: so a new round is tried.

mod labelled;
mod table;

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use labelled::{Half, Labelled};
use ledger::Verdict;

fn home() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Nobody who builds the check has read these.
const UNSEEN: [&str; 2] = ["test", "test_articles"];

fn measured() -> Vec<Half> {
    let folder = home().join("tests/labelled");
    UNSEEN.into_iter().filter_map(|name| read(name, &folder.join(format!("{name}.tsv")))).collect()
}

fn read(name: &str, path: &Path) -> Option<Half> {
    let ledger = shipped::ledger().unwrap_or_else(|broken| panic!("{broken}"));
    let checker = shipped::checker(&ledger).unwrap_or_else(|broken| panic!("{broken}"));
    Some(Half::read(name, &fs::read_to_string(path).ok()?, &ledger, &checker))
}

#[test]
fn the_aims_are_met_on_sentences_that_nobody_has_tuned_on() {
    let measured = measured();
    assert_eq!(measured.len(), UNSEEN.len());
    for half in measured {
        assert!(half.sentences.len() >= 300, "too few to say anything: {}", half.sentences.len());
        for verdict in [Verdict::Harmful, Verdict::Contradicted] {
            let score = half.score(Some(verdict));
            assert!(score.precision() >= 0.95, "{}, {verdict}: {score:?}", half.name);
            assert!(score.recall() >= 0.80, "{}, {verdict}: {score:?}", half.name);
        }
    }
}

/// The worst defect: a reader is told not to follow what she should follow. The sentences are not to be tuned on, and are not shown.
#[test]
fn no_correct_advice_is_marked_harmful() {
    let is_wronged = |one: &&Labelled| one.label == Some(Verdict::Supported) && one.said == Some(Verdict::Harmful);
    let wronged = measured().iter().flat_map(|half| &half.sentences).filter(is_wronged).count();
    assert_eq!(wronged, 0);
}

/// Further sentences, when they are asked for.
#[test]
fn a_round_is_tried() {
    let asked = std::env::var("MEASURE").ok().filter(|value| value != "write");
    let Some(half) = asked.and_then(|path| read("round", Path::new(&path))) else { return };
    let table = table::of(std::slice::from_ref(&half));
    writeln!(std::io::stderr(), "{table}\n{}", half.misses()).expect("somebody reads");
}

#[test]
fn the_table_is_up_to_date() {
    let path = home().join("../../docs/article-check.md");
    let paper = fs::read_to_string(&path).expect("docs/article-check.md");
    let table = table::of(&measured());
    let fresh = table::put(&paper, &table).expect("the markers of the table");
    if std::env::var("MEASURE").is_ok_and(|value| value == "write") {
        fs::write(&path, &fresh).expect("docs/article-check.md can be written");
        return;
    }
    assert!(paper == fresh, "the table is stale: `MEASURE=write cargo test -p article --test measure`\n{table}");
}
