//! What clinicians have set for a parent: kept for ever, with who and when, also after it was withdrawn.

use care::record::id::{HouseholdId, PersonId};
use care::record::overriding::Override;
use uuid::Uuid;

use crate::door::{Row, Tx, json, text};
use crate::fault::Fault;

/// No list is longer.
const LONGEST: i64 = 500;
/// What stands is at most one of each kind, rule and level of a clinician: nobody reaches this.
const STANDING: i64 = 10_000;

/// Writes down what was set.
///
/// # Errors
/// What the database says.
pub fn add(tx: &dyn Tx, household: HouseholdId, set: &Override) -> Result<(), Fault> {
    let sql = "INSERT INTO override (household, id, person, made_ms, document) VALUES ($1, $2, $3, $4, $5)";
    tx.run(sql, &[text(household), text(set.id), text(set.of), set.made_ms.into(), json(set)?])?;
    Ok(())
}

/// All that was ever set for a person, the newest first.
///
/// # Errors
/// What the database says.
pub fn of_person(tx: &dyn Tx, household: HouseholdId, person: PersonId) -> Result<Vec<Override>, Fault> {
    let sql = "SELECT document, ended_ms, ended_by FROM override WHERE household = $1 AND person = $2
         ORDER BY made_ms DESC, id DESC LIMIT $3";
    tx.rows(sql, &[text(household), text(person), LONGEST.into()])?.iter().map(read).collect()
}

/// What was set for a person and was not withdrawn, the newest first.
///
/// # Errors
/// What the database says.
pub fn standing(tx: &dyn Tx, household: HouseholdId, person: PersonId) -> Result<Vec<Override>, Fault> {
    let sql =
        "SELECT document, ended_ms, ended_by FROM override WHERE household = $1 AND person = $2 AND ended_ms IS NULL
         ORDER BY made_ms DESC, id DESC LIMIT $3";
    tx.rows(sql, &[text(household), text(person), STANDING.into()])?.iter().map(read).collect()
}

/// One of them.
///
/// # Errors
/// What the database says.
pub fn get(tx: &dyn Tx, household: HouseholdId, id: Uuid) -> Result<Option<Override>, Fault> {
    let sql = "SELECT document, ended_ms, ended_by FROM override WHERE household = $1 AND id = $2";
    tx.first(sql, &[text(household), text(id)])?.as_ref().map(read).transpose()
}

/// Withdraws it; whether it stood.
///
/// # Errors
/// What the database says.
pub fn end(tx: &dyn Tx, household: HouseholdId, id: Uuid, by: PersonId, now_ms: i64) -> Result<bool, Fault> {
    let sql = "UPDATE override SET ended_ms = $4, ended_by = $3 WHERE household = $1 AND id = $2 AND ended_ms IS NULL";
    Ok(tx.run(sql, &[text(household), text(id), text(by), now_ms.into()])? == 1)
}

fn read(row: &Row) -> Result<Override, Fault> {
    let set: Override = row.json(0)?;
    let ended = match row.maybe_int(1)? {
        Some(ended_ms) => Some((ended_ms, row.parsed(2)?)),
        None => None,
    };
    Ok(Override { ended, ..set })
}
