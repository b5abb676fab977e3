//! Who read what of hers that is private. A row for each reader, kind and hour: enough to know, bounded whatever is read.

use care::record::body::Kind;
use care::record::id::{HouseholdId, PersonId};

use crate::door::{Row, Tx, text};
use crate::fault::Fault;

/// An hour in milliseconds.
const HOUR_MS: i64 = 3_600_000;
/// No list is longer.
const LONGEST: i64 = 1_000;

/// Somebody read something in an hour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Access {
    /// The hour, by its beginning.
    pub hour_ms: i64,
    /// Who read.
    pub reader: PersonId,
    /// What kind of entries.
    pub kind: Kind,
}

/// Notes that `reader` read entries of a kind that are `owner`'s own. Twice in an hour is noted once.
///
/// # Errors
/// What the database says.
pub fn note(
    tx: &dyn Tx,
    household: HouseholdId,
    owner: PersonId,
    reader: PersonId,
    kind: Kind,
    now_ms: i64,
) -> Result<(), Fault> {
    let sql = "INSERT INTO access (household, owner, hour_ms, reader, kind) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING";
    let hour_ms = now_ms.div_euclid(HOUR_MS).saturating_mul(HOUR_MS);
    tx.run(sql, &[text(household), text(owner), hour_ms.into(), text(reader), kind.name().into()])?;
    Ok(())
}

/// Who read what of `owner`, newest first.
///
/// # Errors
/// What the database says.
pub fn of_owner(tx: &dyn Tx, household: HouseholdId, owner: PersonId, limit: i64) -> Result<Vec<Access>, Fault> {
    let sql = "SELECT hour_ms, reader, kind FROM access WHERE household = $1 AND owner = $2
         ORDER BY hour_ms DESC, reader DESC, kind DESC LIMIT $3";
    let rows = tx.rows(sql, &[text(household), text(owner), limit.clamp(0, LONGEST).into()])?;
    rows.iter().map(read).collect()
}

fn read(row: &Row) -> Result<Access, Fault> {
    let kind = Kind::named(row.text(2)?).ok_or_else(|| Fault::Other("column 2 is no kind".to_owned()))?;
    Ok(Access { hour_ms: row.int(0)?, reader: row.parsed(1)?, kind })
}
