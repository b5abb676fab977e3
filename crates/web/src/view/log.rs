//! Pages of what is logged.

use askama::Template;
use care::record::body::Side;

use super::Shell;
use crate::words::Words;

/// A piece of a line: words, perhaps of one side.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Piece {
    /// Whose side it is, drawn as a letter before the words.
    pub side: Option<Side>,
    /// The words.
    pub text: String,
}

impl Piece {
    /// Words of a side.
    #[must_use]
    pub fn of(side: Side, text: String) -> Self {
        Self { side: Some(side), text }
    }

    /// The message of the side's letter; empty without a side.
    #[must_use]
    pub fn letter(&self) -> &'static str {
        self.side.map_or("", |side| if side == Side::Left { "log-letter-left" } else { "log-letter-right" })
    }

    /// The message of the side; empty without one.
    #[must_use]
    pub fn side_label(&self) -> &'static str {
        self.side.map_or("", |side| if side == Side::Left { "log-left" } else { "log-right" })
    }

    /// The class of the side's box.
    #[must_use]
    pub fn side_name(&self) -> &'static str {
        self.side.map_or("", |side| if side == Side::Left { "left" } else { "right" })
    }
}

impl From<String> for Piece {
    fn from(text: String) -> Self {
        Self { side: None, text }
    }
}

/// An entry in words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Said {
    /// The line.
    pub head: Vec<Piece>,
    /// What stands under it.
    pub small: Vec<String>,
}

impl Said {
    /// The line in one piece: `Feed, left 18 min`.
    #[must_use]
    pub fn plain(&self, words: &Words) -> String {
        let one = |piece: &Piece| match piece.side {
            None => piece.text.clone(),
            Some(_) => format!("{} {}", words.say(piece.side_label()).to_lowercase(), piece.text).trim_end().to_owned(),
        };
        self.head.iter().map(one).collect::<Vec<_>>().join(", ")
    }
}

/// An answer to choose.
#[derive(Debug, Clone)]
pub struct Pick {
    /// What is sent.
    pub value: String,
    /// What it is called.
    pub label: String,
    /// What it is called when the right breast is looked at; only places have it.
    pub right: String,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// One question of a form, as it is drawn.
#[derive(Debug, Clone)]
pub struct Drawn {
    /// How: `picks`, `sides`, `amount`, `score`, `place`, `tick`, `duration`, `time`, `text`, `lines`.
    pub look: &'static str,
    /// The id of its field, and what those of its parts begin with.
    pub id: String,
    /// The name of the first field.
    pub name: String,
    /// The name of the second field: a unit, a clock.
    pub second_name: String,
    /// What is asked.
    pub label: String,
    /// One line of help; empty: none.
    pub help: String,
    /// What was typed.
    pub value: String,
    /// The same of the second field.
    pub second: String,
    /// What there is to choose.
    pub picks: Vec<Pick>,
}

impl Drawn {
    /// The answers from one place to another, both counted in.
    #[must_use]
    pub fn between(&self, from: &usize, to: &usize) -> &[Pick] {
        self.picks.get(*from..=*to).unwrap_or_default()
    }

    /// Whether − and + stand beside it, which change it by a tenth: a temperature.
    #[must_use]
    pub fn steps(&self) -> bool {
        self.look == "amount" && self.picks.iter().any(|unit| unit.value == "c")
    }
}

/// A form.
#[derive(Debug, Clone)]
pub struct FormView {
    /// Where it is sent.
    pub action: String,
    /// Fields that are not seen.
    pub hidden: Vec<(String, String)>,
    /// What is asked back before it is saved as typed.
    pub back: Vec<String>,
    /// The ways on from there: what the button sends, its words.
    pub ways: Vec<(&'static str, String)>,
    /// Whether what is logged stays hers.
    pub private: bool,
    /// Of whom it may be.
    pub who: Vec<Pick>,
    /// Whether several may be chosen.
    pub many: bool,
    /// Buttons that save with one tap.
    pub quick: Vec<(&'static str, String)>,
    /// What is asked at once.
    pub fields: Vec<Drawn>,
    /// What is asked behind *More*.
    pub more: Vec<Drawn>,
    /// Whether that is open: something stands there.
    pub open: bool,
    /// The day of the start.
    pub day: String,
    /// Its clock.
    pub clock: String,
    /// The words of the button.
    pub save: String,
}

impl FormView {
    /// Whether one of its fields has − and + beside it.
    #[must_use]
    pub fn steps(&self) -> bool {
        self.fields.iter().chain(&self.more).any(Drawn::steps)
    }
}

/// `GET /log`
#[derive(Template, Debug, Clone)]
#[template(path = "log/kinds.html")]
pub struct Kinds {
    /// The words of the page.
    pub words: Words,
    /// The frame.
    pub shell: Shell,
    /// Address, icon, name of each form.
    pub kinds: Vec<(String, &'static str, String)>,
}

/// `GET` and `POST /log/{kind}`
#[derive(Template, Debug, Clone)]
#[template(path = "log/add.html")]
pub struct Add {
    /// The words of the page.
    pub words: Words,
    /// The frame.
    pub shell: Shell,
    /// What is logged.
    pub title: String,
    /// What is wrong; empty when nothing is.
    pub error: String,
    /// Whether the page of painkillers is named.
    pub painkillers: bool,
    /// The form.
    pub form: FormView,
}

/// A version of an entry.
#[derive(Debug, Clone)]
pub struct Version {
    /// Its id.
    pub id: String,
    /// Who, when.
    pub by: String,
    /// What it said.
    pub said: Said,
    /// Whether it put the entry into the bin.
    pub binned: bool,
}

/// `GET` and `POST /entry/{id}`
#[derive(Template, Debug, Clone)]
#[template(path = "log/entry.html")]
pub struct Correct {
    /// The words of the page.
    pub words: Words,
    /// The frame.
    pub shell: Shell,
    /// What it says.
    pub said: Said,
    /// Who logged it, its marks.
    pub notes: Vec<String>,
    /// What is wrong; empty when nothing is.
    pub error: String,
    /// Its address.
    pub path: String,
    /// Whether it is in the bin.
    pub binned: bool,
    /// Whether she may change it.
    pub may_change: bool,
    /// Whether she may put it into the bin or take it out.
    pub may_bin: bool,
    /// Whether the sides may be swapped.
    pub swap: bool,
    /// Versions that were made apart: one of them is to be chosen.
    pub apart: Vec<Version>,
    /// Earlier versions, newest first.
    pub versions: Vec<Version>,
    /// The form.
    pub form: FormView,
}

/// A line of a day or a list.
#[derive(Debug, Clone)]
pub struct Row {
    /// The clock on the wall; empty for a gap.
    pub clock: String,
    /// The day before the clock, in lists of many days; empty: none.
    pub date: String,
    /// The icon of its kind; empty for a gap.
    pub icon: &'static str,
    /// Its address; empty for a gap.
    pub href: String,
    /// What it says.
    pub said: Said,
    /// Whether it waits for the network.
    pub waits: bool,
    /// The id of the other one that may be the same feed; empty: none.
    pub other: String,
}

/// What was saved before, on the page of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// It in words.
    pub text: String,
    /// The savings that taking it back takes back, each with its entry; none: it is not hers to take back.
    pub undo: Vec<(String, String)>,
    /// The day to come back to, `2026-11-26`.
    pub day: String,
}

/// `GET /day`, `/day/{day}`
#[derive(Template, Debug, Clone)]
#[template(path = "log/day.html")]
pub struct DayView {
    /// The words of the page.
    pub words: Words,
    /// The frame.
    pub shell: Shell,
    /// The day in words.
    pub title: String,
    /// What it adds up to.
    pub sums: String,
    /// What was saved before.
    pub saved: Option<Saved>,
    /// The lines, newest first.
    pub rows: Vec<Row>,
    /// The address of the day before; empty: it may not be seen.
    pub before: String,
    /// The address of the day after; empty: it has not come.
    pub after: String,
    /// Kinds to show alone: address, name, whether it is the present one.
    pub kinds: Vec<(String, String, bool)>,
    /// What was searched for; none: nothing was.
    pub sought: Option<String>,
    /// Whether the bin is hers to open.
    pub may_bin: bool,
    /// Whether she may log.
    pub may_log: bool,
}

/// `GET /bin`
#[derive(Template, Debug, Clone)]
#[template(path = "log/bin.html")]
pub struct Bin {
    /// The words of the page.
    pub words: Words,
    /// The frame.
    pub shell: Shell,
    /// What is in it.
    pub rows: Vec<Row>,
}

/// The bands of a score: the message, the first and the last number.
pub const PAIN: [(&str, usize, usize); 4] =
    [("log-pain-none", 0, 0), ("log-pain-mild", 1, 3), ("log-pain-moderate", 4, 6), ("log-pain-severe", 7, 10)];
