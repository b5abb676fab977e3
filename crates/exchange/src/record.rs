//! The record of a household, out and in.
//!
//! *JSON lines* hold it whole and exact: *Tables* are for
//! spreadsheets and people, and are never read back.

pub mod export;
pub mod invented;
pub mod table;

mod cell;
mod column;
