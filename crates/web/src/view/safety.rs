//! What Milkway is for, what was proved, what can go wrong and what stands against it.

use askama::Template;
use serde::Serialize;

use super::Shell;
use crate::words::Words;

/// A piece of the page. A phone is given the same ones, with the ledger.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Block {
    /// A heading.
    Heading(String),
    /// A paragraph.
    Text(String),
    /// A paragraph that must not be passed over.
    Strong(String),
    /// A paragraph for whoever looks closer.
    Small(String),
    /// Lines, each with what comes first in it, or nothing, and the rest.
    List(Vec<(String, String)>),
}

/// `GET /about/safety`
#[derive(Template, Debug, Clone)]
#[template(path = "safety.html")]
pub struct Safety {
    /// The words of the page.
    pub words: Words,
    /// The frame.
    pub shell: Shell,
    /// All of it, in its order.
    pub blocks: Vec<Block>,
}
