//! A household that is deleted waits for seven days; then all of it is gone, also what is asked for.

use care::record::id::{HouseholdId, PersonId};

use crate::account::AccountId;
use crate::door::{Tx, text};
use crate::fault::Fault;

/// So long the deletion of a household can be taken back: seven days.
pub const WAITS_MS: i64 = 7 * 24 * 3_600_000;

/// A household that waits to be deleted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waiting {
    /// Which.
    pub household: HouseholdId,
    /// Who she is there.
    pub person: PersonId,
    /// Since when.
    pub deleted_ms: i64,
}

/// Hides a household from now on; whether there was one that was not hidden. What its phones still send is kept meanwhile.
///
/// # Errors
/// What the database says.
pub fn mark(tx: &dyn Tx, household: HouseholdId, now_ms: i64) -> Result<bool, Fault> {
    let sql = "UPDATE household SET deleted_ms = $2 WHERE id = $1 AND deleted_ms IS NULL";
    Ok(tx.run(sql, &[text(household), now_ms.into()])? == 1)
}

/// Takes a deletion back; whether it was in time.
///
/// # Errors
/// What the database says.
pub fn take_back(tx: &dyn Tx, household: HouseholdId, now_ms: i64) -> Result<bool, Fault> {
    let sql = "UPDATE household SET deleted_ms = NULL WHERE id = $1 AND deleted_ms > $2";
    Ok(tx.run(sql, &[text(household), now_ms.saturating_sub(WAITS_MS).into()])? == 1)
}

/// The households of an account that wait to be deleted, the last deleted first.
///
/// # Errors
/// What the database says.
pub fn of_account(tx: &dyn Tx, account: AccountId) -> Result<Vec<Waiting>, Fault> {
    let sql = "SELECT household.id, person.id, household.deleted_ms FROM person JOIN household ON household.id = person.household
         WHERE person.account = $1 AND household.deleted_ms IS NOT NULL ORDER BY household.deleted_ms DESC, household.id";
    let rows = tx.rows(sql, &[text(account)])?;
    let read =
        |row: &crate::Row| Ok(Waiting { household: row.parsed(0)?, person: row.parsed(1)?, deleted_ms: row.int(2)? });
    rows.iter().map(read).collect()
}

/// Deletes what has waited long enough, with everything in it; how many households. Accounts stay and stay signed in: they belong to
/// people, who may have other households.
///
/// # Errors
/// What the database says.
pub fn purge(tx: &dyn Tx, now_ms: i64) -> Result<usize, Fault> {
    let until = [now_ms.saturating_sub(WAITS_MS).into()];
    tx.run(
        "UPDATE session SET household = NULL, person = NULL WHERE account IS NOT NULL
         AND household IN (SELECT id FROM household WHERE deleted_ms <= $1)",
        &until,
    )?;
    tx.run("DELETE FROM household WHERE deleted_ms <= $1", &until)
}
