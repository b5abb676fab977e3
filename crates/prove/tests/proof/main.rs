//! The proof itself on trial: it agrees with the program, it finds every planted fault, and its words can be read.

mod agreement;
mod behaviour;
mod mutants;
mod order;
mod questions;
mod small;

use protocol::compile::Compiled;
use std::sync::LazyLock;

/// The protocol that ships.
static SHIPPED: LazyLock<Compiled> =
    LazyLock::new(|| read(shipped::PROTOCOL).unwrap_or_else(|fault| panic!("{fault}")));

/// A protocol text, checked against the shipped sources and compiled.
fn read(text: &str) -> Result<Compiled, String> {
    static LEDGER: LazyLock<ledger::Ledger> =
        LazyLock::new(|| shipped::ledger().unwrap_or_else(|fault| panic!("{fault}")));
    shipped::compile(text, "mutant", &LEDGER).map_err(|fault| fault.to_string())
}
