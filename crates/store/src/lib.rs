//! Where the record is kept: every statement is written once, in the SQL that SQLite and PostgreSQL share, behind one door.
//!
//! Synchronous on purpose: a caller that must not wait gives the work to a thread of its own. A closure given to [`Store::write`] may run twice.

#![warn(missing_docs)]

pub mod account;
pub mod door;
pub mod entry;
pub mod fault;
pub mod household;
mod migration;
pub mod revision;
pub mod session;
mod sqlite;

pub use door::{Row, Tx, Value};
pub use fault::Fault;
pub use sqlite::Store;
