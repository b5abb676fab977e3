//! Entries that two people, or one in two minds, made of savings that crossed: concurrent heads, wrong clocks, bins, odd amounts.

use crate::amounts::{UNITS, typed};
use crate::luck::Luck;
use crate::moments::{NAMES, NIGHTS};
use care::record::body::{Body, Kind};
use care::record::id::{BabyId, DeviceId, EntryId, PersonId, RevisionId};
use care::record::moment::Moment;
use care::record::revision::{Content, Received, Revision, SKEW_NOTICED_MS, Subject, fold};
use care::record::sum::added_by;
use serde_json::{Value, json};
use uuid::Uuid;

const ENTRIES: usize = 600;
/// Clocks of phones, in milliseconds ahead: right, at the edge of being noticed, minutes, a day.
const SKEWS_MS: [i64; 9] = [0, 0, 0, 40, SKEW_NOTICED_MS - 1, SKEW_NOTICED_MS, -SKEW_NOTICED_MS, 420_000, -86_400_000];

fn amount(luck: &mut Luck) -> Value {
    let unit = luck.of(&UNITS);
    let value = if luck.one_in(6) { "a bit".to_owned() } else { typed(luck, unit) };
    json!({ "value": value, "unit": unit })
}

fn maybe(luck: &mut Luck, said: &Value) -> Value {
    if luck.one_in(2) { Value::Null } else { said.clone() }
}

fn timed(luck: &mut Luck, at_ms: i64, mut said: Value) -> Value {
    said["left_s"] = json!(luck.of(&[0, 0, 61, 600, i64::from(u32::MAX)]));
    said["right_s"] = json!(luck.of(&[0, 1, 540]));
    said["open"] = json!(luck.one_in(3));
    if luck.one_in(4) {
        said["running"] = json!({ "side": "left", "since_ms": at_ms + luck.below(900_000) });
    }
    said
}

/// What was logged, as JSON that a phone may send.
fn body(luck: &mut Luck, kind: Kind, at_ms: i64) -> Value {
    let mut said = match kind {
        Kind::Feed => {
            let bottles: Vec<Value> =
                (0..luck.below(3)).map(|_| json!({ "milk": "own", "amount": amount(luck) })).collect();
            timed(luck, at_ms, json!({ "bottles": bottles, "latch_pain": 4 }))
        }
        Kind::Pump => {
            let sides: [Value; 3] = std::array::from_fn(|_| {
                let said = amount(luck);
                maybe(luck, &said)
            });
            timed(luck, at_ms, json!({ "left": sides[0], "right": sides[1], "total": sides[2] }))
        }
        Kind::Nappy => {
            json!({ "wet": luck.one_in(2), "dirty": luck.one_in(2), "colour": maybe(luck, &json!("green")) })
        }
        Kind::Sleep => {
            let end_ms = at_ms + luck.below(20_000_000) - 1_000_000;
            json!({ "end_ms": maybe(luck, &json!(end_ms)) })
        }
        Kind::Stock => json!({ "act": "put", "place": "fridge", "amount": amount(luck) }),
        Kind::Weight | Kind::Length | Kind::Head | Kind::Temperature => json!({ "amount": amount(luck) }),
        Kind::Medicine => json!({ "name": "drops", "amount": amount(luck) }),
        Kind::Symptom => json!({ "side": "left", "pain": luck.below(11), "place": luck.below(13) }),
        Kind::Session => json!({ "code": "S-A", "before": 5, "after": 3, "stopped": luck.one_in(2) }),
        Kind::Mood => json!({ "down": luck.one_in(2) }),
        Kind::Check => json!({ "answers": "v1", "fingerprint": "f0" }),
        Kind::Note => json!({}),
    };
    said["kind"] = json!(kind);
    said
}

fn content(luck: &mut Luck) -> Content {
    let (zone, night_s) = luck.of(&NIGHTS);
    let at_ms = (night_s - 7_200 + luck.below(14_400)) * 1_000 + luck.below(1_000);
    let mut at = Moment::in_zone(at_ms, if luck.one_in(8) { luck.of(&NAMES) } else { zone });
    if luck.one_in(8) {
        at.offset_s = luck.of(&[0, 3_600, -12_600]);
    }
    let kind = luck.of(&[&[Kind::Feed, Kind::Pump, Kind::Nappy, Kind::Sleep], &Kind::ALL[..]].concat());
    let body: Body = serde_json::from_value(body(luck, kind, at_ms)).unwrap_or_else(|fault| panic!("{fault}"));
    let subject = if luck.one_in(2) { Subject::Parent(PersonId(number(1))) } else { Subject::Baby(BabyId(number(2))) };
    let note = luck.of(&["", "", "half \"asleep\"", "é 🌙"]).to_owned();
    Content { subject, at, body, note }
}

/// What the next saving says: often it leaves the time as another has set it.
fn said_next(luck: &mut Luck, before: &[Received]) -> Content {
    let mut said = content(luck);
    if !before.is_empty() && luck.one_in(2) {
        said.at = luck.of(before).revision.content.at;
    }
    said
}

fn number(number: u128) -> Uuid {
    Uuid::from_u128(0x0199_0000_0000_7000_8000_0000_0000_0000 + number)
}

/// Up to six savings; each names some of those before it, now and then one that has not come or itself, and some come twice.
fn received(luck: &mut Luck) -> Vec<Received> {
    let start_ms = 1_774_744_200_000 + luck.below(1_000_000_000);
    let devices = [(1, 11, luck.of(&SKEWS_MS)), (3, 12, luck.of(&SKEWS_MS)), (3, 13, 0)];
    let mut ids: Vec<RevisionId> = Vec::new();
    let mut all: Vec<Received> = Vec::new();
    for at in 0..=luck.below(6) {
        let (by, device, skew_ms) = luck.of(&devices);
        let id = RevisionId(Uuid::from_u128(number(0).as_u128() + u128::from(luck.bits())));
        let mut bases: Vec<RevisionId> = ids.iter().rev().take(2).copied().filter(|_| !luck.one_in(2)).collect();
        if luck.one_in(40) {
            bases.push(if luck.one_in(2) { id } else { RevisionId(number(99)) });
        }
        ids.push(id);
        let soon_ms = luck.below(200_000);
        let made_at_ms = start_ms + luck.of(&[0, 0, at * 60_000, soon_ms]);
        let revision = Revision {
            id,
            entry: EntryId(number(7)),
            bases,
            made_at_ms,
            binned: luck.one_in(4),
            content: said_next(luck, &all),
        };
        all.push(Received { revision, by: PersonId(number(by)), device: DeviceId(number(device)), skew_ms });
    }
    if luck.one_in(15) {
        ring(&mut all);
    }
    if luck.one_in(5) {
        all.push(luck.of(&all));
    }
    // In the order in which a bad line lets them through.
    for at in (1..all.len()).rev() {
        all.swap(at, luck.place(at + 1));
    }
    all
}

/// Each names the next and the last the first, which no honest phone writes.
fn ring(all: &mut [Received]) {
    let ids: Vec<RevisionId> = all.iter().map(|one| one.revision.id).collect();
    for (at, one) in all.iter_mut().enumerate() {
        one.revision.bases.extend(ids.get((at + 1) % ids.len()));
    }
}

fn row(received: &[Received]) -> Value {
    let entry = fold(received);
    let added = entry.as_ref().map(added_by).unwrap_or_default();
    let added: Vec<Value> = added.iter().map(|(sum, number)| json!([sum.name(), number.to_string()])).collect();
    let day = entry.as_ref().map(|entry| entry.at.day().to_string());
    json!({ "received": received, "entry": entry, "added": added, "day": day })
}

pub(crate) fn rows() -> Vec<Value> {
    let mut luck = Luck(46);
    std::iter::once(row(&[])).chain((0..ENTRIES).map(|_| row(&received(&mut luck)))).collect()
}
