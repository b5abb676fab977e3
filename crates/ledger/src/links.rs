//! Ids across the three files: each given once, each pointer arriving.

use crate::evidence::Evidence;
use crate::fault::{Fault, File, Trouble};
use crate::read::{Mark, Row};
use crate::source::Source;
use std::collections::{BTreeMap, BTreeSet};

/// Where each id of a file was first given. Nothing: the file could not be read.
type Ids<'a> = Option<BTreeMap<&'a str, usize>>;
type Rows = Option<Vec<Row>>;

/// Every id given twice and every pointer that does not arrive.
pub(crate) fn faults(sources: &Rows, evidence: &Rows, claims: &Rows) -> Vec<Fault> {
    let mut faults = Vec::new();
    let source_ids = ids(File::Sources, sources, &mut faults);
    let evidence_ids = ids(File::Evidence, evidence, &mut faults);
    ids(File::Claims, claims, &mut faults);

    for (file, rows) in [(File::Evidence, evidence), (File::Claims, claims)] {
        faults.extend(pointers(file, rows, &source_ids, &evidence_ids));
    }
    faults
}

/// The same for a file that is read after the others.
pub(crate) fn faults_beside(file: File, rows: &Rows, sources: &[Source], evidence: &[Evidence]) -> Vec<Fault> {
    let source_ids = Some(sources.iter().map(|one| (one.id.as_str(), 0)).collect());
    let evidence_ids = Some(evidence.iter().map(|one| (one.id.as_str(), 0)).collect());
    let mut faults = pointers(file, rows, &source_ids, &evidence_ids);
    ids(file, rows, &mut faults);
    faults
}

/// Every pointer of a file that does not arrive.
fn pointers(file: File, rows: &Rows, sources: &Ids<'_>, evidence: &Ids<'_>) -> Vec<Fault> {
    let mut faults = Vec::new();
    for row in rows.iter().flatten() {
        let mut met = BTreeSet::new();
        for (target, mark) in &row.points_to {
            let known = if *target == File::Sources { sources } else { evidence };
            let trouble = pointer(*target, mark, known, &mut met);
            faults.extend(trouble.map(|trouble| Fault { file, line: mark.line, trouble }));
        }
    }
    faults
}

/// What is wrong with one pointer, if anything.
fn pointer<'a>(file: File, mark: &'a Mark, known: &Ids<'_>, met: &mut BTreeSet<(File, &'a str)>) -> Option<Trouble> {
    let id = mark.word.clone();
    if !met.insert((file, &mark.word)) {
        return Some(Trouble::Repeated { id });
    }
    let missing = known.as_ref().is_some_and(|ids| !ids.contains_key(mark.word.as_str()));
    missing.then_some(Trouble::Dangling { id, file })
}

/// The ids of one file, with a fault for each that was given before.
fn ids<'a>(file: File, rows: &'a Rows, faults: &mut Vec<Fault>) -> Ids<'a> {
    let mut ids = BTreeMap::new();
    for row in rows.as_ref()? {
        let line = row.id.line;
        let first = *ids.entry(row.id.word.as_str()).or_insert(line);
        if first != line {
            faults.push(Fault { file, line, trouble: Trouble::Twice { id: row.id.word.clone(), first } });
        }
    }
    Some(ids)
}
