//! What an entry can say: one type a kind. The names of the fields are those of the JSON that phones send, exports hold and pages fill in.

use serde::{Deserialize, Serialize};

use super::amount::Amount;
use super::id::EntryId;

/// What was logged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Body {
    /// A feed of a baby: at the breast, by bottle, or both in one.
    Feed(Feed),
    /// A pump session of the parent.
    Pump(Pump),
    /// Milk put into or taken out of the stock.
    Stock(Stock),
    /// A nappy of a baby.
    Nappy(Nappy),
    /// A baby's weight.
    Weight(Measured),
    /// A baby's length.
    Length(Measured),
    /// A baby's head circumference.
    Head(Measured),
    /// A temperature of the parent or a baby.
    Temperature(Measured),
    /// A medicine taken or given.
    Medicine(Medicine),
    /// How a breast feels and looks.
    Symptom(Symptom),
    /// A relief session.
    Session(Session),
    /// Sleep.
    Sleep(Sleep),
    /// How the parent feels in herself.
    Mood(Mood),
    /// A check that the parent chose to keep.
    Check(Check),
    /// Words only.
    Note {},
}

/// The kind of an entry: what it is filed, filtered and shared by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each is said at its body")]
pub enum Kind {
    Feed,
    Pump,
    Stock,
    Nappy,
    Weight,
    Length,
    Head,
    Temperature,
    Medicine,
    Symptom,
    Session,
    Sleep,
    Mood,
    Check,
    Note,
}

/// Her left or right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Side {
    Left,
    Right,
}

/// What is being timed on one side, since when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Running {
    /// The side.
    pub side: Side,
    /// Since when, milliseconds since 1970 by the clock of the device that started it.
    pub since_ms: i64,
}

/// Seconds per side, and what still runs. It is data: a locked phone or a new server changes nothing of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Timed {
    /// Seconds on the left that are over.
    #[serde(skip_serializing_if = "is_zero")]
    pub left_s: u32,
    /// Seconds on the right that are over.
    #[serde(skip_serializing_if = "is_zero")]
    pub right_s: u32,
    /// What runs now; none when paused or over.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub running: Option<Running>,
    /// Not ended yet: it runs or is paused.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub open: bool,
    /// The side that was first at work: what is added before the start belongs to it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_side: Option<Side>,
    /// The side that was last at work.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_side: Option<Side>,
    /// When it ended, milliseconds since 1970. A feed that was logged without an end has none, and is kept all the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end_ms: Option<i64>,
}

/// A feed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "said where it needs saying")]
pub struct Feed {
    #[serde(flatten)]
    pub timed: Timed,
    /// What came from a bottle; more than one is a feed of mixed milks.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub bottles: Vec<Bottle>,
    /// Which breast was fuller before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fuller: Option<Fuller>,
    /// Pain while latching on, 0 to 10.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub latch_pain: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nipple_left: Option<Nipple>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nipple_right: Option<Nipple>,
    /// Feeds that somebody said are others than this one, so that merging is not offered again.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub not_same_as: Vec<EntryId>,
}

/// What was in a bottle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bottle {
    /// Which milk.
    pub milk: Milk,
    /// How much was drunk; none when nobody looked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Amount>,
}

/// Which milk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Milk {
    Own,
    Donor,
    Formula,
    Other,
}

/// Which breast was fuller.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Fuller {
    Left,
    Right,
    Same,
}

/// The skin of a nipple, mildest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the levels of the finding `nipple_wound`")]
pub enum Nipple {
    None,
    Sore,
    Crack,
    Infected,
}

/// A pump session.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Pump {
    /// How long.
    #[serde(flatten)]
    pub timed: Timed,
    /// From the left.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub left: Option<Amount>,
    /// From the right.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub right: Option<Amount>,
    /// Together, when the sides were not measured apart.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total: Option<Amount>,
}

/// A change of the milk stock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stock {
    /// What was done.
    pub act: StockAct,
    /// Where it lies.
    pub place: StockPlace,
    /// How much.
    pub amount: Amount,
}

/// What was done with milk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum StockAct {
    Put,
    Use,
    Discard,
}

/// Where milk lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum StockPlace {
    Room,
    Fridge,
    Freezer,
}

/// A nappy.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Nappy {
    /// Urine.
    pub wet: bool,
    /// Stool.
    pub dirty: bool,
    /// Colour of the stool.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub colour: Option<StoolColour>,
    /// Orange-pink dust in it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub dust: bool,
    /// Blood in it: streaks, or much.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub blood: Option<StoolBlood>,
}

/// Colour of stool.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum StoolColour {
    Black,
    Green,
    Brown,
    Yellow,
    Pale,
}

/// Blood in stool.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum StoolBlood {
    Streaks,
    Much,
}

/// One measured value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measured {
    /// What was read off.
    pub amount: Amount,
}

/// A medicine taken or given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Medicine {
    /// A medicine of the protocol by its id, or none for another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub medicine: Option<String>,
    /// Its name as typed.
    pub name: String,
    /// How much.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Amount>,
}

/// How a breast feels and looks. What was not said is not there: silence is not "no".
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "said where it needs saying")]
pub struct Symptom {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub side: Option<Side>,
    /// 1 to 12 as a clinician facing her reads the clock; 0 is the middle.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<u8>,
    /// 0 to 10.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pain: Option<u8>,
    /// Widest across, in centimetres or inches.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lump: Option<Amount>,
    /// How far the colour reaches from the nipple, as the level of the finding `heat_colour`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub heat_colour: Option<HeatColour>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nipple: Option<Nipple>,
}

/// The levels of the finding `heat_colour`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the levels of the finding `heat_colour`")]
pub enum HeatColour {
    None,
    SmallPatch,
    WedgeOrLarge,
}

/// A relief session that was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "said where it needs saying")]
pub struct Session {
    /// The session's code in the guide, such as `S-A`.
    pub code: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub side: Option<Side>,
    /// Pain before, 0 to 10.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<u8>,
    /// Pain after, 0 to 10.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<u8>,
    /// She stopped before its end.
    #[serde(default)]
    pub stopped: bool,
}

/// Sleep.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "as in `Timed`")]
pub struct Sleep {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end_ms: Option<i64>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub open: bool,
}

/// How the parent feels in herself: the two questions of the finding `mood`. What was not answered is not there.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Mood {
    /// Often down or hopeless.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub down: Option<bool>,
    /// Often little interest or pleasure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub little_interest: Option<bool>,
}

/// A check that was kept: what was answered, and under which rules.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Check {
    /// The line that carries an interview.
    pub answers: String,
    /// The fingerprint of the protocol.
    pub fingerprint: String,
    /// The parent's urgency by its name; none when it was not finished.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// The baby's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub baby: Option<String>,
}

impl Kind {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 15] = [
        Self::Feed,
        Self::Pump,
        Self::Nappy,
        Self::Symptom,
        Self::Temperature,
        Self::Medicine,
        Self::Weight,
        Self::Sleep,
        Self::Stock,
        Self::Session,
        Self::Mood,
        Self::Check,
        Self::Length,
        Self::Head,
        Self::Note,
    ];

    /// Its name in JSON, in addresses and in the store.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Feed => "feed",
            Self::Pump => "pump",
            Self::Stock => "stock",
            Self::Nappy => "nappy",
            Self::Weight => "weight",
            Self::Length => "length",
            Self::Head => "head",
            Self::Temperature => "temperature",
            Self::Medicine => "medicine",
            Self::Symptom => "symptom",
            Self::Session => "session",
            Self::Sleep => "sleep",
            Self::Mood => "mood",
            Self::Check => "check",
            Self::Note => "note",
        }
    }

    /// The kind of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

impl Body {
    /// Its kind.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Self::Feed(_) => Kind::Feed,
            Self::Pump(_) => Kind::Pump,
            Self::Stock(_) => Kind::Stock,
            Self::Nappy(_) => Kind::Nappy,
            Self::Weight(_) => Kind::Weight,
            Self::Length(_) => Kind::Length,
            Self::Head(_) => Kind::Head,
            Self::Temperature(_) => Kind::Temperature,
            Self::Medicine(_) => Kind::Medicine,
            Self::Symptom(_) => Kind::Symptom,
            Self::Session(_) => Kind::Session,
            Self::Sleep(_) => Kind::Sleep,
            Self::Mood(_) => Kind::Mood,
            Self::Check(_) => Kind::Check,
            Self::Note {} => Kind::Note,
        }
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
fn is_zero(seconds: &u32) -> bool {
    *seconds == 0
}

#[cfg(test)]
mod tests {
    use super::{Body, Kind};

    #[test]
    fn a_mixed_feed_is_one_entry_and_comes_back_as_it_was() {
        let said = r#"{"kind":"feed","left_s":360,"right_s":540,"last_side":"right","bottles":[{"milk":"own","amount":{"value":"3,5","unit":"fl_oz"}}],"latch_pain":4}"#;
        let body: Body = serde_json::from_str(said).unwrap();
        assert_eq!(serde_json::to_string(&body).unwrap(), said);
        assert_eq!(body.kind(), Kind::Feed);
    }

    #[test]
    fn every_kind_has_one_name() {
        for kind in Kind::ALL {
            assert_eq!(Kind::named(kind.name()), Some(kind));
            assert_eq!(serde_json::to_string(&kind).unwrap(), format!("\"{}\"", kind.name()));
        }
    }
}
