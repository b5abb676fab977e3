//! The shipped sessions against the scripts of the specification, f.4: seconds, order, limits, codes.

use std::sync::LazyLock;

use guide::{Guide, Session};
use protocol::compile::Compiled;

static SHIPPED: LazyLock<(Compiled, Guide)> = LazyLock::new(|| {
    let ledger = shipped::ledger().unwrap_or_else(|broken| panic!("{broken}"));
    let compiled = shipped::protocol(&ledger).unwrap_or_else(|broken| panic!("{broken}"));
    let guide = shipped::guide(&compiled.protocol, &ledger).unwrap_or_else(|broken| panic!("{broken}"));
    (compiled, guide)
});

fn session(code: &str) -> &'static Session {
    SHIPPED.1.session_coded(code).unwrap_or_else(|| panic!("no session {code}"))
}

/// Seconds of each act for someone with a baby; nothing where there is no clock.
fn seconds(code: &str) -> Vec<Option<u32>> {
    session(code).moves_for(true).map(|one| one.duration_s).collect()
}

fn limit(at: Option<usize>) -> Option<(&'static str, i64)> {
    at.map(|at| &SHIPPED.0.protocol.limits[at]).map(|limit| (limit.id.as_str(), limit.value))
}

#[test]
fn the_acts_last_as_long_as_the_script_says() {
    let some = |list: &[u32]| list.iter().map(|s| Some(*s)).collect::<Vec<_>>();
    // S-A: steps 2 to 9; steps 1 and 10, the gate and the score, are pages of their own.
    assert_eq!(seconds("S-A"), some(&[20, 30, 30, 30, 60, 60, 20, 30]));
    assert_eq!(session("S-A").duration_s() + 20 + 20, 5 * 60 + 20, "5 min 20 s with the gate and the score");
    // S-B: steps 3, 4, 5, 6, 5, 4 of S-A.
    assert_eq!(seconds("S-B"), some(&[30, 30, 30, 60, 30, 30]));
    assert_eq!(session("S-B").duration_s(), 3 * 60 + 30);
    assert_eq!(seconds("S-C"), [Some(20), None, Some(60), Some(60), Some(60), Some(60), None]);
    assert_eq!(session("S-D").duration_s(), 600, "at most 10 minutes");
    assert_eq!(seconds("S-E"), [None, Some(300), Some(300), None], "600 s on, a look at the skin at 300 s");
    assert_eq!(seconds("S-F"), [None, Some(180)]);
    assert_eq!(seconds("S-G"), [None; 4]);
    assert_eq!(seconds("S-H"), some(&[20, 120]));
    assert_eq!(session("S-H").duration_s(), 120, "the device is on for two minutes at most");
}

#[test]
fn limits_are_those_of_the_specification() {
    for code in ["S-A", "S-B", "S-H"] {
        let one = session(code);
        assert_eq!(limit(one.most), Some(("light_touch_sessions_per_day", 3)), "{code}");
        assert_eq!(limit(one.gap), Some(("light_touch_gap_hours", 2)), "{code}");
        assert_eq!(one.pool, session("S-A").pool, "{code} counts with the others");
        assert!(one.score && one.side, "{code}");
    }
    assert_eq!(limit(session("S-A").longest), Some(("light_touch_minutes", 6)));
    assert_eq!(limit(session("S-H").longest), Some(("vibration_minutes", 2)));
    assert_eq!(limit(session("S-D").longest), Some(("hand_express_minutes", 10)));
    assert_eq!(limit(session("S-E").longest), Some(("cold_minutes", 10)));
    assert_eq!(limit(session("S-E").gap), Some(("cold_gap_minutes", 50)));
}

#[test]
fn only_what_is_withheld_asks_for_a_choice_and_its_act_is_done_once() {
    for one in &SHIPPED.1.sessions {
        assert_eq!(one.unlock.as_deref(), (one.code == "S-H").then_some("vibration-device"), "{}", one.code);
        let once: Vec<bool> = one.moves.iter().map(|act| act.once).collect();
        assert_eq!(once.contains(&true), one.code == "S-H", "{}", one.code);
    }
    assert!(session("S-H").moves.iter().all(|act| act.once == (act.duration_s == Some(120))));
}

#[test]
fn every_session_leads_on_to_cold_or_is_cold() {
    for one in &SHIPPED.1.sessions {
        let mut next = one;
        let mut steps = 0;
        while let Some(id) = next.next.as_deref() {
            next = SHIPPED.1.session(id).unwrap_or_else(|| panic!("{id}"));
            steps += 1;
            assert!(steps < 4, "{} leads in a circle", one.code);
        }
        // Warmth leads to a feed, not to a session.
        assert!(next.code == "S-E" || one.code == "S-F", "{}", one.code);
    }
}

#[test]
fn massage_stands_behind_its_gates_and_nothing_else_does() {
    let gated: Vec<&str> =
        SHIPPED.0.protocol.gates.iter().flat_map(|gate| gate.opens.iter().map(String::as_str)).collect();
    assert_eq!(gated, ["S-A", "S-B", "S-H", "S-H"]);
    let codes: Vec<&str> = SHIPPED.1.sessions.iter().map(|one| one.code.as_str()).collect();
    assert_eq!(codes, ["S-A", "S-B", "S-C", "S-D", "S-E", "S-F", "S-G", "S-H"]);
}
