//! Taking revisions in, and giving out what a phone has not seen.

use care::record::body::Kind;
use care::record::id::{EntryId, HouseholdId, RevisionId};
use care::record::revision::{Received, fold};

use crate::door::{Row, Tx, Value, json, text};
use crate::fault::Fault;
use crate::{entry, household};

/// What became of a revision that was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    /// It is kept now.
    New,
    /// It was here already: sending twice is no fault.
    Known,
}

/// A revision with its number in the household's changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Numbered {
    /// Its number.
    pub seq: i64,
    /// The revision.
    pub received: Received,
}

/// Keeps a revision and builds its entry and the sums of its days again, all in this transaction.
///
/// # Errors
/// What the database says.
pub fn put(tx: &dyn Tx, household: HouseholdId, received: &Received, now_ms: i64) -> Result<Taken, Fault> {
    let id = received.revision.id;
    if is_known(tx, household, id)? {
        return Ok(Taken::Known);
    }
    let seq = household::next_seq(tx, household)?;
    tx.run(
        "INSERT INTO revision (household, id, entry, seq, received_ms, document) VALUES ($1, $2, $3, $4, $5, $6)",
        &[text(household), text(id), text(received.revision.entry), seq.into(), now_ms.into(), json(received)?],
    )?;
    if let Some(folded) = fold(&of_entry(tx, household, received.revision.entry)?) {
        entry::replace(tx, household, &folded)?;
    }
    Ok(Taken::New)
}

fn is_known(tx: &dyn Tx, household: HouseholdId, id: RevisionId) -> Result<bool, Fault> {
    let known = tx.first("SELECT 1 FROM revision WHERE household = $1 AND id = $2", &[text(household), text(id)])?;
    Ok(known.is_some())
}

/// All revisions of an entry, in the order in which they came.
///
/// # Errors
/// What the database says.
pub fn of_entry(tx: &dyn Tx, household: HouseholdId, entry: EntryId) -> Result<Vec<Received>, Fault> {
    let sql = "SELECT document FROM revision WHERE household = $1 AND entry = $2 ORDER BY seq";
    tx.rows(sql, &[text(household), text(entry)])?.iter().map(|row| row.json(0)).collect()
}

/// What came after change number `seq`, at most `limit` of it.
///
/// # Errors
/// What the database says.
pub fn after(tx: &dyn Tx, household: HouseholdId, seq: i64, limit: i64) -> Result<Vec<Numbered>, Fault> {
    let sql = "SELECT seq, document FROM revision WHERE household = $1 AND seq > $2 ORDER BY seq LIMIT $3";
    numbered(&tx.rows(sql, &[text(household), Value::Int(seq), Value::Int(limit)])?)
}

/// What a phone begins with, and hears again when it may see other things than before.
///
/// All changes of entries from an instant on, and of those kinds that reach further back (`further`: from when on each). After change number
/// `seq`, at most `limit`.
///
/// # Errors
/// What the database says.
pub fn lately(
    tx: &dyn Tx,
    household: HouseholdId,
    from_ms: i64,
    further: &[(Kind, i64)],
    seq: i64,
    limit: i64,
) -> Result<Vec<Numbered>, Fault> {
    let mut values = vec![text(household), seq.into(), from_ms.into(), limit.into()];
    let mut which = "e.at_ms >= $3".to_owned();
    for (kind, from_ms) in further {
        values.extend([kind.name().into(), (*from_ms).into()]);
        let last = values.len();
        which.push_str(&format!(" OR (e.kind = ${} AND e.at_ms >= ${last})", last - 1));
    }
    let sql = format!(
        "SELECT r.seq, r.document FROM revision r
         JOIN entry e ON e.household = r.household AND e.id = r.entry
         WHERE r.household = $1 AND r.seq > $2 AND ({which}) ORDER BY r.seq LIMIT $4"
    );
    numbered(&tx.rows(&sql, &values)?)
}

fn numbered(rows: &[Row]) -> Result<Vec<Numbered>, Fault> {
    rows.iter().map(|row| Ok(Numbered { seq: row.int(0)?, received: row.json(1)? })).collect()
}
