//! What a parent is shown beside the rules: guided sessions, the card of each step of the plan, explained conditions, short pages, questions about the milk.
//!
//! All of it is text in `protocols/guide/`, in the language of `docs/guide.md`. Here it is read and checked: every name resolves, every claim rests on the ledger or on
//! a block of the protocol, every picture exists. Nothing here decides; who may enter a session is decided in `care`.

#![warn(missing_docs)]

mod model;
mod read;

pub use model::{Card, Drawing, Explain, Ground, Guide, MilkAsk, Move, Page, Part, Said, Session, Show, Way};
pub use read::{Broken, File};
