//! How well the check reads sentences that somebody has labelled: precision and recall, as a table in docs/article-check.md.
//!
//! `MEASURE=write cargo test -p article --test measure` writes the table anew. `MEASURE=FILE.tsv` reads further sentences, in the form of
//! `tests/labelled`, and prints how many were read rightly and those that were not: so a new round is tried.

mod labelled;
mod table;

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use labelled::Half;
use ledger::Verdict;

fn home() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Whoever builds the patterns has read these.
const TUNED: [&str; 4] = ["development", "development_second", "development_third", "development_fourth"];
/// Nobody who builds the patterns has read it. It need not be there.
const UNSEEN: &str = "test";

fn measured() -> Vec<Half> {
    let folder = home().join("tests/labelled");
    let names = TUNED.into_iter().chain([UNSEEN]);
    names.filter_map(|name| read(name, &folder.join(format!("{name}.tsv")))).collect()
}

fn read(name: &str, path: &Path) -> Option<Half> {
    let ledger = shipped::ledger().unwrap_or_else(|broken| panic!("{broken}"));
    let checker = shipped::checker(&ledger).unwrap_or_else(|broken| panic!("{broken}"));
    Some(Half::read(name, &fs::read_to_string(path).ok()?, &ledger, &checker))
}

#[test]
fn the_aims_are_met_where_it_was_tuned() {
    for half in measured().iter().filter(|half| TUNED.contains(&half.name.as_str())) {
        assert!(half.sentences.len() >= 200, "too few to say anything: {}", half.sentences.len());
        for verdict in [Verdict::Harmful, Verdict::Contradicted] {
            let score = half.score(Some(verdict));
            assert!(score.precision() >= 0.95, "{}, {verdict}: {score:?}\n{}", half.name, half.misses());
            assert!(score.recall() >= 0.80, "{}, {verdict}: {score:?}\n{}", half.name, half.misses());
        }
    }
}

/// Correct sentences of the unseen half that are called harmful, as counted when it is first read. It may only shrink; the check is on
/// trial and says so until it is none. The sentences themselves are not to be tuned on.
const WRONGED_IN_TEST: usize = 1;

/// The worst defect: a reader is told not to follow what she should follow.
#[test]
fn no_correct_advice_is_marked_harmful() {
    for half in measured() {
        let wronged = half.sentences.iter().filter(|one| one.said == Some(Verdict::Harmful));
        let tuned = TUNED.contains(&half.name.as_str());
        let wronged = wronged.filter(|one| match one.label {
            Some(Verdict::Supported) => true,
            Some(Verdict::Mixed) | None => tuned,
            _ => false,
        });
        let wronged: Vec<&str> = wronged.map(|one| one.sentence.as_str()).collect();
        let most = if tuned { 0 } else { WRONGED_IN_TEST };
        assert!(wronged.len() <= most, "{}: {wronged:?}", half.name);
    }
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
