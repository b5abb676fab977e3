//! Relief and reading: the plan's cards, explained conditions, short pages.

use askama::Template;

use super::{Call, Shell, Source};
use crate::words::Words;

/// A sentence, and what it rests on.
#[derive(Debug, Clone, Default)]
pub struct Told {
    /// The sentence.
    pub text: String,
    /// Ids of what it rests on, parted by blanks; empty: it claims nothing.
    pub grounds: String,
}

impl Told {
    /// A short head before a colon (`Today: …`, `Day 2: …`) and the rest: the eye looks for it first.
    #[must_use]
    pub fn head(&self) -> Option<(&str, &str)> {
        const LONGEST: usize = 32;
        let (head, rest) = self.text.split_once(": ")?;
        (head.chars().count() <= LONGEST && !head.contains('.')).then_some((head, rest))
    }
}

/// A way on: a row or a button that leads to another page, with the answers where there are any.
#[derive(Debug, Clone, Default)]
pub struct Way {
    /// A path of this site.
    pub path: String,
    /// What stands on it.
    pub text: String,
    /// A second, smaller line; empty: none.
    pub small: String,
    /// A short time at the right; empty: none.
    pub tag: String,
    /// It leads to a page that only the server has, and carries no answers there.
    pub bare: bool,
}

/// Rows under a heading.
#[derive(Debug, Clone, Default)]
pub struct Section {
    /// The heading.
    pub title: String,
    /// Its icon in the sprite; empty: none.
    pub icon: &'static str,
    /// The rows.
    pub rows: Vec<Way>,
}

/// `/relief` and `/more`: headings and rows.
#[derive(Template, Debug, Clone)]
#[template(path = "sections.html")]
pub struct Sections {
    /// The words of the page.
    pub words: Words,
    /// The frame.
    pub shell: Shell,
    /// The heading of the page.
    pub title: String,
    /// One more sentence; empty: none.
    pub help: String,
    /// The headings and their rows.
    pub sections: Vec<Section>,
    /// Whether the choice of a skin tone stands on it.
    pub tones: bool,
    /// The tone that is chosen, 1 to 5; none: ours.
    pub tone: Option<u8>,
}

/// One piece of a page.
#[derive(Debug, Clone)]
pub enum Piece {
    /// The first sentence.
    Lead(Told),
    /// A heading.
    Heading(String),
    /// A paragraph.
    Say(Told),
    /// Rows of a list.
    Items(Vec<Told>),
    /// Numbers to call.
    Calls(Vec<Call>),
    /// A table: its heads and its rows.
    Table(Vec<String>, Vec<Vec<String>>),
    /// A button.
    Go(Way),
}

/// A card, an explained condition or a short page.
#[derive(Template, Debug, Clone)]
#[template(path = "reading.html")]
pub struct Reading {
    /// The words of the page.
    pub words: Words,
    /// The frame.
    pub shell: Shell,
    /// The page above.
    pub up: Way,
    /// Where it stands for her: icon and words; empty: nothing is known.
    pub place: Option<(&'static str, String)>,
    /// The heading of the page.
    pub title: String,
    /// What stands on it.
    pub pieces: Vec<Piece>,
    /// The main button; none: there is nothing to start.
    pub start: Option<Way>,
    /// Where it comes from.
    pub sources: Vec<Source>,
    /// The mark of a text that must be chosen, when this page is its card; empty: it is not.
    pub choice: String,
}
