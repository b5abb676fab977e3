//! The record behind its routes: each test asks the router, on a real store in a folder of its own.

#![expect(clippy::unwrap_used, reason = "what is not there fails the test that asks for it")]

mod alarms;
mod babies;
mod deletion;
mod entries;
mod for_her;
mod gadgets;
mod invitations;
#[cfg(feature = "passkeys")]
mod key;
mod others;
mod overrides;
#[cfg(feature = "passkeys")]
mod passkeys;
mod people;
mod privacy;
mod registration;
mod search;
mod secrets;
mod sessions;
mod settings;
mod town;
mod twins;
mod undo;
