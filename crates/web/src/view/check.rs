//! The check: one screen at a time. Every form posts to `/check` with [`Shell::kept`] as hidden fields.
//!
//! What the buttons send, beside the hidden fields: `go=back`; on a checklist `go=none`, `go=ticked` (with the ticked rows
//! and their levels) or `go=one_by_one`; on a reading `go=reading` (with `reading` and, for a temperature, `unit` `c` or `f`);
//! on any choice its own name and value.

use askama::Template;

use super::{Banner, Shell};
use crate::words::Words;

/// `GET` and `POST /check`
#[derive(Template, Debug, Clone)]
#[template(path = "check.html")]
pub struct Check {
    /// The words of the page.
    pub words: Words,
    /// The frame; its `kept` fields are in the form.
    pub shell: Shell,
    /// How far she is; none on the first screen.
    pub progress: Option<Progress>,
    /// What has been reached so far, today or sooner, worse first.
    pub reached: Vec<Banner>,
    /// The question, as the heading.
    pub ask: String,
    /// One more sentence; empty: none.
    pub help: String,
    /// How to tell, on the second asking; empty: none.
    pub tell: String,
    /// What is wrong with the last answer; empty: nothing.
    pub error: String,
    /// What is asked.
    pub screen: Screen,
}

/// How far she is.
#[derive(Debug, Clone, Copy)]
pub struct Progress {
    /// The part of the way behind her, 0 to 100. May not go backwards.
    pub percent: u8,
    /// The most screens that can still come.
    pub left: usize,
}

impl Progress {
    /// Where the node stands on the line, so that it is never cut off at the ends.
    #[must_use]
    pub fn place(&self) -> u16 {
        4 + u16::from(self.percent.min(100)) * 92 / 100
    }
}

/// What is asked on one screen.
#[derive(Debug, Clone)]
pub enum Screen {
    /// Who worries you? Sends `who` as `parent`, `baby`, `both` or `alone`, and `other=1` when someone else answers.
    Who {
        /// Whether the line *I am answering for someone else* is ticked.
        other: bool,
    },
    /// A list of up to eight lines.
    List(Vec<Row>),
    /// One question: a finding or an item of context.
    Question {
        /// A number that may be typed.
        reading: Option<Reading>,
        /// The answers, mildest first, *Not sure* last.
        choices: Vec<Choice>,
    },
}

/// One line of a checklist.
#[derive(Debug, Clone, Default)]
pub struct Row {
    /// Name and value that a tick sends.
    pub name: String,
    /// See `name`.
    pub value: String,
    /// The line.
    pub text: String,
    /// Ticked already.
    pub ticked: bool,
    /// The name that its levels send.
    pub levels_name: String,
    /// Its levels, shown once it is ticked; empty: the tick alone answers.
    pub levels: Vec<Level>,
}

/// One level under a ticked line.
#[derive(Debug, Clone, Default)]
pub struct Level {
    /// The value it sends.
    pub value: String,
    /// Its words.
    pub text: String,
    /// Chosen already.
    pub chosen: bool,
    /// This is *Not sure*.
    pub unsure: bool,
}

/// One answer button.
#[derive(Debug, Clone)]
pub struct Choice {
    /// Name and value that it sends.
    pub name: String,
    /// See `name`.
    pub value: String,
    /// Its words.
    pub text: String,
    /// Its glyph.
    pub glyph: Glyph,
    /// Chosen before.
    pub chosen: bool,
}

/// What stands left of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Glyph {
    /// Nothing: the answers have no order.
    None,
    /// An empty ring: the mildest.
    Empty,
    /// A dot in the ring.
    Dot,
    /// A wedge.
    Wedge,
    /// Half.
    Half,
    /// Full: the worst.
    Full,
    /// A dashed ring with a question mark; the button is dashed as well.
    Unsure,
}

impl Glyph {
    /// The glyph of the level `step` of `steps` (both without *Not sure*), mildest first.
    #[must_use]
    pub const fn level(step: usize, steps: usize) -> Self {
        match (step, steps.saturating_sub(step)) {
            (0, _) => Self::Empty,
            (_, 0 | 1) => Self::Full,
            (1, _) => Self::Dot,
            (2, _) => Self::Wedge,
            _ => Self::Half,
        }
    }

    /// Its name in the sprite; empty: none.
    #[must_use]
    pub const fn mark(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Empty => "g-empty",
            Self::Dot => "g-dot",
            Self::Wedge => "g-wedge",
            Self::Half => "g-half",
            Self::Full => "g-full",
            Self::Unsure => "g-unsure",
        }
    }
}

/// A number that may be typed.
#[derive(Debug, Clone)]
pub enum Reading {
    /// A temperature, kept as typed.
    Temperature {
        /// As typed before; empty: nothing.
        value: String,
        /// In °F.
        fahrenheit: bool,
        /// Where fever starts, in words; empty: none.
        hint: String,
        /// A painkiller that may hide a fever; empty: none.
        aside: String,
    },
    /// Another number.
    Number {
        /// As typed before.
        value: String,
        /// The unit, in words: `beats a minute`.
        unit: String,
        /// One more sentence; empty: none.
        hint: String,
    },
    /// Pain, 0 to 10, in four bands.
    Scale {
        /// Chosen before.
        value: Option<u8>,
    },
}

/// The four bands of the pain scale: the id of its word, and its numbers.
pub const BANDS: [(&str, &[u8]); 4] =
    [("pain-none", &[0]), ("pain-mild", &[1, 2, 3]), ("pain-moderate", &[4, 5, 6]), ("pain-severe", &[7, 8, 9, 10])];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_glyph_fills_with_the_level() {
        let of = |steps| (0..steps).map(|step| Glyph::level(step, steps)).collect::<Vec<_>>();
        assert_eq!(of(2), [Glyph::Empty, Glyph::Full]);
        assert_eq!(of(3), [Glyph::Empty, Glyph::Dot, Glyph::Full]);
        assert_eq!(of(5), [Glyph::Empty, Glyph::Dot, Glyph::Wedge, Glyph::Half, Glyph::Full]);
    }

    #[test]
    fn the_node_stays_on_the_line() {
        assert_eq!(Progress { percent: 0, left: 9 }.place(), 4);
        assert_eq!(Progress { percent: 200, left: 0 }.place(), 96);
    }
}
