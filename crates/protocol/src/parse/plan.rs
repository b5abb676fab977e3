//! Reading the relief plan, its gates and its limits.

use super::body::Shop;
use super::when::Allowed;
use crate::model::plan::{
    Caution, Gate, Hold, Limit, Mark, Medicine, Never, Prevention, Reading, Situation, Step, Stop, Substance,
};
use crate::model::when::All;
use crate::syntax::{Block, Line, Token};
use crate::text::Text;

impl Shop<'_> {
    /// Reads a situation.
    pub fn situation(&mut self, block: &Block) -> Situation {
        self.allow(block, &["name", "when", "or", "note"]);
        Situation {
            id: self.id(block),
            name: self.need_text(block, "name"),
            when: self.need_alternatives(block, Allowed::AnyContext),
        }
    }

    /// Reads a step: it has a mark for every situation.
    pub fn step(&mut self, block: &Block) -> Step {
        self.allow(block, &["name", "why", "mark", "caution", "session", "cite", "note"]);
        let id = self.id(block);
        let situations = self.names.situations.len();
        let mut marks: Vec<Option<(Mark, Option<Text>)>> = vec![None; situations];
        for line in block.lines.iter().filter(|line| line.keyword.text == "mark") {
            if let Some((at, mark, words)) = self.mark(line)
                && marks[at].replace((mark, words)).is_some()
            {
                self.fault(line.keyword.place, "a second mark for this situation", None);
            }
        }
        for (at, mark) in marks.iter().enumerate() {
            if mark.is_none() {
                let what = format!("no `mark` of `{id}` for the situation `{}`", self.names.situations[at]);
                self.fault(block.head.keyword.place, what, None);
            }
        }
        Step {
            name: self.need_text(block, "name"),
            why: self.need_text(block, "why"),
            marks: marks.into_iter().map(|mark| mark.unwrap_or((Mark::Warned, None))).collect(),
            cautions: self.tests_with_words(block, "caution"),
            session: self.one(block, "session").and_then(|line| self.words(line).first().map(|word| word.text.clone())),
            sources: self.need_cite(block),
            note: self.text(block, "note"),
            id,
        }
    }

    fn mark(&mut self, line: &Line) -> Option<(usize, Mark, Option<Text>)> {
        let (situation, mark, words) = match line.tokens.as_slice() {
            [Token::Word(situation), Token::Word(mark)] => (situation, mark, None),
            [Token::Word(situation), Token::Word(mark), Token::Text(words)] => {
                (situation, mark, Some(self.read_text(words)))
            }
            _ => {
                self.fault(
                    line.end(),
                    "a situation and a mark belong here",
                    Some("write `mark SITUATION MARK`".to_owned()),
                );
                return None;
            }
        };
        let at = self.find(situation, "situation", self.names.situations.iter().copied())?;
        let mark = Mark::ALL[self.find(mark, "mark", Mark::ALL.map(Mark::id))?];
        Some((at, mark, words))
    }

    /// Lines of the form `KEYWORD when TESTS "words"`.
    fn tests_with_words(&mut self, block: &Block, keyword: &str) -> Vec<(All, Text)> {
        let mut found = Vec::new();
        for line in block.lines.iter().filter(|line| line.keyword.text == keyword) {
            match line.tokens.as_slice() {
                [Token::Word(when), tests @ .., Token::Text(words)] if when.text == "when" => {
                    let words = self.read_text(words);
                    found.push((self.tests_of(line, tests, Allowed::AnyContext), words));
                }
                _ => self.fault(
                    line.end(),
                    "tests and words belong here",
                    Some(format!("write `{keyword} when TESTS \"…\"`")),
                ),
            }
        }
        found
    }

    /// Reads a gate.
    pub fn gate(&mut self, block: &Block) -> Gate {
        self.allow(block, &["opens", "closed", "limit", "cite", "note"]);
        let opens =
            self.need(block, "opens").map(|line| self.words(line).iter().map(|word| word.text.clone()).collect());
        let mut limits = Vec::new();
        for line in block.lines.iter().filter(|line| line.keyword.text == "limit") {
            match self.words(line).as_slice() {
                [name, number] => limits.extend(self.number(number).map(|number| (name.text.clone(), number))),
                _ => self.fault(line.end(), "a name and a number belong here", None),
            }
        }
        Gate {
            id: self.id(block),
            opens: opens.unwrap_or_default(),
            closed: self.tests_with_words(block, "closed"),
            limits,
            sources: self.cite(block),
            note: self.text(block, "note"),
        }
    }

    /// Reads a stop condition.
    pub fn stop(&mut self, block: &Block) -> Stop {
        self.allow(block, &["say", "note"]);
        Stop { id: self.id(block), say: self.need_text(block, "say") }
    }

    /// Reads a limit.
    pub fn limit(&mut self, block: &Block) -> Limit {
        self.allow(block, &["value", "say", "cite", "note"]);
        Limit {
            id: self.id(block),
            value: self.need(block, "value").and_then(|line| self.only_number(line)).unwrap_or_default(),
            say: self.need_text(block, "say"),
            sources: self.cite(block),
            note: self.text(block, "note"),
        }
    }

    /// Reads a hold.
    pub fn hold(&mut self, block: &Block) -> Hold {
        self.allow(block, &["when", "or", "say", "cite", "note"]);
        Hold {
            id: self.id(block),
            when: self.alternatives(block, Allowed::AnyContext),
            say: self.need_text(block, "say"),
            sources: self.need_cite(block),
        }
    }

    /// Reads a medicine.
    pub fn medicine(&mut self, block: &Block) -> Medicine {
        let keywords = [
            "name",
            "contains",
            "regions",
            "dose_mg",
            "unit_mg",
            "gap_hours",
            "gap_hours_after",
            "most_mg_24h",
            "longest",
            "longest_days",
            "longest_days_fever",
            "say",
            "over",
            "cite",
            "note",
        ];
        self.allow(block, &keywords);
        let numbers = ["unit_mg", "gap_hours", "most_mg_24h", "longest_days", "longest_days_fever"];
        let mut number = |keyword: &str| self.one(block, keyword).and_then(|line| self.only_number(line));
        let [unit_mg, gap_hours, most_mg_24h, longest_days, longest_days_fever] = numbers.map(&mut number);
        let medicine = Medicine {
            id: self.id(block),
            name: self.need_text(block, "name"),
            contains: self.substance(block),
            regions: self.medicine_regions(block),
            dose_mg: self.pair(block, "dose_mg", true),
            unit_mg,
            gap_hours,
            gap_hours_after: self.pair(block, "gap_hours_after", false),
            most_mg_24h,
            longest: self.text(block, "longest"),
            longest_days,
            longest_days_fever,
            say: self.text(block, "say"),
            over: self.text(block, "over"),
            sources: self.need_cite(block),
            note: self.text(block, "note"),
        };
        self.whole_label(block, &medicine);
        medicine
    }

    /// The substance of a medicine. Where none is named a fault is told, and what stands here is never used.
    fn substance(&mut self, block: &Block) -> Substance {
        let Some(line) = self.need(block, "contains") else { return Substance::Ibuprofen };
        let at = match self.words(line).as_slice() {
            [word] => self.find(word, "substance", Substance::ALL.map(Substance::id)),
            _ => {
                self.fault(line.end(), "one substance belongs here", None);
                None
            }
        };
        at.map_or(Substance::Ibuprofen, |at| Substance::ALL[at])
    }

    /// What may be dosed has every other limit, and a dose is a whole number of units: no schedule comes from half a label.
    fn whole_label(&mut self, block: &Block, medicine: &Medicine) {
        let line = |keyword: &str| block.lines.iter().find(|line| line.keyword.text == keyword);
        if line("dose_mg").is_none() && line("most_mg_24h").is_none() {
            let hint = Some("a medicine has a dose, or is a ceiling over all products".to_owned());
            self.fault(block.head.keyword.place, "neither `dose_mg` nor `most_mg_24h`", hint);
        }
        let (Some((least, most)), Some(dose)) = (medicine.dose_mg, line("dose_mg")) else { return };
        for keyword in ["unit_mg", "gap_hours", "most_mg_24h", "longest_days"] {
            if line(keyword).is_none() {
                let hint = Some("what has a dose has every other limit".to_owned());
                self.fault(block.head.keyword.place, format!("no `{keyword}` line beside `dose_mg`"), hint);
            }
        }
        let whole = |unit: u32| unit > 0 && least > 0 && most / unit * unit >= least;
        if medicine.unit_mg.is_some_and(|unit| !whole(unit)) {
            self.fault(dose.keyword.place, "no whole number of units makes this dose", None);
        }
    }

    fn medicine_regions(&mut self, block: &Block) -> Vec<String> {
        let Some(line) = self.need(block, "regions") else { return Vec::new() };
        let words = self.words(line);
        for word in &words {
            self.find(word, "region", self.names.regions.iter().copied());
        }
        words.into_iter().map(|word| word.text.clone()).collect()
    }

    /// Two numbers, `MIN to MAX` or side by side.
    fn pair(&mut self, block: &Block, keyword: &str, range: bool) -> Option<(u32, u32)> {
        let line = self.one(block, keyword)?;
        let words = self.words(line);
        match (range, words.as_slice()) {
            (true, [from, to, most]) if to.text == "to" => Some((self.number(from)?, self.number(most)?)),
            (false, [from, hours]) => Some((self.number(from)?, self.number(hours)?)),
            _ => {
                let form = if range { "MIN to MAX" } else { "MG HOURS" };
                self.fault(line.end(), "two numbers belong here", Some(format!("write `{keyword} {form}`")));
                None
            }
        }
    }

    /// Reads a caution.
    pub fn caution(&mut self, block: &Block) -> Caution {
        self.allow(block, &["medicines", "say", "cite", "note"]);
        let words = self.need(block, "medicines").map(|line| self.words(line)).unwrap_or_default();
        for word in &words {
            self.find(word, "medicine", self.names.medicines.iter().copied());
        }
        Caution {
            id: self.id(block),
            medicines: words.into_iter().map(|word| word.text.clone()).collect(),
            say: self.need_text(block, "say"),
            sources: self.cite(block),
            note: self.text(block, "note"),
        }
    }

    /// Reads a medicine that is never offered.
    pub fn never(&mut self, block: &Block) -> Never {
        self.allow(block, &["say", "cite", "note"]);
        Never { id: self.id(block), say: self.need_text(block, "say"), sources: self.need_cite(block) }
    }

    /// Reads an item of the prevention plan.
    pub fn prevention(&mut self, block: &Block) -> Prevention {
        self.allow(block, &["needs", "say", "cite", "note"]);
        let needs = self.one(block, "needs").and_then(|line| self.words(line).first().copied());
        Prevention {
            id: self.id(block),
            needs_baby: needs.is_some_and(|word| self.find(word, "need", ["baby"]).is_some()),
            say: self.need_text(block, "say"),
            sources: self.cite(block),
            note: self.text(block, "note"),
        }
    }

    /// Reads a table: every row has a cell for every column.
    pub fn table(&mut self, block: &Block) -> Reading {
        self.allow(block, &["columns", "row", "cite", "note"]);
        let columns: Vec<String> = self
            .need(block, "columns")
            .map(|line| self.words(line).iter().map(|word| word.text.clone()).collect())
            .unwrap_or_default();
        let mut rows = Vec::new();
        for line in block.lines.iter().filter(|line| line.keyword.text == "row") {
            let cells: Vec<String> = line.tokens.iter().map(cell).collect();
            if cells.len() != columns.len() {
                self.fault(
                    line.keyword.place,
                    format!("{} cells in a table of {} columns", cells.len(), columns.len()),
                    None,
                );
            }
            rows.push(cells);
        }
        let notes: Vec<_> = block.lines.iter().filter(|line| line.keyword.text == "note").collect();
        Reading {
            id: self.id(block),
            columns,
            rows,
            sources: self.cite(block),
            notes: notes.into_iter().map(|line| self.only_text(line)).collect(),
        }
    }
}

fn cell(token: &Token) -> String {
    match token {
        Token::Word(word) | Token::Text(word) => word.text.clone(),
    }
}
