//! Tables as a spreadsheet reads them.

use std::collections::BTreeMap;

use care::record::amount::{Amount, Unit};
use care::record::body::*;
use care::record::entry::Entry;
use care::record::household::{Baby, BabyState, Household, Person};
use care::record::id::{BabyId, DeviceId, EntryId, HouseholdId, PersonId, RevisionId};
use care::record::moment::Moment;
use care::record::revision::{Content, Received, Revision, Subject, fold};
use care::record::role::Role;
use care::record::settings::Settings;
use exchange::record::table::csv;
use proptest::prelude::*;

use crate::drawn::{self, id};

/// Rows of cells, as RFC 4180 has them; fails on what it does not have.
fn parsed(table: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut chars = table.chars().peekable();
    while let Some(one) = chars.next() {
        match one {
            '"' if cell.is_empty() => loop {
                match chars.next() {
                    Some('"') if chars.peek() == Some(&'"') => cell.extend(chars.next()),
                    Some('"') => break,
                    Some(one) => cell.push(one),
                    None => panic!("a quote stays open in {table:?}"),
                }
            },
            ',' => row.push(std::mem::take(&mut cell)),
            '\r' => {
                assert_eq!(chars.next(), Some('\n'), "{table:?}");
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            '\n' => panic!("a bare end of a line in {table:?}"),
            one => cell.push(one),
        }
    }
    assert!(row.is_empty() && cell.is_empty(), "no end of the last line in {table:?}");
    rows
}

/// The rows by the names of their columns.
fn named(table: &str) -> Vec<BTreeMap<String, String>> {
    let mut rows = parsed(table).into_iter();
    let head = rows.next().unwrap_or_default();
    rows.map(|row| {
        assert_eq!(row.len(), head.len());
        head.iter().cloned().zip(row).collect()
    })
    .collect()
}

fn household(state: BabyState) -> Household {
    let person = |number, name: &str, role| Person {
        id: PersonId(id(number)),
        name: name.into(),
        role,
        until_ms: None,
        removed: false,
        shares: vec![],
        writes: None,
    };
    let baby = Baby { id: BabyId(id(7)), name: "=Noa".into(), born: "2026-03-01".into(), state };
    Household {
        id: HouseholdId(id(9)),
        settings: Settings::default(),
        people: vec![person(1, "Ana", Role::Owner), person(2, "Ben", Role::Parent)],
        babies: vec![baby],
    }
}

fn received(number: u128, body: Body, skew_ms: i64) -> Received {
    Received {
        revision: Revision {
            id: RevisionId(id(number)),
            entry: EntryId(id(number)),
            bases: vec![],
            made_at_ms: 1_774_746_000_000,
            binned: false,
            content: Content {
                subject: Subject::Baby(BabyId(id(7))),
                // 2026-03-29 00:50 in London, ten minutes before the clocks go forward.
                at: Moment::in_zone(1_774_745_400_000 + skew_ms, "Europe/London"),
                body,
                note: "said \"so\",\r\n=1+1".into(),
            },
        },
        by: PersonId(id(1)),
        device: DeviceId(id(6)),
        skew_ms,
    }
}

fn feed(end_ms: i64) -> Body {
    let bottle = |milk, value: &str, unit| Bottle { milk, amount: Some(Amount { value: value.into(), unit }) };
    let mut bottles = vec![bottle(Milk::Own, "3,5", Unit::FlOz), Bottle { milk: Milk::Formula, amount: None }];
    bottles.extend([bottle(Milk::Donor, "-3", Unit::Ml), bottle(Milk::Own, "10", Unit::Ml)]);
    let timed = Timed { left_s: 360, right_s: 540, end_ms: Some(end_ms), ..Timed::default() };
    Body::Feed(Feed { timed, bottles, ..Feed::default() })
}

fn entries(received: &[Received]) -> Vec<Entry> {
    received.iter().filter_map(|one| fold(std::slice::from_ref(one))).collect()
}

#[test]
fn a_feed_across_the_change_of_the_clocks_has_both_offsets_and_every_unit() {
    let table =
        csv(Kind::Feed, &household(BabyState::Home), &entries(&[received(3, feed(1_774_746_600_000), 0)]), false);
    let row = named(&table).remove(0);
    let cells = [
        ("local_date", "2026-03-29"),
        ("local_time", "00:50:00"),
        ("utc_offset", "UTC+00:00"),
        ("zone", "Europe/London"),
        ("utc", "2026-03-29T00:50:00.000Z"),
        ("end_local_time", "02:10:00"),
        ("end_utc_offset", "UTC+01:00"),
        ("end_utc", "2026-03-29T01:10:00.000Z"),
        ("subject_kind", "baby"),
        ("subject_name", "'=Noa"),
        ("left_s", "360"),
        ("bottle_1_amount", "3,5"),
        ("bottle_1_unit", "fl_oz"),
        ("bottle_2_milk", "formula"),
        ("bottle_2_unit", ""),
        ("bottle_3_amount", "-3"),
        ("more_bottles", "own 10 ml"),
        ("author", "Ana"),
        ("note", "said \"so\",\r\n=1+1"),
    ];
    for (column, cell) in cells {
        assert_eq!(row.get(column).map(String::as_str), Some(cell), "{column}");
    }
}

#[test]
fn what_a_clock_was_wrong_is_put_right_and_told() {
    let skew_ms = 420_000;
    let received = received(3, feed(1_774_746_600_000 + skew_ms), skew_ms);
    let table = csv(Kind::Feed, &household(BabyState::Home), &entries(&[received]), false);
    let row = named(&table).remove(0);
    assert_eq!((&*row["utc"], &*row["end_utc"]), ("2026-03-29T00:50:00.000Z", "2026-03-29T01:10:00.000Z"));
    assert_eq!(row["marks"], "clock_ahead_ms=420000");
}

#[test]
fn what_is_in_the_bin_is_left_out_and_so_are_other_kinds() {
    let mut binned = received(4, feed(0), 0);
    binned.revision.binned = true;
    let all = entries(&[binned, received(3, feed(0), 0), received(5, Body::Note {}, 0)]);
    let table = csv(Kind::Feed, &household(BabyState::Home), &all, false);
    assert_eq!(named(&table).iter().map(|row| row["entry"].clone()).collect::<Vec<_>>(), [id(3).to_string()]);
}

#[test]
fn a_baby_that_died_is_in_a_table_only_when_asked() {
    let all = entries(&[received(3, feed(0), 0)]);
    let table = |died| csv(Kind::Feed, &household(BabyState::Died), &all, died);
    assert_eq!((named(&table(false)).len(), named(&table(true)).len()), (0, 1));
    assert!(!table(false).contains("Noa"));
}

#[test]
fn every_kind_has_its_columns_without_an_entry() {
    for kind in Kind::ALL {
        let head = parsed(&csv(kind, &household(BabyState::Home), &[], false)).remove(0);
        let distinct: std::collections::BTreeSet<_> = head.iter().collect();
        assert!(head.len() >= 13 && distinct.len() == head.len(), "{kind:?}: {head:?}");
    }
}

proptest! {
    #[test]
    fn every_entry_is_one_row_of_its_kind_and_no_cell_is_a_formula(
        household in drawn::household(), revisions in drawn::revisions()
    ) {
        let entries = entries(&revisions);
        let mut rows = 0;
        for kind in Kind::ALL {
            for row in named(&csv(kind, &household, &entries, true)) {
                rows += 1;
                for cell in row.values() {
                    let number = cell.replace([',', '.'], "").parse::<i128>().is_ok();
                    prop_assert!(number || !cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{:?}", cell);
                }
            }
        }
        prop_assert_eq!(rows, entries.iter().filter(|entry| !entry.binned).count());
    }
}
