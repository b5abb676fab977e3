//! HTML: the words a reader sees. Tags are read one after the other and no tree is built, so depth costs nothing.

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{Token, Tokenizer};

use super::{Draft, Kind};

/// What holds no words of the article.
const SKIPPED: &[&[u8]] = &[
    b"script",
    b"style",
    b"template",
    b"noscript",
    b"svg",
    b"math",
    b"nav",
    b"footer",
    b"form",
    b"button",
    b"select",
    b"textarea",
    b"iframe",
    b"object",
    b"title",
    b"del",
    b"s",
    b"audio",
    b"video",
];
/// What begins and ends a paragraph.
const PARTED: &[&[u8]] = &[
    b"p",
    b"div",
    b"section",
    b"article",
    b"main",
    b"header",
    b"aside",
    b"blockquote",
    b"ul",
    b"ol",
    b"dl",
    b"dt",
    b"dd",
    b"table",
    b"tr",
    b"td",
    b"th",
    b"caption",
    b"figure",
    b"figcaption",
    b"pre",
    b"hr",
    b"body",
    b"details",
    b"summary",
    b"address",
    b"center",
];

/// Reads a page.
pub(super) fn read(html: &str, draft: &mut Draft) {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut page = Page { draft, skipping: None };
    for Ok(token) in Tokenizer::new_with_emitter(html, emitter) {
        match token {
            Token::StartTag(tag) => page.open(&tag.name, tag.self_closing),
            Token::EndTag(tag) => page.close(&tag.name),
            Token::String(words) => page.say(&String::from_utf8_lossy(&words)),
            _ => {}
        }
    }
}

struct Page<'d> {
    draft: &'d mut Draft,
    /// The element whose words are left out, and how many of its name are open within it.
    skipping: Option<(Vec<u8>, usize)>,
}

impl Page<'_> {
    fn open(&mut self, name: &[u8], is_closed: bool) {
        if let Some((skipped, open)) = &mut self.skipping {
            *open += usize::from(skipped == name && !is_closed);
            return;
        }
        if SKIPPED.contains(&name) {
            if !is_closed {
                self.skipping = Some((name.to_vec(), 1));
            }
            return;
        }
        match (name, heading(name)) {
            (_, Some(level)) => self.draft.begin(Kind::Heading(level)),
            (b"li", _) => self.draft.begin(Kind::Item),
            (b"br", _) => self.draft.say("\n"),
            // A paragraph within an item is the item's words.
            (b"p" | b"div", _) if self.draft.is_fresh() => {}
            _ if PARTED.contains(&name) => self.draft.begin(Kind::Paragraph),
            _ => {}
        }
    }

    fn close(&mut self, name: &[u8]) {
        if let Some((skipped, open)) = &mut self.skipping {
            *open -= usize::from(skipped == name);
            if *open == 0 {
                self.skipping = None;
            }
        } else if heading(name).is_some() || name == b"li" || PARTED.contains(&name) {
            self.draft.begin(Kind::Paragraph);
        }
    }

    fn say(&mut self, words: &str) {
        if self.skipping.is_none() {
            self.draft.say(words);
        }
    }
}

fn heading(name: &[u8]) -> Option<u8> {
    match name {
        [b'h', level @ b'1'..=b'6'] => Some(level - b'0'),
        _ => None,
    }
}
