//! The interview as data: screens in a reviewed order.

use super::finding::{FindingId, Subject};
use super::when::Any;
use crate::text::Text;

/// The most lines on a checklist.
pub const MOST_LINES: usize = 8;

/// One screen of the interview.
#[derive(Debug, Clone)]
pub struct Screen {
    /// Its id.
    pub id: String,
    /// What is on it.
    pub kind: ScreenKind,
    /// Whose screen it is: shown earlier when that patient worries her.
    pub subject: Option<Subject>,
    /// The question.
    pub ask: Text,
    /// One more sentence.
    pub help: Option<Text>,
    /// Shown only while one of these holds; empty: always.
    pub when: Any,
}

/// What is on a screen.
#[derive(Debug, Clone)]
pub enum ScreenKind {
    /// Who worries you?
    Who,
    /// A checklist of findings.
    List(Vec<FindingId>),
    /// One finding.
    Question(FindingId),
    /// One item of context.
    Choose {
        /// The item.
        context: usize,
        /// Its answers: stored number and words.
        choices: Vec<(u16, Text)>,
    },
}
