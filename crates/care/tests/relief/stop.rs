//! The stop rule, over every pair of scores.

use care::relief::{Score, scored};

use crate::house::rules;

#[test]
fn two_points_more_stop_and_nothing_less_does() {
    for before in 0..=10_u8 {
        for after in 0..=10_u8 {
            let wanted = if after >= before + 2 { Score::Stop } else { Score::Fine };
            assert_eq!(scored(rules(), Some(before), Some(after)), wanted, "{before} to {after}");
        }
        assert_eq!(scored(rules(), Some(before), None), Score::Unknown);
        assert_eq!(scored(rules(), None, Some(before)), Score::Unknown);
    }
}

#[test]
fn without_its_limit_any_rise_stops() {
    let mut rules = rules().clone();
    rules.limits.retain(|limit| limit.id != "pain_up_points");
    assert_eq!(scored(&rules, Some(3), Some(4)), Score::Stop);
    assert_eq!(scored(&rules, Some(3), Some(3)), Score::Fine);
}
