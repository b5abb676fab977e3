//! The record: timers, last feeds, feeds logged twice, days, and what is known from it.

mod known;
mod press;
mod since;
mod timer;
mod twice;
mod undo;
mod world;
