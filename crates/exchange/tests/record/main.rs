//! The record of a household, out.

mod drawn;
mod table;
