//! What Milkway is for, what was proved, what can go wrong and what stands against it.

use askama::Template;

use super::Shell;
use crate::words::Words;

/// `GET /about/safety`
#[derive(Template, Debug, Clone)]
#[template(path = "safety.html")]
pub struct Safety {
    /// The words of the page.
    pub words: Words,
    /// The frame.
    pub shell: Shell,
    /// Whether this build has the check.
    pub check: bool,
    /// Whether a clinician has signed the rules.
    pub reviewed: bool,
    /// What was proved, in figures: rules, questions, digits of the number of inputs.
    pub proved: String,
    /// What was proved, a sentence each.
    pub promises: Vec<String>,
    /// The rules, their fingerprint and that of what they do.
    pub prints: String,
    /// What can go wrong, with what stands against it.
    pub hazards: Vec<(String, String)>,
    /// What is not built, a sentence each.
    pub open: Vec<String>,
}
