//! An interview as one line of text, for a hidden field of a form. Ids, not numbers, so that it can be read and an old one be refused with a reason.

use std::fmt;

use super::{Interview, Said, Who};
use crate::answers::Given;
use crate::compile::Compiled;
use crate::model::finding::UNSURE;

/// The longest line that is read.
const LONGEST_BYTES: usize = 16_384;

/// A line that does not belong to this protocol.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// The part that could not be read, shortened.
    pub part: String,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "`{}` does not belong to these questions", self.part)
    }
}

impl std::error::Error for Unreadable {}

impl Interview {
    /// Writes the interview.
    #[must_use]
    pub fn write(&self, compiled: &Compiled) -> String {
        let protocol = &compiled.protocol;
        let mut parts: Vec<String> = self.who.map(|who| format!("who={}", who.id())).into_iter().collect();
        if self.shown > 0 {
            parts.push(format!("shown={}", self.shown));
        }
        parts.extend(self.began_s.map(|began_s| format!("began={began_s}")));
        for (at, item) in protocol.context.iter().enumerate() {
            match self.answers.known(at) {
                Some(value) => parts.push(format!("c.{}={}", item.id, item.written(value))),
                None if self.passed >> at & 1 == 1 => parts.push(format!("c.{}=?", item.id)),
                None => {}
            }
        }
        for (id, finding) in protocol.each_finding() {
            match self.answers.given(id) {
                Some(Given::Unsure) => parts.push(format!("f.{}={UNSURE}?", finding.id)),
                Some(Given::Level(level)) => {
                    let said = self.said.get(&id).map(write_said).unwrap_or_default();
                    parts.push(format!("f.{}={}{said}", finding.id, finding.level_id(level)));
                }
                None if self.once.contains(id) => parts.push(format!("u.{}", finding.id)),
                None if self.ticked.contains(id) => parts.push(format!("t.{}", finding.id)),
                None => {}
            }
        }
        parts.join(";")
    }

    /// Reads an interview.
    ///
    /// # Errors
    /// The first part that does not belong to this protocol.
    pub fn read(compiled: &Compiled, line: &str) -> Result<Self, Unreadable> {
        if line.len() > LONGEST_BYTES {
            return Err(Unreadable { part: line.chars().take(40).collect() });
        }
        let mut interview = Self::default();
        for part in line.split(';').filter(|part| !part.is_empty()) {
            interview.part(compiled, part).ok_or_else(|| Unreadable { part: part.chars().take(40).collect() })?;
        }
        Ok(interview)
    }

    /// Takes one part as a reply would be taken: of two parts about one thing the later stands, and nothing is left of the earlier.
    fn part(&mut self, compiled: &Compiled, part: &str) -> Option<()> {
        let protocol = &compiled.protocol;
        let (key, value) = part.split_once('=').unwrap_or((part, ""));
        match key.split_once('.') {
            None if key == "who" => self.who = Some(Who::ALL.into_iter().find(|who| who.id() == value)?),
            None if key == "began" => self.began_s = Some(value.parse().ok()?),
            None if key == "shown" => self.shown = value.parse().ok().filter(|shown| *shown <= 2)?,
            Some(("c", id)) => {
                let item = protocol.context_named(id)?;
                match value {
                    "?" => self.pass_over(item),
                    value => self.know(item, protocol.context[item].value(value)?),
                }
            }
            Some(("u", id)) => self.ask_again(protocol.finding_named(id)?),
            Some(("t", id)) => self.ask(protocol.finding_named(id)?),
            Some(("f", id)) => {
                let finding = protocol.finding_named(id)?;
                if value == format!("{UNSURE}?") {
                    self.settle(finding, Given::Unsure, None);
                    return Some(());
                }
                let (level, said) = value.split_once('@').map_or((value, None), |(level, said)| (level, Some(said)));
                let level = protocol.finding(finding).level_named(level)?;
                let said = match said {
                    Some(said) => Some(read_said(said)?),
                    None => None,
                };
                self.settle(finding, Given::Level(level), said);
            }
            _ => return None,
        }
        Some(())
    }
}

fn write_said(said: &Said) -> String {
    match said {
        Said::Line(at) => format!("@l{at}"),
        Said::Choice(at) => format!("@c{at}"),
        Said::Number(typed) => format!("@n{typed}"),
    }
}

fn read_said(said: &str) -> Option<Said> {
    let kind = said.chars().next()?;
    let rest = &said[kind.len_utf8()..];
    match kind {
        'l' => rest.parse().ok().map(Said::Line),
        'c' => rest.parse().ok().map(Said::Choice),
        'n' => Some(Said::typed(rest)),
        _ => None,
    }
}
