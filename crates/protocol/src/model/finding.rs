//! Findings: what is asked, the levels from mildest to worst, and the words of the question.

use super::when::Any;
use crate::text::Text;

/// The most findings and inputs a protocol may have: sets of them are held in 128 bits.
pub const MOST_FINDINGS: usize = 128;
/// The most levels a finding may have.
pub const MOST_LEVELS: usize = 8;

/// The number of a finding in its protocol.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FindingId(u8);

impl FindingId {
    /// The finding at this place of the list. The checker holds the list under [`MOST_FINDINGS`].
    #[must_use]
    pub const fn at(index: usize) -> Self {
        Self(if index < MOST_FINDINGS { index.to_le_bytes()[0] } else { 0 })
    }

    /// Its place in the list.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// A set of findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct FindingSet(u128);

impl FindingSet {
    /// Adds one.
    pub fn insert(&mut self, id: FindingId) {
        self.0 |= 1 << id.index();
    }

    /// Takes one away.
    pub fn remove(&mut self, id: FindingId) {
        self.0 &= !(1 << id.index());
    }

    /// Whether it is in the set.
    #[must_use]
    pub const fn contains(self, id: FindingId) -> bool {
        self.0 >> id.index() & 1 == 1
    }

    /// All that are in this one and not in the other.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether none is in the set.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// How many are in the set.
    #[must_use]
    pub const fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// Those in the set, in the order of the protocol.
    pub fn iter(self) -> impl Iterator<Item = FindingId> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            (rest != 0).then(|| {
                let at = rest.trailing_zeros() as usize;
                rest &= rest - 1;
                FindingId::at(at)
            })
        })
    }
}

impl FromIterator<FindingId> for FindingSet {
    fn from_iter<I: IntoIterator<Item = FindingId>>(ids: I) -> Self {
        ids.into_iter().fold(Self::default(), |mut set, id| {
            set.insert(id);
            set
        })
    }
}

/// Who a finding or rule speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Subject {
    /// The parent.
    Parent,
    /// The baby.
    Baby,
}

/// What kind of finding it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// Red flag.
    RedFlag,
    /// Modifier.
    Modifier,
    /// Course.
    Course,
    /// Local sign.
    Local,
    /// Input of the relief plan, never of a rule.
    Input,
}

/// When a finding must be answered for a result to be complete.
#[derive(Debug, Clone, Default)]
pub enum Needed {
    /// Never: an input.
    #[default]
    Never,
    /// In every check.
    Always,
    /// While one of these holds.
    When(Any),
}

/// A finding or an input.
#[derive(Debug, Clone)]
pub struct Finding {
    /// Its id.
    pub id: String,
    /// Who it speaks of: ids that begin with `b_` speak of the baby.
    pub subject: Subject,
    /// Its class.
    pub class: Class,
    /// Ids of the levels, mildest first.
    pub levels: Vec<String>,
    /// The level that "not sure" stands for.
    pub unsure: u8,
    /// When it is mandatory.
    pub needed: Needed,
    /// While one of these holds it is asked on its own: an empty line on a checklist is no answer then.
    pub alone: Any,
    /// Where it stands in "come back if"; none: it is no sign to watch for.
    pub group: Option<Group>,
    /// The question on a screen of its own.
    pub ask: Text,
    /// One more sentence under the question.
    pub help: Option<Text>,
    /// How it reads on a checklist.
    pub lines: Vec<CheckLine>,
    /// Answer buttons.
    pub choices: Vec<Choice>,
    /// A short phrase per level; none for the mildest and for a level that is called `unsure`.
    pub signs: Vec<Option<Text>>,
    /// A shorter phrase per level for "come back if"; without one the sign is said.
    pub watches: Vec<Option<Text>>,
    /// An answer that counts as not sure and is not asked again.
    pub skip: Option<Text>,
    /// How to tell, after a first "not sure".
    pub tell: Option<Text>,
    /// How a typed number becomes a level.
    pub reading: Option<ReadingKind>,
    /// The levels of a typed number, mildest first.
    pub cuts: Vec<Cut>,
    /// Where the question comes from.
    pub sources: Vec<String>,
    /// For reviewers.
    pub note: Option<Text>,
}

impl Finding {
    /// The number of a level by its id.
    #[must_use]
    pub fn level_named(&self, id: &str) -> Option<u8> {
        self.levels.iter().position(|level| level == id).and_then(|at| u8::try_from(at).ok())
    }

    /// The id of a level.
    #[must_use]
    pub fn level_id(&self, level: u8) -> &str {
        self.levels.get(usize::from(level)).map_or("", String::as_str)
    }

    /// The worst level.
    #[must_use]
    pub fn worst(&self) -> u8 {
        u8::try_from(self.levels.len().saturating_sub(1)).unwrap_or(u8::MAX)
    }

    /// Whether this level is the one that only "not sure" can give.
    #[must_use]
    pub fn is_unsure_level(&self, level: u8) -> bool {
        self.level_id(level) == UNSURE
    }

    /// The phrase of a level; for a level without one, that of the next worse level.
    #[must_use]
    pub fn sign(&self, level: u8) -> Option<&Text> {
        self.signs.iter().skip(usize::from(level)).flatten().next()
    }
}

/// The id of the level that only "not sure" can give, and the answer "not sure" in a case.
pub const UNSURE: &str = "unsure";

/// Where a finding stands in "come back if".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Group {
    /// Illness of the whole body and mind.
    Body,
    /// The breast.
    Breast,
    /// The baby.
    Baby,
}

impl Group {
    /// All groups, in the order in which they are shown.
    pub const ALL: [Self; 3] = [Self::Body, Self::Breast, Self::Baby];

    /// Its id.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Body => "body",
            Self::Breast => "breast",
            Self::Baby => "baby",
        }
    }
}

/// A line of a checklist.
#[derive(Debug, Clone)]
pub struct CheckLine {
    /// The level that a tick alone answers; none: the level is asked.
    pub level: Option<u8>,
    /// How it reads.
    pub text: Text,
}

/// An answer button.
#[derive(Debug, Clone)]
pub struct Choice {
    /// The level it answers.
    pub level: u8,
    /// How it reads.
    pub text: Text,
}

/// What a typed number counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ReadingKind {
    /// Body temperature, in °C or °F.
    Temperature,
    /// Beats or breaths in a minute.
    PerMinute,
    /// 0 to 10.
    Scale,
    /// Hours.
    Hours,
    /// Days.
    Days,
    /// Percent.
    Percent,
    /// A count.
    Count,
}

/// One level of a typed number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cut {
    /// The level.
    pub level: u8,
    /// How the number is compared.
    pub compare: Compare,
    /// The threshold in millionths (of °C, hours, days …), so that comparison is exact.
    pub millionths: i64,
}

/// How a number is compared with a threshold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compare {
    /// At this number or above.
    AtLeast,
    /// Above this number.
    Over,
    /// Below this number.
    Under,
}
