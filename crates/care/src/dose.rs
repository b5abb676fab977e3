//! When a painkiller may be taken again, and how much: label limits over a rolling 24 hours (section g, invariants 11 and 19).
//!
//! Two limits hold at once, the gap since each dose and the sum over the last 24 hours; the stricter wins. Every product that contains the
//! substance counts. Nothing here reads a clock: all times are whole seconds since 1970 (UTC), so a change of clocks or of place can
//! neither shorten a gap nor a day.

mod card;
mod label;
mod past;
mod would;

pub use card::{Card, Reason, Verdict, Why, cards};
pub use label::{Label, Pace, Shelf};
pub use would::{Over, Warning, Would, would};

use protocol::model::plan::Substance;

/// Seconds of a minute: what is told is a whole one.
pub const MINUTE_S: i64 = 60;
/// Seconds of an hour.
pub const HOUR_S: i64 = 60 * MINUTE_S;
/// The rolling window of "most in 24 hours". Closed: a dose of exactly 24 hours ago still counts.
pub const DAY_S: i64 = 24 * HOUR_S;
/// So long without a dose ends a run of use (project).
pub const BREAK_S: i64 = 48 * HOUR_S;

/// What was taken.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Product {
    /// A medicine of the protocol, of whichever region, by its id.
    Medicine(String),
    /// Another product that contains the substance, such as one for colds and flu.
    Other(Substance),
    /// Another drug of the ibuprofen kind (NSAID), such as aspirin or naproxen. Its amount is of no use here.
    Nsaid,
}

/// A dose that was logged.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Dose {
    /// What was taken.
    pub product: Product,
    /// How much of the substance, in milligrams.
    pub amount_mg: u32,
    /// When, in seconds since 1970 (UTC). It may lie in the future: clocks are set back.
    pub at_s: i64,
}

/// What was answered to the cautions of a substance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Answer {
    /// Not asked yet, or too long ago.
    #[default]
    Open,
    /// None of them holds.
    Clear,
    /// One of them holds, or she is not sure.
    Held,
}

/// The answers to the cautions of each substance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Cautions {
    /// Those of ibuprofen.
    pub ibuprofen: Answer,
    /// Those of paracetamol.
    pub paracetamol: Answer,
}

impl Cautions {
    /// The answer for a substance.
    #[must_use]
    pub const fn of(self, substance: Substance) -> Answer {
        match substance {
            Substance::Ibuprofen => self.ibuprofen,
            Substance::Paracetamol => self.paracetamol,
        }
    }

    /// Sets the answer for a substance.
    pub const fn set(&mut self, substance: Substance, answer: Answer) {
        match substance {
            Substance::Ibuprofen => self.ibuprofen = answer,
            Substance::Paracetamol => self.paracetamol = answer,
        }
    }
}

/// The first whole minute that is not before this second: what is told is never too early.
const fn minute_up(at_s: i64) -> i64 {
    let rest_s = at_s.rem_euclid(MINUTE_S);
    if rest_s == 0 { at_s } else { at_s.saturating_add(MINUTE_S - rest_s) }
}

#[cfg(test)]
mod tests {
    use super::minute_up;

    #[test]
    fn a_minute_is_never_told_too_early() {
        assert_eq!([minute_up(0), minute_up(1), minute_up(59), minute_up(60)], [0, 60, 60, 60]);
        assert_eq!([minute_up(-1), minute_up(-60), minute_up(-61)], [0, -60, -60]);
    }
}
