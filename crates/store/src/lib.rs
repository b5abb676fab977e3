//! Where the record is kept: every statement is written once, in the SQL that SQLite and PostgreSQL share, behind one door.
//!
//! Synchronous on purpose: a caller that must not wait gives the work to a thread of its own. A closure given to [`Store::write`] may run twice.

#![warn(missing_docs)]

pub mod access;
pub mod account;
pub mod backup;
mod connect;
pub mod deletion;
pub mod door;
pub mod entry;
pub mod fault;
pub mod find;
pub mod gadget;
pub mod household;
pub mod invitation;
mod migration;
pub mod overriding;
pub mod passkey;
pub mod rebuild;
pub mod revision;
pub mod rotation;
pub mod session;
mod sqlite;

pub use door::{Row, Tx, Value};
pub use fault::Fault;
pub use sqlite::{READERS, Store};

/// The name of the database in the data folder.
pub const FILE: &str = "milkway.db";
