//! A small household to tell stories about.

use care::record::amount::{Amount, Unit};
use care::record::body::{Body, Feed, Timed};
use care::record::entry::Entry;
use care::record::id::{BabyId, DeviceId, EntryId, PersonId, RevisionId};
use care::record::moment::Moment;
use care::record::revision::{Content, Received, Revision, Subject};
use uuid::Uuid;

pub const NOW_MS: i64 = 1_795_700_000_000;
pub const MINUTE_MS: i64 = 60_000;
pub const HOUR_MS: i64 = 60 * MINUTE_MS;
pub const DAY_MS: i64 = 24 * HOUR_MS;
pub const ANA: PersonId = PersonId(Uuid::from_u128(1));
pub const BEN: PersonId = PersonId(Uuid::from_u128(2));
pub const NOA: BabyId = BabyId(Uuid::from_u128(7));
pub const ZONE: &str = "Europe/London";

pub fn amount(value: &str, unit: Unit) -> Amount {
    Amount { value: value.to_owned(), unit }
}

pub fn content(body: Body) -> Content {
    Content { subject: Subject::Baby(NOA), at: Moment::in_zone(NOW_MS, ZONE), body, note: String::new() }
}

/// An entry as one revision on one's own phone makes it.
pub fn entry(number: u128, by: PersonId, subject: Subject, at_ms: i64, body: Body) -> Entry {
    let at = Moment::in_zone(at_ms, ZONE);
    Entry {
        id: EntryId(Uuid::from_u128(number)),
        content: Content { subject, at: at.clone(), body, note: String::new() },
        at,
        binned: false,
        heads: vec![RevisionId(Uuid::from_u128(number))],
        by,
        device: DeviceId(by.0),
        changed_by: None,
        marks: vec![],
    }
}

/// A feed of Noa.
pub fn feed(number: u128, by: PersonId, at_ms: i64, timed: Timed) -> Entry {
    entry(number, by, Subject::Baby(NOA), at_ms, Body::Feed(Feed { timed, ..Feed::default() }))
}

/// A saving of entry 1, by the clock of its device.
pub fn saving(number: u128, bases: &[u128], made_at_ms: i64, skew_ms: i64) -> Received {
    Received {
        revision: Revision {
            id: RevisionId(Uuid::from_u128(number)),
            entry: EntryId(Uuid::from_u128(1)),
            bases: bases.iter().map(|base| RevisionId(Uuid::from_u128(*base))).collect(),
            made_at_ms,
            binned: false,
            content: Content { note: format!("saving {number}"), ..content(Body::Note {}) },
        },
        by: ANA,
        device: DeviceId(Uuid::from_u128(number)),
        skew_ms,
    }
}
