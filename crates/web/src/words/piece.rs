//! A file of words as the check sees it: messages made of text, values and choices, and what each says in one situation.

use std::collections::BTreeMap;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Message as Read, Pattern, PatternElement, VariantKey};
use fluent_syntax::parser;

/// One message of a file.
pub struct Message {
    /// Where it stands, from 1.
    pub line: usize,
    pub id: String,
    pub pieces: Vec<Piece>,
}

/// A part of a message.
pub enum Piece {
    Text(String),
    /// A value that the page fills in.
    Value(String),
    /// Words chosen by a value.
    Choice(Choice),
    /// Something that Fluent knows and our files do not use.
    Odd(&'static str),
}

pub struct Choice {
    pub on: String,
    pub cases: Vec<Case>,
}

pub struct Case {
    pub key: String,
    pub pieces: Vec<Piece>,
    default: bool,
}

/// Lines that are no Fluent: where, and what stands there.
pub type Unread = (usize, String);

/// Reads a file: every message in its order, and every line that is none.
pub fn read(text: &str) -> (Vec<Message>, Vec<Unread>) {
    let (resource, faults) = match parser::parse(text) {
        Ok(resource) => (resource, Vec::new()),
        Err((resource, faults)) => (resource, faults),
    };
    let line_of = |at: usize| text.get(..at).unwrap_or(text).matches('\n').count() + 1;
    let unread = faults.iter().map(|fault| (line_of(fault.pos.start), fault.kind.to_string())).collect();
    let mut lines = text.lines().enumerate();
    let mut line_with = |id: &str| {
        let begins = |line: &str| line.strip_prefix(id).is_some_and(|rest| rest.trim_start().starts_with('='));
        lines.find(|(_, line)| begins(line)).map_or(1, |(at, _)| at + 1)
    };
    let messages = resource.body.into_iter().filter_map(|entry| match entry {
        Entry::Message(message) => Some(Message {
            line: line_with(message.id.name),
            id: message.id.name.to_owned(),
            pieces: pieces_of(&message),
        }),
        Entry::Term(term) => Some(Message {
            line: line_with(&format!("-{}", term.id.name)),
            id: format!("-{}", term.id.name),
            pieces: vec![Piece::Odd("a term")],
        }),
        _ => None,
    });
    (messages.collect(), unread)
}

fn pieces_of(message: &Read<&str>) -> Vec<Piece> {
    let mut pieces = message.value.as_ref().map(pieces).unwrap_or_default();
    if !message.attributes.is_empty() {
        pieces.push(Piece::Odd("an attribute"));
    }
    pieces
}

fn pieces(pattern: &Pattern<&str>) -> Vec<Piece> {
    let piece = |element: &PatternElement<&str>| match element {
        PatternElement::TextElement { value } => Piece::Text((*value).to_owned()),
        PatternElement::Placeable { expression } => placed(expression),
    };
    pattern.elements.iter().map(piece).collect()
}

fn placed(expression: &Expression<&str>) -> Piece {
    match expression {
        Expression::Inline(inline) => inline_piece(inline),
        Expression::Select { selector: InlineExpression::VariableReference { id }, variants } => {
            let cases = variants.iter().map(|one| Case {
                key: match one.key {
                    VariantKey::Identifier { name } => name.to_owned(),
                    VariantKey::NumberLiteral { value } => value.to_owned(),
                },
                pieces: pieces(&one.value),
                default: one.default,
            });
            Piece::Choice(Choice { on: id.name.to_owned(), cases: cases.collect() })
        }
        Expression::Select { .. } => Piece::Odd("a choice by something that is no value"),
    }
}

fn inline_piece(inline: &InlineExpression<&str>) -> Piece {
    match inline {
        InlineExpression::StringLiteral { value } | InlineExpression::NumberLiteral { value } => {
            Piece::Text((*value).to_owned())
        }
        InlineExpression::VariableReference { id } => Piece::Value(id.name.to_owned()),
        InlineExpression::Placeable { expression } => placed(expression),
        InlineExpression::FunctionReference { .. } => Piece::Odd("a function"),
        InlineExpression::MessageReference { .. } => Piece::Odd("another message"),
        InlineExpression::TermReference { .. } => Piece::Odd("a term"),
    }
}

/// Who reads, whether there is a baby, and how many there are.
pub struct Situation<'s> {
    pub values: [(&'s str, &'s str); 2],
    pub count: Option<usize>,
    /// The plural form of that count in the language of the file.
    pub form: &'s str,
}

/// What a message says in one situation.
#[derive(Default)]
pub struct Said {
    pub text: String,
    /// The values that are shown, in their order.
    pub values: Vec<String>,
    /// The case that was met for each value that chooses; none where it fell through to the default.
    pub met: BTreeMap<String, Option<String>>,
    /// Whether a plural form other than `other` could have been chosen.
    pub plural: bool,
}

impl Situation<'_> {
    /// What these pieces say.
    pub fn say(&self, pieces: &[Piece]) -> Said {
        let mut said = Said::default();
        self.add(&mut said, pieces);
        said
    }

    fn add(&self, said: &mut Said, pieces: &[Piece]) {
        for piece in pieces {
            match piece {
                Piece::Text(text) => said.text.push_str(text),
                Piece::Value(name) => {
                    said.text.push_str(&format!("{{ ${name} }}"));
                    said.values.push(name.clone());
                }
                Piece::Odd(_) => {}
                Piece::Choice(choice) => self.choose(said, choice),
            }
        }
    }

    fn choose(&self, said: &mut Said, choice: &Choice) {
        let case = |key: &str| choice.cases.iter().find(|case| case.key == key);
        let value = self.values.iter().find(|(name, _)| *name == choice.on).map(|(_, value)| *value);
        let count = self.count.filter(|_| choice.on == "count");
        said.plural |= count.is_some() && choice.cases.iter().any(|case| case.key != "other" && !is_number(&case.key));
        let met = match count {
            Some(count) => case(&count.to_string()).or_else(|| case(self.form)),
            None => value.and_then(case),
        };
        said.met.insert(choice.on.clone(), met.map(|case| case.key.clone()));
        if let Some(case) = met.or_else(|| choice.cases.iter().find(|case| case.default)) {
            self.add(said, &case.pieces);
        }
    }
}

/// Whether the key of a case is a number and no plural form.
pub fn is_number(key: &str) -> bool {
    key.starts_with(|c: char| c.is_ascii_digit())
}
