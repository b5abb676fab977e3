//! Households, their people and babies.

use care::record::household::{Baby, Household, Person};
use care::record::id::{HouseholdId, PersonId};
use care::record::settings::Settings;

use crate::account::AccountId;
use crate::door::{Tx, json, maybe, text};
use crate::fault::Fault;

/// Makes a household.
///
/// # Errors
/// What the database says.
pub fn add(tx: &dyn Tx, household: HouseholdId, settings: &Settings, now_ms: i64) -> Result<(), Fault> {
    let sql = "INSERT INTO household (id, settings, made_ms, seq) VALUES ($1, $2, $3, 0)";
    tx.run(sql, &[text(household), json(settings)?, now_ms.into()])?;
    Ok(())
}

/// How it counts and measures from now on.
///
/// # Errors
/// What the database says.
pub fn set_settings(tx: &dyn Tx, household: HouseholdId, settings: &Settings) -> Result<(), Fault> {
    next_seq(tx, household)?;
    tx.run("UPDATE household SET settings = $2 WHERE id = $1", &[text(household), json(settings)?])?;
    Ok(())
}

/// Adds a person, or changes her. `account`: who signs in as her; none leaves it as it is.
///
/// # Errors
/// What the database says.
pub fn put_person(
    tx: &dyn Tx,
    household: HouseholdId,
    person: &Person,
    account: Option<AccountId>,
) -> Result<(), Fault> {
    let seq = next_seq(tx, household)?;
    tx.run(
        "INSERT INTO person (household, id, account, document, seq) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (household, id) DO UPDATE SET document = excluded.document, seq = excluded.seq,
         account = COALESCE(excluded.account, person.account)",
        &[text(household), text(person.id), maybe(account), json(person)?, seq.into()],
    )?;
    Ok(())
}

/// Adds a baby, or changes it.
///
/// # Errors
/// What the database says.
pub fn put_baby(tx: &dyn Tx, household: HouseholdId, baby: &Baby) -> Result<(), Fault> {
    let seq = next_seq(tx, household)?;
    tx.run(
        "INSERT INTO baby (household, id, document, seq) VALUES ($1, $2, $3, $4)
         ON CONFLICT (household, id) DO UPDATE SET document = excluded.document, seq = excluded.seq",
        &[text(household), text(baby.id), json(baby)?, seq.into()],
    )?;
    Ok(())
}

/// A household with everybody in it; nothing when there is none of that id, or when it waits to be deleted.
///
/// # Errors
/// What the database says.
pub fn get(tx: &dyn Tx, id: HouseholdId) -> Result<Option<Household>, Fault> {
    let row = tx.first("SELECT settings FROM household WHERE id = $1 AND deleted_ms IS NULL", &[text(id)])?;
    let Some(row) = row else { return Ok(None) };
    let people = tx.rows("SELECT document FROM person WHERE household = $1 ORDER BY id", &[text(id)])?;
    let babies = tx.rows("SELECT document FROM baby WHERE household = $1 ORDER BY id", &[text(id)])?;
    Ok(Some(Household {
        id,
        settings: row.json(0)?,
        people: people.iter().map(|row| row.json(0)).collect::<Result<_, _>>()?,
        babies: babies.iter().map(|row| row.json(0)).collect::<Result<_, _>>()?,
    }))
}

/// The ids of all households that do not wait to be deleted.
///
/// # Errors
/// What the database says.
pub fn all(tx: &dyn Tx) -> Result<Vec<HouseholdId>, Fault> {
    let rows = tx.rows("SELECT id FROM household WHERE deleted_ms IS NULL ORDER BY id", &[])?;
    rows.iter().map(|row| row.parsed(0)).collect()
}

/// The number of the last change.
///
/// # Errors
/// What the database says.
pub fn seq(tx: &dyn Tx, household: HouseholdId) -> Result<i64, Fault> {
    let row = tx.first("SELECT seq FROM household WHERE id = $1", &[text(household)])?;
    row.map_or(Ok(0), |row| row.int(0))
}

/// Takes the next number.
///
/// # Errors
/// What the database says; an unknown household.
pub fn next_seq(tx: &dyn Tx, household: HouseholdId) -> Result<i64, Fault> {
    let row = tx.first("UPDATE household SET seq = seq + 1 WHERE id = $1 RETURNING seq", &[text(household)])?;
    row.map_or_else(|| Err(Fault::Other(format!("there is no household {household}"))), |row| row.int(0))
}

/// The households of an account, and who she is there: also where she was removed, which [`get`] tells; not those that wait to be deleted.
///
/// # Errors
/// What the database says.
pub fn of_account(tx: &dyn Tx, account: AccountId) -> Result<Vec<(HouseholdId, PersonId)>, Fault> {
    let sql = "SELECT household, id FROM person WHERE account = $1
         AND household IN (SELECT id FROM household WHERE deleted_ms IS NULL) ORDER BY household";
    tx.rows(sql, &[text(account)])?.iter().map(|row| Ok((row.parsed(0)?, row.parsed(1)?))).collect()
}
