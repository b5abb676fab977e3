//! What the rules did when somebody last said that they should: kept beside the protocol and compared on every run.

use crate::drawn::{Drawn, names};
use std::fmt::Write;

/// A record.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Record {
    /// The fingerprint of all outcomes.
    pub behaviour: String,
    /// How many inputs there are.
    pub inputs: String,
    /// The statements of the protocol, so that none is lost in silence.
    pub statements: Vec<String>,
    /// Each outcome: its fingerprint, for how many inputs it holds, its name.
    pub outcomes: Vec<(String, String, String)>,
    /// The order in which the diagram asks.
    pub order: Vec<String>,
}

const HEAD: &str = "\
# What the rules do: renewed by `cargo xtask prove --record` when a change of behaviour is meant, never by hand.
# inputs: how many there are, answers of the plan left out. outcome: fingerprint, number of inputs for which it holds (silence, not sure and the bands of context counted), name.
";

impl Record {
    /// What the rules do now.
    pub fn of(drawn: &mut Drawn) -> Self {
        let (prints, inputs) = (drawn.prints(), drawn.numbers().total.to_string());
        let outcomes = drawn.outcomes().into_iter().zip(prints);
        let outcomes = outcomes.map(|((name, root, _), (_, print))| (print, drawn.number(root).to_string(), name));
        Self {
            outcomes: outcomes.collect(),
            behaviour: drawn.fingerprint(),
            inputs,
            statements: drawn.protocol.always.iter().map(|one| one.id.clone()).collect(),
            order: names(drawn.protocol, drawn.order()),
        }
    }

    /// Reads a record.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let mut record = Self::default();
        for line in text.lines() {
            let (keyword, rest) = line.split_once(' ').unwrap_or((line, ""));
            let words = || rest.split_ascii_whitespace().map(str::to_owned);
            match keyword {
                "behaviour" => rest.clone_into(&mut record.behaviour),
                "inputs" => rest.clone_into(&mut record.inputs),
                "statement" => record.statements.extend(words()),
                "order" => record.order.extend(words()),
                "outcome" => {
                    let mut parts = rest.splitn(3, ' ').map(str::to_owned);
                    if let (Some(print), Some(number), Some(name)) = (parts.next(), parts.next(), parts.next()) {
                        record.outcomes.push((print, number, name));
                    }
                }
                _ => {}
            }
        }
        record
    }

    /// The record as a text.
    #[must_use]
    pub fn write(&self) -> String {
        let mut out = format!("{HEAD}behaviour {}\ninputs {}\n", self.behaviour, self.inputs);
        for (print, number, name) in &self.outcomes {
            let _ = writeln!(out, "outcome {print} {number} {name}");
        }
        self.statements.iter().for_each(|one| out.push_str(&format!("statement {one}\n")));
        self.order.chunks(8).for_each(|some| out.push_str(&format!("order {}\n", some.join(" "))));
        out
    }

    /// What is different now, in words; empty when nothing is.
    #[must_use]
    pub fn compare(&self, now: &Self) -> Vec<String> {
        let mut told = self.asked_otherwise(now);
        for one in &self.statements {
            if !now.statements.contains(one) {
                told.push(format!("the statement `{one}` is gone"));
            }
        }
        for one in &now.statements {
            if !self.statements.contains(one) {
                told.push(format!("the statement `{one}` is new"));
            }
        }
        for (print, number, name) in &now.outcomes {
            match self.outcomes.iter().find(|(_, _, known)| known == name) {
                None => told.push(format!("`{name}` is new: it holds for {number} inputs")),
                Some((before, _, _)) if before == print => {}
                Some((_, was, _)) => {
                    told.push(format!("`{name}` changed: it held for {was} inputs and holds for {number} now"))
                }
            }
        }
        for (_, _, name) in &self.outcomes {
            if !now.outcomes.iter().any(|(_, _, known)| known == name) {
                told.push(format!("`{name}` is gone"));
            }
        }
        if told.is_empty() && self.behaviour != now.behaviour {
            told.push("the fingerprint of behaviour changed".to_owned());
        }
        if told.is_empty() && self.inputs != now.inputs {
            told.push(format!("there were {} inputs and are {} now", self.inputs, now.inputs));
        }
        told
    }

    /// What is asked now and was not, or the other way round: then every number changes.
    fn asked_otherwise(&self, now: &Self) -> Vec<String> {
        let only = |these: &Self, those: &Self, what: &str| {
            let only = these.order.iter().filter(|one| !those.order.contains(one));
            only.map(|one| format!("`{one}` is asked {what}, so every number changes")).collect::<Vec<_>>()
        };
        [only(now, self, "and was not"), only(self, now, "no more")].concat()
    }
}
