//! The life of a timer: started, paused, switched, ended; and put right afterwards.
//!
//! A timer is data, so any phone may go on with it. Two phones have two clocks: what would be negative is nothing, and nothing is ever cut.

use super::body::{Body, Running, Side, Sleep, Timed};
use super::moment::Moment;
use super::revision::Content;

/// A feed that took longer than this was probably left running. It is kept as it is, and marked.
pub const LONG_FEED_S: u32 = 3 * 3_600;

/// Something that a person does to a timer while it lives. To one that has ended it does nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Act {
    /// This side is at work from now on: starts a timer that was not started, or goes on with it.
    Start(Side),
    /// Nobody is at work for now.
    Pause,
    /// The side that was last at work goes on.
    Resume,
    /// The other side goes on.
    Switch,
    /// It is over.
    End,
}

impl Side {
    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
        }
    }
}

impl Timed {
    /// Whether nothing has been timed or typed yet.
    fn is_fresh(&self) -> bool {
        *self == Self::default()
    }

    /// What is over on a side, in seconds.
    #[must_use]
    pub const fn over_s(&self, side: Side) -> u32 {
        match side {
            Side::Left => self.left_s,
            Side::Right => self.right_s,
        }
    }

    fn over_mut(&mut self, side: Side) -> &mut u32 {
        match side {
            Side::Left => &mut self.left_s,
            Side::Right => &mut self.right_s,
        }
    }

    /// Does something at an instant (milliseconds since 1970). What makes no sense now changes nothing.
    pub fn act(&mut self, act: Act, at_ms: i64) {
        let begins = self.is_fresh() && matches!(act, Act::Start(_));
        if !self.open && !begins {
            return;
        }
        let running = self.running.as_ref().map(|running| running.side);
        match act {
            Act::Start(side) if running != Some(side) => self.run(side, at_ms),
            Act::Resume if running.is_none() => self.run(self.last_side.unwrap_or(Side::Left), at_ms),
            Act::Switch => self.run(self.last_side.map_or(Side::Left, Side::other), at_ms),
            Act::Pause => self.settle(at_ms),
            Act::End => {
                self.settle(at_ms);
                self.open = false;
                self.end_ms = Some(at_ms);
            }
            Act::Start(_) | Act::Resume => {}
        }
    }

    fn run(&mut self, side: Side, at_ms: i64) {
        self.settle(at_ms);
        self.open = true;
        self.first_side.get_or_insert(side);
        self.last_side = Some(side);
        self.running = Some(Running { side, since_ms: at_ms });
    }

    /// What runs is over: its seconds go to its side.
    fn settle(&mut self, at_ms: i64) {
        if let Some(Running { side, since_ms }) = self.running.take() {
            let over = self.over_mut(side);
            *over = over.saturating_add(seconds(since_ms, at_ms));
        }
    }

    /// Seconds on the left and on the right, what runs counted until `now_ms`. By a clock that is behind the start nothing has run yet.
    #[must_use]
    pub fn elapsed(&self, now_ms: i64) -> (u32, u32) {
        let of = |side| {
            let running = self.running.as_ref().filter(|running| running.side == side);
            self.over_s(side).saturating_add(running.map_or(0, |running| seconds(running.since_ms, now_ms)))
        };
        (of(Side::Left), of(Side::Right))
    }

    /// Whether it took so long that it was probably forgotten: over [`LONG_FEED_S`] on both sides together.
    #[must_use]
    pub fn is_long(&self, now_ms: i64) -> bool {
        let (left_s, right_s) = self.elapsed(now_ms);
        left_s.saturating_add(right_s) > LONG_FEED_S
    }

    /// The side that was first, as far as it can be told.
    fn first(&self) -> Option<Side> {
        let only = match (self.left_s, self.right_s) {
            (0, 0) => self.running.as_ref().map(|running| running.side),
            (_, 0) => Some(Side::Left),
            (0, _) => Some(Side::Right),
            _ => None,
        };
        self.first_side.or(only).or(self.last_side.map(Side::other))
    }

    /// The start was not `from_ms` but `to_ms`: the side that was first gets the difference, or gives it back as far as it has it.
    pub fn back_date(&mut self, from_ms: i64, to_ms: i64) {
        let Some(first) = self.first() else { return };
        let (more, less) = (seconds(to_ms, from_ms), seconds(from_ms, to_ms));
        let over = self.over_mut(first);
        let kept = over.saturating_add(more);
        let rest = less.saturating_sub(kept);
        *over = kept.saturating_sub(less);
        if let Some(running) = self.running.as_mut().filter(|running| running.side == first) {
            running.since_ms = running.since_ms.saturating_add(i64::from(rest) * 1_000);
        }
    }

    /// Left was right and right was left.
    pub fn swap_sides(&mut self) {
        std::mem::swap(&mut self.left_s, &mut self.right_s);
        let running = self.running.as_mut().map(|running| &mut running.side);
        for side in running.into_iter().chain(self.first_side.as_mut()).chain(self.last_side.as_mut()) {
            *side = side.other();
        }
    }

    /// A side took so long until now; what runs there runs on from that.
    pub fn correct(&mut self, side: Side, right_s: u32, now_ms: i64) {
        *self.over_mut(side) = right_s;
        if let Some(running) = self.running.as_mut().filter(|running| running.side == side) {
            running.since_ms = now_ms;
        }
    }
}

impl Sleep {
    /// A sleep that begins now.
    #[must_use]
    pub const fn begun() -> Self {
        Self { end_ms: None, open: true }
    }

    /// It is over; one that is over stays as it is.
    pub fn end(&mut self, at_ms: i64) {
        if self.open {
            *self = Self { end_ms: Some(at_ms), open: false };
        }
    }

    /// How long it lasted, or lasts until now, in seconds. One that was logged without an end has no length.
    #[must_use]
    pub fn elapsed_s(&self, start_ms: i64, now_ms: i64) -> u32 {
        let end_ms = if self.open { Some(now_ms) } else { self.end_ms };
        end_ms.map_or(0, |end_ms| seconds(start_ms, end_ms))
    }
}

/// Another start for an entry: its time, and what its timer makes of it.
pub fn back_date(content: &mut Content, start: Moment) {
    match &mut content.body {
        Body::Feed(feed) => feed.timed.back_date(content.at.at_ms, start.at_ms),
        Body::Pump(pump) => pump.timed.back_date(content.at.at_ms, start.at_ms),
        _ => {}
    }
    content.at = start;
}

/// Whole seconds from one instant to another; none when the clock went back.
fn seconds(from_ms: i64, to_ms: i64) -> u32 {
    u32::try_from(to_ms.saturating_sub(from_ms).max(0) / 1_000).unwrap_or(u32::MAX)
}
