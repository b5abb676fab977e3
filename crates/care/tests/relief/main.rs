//! Who may enter a session: the whole table of gates, exclusions and answers; the plan for the others; rest and number; the stop rule.

mod allowance;
mod door;
mod gate_table;
mod house;
mod mutants;
mod stop;
