//! From texts to a guide: every name resolved, every fault reported at once with its file and place.

mod block;
mod ground;
mod page;
mod rests;
mod session;
mod whole;

use std::fmt;

use ledger::Ledger;
use protocol::fault::Fault;
use protocol::model::Protocol;
use protocol::syntax;

use crate::model::{Drawing, Guide};
use block::Reader;

/// A text of the guide, with its name for messages.
#[derive(Debug, Clone, Copy)]
pub struct File<'f> {
    /// Its path.
    pub name: &'f str,
    /// Its content.
    pub text: &'f str,
}

/// What is wrong with the texts, as their writer reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken(pub Vec<String>);

impl fmt::Display for Broken {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|fault| out.write_str(fault))
    }
}

impl std::error::Error for Broken {}

impl Guide {
    /// Reads the texts of a guide and its drawings.
    ///
    /// # Errors
    /// Everything that is wrong, with its place. Half a guide is never given out.
    pub fn read(files: &[File], drawings: Vec<Drawing>, protocol: &Protocol, ledger: &Ledger) -> Result<Self, Broken> {
        let mut guide = Self { drawings, ..Self::default() };
        let mut broken = Vec::new();
        for file in files {
            let (blocks, _, mut faults) = syntax::blocks(file.text);
            for block in &blocks {
                let mut reader = Reader { protocol, ledger, faults: &mut faults };
                reader.block(block, &mut guide);
            }
            faults.sort_by_key(|fault: &Fault| fault.place);
            broken.extend(faults.iter().map(|fault| fault.render(file.name, file.text)));
        }
        guide.sort();
        if broken.is_empty() {
            broken.extend(whole::faults(&guide, protocol));
            broken.extend(rests::faults(&guide, protocol, ledger));
        }
        if broken.is_empty() { Ok(guide) } else { Err(Broken(broken)) }
    }

    /// Cards, conditions and questions stand in the order of the protocol, wherever they are written.
    fn sort(&mut self) {
        self.cards.sort_by_key(|card| card.step);
        self.explains.sort_by_key(|explain| explain.condition);
        self.milk.sort_by_key(|ask| ask.hold);
        self.sessions.sort_by(|one, other| one.code.cmp(&other.code));
    }
}
