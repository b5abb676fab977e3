//! Home before any record: three questions, one button.

use askama::Template;

use super::Shell;
use crate::words::Words;

/// `GET /`
#[derive(Template, Debug, Clone)]
#[template(path = "home.html")]
pub struct Home {
    /// The words of the page.
    pub words: Words,
    /// The frame.
    pub shell: Shell,
}
