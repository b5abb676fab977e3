//! The record of a household, out.

mod drawn;
mod invented;
mod table;
