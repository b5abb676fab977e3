//! Entries as they stand, and the sums of their days. Both follow from the revisions.

use std::collections::BTreeMap;

use care::record::body::{Body, Kind};
use care::record::entry::Entry;
use care::record::id::{EntryId, HouseholdId};
use care::record::sum::{self, Sum};

use crate::door::{Row, Tx, Value, json, text};
use crate::fault::Fault;

/// No amount counts for more than this in a sum (a million litres, 31,000 years): a slip of the finger is kept as typed, and the sums of the
/// day stay within what a database counts.
const LARGEST: i64 = 1_000_000_000_000;

/// What is kept beside the document of an entry, to find it by.
pub(crate) const COLUMNS: [&str; 8] = ["kind", "subject", "at_ms", "day", "binned", "open", "words", "document"];

/// Amounts by subject, local day and name.
pub(crate) type Amounts = BTreeMap<(String, String, &'static str), i64>;

/// Puts an entry in the place of what it was before, and corrects the sums of its days.
///
/// # Errors
/// What the database says.
pub fn replace(tx: &dyn Tx, household: HouseholdId, entry: &Entry) -> Result<(), Fault> {
    let mut changes = Amounts::new();
    if let Some(before) = get(tx, household, entry.id)? {
        count(&mut changes, &before, -1);
    }
    count(&mut changes, entry, 1);
    add(tx, household, &changes)?;
    let mut values = vec![text(household), text(entry.id)];
    values.extend(columns(entry)?);
    tx.run(
        "INSERT INTO entry (household, id, kind, subject, at_ms, day, binned, open, words, document)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
         ON CONFLICT (household, id) DO UPDATE SET kind = excluded.kind, subject = excluded.subject, at_ms = excluded.at_ms,
         day = excluded.day, binned = excluded.binned, open = excluded.open, words = excluded.words, document = excluded.document",
        &values,
    )?;
    Ok(())
}

/// What stands in [`COLUMNS`] for an entry.
pub(crate) fn columns(entry: &Entry) -> Result<[Value; 8], Fault> {
    Ok([
        entry.kind().name().into(),
        text(entry.content.subject.key()),
        entry.at.at_ms.into(),
        text(entry.at.day()),
        entry.binned.into(),
        is_open(entry).into(),
        text(words(entry)),
        json(entry)?,
    ])
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

/// What can be searched, in small letters: the note, and the name of a medicine. The databases differ in what is small; here it is said once.
fn words(entry: &Entry) -> String {
    let note = &entry.content.note;
    match &entry.content.body {
        Body::Medicine(medicine) => format!("{} {note}", medicine.name),
        _ => note.clone(),
    }
    .to_lowercase()
}

/// Counts what an entry adds to its day, so many times.
pub(crate) fn count(amounts: &mut Amounts, entry: &Entry, times: i64) {
    for (sum, amount) in sum::added_by(entry) {
        let key = (entry.content.subject.key(), entry.at.day().to_string(), sum.name());
        *amounts.entry(key).or_default() += times * amount.clamp(-LARGEST, LARGEST);
    }
}

/// Adds amounts to the sums of their days.
pub(crate) fn add(tx: &dyn Tx, household: HouseholdId, amounts: &Amounts) -> Result<(), Fault> {
    for ((subject, day, name), amount) in amounts.iter().filter(|(_, amount)| **amount != 0) {
        tx.run(
            "INSERT INTO day_sum (household, subject, day, name, amount) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (household, subject, day, name) DO UPDATE SET amount = day_sum.amount + excluded.amount",
            &[text(household), subject.as_str().into(), day.as_str().into(), (*name).into(), (*amount).into()],
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

pub(crate) fn read(rows: &[Row]) -> Result<Vec<Entry>, Fault> {
    rows.iter().map(|row| row.json(0)).collect()
}
