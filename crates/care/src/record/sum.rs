//! What an entry adds to its day.
//!
//! The store keeps the sums of each day in the same transaction as the entry, so a page costs the same after five years as after one; a test
//! rebuilds them from the entries and compares.

use super::body::{Body, Feed, Pump, Timed};
use super::entry::Entry;

/// Something that is summed over a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sum {
    /// Feeds, of any kind.
    Feeds,
    /// Seconds at the left breast.
    FeedLeftS,
    /// Seconds at the right breast.
    FeedRightS,
    /// Thousandths of a millilitre from bottles.
    BottleUl,
    /// Pump sessions.
    Pumps,
    /// Thousandths of a millilitre pumped left.
    PumpLeftUl,
    /// Thousandths of a millilitre pumped right.
    PumpRightUl,
    /// Thousandths of a millilitre pumped in all.
    PumpUl,
    /// Wet nappies.
    Wet,
    /// Dirty nappies.
    Dirty,
    /// Seconds of sleep.
    SleepS,
}

impl Sum {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::Feeds,
        Self::FeedLeftS,
        Self::FeedRightS,
        Self::BottleUl,
        Self::Pumps,
        Self::PumpLeftUl,
        Self::PumpRightUl,
        Self::PumpUl,
        Self::Wet,
        Self::Dirty,
        Self::SleepS,
    ];

    /// Its name in the store.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Feeds => "feeds",
            Self::FeedLeftS => "feed_left_s",
            Self::FeedRightS => "feed_right_s",
            Self::BottleUl => "bottle_ul",
            Self::Pumps => "pumps",
            Self::PumpLeftUl => "pump_left_ul",
            Self::PumpRightUl => "pump_right_ul",
            Self::PumpUl => "pump_ul",
            Self::Wet => "wet",
            Self::Dirty => "dirty",
            Self::SleepS => "sleep_s",
        }
    }
}

/// What an entry adds to the sums of its day. What is in the bin adds nothing; what still runs adds what is over of it.
#[must_use]
pub fn added_by(entry: &Entry) -> Vec<(Sum, i64)> {
    if entry.binned {
        return Vec::new();
    }
    let mut added = match &entry.content.body {
        Body::Feed(feed) => of_feed(feed),
        Body::Pump(pump) => of_pump(pump),
        Body::Nappy(nappy) => vec![(Sum::Wet, i64::from(nappy.wet)), (Sum::Dirty, i64::from(nappy.dirty))],
        Body::Sleep(sleep) => {
            let length_ms = sleep.end_ms.map_or(0, |end_ms| end_ms.saturating_sub(entry.content.at.at_ms));
            vec![(Sum::SleepS, (length_ms / 1_000).max(0))]
        }
        _ => Vec::new(),
    };
    added.retain(|(_, amount)| *amount != 0);
    added
}

fn of_feed(feed: &Feed) -> Vec<(Sum, i64)> {
    let Timed { left_s, right_s, .. } = feed.timed;
    let drunk = feed.bottles.iter().filter_map(|bottle| bottle.amount.as_ref()?.milli()).fold(0, i64::saturating_add);
    vec![(Sum::Feeds, 1), (Sum::FeedLeftS, left_s.into()), (Sum::FeedRightS, right_s.into()), (Sum::BottleUl, drunk)]
}

fn of_pump(pump: &Pump) -> Vec<(Sum, i64)> {
    let ul = |amount: &Option<super::amount::Amount>| amount.as_ref().and_then(super::amount::Amount::milli);
    let (left, right) = (ul(&pump.left).unwrap_or(0), ul(&pump.right).unwrap_or(0));
    let total = ul(&pump.total).unwrap_or(left.saturating_add(right));
    vec![(Sum::Pumps, 1), (Sum::PumpLeftUl, left), (Sum::PumpRightUl, right), (Sum::PumpUl, total)]
}
