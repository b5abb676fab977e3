//! Reading `finding` and `input` blocks.

use super::body::Shop;
use super::when::Allowed;
use crate::model::finding::{
    CheckLine, Choice, Class, Compare, Cut, Finding, Group, MOST_LEVELS, Needed, ReadingKind, Subject, UNSURE,
};
use crate::model::when::Any;
use crate::syntax::{Block, Line, Token, Word};
use crate::text::Text;

const KEYWORDS: [&str; 18] = [
    "levels", "unsure", "needed", "or", "alone", "group", "ask", "help", "line", "choice", "sign", "watch", "skip",
    "tell", "reading", "cut", "cite", "note",
];

const CLASSES: [(&str, Class); 4] =
    [("R", Class::RedFlag), ("M", Class::Modifier), ("C", Class::Course), ("L", Class::Local)];

const READINGS: [(&str, ReadingKind); 7] = [
    ("temperature", ReadingKind::Temperature),
    ("per_minute", ReadingKind::PerMinute),
    ("scale", ReadingKind::Scale),
    ("hours", ReadingKind::Hours),
    ("days", ReadingKind::Days),
    ("percent", ReadingKind::Percent),
    ("count", ReadingKind::Count),
];

impl Shop<'_> {
    /// Reads one finding or input.
    pub fn finding(&mut self, block: &Block) -> Finding {
        self.allow(block, &KEYWORDS);
        let id = self.id(block);
        let input = block.head.keyword.text == "input";
        let levels = self.levels(block);
        let mut finding = Finding {
            subject: if id.starts_with("b_") { Subject::Baby } else { Subject::Parent },
            class: if input { Class::Input } else { self.class(block) },
            unsure: 0,
            needed: if input { Needed::Never } else { self.needed(block) },
            alone: self.alone(block),
            group: self.group(block),
            ask: self.need_text(block, "ask"),
            help: self.text(block, "help"),
            lines: Vec::new(),
            choices: Vec::new(),
            signs: vec![None; levels.len()],
            watches: vec![None; levels.len()],
            skip: self.text(block, "skip"),
            tell: self.text(block, "tell"),
            reading: None,
            cuts: Vec::new(),
            sources: self.cite(block),
            note: self.text(block, "note"),
            levels,
            id,
        };
        if let Some(line) = self.need(block, "unsure") {
            finding.unsure = self.only_level(line, &finding).unwrap_or(0);
        }
        self.answers(block, &mut finding);
        self.reading(block, &mut finding);
        self.complete_words(block, &finding);
        finding
    }

    fn class(&mut self, block: &Block) -> Class {
        let Some(word) = self.head(block, 1).first().copied() else {
            self.fault(block.head.end(), "the class is missing", Some("write R, M, C or L behind the id".to_owned()));
            return Class::Local;
        };
        self.find(word, "class", CLASSES.map(|(id, _)| id)).map_or(Class::Local, |at| CLASSES[at].1)
    }

    fn levels(&mut self, block: &Block) -> Vec<String> {
        let Some(line) = self.need(block, "levels") else { return Vec::new() };
        let words = self.words(line);
        let mut levels: Vec<String> = Vec::new();
        for (at, word) in words.iter().enumerate() {
            if (at % 2 == 1) != (word.text == "<") {
                self.fault(
                    word.place,
                    format!("`{}` is out of place", word.text),
                    Some("write `no < unsure < yes`, mildest first".to_owned()),
                );
                return levels;
            }
            if at % 2 == 0 {
                if levels.contains(&word.text) {
                    self.fault(word.place, format!("the level `{}` is given twice", word.text), None);
                }
                levels.push(word.text.clone());
            }
        }
        if !(2..=MOST_LEVELS).contains(&levels.len()) {
            self.fault(
                line.keyword.place,
                format!("{} levels", levels.len()),
                Some(format!("a finding has 2 to {MOST_LEVELS}")),
            );
        }
        levels
    }

    fn needed(&mut self, block: &Block) -> Needed {
        let Some(line) = self.need(block, "needed") else { return Needed::Never };
        match line.tokens.first() {
            Some(Token::Word(word)) if word.text == "always" && line.tokens.len() == 1 => Needed::Always,
            Some(Token::Word(word)) if word.text == "when" => {
                let mut any = vec![self.tests_of(line, &line.tokens[1..], Allowed::UpwardOnly)];
                for or in block.lines.iter().filter(|line| line.keyword.text == "or") {
                    any.push(self.tests(or, Allowed::UpwardOnly));
                }
                Needed::When(any)
            }
            _ => {
                self.fault(
                    line.end(),
                    "when is it needed?",
                    Some("write `needed always` or `needed when TESTS`".to_owned()),
                );
                Needed::Never
            }
        }
    }

    fn alone(&mut self, block: &Block) -> Any {
        let Some(line) = self.one(block, "alone") else { return Any::new() };
        match line.tokens.first() {
            Some(Token::Word(word)) if word.text == "when" => {
                vec![self.tests_of(line, &line.tokens[1..], Allowed::UpwardOnly)]
            }
            _ => {
                self.fault(line.end(), "when is it asked alone?", Some("write `alone when TESTS`".to_owned()));
                Any::new()
            }
        }
    }

    fn group(&mut self, block: &Block) -> Option<Group> {
        let line = self.one(block, "group")?;
        let word = self.words(line).first().copied()?;
        self.find(word, "group", Group::ALL.map(Group::id)).map(|at| Group::ALL[at])
    }

    fn only_level(&mut self, line: &Line, finding: &Finding) -> Option<u8> {
        match self.words(line).as_slice() {
            [word] => self.level_of(word, finding),
            _ => {
                self.fault(line.end(), "one level belongs here", None);
                None
            }
        }
    }

    fn level_of(&mut self, word: &Word, finding: &Finding) -> Option<u8> {
        let what = format!("level of `{}`", finding.id);
        self.find(word, &what, finding.levels.iter().map(String::as_str)).and_then(|at| u8::try_from(at).ok())
    }

    fn answers(&mut self, block: &Block, finding: &mut Finding) {
        for line in &block.lines {
            match line.keyword.text.as_str() {
                "line" => {
                    if let Some((level, text)) = self.level_and_text(line, finding) {
                        finding.lines.push(CheckLine { level, text });
                    }
                }
                "choice" => {
                    if let Some((Some(level), text)) = self.level_and_text(line, finding) {
                        if finding.choices.last().is_some_and(|before| before.level > level) {
                            self.fault(line.keyword.place, "choices go from mildest to worst", None);
                        }
                        finding.choices.push(Choice { level, text });
                    }
                }
                "sign" | "watch" => {
                    if let Some((Some(level), text)) = self.level_and_text(line, finding) {
                        let phrases =
                            if line.keyword.text == "sign" { &mut finding.signs } else { &mut finding.watches };
                        phrases[usize::from(level)] = Some(text);
                    }
                }
                _ => {}
            }
        }
    }

    fn level_and_text(&mut self, line: &Line, finding: &Finding) -> Option<(Option<u8>, Text)> {
        match line.tokens.as_slice() {
            [Token::Text(text)] if line.keyword.text == "line" => Some((None, self.read_text(text))),
            [Token::Word(level), Token::Text(text)] => {
                let text = self.read_text(text);
                Some((Some(self.level_of(level, finding)?), text))
            }
            _ => {
                self.fault(
                    line.end(),
                    "a level and a text belong here",
                    Some(format!("write `{} LEVEL \"…\"`", line.keyword.text)),
                );
                None
            }
        }
    }

    fn reading(&mut self, block: &Block, finding: &mut Finding) {
        if let Some(line) = self.one(block, "reading")
            && let Some(word) = self.words(line).first().copied()
        {
            finding.reading = self.find(word, "kind of number", READINGS.map(|(id, _)| id)).map(|at| READINGS[at].1);
        }
        for line in block.lines.iter().filter(|line| line.keyword.text == "cut") {
            if let Some(cut) = self.cut(line, finding) {
                finding.cuts.push(cut);
            }
        }
        if finding.reading.is_some() == finding.cuts.is_empty() {
            self.fault(block.head.keyword.place, "`reading` and `cut` lines belong together", None);
        }
    }

    fn cut(&mut self, line: &Line, finding: &Finding) -> Option<Cut> {
        let words = self.words(line);
        let texts: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
        let (compare, number) = match texts.as_slice() {
            [_, "at", "least", _] => (Compare::AtLeast, words[3]),
            [_, "over", _] => (Compare::Over, words[2]),
            [_, "under", _] => (Compare::Under, words[2]),
            _ => {
                self.fault(
                    line.end(),
                    "a level and a number belong here",
                    Some("write `cut LEVEL at least N`".to_owned()),
                );
                return None;
            }
        };
        let level = self.level_of(words[0], finding)?;
        let Some(millionths) = crate::number::millionths(&number.text) else {
            self.fault(number.place, format!("`{}` is not a number", number.text), None);
            return None;
        };
        Some(Cut { level, compare, millionths })
    }

    /// Every level can be answered and named; every red flag says how to tell and escapes no one who is not sure.
    fn complete_words(&mut self, block: &Block, finding: &Finding) {
        let place = block.head.keyword.place;
        for (at, level) in finding.levels.iter().enumerate() {
            if level == UNSURE {
                continue;
            }
            if !finding.choices.iter().any(|choice| usize::from(choice.level) == at) {
                self.fault(place, format!("no `choice` for the level `{level}` of `{}`", finding.id), None);
            }
            if at > 0 && finding.signs[at].is_none() {
                self.fault(place, format!("no `sign` for the level `{level}` of `{}`", finding.id), None);
            }
        }
        if finding.lines.is_empty() {
            self.fault(
                place,
                format!("no `line` for `{}`", finding.id),
                Some("say how it reads on a checklist".to_owned()),
            );
        }
        if finding.class == Class::RedFlag {
            if finding.unsure == 0 {
                let hint = "name a worse level: not sure is never no";
                self.fault(
                    place,
                    format!("\"not sure\" about the red flag `{}` is its mildest level", finding.id),
                    Some(hint.to_owned()),
                );
            }
            if finding.tell.is_none() {
                self.fault(
                    place,
                    format!("no `tell` line for the red flag `{}`", finding.id),
                    Some("say how to tell".to_owned()),
                );
            }
            if matches!(finding.needed, Needed::Never) {
                self.fault(place, format!("the red flag `{}` is never needed", finding.id), None);
            }
        }
    }
}
