//! Reading the lines of one block: each keyword once or many times, faults collected, nothing thrown away early.

use crate::fault::{Fault, Place, did_you_mean};
use crate::syntax::{Block, Line, Token, Word};
use crate::text::Text;

/// What every block reader shares: the names of the file and the faults so far.
pub struct Shop<'a> {
    /// All names that may be referred to.
    pub names: &'a super::names::Names<'a>,
    /// Ids of the sources that exist.
    pub sources: &'a [&'a str],
    /// What has been found wrong.
    pub faults: &'a mut Vec<Fault>,
}

impl Shop<'_> {
    /// Reports a fault.
    pub fn fault(&mut self, place: Place, what: impl Into<String>, hint: Option<String>) {
        self.faults.push(Fault { place, what: what.into(), hint });
    }

    /// Refuses lines that this kind of block does not have.
    pub fn allow(&mut self, block: &Block, keywords: &[&str]) {
        for line in &block.lines {
            let word = &line.keyword;
            if !keywords.contains(&word.text.as_str()) {
                let hint = did_you_mean(&word.text, keywords.iter().copied());
                let known = format!("a `{}` block has: {}", block.head.keyword.text, keywords.join(", "));
                self.fault(word.place, format!("unknown keyword `{}`", word.text), Some(hint.unwrap_or(known)));
            }
        }
    }

    /// The one line with this keyword, if any; a second one is a fault.
    pub fn one<'b>(&mut self, block: &'b Block, keyword: &str) -> Option<&'b Line> {
        let mut lines = block.lines.iter().filter(|line| line.keyword.text == keyword);
        let first = lines.next();
        for again in lines {
            self.fault(again.keyword.place, format!("a second `{keyword}` line"), Some("a block has one".to_owned()));
        }
        first
    }

    /// The one line with this keyword; its absence is a fault.
    pub fn need<'b>(&mut self, block: &'b Block, keyword: &str) -> Option<&'b Line> {
        let line = self.one(block, keyword);
        if line.is_none() {
            let head = &block.head;
            self.fault(head.keyword.place, format!("no `{keyword}` line in this `{}` block", head.keyword.text), None);
        }
        line
    }

    /// A text that must be there.
    pub fn need_text(&mut self, block: &Block, keyword: &str) -> Text {
        self.need(block, keyword).map(|line| self.only_text(line)).unwrap_or_default()
    }

    /// A text that may be there.
    pub fn text(&mut self, block: &Block, keyword: &str) -> Option<Text> {
        self.one(block, keyword).map(|line| self.only_text(line))
    }

    /// The text that is all of a line.
    pub fn only_text(&mut self, line: &Line) -> Text {
        match line.tokens.as_slice() {
            [Token::Text(word)] => self.read_text(word),
            [] => {
                self.fault(line.end(), "a text is missing", Some("write it in double quotes".to_owned()));
                Text::default()
            }
            [_, second, ..] if matches!(line.tokens[0], Token::Text(_)) => {
                self.fault(second.place(), "more than one text on this line", None);
                Text::default()
            }
            [first, ..] => {
                self.fault(first.place(), "a word where a text belongs", Some("write it in double quotes".to_owned()));
                Text::default()
            }
        }
    }

    /// Reads the brackets and names of a text.
    pub fn read_text(&mut self, word: &Word) -> Text {
        if word.text.trim().is_empty() {
            self.fault(word.place, "an empty text", None);
        }
        match Text::parse(&word.text, word.place) {
            Ok(text) => text,
            Err(fault) => {
                self.faults.push(fault);
                Text::default()
            }
        }
    }

    /// The words of a line that has no text on it.
    pub fn words<'b>(&mut self, line: &'b Line) -> Vec<&'b Word> {
        let mut words = Vec::new();
        for token in &line.tokens {
            match token {
                Token::Word(word) => words.push(word),
                Token::Text(text) => {
                    self.fault(text.place, "a text where words belong", Some("leave out the quotes".to_owned()))
                }
            }
        }
        words
    }

    /// The id in the head of a block.
    pub fn id(&mut self, block: &Block) -> String {
        match block.head.tokens.first() {
            Some(Token::Word(word)) => word.text.clone(),
            _ => {
                self.fault(block.head.end(), format!("a `{}` block needs an id", block.head.keyword.text), None);
                String::new()
            }
        }
    }

    /// The words in the head of a block behind its id, at most `most`.
    pub fn head<'b>(&mut self, block: &'b Block, most: usize) -> Vec<&'b Word> {
        let words: Vec<_> = self.words(&block.head).into_iter().skip(1).collect();
        if let Some(extra) = words.get(most) {
            self.fault(extra.place, format!("`{}` is too much here", extra.text), None);
        }
        words.into_iter().take(most).collect()
    }

    /// The sources that a block names; unknown ones are faults.
    pub fn cite(&mut self, block: &Block) -> Vec<String> {
        let Some(line) = self.one(block, "cite") else { return Vec::new() };
        let words = self.words(line);
        if words.is_empty() {
            self.fault(line.end(), "no source", Some("name at least one source id".to_owned()));
        }
        words.into_iter().map(|word| self.source(word)).collect()
    }

    /// The sources of a block that must have one.
    pub fn need_cite(&mut self, block: &Block) -> Vec<String> {
        if self.need(block, "cite").is_none() {
            return Vec::new();
        }
        self.cite(block)
    }

    fn source(&mut self, word: &Word) -> String {
        if !self.sources.contains(&word.text.as_str()) {
            let hint = did_you_mean(&word.text, self.sources.iter().copied());
            self.fault(
                word.place,
                format!("unknown source `{}`", word.text),
                Some(hint.unwrap_or("add it to sources.toml".to_owned())),
            );
        }
        word.text.clone()
    }

    /// A whole number, in a range that its type allows.
    pub fn number<N: std::str::FromStr>(&mut self, word: &Word) -> Option<N> {
        let number = word.text.parse().ok();
        if number.is_none() {
            self.fault(word.place, format!("`{}` is not a whole number that fits here", word.text), None);
        }
        number
    }

    /// The one number that is all of a line.
    pub fn only_number<N: std::str::FromStr>(&mut self, line: &Line) -> Option<N> {
        match self.words(line).as_slice() {
            [word] => self.number(word),
            _ => {
                self.fault(line.end(), "one number belongs here", None);
                None
            }
        }
    }

    /// Looks a word up; an unknown one is a fault that says which name was probably meant.
    pub fn find<'n>(
        &mut self,
        word: &Word,
        what: &str,
        known: impl IntoIterator<Item = &'n str> + Clone,
    ) -> Option<usize> {
        let at = known.clone().into_iter().position(|name| name == word.text);
        if at.is_none() {
            let hint = did_you_mean(&word.text, known.clone()).or_else(|| {
                let names: Vec<_> = known.into_iter().take(9).collect();
                (names.len() < 9).then(|| format!("allowed: {}", names.join(", ")))
            });
            self.fault(word.place, format!("unknown {what} `{}`", word.text), hint);
        }
        at
    }
}
