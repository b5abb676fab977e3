//! Writes answers by the ids of the protocol, and only ever upwards.

use protocol::answers::Given;
use protocol::interview::Said;
use protocol::model::Protocol;
use protocol::model::context::{ContextKind, OVER};
use protocol::model::finding::FindingId;
use protocol::number::{self, Number};

use super::Known;
use crate::record::amount::{Amount, Unit};

/// Answers under way.
pub(super) struct Sayer<'p> {
    pub(super) protocol: &'p Protocol,
    pub(super) known: Known,
}

impl<'p> Sayer<'p> {
    pub(super) fn new(protocol: &'p Protocol) -> Self {
        Self { protocol, known: Known::default() }
    }

    /// A word of the context; one that the protocol does not know is not known.
    pub(super) fn know(&mut self, item: &str, word: &str) {
        let Some(at) = self.protocol.context_named(item) else { return };
        if let Some(value) = self.protocol.context.get(at).and_then(|item| item.value(word)) {
            self.known.answers.know(at, value);
        }
    }

    /// A number of the context; what is more than the largest is "over" where there is such a word, else the largest.
    pub(super) fn know_number(&mut self, item: &str, number: i64) {
        let Some(at) = self.protocol.context_named(item) else { return };
        let Some(ContextKind::Number { max, over, .. }) = self.protocol.context.get(at).map(|item| &item.kind) else {
            return;
        };
        let most = if over.is_some() { OVER } else { *max };
        let value = u16::try_from(number).ok().filter(|number| number <= max).unwrap_or(most);
        self.known.answers.know(at, value);
    }

    /// At least this level.
    pub(super) fn at_least(&mut self, finding: &str, level: &str) {
        let Some(id) = self.protocol.finding_named(finding) else { return };
        if let Some(level) = self.protocol.finding(id).level_named(level) {
            self.raise(id, level);
        }
    }

    /// Something is there, and nobody said which level: not sure, unless worse is known.
    pub(super) fn at_least_unsure(&mut self, finding: &str) {
        let Some(id) = self.protocol.finding_named(finding) else { return };
        if self.level(id) < self.protocol.finding(id).unsure {
            self.known.answers.answer(id, Given::Unsure);
        }
    }

    /// At least the level of a number.
    pub(super) fn number(&mut self, finding: &str, number: Number, said: Option<String>) {
        let Some(id) = self.protocol.finding_named(finding) else { return };
        if self.raise(id, number.level(self.protocol.finding(id))) {
            self.known.said.extend(said.map(|typed| (id, Said::Number(typed))));
        }
    }

    /// At least the level of what was typed, read as a check reads it: what would be asked again says nothing.
    pub(super) fn typed(&mut self, finding: &str, typed: &str) {
        let Some(id) = self.protocol.finding_named(finding) else { return };
        let Some(kind) = self.protocol.finding(id).reading else { return };
        if let Ok(number) = number::read(kind, typed) {
            self.number(finding, number, Some(typed.to_owned()));
        }
    }

    /// At least the level of a temperature.
    pub(super) fn temperature(&mut self, finding: &str, amount: &Amount) {
        let unit = match amount.unit {
            Unit::C => "C",
            Unit::F => "F",
            _ => return,
        };
        self.typed(finding, &format!("{} {unit}", amount.value.trim()));
    }

    fn level(&self, id: FindingId) -> u8 {
        self.known.answers.level(self.protocol, id).unwrap_or(0)
    }

    fn raise(&mut self, id: FindingId, level: u8) -> bool {
        let worse = level > self.level(id);
        if worse {
            self.known.answers.answer(id, Given::Level(level));
            self.known.said.remove(&id);
        }
        worse
    }
}
