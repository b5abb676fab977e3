//! Nights of feeds: what is timed, which was last, what a press and an undo come to.

use care::record::body::{Body, Kind, Side, Timed};
use care::record::entry::Entry;
use care::record::id::{EntryId, RevisionId};
use care::record::moment::Moment;
use care::record::press::{Button, Press, Pressed, press, timed};
use care::record::revision::{Content, Received, Revision};
use care::record::since;
use care::record::timer::Act;
use care::record::undo::undo;
use serde_json::{Value, json};

use crate::luck::Luck;
use crate::night::{NOW_MS, ZONE, baby, entry, household, number, parent};

const NIGHTS: usize = 150;
const ACTS: [(&str, Act); 5] = [
    ("left", Act::Start(Side::Left)),
    ("right", Act::Start(Side::Right)),
    ("pause", Act::Pause),
    ("resume", Act::Resume),
    ("end", Act::End),
];

/// A timer after a few acts, or one that only an older form could have made.
fn timer(luck: &mut Luck, start_ms: i64) -> Timed {
    if luck.one_in(6) {
        return Timed {
            left_s: luck.of(&[0, 61, 600, u32::MAX]),
            right_s: luck.of(&[0, 540]),
            last_side: luck.of(&[None, Some(Side::Left)]),
            end_ms: luck.of(&[None, Some(NOW_MS - 60_000), Some(start_ms - 1_000)]),
            ..Timed::default()
        };
    }
    let mut timed = Timed::default();
    let mut at_ms = start_ms;
    let acts = [&ACTS[..2], &ACTS[..], &[("switch", Act::Switch)]].concat();
    for _ in 0..=luck.below(5) {
        let (_, act) = luck.of(&acts);
        timed.act(act, at_ms);
        at_ms += luck.below(900_000) - 60_000;
    }
    timed
}

fn logged(luck: &mut Luck, at: u128) -> Entry {
    let ago_ms = luck.below(40_000_000) - 1_000_000;
    let timed = if luck.one_in(5) { Timed::default() } else { timer(luck, NOW_MS - ago_ms) };
    let mut body = json!(timed);
    let is_pump = luck.one_in(4);
    body["kind"] = json!(if is_pump { "pump" } else { "feed" });
    if !is_pump && luck.one_in(2) {
        body["bottles"] = json!([{ "milk": "own" }]);
    }
    entry(luck, at, if is_pump { parent() } else { baby() }, ago_ms, body)
}

fn pressed(one: &Pressed) -> Value {
    match one {
        Pressed::Begun(content) => json!({ "begun": content }),
        Pressed::Changed { entry, bases, content } => json!({ "entry": entry, "bases": bases, "content": content }),
        Pressed::Same(entry) => json!({ "entry": entry }),
    }
}

fn presses(luck: &mut Luck, entries: &[Entry]) -> Value {
    let at = Moment::in_zone(NOW_MS, ZONE);
    let kind = luck.of(&[Kind::Feed, Kind::Feed, Kind::Pump]);
    let shown: Vec<RevisionId> = (500..504).filter(|_| luck.one_in(3)).map(|one| RevisionId(number(one))).collect();
    let (name, button) = if luck.one_in(6) {
        ("swap", Button::Swap)
    } else {
        let (name, act) = luck.of(&ACTS);
        (name, Button::Do(act))
    };
    let named: Vec<EntryId> = entries.iter().map(|entry| entry.id).filter(|_| luck.one_in(3)).collect();
    let subjects = [if kind == Kind::Feed { baby() } else { parent() }];
    let came = press(entries, &Press { button, kind, named: &named, shown: &shown, subjects: &subjects, at: &at });
    json!({
        "button": name, "shown": shown, "kind": kind, "named": named, "subjects": subjects, "at": at,
        "came": came.iter().map(pressed).collect::<Vec<_>>(),
    })
}

fn night(luck: &mut Luck) -> Value {
    let settings = household(luck).settings;
    let entries: Vec<Entry> =
        (0..u128::try_from(luck.below(5)).unwrap_or_default()).map(|at| logged(luck, at)).collect();
    let last = since::last_feed(&entries, baby(), &settings, NOW_MS);
    let side = since::last_side(&entries, baby(), NOW_MS);
    let each = entries.iter().filter_map(|entry| timed(&entry.content.body).map(|timed| (entry, timed)));
    let each: Vec<Value> = each
        .map(|(entry, timed)| {
            let (left, right) = timed.elapsed(NOW_MS);
            json!({ "left": left, "right": right, "long": timed.is_long(NOW_MS), "end_ms": since::end_ms(entry, timed, NOW_MS) })
        })
        .collect();
    json!({
        "settings": settings, "now_ms": NOW_MS, "baby": number(2), "entries": entries, "each": each,
        "last": last.map(|last| json!({ "entry": last.entry, "from_ms": last.from_ms, "ago_ms": last.ago_ms, "open": last.open })),
        "side": side.map(|one| json!({ "entry": one.entry, "side": one.side, "side_s": one.side_s, "other_s": one.other_s, "running": one.running })),
        "next": since::next_side(&entries, baby(), NOW_MS),
        "presses": (0..4).map(|_| presses(luck, &entries)).collect::<Vec<_>>(),
    })
}

/// Savings of one entry, some apart, and one of them taken back.
fn taken_back(luck: &mut Luck) -> Value {
    let mut all: Vec<Received> = Vec::new();
    for at in 0..=u128::try_from(luck.below(4)).unwrap_or_default() {
        let bases = all.last().map(|last| last.revision.id).into_iter().filter(|_| !luck.one_in(4)).collect();
        let content = Content {
            subject: baby(),
            at: Moment::in_zone(NOW_MS, ZONE),
            body: Body::Note {},
            note: format!("saving {at}"),
        };
        let revision = Revision {
            id: RevisionId(number(500 + at)),
            entry: EntryId(number(100)),
            bases,
            made_at_ms: NOW_MS + luck.below(1_000),
            binned: luck.one_in(5),
            content,
        };
        all.push(Received {
            revision,
            by: care::record::id::PersonId(number(1)),
            device: care::record::id::DeviceId(number(3)),
            skew_ms: 0,
        });
    }
    let revision = luck.of(&all).revision.id;
    let undone = undo(&all, revision);
    let undone = undone.map(|one| json!({ "bases": one.bases, "binned": one.binned, "content": one.content }));
    json!({ "received": all, "revision": revision, "undone": undone })
}

pub fn rows() -> Vec<Value> {
    let mut luck = Luck(5);
    let mut rows: Vec<Value> = (0..NIGHTS).map(|_| night(&mut luck)).collect();
    rows.extend((0..60).map(|_| taken_back(&mut luck)));
    rows
}
