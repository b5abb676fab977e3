//! The shipped rules as they run, against the plain reading and against what the specification promises.
//!
//! They live here because this is the lowest room that may use the shipped protocol.

mod agreement;
mod corners;
mod gate;
mod interview;
mod invariants;
mod numbers;
mod people;
mod raised;
mod specification;
mod stored_text;
