//! PDF: the lines of text that its pages show.
//!
//! Nothing in the file is believed: objects are found by looking at every byte, not by the file's own table, depth is bounded, and what is
//! unpacked is counted against one budget. A file that asks for more gives the text read so far.

mod content;
mod file;
mod filter;
mod font;
mod object;

use std::collections::BTreeSet;

use content::Page;
use file::File;
use object::{Dict, Object};

/// The most pages that are read.
const PAGES_MAX: usize = 500;
const DEPTH_MAX: usize = 16;

/// The text in lines, an empty line between paragraphs. None if there is none.
pub(super) fn lines(bytes: &[u8]) -> Option<String> {
    // A locked file would read as noise.
    if file::find(bytes, b"/Encrypt").is_some() {
        return None;
    }
    let mut file = File::open(bytes);
    let mut pages = Vec::new();
    let root = file.of_type(b"Catalog").and_then(|catalog| file.get(catalog.get(b"Pages")?));
    if let Some(Object::Dict(tree)) = root {
        leaves(&mut file, &tree, &Dict::default(), &mut BTreeSet::new(), DEPTH_MAX, &mut pages);
    }
    if pages.is_empty() {
        pages = file.all_of_type(b"Page");
        pages.truncate(PAGES_MAX);
    }
    let mut text = String::new();
    for page in &pages {
        if text.len() > 2 * super::TEXT_MAX {
            break;
        }
        let resources = file.dict(page.get(b"Resources")).unwrap_or_default();
        let content = file.content(page.get(b"Contents"));
        let mut shown = Page::new(&mut file);
        shown.run(&content, &resources, 0);
        text.push_str(&shown.text);
        text.push('\n');
    }
    let words = text.chars().filter(|c| c.is_alphabetic()).count();
    (words > 0).then_some(text)
}

/// The pages below a node, in their order, each with what it inherits.
fn leaves(
    file: &mut File<'_>,
    node: &Dict,
    above: &Dict,
    seen: &mut BTreeSet<u32>,
    depth: usize,
    pages: &mut Vec<Dict>,
) {
    if depth == 0 || pages.len() >= PAGES_MAX {
        return;
    }
    let mut node = node.clone();
    if node.get(b"Resources").is_none()
        && let Some(resources) = above.get(b"Resources")
    {
        node.set(b"Resources", resources.clone());
    }
    let kids = node.get(b"Kids").and_then(|kids| file.get(kids));
    let Some(Object::Array(kids)) = kids else {
        pages.push(node);
        return;
    };
    for kid in kids {
        if let Object::Reference(id) = kid
            && !seen.insert(id)
        {
            continue;
        }
        if let Some(Object::Dict(kid)) = file.get(&kid) {
            leaves(file, &kid, &node, seen, depth - 1, pages);
        }
    }
}
