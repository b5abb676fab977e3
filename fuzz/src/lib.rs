//! What must be true of every text, line and number, whoever wrote it. The engine looks for one of which it is not.
//!
//! A check panics when something that was promised does not hold; that is how the engine learns of it.

mod batch;
mod dose;
mod guide_text;
mod house;
mod interview;
mod number;
mod place;
mod protocol_text;
mod said;
mod seeds;
mod slow_dose;

/// One door of the program, what is held of it, and where the search begins.
pub struct Target {
    /// Its name.
    pub name: &'static str,
    /// Panics when something that was promised does not hold.
    pub check: fn(&[u8]),
    /// Where the search begins.
    pub seeds: fn() -> Vec<Vec<u8>>,
}

/// All doors.
pub const TARGETS: [Target; 6] = [
    Target { name: "protocol", check: protocol_text::check, seeds: seeds::protocol },
    Target { name: "number", check: number::check, seeds: seeds::number },
    Target { name: "batch", check: batch::check, seeds: seeds::batch },
    Target { name: "interview", check: interview::check, seeds: seeds::interview },
    Target { name: "guide", check: guide_text::check, seeds: seeds::guide },
    Target { name: "dose", check: dose::check, seeds: seeds::dose },
];

/// A door by its name.
#[must_use]
pub fn named(name: &str) -> Option<&'static Target> {
    TARGETS.iter().find(|target| target.name == name)
}
