//! Timers: told as stories, and held by what must be so whatever is done to them.

use care::record::body::{Body, Feed, Side, Sleep, Timed};
use care::record::moment::Moment;
use care::record::timer::{Act, LONG_FEED_S, back_date};
use proptest::prelude::*;

use crate::world::{MINUTE_MS, NOW_MS, content};

fn at(minute: i64) -> i64 {
    NOW_MS + minute * MINUTE_MS
}

fn after(acts: &[(Act, i64)]) -> Timed {
    let mut timed = Timed::default();
    for (act, minute) in acts {
        timed.act(*act, at(*minute));
    }
    timed
}

const LEFT_THEN_RIGHT: [(Act, i64); 4] =
    [(Act::Start(Side::Left), 0), (Act::Switch, 10), (Act::Pause, 15), (Act::Resume, 20)];

#[test]
fn a_pause_is_no_time_and_a_switch_gives_each_side_its_own() {
    let timed = after(&LEFT_THEN_RIGHT);
    assert_eq!(timed.elapsed(at(23)), (600, 480));
    let ended = after(&[&LEFT_THEN_RIGHT[..], &[(Act::End, 23)]].concat());
    assert_eq!((ended.left_s, ended.right_s, ended.end_ms, ended.open), (600, 480, Some(at(23)), false));
    assert_eq!((ended.first_side, ended.last_side), (Some(Side::Left), Some(Side::Right)));
    assert_eq!(ended.elapsed(at(500)), (600, 480), "an ended timer stands");
}

#[test]
fn a_second_phone_goes_on_with_what_the_first_began_though_its_clock_is_behind() {
    let mut timed = after(&[(Act::Start(Side::Left), 10)]);
    assert_eq!(timed.elapsed(at(3)), (0, 0));
    timed.act(Act::Switch, at(3));
    assert_eq!(timed.elapsed(at(5)), (0, 120));
}

#[test]
fn an_earlier_start_gives_its_minutes_to_the_side_that_was_first() {
    let mut fed = content(Body::Feed(Feed { timed: after(&LEFT_THEN_RIGHT), ..Feed::default() }));
    fed.at = Moment::in_zone(at(0), "Europe/London");
    back_date(&mut fed, Moment::in_zone(at(-5), "Europe/London"));
    let Body::Feed(feed) = &fed.body else { panic!("a feed stays one") };
    assert_eq!((feed.timed.elapsed(at(23)), fed.at.at_ms), ((900, 480), at(-5)));
}

#[test]
fn the_side_that_was_first_is_known_also_when_it_was_last_too() {
    let mut timed = after(&[&LEFT_THEN_RIGHT[..], &[(Act::Switch, 25), (Act::End, 30)]].concat());
    timed.back_date(at(0), at(-5));
    assert_eq!(timed.elapsed(at(30)), (1_200, 600));
}

#[test]
fn a_later_start_takes_back_from_the_first_side_and_never_more_than_it_has() {
    let mut timed = after(&LEFT_THEN_RIGHT);
    timed.back_date(at(0), at(4));
    assert_eq!(timed.elapsed(at(23)), (360, 480));
    timed.back_date(at(0), at(400));
    assert_eq!(timed.elapsed(at(23)), (0, 480));
    let mut running = after(&[(Act::Start(Side::Right), 0)]);
    running.back_date(at(0), at(7));
    assert_eq!(running.elapsed(at(10)), (0, 180), "what runs first runs from the later start");
}

#[test]
fn a_wrong_side_is_swapped_with_all_that_hangs_on_it() {
    let mut timed = after(&LEFT_THEN_RIGHT);
    timed.swap_sides();
    assert_eq!(timed.elapsed(at(23)), (480, 600));
    assert_eq!((timed.first_side, timed.last_side), (Some(Side::Right), Some(Side::Left)));
    timed.act(Act::Switch, at(23));
    assert_eq!(timed.running.map(|running| running.side), Some(Side::Right));
}

#[test]
fn corrected_seconds_stand_and_what_runs_runs_on_from_them() {
    let mut timed = after(&LEFT_THEN_RIGHT);
    timed.correct(Side::Right, 60, at(30));
    timed.correct(Side::Left, 30, at(30));
    assert_eq!(timed.elapsed(at(31)), (30, 120));
}

#[test]
fn a_timer_that_was_forgotten_is_marked_and_not_cut() {
    let timed = after(&[(Act::Start(Side::Left), 0)]);
    assert!(!timed.is_long(at(180)), "three hours are not over three hours");
    assert!(timed.is_long(at(180) + 1_000));
    let ended = after(&[(Act::Start(Side::Left), 0), (Act::End, 14 * 60)]);
    assert_eq!((ended.left_s, ended.is_long(0)), (14 * 3_600, true));
    assert!(ended.left_s > LONG_FEED_S);
}

#[test]
fn a_sleep_ends_once_and_lasts_from_its_start() {
    let mut sleep = Sleep::begun();
    assert_eq!(sleep.elapsed_s(at(0), at(90)), 5_400);
    sleep.end(at(100));
    sleep.end(at(300));
    assert_eq!((sleep.elapsed_s(at(0), at(500)), sleep.elapsed_s(at(200), at(500))), (6_000, 0));
}

#[test]
fn what_was_typed_by_hand_is_no_timer_to_start() {
    let typed = Timed { left_s: 600, ..Timed::default() };
    let mut touched = typed.clone();
    touched.act(Act::Start(Side::Right), at(0));
    assert_eq!(touched, typed);
}

#[derive(Debug, Clone, Copy)]
enum Done {
    Act(Act),
    BackDate(i64, i64),
    Swap,
    Correct(Side, u32),
}

fn side() -> impl Strategy<Value = Side> {
    prop_oneof![Just(Side::Left), Just(Side::Right)]
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![side().prop_map(Act::Start), Just(Act::Pause), Just(Act::Resume), Just(Act::Switch), Just(Act::End),]
}

/// Instants near now, in both directions, and some that no clock shows.
fn instant() -> impl Strategy<Value = i64> {
    prop_oneof![
        9 => NOW_MS - 86_400_000..NOW_MS + 86_400_000,
        1 => prop_oneof![Just(i64::MIN), Just(i64::MAX), Just(0)],
    ]
}

fn done() -> impl Strategy<Value = Done> {
    prop_oneof![
        6 => act().prop_map(Done::Act),
        1 => (instant(), instant()).prop_map(|(from, to)| Done::BackDate(from, to)),
        1 => Just(Done::Swap),
        1 => (side(), any::<u32>()).prop_map(|(side, seconds)| Done::Correct(side, seconds)),
    ]
}

fn lived(history: &[(Done, i64)]) -> Timed {
    let mut timed = Timed::default();
    for (done, at_ms) in history {
        match *done {
            Done::Act(act) => timed.act(act, *at_ms),
            Done::BackDate(from_ms, to_ms) => timed.back_date(from_ms, to_ms),
            Done::Swap => timed.swap_sides(),
            Done::Correct(side, seconds) => timed.correct(side, seconds, *at_ms),
        }
    }
    timed
}

proptest! {
    #[test]
    fn whatever_was_done_time_only_adds(
        history in prop::collection::vec((done(), instant()), 0..24), earlier in instant(), later in instant(),
    ) {
        let timed = lived(&history);
        let (earlier, later) = (earlier.min(later), earlier.max(later));
        let (before, after) = (timed.elapsed(earlier), timed.elapsed(later));
        prop_assert!(before.0 <= after.0 && before.1 <= after.1, "{before:?} then {after:?}");
        prop_assert!(timed.open || timed.running.is_none(), "what is not open does not run");
    }

    #[test]
    fn ended_is_ended(
        history in prop::collection::vec((done(), instant()), 0..12), end_ms in instant(),
        then in prop::collection::vec((act(), instant()), 1..6),
    ) {
        let mut timed = lived(&history);
        timed.act(Act::Start(Side::Left), end_ms);
        timed.act(Act::End, end_ms);
        let ended = timed.clone();
        for (act, at_ms) in then {
            timed.act(act, at_ms);
        }
        prop_assert_eq!(timed, ended);
    }

    #[test]
    fn no_act_takes_time_away(acts in prop::collection::vec((act(), 0..3_600_000_i64), 1..20)) {
        let (mut timed, mut now_ms) = (Timed::default(), NOW_MS);
        for (act, later_ms) in acts {
            now_ms += later_ms;
            let before = timed.elapsed(now_ms);
            timed.act(act, now_ms);
            prop_assert_eq!(timed.elapsed(now_ms), before, "an act by itself neither adds nor takes");
        }
    }
}
