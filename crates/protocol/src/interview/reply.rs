//! What a reply to a screen means for the answers.

use std::fmt;

use super::{Interview, Said, Stop, Who};
use crate::answers::Given;
use crate::compile::Compiled;
use crate::model::finding::{Class, Finding, FindingId, ReadingKind};
use crate::model::screen::ScreenKind;
use crate::number::{self, AskAgain};

/// A reply to a screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// Who worries her.
    Who(Who),
    /// None of the lines of a checklist.
    NoneOfThese,
    /// These lines of a checklist, and no other.
    Ticked(Vec<Tick>),
    /// Not sure about a checklist: ask one by one.
    OneByOne,
    /// This answer button of a finding.
    Choice(usize),
    /// A number, as typed.
    Number(String),
    /// Not sure.
    Unsure,
    /// Prefer not to say.
    Skip,
    /// This value of an item of context.
    Context(u16),
}

/// One ticked line of a checklist.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tick {
    /// The finding.
    pub finding: FindingId,
    /// Its line.
    pub line: usize,
    /// The answer that was opened by the tick and chosen, if any: a button, or not sure.
    pub chosen: Option<Chosen>,
}

/// What was chosen under a ticked line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chosen {
    /// This answer button.
    Choice(usize),
    /// Not sure.
    Unsure,
}

/// A reply that cannot be taken. Nothing has changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// The reply does not belong to this screen.
    NotHere,
    /// Nothing was ticked, and "none of these" was not said.
    NothingTicked,
    /// "None of these" with lines ticked.
    NoneAndTicked,
    /// The number is asked again.
    Number(AskAgain),
}

impl fmt::Display for Refused {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::NotHere => "the reply does not belong to this screen",
            Self::NothingTicked => "nothing was ticked",
            Self::NoneAndTicked => "none of these, yet lines are ticked",
            Self::Number(_) => "the number is not clear",
        })
    }
}

impl std::error::Error for Refused {}

impl Interview {
    /// Takes a reply to a stop.
    ///
    /// # Errors
    /// A reply that does not fit; the interview is as it was.
    pub fn reply(&mut self, compiled: &Compiled, stop: Stop, reply: Reply) -> Result<(), Refused> {
        let Some(screen) = compiled.protocol.screens.get(stop.screen) else { return Err(Refused::NotHere) };
        if let Some(finding) = self.asked_alone(compiled, stop) {
            return self.reply_alone(compiled, finding, reply);
        }
        match (&screen.kind, reply) {
            (ScreenKind::Who, Reply::Who(who)) => self.reply_who(compiled, who),
            (ScreenKind::Choose { context, choices }, Reply::Context(value))
                if choices.iter().any(|(known, _)| *known == value) =>
            {
                self.know(*context, value);
                Ok(())
            }
            (ScreenKind::Choose { context, .. }, Reply::Unsure) => {
                self.pass_over(*context);
                Ok(())
            }
            (ScreenKind::List(_), reply) => self.reply_list(compiled, stop.screen, reply),
            _ => Err(Refused::NotHere),
        }
    }

    /// Keeps lines that were ticked when she went back before answering a checklist. What was not ticked stays open.
    pub fn keep_ticks(&mut self, compiled: &Compiled, stop: Stop, ticks: &[Tick]) {
        for finding in self.shown_on(compiled, stop.screen) {
            let one = compiled.protocol.finding(finding);
            let own: Vec<_> =
                ticks.iter().filter(|tick| tick.finding == finding && tick.line < one.lines.len()).collect();
            if !own.is_empty() {
                self.reply_lines(one, finding, &own);
            }
        }
    }

    fn reply_who(&mut self, compiled: &Compiled, who: Who) -> Result<(), Refused> {
        let item = compiled.protocol.context_named("baby").ok_or(Refused::NotHere)?;
        let none = compiled.protocol.context[item].value("none");
        match (who, none) {
            (Who::NoBaby, Some(none)) => self.know(item, none),
            (_, Some(none)) if self.answers.known(item) == Some(none) => self.answers.unknow(item),
            _ => {}
        }
        self.who = Some(who);
        Ok(())
    }

    fn reply_list(&mut self, compiled: &Compiled, screen: usize, reply: Reply) -> Result<(), Refused> {
        let shown = self.shown_on(compiled, screen);
        let ticks = match reply {
            Reply::NoneOfThese => Vec::new(),
            Reply::Ticked(ticks) if ticks.is_empty() => return Err(Refused::NothingTicked),
            Reply::Ticked(ticks) => ticks,
            Reply::OneByOne => {
                for finding in shown {
                    self.ask(finding);
                }
                return Ok(());
            }
            _ => return Err(Refused::NotHere),
        };
        let fits = |tick: &Tick| {
            shown.contains(&tick.finding) && tick.line < compiled.protocol.finding(tick.finding).lines.len()
        };
        if !ticks.iter().all(fits) {
            return Err(Refused::NotHere);
        }
        for finding in &shown {
            let own: Vec<_> = ticks.iter().filter(|tick| tick.finding == *finding).collect();
            self.reply_lines(compiled.protocol.finding(*finding), *finding, &own);
        }
        self.take_back_silence(compiled, &shown, &ticks);
        Ok(())
    }

    /// An empty line is no answer about a finding that, with the rest of the list, must be asked on its own.
    fn take_back_silence(&mut self, compiled: &Compiled, shown: &[FindingId], ticks: &[Tick]) {
        let read = compiled.read(&self.answers);
        let silent = |finding: &&FindingId| ticks.iter().all(|tick| tick.finding != **finding);
        let alone: Vec<FindingId> =
            shown.iter().filter(silent).filter(|finding| read.is_alone(**finding)).copied().collect();
        alone.into_iter().for_each(|finding| self.answers.forget(finding));
    }

    /// The lines of one finding: none ticked is its mildest level, several count as the worst of them.
    fn reply_lines(&mut self, one: &Finding, finding: FindingId, ticks: &[&Tick]) {
        if ticks.is_empty() {
            self.settle(finding, Given::Level(0), None);
            return;
        }
        let chosen = |tick: &&Tick| match tick.chosen {
            Some(Chosen::Choice(at)) => one.choices.get(at).map(|choice| (choice.level, Said::Choice(at))),
            Some(Chosen::Unsure) => None,
            None => one.lines[tick.line].level.map(|level| (level, Said::Line(tick.line))),
        };
        let worst = ticks.iter().filter_map(chosen).max_by_key(|(level, _)| *level);
        let unsure = ticks.iter().any(|tick| tick.chosen == Some(Chosen::Unsure));
        match worst {
            Some((level, said)) => self.settle(finding, Given::Level(level), Some(said)),
            None if unsure => self.unsure(one, finding),
            None if self.answers.level_known(one, finding) > 0 => {}
            None => self.ask(finding),
        }
    }

    fn reply_alone(&mut self, compiled: &Compiled, finding: FindingId, reply: Reply) -> Result<(), Refused> {
        let one = compiled.protocol.finding(finding);
        match reply {
            Reply::Choice(at) => {
                let level = one.choices.get(at).map(|choice| choice.level).ok_or(Refused::NotHere)?;
                self.settle(finding, Given::Level(level), Some(Said::Choice(at)));
            }
            Reply::Unsure => self.unsure(one, finding),
            Reply::Skip if one.skip.is_some() => self.settle(finding, Given::Unsure, None),
            Reply::Number(typed) => self.number(compiled, finding, &typed)?,
            _ => return Err(Refused::NotHere),
        }
        Ok(())
    }

    /// The first "not sure" about a red flag is asked once more; only the second counts.
    fn unsure(&mut self, one: &Finding, finding: FindingId) {
        let again = one.class == Class::RedFlag && !self.once.contains(finding);
        if again {
            self.ask_again(finding);
        } else {
            self.settle(finding, Given::Unsure, None);
        }
    }

    /// A typed number answers its finding, and a temperature every finding about the temperature of that patient.
    fn number(&mut self, compiled: &Compiled, finding: FindingId, typed: &str) -> Result<(), Refused> {
        let one = compiled.protocol.finding(finding);
        let kind = one.reading.ok_or(Refused::NotHere)?;
        let number = number::read(kind, typed).map_err(Refused::Number)?;
        let said = Said::typed(typed);
        self.settle(finding, Given::Level(number.level(one)), Some(said.clone()));
        if kind == ReadingKind::Temperature {
            let other = |(id, other): &(FindingId, &Finding)| {
                *id != finding && other.reading == Some(kind) && other.subject == one.subject
            };
            for (id, other) in compiled.protocol.each_finding().filter(other) {
                let level = number.level(other);
                if level >= self.answers.level_known(other, id) {
                    self.settle(id, Given::Level(level), (level > 0).then(|| said.clone()));
                }
            }
        }
        Ok(())
    }

    /// Knows an item of context: it is no longer passed over.
    pub(super) fn know(&mut self, item: usize, value: u16) {
        self.answers.know(item, value);
        self.passed &= !(1 << item);
    }

    /// Passes an item of context over: it is no longer known.
    pub(super) fn pass_over(&mut self, item: usize) {
        self.answers.unknow(item);
        self.passed |= 1 << item;
    }

    /// An answer, and nothing of what stood there before it.
    pub(super) fn settle(&mut self, finding: FindingId, given: Given, said: Option<Said>) {
        self.answers.answer(finding, given);
        self.ticked.remove(finding);
        // Whoever answered "not sure" has been asked often enough, however it was said: a skip too.
        match given {
            Given::Unsure => self.once.insert(finding),
            Given::Level(_) => self.once.remove(finding),
        }
        match said {
            Some(said) => self.said.insert(finding, said),
            None => self.said.remove(&finding),
        };
    }

    /// "Not sure", to be asked once more.
    pub(super) fn ask_again(&mut self, finding: FindingId) {
        self.ask(finding);
        self.ticked.remove(finding);
        self.once.insert(finding);
    }

    /// To be asked on its own.
    pub(super) fn ask(&mut self, finding: FindingId) {
        self.answers.forget(finding);
        self.said.remove(&finding);
        self.once.remove(finding);
        self.ticked.insert(finding);
    }
}
