//! The record of a household, out and in.
//!
//! *JSON lines* hold it whole and exact: what is written by [`export`] and read by [`import`] is written again byte for byte. *Tables* are for
//! spreadsheets and people, and are never read back. An import only adds revisions; [`undo`] takes it back by adding more.

pub mod export;
pub mod import;
pub mod invented;
pub mod plan;
pub mod table;
pub mod undo;

mod cell;
mod column;
mod exact;
