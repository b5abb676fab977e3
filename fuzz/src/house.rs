//! What ships, read once: the checks hold lines and texts against the real questions, not against toys.

use std::sync::LazyLock;

use guide::Guide;
use ledger::Ledger;
use protocol::compile::Compiled;

pub static LEDGER: LazyLock<Ledger> = LazyLock::new(|| shipped::ledger().unwrap_or_else(|broken| panic!("{broken}")));

pub static COMPILED: LazyLock<Compiled> =
    LazyLock::new(|| shipped::protocol(&LEDGER).unwrap_or_else(|broken| panic!("{broken}")));

pub static GUIDE: LazyLock<Guide> =
    LazyLock::new(|| shipped::guide(&COMPILED.protocol, &LEDGER).unwrap_or_else(|broken| panic!("{broken}")));
