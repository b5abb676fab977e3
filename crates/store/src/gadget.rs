//! Gadgets: a button or a scale that writes one kind and reads nothing. Each has a token; here is its hash.
//!
//! A gadget is a row of `session` without an account, so that no token of a gadget ever opens a page, and none of a browser writes as a gadget.

use care::record::id::{HouseholdId, PersonId};
use uuid::Uuid;

use crate::door::{Row, Tx, Value, text};
use crate::fault::Fault;
use crate::session::hash;

/// A gadget.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gadget {
    /// Its id, by which it is listed and revoked.
    pub id: Uuid,
    /// Where it writes.
    pub household: HouseholdId,
    /// The person of role device that it writes as; she says which kind.
    pub person: PersonId,
    /// What it is, in words.
    pub label: String,
    /// Since when.
    pub made_ms: i64,
    /// When it last wrote, to the hour.
    pub seen_ms: i64,
    /// Its token ends then.
    pub until_ms: i64,
}

/// Lets a gadget in.
///
/// # Errors
/// What the database says.
pub fn add(tx: &dyn Tx, token: &str, gadget: &Gadget) -> Result<(), Fault> {
    let sql = "INSERT INTO session (token_hash, id, household, person, label, made_ms, seen_ms, until_ms)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    tx.run(
        sql,
        &[
            Value::Bytes(hash(token)),
            text(gadget.id),
            text(gadget.household),
            text(gadget.person),
            gadget.label.as_str().into(),
            gadget.made_ms.into(),
            gadget.seen_ms.into(),
            gadget.until_ms.into(),
        ],
    )?;
    Ok(())
}

/// The gadget of a token, unless it has ended or its household waits to be deleted.
///
/// # Errors
/// What the database says.
pub fn of_token(tx: &dyn Tx, token: &str, now_ms: i64) -> Result<Option<Gadget>, Fault> {
    let sql = "SELECT id, household, person, label, made_ms, seen_ms, until_ms FROM session
         WHERE token_hash = $1 AND account IS NULL AND until_ms > $2
         AND household IN (SELECT id FROM household WHERE deleted_ms IS NULL)";
    tx.first(sql, &[Value::Bytes(hash(token)), now_ms.into()])?.as_ref().map(read).transpose()
}

/// All gadgets of a household, the oldest first.
///
/// # Errors
/// What the database says.
pub fn of_household(tx: &dyn Tx, household: HouseholdId) -> Result<Vec<Gadget>, Fault> {
    let sql = "SELECT id, household, person, label, made_ms, seen_ms, until_ms FROM session
         WHERE household = $1 AND account IS NULL ORDER BY made_ms, id";
    tx.rows(sql, &[text(household)])?.iter().map(read).collect()
}

/// Revokes the token of a gadget; whether there was one.
///
/// # Errors
/// What the database says.
pub fn revoke(tx: &dyn Tx, household: HouseholdId, id: Uuid) -> Result<bool, Fault> {
    let sql = "DELETE FROM session WHERE household = $1 AND id = $2 AND account IS NULL";
    Ok(tx.run(sql, &[text(household), text(id)])? == 1)
}

fn read(row: &Row) -> Result<Gadget, Fault> {
    Ok(Gadget {
        id: row.parsed(0)?,
        household: row.parsed(1)?,
        person: row.parsed(2)?,
        label: row.text(3)?.to_owned(),
        made_ms: row.int(4)?,
        seen_ms: row.int(5)?,
        until_ms: row.int(6)?,
    })
}
