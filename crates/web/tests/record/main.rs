//! The record behind its routes: each test asks the router, on a real store in a folder of its own.

#![expect(clippy::unwrap_used, reason = "what is not there fails the test that asks for it")]

mod alarms;
mod babies;
mod deletion;
mod entries;
mod gadgets;
mod invitations;
mod others;
mod overrides;
mod people;
mod privacy;
mod registration;
mod search;
mod secrets;
mod sessions;
mod settings;
mod town;
mod undo;
