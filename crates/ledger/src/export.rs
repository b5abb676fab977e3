//! The whole ledger as data for other programs: JSON by serde, or one table for a spreadsheet.

use crate::{Audience, Claim, Disagreement, Evidence, Ledger, Source};
use serde::Serialize;

/// What is written out: everything, or what is meant for everybody.
#[derive(Debug, Clone, Serialize)]
pub struct Export<'l> {
    /// Who wrote what.
    pub sources: Vec<Source>,
    /// What we say.
    pub evidence: Vec<&'l Evidence>,
    /// What the article says, judged.
    pub claims: Vec<&'l Claim>,
    /// Where guidance disagrees.
    pub disagreements: Vec<&'l Disagreement>,
}

const COLUMNS: [&str; 13] = [
    "kind",
    "id",
    "topic",
    "text",
    "claim",
    "verdict",
    "strength",
    "basis",
    "audience",
    "sources",
    "disagreements",
    "year",
    "address",
];

impl Ledger {
    /// What is written out. Without `clinician` what is written for clinicians alone is left out.
    #[must_use]
    pub fn export(&self, clinician: bool) -> Export<'_> {
        let may = |audience: Audience| clinician || audience != Audience::Clinician;
        Export {
            sources: self.sources().iter().map(|one| for_reader(one, clinician)).collect(),
            evidence: self.all_evidence().iter().filter(|one| may(one.audience)).collect(),
            claims: self.claims().iter().collect(),
            disagreements: self.disagreements().iter().filter(|one| may(one.audience)).collect(),
        }
    }
}

impl Export<'_> {
    /// One table, a row for each, lines ended as RFC 4180 has them.
    #[must_use]
    pub fn csv(&self) -> String {
        let mut table = line(&COLUMNS.map(str::to_owned));
        table.extend(self.sources.iter().map(of_source));
        table.extend(self.evidence.iter().map(|one| of_evidence(one)));
        table.extend(self.claims.iter().map(|one| of_claim(one)));
        table.extend(self.disagreements.iter().map(|one| of_disagreement(one)));
        table
    }
}

/// A source without what only a clinician is told of it.
fn for_reader(one: &Source, clinician: bool) -> Source {
    let hidden = !clinician && one.what_for == Some(Audience::Clinician);
    Source { what: if hidden { String::new() } else { one.what.clone() }, ..one.clone() }
}

fn of_source(one: &Source) -> String {
    let read = if one.verified { "read" } else { "not read" };
    let cells = [
        (3, one.title.clone()),
        (4, one.what.clone()),
        (7, read.to_owned()),
        (11, one.year.to_string()),
        (12, one.address().unwrap_or_default()),
    ];
    row("source", &one.id, cells)
}

fn of_evidence(one: &Evidence) -> String {
    let cells = [
        (2, one.topic.clone()),
        (3, one.statement.clone()),
        (4, one.claim.clone().unwrap_or_default()),
        (5, one.verdict.map(|verdict| verdict.word().to_owned()).unwrap_or_default()),
        (6, one.strength.clone()),
        (7, one.basis.word().to_owned()),
        (8, one.audience.word().to_owned()),
        (9, one.sources.join(" ")),
        (10, one.disagreements.clone()),
    ];
    row("evidence", &one.id, cells)
}

fn of_claim(one: &Claim) -> String {
    let cells = [
        (2, one.section.clone()),
        (3, one.reason.clone()),
        (4, one.claim.clone()),
        (5, one.verdict.word().to_owned()),
        (9, one.sources.join(" ")),
        (12, one.page.clone().unwrap_or_default()),
    ];
    row("claim", &one.id, cells)
}

fn of_disagreement(one: &Disagreement) -> String {
    let cells = [
        (2, one.head.clone()),
        (3, one.we.clone()),
        (8, one.audience.word().to_owned()),
        (9, one.sources.join(" ")),
        (10, one.positions.join(" ")),
    ];
    row("disagreement", &one.id, cells)
}

fn row<const N: usize>(kind: &str, id: &str, cells: [(usize, String); N]) -> String {
    let mut all = COLUMNS.map(|_| String::new());
    kind.clone_into(&mut all[0]);
    id.clone_into(&mut all[1]);
    for (at, cell) in cells {
        all[at] = cell;
    }
    line(&all)
}

fn line(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| quoted(cell)).collect();
    format!("{}\r\n", cells.join(","))
}

/// A cell that no spreadsheet takes for a formula, in quotes where it needs them.
fn quoted(cell: &str) -> String {
    let formula =
        cell.trim_start().starts_with(['=', '+', '-', '@', '\t', '\r']) || cell.starts_with(['\t', '\r', '\n']);
    let cell = if formula { format!("'{cell}") } else { cell.to_owned() };
    if cell.contains([',', '"', '\n', '\r']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell }
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn no_cell_is_a_formula() {
        for cell in ["=1+1", "+1", "-1", "@sum", " =1", "\t=1", "\r=1", "\n=1"] {
            assert!(quoted(cell).trim_start_matches('"').starts_with('\''), "{cell:?}");
        }
        assert_eq!(quoted("5-10 %"), "5-10 %");
        assert_eq!(quoted("a \"b\", c"), "\"a \"\"b\"\", c\"");
    }
}
