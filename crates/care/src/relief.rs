//! Relief sessions: who may enter one, how often, and when to stop.

mod allowance;
mod door;
mod stop;

pub use allowance::{Allowance, Done, allowance, rest_s};
pub use door::{Door, Line, Pass, Visit, Why, door};
pub use stop::{Score, scored};

/// A second count since 1970, UTC. Spans between two are real spans: a changed clock or a flight cannot shorten them.
pub type InstantS = i64;
