//! Writing as people do: on three devices, one of them with a wrong clock, one at times without a signal; now and then wrong, and corrected.

use care::record::body::{Body, Pump};
use care::record::id::{DeviceId, EntryId, PersonId, RevisionId};
use care::record::moment::Moment;
use care::record::revision::{Content, Received, Revision, SKEW_NOTICED_MS, Subject};
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::chance::Chance;
use super::{Cast, made_at};

const MINUTE_MS: i64 = 60_000;
/// The helper's tablet runs ahead by so much.
const AHEAD_MS: i64 = 7 * MINUTE_MS;

/// What has been written so far.
pub(super) struct Diary {
    pub(super) chance: Chance,
    pub(super) cast: Cast,
    /// A device for each of the three.
    devices: [(PersonId, DeviceId); 3],
    start: Date,
    zone: String,
    /// Each with the instant at which it reached the server.
    written: Vec<(i64, Received)>,
}

impl Diary {
    pub(super) fn new(mut chance: Chance, cast: Cast, start: Date, zone: &str) -> Self {
        let devices = [cast.mother, cast.other, cast.helper].map(|person| (person, DeviceId(chance.id())));
        Self { chance, cast, devices, start, zone: zone.to_owned(), written: Vec::new() }
    }

    /// An instant by the clock on the wall: minutes since midnight of a day. Minutes of other days are taken as such.
    pub(super) fn at_ms(&self, day: u32, minute: i64) -> i64 {
        let zone = TimeZone::get(&self.zone).unwrap_or(TimeZone::UTC);
        let minutes = i64::from(day).saturating_mul(1_440).saturating_add(minute);
        let span = jiff::Span::new().try_minutes(minutes).unwrap_or_default();
        let wall = self.start.at(0, 0, 0, 0).saturating_add(span);
        wall.to_zoned(zone).map_or(0, |zoned| zoned.timestamp().as_millisecond())
    }

    /// Logs an entry, some seconds into that minute, and now and then corrects it or puts it into the bin.
    pub(super) fn write(&mut self, day: u32, minute: u32, by: PersonId, subject: Subject, body: Body) {
        self.log(day, minute, by, subject, body, "");
    }

    /// Logs words only.
    pub(super) fn note(&mut self, day: u32, minute: u32, by: PersonId, subject: Subject, note: &str) {
        self.log(day, minute, by, subject, Body::Note {}, note);
    }

    fn log(&mut self, day: u32, minute: u32, by: PersonId, subject: Subject, body: Body, note: &str) {
        let ahead_ms = if by == self.cast.helper { AHEAD_MS } else { 0 };
        let began_ms = self.at_ms(day, minute.into()) + i64::from(self.chance.between(0, 59)) * 1_000;
        let shown_ms = began_ms.saturating_add(ahead_ms);
        let at = Moment::in_zone(shown_ms, &self.zone);
        let content = Content { subject, at, body: shifted(body, shown_ms), note: note.to_owned() };
        let over_ms = end_ms(&content).unwrap_or(shown_ms).saturating_sub(ahead_ms);
        let made_ms = over_ms + self.pause_ms(20);
        let entry = EntryId(made_at(made_ms.saturating_add(ahead_ms), &mut self.chance));
        let came_ms = made_ms + self.delay_ms(day, by);
        let first = self.save(entry, Vec::new(), by, made_ms, came_ms, content.clone(), false);
        self.change(day, entry, first, came_ms, content, ahead_ms);
    }

    /// All of it, in the order in which it reached the server.
    pub(super) fn revisions(mut self) -> Vec<Received> {
        self.written.sort_by_key(|(came_ms, received)| (*came_ms, received.revision.id));
        self.written.into_iter().map(|(_, received)| received).collect()
    }

    /// One in twenty-five is corrected, one in a hundred goes into the bin, one in five hundred is changed by two people apart.
    fn change(&mut self, day: u32, entry: EntryId, first: RevisionId, came_ms: i64, content: Content, ahead_ms: i64) {
        let (mother, other) = (self.cast.mother, self.cast.other);
        let upright = |mut content: Content| {
            content.at = content.at.later_ms(-ahead_ms);
            content.body = shifted(content.body, -ahead_ms);
            content
        };
        let correct = |minutes: i64| {
            let mut content = upright(content.clone());
            content.at = content.at.later_ms(minutes * MINUTE_MS);
            content
        };
        let by = if self.chance.one_in(3) { other } else { mother };
        let made_ms = came_ms + self.pause_ms(2_400);
        let drawn = self.chance.between(1, 500);
        if drawn <= 20 {
            let minutes = -i64::from(self.chance.between(1, 15));
            let came_ms = made_ms + self.delay_ms(day, by);
            self.save(entry, vec![first], by, made_ms, came_ms, correct(minutes), false);
        } else if drawn <= 25 {
            self.save(entry, vec![first], mother, made_ms, made_ms, upright(content), true);
        } else if drawn == 26 {
            self.save(entry, vec![first], mother, made_ms, made_ms, correct(-5), false);
            self.save(entry, vec![first], other, made_ms + MINUTE_MS, made_ms + 2 * MINUTE_MS, correct(-8), false);
        }
    }

    #[expect(clippy::too_many_arguments, reason = "each is a field of the revision")]
    fn save(
        &mut self,
        entry: EntryId,
        bases: Vec<RevisionId>,
        by: PersonId,
        made_ms: i64,
        came_ms: i64,
        content: Content,
        binned: bool,
    ) -> RevisionId {
        let skew_ms = if by == self.cast.helper { AHEAD_MS } else { 0 };
        let made_at_ms = made_ms.saturating_add(skew_ms);
        let id = RevisionId(made_at(made_at_ms, &mut self.chance));
        let device =
            self.devices.iter().find(|(person, _)| *person == by).map_or(self.devices[0].1, |(_, device)| *device);
        let revision = Revision { id, entry, bases, made_at_ms, binned, content };
        self.written.push((came_ms, Received { revision, by, device, skew_ms }));
        id
    }

    /// A pause of up to so many minutes, to the millisecond.
    fn pause_ms(&mut self, most_minutes: u32) -> i64 {
        i64::from(self.chance.between(1_000, most_minutes.saturating_mul(60_000)))
    }

    /// Seconds as a rule; on one day in ten the other parent's phone has no signal until the evening is over.
    fn delay_ms(&mut self, day: u32, by: PersonId) -> i64 {
        let hours = if by == self.cast.other && day % 10 == 4 { self.chance.between(1, 9) } else { 0 };
        i64::from(hours) * 60 * MINUTE_MS + i64::from(self.chance.between(200, 4_000))
    }
}

const _: () = assert!(AHEAD_MS > SKEW_NOTICED_MS, "a clock that nobody notices would move the times of the helper");

/// The same with every instant moved. The scripts count the end of a thing from its beginning.
pub(super) fn shifted(mut body: Body, by_ms: i64) -> Body {
    match &mut body {
        Body::Feed(feed) => feed.timed.end_ms = feed.timed.end_ms.map(|end_ms| end_ms.saturating_add(by_ms)),
        Body::Pump(Pump { timed, .. }) => timed.end_ms = timed.end_ms.map(|end_ms| end_ms.saturating_add(by_ms)),
        Body::Sleep(sleep) => sleep.end_ms = sleep.end_ms.map(|end_ms| end_ms.saturating_add(by_ms)),
        _ => {}
    }
    body
}

pub(super) fn end_ms(content: &Content) -> Option<i64> {
    match &content.body {
        Body::Feed(feed) => feed.timed.end_ms,
        Body::Pump(pump) => pump.timed.end_ms,
        Body::Sleep(sleep) => sleep.end_ms,
        _ => None,
    }
}
