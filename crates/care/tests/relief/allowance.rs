//! How often: over any history, what is allowed keeps the rest and the number, and nothing done ever makes it sooner.

use care::relief::{Allowance, Done, allowance};
use proptest::prelude::*;

use crate::house::{HOUR_S, NOW_S, guide, rules, session};

fn allowed(id: &str, done: &[Done], now_s: i64) -> Allowance {
    allowance(guide(), rules(), session(id), done, now_s)
}

fn history() -> impl Strategy<Value = Vec<Done>> {
    let code = prop::sample::select(vec!["S-A", "S-B", "S-H", "S-E", "S-D", "S-X"]);
    // Up to two days back, and some dated ahead, as after a clock was set back.
    let one = (code, -50 * HOUR_S..3 * HOUR_S).prop_map(|(code, at)| Done { code: code.to_owned(), at_s: NOW_S + at });
    prop::collection::vec(one, 0..8)
}

fn hands(done: &[Done]) -> Vec<i64> {
    done.iter().filter(|one| ["S-A", "S-B", "S-H"].contains(&one.code.as_str())).map(|one| one.at_s).collect()
}

proptest! {
    #[test]
    fn what_is_allowed_keeps_two_hours_and_three_a_day_always(done in history(), id in prop::sample::select(vec!["light_touch", "lying_strokes", "vibration"])) {
        let ends = hands(&done);
        let rested = |at: i64| ends.iter().all(|end| at - end >= 2 * HOUR_S);
        // Every one that ended within the last 24 hours, the edge included, or is dated ahead.
        let counted = |at: i64| ends.iter().filter(|end| at - **end <= 24 * HOUR_S).count();
        match allowed(id, &done, NOW_S) {
            Allowance::Now => prop_assert!(rested(NOW_S) && counted(NOW_S) < 3),
            Allowance::From(from_s) => {
                prop_assert!(!(rested(NOW_S) && counted(NOW_S) < 3), "held back for nothing");
                prop_assert!(rested(from_s) && counted(from_s) < 3, "too soon");
                prop_assert!(!(rested(from_s - 1) && counted(from_s - 1) < 3), "later than needed");
            }
        }
    }

    #[test]
    fn one_more_never_makes_it_sooner_always(done in history(), more in history(), id in prop::sample::select(vec!["light_touch", "vibration", "cold_pack"])) {
        let from = |done: &[Done]| match allowed(id, done, NOW_S) {
            Allowance::Now => NOW_S,
            Allowance::From(from_s) => from_s,
        };
        let all = [done.clone(), more].concat();
        prop_assert!(from(&all) >= from(&done));
    }
}

#[test]
fn cold_rests_fifty_minutes_and_counts_alone() {
    let done = [Done { code: "S-E".to_owned(), at_s: NOW_S }];
    assert_eq!(allowed("cold_pack", &done, NOW_S + 50 * 60 - 1), Allowance::From(NOW_S + 50 * 60));
    assert_eq!(allowed("cold_pack", &done, NOW_S + 50 * 60), Allowance::Now);
    assert_eq!(allowed("light_touch", &done, NOW_S), Allowance::Now);
    assert_eq!(allowed("hand_express", &done, NOW_S), Allowance::Now, "comfort is not counted");
}

#[test]
fn times_at_the_ends_of_their_range_do_no_harm() {
    for at_s in [i64::MIN, -1, i64::MAX] {
        let done = vec![Done { code: "S-A".to_owned(), at_s }; 4];
        for now_s in [i64::MIN, 0, i64::MAX] {
            let _ = allowed("light_touch", &done, now_s);
        }
    }
    let ahead = [Done { code: "S-A".to_owned(), at_s: i64::MAX }];
    assert_eq!(
        allowed("light_touch", &ahead, NOW_S),
        Allowance::From(i64::MAX),
        "a date that never comes keeps it shut"
    );
}
