//! Since when, and which side next.

use care::record::body::{Body, Bottle, Feed, Milk, Side, Timed};
use care::record::entry::Entry;
use care::record::revision::Subject;
use care::record::settings::{Settings, Since};
use care::record::since::{last_feed, last_side, next_side};
use care::record::timer::Act;

use crate::world::{ANA, HOUR_MS, MINUTE_MS, NOA, NOW_MS, entry, feed};

fn ago_minutes(entries: &[Entry], settings: &Settings) -> Option<i64> {
    last_feed(entries, Subject::Baby(NOA), settings, NOW_MS).map(|last| last.ago_ms / MINUTE_MS)
}

fn breast(number: u128, minutes_ago: i64, left_min: u32, right_min: u32, last: Side) -> Entry {
    let start_ms = NOW_MS - minutes_ago * MINUTE_MS;
    let end_ms = Some(start_ms + i64::from(left_min + right_min) * MINUTE_MS);
    let timed =
        Timed { left_s: left_min * 60, right_s: right_min * 60, last_side: Some(last), end_ms, ..Timed::default() };
    feed(number, ANA, start_ms, timed)
}

fn bottle(number: u128, minutes_ago: i64) -> Entry {
    let bottles = vec![Bottle { milk: Milk::Formula, amount: None }];
    let body = Body::Feed(Feed { bottles, ..Feed::default() });
    entry(number, ANA, Subject::Baby(NOA), NOW_MS - minutes_ago * MINUTE_MS, body)
}

fn counting(since: Since, count_bottles: bool) -> Settings {
    Settings { since, count_bottles, ..Settings::default() }
}

#[test]
fn it_is_counted_as_this_family_counts() {
    let entries = [bottle(2, 30), breast(1, 120, 10, 15, Side::Right)];
    assert_eq!(ago_minutes(&entries, &counting(Since::Start, true)), Some(30));
    assert_eq!(ago_minutes(&entries, &counting(Since::Start, false)), Some(120));
    assert_eq!(ago_minutes(&entries, &counting(Since::End, false)), Some(95));
}

#[test]
fn a_mixed_feed_counts_where_bottles_do_not() {
    let mut mixed = breast(1, 40, 5, 0, Side::Left);
    let Body::Feed(feed) = &mut mixed.content.body else { panic!("a feed") };
    feed.bottles.push(Bottle { milk: Milk::Own, amount: None });
    assert_eq!(ago_minutes(&[mixed], &counting(Since::Start, false)), Some(40));
}

#[test]
fn a_feed_without_an_end_ends_when_its_seconds_do_and_an_open_one_is_now() {
    let mut no_end = breast(1, 60, 10, 0, Side::Left);
    let Body::Feed(feed) = &mut no_end.content.body else { panic!("a feed") };
    feed.timed.end_ms = None;
    assert_eq!(ago_minutes(&[no_end.clone()], &counting(Since::End, true)), Some(50));
    let Body::Feed(feed) = &mut no_end.content.body else { panic!("a feed") };
    feed.timed.open = true;
    assert_eq!(ago_minutes(&[no_end], &counting(Since::End, true)), Some(0));
}

#[test]
fn a_wrong_clock_moves_the_end_with_the_start() {
    let mut entry = breast(1, 60, 10, 0, Side::Left);
    entry.content.at.at_ms += 7 * MINUTE_MS;
    let Body::Feed(feed) = &mut entry.content.body else { panic!("a feed") };
    feed.timed.end_ms = feed.timed.end_ms.map(|end_ms| end_ms + 7 * MINUTE_MS);
    assert_eq!(ago_minutes(&[entry], &counting(Since::End, true)), Some(50));
}

#[test]
fn what_is_binned_of_another_baby_or_of_tomorrow_is_not_the_last_feed() {
    let mut binned = breast(1, 20, 5, 0, Side::Left);
    binned.binned = true;
    let mut other = breast(2, 20, 5, 0, Side::Left);
    other.content.subject = Subject::Parent(ANA);
    let tomorrow = breast(3, -24 * 60, 5, 0, Side::Left);
    assert_eq!(ago_minutes(&[binned, other, tomorrow], &counting(Since::Start, true)), None);
    let soon = breast(4, -5, 5, 0, Side::Left);
    assert_eq!(ago_minutes(&[soon], &counting(Since::Start, true)), Some(0), "a clock may be wrong by minutes");
}

#[test]
fn the_next_side_is_the_one_that_was_not_last_at_work() {
    let noa = Subject::Baby(NOA);
    assert_eq!(next_side(&[bottle(1, 10)], noa, NOW_MS), None);
    let entries = [bottle(3, 5), breast(2, 60, 10, 4, Side::Left), breast(1, 180, 3, 10, Side::Right)];
    assert_eq!(next_side(&entries, noa, NOW_MS), Some(Side::Right));
    let last = last_side(&entries, noa, NOW_MS).unwrap();
    assert_eq!((last.side, last.side_s, last.other_s, last.running), (Side::Left, 600, 240, false));
}

#[test]
fn the_running_side_is_told_while_it_runs() {
    let mut timed = Timed::default();
    timed.act(Act::Start(Side::Left), NOW_MS - 2 * HOUR_MS);
    timed.act(Act::Switch, NOW_MS - HOUR_MS);
    let running = feed(1, ANA, NOW_MS - 2 * HOUR_MS, timed);
    let entries = [breast(2, 30, 10, 0, Side::Left), running];
    assert_eq!(next_side(&entries, Subject::Baby(NOA), NOW_MS), Some(Side::Right));
    let last = last_side(&entries, Subject::Baby(NOA), NOW_MS).unwrap();
    assert_eq!((last.side_s, last.other_s, last.running), (3_600, 3_600, true));
}
