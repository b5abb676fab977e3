//! Invitations into a household. The link is known to who was given it; here is the hash of its token. Each works once.

use care::record::body::Kind;
use care::record::id::HouseholdId;
use care::record::role::Role;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::door::{Row, Tx, Value, json, text};
use crate::fault::Fault;
use crate::session::hash;

/// What somebody becomes who takes the invitation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// What she may do.
    pub role: Role,
    /// What the others call her.
    pub name: String,
    /// Until when she may come in, milliseconds since 1970; none: until she is removed.
    #[serde(default)]
    pub until_ms: Option<i64>,
    /// The one kind that a device writes.
    #[serde(default)]
    pub writes: Option<Kind>,
}

/// An invitation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// Its id, by which it is listed and withdrawn.
    pub id: Uuid,
    /// Into which household.
    pub household: HouseholdId,
    /// As what.
    pub offer: Offer,
    /// The invitation itself ends then.
    pub until_ms: i64,
}

/// Adds an invitation.
///
/// # Errors
/// What the database says.
pub fn add(tx: &dyn Tx, token: &str, invitation: &Invitation) -> Result<(), Fault> {
    let sql = "INSERT INTO invitation (token_hash, id, household, document, until_ms) VALUES ($1, $2, $3, $4, $5)";
    let Invitation { id, household, offer, until_ms } = invitation;
    tx.run(sql, &[Value::Bytes(hash(token)), text(id), text(household), json(offer)?, (*until_ms).into()])?;
    Ok(())
}

/// The invitation of a token, unless it was used, is past, or its household waits to be deleted.
///
/// # Errors
/// What the database says.
pub fn of_token(tx: &dyn Tx, token: &str, now_ms: i64) -> Result<Option<Invitation>, Fault> {
    let sql = "SELECT id, household, document, until_ms FROM invitation
         WHERE token_hash = $1 AND used_ms IS NULL AND until_ms > $2
         AND household IN (SELECT id FROM household WHERE deleted_ms IS NULL)";
    tx.first(sql, &[Value::Bytes(hash(token)), now_ms.into()])?.as_ref().map(read).transpose()
}

/// Uses the invitation of a token up. Of two who come with the same token one gets it, the other nothing.
///
/// # Errors
/// What the database says.
pub fn take(tx: &dyn Tx, token: &str, now_ms: i64) -> Result<Option<Invitation>, Fault> {
    let sql = "UPDATE invitation SET used_ms = $2 WHERE token_hash = $1 AND used_ms IS NULL AND until_ms > $2
         AND household IN (SELECT id FROM household WHERE deleted_ms IS NULL)
         RETURNING id, household, document, until_ms";
    tx.first(sql, &[Value::Bytes(hash(token)), now_ms.into()])?.as_ref().map(read).transpose()
}

/// The invitations of a household that can still be used, the one that ends first first.
///
/// # Errors
/// What the database says.
pub fn of_household(tx: &dyn Tx, household: HouseholdId, now_ms: i64) -> Result<Vec<Invitation>, Fault> {
    let sql = "SELECT id, household, document, until_ms FROM invitation
         WHERE household = $1 AND used_ms IS NULL AND until_ms > $2 ORDER BY until_ms, id";
    tx.rows(sql, &[text(household), now_ms.into()])?.iter().map(read).collect()
}

/// Withdraws an invitation; whether there was one.
///
/// # Errors
/// What the database says.
pub fn withdraw(tx: &dyn Tx, household: HouseholdId, id: Uuid) -> Result<bool, Fault> {
    let sql = "DELETE FROM invitation WHERE household = $1 AND id = $2 AND used_ms IS NULL";
    Ok(tx.run(sql, &[text(household), text(id)])? == 1)
}

/// Forgets what was used or is past; how many.
///
/// # Errors
/// What the database says.
pub fn sweep(tx: &dyn Tx, now_ms: i64) -> Result<usize, Fault> {
    tx.run("DELETE FROM invitation WHERE used_ms IS NOT NULL OR until_ms <= $1", &[now_ms.into()])
}

fn read(row: &Row) -> Result<Invitation, Fault> {
    Ok(Invitation { id: row.parsed(0)?, household: row.parsed(1)?, offer: row.json(2)?, until_ms: row.int(3)? })
}
