//! Who signs in.

use std::fmt;
use std::str::FromStr;

use uuid::Uuid;

use crate::door::{Tx, Value, text};
use crate::fault::Fault;

/// An account: somebody who signs in, whatever households she belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AccountId(pub Uuid);

impl fmt::Display for AccountId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
    }
}

impl FromStr for AccountId {
    type Err = uuid::Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self)
    }
}

/// Adds an account. `password` is its hash; `login` is compared letter by letter: who calls makes one of `Ana` and `ana`.
///
/// # Errors
/// [`Fault::Twice`] when the name is taken.
pub fn add(tx: &dyn Tx, id: AccountId, login: &str, password: &str, now_ms: i64) -> Result<(), Fault> {
    let sql = "INSERT INTO account (id, login, password, made_ms) VALUES ($1, $2, $3, $4)";
    tx.run(sql, &[text(id), login.into(), password.into(), now_ms.into()])?;
    Ok(())
}

/// The account of a name, with the hash of its password.
///
/// # Errors
/// What the database says.
pub fn named(tx: &dyn Tx, login: &str) -> Result<Option<(AccountId, String)>, Fault> {
    let row = tx.first("SELECT id, password FROM account WHERE login = $1", &[login.into()])?;
    row.map(|row| Ok((row.parsed(0)?, row.text(1)?.to_owned()))).transpose()
}

/// The name of an account.
///
/// # Errors
/// What the database says.
pub fn login(tx: &dyn Tx, id: AccountId) -> Result<Option<String>, Fault> {
    let row = tx.first("SELECT login FROM account WHERE id = $1", &[text(id)])?;
    row.map(|row| row.text(0).map(str::to_owned)).transpose()
}

/// A new password. The sessions of others that were opened with the old one are ended by [`session::end_all`](crate::session::end_all).
///
/// # Errors
/// What the database says.
pub fn set_password(tx: &dyn Tx, id: AccountId, password: &str) -> Result<(), Fault> {
    tx.run("UPDATE account SET password = $2 WHERE id = $1", &[text(id), password.into()])?;
    Ok(())
}

/// Whether anybody has an account: the first owner of a server proves it with the code that was printed at start.
///
/// # Errors
/// What the database says.
pub fn any(tx: &dyn Tx) -> Result<bool, Fault> {
    Ok(tx.first("SELECT 1 FROM account LIMIT 1", &[])?.is_some())
}

/// Deletes an account with its sessions, passkeys and recovery codes; what its people logged stays with their households. Whether there was one.
///
/// # Errors
/// What the database says.
pub fn remove(tx: &dyn Tx, id: AccountId) -> Result<bool, Fault> {
    tx.run("UPDATE person SET account = NULL WHERE account = $1", &[text(id)])?;
    Ok(tx.run("DELETE FROM account WHERE id = $1", &[text(id)])? == 1)
}

/// New recovery codes, by their hashes; the old ones are gone.
///
/// # Errors
/// What the database says.
pub fn set_recovery(tx: &dyn Tx, id: AccountId, code_hashes: &[Vec<u8>]) -> Result<(), Fault> {
    tx.run("DELETE FROM recovery WHERE account = $1", &[text(id)])?;
    for hash in code_hashes {
        let sql = "INSERT INTO recovery (account, code_hash) VALUES ($1, $2)";
        tx.run(sql, &[text(id), Value::Bytes(hash.clone())])?;
    }
    Ok(())
}

/// Uses a recovery code up; whether it was there and unused.
///
/// # Errors
/// What the database says.
pub fn use_recovery(tx: &dyn Tx, id: AccountId, code_hash: &[u8], now_ms: i64) -> Result<bool, Fault> {
    let sql = "UPDATE recovery SET used_ms = $3 WHERE account = $1 AND code_hash = $2 AND used_ms IS NULL";
    Ok(tx.run(sql, &[text(id), Value::Bytes(code_hash.to_vec()), now_ms.into()])? == 1)
}
