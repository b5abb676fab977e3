//! The lines of one block: keywords that are known, texts with their grounds, names that resolve.

use ledger::Ledger;
use protocol::fault::{Fault, Place, did_you_mean};
use protocol::model::Protocol;
use protocol::syntax::{Block, Line, Token, Word};
use protocol::text::Text;

use super::ground;
use crate::model::{Guide, Said, Way};

/// Reads blocks; faults are collected, nothing is thrown away early.
pub struct Reader<'r> {
    /// What names refer to.
    pub protocol: &'r Protocol,
    /// What claims rest on.
    pub ledger: &'r Ledger,
    /// What has been found wrong.
    pub faults: &'r mut Vec<Fault>,
}

/// Every kind of block.
const KINDS: [&str; 6] = ["session", "move", "card", "explain", "page", "milk"];

impl Reader<'_> {
    /// Reads one block into the guide.
    pub fn block(&mut self, block: &Block, guide: &mut Guide) {
        let keyword = &block.head.keyword;
        match keyword.text.as_str() {
            "session" => self.session(block, guide),
            "move" => self.step_of_session(block, guide),
            "card" => self.card(block, guide),
            "explain" => self.explain(block, guide),
            "page" => self.page(block, guide),
            "milk" => self.milk(block, guide),
            other => {
                let hint = did_you_mean(other, KINDS).unwrap_or_else(|| format!("known: {}", KINDS.join(", ")));
                self.fault(keyword.place, format!("unknown block `{other}`"), Some(hint));
            }
        }
    }

    /// Reports a fault.
    pub fn fault(&mut self, place: Place, what: impl Into<String>, hint: Option<String>) {
        self.faults.push(Fault { place, what: what.into(), hint });
    }

    /// Refuses a line that this kind of block does not have.
    pub fn unknown(&mut self, block: &Block, line: &Line, keywords: &[&str]) {
        let word = &line.keyword;
        let known = format!("a `{}` block has: {}", block.head.keyword.text, keywords.join(", "));
        let hint = did_you_mean(&word.text, keywords.iter().copied()).unwrap_or(known);
        self.fault(word.place, format!("unknown keyword `{}`", word.text), Some(hint));
    }

    /// The words in the head of a block: exactly so many.
    pub fn head<const N: usize>(&mut self, block: &Block, form: &str) -> [String; N] {
        let words: Vec<String> = words(&block.head).map(|word| word.text.clone()).collect();
        words.try_into().unwrap_or_else(|_| {
            self.fault(block.head.keyword.place, "the head of this block is not complete", Some(form.to_owned()));
            std::array::from_fn(|_| String::new())
        })
    }

    /// The one word that is all of a line.
    pub fn word(&mut self, line: &Line) -> String {
        match line.tokens.as_slice() {
            [Token::Word(word)] => word.text.clone(),
            _ => {
                self.fault(line.end(), "one word belongs here", None);
                String::new()
            }
        }
    }

    /// The one number that is all of a line.
    pub fn number(&mut self, line: &Line) -> Option<u32> {
        let number = self.word(line).parse().ok();
        if number.is_none() {
            self.fault(line.end(), "a whole number belongs here", None);
        }
        number
    }

    /// A text that claims nothing: a name, a heading, a description of a picture.
    pub fn text(&mut self, line: &Line) -> Text {
        match line.tokens.as_slice() {
            [Token::Text(word)] => self.read_text(word),
            _ => {
                self.fault(line.end(), "one text belongs here, and nothing else", None);
                Text::default()
            }
        }
    }

    /// A text and what it rests on; without grounds it is refused.
    pub fn said(&mut self, line: &Line) -> Said {
        let Some((Token::Text(word), rest)) = line.tokens.split_first() else {
            self.fault(line.end(), "a text belongs here, then what it rests on", None);
            return Said::default();
        };
        let mut grounds = Vec::new();
        for token in rest {
            match token {
                Token::Word(word) => match ground::find(self.protocol, self.ledger, &word.text) {
                    Ok(ground) => grounds.push(ground),
                    Err(hint) => {
                        self.fault(word.place, format!("`{}` is no ground", word.text), Some(hint));
                    }
                },
                Token::Text(text) => self.fault(text.place, "a second text on this line", None),
            }
        }
        if rest.is_empty() {
            let hint = "name an entry of evidence.toml or a block such as `rule:D05`; use `plain` for a sentence that claims nothing";
            self.fault(line.end(), "a claim that rests on nothing", Some(hint.to_owned()));
        }
        Said { text: self.read_text(word), grounds }
    }

    /// A path of this site and the words of its button.
    pub fn way(&mut self, line: &Line) -> Option<Way> {
        match line.tokens.as_slice() {
            [Token::Word(path), Token::Text(words)] if path.text.starts_with('/') => {
                Some(Way { path: path.text.clone(), text: self.read_text(words) })
            }
            _ => {
                self.fault(
                    line.end(),
                    "a path and words belong here",
                    Some("write `go /check \"Start the check\"`".to_owned()),
                );
                None
            }
        }
    }

    /// A name that must be one of these; its place among them.
    pub fn find<'n>(
        &mut self,
        place: Place,
        what: &str,
        id: &str,
        known: impl Iterator<Item = &'n str> + Clone,
    ) -> Option<usize> {
        let at = known.clone().position(|name| name == id);
        if at.is_none() {
            self.fault(place, format!("unknown {what} `{id}`"), did_you_mean(id, known));
        }
        at
    }

    fn read_text(&mut self, word: &Word) -> Text {
        if word.text.trim().is_empty() {
            self.fault(word.place, "an empty text", None);
        }
        Text::parse(&word.text, word.place).unwrap_or_else(|fault| {
            self.faults.push(fault);
            Text::default()
        })
    }
}

fn words(line: &Line) -> impl Iterator<Item = &Word> {
    line.tokens.iter().filter_map(|token| match token {
        Token::Word(word) => Some(word),
        Token::Text(_) => None,
    })
}
