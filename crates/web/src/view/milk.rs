//! May the baby drink this milk?

use askama::Template;

use super::guide::Told;
use super::{Shell, Source};
use crate::words::Words;

/// `GET` and `POST /milk`. Each line is a button `tick` with the hold's id; `go=none` is "none of these".
#[derive(Template, Debug, Clone)]
#[template(path = "milk.html")]
pub struct Milk {
    /// The words of the page.
    pub words: Words,
    /// The frame; its `kept` fields carry the lines that were named before.
    pub shell: Shell,
    /// The answer so far, a paragraph each; empty: nothing has been said.
    pub answer: Vec<Told>,
    /// "Yes" stands above the answer: nothing holds the milk back.
    pub yes: bool,
    /// Lines that have not been named: id and words; empty: nothing is left to ask.
    pub lines: Vec<(String, String)>,
    /// What changes the answer, shown under a "yes".
    pub exceptions: Vec<Told>,
    /// Where it comes from.
    pub sources: Vec<Source>,
}
