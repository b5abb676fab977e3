//! The lines of a protocol text: blocks, their lines, and the words and texts on them. No meaning yet.

use crate::fault::{Fault, Place};

/// A block: one line in the first column and the indented lines below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// Its first line.
    pub head: Line,
    /// The indented lines.
    pub lines: Vec<Line>,
}

/// One line: a keyword and what follows it, with the comment lines that stand above.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Comment lines directly above, without their `#`.
    pub comments: Vec<String>,
    /// The first word.
    pub keyword: Word,
    /// The rest of the line.
    pub tokens: Vec<Token>,
}

/// A bare word and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// The word.
    pub text: String,
    /// Where it stands.
    pub place: Place,
}

/// A word or a text in double quotes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Token {
    /// A bare word.
    Word(Word),
    /// A text; the place covers the quotes.
    Text(Word),
}

impl Token {
    /// Where it stands.
    #[must_use]
    pub fn place(&self) -> Place {
        match self {
            Self::Word(word) | Self::Text(word) => word.place,
        }
    }
}

impl Line {
    /// The place just behind the last token: where something is missing.
    #[must_use]
    pub fn end(&self) -> Place {
        let last = self.tokens.last().map_or(self.keyword.place, Token::place);
        Place { line: last.line, column: last.column + last.length, length: 1 }
    }
}

/// The largest text that is read: a protocol is a few hundred kilobytes.
pub const LARGEST_TEXT_BYTES: usize = 8 << 20;

/// Splits a text into blocks. Every fault is reported; what could be read is returned beside them.
#[must_use]
pub fn blocks(text: &str) -> (Vec<Block>, Vec<String>, Vec<Fault>) {
    let mut reader = Reader::default();
    if text.len() > LARGEST_TEXT_BYTES {
        let place = Place { line: 1, column: 1, length: 1 };
        reader
            .faults
            .push(Fault::new(place, "the text is larger than 8 MiB").hint("a protocol is a few hundred kilobytes"));
        return (reader.blocks, reader.comments, reader.faults);
    }
    for (number, line) in text.lines().enumerate() {
        reader.line(number + 1, line);
    }
    (reader.blocks, reader.comments, reader.faults)
}

#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    comments: Vec<String>,
    faults: Vec<Fault>,
}

impl Reader {
    fn line(&mut self, number: usize, raw: &str) {
        let content = raw.trim_end();
        let indent = content.len() - content.trim_start_matches(' ').len();
        let body = &content[indent..];
        if body.is_empty() {
            return;
        }
        if let Some(comment) = body.strip_prefix('#') {
            self.comments.push(comment.trim().to_owned());
            return;
        }
        if body.starts_with('\t') {
            let place = Place { line: number, column: indent + 1, length: 1 };
            self.faults.push(Fault::new(place, "a tab").hint("indent with two spaces"));
            return;
        }
        let Some(line) = self.tokens(number, indent, body) else { return };
        match (indent, self.blocks.last_mut()) {
            (0, _) => self.blocks.push(Block { head: line, lines: Vec::new() }),
            (_, Some(block)) => block.lines.push(line),
            (_, None) => {
                let fault = Fault::new(line.keyword.place, "an indented line before any block");
                self.faults.push(fault.hint("a block begins in the first column"));
            }
        }
    }

    fn tokens(&mut self, number: usize, indent: usize, body: &str) -> Option<Line> {
        let comments = std::mem::take(&mut self.comments);
        let characters: Vec<char> = body.chars().collect();
        let mut tokens = Vec::new();
        let mut at = 0;
        while at < characters.len() {
            if characters[at] == ' ' {
                at += 1;
                continue;
            }
            let column = indent + at + 1;
            if characters[at] == '"' {
                let (text, next, closed) = quoted(&characters, at);
                let place = Place { line: number, column, length: next - at };
                if !closed {
                    self.faults.push(
                        Fault::new(place, "a text that does not end").hint("close it with `\"` on the same line"),
                    );
                    return None;
                }
                tokens.push(Token::Text(Word { text, place }));
                at = next;
            } else {
                let next =
                    (at..characters.len()).find(|i| matches!(characters[*i], ' ' | '"')).unwrap_or(characters.len());
                let text: String = characters[at..next].iter().collect();
                tokens.push(Token::Word(Word { text, place: Place { line: number, column, length: next - at } }));
                at = next;
            }
        }
        let mut tokens = tokens.into_iter();
        match tokens.next()? {
            Token::Word(keyword) => Some(Line { comments, keyword, tokens: tokens.collect() }),
            Token::Text(text) => {
                self.faults.push(
                    Fault::new(text.place, "a text where a keyword belongs").hint("a line begins with its keyword"),
                );
                None
            }
        }
    }
}

/// Reads the text that opens at `start`; returns it, the position behind it and whether it was closed.
fn quoted(characters: &[char], start: usize) -> (String, usize, bool) {
    let mut text = String::new();
    let mut at = start + 1;
    while at < characters.len() {
        match characters[at] {
            '"' => return (text, at + 1, true),
            '\\' if matches!(characters.get(at + 1), Some('"' | '\\')) => {
                text.push(characters[at + 1]);
                at += 2;
            }
            other => {
                text.push(other);
                at += 1;
            }
        }
    }
    (text, at, false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_belong_to_the_line_below() {
        let (blocks, rest, faults) = blocks("# why\nrule E01 x\n  # because\n  say \"a \\\"b\\\"\"\n# end\n");
        assert!(faults.is_empty());
        assert_eq!(blocks[0].head.comments, ["why"]);
        assert_eq!(blocks[0].lines[0].comments, ["because"]);
        assert!(matches!(&blocks[0].lines[0].tokens[0], Token::Text(t) if t.text == "a \"b\""));
        assert_eq!(rest, ["end"]);
    }

    #[test]
    fn every_fault_is_reported_with_its_place() {
        let (_, _, faults) = blocks("  lost\nrule\n\tsay\n  say \"open\n\"x\"\n");
        let places: Vec<_> = faults.iter().map(|f| (f.place.line, f.place.column)).collect();
        assert_eq!(places, [(1, 3), (3, 1), (4, 7), (5, 1)]);
    }
}
