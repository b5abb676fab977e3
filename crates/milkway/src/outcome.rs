//! A result in words for a terminal: 80 columns, no colour.

use std::fmt::Write;

use ledger::Ledger;
use protocol::answers::Answers;
use protocol::assessment::Place;
use protocol::compile::Compiled;
use protocol::explain::{Explained, Told};
use protocol::model::finding::{Group, Subject};
use protocol::model::urgency::Region;
use protocol::text::{Voice, fill};
use web::time::Clock;
use web::words::Words;

/// Columns of the narrowest terminal.
pub const COLUMNS: usize = 78;

/// The whole result.
#[must_use]
pub fn words(compiled: &Compiled, ledger: &Ledger, answers: &Answers) -> String {
    let voice = answers.voice(&compiled.protocol);
    let read = compiled.read(answers);
    let explained = read.explain(compiled);
    let words = web::english().voiced(voice.to_parent, voice.baby);
    let mut page = Page { compiled, ledger, words, voice, explained: &explained, out: String::new() };
    page.banners(answers);
    page.conditions();
    page.plan(&read);
    page.come_back();
    page.also();
    page.reasons();
    page.notes();
    page.open_questions();
    page.foot();
    page.out
}

struct Page<'p> {
    compiled: &'p Compiled,
    ledger: &'p Ledger,
    words: Words,
    voice: Voice,
    explained: &'p Explained,
    out: String,
}

impl Page<'_> {
    fn line(&mut self, text: &str) {
        self.out.push_str(&wrap("", text));
    }

    fn item(&mut self, text: &str) {
        self.out.push_str(&wrap("- ", text));
    }

    fn heading(&mut self, id: &str) {
        let heading = self.words.say(id);
        let _ = writeln!(self.out, "\n{heading}\n{}", "-".repeat(heading.chars().count()));
    }

    fn banners(&mut self, answers: &Answers) {
        let region = web::numbers::region(self.compiled, answers);
        let patients = [
            (Subject::Parent, Some(&self.explained.parent)),
            (Subject::Baby, self.explained.baby.as_ref().filter(|_| !self.explained.silent_baby())),
        ];
        let mut told: Vec<(Subject, &Told)> =
            patients.into_iter().filter_map(|(who, told)| told.map(|told| (who, told))).collect();
        told.sort_by_key(|(_, told)| std::cmp::Reverse(told.urgency));
        for (subject, told) in told {
            self.banner(subject, told, region);
        }
    }

    fn banner(&mut self, subject: Subject, told: &Told, region: Option<&Region>) {
        let whose = self.words.say(if subject == Subject::Baby { "whose-baby" } else { "whose-parent" });
        let Some(urgency) = told.urgency else {
            let head = self.words.say("unfinished-head");
            let _ = writeln!(self.out, "{}\n=== {whose}: {head}\n{}", "=".repeat(COLUMNS), "=".repeat(COLUMNS));
            return;
        };
        let Some(said) = self.compiled.protocol.urgencies.iter().find(|words| words.urgency == urgency) else { return };
        let time = Clock::now(&self.words).deadline(said.deadline, told.days).map(|at| at.words).unwrap_or_default();
        let numbers = web::numbers::Numbers::of(self.compiled, region, self.voice);
        let days = web::numbers::days(told.days, &self.words);
        let values = [
            ("time", time.as_str()),
            ("days", days.as_str()),
            ("emergency", &numbers.emergency),
            ("urgent", &numbers.urgent),
            ("crisis", &numbers.crisis),
        ];
        let [head, act, say] = [&said.head, &said.act, &said.say].map(|text| fill(text.say(self.voice), &values));
        let _ = writeln!(self.out, "{}\n=== {whose}: {head}", "=".repeat(COLUMNS));
        self.line(&act);
        let _ = writeln!(self.out, "{}", "=".repeat(COLUMNS));
        self.line(&say);
        if web::numbers::wants_crisis(self.compiled, told) {
            let call = self.words.say_one("call", "number", &numbers.crisis);
            self.line(&call);
        }
        if self.explained.assessment.interim() {
            let so_far = self.words.say("so-far");
            self.line(&so_far);
        }
        self.out.push('\n');
    }

    fn conditions(&mut self) {
        let shown = self.explained.conditions_shown(self.compiled);
        if shown.is_empty() {
            return;
        }
        self.heading("could-be");
        for considered in shown {
            let one = &self.compiled.protocol.conditions[considered.condition];
            self.item(&format!("{}. {}", web::numbers::capital(one.name.say(self.voice)), one.say.say(self.voice)));
        }
        let not = self.words.say("not-a-diagnosis");
        self.line(&not);
    }

    fn plan(&mut self, read: &protocol::evaluate::Read) {
        let sections = [
            (Place::Offered, "plan-do"),
            (Place::Optional, "plan-if-you-like"),
            (Place::NotNow, "plan-not-now"),
            (Place::Never, "plan-never"),
        ];
        for (place, heading) in sections {
            let steps: Vec<usize> = self.explained.planned(place).collect();
            if steps.is_empty() {
                continue;
            }
            self.heading(heading);
            for step in steps {
                let one = &self.compiled.protocol.steps[step];
                let words = read.words_of_step(self.compiled, step, place, self.voice).join("; ");
                let name = one.name.say(self.voice);
                let name = if words.is_empty() { name.to_owned() } else { format!("{name} ({words})") };
                self.item(&format!("{name}. {}", one.why.say(self.voice)).replace("..", "."));
            }
        }
    }

    fn come_back(&mut self) {
        if self.explained.come_back_if.is_empty() {
            return;
        }
        self.heading("come-back-at-once");
        for line in &self.explained.come_back_if {
            let signs: Vec<String> = line.signs.iter().map(|(id, level)| self.watch(*id, *level)).collect();
            let then = self.words.say(web::numbers::then(line.urgency));
            let whose =
                if line.group == Group::Baby { format!(" ({})", self.words.say("whose-baby")) } else { String::new() };
            self.item(&format!("{then}{whose}: {}", signs.join("; ")));
        }
    }

    fn watch(&self, id: protocol::model::finding::FindingId, level: u8) -> String {
        exchange::result::watch(self.compiled, self.compiled.protocol.finding(id), level, self.voice)
    }

    fn also(&mut self) {
        let also: Vec<usize> = [Some(&self.explained.parent), self.explained.baby.as_ref()]
            .into_iter()
            .flatten()
            .flat_map(|told| told.also.clone())
            .collect();
        if also.is_empty() {
            return;
        }
        self.heading("also-needed");
        for at in also {
            let rule = &self.compiled.protocol.rules[at];
            let head = web::numbers::head(self.compiled, rule.urgency, rule.days, self.voice, &self.words);
            self.item(&format!("{head}: {}", rule.say.say(self.voice)));
        }
    }

    fn reasons(&mut self) {
        let told = [Some(&self.explained.parent), self.explained.baby.as_ref()];
        let reasons: Vec<usize> = told.into_iter().flatten().flat_map(|told| told.reasons.clone()).collect();
        if reasons.is_empty() {
            return;
        }
        self.heading("why");
        for at in reasons {
            let rule = &self.compiled.protocol.rules[at];
            let sources: Vec<String> = rule
                .sources
                .iter()
                .map(|id| self.ledger.source(id).map_or_else(|| id.clone(), |source| source.short_name()))
                .collect();
            self.item(&format!("{} [{}: {}]", rule.say.say(self.voice), rule.id, sources.join(", ")));
        }
    }

    fn notes(&mut self) {
        let protocol = &self.compiled.protocol;
        let raised = protocol.raises.iter().filter(|raise| self.explained.assessment.raised.contains(raise.finding));
        let mut notes: Vec<&str> = raised.map(|raise| raise.say.say(self.voice)).collect();
        notes.extend(self.explained.notices.iter().map(|at| protocol.notices[*at].say.say(self.voice)));
        notes.extend(self.explained.advices.iter().map(|at| protocol.advices[*at].say.say(self.voice)));
        if self.voice.baby {
            notes.extend(self.explained.holds.iter().map(|at| protocol.holds[*at].say.say(self.voice)));
        }
        let notes: Vec<String> = notes.into_iter().filter(|note| !note.is_empty()).map(str::to_owned).collect();
        if !notes.is_empty() {
            self.heading("notes");
            notes.iter().for_each(|note| self.item(note));
        }
        if !self.explained.contradictions.is_empty() {
            self.heading("contradictions");
            let said: Vec<_> = self
                .explained
                .contradictions
                .iter()
                .map(|at| protocol.contradictions[*at].say.say(self.voice).to_owned())
                .collect();
            said.iter().for_each(|text| self.item(text));
        }
    }

    fn open_questions(&mut self) {
        let open: Vec<_> = self.explained.assessment.unanswered.iter().collect();
        if open.is_empty() {
            return;
        }
        let heading = self.words.say_count("unanswered", open.len());
        let _ = writeln!(self.out, "\n{heading}\n{}", "-".repeat(heading.chars().count()));
        for id in open {
            let ask = self.compiled.protocol.finding(id).ask.say(self.voice).to_owned();
            self.item(&ask);
        }
    }

    fn foot(&mut self) {
        let protocol = format!("{} {}", self.compiled.protocol.name, self.compiled.protocol.version);
        let line = self
            .words
            .say_with("protocol-line", &[("protocol", &protocol), ("fingerprint", &self.compiled.fingerprint)]);
        self.out.push('\n');
        self.line(&line);
        let status = self.compiled.protocol.status.say(self.voice).to_owned();
        self.line(&status);
    }
}

/// A text in lines of at most [`COLUMNS`], the first after `mark`, the others under its words.
#[must_use]
pub fn wrap(mark: &str, text: &str) -> String {
    let indent = " ".repeat(mark.chars().count());
    let mut lines = vec![mark.to_owned()];
    for word in text.split([' ', '\n']).filter(|word| !word.is_empty()) {
        let Some(line) = lines.last_mut() else { break };
        let used = line.chars().count();
        if used > indent.len() && used + 1 + word.chars().count() > COLUMNS {
            lines.push(format!("{indent}{word}"));
        } else {
            if used > indent.len() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    lines.iter().map(|line| format!("{line}\n")).collect()
}
