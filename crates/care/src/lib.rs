//! Care over time: the record of a household, doses and their limits, who may enter a session and when. No clock, no chance, no store: the present comes in as an argument.

#![warn(missing_docs)]

pub mod dose;
pub mod record;
pub mod relief;
