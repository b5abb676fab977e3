//! The canonical form of a protocol text: the same lines, the same comments, one way to write them.

use crate::syntax::{Block, Line, Token};

/// Width of the keyword column inside a block, so that what is said lines up.
const KEYWORD_WIDTH: usize = 9;

/// Prints blocks in the canonical form. Printing what was read from the canonical form changes nothing.
#[must_use]
pub fn canonical(blocks: &[Block], trailing_comments: &[String]) -> String {
    let mut out = String::new();
    for (index, block) in blocks.iter().enumerate() {
        if index > 0 {
            out.push('\n');
        }
        comments(&mut out, "", &block.head.comments);
        out.push_str(&block.head.keyword.text);
        tokens(&mut out, &block.head);
        for line in &block.lines {
            comments(&mut out, "  ", &line.comments);
            out.push_str("  ");
            out.push_str(&line.keyword.text);
            if !line.tokens.is_empty() {
                let gap = KEYWORD_WIDTH.saturating_sub(line.keyword.text.chars().count() + 1);
                out.push_str(&" ".repeat(gap));
            }
            tokens(&mut out, line);
        }
    }
    if !trailing_comments.is_empty() {
        out.push('\n');
        comments(&mut out, "", trailing_comments);
    }
    out
}

fn comments(out: &mut String, indent: &str, comments: &[String]) {
    for comment in comments {
        out.push_str(indent);
        out.push('#');
        if !comment.is_empty() {
            out.push(' ');
            out.push_str(comment);
        }
        out.push('\n');
    }
}

fn tokens(out: &mut String, line: &Line) {
    for token in &line.tokens {
        out.push(' ');
        match token {
            Token::Word(word) => out.push_str(&word.text),
            Token::Text(text) => {
                out.push('"');
                out.push_str(&text.text.replace('\\', "\\\\").replace('"', "\\\""));
                out.push('"');
            }
        }
    }
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::blocks;
    use proptest::prelude::*;

    fn once(text: &str) -> String {
        let (blocks, rest, _) = blocks(text);
        canonical(&blocks, &rest)
    }

    #[test]
    fn keywords_line_up() {
        assert_eq!(
            once("term hot\n   when   a at least  b\n  or c\n"),
            "term hot\n  when     a at least b\n  or       c\n"
        );
    }

    proptest! {
        #[test]
        fn formatting_twice_is_formatting_once_always(text in "([a-z#\" \\\\]{0,12}\n){0,8}") {
            let first = once(&text);
            prop_assert_eq!(&once(&first), &first);
        }
    }
}
