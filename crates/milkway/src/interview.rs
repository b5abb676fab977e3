//! `milkway check` in a terminal: the same screens as on the page, one after the other, without colour.

use std::io::{BufRead, Write};
use std::process::ExitCode;

use anyhow::{Result, bail};
use ledger::Ledger;
use protocol::compile::Compiled;
use protocol::interview::{Chosen, Interview, Refused, Reply, Stop, Tick, Who};
use protocol::model::finding::{FindingId, ReadingKind};
use protocol::model::screen::ScreenKind;
use protocol::number::AskAgain;
use web::words::Words;

use crate::args::Check;
use crate::outcome::{self, wrap};

/// The longest line that is read from the keyboard.
const LONGEST_LINE: u64 = 1_000;

/// Leads through the check.
///
/// # Errors
/// When standard input or output fails, or the region is unknown.
pub fn run(options: &Check) -> Result<ExitCode> {
    let ledger = shipped::ledger()?;
    let compiled = shipped::protocol(&ledger)?;
    let mut interview = Interview::default();
    if let Some(code) = &options.region {
        let item = compiled.protocol.context_named("region");
        match item.and_then(|item| compiled.protocol.context[item].value(code).map(|value| (item, value))) {
            Some((item, value)) => interview.answers.know(item, value),
            None => bail!("unknown region `{code}`; see `milkway check --help`"),
        }
    }
    let input = std::io::stdin().lock();
    let output = std::io::stdout().lock();
    Talk { compiled: &compiled, ledger: &ledger, interview, input, output }.run()
}

struct Talk<'t, R, W> {
    compiled: &'t Compiled,
    ledger: &'t Ledger,
    interview: Interview,
    input: R,
    output: W,
}

/// What was typed, once the commands that every screen knows are taken out.
enum Typed {
    Text(String),
    Back,
    End,
}

impl<R: BufRead, W: Write> Talk<'_, R, W> {
    fn run(mut self) -> Result<ExitCode> {
        let opening = self.words().say("terminal-opening");
        write!(self.output, "{}", wrap("", &opening))?;
        let mut here = self.interview.next(self.compiled);
        while let Some(stop) = here {
            here = match self.ask(stop)? {
                Typed::End => break,
                Typed::Back => self.interview.before(self.compiled, Some(stop)).or(Some(stop)),
                Typed::Text(typed) => match self.reply(stop, &typed) {
                    Ok(()) => self.onward()?,
                    Err(why) => {
                        write!(self.output, "\n{}", wrap("! ", &why))?;
                        Some(stop)
                    }
                },
            };
        }
        let result = outcome::words(self.compiled, self.ledger, &self.interview.answers);
        write!(self.output, "\n{result}")?;
        self.output.flush()?;
        Ok(ExitCode::SUCCESS)
    }

    /// The next stop; an emergency is told at once, before it.
    fn onward(&mut self) -> Result<Option<Stop>> {
        let next = self.interview.next(self.compiled);
        let interrupts = self.interview.interrupts(self.compiled);
        self.interview.note_shown(self.compiled);
        if next.is_some() && interrupts {
            let result = outcome::words(self.compiled, self.ledger, &self.interview.answers);
            write!(self.output, "\n{result}\n{}", wrap("", &self.words().say("terminal-go-on")))?;
        }
        Ok(next)
    }

    fn words(&self) -> Words {
        let voice = self.interview.answers.voice(&self.compiled.protocol);
        web::english().voiced(voice.to_parent, voice.baby)
    }

    fn ask(&mut self, stop: Stop) -> Result<Typed> {
        let words = self.words();
        let left = words.say_count("progress-left", self.interview.left_at_most(self.compiled));
        let screen = self.screen(stop);
        write!(self.output, "\n({left})\n{screen}> ")?;
        self.output.flush()?;
        let mut line = Vec::new();
        let read = std::io::Read::take(&mut self.input, LONGEST_LINE).read_until(b'\n', &mut line)?;
        if read == 0 {
            return Ok(Typed::End);
        }
        // The rest of a line that is too long must not answer the next screen.
        if !line.ends_with(b"\n") {
            self.input.skip_until(b'\n')?;
        }
        let typed = String::from_utf8_lossy(&line).trim().to_lowercase();
        Ok(match typed.as_str() {
            "q" | "quit" => Typed::End,
            "back" | "<" => Typed::Back,
            _ => Typed::Text(typed),
        })
    }

    /// The screen as text: the question, then its answers with what to type for each.
    fn screen(&self, stop: Stop) -> String {
        let voice = self.interview.answers.voice(&self.compiled.protocol);
        let words = self.words();
        let screen = &self.compiled.protocol.screens[stop.screen];
        if let Some(finding) = self.interview.asked_alone(self.compiled, stop) {
            return self.question(finding, &words);
        }
        let mut text = wrap("", screen.ask.say(voice));
        text.push_str(&screen.help.as_ref().map(|help| wrap("", help.say(voice))).unwrap_or_default());
        match &screen.kind {
            ScreenKind::Who => {
                for (letter, id) in
                    ["a", "b", "c", "d"].into_iter().zip(["who-parent", "who-baby", "who-both", "who-alone"])
                {
                    text.push_str(&wrap(&format!(" {letter}  "), &words.say(id)));
                }
                text.push_str(&wrap(" s  ", &words.say("who-other")));
            }
            ScreenKind::Choose { choices, .. } => {
                for (letter, (_, choice)) in ('a'..='z').zip(choices) {
                    text.push_str(&wrap(&format!(" {letter}  "), choice.say(voice)));
                }
                text.push_str(&wrap(" ?  ", &words.say("not-sure")));
            }
            ScreenKind::List(_) | ScreenKind::Question(_) => {
                let lines = self.lines(stop.screen);
                for (number, (finding, line)) in (1..).zip(&lines) {
                    let line = &self.compiled.protocol.finding(*finding).lines[*line];
                    text.push_str(&wrap(&format!(" {number}  "), line.text.say(voice)));
                }
                text.push_str(&wrap(" 0  ", &words.say_count("list-none", lines.len())));
                text.push_str(&wrap(" ?  ", &words.say("list-one-by-one")));
                text.push_str(&wrap("    ", &words.say("terminal-list")));
            }
        }
        text
    }

    fn question(&self, finding: FindingId, words: &Words) -> String {
        let voice = self.interview.answers.voice(&self.compiled.protocol);
        let one = self.compiled.protocol.finding(finding);
        let mut text = wrap("", one.ask.say(voice));
        text.push_str(&one.help.as_ref().map(|help| wrap("", help.say(voice))).unwrap_or_default());
        if self.interview.once.contains(finding)
            && let Some(tell) = &one.tell
        {
            text.push_str(&wrap("", &format!("{}: {}", words.say("how-to-tell"), tell.say(voice))));
        }
        for (letter, choice) in ('a'..='z').zip(&one.choices) {
            text.push_str(&wrap(&format!(" {letter}  "), choice.text.say(voice)));
        }
        text.push_str(&wrap(" ?  ", &words.say("not-sure")));
        if let Some(skip) = &one.skip {
            text.push_str(&wrap(" -  ", skip.say(voice)));
        }
        if let Some(kind) = one.reading {
            let id = if kind == ReadingKind::Temperature { "terminal-temperature" } else { "terminal-number" };
            text.push_str(&wrap("    ", &words.say(id)));
        }
        text
    }

    /// The lines of a checklist, each a finding and one of its lines.
    fn lines(&self, screen: usize) -> Vec<(FindingId, usize)> {
        let shown = self.interview.shown_on(self.compiled, screen);
        shown
            .into_iter()
            .flat_map(|id| (0..self.compiled.protocol.finding(id).lines.len()).map(move |line| (id, line)))
            .collect()
    }

    fn reply(&mut self, stop: Stop, typed: &str) -> Result<(), String> {
        let reply = self.understand(stop, typed).ok_or_else(|| self.words().say("terminal-again"))?;
        let Some(reply) = reply else { return Ok(()) };
        self.interview.reply(self.compiled, stop, reply).map_err(|refused| self.why(&refused))
    }

    /// What a typed line means here: nothing understood, understood without a reply, or a reply.
    fn understand(&mut self, stop: Stop, typed: &str) -> Option<Option<Reply>> {
        let letter = |most: usize| {
            let mut letters = typed.chars();
            let at = letters.next().and_then(|letter| ('a'..='z').position(|known| known == letter));
            at.filter(|at| letters.next().is_none() && *at < most)
        };
        if let Some(finding) = self.interview.asked_alone(self.compiled, stop) {
            let one = self.compiled.protocol.finding(finding);
            return match (typed, letter(one.choices.len())) {
                ("?", _) => Some(Some(Reply::Unsure)),
                ("-", _) if one.skip.is_some() => Some(Some(Reply::Skip)),
                (_, Some(at)) => Some(Some(Reply::Choice(at))),
                (number, None) if one.reading.is_some() && !number.is_empty() => {
                    Some(Some(Reply::Number(number.to_owned())))
                }
                _ => None,
            };
        }
        match (&self.compiled.protocol.screens[stop.screen].kind, typed) {
            (ScreenKind::Who, "s") => {
                self.answer_for_her();
                Some(None)
            }
            (ScreenKind::Who, _) => letter(Who::ALL.len()).map(|at| Some(Reply::Who(Who::ALL[at]))),
            (ScreenKind::Choose { .. }, "?") => Some(Some(Reply::Unsure)),
            (ScreenKind::Choose { choices, .. }, _) => {
                letter(choices.len()).map(|at| Some(Reply::Context(choices[at].0)))
            }
            (_, "0") => Some(Some(Reply::NoneOfThese)),
            (_, "?") => Some(Some(Reply::OneByOne)),
            (_, numbers) => self.ticks(stop, numbers).map(|ticks| Some(Reply::Ticked(ticks))),
        }
    }

    /// Numbers of lines, parted by blanks or commas; one marked with `?` is not sure.
    fn ticks(&self, stop: Stop, typed: &str) -> Option<Vec<Tick>> {
        let lines = self.lines(stop.screen);
        let words = typed.split([' ', ',']).filter(|word| !word.is_empty());
        words
            .map(|word| {
                let number: usize = word.trim_end_matches('?').parse().ok()?;
                let (finding, line) = *lines.get(number.checked_sub(1)?)?;
                Some(Tick { finding, line, chosen: word.ends_with('?').then_some(Chosen::Unsure) })
            })
            .collect::<Option<Vec<_>>>()
            .filter(|ticks| !ticks.is_empty())
    }

    fn answer_for_her(&mut self) {
        let protocol = &self.compiled.protocol;
        if let Some(item) = protocol.context_named("audience")
            && let Some(value) = protocol.context[item].value("caregiver")
        {
            self.interview.answers.know(item, value);
        }
    }

    fn why(&self, refused: &Refused) -> String {
        let words = self.words();
        match refused {
            Refused::Number(AskAgain::Outside { meant: Some(meant), least, most }) => {
                words.say_with("number-meant", &[("meant", meant), ("least", least), ("most", most)])
            }
            Refused::Number(AskAgain::Outside { meant: None, least, most }) => {
                words.say_with("number-outside", &[("least", least), ("most", most)])
            }
            Refused::Number(_) => words.say("number-unclear"),
            _ => words.say("terminal-again"),
        }
    }
}
