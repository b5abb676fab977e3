//! What travels with a visitor through the relief pages, in hidden fields: her answers, what was said at a door, what was done. Nothing of it is kept here.

use care::relief::{Done, InstantS, Pass, Visit};
use guide::Session;
use protocol::evaluate::Read;
use protocol::interview::{Interview, Unreadable};
use protocol::text::Voice;

use crate::fill::relief;
use crate::form::Posted;
use crate::frame::{Frame, Visitor};
use crate::numbers;
use crate::page::trouble::VOICE;
use crate::site::Site;

/// The most sessions that are looked at: more than any day allows.
const MOST_DONE: usize = 40;

/// What came with a request.
#[derive(Debug, Clone, Default)]
pub struct Carried {
    /// Her check, if there was one.
    pub interview: Option<Interview>,
    /// Sessions that were done.
    pub done: Vec<Done>,
    /// What was said at the door of this session.
    pub pass: Option<Pass>,
    /// The marks of the texts that she has read and chosen, parted by blanks.
    pub chosen: Option<String>,
    /// The side, once chosen: `left` or `right`.
    pub side: Option<Side>,
    /// Pain before, 0 to 10.
    pub before: Option<u8>,
}

/// One breast.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Hers on the left.
    Left,
    /// Hers on the right.
    Right,
}

impl Side {
    /// As written in forms.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Right => "right",
        }
    }

    /// Reads a side.
    #[must_use]
    pub fn named(id: &str) -> Option<Self> {
        [Self::Left, Self::Right].into_iter().find(|side| side.id() == id)
    }
}

impl Carried {
    /// Reads the fields of a form.
    ///
    /// # Errors
    /// Answers of another version, or broken ones. Anything else that cannot be read is left out: it opens nothing.
    pub fn read(site: &Site, fields: &[(String, String)]) -> Result<Self, Unreadable> {
        let posted = Posted(fields);
        let interview = match posted.field("kept") {
            None | Some("") => None,
            Some(_) if !crate::CHECK => None,
            Some(_) => Some(posted.interview(site)?),
        };
        Ok(Self {
            interview,
            done: posted.field("done").map(read_done).unwrap_or_default(),
            pass: posted.field("pass").and_then(read_pass),
            chosen: posted.field("chosen").map(str::to_owned),
            side: posted.field("side").and_then(Side::named),
            before: posted.field("before").and_then(score),
        })
    }

    /// The hidden fields that carry all of it on.
    #[must_use]
    pub fn fields(&self, site: &Site) -> Vec<(String, String)> {
        let mut fields: Vec<(&str, String)> = Vec::new();
        fields.extend(self.interview.as_ref().map(|interview| ("kept", interview.write(site.compiled()))));
        if !self.done.is_empty() {
            fields.push(("done", write_done(&self.done)));
        }
        fields.extend(self.pass.map(|pass| ("pass", write_pass(pass))));
        fields.extend(self.chosen.clone().map(|mark| ("chosen", mark)));
        fields.extend(self.side.map(|side| ("side", side.id().to_owned())));
        fields.extend(self.before.map(|before| ("before", before.to_string())));
        fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
    }

    /// The same for a page that leads elsewhere: her answers and what was done, without what belongs to one session.
    #[must_use]
    pub fn onward(&self) -> Self {
        Self { interview: self.interview.clone(), done: self.done.clone(), ..Self::default() }
    }

    /// Her answers, read.
    #[must_use]
    pub fn reading<'s>(&self, site: &'s Site) -> Option<Read<'s>> {
        self.interview.as_ref().map(|interview| site.compiled().read(&interview.answers))
    }

    /// What she brings to the door of a session.
    #[must_use]
    pub fn visit<'v>(&'v self, site: &'v Site, session: &Session, now_s: InstantS) -> Visit<'v> {
        let mark = session.unlock.as_ref().map(|_| relief::mark(site, session));
        Visit {
            read: self.reading(site),
            answered_s: self.interview.as_ref().and_then(|interview| interview.began_s),
            pass: self.pass,
            done: &self.done,
            chosen: self
                .chosen
                .iter()
                .flat_map(|marks| marks.split_ascii_whitespace())
                .any(|one| Some(one) == mark.as_deref()),
            unlocked: site.is_unlocked(session, now_s.saturating_mul(1_000)),
        }
    }

    /// How pages speak to her.
    #[must_use]
    pub fn voice(&self, site: &Site) -> Voice {
        self.interview.as_ref().map_or(VOICE, |interview| interview.answers.voice(&site.compiled().protocol))
    }

    /// The frame of a page for her.
    #[must_use]
    pub fn frame<'f>(&self, site: &'f Site, visitor: &'f Visitor) -> Frame<'f> {
        let named = self.interview.as_ref().and_then(|one| numbers::region(site.compiled(), &one.answers));
        Frame { site, visitor, voice: self.voice(site), region: named.or_else(|| visitor.region(site)) }
    }
}

/// A pain score as typed.
#[must_use]
pub fn score(typed: &str) -> Option<u8> {
    typed.parse().ok().filter(|score| *score <= 10)
}

/// `S-A@1732600000 S-E@1732603600`
fn read_done(line: &str) -> Vec<Done> {
    let one = |word: &str| {
        let (code, at_s) = word.split_once('@')?;
        Some(Done { code: code.to_owned(), at_s: at_s.parse().ok()? })
    };
    line.split_ascii_whitespace().filter_map(one).take(MOST_DONE).collect()
}

fn write_done(done: &[Done]) -> String {
    done.iter().map(|one| format!("{}@{}", one.code, one.at_s)).collect::<Vec<_>>().join(" ")
}

/// `1732600000 none old`: when, what was said to the list, what was said of her age; `-` where it was not asked.
fn read_pass(line: &str) -> Option<Pass> {
    let mut words = line.split_ascii_whitespace();
    let at_s = words.next()?.parse().ok()?;
    let mut said = |yes: &str, no: &str| match words.next() {
        Some(word) if word == yes => Some(true),
        Some(word) if word == no => Some(false),
        _ => None,
    };
    Some(Pass { at_s, none_of_these: said("none", "some"), old_enough: said("old", "young") })
}

fn write_pass(pass: Pass) -> String {
    let word =
        |said: Option<bool>, yes: &'static str, no: &'static str| said.map_or("-", |said| if said { yes } else { no });
    format!("{} {} {}", pass.at_s, word(pass.none_of_these, "none", "some"), word(pass.old_enough, "old", "young"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_said_and_done_survives_its_line() {
        for none_of_these in [None, Some(true), Some(false)] {
            for old_enough in [None, Some(true), Some(false)] {
                let pass = Pass { at_s: 1_732_600_000, none_of_these, old_enough };
                assert_eq!(read_pass(&write_pass(pass)), Some(pass));
            }
        }
        let done = vec![Done { code: "S-A".to_owned(), at_s: 5 }, Done { code: "S-E".to_owned(), at_s: -5 }];
        assert_eq!(read_done(&write_done(&done)), done);
    }

    #[test]
    fn nonsense_says_nothing() {
        for line in ["", "x", "12", "12 maybe", "none 12"] {
            let pass = read_pass(line);
            assert!(pass.is_none_or(|pass| pass.none_of_these.is_none() && pass.old_enough.is_none()), "{line}");
        }
        assert!(read_done("S-A S-B@ S-C@x").is_empty());
        assert_eq!((score("10"), score("11"), score("-1"), score("")), (Some(10), None, None, None));
    }
}
