//! *Help now*: numbers first, then the dangers.

use askama::Template;

use super::{Call, Regions, Shell};
use crate::words::Words;

/// `GET /help`
#[derive(Template, Debug, Clone)]
#[template(path = "help.html")]
pub struct Help {
    /// The words of the page.
    pub words: Words,
    /// The frame.
    pub shell: Shell,
    /// Where the way back leads, in mid-check or from a page of relief.
    pub back_to: String,
    /// The emergency numbers; each is a 72 px button.
    pub emergency: Vec<Call>,
    /// The numbers for urgent advice, shown as smaller buttons.
    pub urgent: Vec<Call>,
    /// When the numbers were last checked; empty: no region is known.
    pub checked: String,
    /// The dangers for the parent.
    pub parent: Vec<String>,
    /// The dangers for the baby; empty when there is none.
    pub baby: Vec<String>,
    /// The choice of region.
    pub regions: Regions,
}
