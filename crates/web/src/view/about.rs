//! What Milkway is, what it is not, and what happens with the answers.

use askama::Template;

use super::Shell;
use crate::words::Words;

/// `GET /about`
#[derive(Template, Debug, Clone)]
#[template(path = "about.html")]
pub struct About {
    /// The words of the page.
    pub words: Words,
    /// The frame.
    pub shell: Shell,
    /// The protocol's name and version: `mastitis 0.1`.
    pub protocol: String,
    /// Its fingerprint, shortened.
    pub fingerprint: String,
    /// Whether a clinician has signed it.
    pub reviewed: bool,
}
