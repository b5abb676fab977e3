//! Painkillers: label limits in words and a form, and the data of which a script makes the card.
//!
//! What the form sends, beside the hidden fields: `answer.SUBSTANCE` (`none` or `some`), `product`, `amount`, `hours`, `minutes`, and `go` as
//! `answer`, `log`, `save` (after a warning), `back` (not taken), `clear` or `region`.

use askama::Template;

use super::{Regions, Shell, Source};
use crate::words::Words;

/// `GET` and `POST /painkillers`
#[derive(Template, Debug, Clone)]
#[template(path = "painkillers.html")]
pub struct Painkillers {
    /// The words of the page.
    pub words: Words,
    /// The frame; its `kept` fields carry the doses and what was answered.
    pub shell: Shell,
    /// Limits and words for the script, as JSON that may stand in a page.
    pub data: String,
    /// Whose limits these are, or that a place is to be chosen.
    pub limits: String,
    /// The substances, each with its list and its medicines.
    pub substances: Vec<Substance>,
    /// What is never offered.
    pub nevers: Vec<String>,
    /// What was logged, newest first.
    pub taken: Vec<String>,
    /// What is to be said before a dose is saved; empty: nothing.
    pub warnings: Vec<String>,
    /// How long to wait instead, if waiting makes it right; empty: it does not.
    pub wait: String,
    /// What is wrong with what was typed; empty: nothing.
    pub error: String,
    /// What may be logged: value, words, whether it was chosen.
    pub products: Vec<(String, String, bool)>,
    /// What was typed: amount in mg, hours and minutes ago.
    pub typed: [String; 3],
    /// The choice of region.
    pub regions: Regions,
}

/// One substance.
#[derive(Debug, Clone)]
pub struct Substance {
    /// Its id: `ibuprofen`.
    pub id: &'static str,
    /// Its name.
    pub name: String,
    /// Reasons to ask first.
    pub cautions: Vec<String>,
    /// "None of these 11".
    pub none: String,
    /// What was answered to them: `none` or `some`; empty: nothing yet.
    pub answer: &'static str,
    /// The check says: ask first. Then there is nothing to answer.
    pub by_check: bool,
    /// Its medicines in this region; one without a label where there is none.
    pub cards: Vec<Card>,
}

/// One medicine.
#[derive(Debug, Clone, Default)]
pub struct Card {
    /// Its name.
    pub name: String,
    /// When and how much; empty: nothing has been answered or logged yet.
    pub figure: String,
    /// Why, and what was taken last.
    pub lines: Vec<String>,
    /// The sum of 24 hours, in words.
    pub used: String,
    /// How much of the limit that is, 0 to 100; none: there is no limit.
    pub percent: Option<u8>,
    /// What to do over the limit; empty: it is kept.
    pub over: String,
    /// The limits of the label, a line each.
    pub label: Vec<String>,
    /// What stands beside them.
    pub say: Vec<String>,
    /// Where they come from.
    pub sources: Vec<Source>,
}
