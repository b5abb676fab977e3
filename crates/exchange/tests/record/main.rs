//! The record of a household, out and in.

mod drawn;
mod hostile;
mod invented;
mod present;
mod round_trip;
mod table;
mod undo;
