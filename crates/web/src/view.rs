//! What the templates show: plain structs that handlers fill. No decision is made here.

pub mod about;
pub mod check;
pub mod checker;
pub mod feed;
pub mod guide;
pub mod help;
pub mod home;
pub mod household;
pub mod ledger;
pub mod log;
pub mod milk;
pub mod painkillers;
pub mod parts;
pub mod record_home;
pub mod result;
pub mod safety;
pub mod session;
pub mod trouble;

/// The frame around every page.
#[derive(Debug, Clone)]
pub struct Shell {
    /// The page's title, for the tab and the reader.
    pub title: String,
    /// The chosen colours; none: follow the device.
    pub theme: Option<Theme>,
    /// The skin of the drawings, 1 to 5; none: ours.
    pub tone: Option<u8>,
    /// Where the theme form comes back to, as a path: `/check`.
    pub path: String,
    /// Hidden fields that carry the answers through the page's own form and through the theme form.
    pub kept: Vec<(String, String)>,
    /// The neutral page that *Leave* goes to, with scheme.
    pub leave_to: String,
    /// What stands in the sticky foot.
    pub foot: Foot,
    /// The crisis lines of the region, shown small at the end of every page. One is best there (it is one row, and the
    /// choices stay under the thumb); *Help now* shows all that it is given.
    pub crisis: Vec<Call>,
    /// Whether what is shown is invented, to look around: every page says so, and no phone is taught to keep anything.
    pub demo: bool,
    /// Stands in the address of every static file, `/static/VERSION/NAME`, so that browsers may keep them for ever.
    pub version: String,
}

impl Shell {
    /// Whether this item of the dock is the page itself.
    #[must_use]
    pub fn at(&self, item: &str) -> bool {
        matches!(
            (&self.foot, item),
            (Foot::Dock(Here::Help), "help")
                | (Foot::Dock(Here::Home), "home")
                | (Foot::Dock(Here::Check), "check")
                | (Foot::Dock(Here::More), "more")
        )
    }

    /// Whether the foot is the dock of four.
    #[must_use]
    pub const fn has_dock(&self) -> bool {
        matches!(self.foot, Foot::Dock(_))
    }

    /// Whether the page holds answers that the ways out of its foot must carry along.
    #[must_use]
    pub fn foot_carries(&self) -> bool {
        self.kept.iter().any(|(name, _)| name == "kept") && !self.at("help")
    }

    /// When to stop, in the foot of a session that runs.
    #[must_use]
    pub fn stops(&self) -> Option<&[String]> {
        match &self.foot {
            Foot::Session { stops } => Some(stops),
            _ => None,
        }
    }

    /// Whether there is a question to go back to.
    #[must_use]
    pub const fn has_back(&self) -> bool {
        matches!(self.foot, Foot::Check { back: true } | Foot::Emergency { back: true, .. })
    }

    /// The number in the foot.
    #[must_use]
    pub const fn call(&self) -> Option<&Call> {
        match &self.foot {
            Foot::Emergency { call, .. } => Some(call),
            _ => None,
        }
    }
}

/// The colours of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// Ink on skim.
    Day,
    /// Light on dark.
    Dark,
    /// Red night: one hue, which keeps the eyes used to the dark.
    Red,
}

impl Theme {
    /// As written in `data-theme`, in the form and in the cookie.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Dark => "dark",
            Self::Red => "red",
        }
    }

    /// Reads a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        [Self::Day, Self::Dark, Self::Red].into_iter().find(|theme| theme.name() == name)
    }

    /// The one that the button changes to.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Day => Self::Dark,
            Self::Dark => Self::Red,
            Self::Red => Self::Day,
        }
    }

    /// The id of the button's name.
    #[must_use]
    pub const fn change(self) -> &'static str {
        match self {
            Self::Day => "theme-day-to-dark",
            Self::Dark => "theme-dark-to-red",
            Self::Red => "theme-red-to-day",
        }
    }

    /// The button's icon.
    #[must_use]
    pub const fn icon(self) -> &'static str {
        match self {
            Self::Day | Self::Dark => "moon",
            Self::Red => "sun",
        }
    }
}

/// The sticky foot.
#[derive(Debug, Clone)]
pub enum Foot {
    /// *Help now*, Home, Check, More.
    Dock(Here),
    /// *Help now* and, when there is a question before, *Back one question* (a button of the form `answers`, `go=back`).
    Check {
        /// Whether there is a question to go back to; else the way home is offered.
        back: bool,
    },
    /// A session that runs: when to stop, the buttons, *Help now* and the voice.
    Session {
        /// The stop conditions.
        stops: Vec<String>,
    },
    /// An emergency: the number as a big button, then *Help now* and *Back one question*.
    Emergency {
        /// The number to call.
        call: Call,
        /// Whether there is a question to go back to.
        back: bool,
    },
}

/// The item of the dock that is the page itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Here {
    /// None of them.
    Elsewhere,
    /// *Help now*.
    Help,
    /// Home.
    Home,
    /// Check.
    Check,
    /// More: everything there is.
    More,
}

/// A number to call.
#[derive(Debug, Clone, Default)]
pub struct Call {
    /// What is shown: `999`, `Samaritans 116 123`, `your local emergency number`.
    pub text: String,
    /// What a phone dials, digits and `+` only; none: nothing can be dialled.
    pub dial: Option<String>,
}

/// An instant. The words stand until `clock.js` says them in the phone's own zone.
#[derive(Debug, Clone)]
pub struct When {
    /// For machines: `2026-11-23T03:10:00Z`.
    pub datetime: String,
    /// For people: `Monday 03:10 UTC`.
    pub words: String,
}

/// A sentence that may name an instant.
#[derive(Debug, Clone, Default)]
pub struct Sentence {
    /// The words before the instant, or all of them.
    pub before: String,
    /// The instant.
    pub when: Option<When>,
    /// The words after it.
    pub after: String,
}

impl Sentence {
    /// A protocol's text with `$time` still in it, and the instant. Without an instant the name is left out.
    #[must_use]
    pub fn timed(text: &str, when: Option<When>) -> Self {
        match text.split_once("$time") {
            Some((before, after)) => Self { before: before.to_owned(), when, after: after.to_owned() },
            None => Self::from(text),
        }
    }
}

impl Sentence {
    /// All of it as plain words.
    #[must_use]
    pub fn plain(&self) -> String {
        let when = self.when.as_ref().map(|when| when.words.as_str()).unwrap_or_default();
        format!("{}{when}{}", self.before, self.after)
    }
}

impl From<&str> for Sentence {
    fn from(text: &str) -> Self {
        Self { before: text.to_owned(), ..Self::default() }
    }
}

/// An urgency, said to one patient across the whole page.
#[derive(Debug, Clone)]
pub struct Banner {
    /// 0 to 6; none: the check is not finished and no level stands.
    pub level: Option<u8>,
    /// Whose it is, when the page shows both: `You`, `The baby`.
    pub whose: Option<String>,
    /// The level in two or three words (`urgency … head`).
    pub head: String,
    /// What to do (`urgency … act`).
    pub act: Sentence,
    /// The rest, shown under the banner (`urgency … say`); empty: nothing.
    pub say: String,
    /// The check goes on: the level may still rise.
    pub so_far: bool,
    /// Who raised it for her, in words; empty: nobody.
    pub raised: Vec<String>,
    /// Announce it at once: levels 5 and 6 found in mid-check.
    pub alert: bool,
}

impl Banner {
    /// The name of its shape in the sprite and of its class: `u6` … `u0`, `un`.
    #[must_use]
    pub fn shape(&self) -> String {
        self.level.map_or_else(|| "un".to_owned(), |level| format!("u{}", level.min(6)))
    }
}

/// Where a statement comes from.
#[derive(Debug, Clone)]
pub struct Source {
    /// Its short name: `NICE NG255`.
    pub short: String,
    /// Its entry, a path or an address; none: only the name.
    pub href: Option<String>,
    /// Whether a person has read it for this statement.
    pub read: bool,
}

/// A choice of region.
#[derive(Debug, Clone)]
pub struct Regions {
    /// Where the form posts to: `/region` or `/check`.
    pub action: String,
    /// Code, name, and whether it is the present one. The field is called `region`.
    pub list: Vec<(String, String, bool)>,
}

impl Regions {
    /// Whether none is chosen yet.
    #[must_use]
    pub fn open(&self) -> bool {
        !self.list.iter().any(|(_, _, chosen)| *chosen)
    }
}
