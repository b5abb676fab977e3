//! Entries as they stand, and the sums of their days. Both follow from the revisions.

use std::collections::BTreeMap;

use care::record::body::{Body, Kind};
use care::record::entry::Entry;
use care::record::id::{EntryId, HouseholdId};
use care::record::sum::{self, Sum};

use crate::door::{Row, Tx, json, text};
use crate::fault::Fault;

/// Puts an entry in the place of what it was before, and corrects the sums of its days.
///
/// # Errors
/// What the database says.
pub fn replace(tx: &dyn Tx, household: HouseholdId, entry: &Entry) -> Result<(), Fault> {
    if let Some(before) = get(tx, household, entry.id)? {
        add(tx, household, &before, -1)?;
    }
    add(tx, household, entry, 1)?;
    tx.run(
        "INSERT INTO entry (household, id, kind, subject, at_ms, day, binned, open, document) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         ON CONFLICT (household, id) DO UPDATE SET kind = excluded.kind, subject = excluded.subject, at_ms = excluded.at_ms,
         day = excluded.day, binned = excluded.binned, open = excluded.open, document = excluded.document",
        &[
            text(household),
            text(entry.id),
            entry.kind().name().into(),
            text(entry.content.subject.key()),
            entry.at.at_ms.into(),
            text(entry.at.day()),
            entry.binned.into(),
            is_open(entry).into(),
            json(entry)?,
        ],
    )?;
    Ok(())
}

/// Whether it runs or is paused.
fn is_open(entry: &Entry) -> bool {
    !entry.binned
        && match &entry.content.body {
            Body::Feed(feed) => feed.timed.open,
            Body::Pump(pump) => pump.timed.open,
            Body::Sleep(sleep) => sleep.open,
            _ => false,
        }
}

fn add(tx: &dyn Tx, household: HouseholdId, entry: &Entry, times: i64) -> Result<(), Fault> {
    for (sum, amount) in sum::added_by(entry) {
        tx.run(
            "INSERT INTO day_sum (household, subject, day, name, amount) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (household, subject, day, name) DO UPDATE SET amount = day_sum.amount + excluded.amount",
            &[
                text(household),
                text(entry.content.subject.key()),
                text(entry.at.day()),
                sum.name().into(),
                (amount * times).into(),
            ],
        )?;
    }
    Ok(())
}

/// One entry, also from the bin.
///
/// # Errors
/// What the database says.
pub fn get(tx: &dyn Tx, household: HouseholdId, id: EntryId) -> Result<Option<Entry>, Fault> {
    let sql = "SELECT document FROM entry WHERE household = $1 AND id = $2";
    tx.first(sql, &[text(household), text(id)])?.map(|row| row.json(0)).transpose()
}

/// All entries of a local day, newest first.
///
/// # Errors
/// What the database says.
pub fn of_day(tx: &dyn Tx, household: HouseholdId, day: &str) -> Result<Vec<Entry>, Fault> {
    let sql =
        "SELECT document FROM entry WHERE household = $1 AND day = $2 AND binned = FALSE ORDER BY at_ms DESC, id DESC";
    read(&tx.rows(sql, &[text(household), day.into()])?)
}

/// What runs or is paused, newest first.
///
/// # Errors
/// What the database says.
pub fn open(tx: &dyn Tx, household: HouseholdId) -> Result<Vec<Entry>, Fault> {
    let sql = "SELECT document FROM entry WHERE household = $1 AND open = TRUE ORDER BY at_ms DESC, id DESC LIMIT 50";
    read(&tx.rows(sql, &[text(household)])?)
}

/// The newest entries before an instant, newest first; of one kind, or of all.
///
/// # Errors
/// What the database says.
pub fn before(
    tx: &dyn Tx,
    household: HouseholdId,
    kind: Option<Kind>,
    before_ms: i64,
    limit: i64,
) -> Result<Vec<Entry>, Fault> {
    let rows = if let Some(kind) = kind {
        tx.rows(
            "SELECT document FROM entry WHERE household = $1 AND binned = FALSE AND kind = $2 AND at_ms < $3 ORDER BY at_ms DESC, id DESC LIMIT $4",
            &[text(household), kind.name().into(), before_ms.into(), limit.into()],
        )?
    } else {
        tx.rows(
            "SELECT document FROM entry WHERE household = $1 AND binned = FALSE AND at_ms < $2 ORDER BY at_ms DESC, id DESC LIMIT $3",
            &[text(household), before_ms.into(), limit.into()],
        )?
    };
    read(&rows)
}

/// What is in the bin, newest first.
///
/// # Errors
/// What the database says.
pub fn binned(tx: &dyn Tx, household: HouseholdId, limit: i64) -> Result<Vec<Entry>, Fault> {
    let sql = "SELECT document FROM entry WHERE household = $1 AND binned = TRUE ORDER BY at_ms DESC, id DESC LIMIT $2";
    read(&tx.rows(sql, &[text(household), limit.into()])?)
}

/// Sums of a subject from one local day to another, both counted in, by day.
///
/// # Errors
/// What the database says.
pub fn sums(
    tx: &dyn Tx,
    household: HouseholdId,
    subject: &str,
    from_day: &str,
    to_day: &str,
) -> Result<BTreeMap<(String, Sum), i64>, Fault> {
    let sql = "SELECT day, name, amount FROM day_sum WHERE household = $1 AND subject = $2 AND day >= $3 AND day <= $4";
    let rows = tx.rows(sql, &[text(household), subject.into(), from_day.into(), to_day.into()])?;
    let mut found = BTreeMap::new();
    for row in &rows {
        let name = row.text(1)?;
        let Some(sum) = Sum::ALL.into_iter().find(|sum| sum.name() == name) else { continue };
        found.insert((row.text(0)?.to_owned(), sum), row.int(2)?);
    }
    Ok(found)
}

fn read(rows: &[Row]) -> Result<Vec<Entry>, Fault> {
    rows.iter().map(|row| row.json(0)).collect()
}
