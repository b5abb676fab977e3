//! Reading statements that must hold for everybody.

use super::body::Shop;
use super::when::Allowed;
use crate::model::always::{Always, Promise};
use crate::model::finding::{FindingId, Subject};
use crate::model::urgency::Urgency;
use crate::model::when::{Any, Test};
use crate::syntax::Block;

impl Shop<'_> {
    /// Reads `always ID`: a situation and what is promised in it.
    pub fn always(&mut self, block: &Block) -> Option<Always> {
        self.allow(block, &["say", "when", "or", "unsure", "urgency", "closed", "cite", "note"]);
        let when = self.alternatives(block, Allowed::Everything);
        let unsure = self.unsure_about(block);
        if when.is_empty() && unsure.is_empty() {
            let hint = "write `when TESTS` or `unsure FINDING…`".to_owned();
            self.fault(block.head.keyword.place, "a statement about nobody", Some(hint));
        }
        let promise = self.promise(block, &when, &unsure);
        Some(Always {
            id: self.id(block),
            say: self.need_text(block, "say"),
            when,
            unsure,
            promise: promise?,
            sources: self.cite(block),
            note: self.text(block, "note"),
        })
    }

    fn unsure_about(&mut self, block: &Block) -> Vec<FindingId> {
        let Some(line) = self.one(block, "unsure") else { return Vec::new() };
        let words = self.words(line);
        if words.is_empty() {
            self.fault(line.end(), "no finding", Some("name what she is not sure about".to_owned()));
        }
        let ids = self.names.finding_ids();
        words.into_iter().filter_map(|word| self.find(word, "finding", ids.clone())).map(FindingId::at).collect()
    }

    fn promise(&mut self, block: &Block, when: &Any, unsure: &[FindingId]) -> Option<Promise> {
        match (self.one(block, "urgency"), self.one(block, "closed")) {
            (Some(line), None) => {
                let words = self.words(line);
                let [at, least, urgency] = words.as_slice() else {
                    self.fault(
                        line.end(),
                        "an urgency belongs here",
                        Some("write `urgency at least LEVEL`".to_owned()),
                    );
                    return None;
                };
                if (at.text.as_str(), least.text.as_str()) != ("at", "least") {
                    let hint = "a statement holds from a level upwards: write `urgency at least LEVEL`".to_owned();
                    self.fault(at.place, format!("`{} {}` is not `at least`", at.text, least.text), Some(hint));
                    return None;
                }
                let urgency = Urgency::ALL[self.find(urgency, "urgency", Urgency::ALL.map(Urgency::id))?];
                Some(Promise::AtLeast(self.promised_to(block, when, unsure)?, urgency))
            }
            (None, Some(line)) => match self.words(line).as_slice() {
                [gate] => Some(Promise::Closed(self.find(gate, "gate", self.names.gates.iter().copied())?)),
                _ => {
                    self.fault(line.end(), "one gate belongs here", Some("write `closed GATE`".to_owned()));
                    None
                }
            },
            (Some(_), Some(line)) => {
                let hint = "make it two statements".to_owned();
                self.fault(line.keyword.place, "a second promise in one statement", Some(hint));
                None
            }
            (None, None) => {
                let hint = "write `urgency at least LEVEL` or `closed GATE`".to_owned();
                self.fault(block.head.keyword.place, "nothing is promised", Some(hint));
                None
            }
        }
    }

    /// Whose urgency is promised: the baby's when its findings are named. Each way into the situation must lead to the same patient.
    fn promised_to(&mut self, block: &Block, when: &Any, unsure: &[FindingId]) -> Option<Subject> {
        let baby = |test: &Test| match test {
            Test::AtLeast(id, _) | Test::Milder(id, _) => self.is_of_baby(*id),
            _ => false,
        };
        let mut ways: Vec<bool> = when.iter().map(|all| all.iter().any(baby)).collect();
        ways.extend(unsure.iter().map(|id| self.is_of_baby(*id)));
        let first = *ways.first()?;
        if ways.iter().any(|way| *way != first) {
            let hint = "make it two statements, one for each patient".to_owned();
            self.fault(block.head.keyword.place, "this statement speaks of the parent and of the baby", Some(hint));
            return None;
        }
        Some(if first { Subject::Baby } else { Subject::Parent })
    }

    fn is_of_baby(&self, id: FindingId) -> bool {
        self.names.findings[id.index()].0.starts_with("b_")
    }
}
