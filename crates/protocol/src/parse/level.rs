//! Reading the head of the file: protocol, urgency, regions, context, screens.

use super::body::Shop;
use super::when::Allowed;
use crate::model::Protocol;
use crate::model::context::ContextItem;
use crate::model::finding::{FindingId, Subject};
use crate::model::screen::{Screen, ScreenKind};
use crate::model::urgency::{Deadline, Phone, Region, Urgency, UrgencyWords};
use crate::model::when::Test;
use crate::syntax::{Block, Line, Token};

impl Shop<'_> {
    /// Reads the `protocol` block.
    pub fn protocol(&mut self, block: &Block, into: &mut Protocol) {
        self.allow(block, &["title", "status", "note"]);
        into.name = self.id(block);
        match self.head(block, 1).first() {
            Some(version) => into.version = version.text.clone(),
            None => self.fault(block.head.end(), "the version is missing", None),
        }
        into.title = self.need_text(block, "title");
        into.status = self.need_text(block, "status");
    }

    /// Reads an `urgency` block.
    pub fn urgency(&mut self, block: &Block) -> Option<UrgencyWords> {
        self.allow(block, &["head", "act", "say", "deadline", "note"]);
        let words = self.words(&block.head);
        let [id, number] = words.as_slice() else {
            self.fault(block.head.end(), "an urgency has an id and a number", None);
            return None;
        };
        let urgency = Urgency::ALL[self.find(id, "urgency", Urgency::ALL.map(Urgency::id))?];
        if self.number::<u8>(number)? != urgency.number() {
            self.fault(number.place, format!("`{}` is number {}", urgency.id(), urgency.number()), None);
        }
        Some(UrgencyWords {
            urgency,
            head: self.need_text(block, "head"),
            act: self.need_text(block, "act"),
            say: self.need_text(block, "say"),
            deadline: self.need(block, "deadline").and_then(|line| self.deadline(line)).unwrap_or(Deadline::Now),
        })
    }

    fn deadline(&mut self, line: &Line) -> Option<Deadline> {
        let words = self.words(line);
        let texts: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
        match texts.as_slice() {
            ["now"] => Some(Deadline::Now),
            ["days"] => Some(Deadline::Days),
            ["none"] => Some(Deadline::None),
            ["hours", _] => self.number(words[1]).map(Deadline::Hours),
            ["recheck", _] => self.number(words[1]).map(Deadline::Recheck),
            _ => {
                self.fault(
                    line.end(),
                    "not a deadline",
                    Some("write `now`, `hours N`, `days`, `recheck N` or `none`".to_owned()),
                );
                None
            }
        }
    }

    /// Reads a `region` block.
    pub fn region(&mut self, block: &Block) -> Region {
        self.allow(block, &["name", "emergency", "urgent", "crisis", "poison", "checked", "note"]);
        let mut phones = |keyword: &str| -> Vec<Phone> {
            let lines: Vec<_> = block.lines.iter().filter(|line| line.keyword.text == keyword).collect();
            lines.into_iter().filter_map(|line| self.phone(line)).collect()
        };
        let [emergency, urgent, crisis, poison] = ["emergency", "urgent", "crisis", "poison"].map(&mut phones);
        for (keyword, list) in [("emergency", &emergency), ("urgent", &urgent), ("crisis", &crisis)] {
            if list.is_empty() {
                self.fault(block.head.keyword.place, format!("no `{keyword}` line in this region"), None);
            }
        }
        let checked =
            self.need(block, "checked").and_then(|line| self.words(line).first().map(|word| word.text.clone()));
        Region {
            code: self.id(block),
            name: self.need_text(block, "name"),
            emergency,
            urgent,
            crisis,
            poison,
            checked: checked.filter(|day| day != "never"),
            note: self.text(block, "note"),
        }
    }

    fn phone(&mut self, line: &Line) -> Option<Phone> {
        match line.tokens.as_slice() {
            [Token::Text(shown)] => Some(Phone { shown: self.read_text(shown), dial: None }),
            [Token::Text(shown), Token::Word(dial)] if dial.text.chars().all(|c| c.is_ascii_digit() || c == '+') => {
                Some(Phone { shown: self.read_text(shown), dial: Some(dial.text.clone()) })
            }
            _ => {
                self.fault(line.end(), "not a number to call", Some("write `\"shown\" digits`".to_owned()));
                None
            }
        }
    }

    /// Reads a `context` block.
    pub fn context(&mut self, block: &Block) -> Option<ContextItem> {
        self.allow(block, &["values", "number", "note"]);
        let id = self.id(block);
        let names = self.names;
        let Some(item) = names.context.iter().find(|item| item.id == id) else {
            let hint = "write `values a b c` or `number MIN to MAX [or WORD]`";
            self.fault(block.head.keyword.place, format!("what may `{id}` be?"), Some(hint.to_owned()));
            return None;
        };
        Some(ContextItem { note: self.text(block, "note"), ..item.clone() })
    }

    /// Reads `baby absent` and `baby watched`.
    pub fn baby(&mut self, block: &Block, into: &mut Protocol) {
        self.allow(block, &["when", "or", "note"]);
        let any = self.need_alternatives(block, Allowed::AnyContext);
        if !any.iter().flatten().all(|test| matches!(test, Test::ContextIs(..))) {
            let hint = "write `when ctx.ITEM is VALUE`".to_owned();
            self.fault(block.head.keyword.place, "only words of the context may be tested here", Some(hint));
        }
        match self.id(block).as_str() {
            "absent" => into.baby_absent = any,
            "watched" => into.baby_watched = any,
            _ => self.fault(block.head.end(), "a `baby` block is `absent` or `watched`", None),
        }
    }

    /// Reads a screen of the interview.
    pub fn screen(&mut self, block: &Block) -> Option<Screen> {
        self.allow(block, &["for", "ask", "help", "holds", "sets", "choice", "when", "or", "note"]);
        let kind = match self.head(block, 1).first() {
            Some(word) => word.text.clone(),
            None => String::new(),
        };
        let kind = match kind.as_str() {
            "who" => ScreenKind::Who,
            "list" => ScreenKind::List(self.holds(block)),
            "question" => ScreenKind::Question(self.holds_one(block)?),
            "choose" => self.choose(block)?,
            _ => {
                self.fault(
                    block.head.end(),
                    "not a kind of screen",
                    Some("write `who`, `list`, `question` or `choose`".to_owned()),
                );
                return None;
            }
        };
        let asks_itself = matches!(kind, ScreenKind::Question(_));
        Some(Screen {
            id: self.id(block),
            kind,
            subject: self.patient(block),
            ask: if asks_itself { self.text(block, "ask").unwrap_or_default() } else { self.need_text(block, "ask") },
            help: self.text(block, "help"),
            when: self.alternatives(block, Allowed::Everything),
        })
    }

    fn patient(&mut self, block: &Block) -> Option<Subject> {
        let line = self.one(block, "for")?;
        let word = self.words(line).first().copied()?;
        self.find(word, "patient", ["parent", "baby"]).map(|at| [Subject::Parent, Subject::Baby][at])
    }

    fn holds(&mut self, block: &Block) -> Vec<FindingId> {
        let Some(line) = self.need(block, "holds") else { return Vec::new() };
        let names = self.names;
        let words = self.words(line);
        if words.is_empty() {
            self.fault(line.end(), "no finding", Some("name what the screen asks".to_owned()));
        }
        words
            .into_iter()
            .filter_map(|word| self.find(word, "finding", names.finding_ids()).map(FindingId::at))
            .collect()
    }

    fn holds_one(&mut self, block: &Block) -> Option<FindingId> {
        let found = self.holds(block);
        let second = block.lines.iter().find(|line| line.keyword.text == "holds").and_then(|line| line.tokens.get(1));
        if let Some(second) = second {
            let hint = "write a screen for each, or a `list`".to_owned();
            self.fault(second.place(), "a `question` screen holds one finding", Some(hint));
        }
        found.first().copied()
    }

    fn choose(&mut self, block: &Block) -> Option<ScreenKind> {
        let line = self.need(block, "sets")?;
        let names = self.names;
        let word = self.words(line).first().copied()?;
        let context = self.find(word, "item of context", names.context_ids())?;
        let mut choices = Vec::new();
        for line in block.lines.iter().filter(|line| line.keyword.text == "choice") {
            let [Token::Word(value), Token::Text(text)] = line.tokens.as_slice() else {
                self.fault(line.end(), "a value and a text belong here", None);
                continue;
            };
            let text = self.read_text(text);
            match names.context[context].value(&value.text) {
                Some(number) => choices.push((number, text)),
                None => {
                    let hint = format!("allowed: {}", names.context[context].allowed());
                    self.fault(value.place, format!("unknown value `{}`", value.text), Some(hint));
                }
            }
        }
        Some(ScreenKind::Choose { context, choices })
    }
}
