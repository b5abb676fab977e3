//! An article that is checked: the form it is brought with, and what was found.

use askama::Template;

use super::guide::Way;
use super::ledger::{Judged, Step};
use super::{Shell, Source};
use crate::words::Words;

/// `GET /article/check`: paste or open.
#[derive(Template, Debug, Clone)]
#[template(path = "checker_paste.html")]
pub struct Paste {
    /// The words of the page.
    pub words: Words,
    /// The frame.
    pub shell: Shell,
    /// The page above.
    pub up: Way,
    /// What was wrong with what was brought; empty: nothing.
    pub error: String,
}

/// `POST /article/check`: the claims, gravest first, and the article with its claims marked.
#[derive(Template, Debug, Clone)]
#[template(path = "checker_found.html")]
pub struct Found {
    /// The words of the page.
    pub words: Words,
    /// The frame.
    pub shell: Shell,
    /// The page above.
    pub up: Way,
    /// What was found, in one line.
    pub summary: String,
    /// How many of each verdict, gravest first.
    pub counts: Vec<(Judged, usize)>,
    /// How many are not in our ledger.
    pub unknown: usize,
    /// Whether the end of the article was left out.
    pub cut: bool,
    /// So many further claims are counted and not shown.
    pub more: usize,
    /// The claims that are shown, gravest first.
    pub claims: Vec<Claim>,
    /// The way to the first of them; none: there is none.
    pub first: Option<Step>,
    /// The article.
    pub blocks: Vec<Block>,
}

/// A claim of the article.
#[derive(Debug, Clone)]
pub struct Claim {
    /// Its number, in the order of the article.
    pub number: usize,
    /// What our ledger says; none: it is not in there.
    pub verdict: Option<Judged>,
    /// The sentence, as it stands in the article.
    pub sentence: String,
    /// What we say, and the sources of it.
    pub says: Vec<(String, Vec<Source>)>,
    /// The words it was recognised by.
    pub words: String,
    /// The words that turned it into its opposite; empty: none.
    pub turned_by: String,
    /// Pages of ours: what stands behind it, and what does its job.
    pub ways: Vec<Way>,
    /// The way to the claim after it, or back.
    pub next: Step,
}

/// A heading, an item or a paragraph of the article.
#[derive(Debug, Clone)]
pub struct Block {
    /// `heading`, `item` or `paragraph`.
    pub kind: &'static str,
    /// Its text, in pieces.
    pub pieces: Vec<Piece>,
}

/// A piece of text that is marked or not.
#[derive(Debug, Clone)]
pub struct Piece {
    /// The text.
    pub text: String,
    /// The number of the claim and the key of its verdict; none: not marked.
    pub mark: Option<(usize, &'static str)>,
}
