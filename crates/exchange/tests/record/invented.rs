//! The invented household: the same each time, as large as it says, and seen to be invented.

use std::collections::BTreeSet;

use care::record::body::{Body, Kind};
use care::record::entry::{Entry, Mark};
use care::record::role::Role;
use exchange::record::export::Export;
use exchange::record::invented::Invented;

fn invented(seed: u64, days: u32) -> Export {
    Invented { seed, start: jiff::civil::date(2026, 3, 1), days, zone: "Europe/London".into() }.household()
}

#[test]
fn the_same_seed_is_the_same_household_and_another_is_another() {
    assert_eq!(invented(7, 30), invented(7, 30));
    assert_ne!(invented(7, 30).revisions[0].revision.id, invented(8, 30).revisions[0].revision.id);
}

#[test]
fn a_year_has_what_the_peers_were_measured_with() {
    let entries = invented(7, 365).entries();
    let count = |kind| entries.iter().filter(|entry| entry.kind() == kind).count();
    assert_eq!((count(Kind::Feed), count(Kind::Nappy), count(Kind::Pump)), (6_000, 4_000, 1_500));
    for kind in Kind::ALL {
        assert!(count(kind) > 0, "{kind:?}");
    }
}

#[test]
fn five_years_follow_from_one() {
    let feeds = |days| invented(7, days).entries().iter().filter(|entry| entry.kind() == Kind::Feed).count();
    assert_eq!(feeds(5 * 365), 30_000);
}

#[test]
fn everybody_and_the_first_entry_say_that_they_are_invented() {
    let export = invented(7, 3);
    let people = export.household.people.iter().map(|person| &person.name);
    assert!(
        people.chain(export.household.babies.iter().map(|baby| &baby.name)).all(|name| name.starts_with("Invented"))
    );
    let first = export.entries().into_iter().min_by_key(|entry| entry.at.at_ms).unwrap();
    assert!(first.content.note.starts_with("Invented:"), "{first:?}");
    let roles: Vec<Role> = export.household.people.iter().map(|person| person.role).collect();
    assert!([Role::Owner, Role::Parent, Role::Helper].iter().all(|role| roles.contains(role)));
}

#[test]
fn corrections_bins_wrong_clocks_and_two_heads_are_among_them() {
    let export = invented(7, 150);
    let entries = export.entries();
    let count = |is: fn(&Entry) -> bool| entries.iter().filter(|entry| is(entry)).count();
    assert!(count(|entry| entry.binned) > 20);
    assert!(count(|entry| entry.changed_by.is_some()) > 150);
    assert!(count(|entry| entry.marks.contains(&Mark::ChangedApart)) > 2);
    assert!(count(|entry| entry.marks.iter().any(|mark| matches!(mark, Mark::Clock { .. }))) > 100);
    let ids: BTreeSet<_> = export.revisions.iter().map(|one| one.revision.id).collect();
    assert_eq!(ids.len(), export.revisions.len(), "no id twice");
    let late = export.revisions.windows(2).filter(|pair| pair[0].made_ms() > pair[1].made_ms()).count();
    assert!(late > 50, "some came late: {late}");
}

#[test]
fn every_entry_stands_on_its_own_day_and_ends_after_it_began() {
    let export = invented(7, 150);
    let last = jiff::civil::date(2026, 3, 1).saturating_add(jiff::Span::new().days(150));
    for entry in export.entries() {
        let day = entry.at.day();
        assert!(day >= jiff::civil::date(2026, 2, 28) && day < last, "{entry:?}");
        let end_ms = match &entry.content.body {
            Body::Feed(feed) => feed.timed.end_ms,
            Body::Pump(pump) => pump.timed.end_ms,
            Body::Sleep(sleep) => sleep.end_ms,
            _ => None,
        };
        assert!(end_ms.is_none_or(|end_ms| end_ms > entry.content.at.at_ms), "{entry:?}");
    }
}

#[test]
fn the_baby_loses_a_little_at_first_and_then_only_grows() {
    let export = invented(7, 3 * 365);
    let mut weights: Vec<(i64, i64)> = export
        .entries()
        .iter()
        .filter_map(|entry| match &entry.content.body {
            Body::Weight(measured) => Some((entry.at.at_ms, measured.amount.milli()? / 1_000)),
            _ => None,
        })
        .collect();
    weights.sort_unstable();
    let grams: Vec<i64> = weights.iter().map(|(_, grams)| *grams).collect();
    let least = *grams.iter().min().unwrap();
    assert!(grams[0] - least > 100 && grams[0] - least < grams[0] / 10, "{grams:?}");
    let from = grams.iter().position(|one| *one == least).unwrap();
    // Scales round in three units.
    assert!(grams[from..].windows(2).all(|pair| pair[1] + 15 > pair[0]), "{grams:?}");
    assert!((12_000..16_000).contains(grams.last().unwrap()), "{grams:?}");
}
