//! Reading cards, explained conditions, short pages and the questions about the milk.

use protocol::syntax::{Block, Line, Token};

use super::block::Reader;
use crate::model::{Card, Explain, Guide, MilkAsk, Page, Part, Said, Show};

const CARD: [&str; 5] = ["what", "how_long", "how_often", "not", "sure"];
const EXPLAIN: [&str; 5] = ["what", "course", "helps", "seen", "go"];
const PAGE: [&str; 10] = ["title", "group", "needs", "lead", "part", "say", "item", "plain", "show", "go"];
const MILK: [&str; 1] = ["ask"];

impl Reader<'_> {
    /// Reads the card of a step.
    pub fn card(&mut self, block: &Block, guide: &mut Guide) {
        let [id] = self.head(block, "write `card STEP`");
        let protocol = self.protocol;
        let steps = protocol.steps.iter().map(|step| step.id.as_str());
        let Some(step) = self.find(block.head.keyword.place, "step", &id, steps) else { return };
        let mut card = Card { step, ..Card::default() };
        for line in &block.lines {
            match line.keyword.text.as_str() {
                "what" => card.what.push(self.said(line)),
                "how_long" => card.how_long.push(self.said(line)),
                "how_often" => card.how_often.push(self.said(line)),
                "not" => card.not.push(self.said(line)),
                "sure" => card.sure.push(self.said(line)),
                _ => self.unknown(block, line, &CARD),
            }
        }
        guide.cards.push(card);
    }

    /// Reads an explained condition.
    pub fn explain(&mut self, block: &Block, guide: &mut Guide) {
        let [id] = self.head(block, "write `explain CONDITION`");
        let protocol = self.protocol;
        let conditions = protocol.conditions.iter().map(|condition| condition.id.as_str());
        let Some(condition) = self.find(block.head.keyword.place, "condition", &id, conditions) else { return };
        let mut explain = Explain { condition, ..Explain::default() };
        for line in &block.lines {
            match line.keyword.text.as_str() {
                "what" => explain.what.push(self.said(line)),
                "course" => explain.course.push(self.said(line)),
                "helps" => explain.helps.push(self.said(line)),
                "seen" => explain.seen.push(self.said(line)),
                "go" => explain.ways.extend(self.way(line)),
                _ => self.unknown(block, line, &EXPLAIN),
            }
        }
        guide.explains.push(explain);
    }

    /// Reads a short page.
    pub fn page(&mut self, block: &Block, guide: &mut Guide) {
        let [id] = self.head(block, "write `page ID`");
        if guide.page(&id).is_some() {
            self.fault(block.head.keyword.place, format!("the page `{id}` is there already"), None);
        }
        let mut page = Page { id, ..Page::default() };
        for line in &block.lines {
            match line.keyword.text.as_str() {
                "title" => page.title = self.text(line),
                "group" => page.group = self.text(line),
                "needs" => page.needs_baby = self.word(line) == "baby",
                "lead" => page.parts.push(Part::Lead(self.said(line))),
                "part" => page.parts.push(Part::Heading(self.text(line))),
                "say" => page.parts.push(Part::Say(self.said(line))),
                "item" => page.parts.push(Part::Item(self.said(line))),
                "plain" => page.parts.push(Part::Say(Said { text: self.text(line), grounds: Vec::new() })),
                "show" => page.parts.extend(self.show(line).map(Part::Show)),
                "go" => page.parts.extend(self.way(line).map(Part::Go)),
                _ => self.unknown(block, line, &PAGE),
            }
        }
        guide.pages.push(page);
    }

    fn show(&mut self, line: &Line) -> Option<Show> {
        let words: Vec<&str> = line
            .tokens
            .iter()
            .map(|token| match token {
                Token::Word(word) | Token::Text(word) => word.text.as_str(),
            })
            .collect();
        match words.as_slice() {
            ["crisis"] => Some(Show::Crisis),
            ["prevention"] => Some(Show::Prevention),
            ["table", id] => {
                let protocol = self.protocol;
                let tables = protocol.tables.iter().map(|table| table.id.as_str());
                self.find(line.keyword.place, "table", id, tables).map(Show::Table)
            }
            _ => {
                self.fault(line.end(), "`crisis`, `prevention` or `table ID` belongs here", None);
                None
            }
        }
    }

    /// Reads a question about the milk.
    pub fn milk(&mut self, block: &Block, guide: &mut Guide) {
        let [id] = self.head(block, "write `milk HOLD`");
        let protocol = self.protocol;
        let holds = protocol.holds.iter().map(|hold| hold.id.as_str());
        let Some(hold) = self.find(block.head.keyword.place, "hold", &id, holds) else { return };
        let mut ask = MilkAsk { hold, ..MilkAsk::default() };
        for line in &block.lines {
            match line.keyword.text.as_str() {
                "ask" => ask.ask = self.said(line),
                _ => self.unknown(block, line, &MILK),
            }
        }
        guide.milk.push(ask);
    }
}
