//! Something went wrong: what, and what to do.

use askama::Template;

use super::Shell;
use crate::words::Words;

/// The page of every fault.
#[derive(Template, Debug, Clone)]
#[template(path = "trouble.html")]
pub struct Trouble {
    /// The words of the page.
    pub words: Words,
    /// The frame.
    pub shell: Shell,
    /// The HTTP status, shown small.
    pub status: u16,
    /// What is wrong, one sentence.
    pub what: String,
    /// What to do now, one sentence.
    pub next: String,
}
