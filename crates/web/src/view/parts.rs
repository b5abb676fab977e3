//! A page made of parts: rows that lead on, lists with a button each, forms. All pages of people, privacy and settings are drawn from these, so
//! that a label, an error and a button are the same on each.

use askama::Template;

use super::Shell;
use super::guide::Way;
use crate::record::place::Place;
use crate::record::secret::Secret;
use crate::words::Words;

/// A page.
#[derive(Template, Debug, Clone)]
#[template(path = "household/parts.html")]
pub struct Parts {
    /// The words of the page.
    pub words: Words,
    /// The frame.
    pub shell: Shell,
    /// The heading.
    pub title: String,
    /// The page above; none: there is none.
    pub up: Option<Way>,
    /// Sentences under the heading.
    pub says: Vec<String>,
    /// What is wrong with the form; empty when nothing is.
    pub error: String,
    /// What follows, in order.
    pub parts: Vec<Part>,
}

/// A part of a page.
#[derive(Debug, Clone)]
pub enum Part {
    /// Sentences under a heading, which may be empty.
    Text(String, Vec<String>),
    /// Rows that lead on, under a heading, which may be empty.
    Ways(String, Vec<Way>),
    /// What there is, each with what can be done to it.
    List(String, Vec<Item>),
    /// A form.
    Form(Form),
    /// A form that makes a passkey where the browser can, at this place.
    Passkey(Form, Place),
    /// The one main way on.
    Go(Way),
    /// Something that is shown once, under its name.
    Once(String, Secret),
    /// Codes to write down.
    Codes(Vec<Secret>),
    /// A link for another phone's camera, and its name.
    Picture(String, Qr),
}

/// Something in a list.
#[derive(Debug, Clone, Default)]
pub struct Item {
    /// What it is.
    pub text: String,
    /// More of it, smaller; empty: no more.
    pub small: String,
    /// What can be done to it.
    pub act: Option<Act>,
}

/// A button that does one thing to one thing.
#[derive(Debug, Clone)]
pub struct Act {
    /// Where it posts to.
    pub path: String,
    /// What stands on it.
    pub text: String,
    /// What it is called by who does not see which row it stands in: `End Firefox Linux`.
    pub name: String,
    /// What it sends.
    pub sends: Vec<(&'static str, String)>,
}

/// A form.
#[derive(Debug, Clone)]
pub struct Form {
    /// Its heading; empty: none.
    pub title: String,
    /// A sentence before its fields; empty: none.
    pub help: String,
    /// Where it posts to.
    pub path: String,
    /// Its fields.
    pub fields: Vec<Field>,
    /// What stands on its button.
    pub button: String,
    /// Whether it is what the page is for.
    pub main: bool,
}

/// A field of a form.
#[derive(Debug, Clone)]
pub enum Field {
    /// One line, typed.
    Line(Line),
    /// One of a few, all shown.
    One(&'static str, String, Vec<Choice>),
    /// One of many, folded.
    Of(&'static str, String, Vec<Choice>),
    /// Any of a few.
    Any(&'static str, String, Vec<Choice>),
    /// Not shown.
    Hidden(&'static str, String),
}

/// A line to type in.
#[derive(Debug, Clone, Default)]
pub struct Line {
    /// Its name.
    pub name: &'static str,
    /// What is asked.
    pub label: String,
    /// More about it; empty: nothing.
    pub help: String,
    /// What stands in it. A password never does.
    pub value: String,
    /// `text`, `password`, `date`.
    pub kind: &'static str,
    /// What a browser may fill in.
    pub fills: &'static str,
    /// Whether something must be typed.
    pub must: bool,
    /// The last day of a date; empty: any.
    pub max: String,
}

/// One of several.
#[derive(Debug, Clone, Default)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What it is called.
    pub text: String,
    /// More about it; empty: nothing.
    pub small: String,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// A QR code: its width in modules with the quiet zone, and its dark modules as a path.
#[derive(Clone, Default)]
pub struct Qr {
    /// Modules from side to side.
    pub width: usize,
    /// `M4 4h7v1h-7z…`
    pub dark: String,
}

/// The picture says a secret.
impl std::fmt::Debug for Qr {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Qr({} modules)", self.width)
    }
}
