//! Browsers that are signed in. The token is known to the browser alone; here is its hash.

use care::record::id::{HouseholdId, PersonId};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::account::AccountId;
use crate::door::{Row, Tx, Value, maybe, text};
use crate::fault::Fault;

/// A session of a browser.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Its id, by which it is listed and ended.
    pub id: Uuid,
    /// Who signed in.
    pub account: AccountId,
    /// The household that is open in it, and who she is there.
    pub within: Option<(HouseholdId, PersonId)>,
    /// What kind of browser, in words.
    pub label: String,
    /// Since when.
    pub made_ms: i64,
    /// When it was last used, to the hour.
    pub seen_ms: i64,
    /// It ends then.
    pub until_ms: i64,
}

/// How a token is kept.
#[must_use]
pub fn hash(token: &str) -> Vec<u8> {
    Sha256::digest(token.as_bytes()).to_vec()
}

/// Begins a session.
///
/// # Errors
/// What the database says.
pub fn add(tx: &dyn Tx, token: &str, session: &Session) -> Result<(), Fault> {
    let sql = "INSERT INTO session (token_hash, id, account, household, person, label, made_ms, seen_ms, until_ms)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    let (household, person) = session.within.unzip();
    tx.run(
        sql,
        &[
            Value::Bytes(hash(token)),
            text(session.id),
            text(session.account),
            maybe(household),
            maybe(person),
            session.label.as_str().into(),
            session.made_ms.into(),
            session.seen_ms.into(),
            session.until_ms.into(),
        ],
    )?;
    Ok(())
}

/// The session of a token, unless it has ended. The token of a [gadget](crate::gadget) has none.
///
/// # Errors
/// What the database says.
pub fn of_token(tx: &dyn Tx, token: &str, now_ms: i64) -> Result<Option<Session>, Fault> {
    let sql = "SELECT id, account, household, person, label, made_ms, seen_ms, until_ms FROM session
         WHERE token_hash = $1 AND account IS NOT NULL AND until_ms > $2";
    tx.first(sql, &[Value::Bytes(hash(token)), now_ms.into()])?.as_ref().map(read).transpose()
}

/// All sessions of an account, the last used first.
///
/// # Errors
/// What the database says.
pub fn of_account(tx: &dyn Tx, account: AccountId, now_ms: i64) -> Result<Vec<Session>, Fault> {
    let sql = "SELECT id, account, household, person, label, made_ms, seen_ms, until_ms FROM session
         WHERE account = $1 AND until_ms > $2 ORDER BY seen_ms DESC, id";
    tx.rows(sql, &[text(account), now_ms.into()])?.iter().map(read).collect()
}

/// Ends a session of an account.
///
/// # Errors
/// What the database says.
pub fn end(tx: &dyn Tx, account: AccountId, id: Uuid) -> Result<bool, Fault> {
    Ok(tx.run("DELETE FROM session WHERE account = $1 AND id = $2", &[text(account), text(id)])? == 1)
}

/// Ends all sessions of an account but the one that asks for it, if any; how many.
///
/// # Errors
/// What the database says.
pub fn end_all(tx: &dyn Tx, account: AccountId, but: Option<Uuid>) -> Result<usize, Fault> {
    let sql = "DELETE FROM session WHERE account = $1 AND id <> $2";
    tx.run(sql, &[text(account), but.map_or_else(|| "".into(), text)])
}

/// Ends all sessions and tokens of a person in a household; how many. Her account stays signed in elsewhere.
///
/// # Errors
/// What the database says.
pub fn end_of_person(tx: &dyn Tx, household: HouseholdId, person: PersonId) -> Result<usize, Fault> {
    tx.run("DELETE FROM session WHERE household = $1 AND person = $2", &[text(household), text(person)])
}

/// Opens a household in a session, or none.
///
/// # Errors
/// What the database says.
pub fn set_within(tx: &dyn Tx, id: Uuid, within: Option<(HouseholdId, PersonId)>) -> Result<(), Fault> {
    let (household, person) = within.unzip();
    let sql = "UPDATE session SET household = $2, person = $3 WHERE id = $1 AND account IS NOT NULL";
    tx.run(sql, &[text(id), maybe(household), maybe(person)])?;
    Ok(())
}

/// Forgets what has ended; how many.
///
/// # Errors
/// What the database says.
pub fn sweep(tx: &dyn Tx, now_ms: i64) -> Result<usize, Fault> {
    tx.run("DELETE FROM session WHERE until_ms <= $1", &[now_ms.into()])
}

/// Notes that it was used, and moves its end.
///
/// # Errors
/// What the database says.
pub fn seen(tx: &dyn Tx, id: Uuid, seen_ms: i64, until_ms: i64) -> Result<(), Fault> {
    let sql = "UPDATE session SET seen_ms = $2, until_ms = $3 WHERE id = $1";
    tx.run(sql, &[text(id), seen_ms.into(), until_ms.into()])?;
    Ok(())
}

fn read(row: &Row) -> Result<Session, Fault> {
    let within = match row.maybe_text(2)? {
        Some(_) => Some((row.parsed(2)?, row.parsed(3)?)),
        None => None,
    };
    Ok(Session {
        id: row.parsed(0)?,
        account: row.parsed(1)?,
        within,
        label: row.text(4)?.to_owned(),
        made_ms: row.int(5)?,
        seen_ms: row.int(6)?,
        until_ms: row.int(7)?,
    })
}
