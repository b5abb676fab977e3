//! The record: timers, last feeds, feeds logged twice, days, and what is known from it.

mod day;
mod fold;
mod known;
mod since;
mod timer;
mod twice;
mod world;
