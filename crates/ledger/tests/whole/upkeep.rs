//! What is due: days that are past, sources that nothing rests on.

use std::collections::BTreeSet;

use ledger::{Due, File};

use crate::house::{SOURCES, of, shipped};

fn told(due: &[Due]) -> Vec<String> {
    due.iter().map(ToString::to_string).collect()
}

/// Sources that only rules and pages cite.
fn elsewhere() -> BTreeSet<String> {
    let used = |due: Due| if let Due::Unused { id } = due { Some(id) } else { None };
    shipped().due("2000-01-01", &BTreeSet::new()).into_iter().filter_map(used).collect()
}

#[test]
fn a_file_is_due_on_the_day_after_its_day() {
    assert!(!elsewhere().is_empty());
    assert_eq!(told(&shipped().due("2027-11-22", &elsewhere())), [""; 0]);
    let due = shipped().due("2027-11-23", &elsewhere());
    let files: Vec<File> =
        due.iter().filter_map(|due| if let Due::Overdue { file, .. } = due { Some(*file) } else { None }).collect();
    assert_eq!(files, [File::Sources, File::Evidence, File::Claims, File::Disagreements, File::Rests]);
}

#[test]
fn a_source_is_cited_or_says_why_it_stays() {
    let stays = "kept_for = \"background reading; nothing rests on it\"\n";
    let without = of(&SOURCES.replacen(stays, "", 1));
    let found = told(&without.due("2026-11-26", &elsewhere()));
    assert!(found.len() == 1 && found[0].starts_with("sources.toml: nothing cites `"), "{found:?}");
    let cited = "id = \"abm36-2022\"\n";
    let both = of(&SOURCES.replacen(cited, &format!("{cited}kept_for = \"so\"\n"), 1));
    let found = told(&both.due("2026-11-26", &elsewhere()));
    assert_eq!(found, ["sources.toml: `abm36-2022` is cited; take its `kept_for` out"]);
}

#[test]
fn a_file_without_its_day_is_refused() {
    for day in ["", "review_by = \"soon\"\n", "review_by = \"2027-1-1\"\n", "review_by = 3\n"] {
        let text = SOURCES.replacen("review_by = \"2027-11-22\"\n", day, 1);
        let faults = ledger::Ledger::parse(&text, crate::house::EVIDENCE, crate::house::CLAIMS).expect_err(day);
        assert!(faults[0].to_string().contains("needs a line `review_by"), "{}", faults[0]);
    }
}
