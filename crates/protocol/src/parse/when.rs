//! Reading tests: `temp at least fever and hot`.

use super::body::Shop;
use crate::model::context::ContextKind;
use crate::model::finding::FindingId;
use crate::model::when::{All, Any, Test};
use crate::syntax::{Block, Line, Token, Word};

/// Which forms a block allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Allowed {
    /// "This level or worse" only, and context that never lowers: what keeps urgency monotone.
    UpwardOnly,
    /// Any word of the context as well; for whatever is not urgency.
    AnyContext,
    /// Also what does not hold.
    Everything,
}

impl Shop<'_> {
    /// The alternatives of a block: its `when` line and the `or` lines below it.
    pub fn alternatives(&mut self, block: &Block, allowed: Allowed) -> Any {
        let mut any = Any::new();
        for line in block.lines.iter().filter(|line| matches!(line.keyword.text.as_str(), "when" | "or")) {
            match (line.keyword.text.as_str(), any.is_empty()) {
                ("when", false) => self.fault(
                    line.keyword.place,
                    "a second `when` line",
                    Some("alternatives stand on `or` lines".to_owned()),
                ),
                ("or", true) => self.fault(line.keyword.place, "an `or` line without a `when` above", None),
                _ => {}
            }
            any.push(self.tests(line, allowed));
        }
        any
    }

    /// The alternatives of a block that must have some.
    pub fn need_alternatives(&mut self, block: &Block, allowed: Allowed) -> Any {
        self.need(block, "when");
        let any = self.alternatives(block, allowed);
        if any.is_empty() { vec![All::new()] } else { any }
    }

    /// The tests of a whole line.
    pub fn tests(&mut self, line: &Line, allowed: Allowed) -> All {
        self.tests_of(line, &line.tokens, allowed)
    }

    /// The tests in some tokens of a line.
    pub fn tests_of(&mut self, line: &Line, tokens: &[Token], allowed: Allowed) -> All {
        let words: Vec<&Word> = tokens
            .iter()
            .filter_map(|token| match token {
                Token::Word(word) => Some(word),
                Token::Text(text) => {
                    self.fault(text.place, "a text where a test belongs", None);
                    None
                }
            })
            .collect();
        if words.is_empty() {
            self.fault(line.end(), "a test is missing", Some("write `FINDING at least LEVEL`".to_owned()));
        }
        let parts: Vec<_> = words.split(|word| word.text == "and").collect();
        parts
            .into_iter()
            .filter(|part| !words.is_empty() || !part.is_empty())
            .filter_map(|part| self.test(line, part, allowed))
            .collect()
    }

    fn test(&mut self, line: &Line, words: &[&Word], allowed: Allowed) -> Option<Test> {
        let texts: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
        let test = match texts.as_slice() {
            [] => {
                self.fault(line.end(), "a test is missing beside `and`", None);
                return None;
            }
            [name, ..] if name.starts_with("ctx.") => self.context_test(words)?,
            [_] => Test::Term(self.find(words[0], "term", self.names.terms.iter().copied())?),
            ["no", _] => Test::NoTerm(self.find(words[1], "term", self.names.terms.iter().copied())?),
            [name, "at", "least", _] if self.names.counts.contains(name) => {
                Test::Count(self.find(words[0], "count", self.names.counts.iter().copied())?, self.number(words[3])?)
            }
            [_, "at", "least", _] => {
                let (finding, level) = self.level(words[0], words[3])?;
                Test::AtLeast(finding, level)
            }
            [_, "under", _] => {
                let (finding, level) = self.level(words[0], words[2])?;
                Test::Milder(finding, level)
            }
            _ => {
                self.fault(words[0].place, format!("`{}` is not a test", texts.join(" ")), Some(FORMS.to_owned()));
                return None;
            }
        };
        self.refuse(words[0], test, allowed);
        Some(test)
    }

    fn context_test(&mut self, words: &[&Word]) -> Option<Test> {
        let name = Word { text: words[0].text["ctx.".len()..].to_owned(), place: words[0].place };
        let names = self.names;
        let at = self.find(&name, "item of context", names.context_ids())?;
        let item = &names.context[at];
        let texts: Vec<&str> = words[1..].iter().map(|word| word.text.as_str()).collect();
        let number = matches!(item.kind, ContextKind::Number { .. });
        match texts.as_slice() {
            ["under", _] if number => self.number(words[2]).map(|n| Test::ContextUnder(at, n)),
            ["at", "most", _] if number => self.number(words[3]).map(|n| Test::ContextAtMost(at, n)),
            ["at", "least", _] if number => self.number(words[3]).map(|n| Test::ContextAtLeast(at, n)),
            ["is", _] if !number => match item.value(&words[2].text) {
                Some(value) => Some(Test::ContextIs(at, value)),
                None => {
                    let hint = format!("allowed: {}", item.allowed());
                    self.fault(words[2].place, format!("unknown value `{}`", words[2].text), Some(hint));
                    None
                }
            },
            _ => {
                let form = if number { "`under N` or `at most N`" } else { "`is VALUE`" };
                self.fault(
                    words[0].place,
                    format!("`{}` cannot be tested like this", name.text),
                    Some(format!("write {form}")),
                );
                None
            }
        }
    }

    /// A finding and one of its levels.
    pub fn level(&mut self, finding: &Word, level: &Word) -> Option<(FindingId, u8)> {
        let names = self.names;
        let at = self.find(finding, "finding", names.finding_ids())?;
        let levels = names.findings[at].1.clone();
        let number = self.find(level, &format!("level of `{}`", finding.text), levels.iter().copied())?;
        Some((FindingId::at(at), u8::try_from(number).ok()?))
    }

    fn refuse(&mut self, word: &Word, test: Test, allowed: Allowed) {
        let upward = match test {
            Test::AtLeast(_, 0) | Test::Milder(_, 0) | Test::Count(_, 0) => {
                self.fault(
                    word.place,
                    "a test at the mildest level decides nothing",
                    Some("name a worse level".to_owned()),
                );
                true
            }
            Test::AtLeast(..) | Test::Term(_) | Test::Count(..) | Test::ContextUnder(..) | Test::ContextAtMost(..) => {
                true
            }
            Test::ContextIs(at, value) => {
                let item = &self.names.context[at];
                allowed != Allowed::UpwardOnly || item.id == "lactation" && item.written(value) == "not_lactating"
            }
            Test::NoTerm(_) | Test::Milder(..) | Test::ContextAtLeast(..) => allowed == Allowed::Everything,
        };
        if !upward {
            let hint = "a worse answer must never lower urgency: test `at least LEVEL`, `ctx.… under N`, `ctx.… at most N` or `ctx.lactation is not_lactating`";
            self.fault(
                word.place,
                format!("`{}` is tested in a way that is not upward", word.text),
                Some(hint.to_owned()),
            );
        }
    }
}

const FORMS: &str = "a test is `FINDING at least LEVEL`, `COUNT at least N`, a term, or `ctx.ITEM under N`";
