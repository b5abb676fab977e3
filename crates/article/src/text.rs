//! From bytes to text in blocks: a heading, an item of a list, a paragraph.

mod encoding;
mod html;
mod markdown;
mod pdf;
mod plain;

use std::ops::Range;

use serde::Serialize;
use thiserror::Error;

/// The largest file that is read, in bytes.
pub const BYTES_MAX: usize = 10 << 20;
/// The longest text that is judged, in bytes: about 60,000 words. What stands behind it is left out, and the result says so.
pub const TEXT_MAX: usize = 400 << 10;

/// What the bytes are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// A page of the web.
    Html,
    /// Markdown.
    Markdown,
    /// A PDF file.
    Pdf,
    /// Text as it stands.
    Plain,
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A heading: 1 is the highest.
    Heading(u8),
    /// An item of a list.
    Item,
    /// Anything else.
    Paragraph,
}

/// A piece of the text that stands on its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Block {
    /// What it is.
    pub kind: Kind,
    /// Where it stands in the text, in bytes.
    pub range: Range<usize>,
}

/// The text of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// The words, blocks parted by an empty line.
    pub text: String,
    /// The blocks in their order.
    pub blocks: Vec<Block>,
    /// What the bytes were taken for.
    pub format: Format,
    /// Whether the text was too long and its end was left out.
    pub cut: bool,
}

/// Why an article cannot be read, in words for whoever gave it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Refusal {
    /// More than [`BYTES_MAX`].
    #[error("the article is larger than 10 MB: save only its text, or paste the part you want checked")]
    TooLarge,
    /// Neither text nor PDF.
    #[error("this is not text, HTML, Markdown or PDF: open the article and paste its text")]
    NotText,
    /// A PDF that holds no text that can be read: a scan, a locked or a broken file.
    #[error("no text could be read from this PDF (a scan, a locked or a broken file): open it and paste its text")]
    NoTextInPdf,
    /// No words.
    #[error("there are no words to check in this article")]
    Empty,
}

impl Text {
    /// Reads an article. `format` is what its name says it is, if it has one.
    ///
    /// # Errors
    /// A [`Refusal`] that says what to do instead.
    pub fn read(bytes: &[u8], format: Option<Format>) -> Result<Self, Refusal> {
        if bytes.len() > BYTES_MAX {
            return Err(Refusal::TooLarge);
        }
        if is_pdf(bytes) {
            let lines = pdf::lines(bytes).ok_or(Refusal::NoTextInPdf)?;
            return Draft::new(Format::Pdf).filled(|draft| plain::read(&lines, draft));
        }
        let text = encoding::decode(bytes).ok_or(Refusal::NotText)?;
        let format = match format {
            Some(Format::Pdf) => return Err(Refusal::NoTextInPdf),
            Some(Format::Plain) | None => guess(&text),
            Some(known) => known,
        };
        Draft::new(format).filled(|draft| match format {
            Format::Html => html::read(&text, draft),
            Format::Markdown => markdown::read(&text, draft),
            Format::Plain | Format::Pdf => plain::read(&text, draft),
        })
    }
}

impl Format {
    /// What the ending of a file's name says. None for an ending that says nothing.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        let ending = name.rsplit_once('.')?.1.to_ascii_lowercase();
        match ending.as_str() {
            "html" | "htm" | "xhtml" => Some(Self::Html),
            "md" | "markdown" => Some(Self::Markdown),
            "pdf" => Some(Self::Pdf),
            "txt" | "text" => Some(Self::Plain),
            _ => None,
        }
    }
}

fn is_pdf(bytes: &[u8]) -> bool {
    bytes.iter().take(1024).collect::<Vec<_>>().windows(5).any(|five| five.iter().copied().eq(b"%PDF-"))
}

/// A pasted text carries no name: its first part shows what it is.
fn guess(text: &str) -> Format {
    let mut end = text.len().min(4096);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let head = text[..end].to_ascii_lowercase();
    if ["<!doctype html", "<html", "<body", "<p>", "<p ", "<div", "<li>", "<h1", "<h2", "<br"]
        .iter()
        .any(|tag| head.contains(tag))
    {
        return Format::Html;
    }
    let marked = |line: &str| {
        let line = line.trim_start();
        let hashes = line.bytes().take_while(|byte| *byte == b'#').count();
        ((1..=6).contains(&hashes) && line[hashes..].starts_with(' '))
            || line.starts_with("**")
            || line.contains("](http")
    };
    if head.lines().any(marked) { Format::Markdown } else { Format::Plain }
}

/// A text that grows block by block, never beyond [`TEXT_MAX`].
pub(crate) struct Draft {
    text: Text,
    kind: Kind,
    start: usize,
}

impl Draft {
    fn new(format: Format) -> Self {
        let text = Text { text: String::new(), blocks: Vec::new(), format, cut: false };
        Self { text, kind: Kind::Paragraph, start: 0 }
    }

    fn filled(mut self, fill: impl FnOnce(&mut Self)) -> Result<Text, Refusal> {
        fill(&mut self);
        self.begin(Kind::Paragraph);
        let text = self.text;
        if text.blocks.is_empty() { Err(Refusal::Empty) } else { Ok(text) }
    }

    /// Ends the block before and begins another.
    pub(crate) fn begin(&mut self, kind: Kind) {
        let text = &mut self.text.text;
        text.truncate(text.trim_end().len().max(self.start));
        if text[self.start..].chars().any(char::is_alphanumeric) {
            self.text.blocks.push(Block { kind: self.kind, range: self.start..text.len() });
            text.push_str("\n\n");
            self.start = text.len();
        } else {
            text.truncate(self.start);
        }
        self.kind = kind;
    }

    /// Whether the present block has no words yet.
    pub(crate) fn is_fresh(&self) -> bool {
        self.text.text.len() == self.start
    }

    /// Adds words: any run of blanks becomes one, what cannot be seen is left out.
    pub(crate) fn say(&mut self, words: &str) {
        for c in words.chars() {
            if self.text.text.len() >= TEXT_MAX {
                self.text.cut = true;
                return;
            }
            if c.is_whitespace() || c.is_control() {
                let needs = self.text.text.len() > self.start && !self.text.text.ends_with(' ');
                if needs {
                    self.text.text.push(' ');
                }
            } else if !is_unseen(c) {
                self.text.text.push_str(unfolded(c).unwrap_or(c.encode_utf8(&mut [0; 4])));
            }
        }
    }
}

/// Soft hyphens, joiners, marks of direction: they part words for a program that no reader sees parted.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{fe00}'..='\u{fe0f}')
}

/// Printed letters that are two in one.
fn unfolded(c: char) -> Option<&'static str> {
    Some(match c {
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        _ => return None,
    })
}
