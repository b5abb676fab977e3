//! Milkway's rules: text that a clinician can read aloud, checked, compiled and evaluated.
//!
//! Four verbs: [`parse`] a text into a [`model::Protocol`], [`compile`] it, [`Compiled::read`](compile::Compiled::read) answers against it,
//! and ask the [`Read`](evaluate::Read) for the outcome. [`naive`] is the plain reading of the same rules and the judge of the fast one.
//!
//! Nothing here knows a clock, a disk, a network or chance: the same input gives the same output for ever.

pub mod answers;
pub mod assessment;
pub mod check;
pub mod compile;
pub mod corner;
pub mod difference;
pub mod evaluate;
pub mod explain;
pub mod fault;
pub mod format;
pub mod gate;
pub mod interview;

pub mod model;
pub mod naive;
pub mod number;
mod parse;
pub mod portrait;
pub mod raised;
pub mod syntax;
pub mod text;

pub use compile::compile;
pub use parse::parse;

use sha2::{Digest, Sha256};

/// The fingerprint of a protocol text: SHA-256 of its canonical form without comments, the first 16 hexadecimal digits.
#[must_use]
pub fn fingerprint(text: &str) -> String {
    let (mut blocks, _, _) = syntax::blocks(text);
    for block in &mut blocks {
        block.head.comments.clear();
        block.lines.iter_mut().for_each(|line| line.comments.clear());
    }
    fingerprint_of(&format::canonical(&blocks, &[]))
}

/// The first 16 hexadecimal digits of the SHA-256 of some text.
#[must_use]
pub fn fingerprint_of(text: &str) -> String {
    fingerprint_of_all([text.as_bytes()])
}

/// The same of several texts as if they stood one behind the other.
#[must_use]
pub fn fingerprint_of_all<'t>(texts: impl IntoIterator<Item = &'t [u8]>) -> String {
    let digest = texts.into_iter().fold(Sha256::new(), |so_far, text| so_far.chain_update(text)).finalize();
    digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}
