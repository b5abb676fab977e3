//! The table of precision and recall, between two markers of a paper.

use std::fmt::Write;

use ledger::Verdict;

use crate::labelled::{Half, Score};

const BEGIN: &str = "<!-- measured: begin -->\n";
const END: &str = "<!-- measured: end -->";

/// The table of every half.
pub(crate) fn of(halves: &[Half]) -> String {
    let mut out = String::new();
    for half in halves {
        let _ = writeln!(out, "\n**{}**, {} sentences\n", title(&half.name), half.sentences.len());
        out.push_str(
            "| verdict | sentences | said | rightly | precision | recall |\n| --- | --- | --- | --- | --- | --- |\n",
        );
        for verdict in Verdict::ALL.into_iter().rev() {
            row(&mut out, verdict.word(), half.score(Some(verdict)));
        }
        row(&mut out, "not in our ledger", half.score(None));
        let grave = half.score_where(|one| one >= Some(Verdict::Contradicted));
        row(&mut out, "harmful or contradicted, as one", grave);
        let (same, all) = half.same_ids();
        let _ = writeln!(out, "\nOf {all} judged rightly whose label names entries, {same} rest on one of them.");
    }
    out.push('\n');
    out
}

/// What a file is called on paper.
fn title(name: &str) -> &str {
    match name {
        "test" => "test half: single sentences",
        "test_articles" => "test half: whole articles",
        other => other,
    }
}

fn row(out: &mut String, name: &str, score: Score) {
    let Score { labelled, said, right } = score;
    let _ =
        writeln!(out, "| {name} | {labelled} | {said} | {right} | {:.2} | {:.2} |", score.precision(), score.recall());
}

/// The paper with this table between its markers. None if it has none.
pub(crate) fn put(paper: &str, table: &str) -> Option<String> {
    let (head, rest) = paper.split_once(BEGIN)?;
    let (_, tail) = rest.split_once(END)?;
    Some(format!("{head}{BEGIN}{table}{END}{tail}"))
}
