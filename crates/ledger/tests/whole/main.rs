//! The ledger that ships, with the places where guidance disagrees: what its data owes to the papers, and what is due on a day.

mod disagreements;
mod house;
mod names;
mod rests;
mod upkeep;
mod verdicts;
