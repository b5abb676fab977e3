//! Entries and day sums are what the revisions make, whatever is sent and in whatever order.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

#[expect(dead_code, reason = "this test uses a part of it")]
mod home;

use care::record::amount::{Amount, Unit};
use care::record::body::{Body, Bottle, Feed, Medicine, Milk, Nappy, Pump, Sleep, Timed};
use care::record::entry::Entry;
use care::record::id::{HouseholdId, RevisionId};
use care::record::moment::Moment;
use care::record::revision::{Received, Subject};
use care::record::sum::Sum;
use home::{ANA, Folder, HOME, NOA, NOW_MS, add_home, bottle, saved};
use proptest::prelude::*;
use store::{Store, Tx, Value, entry, find, rebuild, revision};
use uuid::Uuid;

const HOUR_MS: i64 = 3_600_000;

/// Mostly what people do, at times what only a broken phone or somebody hostile sends.
fn instant() -> impl Strategy<Value = i64> {
    prop_oneof![
        8 => (-72..72i64).prop_map(|hours| NOW_MS + hours * HOUR_MS),
        1 => Just(i64::MIN),
        1 => Just(i64::MAX),
        1 => any::<i64>(),
    ]
}

fn skew() -> impl Strategy<Value = i64> {
    prop_oneof![4 => Just(0), 2 => -3 * HOUR_MS..3 * HOUR_MS, 1 => Just(i64::MIN), 1 => Just(i64::MAX)]
}

fn amount() -> impl Strategy<Value = Amount> {
    let value = prop_oneof!["[0-9]{1,3}", Just("-999999999999".to_owned()), Just("999999999999".to_owned()), ".{0,5}"];
    let unit = prop_oneof![Just(Unit::Ml), Just(Unit::FlOz), Just(Unit::Kg), Just(Unit::Piece)];
    (value, unit).prop_map(|(value, unit)| Amount { value, unit })
}

fn body() -> impl Strategy<Value = Body> {
    let bottles = prop::collection::vec(prop::option::of(amount()), 0..14);
    let feed = (any::<u32>(), any::<bool>(), bottles).prop_map(|(left_s, open, amounts)| {
        let bottles = amounts.into_iter().map(|amount| Bottle { milk: Milk::Own, amount }).collect();
        Body::Feed(Feed { timed: Timed { left_s, open, ..Timed::default() }, bottles, ..Feed::default() })
    });
    let sides = (prop::option::of(amount()), prop::option::of(amount()), prop::option::of(amount()));
    let pump = sides.prop_map(|(left, right, total)| Body::Pump(Pump { left, right, total, ..Pump::default() }));
    let nappy = any::<(bool, bool)>().prop_map(|(wet, dirty)| Body::Nappy(Nappy { wet, dirty, ..Nappy::default() }));
    let sleep =
        (prop::option::of(instant()), any::<bool>()).prop_map(|(end_ms, open)| Body::Sleep(Sleep { end_ms, open }));
    let medicine = ".{0,9}".prop_map(|name| Body::Medicine(Medicine { medicine: None, name, amount: None }));
    prop_oneof![3 => feed, 1 => pump, 1 => nappy, 1 => sleep, 1 => medicine, 1 => Just(Body::Note {})]
}

/// One revision of one of three entries; its bases are any of the others, itself, later ones and unknown ones.
fn revision_of() -> impl Strategy<Value = Received> {
    let zone = prop_oneof![Just("Europe/London"), Just("Pacific/Kiritimati"), Just("Moon/Sea"), Just("")];
    let place = (instant(), zone, any::<i32>(), any::<bool>(), ".{0,6}");
    let bases = prop::collection::vec(0..13u128, 0..3);
    let kind = (0..3u128, 0..12u128, bases, instant(), skew(), any::<bool>());
    (kind, place, body()).prop_map(|((entry, id, bases, made_at_ms, skew_ms, binned), place, body)| {
        let (at_ms, zone, offset_s, is_hers, note) = place;
        let mut one = saved(100 + id, entry, at_ms, body);
        one.skew_ms = skew_ms;
        one.revision.made_at_ms = made_at_ms;
        one.revision.binned = binned;
        one.revision.bases = bases.into_iter().map(|base| RevisionId(Uuid::from_u128(100 + base))).collect();
        one.revision.content.at = Moment { at_ms, zone: zone.to_owned(), offset_s };
        one.revision.content.note = note;
        if is_hers {
            one.revision.content.subject = Subject::Parent(ANA);
        }
        one
    })
}

fn put(store: &Store, home: HouseholdId, all: &[Received]) {
    for one in all {
        store.write(|tx| revision::put(tx, home, one, NOW_MS)).unwrap();
    }
}

/// All entries, and all sums that are not zero.
fn state(tx: &dyn Tx, home: HouseholdId) -> Result<(Vec<Entry>, Vec<Vec<Value>>), store::Fault> {
    let home = [home.to_string().as_str().into()];
    let entries = tx.rows("SELECT document FROM entry WHERE household = $1 ORDER BY id", &home)?;
    let sql = "SELECT subject, day, name, amount FROM day_sum WHERE household = $1 AND amount <> 0 ORDER BY subject, day, name";
    let sums = tx.rows(sql, &home)?.into_iter().map(|row| row.0).collect();
    Ok((entries.iter().map(|row| row.json(0)).collect::<Result<_, _>>()?, sums))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn whatever_is_sent_is_kept_and_any_order_makes_the_same(
        (sent, shuffled) in prop::collection::vec(revision_of(), 1..14)
            .prop_map(|mut sent| { let mut seen = std::collections::BTreeSet::new(); sent.retain(|one| seen.insert(one.revision.id)); sent })
            .prop_flat_map(|sent| (Just(sent.clone()), Just(sent).prop_shuffle()))
    ) {
        let folder = Folder::new();
        let store = folder.store();
        let other = HouseholdId(Uuid::from_u128(10));
        add_home(&store, other);
        put(&store, HOME, &sent);
        put(&store, other, &shuffled);
        for home in [HOME, other] {
            prop_assert_eq!(store.read(|tx| rebuild::check(tx, home)).unwrap(), Vec::<String>::new());
        }
        let kept = store.read(|tx| state(tx, HOME)).unwrap();
        prop_assert_eq!(&kept, &store.read(|tx| state(tx, other)).unwrap());
        let entries: std::collections::BTreeSet<_> = sent.iter().map(|one| one.revision.entry).collect();
        prop_assert_eq!(kept.0.len(), entries.len(), "every entry that was sent is there");
        prop_assert_eq!(store.write(|tx| rebuild::again(tx, HOME)).unwrap(), entries.len());
        prop_assert_eq!(kept, store.read(|tx| state(tx, HOME)).unwrap());
    }
}

#[test]
fn every_way_in_which_the_kept_may_differ_is_told() {
    let entry = Uuid::from_u128(1);
    let noa = Subject::Baby(NOA).key();
    let told = [
        ("UPDATE entry SET kind = 'nappy'", format!("entry {entry}: its revisions make another kind")),
        ("UPDATE entry SET subject = 'baby:x'", format!("entry {entry}: its revisions make another subject")),
        ("UPDATE entry SET at_ms = 5, day = 'x'", format!("entry {entry}: its revisions make another at_ms, day")),
        ("UPDATE entry SET binned = TRUE", format!("entry {entry}: its revisions make another binned")),
        ("UPDATE entry SET open = TRUE", format!("entry {entry}: its revisions make another open")),
        ("UPDATE entry SET words = 'x'", format!("entry {entry}: its revisions make another words")),
        ("UPDATE entry SET document = '{}'", format!("entry {entry}: its revisions make another document")),
        ("DELETE FROM entry", format!("entry {entry}: it is not kept")),
        (
            "UPDATE day_sum SET amount = 2 WHERE name = 'feeds'",
            format!("the sum feeds of {noa} on 2026-11-26: the entries make another"),
        ),
        (
            "DELETE FROM day_sum WHERE name = 'bottle_ul'",
            format!("the sum bottle_ul of {noa} on 2026-11-26: the entries make another"),
        ),
        (
            "UPDATE household SET seq = 0",
            format!("revision {}: its number is beyond the last of the household", Uuid::from_u128(10)),
        ),
    ];
    for (damage, line) in told {
        let folder = Folder::new();
        let store = folder.store();
        put(&store, HOME, &[bottle(10, 1, 90)]);
        assert_eq!(store.read(|tx| rebuild::check(tx, HOME)).unwrap(), Vec::<String>::new());
        store.write(|tx| tx.run(damage, &[])).unwrap();
        assert_eq!(store.read(|tx| rebuild::check(tx, HOME)).unwrap(), [line], "{damage}");
        store.write(|tx| rebuild::again(tx, HOME)).unwrap();
        let left = store.read(|tx| rebuild::check(tx, HOME)).unwrap().len();
        assert_eq!(left, usize::from(damage.contains("household")), "what follows is put right: {damage}");
    }
}

#[test]
fn damage_of_the_revisions_themselves_is_told_and_stops_nothing() {
    let (id, entry) = (Uuid::from_u128(10), Uuid::from_u128(1));
    let folder = Folder::new();
    let store = folder.store();
    put(&store, HOME, &[bottle(10, 1, 90), bottle(11, 2, 60)]);
    let file = |sql: &str| store.write(|tx| tx.run(sql, &[id.to_string().as_str().into()])).unwrap();
    file("UPDATE revision SET document = '{\"note\": \"private\"}' WHERE id = $1");
    let told = store.read(|tx| rebuild::check(tx, HOME)).unwrap();
    assert!(
        told[0].starts_with(&format!("revision {id}: ")) && told[1].starts_with(&format!("entry {entry}: ")),
        "{told:?}"
    );
    assert!(!told.join(" ").contains("private"), "what somebody logged is in no line: {told:?}");
    file("DELETE FROM revision WHERE id = $1");
    let told = store.read(|tx| rebuild::check(tx, HOME)).unwrap();
    assert_eq!(told[0], format!("entry {entry}: it has no revision"), "{told:?}");
}

#[test]
fn a_slip_of_the_finger_is_kept_as_typed_and_no_sum_overflows() {
    let folder = Folder::new();
    let store = folder.store();
    let kilograms =
        |value: &str| Bottle { milk: Milk::Own, amount: Some(Amount { value: value.into(), unit: Unit::Kg }) };
    let slip = |id, entry, value: &str| {
        let bottles = vec![kilograms(value); 12];
        saved(id, entry, NOW_MS, Body::Feed(Feed { bottles, ..Feed::default() }))
    };
    let slips = [slip(10, 1, "999999999999"), slip(11, 2, "999999999999"), slip(12, 3, "-999999999999")];
    put(&store, HOME, &slips);
    put(&store, HOME, &[bottle(13, 4, 60)]);
    let kept = store.read(|tx| entry::get(tx, HOME, slips[0].revision.entry)).unwrap().unwrap();
    assert_eq!(kept.content, slips[0].revision.content);
    for (number, slip) in slips.iter().enumerate() {
        let mut binned = slip.clone();
        binned.revision.id = RevisionId(Uuid::from_u128(20 + number as u128));
        binned.revision.bases = vec![slip.revision.id];
        binned.revision.binned = true;
        put(&store, HOME, &[binned]);
    }
    let totals = store.read(|tx| find::totals(tx, HOME, "2026-11-26", "2026-11-26")).unwrap();
    assert_eq!(totals[&(Subject::Baby(NOA).key(), Sum::BottleUl)], 60_000, "with the slips in the bin");
}
