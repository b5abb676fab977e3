//! The record: timers, last feeds, feeds logged twice, days, and what is known from it.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod day;
mod fold;
mod known;
mod overriding;
mod press;
mod scope;
mod since;
mod timer;
mod twice;
mod undo;
mod world;
