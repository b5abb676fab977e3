//! Entries and day sums follow from the revisions. Here they are built again: to compare, or to put them right.

use std::collections::{BTreeMap, BTreeSet};

use care::record::entry::Entry;
use care::record::id::{EntryId, HouseholdId};
use care::record::revision::{Received, fold};

use crate::door::{Row, Tx, text};
use crate::entry::{self, Amounts, COLUMNS};
use crate::fault::Fault;
use crate::{household, revision};

/// All households, also those that wait to be deleted.
///
/// # Errors
/// What the database says.
pub fn households(tx: &dyn Tx) -> Result<Vec<HouseholdId>, Fault> {
    tx.rows("SELECT id FROM household ORDER BY id", &[])?.iter().map(|row| row.parsed(0)).collect()
}

/// What of a household is not as its revisions make it, a line each; none when all is well.
///
/// A line has ids and the names of columns, never what somebody logged.
///
/// # Errors
/// What the database says. A document that does not read is a line, no error.
pub fn check(tx: &dyn Tx, household: HouseholdId) -> Result<Vec<String>, Fault> {
    let mut found = revisions(tx, household)?;
    let mut sums = Amounts::new();
    let mut known = BTreeSet::new();
    for id in entries_of_revisions(tx, household)? {
        known.insert(id);
        match revision::of_entry(tx, household, id) {
            Ok(all) => match fold(&all) {
                Some(made) => {
                    entry::count(&mut sums, &made, 1);
                    found.extend(compare(tx, household, &made)?);
                }
                None => found.push(format!("entry {id}: its revisions make nothing")),
            },
            Err(why) => found.push(format!("entry {id}: {why}")),
        }
    }
    for row in tx.rows("SELECT id FROM entry WHERE household = $1 ORDER BY id", &[text(household)])? {
        if !known.contains(&row.parsed::<EntryId>(0)?) {
            found.push(format!("entry {}: it has no revision", row.text(0)?));
        }
    }
    found.extend(compare_sums(tx, household, &sums)?);
    Ok(found)
}

/// Builds all entries and day sums of a household again from its revisions, in the place of what is kept; how many entries.
///
/// # Errors
/// What the database says, or a revision that does not read; then all stays as it was.
pub fn again(tx: &dyn Tx, household: HouseholdId) -> Result<usize, Fault> {
    tx.run("DELETE FROM day_sum WHERE household = $1", &[text(household)])?;
    tx.run("DELETE FROM entry WHERE household = $1", &[text(household)])?;
    let mut built = 0;
    for id in entries_of_revisions(tx, household)? {
        if let Some(made) = fold(&revision::of_entry(tx, household, id)?) {
            entry::replace(tx, household, &made)?;
            built += 1;
        }
    }
    Ok(built)
}

/// An entry at a time is read whole, never all of them: a household of many years needs no more memory than a new one.
fn entries_of_revisions(tx: &dyn Tx, household: HouseholdId) -> Result<Vec<EntryId>, Fault> {
    let sql = "SELECT DISTINCT entry FROM revision WHERE household = $1 ORDER BY entry";
    tx.rows(sql, &[text(household)])?.iter().map(|row| row.parsed(0)).collect()
}

/// Whether each revision is filed under what it says itself, and no number is beyond the household's.
fn revisions(tx: &dyn Tx, household: HouseholdId) -> Result<Vec<String>, Fault> {
    const AT_ONCE: i64 = 500;
    let last = household::seq(tx, household)?;
    let (mut found, mut seq) = (Vec::new(), i64::MIN);
    loop {
        let sql =
            "SELECT seq, id, entry, document FROM revision WHERE household = $1 AND seq > $2 ORDER BY seq LIMIT $3";
        let rows = tx.rows(sql, &[text(household), seq.into(), AT_ONCE.into()])?;
        let Some(end) = rows.last() else { break };
        seq = end.int(0)?;
        for row in &rows {
            found.extend(misfiled(row, last)?);
        }
    }
    Ok(found)
}

fn misfiled(row: &Row, last: i64) -> Result<Option<String>, Fault> {
    let id = row.text(1)?;
    let fault = match row.json::<Received>(3) {
        Err(why) => why.to_string(),
        Ok(Received { revision, .. }) if revision.id.to_string() != id => "its document has another id".to_owned(),
        Ok(Received { revision, .. }) if revision.entry.to_string() != row.text(2)? => {
            "its document is of another entry".to_owned()
        }
        Ok(_) if row.int(0)? > last => "its number is beyond the last of the household".to_owned(),
        Ok(_) => return Ok(None),
    };
    Ok(Some(format!("revision {id}: {fault}")))
}

/// The columns in which what is kept of an entry differs from what its revisions make.
fn compare(tx: &dyn Tx, household: HouseholdId, made: &Entry) -> Result<Option<String>, Fault> {
    let sql =
        "SELECT kind, subject, at_ms, day, binned, open, words, document FROM entry WHERE household = $1 AND id = $2";
    let Some(Row(kept)) = tx.first(sql, &[text(household), text(made.id)])? else {
        return Ok(Some(format!("entry {}: it is not kept", made.id)));
    };
    let columns = entry::columns(made)?;
    let other = COLUMNS.into_iter().zip(kept.iter().zip(&columns)).filter(|(_, (kept, made))| kept != made);
    let names: Vec<_> = other.map(|(name, _)| name).collect();
    Ok((!names.is_empty()).then(|| format!("entry {}: its revisions make another {}", made.id, names.join(", "))))
}

/// The sums that differ. A sum of nothing may be kept or not.
fn compare_sums(tx: &dyn Tx, household: HouseholdId, made: &Amounts) -> Result<Vec<String>, Fault> {
    let mut kept = BTreeMap::new();
    let sql = "SELECT subject, day, name, amount FROM day_sum WHERE household = $1";
    for row in tx.rows(sql, &[text(household)])? {
        kept.insert((row.text(0)?.to_owned(), row.text(1)?.to_owned(), row.text(2)?.to_owned()), row.int(3)?);
    }
    let made: BTreeMap<_, _> = made
        .iter()
        .map(|((subject, day, name), amount)| ((subject.clone(), day.clone(), (*name).to_owned()), *amount))
        .collect();
    let keys: BTreeSet<_> = kept.keys().chain(made.keys()).collect();
    let amount = |of: &BTreeMap<_, i64>, key| of.get(key).copied().unwrap_or(0);
    let differ = keys.into_iter().filter(|key| amount(&kept, key) != amount(&made, key));
    Ok(differ
        .map(|(subject, day, name)| format!("the sum {name} of {subject} on {day}: the entries make another"))
        .collect())
}
