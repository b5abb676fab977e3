//! A household in every state that home tells apart.

use std::collections::BTreeMap;

use care::record::amount::{Amount, Unit};
use care::record::body::{Body, Bottle, Feed, Kind, Measured, Milk, Nappy, Pump, Side, Timed};
use care::record::entry::Entry;
use care::record::household::{Baby, BabyState, Household, Person};
use care::record::id::{BabyId, DeviceId, EntryId, HouseholdId, PersonId, RevisionId};
use care::record::moment::Moment;
use care::record::revision::{Content, Subject};
use care::record::role::Role;
use care::record::settings::{Settings, Since};
use care::record::sum::added_by;
use care::record::timer::Act;
use store::account::AccountId;
use store::session::Session;
use uuid::Uuid;

use crate::record::home::Home;
use crate::record::member::Member;

/// A Thursday morning, 03:12 in London.
pub const NOW_MS: i64 = 1_795_662_720_000;
const MINUTE_MS: i64 = 60_000;
const HOUR_MS: i64 = 60 * MINUTE_MS;
const ZONE: &str = "Europe/London";
const ANA: u128 = 1;
const BEN: u128 = 2;
const NOA: u128 = 11;
const ADA: u128 = 12;

/// A household at an instant, as one of its people sees it.
pub struct State {
    pub name: &'static str,
    pub member: Member,
    pub home: Home,
}

/// An id of our own: what was made so long ago, so that its row can still be there.
fn id(number: u128, ago_ms: i64) -> Uuid {
    let at_ms = u128::try_from(NOW_MS - ago_ms).unwrap_or_default();
    Uuid::from_u128((at_ms << 80) | (0x7000_8000 << 48) | number)
}

fn person(number: u128, name: &str, role: Role) -> Person {
    let id = PersonId(id(number, 0));
    Person { id, name: name.into(), role, until_ms: None, removed: false, shares: vec![], writes: None }
}

fn baby(number: u128, name: &str, born: &str, state: BabyState) -> Baby {
    Baby { id: BabyId(id(number, 0)), name: name.into(), born: born.into(), state }
}

fn noa() -> Baby {
    baby(NOA, "Noa", "2026-11-07", BabyState::Home)
}

fn household(babies: Vec<Baby>) -> Household {
    Household {
        id: HouseholdId(id(99, 0)),
        settings: Settings { region: "UK".into(), zone: ZONE.into(), ..Settings::default() },
        people: vec![person(ANA, "Ana", Role::Owner), person(BEN, "Ben", Role::Parent)],
        babies,
    }
}

fn logged(number: u128, by: u128, subject: Subject, ago_ms: i64, body: Body) -> Entry {
    let at = Moment::in_zone(NOW_MS - ago_ms, ZONE);
    Entry {
        id: EntryId(id(number, ago_ms)),
        content: Content { subject, at: at.clone(), body, note: String::new() },
        at,
        binned: false,
        heads: vec![RevisionId(id(number + 500, ago_ms))],
        by: PersonId(id(by, 0)),
        device: DeviceId(id(by, 0)),
        changed_by: None,
        marks: vec![],
    }
}

fn of(baby: u128) -> Subject {
    Subject::Baby(BabyId(id(baby, 0)))
}

fn hers() -> Subject {
    Subject::Parent(PersonId(id(ANA, 0)))
}

/// A timer after acts, each so many seconds before now.
fn timed(acts: &[(Act, i64)]) -> Timed {
    let mut timed = Timed::default();
    for (act, ago_s) in acts {
        timed.act(*act, NOW_MS - ago_s * 1_000);
    }
    timed
}

fn fed(number: u128, baby: u128, acts: &[(Act, i64)]) -> Entry {
    let ago_ms = acts.first().map_or(0, |(_, ago_s)| ago_s * 1_000);
    logged(number, ANA, of(baby), ago_ms, Body::Feed(Feed { timed: timed(acts), ..Feed::default() }))
}

fn amount(value: &str, unit: Unit) -> Amount {
    Amount { value: value.into(), unit }
}

const LEFT: Act = Act::Start(Side::Left);
const RIGHT: Act = Act::Start(Side::Right);
/// Left, 18 minutes, ended two hours ago.
const ONCE: [(Act, i64); 2] = [(LEFT, 7_800), (Act::End, 6_720)];

/// As `reader` sees it: her person is put into the household first.
fn state(name: &'static str, mut household: Household, reader: Person, mut entries: Vec<Entry>) -> State {
    match household.people.iter_mut().find(|one| one.id == reader.id) {
        Some(known) => *known = reader.clone(),
        None => household.people.push(reader.clone()),
    }
    entries.sort_by_key(|entry| std::cmp::Reverse((entry.at.at_ms, entry.id)));
    entries.retain(|entry| household.may_see(&reader, entry.content.subject, entry.kind()));
    let today = Moment::in_zone(NOW_MS, ZONE).day();
    let mut totals = BTreeMap::new();
    for entry in entries.iter().filter(|entry| entry.at.day() == today) {
        for (sum, added) in added_by(entry) {
            *totals.entry((entry.content.subject.key(), sum)).or_default() += added;
        }
    }
    let session = Session {
        id: id(98, 0),
        account: AccountId(id(97, 0)),
        within: Some((household.id, reader.id)),
        label: String::new(),
        made_ms: NOW_MS,
        seen_ms: NOW_MS,
        until_ms: NOW_MS,
    };
    let member = Member { session, household, person: reader, seq: 7 };
    State { name, member, home: Home { entries, totals, saved: vec![] } }
}

fn ana(name: &'static str, babies: Vec<Baby>, entries: Vec<Entry>) -> State {
    state(name, household(babies), person(ANA, "Ana", Role::Owner), entries)
}

/// With the toast of an entry; of a second one too where it is called again.
fn with_toast(mut state: State, entry: Entry) -> State {
    state.home.saved.push(entry.clone());
    for (sum, added) in added_by(&entry) {
        *state.home.totals.entry((entry.content.subject.key(), sum)).or_default() += added;
    }
    state.home.entries.insert(0, entry);
    state
}

pub fn states() -> Vec<State> {
    [one_baby(), timers(), several_babies(), without_baby(), readers(), toasts(), alarms()]
        .into_iter()
        .flatten()
        .collect()
}

fn one_baby() -> Vec<State> {
    let bottle = |value: Option<&str>, unit| {
        let bottle = Bottle { milk: Milk::Own, amount: value.map(|value| amount(value, unit)) };
        Body::Feed(Feed { bottles: vec![bottle], ..Feed::default() })
    };
    let day = vec![
        fed(21, NOA, &ONCE),
        logged(22, BEN, of(NOA), HOUR_MS, Body::Nappy(Nappy { wet: true, dirty: true, ..Nappy::default() })),
        logged(
            23,
            ANA,
            hers(),
            3 * HOUR_MS,
            Body::Pump(Pump { total: Some(amount("3,5", Unit::FlOz)), ..Pump::default() }),
        ),
        logged(24, ANA, of(NOA), 26 * HOUR_MS, bottle(Some("90"), Unit::Ml)),
    ];
    let mut by_end = ana("counted from the end, in ounces", vec![noa()], day.clone());
    by_end.member.household.settings =
        Settings { since: Since::End, volume: Unit::FlOz, ..by_end.member.household.settings };
    let mut moved = fed(25, NOA, &[(LEFT, 4_000), (RIGHT, 3_000), (Act::End, 2_500)]);
    moved.at = moved.at.later_ms(-5 * MINUTE_MS);
    let old = baby(NOA, "Noa", "2026-02-28", BabyState::Hospital);
    let nameless = baby(NOA, "", "someday", BabyState::Home);
    vec![
        ana("never fed", vec![noa()], vec![]),
        ana("fed once", vec![noa()], day),
        by_end,
        ana("both sides, and a clock that was wrong", vec![noa()], vec![moved]),
        ana("a bottle", vec![old], vec![logged(26, BEN, of(NOA), 20_000, bottle(None, Unit::Ml))]),
        ana(
            "a bottle of ounces, days ago",
            vec![baby(NOA, "Noa", "2026-09-20", BabyState::Home)],
            vec![logged(26, BEN, of(NOA), 77 * HOUR_MS, bottle(Some("3.5"), Unit::FlOz))],
        ),
        ana(
            "nothing known but a feed",
            vec![nameless],
            vec![logged(27, ANA, of(NOA), 45 * MINUTE_MS, Body::Feed(Feed::default()))],
        ),
        ana(
            "a feed that was typed for tomorrow",
            vec![noa()],
            vec![fed(28, NOA, &ONCE), logged(29, ANA, of(NOA), -HOUR_MS, bottle(None, Unit::Ml))],
        ),
        ana("ended a minute ago", vec![noa()], vec![fed(30, NOA, &[(LEFT, 400), (RIGHT, 200), (Act::End, 30)])]),
    ]
}

fn timers() -> Vec<State> {
    let pump = |acts: &[(Act, i64)]| {
        let ago_ms = acts.first().map_or(0, |(_, ago_s)| ago_s * 1_000);
        logged(41, ANA, hers(), ago_ms, Body::Pump(Pump { timed: timed(acts), ..Pump::default() }))
    };
    let running = fed(40, NOA, &[(LEFT, 887), (RIGHT, 522)]);
    vec![
        ana("running left", vec![noa()], vec![fed(21, NOA, &ONCE), fed(40, NOA, &[(LEFT, 65)])]),
        ana("running right after left", vec![noa()], vec![running.clone()]),
        ana("paused", vec![noa()], vec![fed(40, NOA, &[(LEFT, 887), (RIGHT, 522), (Act::Pause, 100)])]),
        ana("left running for hours", vec![noa()], vec![fed(40, NOA, &[(LEFT, 4 * 3_600)])]),
        ana("a feed beside the pump", vec![noa()], vec![running, pump(&[(LEFT, 300)])]),
        ana(
            "the pump, paused",
            vec![noa()],
            vec![fed(21, NOA, &ONCE), pump(&[(RIGHT, 600), (LEFT, 300), (Act::Pause, 60)])],
        ),
    ]
}

fn several_babies() -> Vec<State> {
    let both = || vec![noa(), baby(ADA, "Ada", "2026-11-07", BabyState::Home)];
    let mut together = fed(52, ADA, &ONCE);
    together.at.at_ms = fed(51, NOA, &ONCE).at.at_ms;
    vec![
        ana("two babies", both(), vec![fed(51, NOA, &ONCE)]),
        ana("two babies, fed in one press", both(), vec![fed(51, NOA, &ONCE), together]),
        ana("two babies, one fed now", both(), vec![fed(53, ADA, &[(LEFT, 200)])]),
        ana("two babies, one timer of both", both(), vec![fed(53, ADA, &[(LEFT, 200)]), fed(54, NOA, &[(LEFT, 200)])]),
        ana(
            "two babies, two timers",
            both(),
            vec![fed(53, ADA, &[(LEFT, 200), (Act::Pause, 90)]), fed(54, NOA, &[(RIGHT, 190)])],
        ),
        ana("two babies, a feed of both that is over", both(), vec![over(55, ADA), over(56, NOA)]),
        ana(
            "two babies, a feed of both, one of them changed since",
            both(),
            vec![over(55, ADA), changed(over(56, NOA))],
        ),
        ana(
            "two babies, two feeds that are over",
            both(),
            vec![over(55, ADA), fed(56, NOA, &[(LEFT, 390), (Act::End, 30)])],
        ),
        with_toast(with_toast(ana("toast of both", both(), vec![]), runs(57, ADA)), runs(58, NOA)),
        with_toast(
            with_toast(ana("toast of both, taken back", both(), vec![]), binned(runs(57, ADA))),
            binned(runs(58, NOA)),
        ),
    ]
}

fn over(number: u128, baby: u128) -> Entry {
    fed(number, baby, &[(LEFT, 400), (Act::End, 30)])
}

fn runs(number: u128, baby: u128) -> Entry {
    fed(number, baby, &[(LEFT, 2)])
}

/// Saved once more, a while later.
fn changed(mut entry: Entry) -> Entry {
    entry.heads = vec![RevisionId(id(900, MINUTE_MS))];
    entry
}

fn binned(mut entry: Entry) -> Entry {
    entry.changed_by = Some(entry.by);
    entry.binned = true;
    entry
}

fn without_baby() -> Vec<State> {
    let pumped = logged(
        61,
        ANA,
        hers(),
        3 * HOUR_MS,
        Body::Pump(Pump { timed: timed(&[(LEFT, 10_800), (RIGHT, 10_200), (Act::End, 9_600)]), ..Pump::default() }),
    );
    let runs = logged(64, ANA, hers(), 300_000, Body::Pump(Pump { timed: timed(&[(LEFT, 300)]), ..Pump::default() }));
    let died = || vec![baby(NOA, "Noa", "2026-11-07", BabyState::Died)];
    vec![
        ana("without a baby", vec![], vec![]),
        ana("without a baby, at the pump", vec![], vec![pumped.clone()]),
        ana("without a baby, the pump runs", vec![], vec![runs]),
        ana(
            "without the baby that died",
            died(),
            vec![pumped, fed(62, NOA, &[(LEFT, 500), (Act::End, 60)]), fed(63, NOA, &[(LEFT, 40)])],
        ),
    ]
}

fn readers() -> Vec<State> {
    let helper = || person(3, "Cleo", Role::Helper);
    let clinician = || person(4, "Dr. Day", Role::Clinician);
    let hers_now = fed(71, NOA, &[(LEFT, 300)]);
    let mut his_now = hers_now.clone();
    his_now.by = helper().id;
    let mut ended = fed(72, NOA, &[(LEFT, 300), (Act::End, 20)]);
    ended.by = helper().id;
    vec![
        state("a helper", household(vec![noa()]), helper(), vec![fed(21, NOA, &ONCE)]),
        state("a helper sees a feed of another", household(vec![noa()]), helper(), vec![hers_now.clone()]),
        state("a helper and her own feed", household(vec![noa()]), helper(), vec![his_now]),
        with_toast(state("a helper may not bin", household(vec![noa()]), helper(), vec![]), ended),
        state("a clinician", household(vec![noa()]), clinician(), vec![fed(21, NOA, &ONCE)]),
        state("a clinician sees a feed", household(vec![noa()]), clinician(), vec![hers_now]),
    ]
}

fn toasts() -> Vec<State> {
    let nappy = logged(82, ANA, of(NOA), 1_000, Body::Nappy(Nappy { wet: true, ..Nappy::default() }));
    let one = |name, entry| with_toast(ana(name, vec![noa()], vec![]), entry);
    vec![
        one("toast of a feed", fed(83, NOA, &[(LEFT, 1_100), (Act::End, 5)])),
        one("toast of a feed that runs", fed(84, NOA, &[(RIGHT, 2)])),
        one("toast of a pause", fed(85, NOA, &[(RIGHT, 200), (Act::Pause, 2)])),
        one("toast of an undo", binned(fed(81, NOA, &ONCE))),
        one("toast of a nappy", nappy),
    ]
}

fn temperature(number: u128, by: u128, subject: Subject, hours_ago: i64, value: &str) -> Entry {
    logged(number, by, subject, hours_ago * HOUR_MS, Body::Temperature(Measured { amount: amount(value, Unit::C) }))
}

fn alarms() -> Vec<State> {
    let fever = || vec![temperature(91, ANA, hers(), 2, "39.0"), fed(21, NOA, &ONCE)];
    let ben = || person(BEN, "Ben", Role::Parent);
    let mut shared = household(vec![noa()]);
    for one in shared.people.iter_mut().filter(|one| one.id == person(ANA, "", Role::Owner).id) {
        one.shares = vec![Kind::Symptom];
    }
    let twins = vec![noa(), baby(ADA, "Ada", "2026-11-07", BabyState::Home)];
    let both = vec![
        temperature(92, BEN, of(NOA), 1, "38.4"),
        temperature(93, BEN, of(ADA), 14, "38.2"),
        temperature(94, ANA, hers(), 3, "38.6"),
    ];
    vec![
        ana("her fever", vec![noa()], fever()),
        ana("her fever, without a baby", vec![], vec![temperature(91, ANA, hers(), 2, "39.0")]),
        state("her fever, seen by another parent", household(vec![noa()]), ben(), fever()),
        state("her fever, shared with another parent", shared, ben(), fever()),
        ana(
            "a baby's temperature",
            vec![noa()],
            vec![temperature(92, BEN, of(NOA), 1, "38.4"), fed(53, NOA, &[(LEFT, 200)])],
        ),
        ana("three who need somebody", twins, both),
        ana("a temperature as it should be", vec![noa()], vec![temperature(92, BEN, of(NOA), 1, "36.9")]),
    ]
}
