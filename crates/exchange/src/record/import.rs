//! Reading our own JSON lines back. A bad line costs that line only, and is told; a line is taken whole or not at all.

use std::collections::{HashMap, HashSet};
use std::fmt;

use care::record::household::Household;
use care::record::id::{BabyId, PersonId, RevisionId};
use care::record::revision::{Received, Subject};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::exact::lost;
use super::export::{Also, Export, FORMAT, Headline, VERSION};

/// The longest line that is read, in bytes.
pub const LONGEST_LINE_BYTES: usize = 4 << 20;
/// So many problems are told one by one; further ones are only counted.
pub const MOST_TOLD: usize = 1_000;
/// The most that is told of a word from the file.
const LONGEST_WORD: usize = 160;
/// What to do about a line that cannot be read.
const RESTORE: &str = "restore the line from the file as it was exported, or remove it";

/// What a file holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reading {
    /// All that could be read; none when the file as a whole is refused.
    pub export: Option<Export>,
    /// The number of the line of each revision, in their order.
    pub lines: Vec<u64>,
    /// Lines that say again what an earlier one said.
    pub repeated: usize,
    /// Lines that were left out.
    pub left_out: usize,
    /// What is wrong with the file.
    pub problems: Vec<Problem>,
}

/// Something that is wrong with a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The number of the line, from 1.
    pub line: u64,
    /// What is wrong.
    pub what: String,
    /// What to do about it.
    pub do_this: String,
    /// Whether the line was left out. What is odd but whole is kept and told.
    pub left_out: bool,
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let fate = if self.left_out { "left out" } else { "kept" };
        write!(out, "line {}, {fate}: {}; {}", self.line, self.what, self.do_this)
    }
}

/// Reads a file. It never fails as a whole without saying so in [`Reading::problems`].
#[must_use]
pub fn read(bytes: &[u8]) -> Reading {
    let mut reader = Reader::default();
    let lines = bytes.split(|byte| *byte == b'\n').zip(1_u64..);
    for (line, number) in lines {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        if reader.household.is_some() {
            reader.line(number, line);
        } else if let Err(refused) = reader.headline(number, line) {
            reader.reading.problems.push(refused);
            return reader.reading;
        }
    }
    reader.end()
}

#[derive(Default)]
struct Reader {
    reading: Reading,
    household: Option<Household>,
    /// How many revisions the headline promises.
    promised: u64,
    revisions: Vec<Received>,
    /// Where each revision stands in `revisions`.
    known: HashMap<RevisionId, usize>,
    last_line: u64,
}

impl Reader {
    fn headline(&mut self, number: u64, line: &[u8]) -> Result<(), Problem> {
        let refused = |what: String, do_this: &str| problem(number, what, do_this, true);
        let text = utf8(line).map_err(|what| refused(what, "export again; nothing of this file was read"))?;
        let said: Value = serde_json::from_str(text).unwrap_or_default();
        if said.get("format").and_then(Value::as_str) != Some(FORMAT) {
            let what = format!("the first line does not begin a file of the form `{FORMAT}`");
            return Err(refused(what, "choose a file that `milkway export --jsonl` has written"));
        }
        let version = said.get("version").unwrap_or(&Value::Null);
        if version.as_u64().is_some_and(|version| version > VERSION) {
            let what = format!("the file has version {version} of its form, this program reads up to {VERSION}");
            return Err(refused(what, "install the version of Milkway that wrote it, or a newer one"));
        }
        if version.as_u64() != Some(VERSION) {
            let what = format!("the file has no version that there is: `{}`", word(&version.to_string()));
            return Err(refused(what, "restore the first line from the file as it was exported"));
        }
        let headline: Headline =
            whole(text).map_err(|what| refused(what, "restore the first line; nothing was read"))?;
        self.household = Some(headline.household);
        self.promised = headline.revisions;
        self.last_line = number;
        Ok(())
    }

    fn line(&mut self, number: u64, line: &[u8]) {
        self.last_line = number;
        match read_line(line) {
            Ok(Line::Revision(received)) => self.revision(number, *received),
            Ok(Line::Also(also)) => self.also(number, also),
            Err(what) => self.leave_out(number, what, RESTORE),
        }
    }

    fn revision(&mut self, number: u64, received: Received) {
        let id = received.revision.id;
        let earlier = self.known.get(&id).and_then(|at| self.revisions.get(*at));
        match earlier {
            Some(earlier) if is_same(earlier, &received) => self.reading.repeated += 1,
            Some(_) => {
                let what = format!("revision {id} stands in this file twice and says two things");
                self.leave_out(number, what, "keep the line that is right; the first one was taken");
            }
            None => {
                self.known.insert(id, self.revisions.len());
                self.revisions.push(received);
                self.reading.lines.push(number);
            }
        }
    }

    fn also(&mut self, number: u64, also: Also) {
        let Some(household) = &mut self.household else { return };
        let twice = also.babies.iter().find(|baby| household.babies.iter().any(|other| other.id == baby.id));
        if let Some(baby) = twice {
            let what = format!("baby {} is named twice", baby.id);
            return self.leave_out(number, what, "remove the line; the first one was taken");
        }
        household.babies.extend(also.babies);
    }

    fn leave_out(&mut self, line: u64, what: String, do_this: &str) {
        self.reading.left_out += 1;
        self.tell(problem(line, what, do_this, true));
    }

    fn tell(&mut self, problem: Problem) {
        if self.reading.problems.len() < MOST_TOLD {
            self.reading.problems.push(problem);
        }
    }

    fn end(mut self) -> Reading {
        let Some(household) = self.household.take() else {
            let what = "the file is empty".to_owned();
            let do_this = "choose a file that `milkway export --jsonl` has written";
            self.reading.problems.push(problem(1, what, do_this, true));
            return self.reading;
        };
        self.tell_strangers(&household);
        let found = self.reading.lines.len() + self.reading.repeated + self.reading.left_out;
        let found = u64::try_from(found).unwrap_or(u64::MAX);
        if found < self.promised {
            let what = format!("the file ends after {found} of {} revisions", self.promised);
            self.tell(problem(self.last_line, what, "copy the whole file again; what is there can be taken in", false));
        }
        self.reading.export = Some(Export { household, revisions: self.revisions });
        self.reading
    }

    /// An entry of somebody whom the file does not name is kept: the line is whole. Told once for each of them.
    fn tell_strangers(&mut self, household: &Household) {
        let people: HashSet<PersonId> = household.people.iter().map(|person| person.id).collect();
        let babies: HashSet<BabyId> = household.babies.iter().map(|baby| baby.id).collect();
        let mut told = HashSet::new();
        let mut found = Vec::new();
        for (received, line) in self.revisions.iter().zip(&self.reading.lines) {
            let about = match received.revision.content.subject {
                Subject::Parent(id) => (!people.contains(&id)).then(|| format!("person {id}")),
                Subject::Baby(id) => (!babies.contains(&id)).then(|| format!("baby {id}")),
            };
            let author = (!people.contains(&received.by)).then(|| format!("person {}", received.by));
            for stranger in about.into_iter().chain(author) {
                if told.insert(stranger.clone()) {
                    found.push((*line, stranger));
                }
            }
        }
        for (line, stranger) in found {
            let what = format!("{stranger} is not named in the file");
            self.tell(problem(
                line,
                what,
                "nothing is lost; the entry has no name beside it until there is one",
                false,
            ));
        }
    }
}

enum Line {
    Revision(Box<Received>),
    Also(Also),
}

fn read_line(line: &[u8]) -> Result<Line, String> {
    if line.len() > LONGEST_LINE_BYTES {
        return Err(format!("a line of more than {LONGEST_LINE_BYTES} bytes"));
    }
    let text = utf8(line)?;
    if text.trim_start().starts_with("{\"babies\"") {
        return whole(text).map(Line::Also);
    }
    whole(text).map(|received| Line::Revision(Box::new(received)))
}

fn utf8(line: &[u8]) -> Result<&str, String> {
    std::str::from_utf8(line).map_err(|error| format!("byte {} is not UTF-8", error.valid_up_to() + 1))
}

/// A value that holds all that its text says.
fn whole<T: DeserializeOwned + Serialize>(text: &str) -> Result<T, String> {
    let told = |error: serde_json::Error| word(&error.to_string().replace(" at line 1 column ", ", column "));
    let value: T = serde_json::from_str(text).map_err(told)?;
    let said: Value = serde_json::from_str(text).map_err(told)?;
    let kept = serde_json::to_value(&value).map_err(told)?;
    match lost(&said, &kept) {
        None => Ok(value),
        Some(path) => Err(format!("this version cannot keep what is said at `{}`", word(&path))),
    }
}

/// Words of the file as they may be shown: no control character moves somebody's terminal, no line of a megabyte fills it.
fn word(text: &str) -> String {
    let shown: String =
        text.chars().take(LONGEST_WORD).map(|one| if one.is_control() { '\u{fffd}' } else { one }).collect();
    if shown.len() < text.len() && text.chars().nth(LONGEST_WORD).is_some() { format!("{shown}…") } else { shown }
}

/// Whether two revisions of one id are one. Another server may have measured the clock of the device otherwise.
pub(super) fn is_same(one: &Received, other: &Received) -> bool {
    one.revision == other.revision && one.by == other.by && one.device == other.device
}

pub(super) fn problem(line: u64, what: String, do_this: &str, left_out: bool) -> Problem {
    Problem { line, what, do_this: do_this.to_owned(), left_out }
}
