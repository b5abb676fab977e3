//! Reading rules and what stands beside them.

use super::body::Shop;
use super::when::Allowed;
use crate::model::Phrase;
use crate::model::finding::Subject;
use crate::model::rule::{Advice, Condition, Contradiction, Notice, Raise, Rule};
use crate::model::urgency::Urgency;
use crate::model::when::{All, Count, Term, Test};
use crate::syntax::Block;

impl Shop<'_> {
    /// Reads a rule.
    pub fn rule(&mut self, block: &Block) -> Rule {
        self.allow(block, &["when", "say", "advise", "call", "cite", "note"]);
        let id = self.id(block);
        let (urgency, days) = self.rule_head(block);
        let when = self.need(block, "when").map(|line| self.tests(line, Allowed::UpwardOnly)).unwrap_or_default();
        self.own_tests(block, &when);
        let subject = if when.iter().any(|test| self.tests_baby(*test)) { Subject::Baby } else { Subject::Parent };
        let needs_baby = subject == Subject::Baby || when.iter().any(|test| self.tests_baby_age(*test));
        Rule {
            id,
            urgency,
            days,
            subject,
            needs_baby,
            when,
            say: self.need_text(block, "say"),
            advises: self.advises(block),
            crisis: self.crisis(block),
            sources: self.need_cite(block),
            note: self.text(block, "note"),
        }
    }

    fn rule_head(&mut self, block: &Block) -> (Urgency, Option<u16>) {
        let words = self.head(block, 2);
        let Some(word) = words.first() else {
            self.fault(block.head.end(), "the urgency is missing", Some("write it behind the id".to_owned()));
            return (Urgency::EmergencyNow, None);
        };
        let known = Urgency::ALL.map(Urgency::id);
        let urgency = self.find(word, "urgency", known).map_or(Urgency::EmergencyNow, |at| Urgency::ALL[at]);
        let days = words.get(1).and_then(|word| self.number(word));
        if (urgency == Urgency::WithinDays) != days.is_some() {
            self.fault(
                word.place,
                "days belong to `within_days`, and only there",
                Some("write `within_days 3`".to_owned()),
            );
        }
        (urgency, days)
    }

    /// A rule must say something about the findings, and each thing once.
    fn own_tests(&mut self, block: &Block, when: &All) {
        if !when.is_empty()
            && !when.iter().any(|test| matches!(test, Test::AtLeast(..) | Test::Term(_) | Test::Count(..)))
        {
            self.fault(
                block.head.keyword.place,
                "a rule without a finding",
                Some("context alone is no reason".to_owned()),
            );
        }
        for (at, test) in when.iter().enumerate() {
            if when[..at].contains(test) {
                self.fault(block.head.keyword.place, "the same test stands twice in this rule", None);
            }
        }
    }

    fn tests_baby(&self, test: Test) -> bool {
        match test {
            Test::AtLeast(finding, _) => self.names.findings[finding.index()].0.starts_with("b_"),
            _ => false,
        }
    }

    fn tests_baby_age(&self, test: Test) -> bool {
        match test {
            Test::ContextUnder(at, _) | Test::ContextAtMost(at, _) => self.names.context[at].id == super::BABY_AGE,
            _ => false,
        }
    }

    fn advises(&mut self, block: &Block) -> Vec<usize> {
        let lines: Vec<_> = block.lines.iter().filter(|line| line.keyword.text == "advise").collect();
        let mut found = Vec::new();
        for line in lines {
            for word in self.words(line) {
                found.extend(self.find(word, "advice", self.names.advices.iter().copied()));
            }
        }
        found
    }

    fn crisis(&mut self, block: &Block) -> bool {
        let Some(line) = self.one(block, "call") else { return false };
        match self.words(line).as_slice() {
            [word] => self.find(word, "line to call", ["crisis"]).is_some(),
            _ => false,
        }
    }

    /// Reads a term.
    pub fn term(&mut self, block: &Block) -> Term {
        self.allow(block, &["when", "or", "note"]);
        let when = self.need_alternatives(block, Allowed::UpwardOnly);
        self.no_baby_finding(block, when.iter().flatten().copied());
        Term { id: self.id(block), when }
    }

    /// Reads a count.
    pub fn count(&mut self, block: &Block) -> Count {
        self.allow(block, &["of", "note"]);
        let mut of = Vec::new();
        for line in block.lines.iter().filter(|line| line.keyword.text == "of") {
            match self.tests(line, Allowed::UpwardOnly).as_slice() {
                [test] => of.push(*test),
                _ => self.fault(line.keyword.place, "one test belongs here", None),
            }
        }
        self.no_baby_finding(block, of.iter().copied());
        Count { id: self.id(block), of }
    }

    /// Terms and counts speak of the parent, so that it stays plain whose rule it is.
    fn no_baby_finding(&mut self, block: &Block, tests: impl Iterator<Item = Test>) {
        let baby = tests.into_iter().any(|test| self.tests_baby(test) || self.tests_baby_age(test));
        if baby {
            self.fault(
                block.head.keyword.place,
                "a term or count may not speak of the baby",
                Some("name the finding in the rule".to_owned()),
            );
        }
    }

    /// Reads `raise FINDING LEVEL` and `answer FINDING LEVEL`.
    pub fn raise(&mut self, block: &Block) -> Option<Raise> {
        self.allow(block, &["when", "or", "say", "cite", "note"]);
        let words = self.words(&block.head);
        let [finding, level] = words.as_slice() else {
            self.fault(block.head.end(), "a finding and a level belong here", None);
            return None;
        };
        let (finding, level) = self.level(finding, level)?;
        let answer = block.head.keyword.text == "answer";
        let when = self.need_alternatives(block, Allowed::UpwardOnly);
        if answer
            && when.iter().flatten().any(|test| matches!(test, Test::AtLeast(..) | Test::Term(_) | Test::Count(..)))
        {
            let hint = "write `when ctx.ITEM under N`".to_owned();
            self.fault(block.head.keyword.place, "only the context may be tested here", Some(hint));
        }
        Some(Raise {
            finding,
            level,
            when,
            say: if answer { self.text(block, "say").unwrap_or_default() } else { self.need_text(block, "say") },
            sources: self.cite(block),
            note: self.text(block, "note"),
        })
    }

    /// Reads an advice.
    pub fn advice(&mut self, block: &Block) -> Advice {
        self.allow(block, &["say", "cite", "note"]);
        Advice { id: self.id(block), say: self.need_text(block, "say"), sources: self.need_cite(block) }
    }

    /// Reads a notice.
    pub fn notice(&mut self, block: &Block) -> Notice {
        self.allow(block, &["when", "or", "say", "cite", "note"]);
        Notice {
            id: self.id(block),
            when: self.need_alternatives(block, Allowed::Everything),
            say: self.need_text(block, "say"),
            sources: self.cite(block),
            note: self.text(block, "note"),
        }
    }

    /// Reads a contradiction.
    pub fn contradiction(&mut self, block: &Block) -> Contradiction {
        self.allow(block, &["when", "or", "say", "note"]);
        Contradiction {
            id: self.id(block),
            when: self.need_alternatives(block, Allowed::Everything),
            say: self.need_text(block, "say"),
        }
    }

    /// Reads a condition.
    pub fn condition(&mut self, block: &Block) -> Condition {
        self.allow(block, &["name", "favours", "against", "say", "cite", "note"]);
        let id = self.id(block);
        let mut lists = [Vec::new(), Vec::new()];
        for line in &block.lines {
            match line.keyword.text.as_str() {
                "favours" => lists[0].push(self.tests(line, Allowed::AnyContext)),
                "against" => lists[1].push(self.tests(line, Allowed::AnyContext)),
                _ => {}
            }
        }
        let [favours, against] = lists;
        let named =
            |all: &All| all.iter().any(|test| matches!(test, Test::AtLeast(..) | Test::Term(_) | Test::Count(..)));
        if favours.is_empty() || !favours.iter().all(named) {
            let hint = "every `favours` line names at least one finding";
            self.fault(
                block.head.keyword.place,
                format!("nothing favours the condition `{id}`"),
                Some(hint.to_owned()),
            );
        }
        Condition {
            subject: if id.starts_with("infant_") { Subject::Baby } else { Subject::Parent },
            name: self.need_text(block, "name"),
            favours,
            against,
            say: self.need_text(block, "say"),
            sources: self.need_cite(block),
            id,
        }
    }

    /// Reads a phrase.
    pub fn phrase(&mut self, block: &Block) -> Phrase {
        self.allow(block, &["say", "note"]);
        Phrase { id: self.id(block), say: self.need_text(block, "say") }
    }
}
