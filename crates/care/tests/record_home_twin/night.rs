//! Invented households and what they log in a night.

use care::record::body::Body;
use care::record::entry::Entry;
use care::record::household::{Baby, BabyState, Household, Person};
use care::record::id::{BabyId, DeviceId, EntryId, HouseholdId, PersonId, RevisionId};
use care::record::moment::Moment;
use care::record::revision::{Content, Subject};
use care::record::role::Role;
use care::record::settings::{Settings, Since};
use serde_json::Value;
use uuid::Uuid;

use crate::luck::Luck;

pub const NOW_MS: i64 = 1_795_662_720_000;
pub const HOUR_MS: i64 = 3_600_000;
pub const ZONE: &str = "Europe/London";

pub fn number(number: u128) -> Uuid {
    Uuid::from_u128(0x0199_0000_0000_7000_8000_0000_0000_0000 + number)
}

pub fn baby() -> Subject {
    Subject::Baby(BabyId(number(2)))
}

pub fn parent() -> Subject {
    Subject::Parent(PersonId(number(1)))
}

pub fn entry(luck: &mut Luck, at: u128, subject: Subject, ago_ms: i64, body: Value) -> Entry {
    let body: Body = serde_json::from_value(body).unwrap_or_else(|fault| panic!("{fault}"));
    let typed = Moment::in_zone(NOW_MS - ago_ms, ZONE);
    let moved_ms = luck.of(&[0, 0, 0, -300_000]);
    Entry {
        id: EntryId(number(100 + at)),
        at: typed.later_ms(moved_ms),
        content: Content { subject, at: typed, body, note: String::new() },
        binned: luck.one_in(12),
        heads: vec![RevisionId(number(500 + at))],
        by: PersonId(number(1)),
        device: DeviceId(number(3)),
        changed_by: None,
        marks: vec![],
    }
}

pub fn household(luck: &mut Luck) -> Household {
    let state = luck.of(&[BabyState::Home, BabyState::Home, BabyState::Hospital, BabyState::Died]);
    let born = luck.of(&[
        "2026-11-26",
        "2026-11-22",
        "2026-11-18",
        "2026-11-05",
        "2026-10-20",
        "2026-07-30",
        "2025-01-01",
        "soon",
        "2027-01-01",
    ]);
    let mut babies = vec![Baby { id: BabyId(number(2)), name: "Noa".into(), born: born.into(), state }];
    if luck.one_in(4) {
        babies.push(Baby {
            id: BabyId(number(4)),
            name: String::new(),
            born: "2026-09-09".into(),
            state: BabyState::Home,
        });
    }
    if luck.one_in(8) {
        babies.clear();
    }
    let ana = Person {
        id: PersonId(number(1)),
        name: "Ana".into(),
        role: Role::Owner,
        until_ms: None,
        removed: false,
        shares: vec![],
        writes: None,
    };
    let settings = Settings {
        region: luck.of(&["UK", "US", "nowhere", ""]).into(),
        zone: luck.of(&[ZONE, "America/New_York"]).into(),
        since: luck.of(&[Since::Start, Since::End]),
        count_bottles: luck.one_in(2),
        ..Settings::default()
    };
    Household { id: HouseholdId(number(0)), settings, people: vec![ana], babies }
}
