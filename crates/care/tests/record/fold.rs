//! How an entry is made of its savings: alike on every phone, whatever came first, and nobody's change hidden.

use care::record::entry::{Entry, Mark};
use care::record::id::{EntryId, RevisionId};
use care::record::moment::Moment;
use care::record::revision::{Received, SKEW_NOTICED_MS, fold};
use proptest::prelude::*;
use uuid::Uuid;

use crate::world::{MINUTE_MS, NOW_MS, ZONE, saving};

fn entry(savings: &[Received]) -> Entry {
    fold(savings).unwrap()
}

fn heads(entry: &Entry) -> Vec<u128> {
    let mut heads: Vec<u128> = entry.heads.iter().map(|id| id.0.as_u128()).collect();
    heads.sort_unstable();
    heads
}

fn binned(mut saving: Received) -> Received {
    saving.revision.binned = true;
    saving
}

/// Any history of one entry: each saving names some of the earlier ones.
fn history() -> impl Strategy<Value = Vec<Received>> {
    let one = (any::<u8>(), -20_i64..20, -10_i64..=10, any::<bool>(), any::<bool>());
    prop::collection::vec(one, 1..8).prop_map(|drawn| {
        let savings = drawn.into_iter().zip(1_u128..).map(|((seen, made, skew, is_binned, moved), number)| {
            let bases: Vec<u128> = (1..number).filter(|base| seen >> (base % 8) & 1 == 1).collect();
            let mut made = saving(number, &bases, NOW_MS + made * MINUTE_MS, skew * MINUTE_MS);
            made.revision.binned = is_binned;
            if moved {
                made.revision.content.at = Moment::in_zone(NOW_MS - i64::from(seen) * MINUTE_MS, ZONE);
            }
            made
        });
        savings.collect()
    })
}

proptest! {
    #[test]
    fn neither_order_nor_repetition_matters(savings in history(), picked in prop::collection::vec(any::<prop::sample::Index>(), 0..8), seed in any::<u64>()) {
        let mut arrived = savings.clone();
        arrived.extend(picked.iter().map(|at| savings[at.index(savings.len())].clone()));
        let mut rest = seed;
        for at in (1..arrived.len()).rev() {
            rest = rest.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            arrived.swap(at, usize::try_from(rest >> 33).unwrap() % (at + 1));
        }
        prop_assert_eq!(fold(&arrived), fold(&savings));
    }

    #[test]
    fn every_saving_that_nobody_replaced_is_a_head_and_no_other(savings in history()) {
        let named: Vec<RevisionId> = savings.iter().flat_map(|one| one.revision.bases.clone()).collect();
        let mut open: Vec<u128> =
            savings.iter().map(|one| one.revision.id).filter(|id| !named.contains(id)).map(|id| id.0.as_u128()).collect();
        open.sort_unstable();
        let entry = entry(&savings);
        prop_assert_eq!(entry.marks.contains(&Mark::ChangedApart), open.len() > 1);
        prop_assert_eq!(heads(&entry), open);
    }

    #[test]
    fn the_bin_never_hides_a_change_that_was_made_apart(bin_min in -500_i64..500, edit_min in -500_i64..500, skew in -10_i64..10) {
        let first = saving(1, &[], NOW_MS, 0);
        let bin = binned(saving(2, &[1], NOW_MS + bin_min * MINUTE_MS, skew * MINUTE_MS));
        let edit = saving(3, &[1], NOW_MS + edit_min * MINUTE_MS, 0);
        let entry = entry(&[bin, edit, first]);
        prop_assert!(!entry.binned);
        prop_assert_eq!(&entry.content.note, "saving 3");
        prop_assert_eq!(heads(&entry), [2, 3]);
    }

    #[test]
    fn changes_in_a_row_show_the_last_whatever_the_clocks_say(clocks in prop::collection::vec((-10_000_i64..10_000, -10_000_i64..10_000), 1..8)) {
        let savings: Vec<Received> = clocks.iter().zip(1_u128..).map(|((made, skew), number)| {
            let bases: Vec<u128> = (number > 1).then(|| number - 1).into_iter().collect();
            saving(number, &bases, NOW_MS + made * MINUTE_MS, skew * MINUTE_MS)
        }).collect();
        let entry = entry(&savings);
        prop_assert_eq!(entry.content.note, format!("saving {}", clocks.len()));
        prop_assert!(!entry.marks.contains(&Mark::ChangedApart));
    }

    #[test]
    fn clocks_that_are_wrong_by_minutes_put_entries_in_the_right_order(
        logged in prop::collection::vec((2_i64..30, prop_oneof![Just(0_i64), Just(7), Just(-7)]), 2..20),
    ) {
        let mut true_ms = NOW_MS;
        let entries: Vec<Entry> = logged.iter().map(|(later, skew)| {
            true_ms += later * MINUTE_MS;
            let clock_ms = true_ms + skew * MINUTE_MS;
            let mut saved = saving(1, &[], clock_ms, skew * MINUTE_MS);
            saved.revision.content.at = Moment::in_zone(clock_ms, ZONE);
            fold(&[saved]).unwrap()
        }).collect();
        prop_assert!(entries.is_sorted_by_key(|entry| entry.at.at_ms));
        let marked = |entry: &Entry| entry.marks.iter().any(|mark| matches!(mark, Mark::Clock { .. }));
        prop_assert!(entries.iter().zip(&logged).all(|(entry, (_, skew))| marked(entry) == (*skew != 0)));
    }
}

#[test]
fn two_changes_made_apart_both_stand_and_the_later_is_shown() {
    let savings = [saving(1, &[], NOW_MS, 0), saving(2, &[1], NOW_MS + 2, 0), saving(3, &[1], NOW_MS + 1, 0)];
    let entry = entry(&savings);
    assert_eq!((entry.content.note.as_str(), heads(&entry)), ("saving 2", vec![2, 3]));
    assert_eq!(entry.marks, [Mark::ChangedApart]);
}

#[test]
fn a_saving_that_names_both_settles_it() {
    let apart = [saving(1, &[], NOW_MS, 0), saving(2, &[1], NOW_MS + 2, 0), saving(3, &[1], NOW_MS + 1, 0)];
    let settled = entry(&[&apart[..], &[saving(4, &[2, 3], NOW_MS - 50, 0)]].concat());
    assert_eq!((settled.content.note.as_str(), heads(&settled)), ("saving 4", vec![4]));
    assert_eq!(settled.marks, []);
}

#[test]
fn out_of_the_bin_again_is_one_more_saving() {
    let bin = binned(saving(2, &[1], NOW_MS + 1, 0));
    assert!(entry(&[saving(1, &[], NOW_MS, 0), bin.clone()]).binned);
    assert!(!entry(&[saving(1, &[], NOW_MS, 0), bin, saving(3, &[2], NOW_MS + 2, 0)]).binned);
}

#[test]
fn a_clock_that_is_less_wrong_than_networks_are_is_right() {
    let at_ms = |skew_ms| entry(&[saving(1, &[], NOW_MS, skew_ms)]).at.at_ms;
    assert_eq!(at_ms(SKEW_NOTICED_MS - 1), NOW_MS);
    assert_eq!(at_ms(SKEW_NOTICED_MS), NOW_MS - SKEW_NOTICED_MS);
    assert_eq!(at_ms(-7 * MINUTE_MS), NOW_MS + 7 * MINUTE_MS);
}

#[test]
fn a_note_added_on_a_phone_with_a_wrong_clock_does_not_move_the_entry() {
    let (first, note) = (saving(1, &[], NOW_MS, 0), saving(2, &[1], NOW_MS + 9 * MINUTE_MS, 7 * MINUTE_MS));
    let entry = entry(&[first, note]);
    assert_eq!((entry.content.note.as_str(), entry.at.at_ms), ("saving 2", NOW_MS));
    assert_eq!(entry.marks, [], "the time is that of the first phone, whose clock was right");
}

#[test]
fn a_new_time_is_corrected_by_the_clock_of_the_phone_that_set_it() {
    let mut moved = saving(2, &[1], NOW_MS + 9 * MINUTE_MS, 7 * MINUTE_MS);
    moved.revision.content.at = Moment::in_zone(NOW_MS - 20 * MINUTE_MS, ZONE);
    let entry = entry(&[saving(1, &[], NOW_MS, 0), moved]);
    assert_eq!(entry.at.at_ms, NOW_MS - 27 * MINUTE_MS);
}

#[test]
fn a_saving_that_names_itself_or_two_that_name_each_other_are_not_lost() {
    let itself = entry(&[saving(1, &[1], NOW_MS, 0)]);
    assert_eq!((itself.id, heads(&itself)), (EntryId(Uuid::from_u128(1)), vec![1]));
    let ring = entry(&[saving(1, &[2], NOW_MS, 0), saving(2, &[1], NOW_MS + 1, 0)]);
    assert_eq!((ring.content.note.as_str(), heads(&ring)), ("saving 2", vec![1, 2]));
}
