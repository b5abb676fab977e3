//! Passkeys: a key of an account that a phone or a browser holds. Here is its public half; what stands in it the web reads.

use uuid::Uuid;

use crate::account::AccountId;
use crate::door::{Row, Tx, Value, text};
use crate::fault::Fault;

/// A passkey of an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passkey {
    /// Its id, by which it is listed and removed.
    pub id: Uuid,
    /// Whom it signs in.
    pub account: AccountId,
    /// The id that browsers know it by; no two passkeys have the same.
    pub credential: Vec<u8>,
    /// What she calls it.
    pub name: String,
    /// Its public key, how often it was used and whether it is backed up, as JSON.
    pub document: String,
    /// Since when.
    pub made_ms: i64,
    /// When it last signed in; none: never yet.
    pub used_ms: Option<i64>,
}

/// Adds one.
///
/// # Errors
/// [`Fault::Twice`] when its credential is known.
pub fn add(tx: &dyn Tx, passkey: &Passkey) -> Result<(), Fault> {
    let sql = "INSERT INTO passkey (account, id, credential, name, document, made_ms, used_ms)
         VALUES ($1, $2, $3, $4, $5, $6, $7)";
    tx.run(
        sql,
        &[
            text(passkey.account),
            text(passkey.id),
            Value::Bytes(passkey.credential.clone()),
            passkey.name.as_str().into(),
            passkey.document.as_str().into(),
            passkey.made_ms.into(),
            passkey.used_ms.into(),
        ],
    )?;
    Ok(())
}

/// The passkeys of an account, the oldest first.
///
/// # Errors
/// What the database says.
pub fn of_account(tx: &dyn Tx, account: AccountId) -> Result<Vec<Passkey>, Fault> {
    let sql = "SELECT account, id, credential, name, document, made_ms, used_ms FROM passkey
         WHERE account = $1 ORDER BY made_ms, id";
    tx.rows(sql, &[text(account)])?.iter().map(read).collect()
}

/// The passkey of a credential, with the name that its account signs in with.
///
/// # Errors
/// What the database says.
pub fn of_credential(tx: &dyn Tx, credential: &[u8]) -> Result<Option<(Passkey, String)>, Fault> {
    let sql = "SELECT passkey.account, passkey.id, credential, name, document, passkey.made_ms, used_ms, login
         FROM passkey JOIN account ON account.id = passkey.account WHERE credential = $1";
    let row = tx.first(sql, &[Value::Bytes(credential.to_vec())])?;
    row.map(|row| Ok((read(&row)?, row.text(7)?.to_owned()))).transpose()
}

/// Notes that it signed in, with what it said of itself; whether it is still there.
///
/// # Errors
/// What the database says.
pub fn used(tx: &dyn Tx, account: AccountId, id: Uuid, document: &str, now_ms: i64) -> Result<bool, Fault> {
    let sql = "UPDATE passkey SET document = $3, used_ms = $4 WHERE account = $1 AND id = $2";
    Ok(tx.run(sql, &[text(account), text(id), document.into(), now_ms.into()])? == 1)
}

/// Removes one of an account; whether there was one.
///
/// # Errors
/// What the database says.
pub fn remove(tx: &dyn Tx, account: AccountId, id: Uuid) -> Result<bool, Fault> {
    Ok(tx.run("DELETE FROM passkey WHERE account = $1 AND id = $2", &[text(account), text(id)])? == 1)
}

fn read(row: &Row) -> Result<Passkey, Fault> {
    Ok(Passkey {
        account: row.parsed(0)?,
        id: row.parsed(1)?,
        credential: row.bytes(2)?.to_vec(),
        name: row.text(3)?.to_owned(),
        document: row.text(4)?.to_owned(),
        made_ms: row.int(5)?,
        used_ms: row.maybe_int(6)?,
    })
}
