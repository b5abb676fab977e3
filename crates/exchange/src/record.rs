//! The record of a household, out.
//!
//! *JSON lines* hold it whole and exact. *Tables* are for spreadsheets and people, and are never read back.

pub mod export;
pub mod table;

mod cell;
mod column;
