//! What holds of a protocol for everybody: every input there is, silence and "not sure" too.
//!
//! Two engines read the model, each in its own way: a decision diagram, and a solver. A statement holds when both find nobody against it.

pub mod claim;
pub mod diagram;
pub mod difference;
pub mod drawn;
pub mod fingerprint;
pub mod illustrated;
pub mod interview;
pub mod numbers;
pub mod outcome;
pub mod path;
pub mod proof;
pub mod questions;
pub mod reading;
pub mod record;
pub mod report;
pub mod scale;
pub mod solved;
pub mod space;
pub mod statement;
mod tested;
mod witness;
