//! One feed logged by two people.

use care::record::amount::Unit;
use care::record::body::{Body, Bottle, Feed, Milk, Side, Timed};
use care::record::entry::Entry;
use care::record::id::EntryId;
use care::record::revision::Subject;
use care::record::timer::Act;
use care::record::twice::{SAME_FEED_MS, keep_both, merge, pairs};
use proptest::prelude::*;

use crate::world::{ANA, BEN, MINUTE_MS, NOW_MS, amount, feed};

fn timed(left_s: u32, right_s: u32, end_ms: i64, last: Side) -> Timed {
    Timed { left_s, right_s, last_side: Some(last), end_ms: Some(end_ms), ..Timed::default() }
}

fn two() -> (Entry, Entry) {
    let mut first = feed(1, ANA, NOW_MS, timed(600, 60, NOW_MS + 11 * MINUTE_MS, Side::Right));
    first.content.note = "calm".into();
    let at_ms = NOW_MS + 4 * MINUTE_MS;
    let mut second = feed(2, BEN, at_ms, timed(300, 240, NOW_MS + 14 * MINUTE_MS, Side::Left));
    second.content.note = "fell asleep".into();
    (first, second)
}

fn of(entry: &mut Entry) -> &mut Feed {
    match &mut entry.content.body {
        Body::Feed(feed) => feed,
        other => panic!("{other:?}"),
    }
}

fn merged(one: &Entry, other: &Entry) -> Feed {
    match merge(one, other, NOW_MS + 60 * MINUTE_MS).unwrap().content.body {
        Body::Feed(feed) => feed,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_same_feed_by_two_people_is_offered_once_the_earlier_first() {
    let (first, second) = two();
    assert_eq!(pairs(&[second.clone(), first.clone()]), [(first.id, second.id)]);
}

#[test]
fn ten_minutes_are_near_and_a_moment_more_is_not() {
    let (first, mut second) = two();
    second.at.at_ms = first.at.at_ms + SAME_FEED_MS;
    assert_eq!(pairs(&[first.clone(), second.clone()]).len(), 1);
    second.at.at_ms += 1;
    assert!(pairs(&[first, second]).is_empty());
}

#[test]
fn no_offer_for_what_is_binned_of_one_phone_of_another_baby_or_was_said_to_be_two() {
    let (first, second) = two();
    let quiet = |change: &dyn Fn(&mut Entry)| {
        let mut changed = second.clone();
        change(&mut changed);
        assert!(pairs(&[first.clone(), changed]).is_empty());
    };
    quiet(&|entry| entry.binned = true);
    quiet(&|entry| entry.content.subject = Subject::Parent(ANA));
    quiet(&|entry| entry.content.body = Body::Note {});
    quiet(&|entry| (entry.by, entry.device) = (first.by, first.device));
    quiet(&|entry| entry.content = keep_both(entry, first.id).unwrap());
    let mut said = first.clone();
    said.content = keep_both(&first, second.id).unwrap();
    assert!(pairs(&[said, second.clone()]).is_empty(), "whichever of the two says it");
    let mut other_phone = second.clone();
    other_phone.by = first.by;
    assert_eq!(pairs(&[first.clone(), other_phone]).len(), 1, "one person on two phones may do it too");
}

#[test]
fn a_merge_keeps_the_larger_seconds_the_earliest_start_the_latest_end_and_both_notes() {
    let (first, second) = two();
    let done = merge(&second, &first, NOW_MS).unwrap();
    assert_eq!((done.keep, done.bin), (first.id, second.id));
    assert_eq!((done.content.at, done.content.note.as_str()), (first.at.clone(), "calm\nfell asleep"));
    let feed = merged(&first, &second);
    assert_eq!((feed.timed.left_s, feed.timed.right_s), (600, 240));
    assert_eq!((feed.timed.end_ms, feed.timed.last_side), (Some(NOW_MS + 14 * MINUTE_MS), Some(Side::Left)));
}

#[test]
fn equal_bottles_are_one_and_others_are_both_there() {
    let (mut first, mut second) = two();
    let bottle = |milk, value: &str, unit| Bottle { milk, amount: Some(amount(value, unit)) };
    of(&mut first).bottles = vec![bottle(Milk::Own, "60", Unit::Ml), bottle(Milk::Own, "60", Unit::Ml)];
    of(&mut second).bottles = vec![
        bottle(Milk::Own, "60,0", Unit::Ml),
        bottle(Milk::Formula, "60", Unit::Ml),
        bottle(Milk::Own, "30", Unit::Ml),
    ];
    let milks: Vec<_> =
        merged(&first, &second).bottles.into_iter().map(|b| (b.milk, b.amount.unwrap().value)).collect();
    let said = [(Milk::Own, "60"), (Milk::Own, "60"), (Milk::Formula, "60"), (Milk::Own, "30")];
    assert_eq!(milks, said.map(|(milk, value)| (milk, value.to_owned())));
}

#[test]
fn a_bottle_of_the_first_stands_for_one_bottle_of_the_second_only() {
    let (mut first, mut second) = two();
    let bottle = Bottle { milk: Milk::Own, amount: Some(amount("60", Unit::Ml)) };
    of(&mut first).bottles = vec![bottle.clone()];
    of(&mut second).bottles = vec![bottle.clone(), bottle];
    assert_eq!(merged(&first, &second).bottles.len(), 2);
}

#[test]
fn a_feed_that_still_runs_on_one_phone_runs_on() {
    let (first, mut second) = two();
    let mut running = Timed::default();
    running.act(Act::Start(Side::Left), NOW_MS + 4 * MINUTE_MS);
    of(&mut second).timed = running;
    let feed = merged(&first, &second);
    assert!(feed.timed.open && feed.timed.end_ms.is_none());
    let later_ms = NOW_MS + 61 * MINUTE_MS;
    assert_eq!(feed.timed.elapsed(later_ms), (57 * 60, 60), "the larger until the merge, and what ran since");
}

#[test]
fn the_end_of_a_phone_whose_clock_was_ahead_is_told_by_the_other_clock() {
    let (first, mut second) = two();
    second.content.at.at_ms += 7 * MINUTE_MS;
    of(&mut second).timed.end_ms = Some(NOW_MS + 21 * MINUTE_MS);
    assert_eq!(merged(&first, &second).timed.end_ms, Some(NOW_MS + 14 * MINUTE_MS));
}

proptest! {
    #[test]
    fn it_does_not_matter_who_is_named_first_and_no_second_is_lost(
        left in (0..5_000_u32, 0..5_000_u32), right in (0..5_000_u32, 0..5_000_u32), apart_ms in 0..=SAME_FEED_MS,
    ) {
        let first = feed(1, ANA, NOW_MS, timed(left.0, right.0, NOW_MS + 1, Side::Left));
        let second = feed(2, BEN, NOW_MS + apart_ms, timed(left.1, right.1, NOW_MS + 2, Side::Right));
        let now_ms = NOW_MS + SAME_FEED_MS;
        let one = merge(&first, &second, now_ms);
        prop_assert_eq!(&one, &merge(&second, &first, now_ms));
        let feed = merged(&first, &second);
        prop_assert_eq!((feed.timed.left_s, feed.timed.right_s), (left.0.max(left.1), right.0.max(right.1)));
        prop_assert_eq!(one.unwrap().keep, EntryId(uuid::Uuid::from_u128(1)));
    }
}
