//! The doors: what is asked, for how long answers hold, who may choose, what the plan holds back.

use care::relief::{Done, Door, Line, Pass, Visit, Why};
use protocol::answers::{Answers, Given};

use crate::house::{HOUR_S, NOW_S, at_door, finding, fresh, guide, know, rules, say, well};

const MASSAGE: [&str; 2] = ["light_touch", "lying_strokes"];

fn sore() -> Answers {
    let mut answers = well();
    say(&mut answers, "lump", "tender_patch");
    say(&mut answers, "side", "one");
    answers
}

fn pass(at_s: i64, none_of_these: bool) -> Option<Pass> {
    Some(Pass { at_s, none_of_these: Some(none_of_these), old_enough: None })
}

#[test]
fn without_a_check_massage_asks_for_one() {
    for id in MASSAGE.into_iter().chain(["vibration"]) {
        assert_eq!(at_door(id, &Visit::default()), Door::Check, "{id}");
        // Nothing that is said at the door stands in for it.
        let visit = Visit { pass: pass(NOW_S, true), chosen: true, ..Visit::default() };
        assert_eq!(at_door(id, &visit), Door::Check, "{id}");
    }
}

#[test]
fn after_a_check_that_denied_everything_light_touch_is_open() {
    for id in MASSAGE {
        assert_eq!(at_door(id, &fresh(&sore())), Door::Open, "{id}");
    }
}

#[test]
fn answers_hold_for_twelve_hours_and_are_asked_again_after() {
    let answers = sore();
    for (age_s, open) in [(0, true), (12 * HOUR_S, true), (12 * HOUR_S + 1, false), (-1, false), (i64::MAX, false)] {
        let visit = Visit { answered_s: NOW_S.checked_sub(age_s), ..fresh(&answers) };
        let door = at_door("light_touch", &visit);
        assert_eq!(door == Door::Open, open, "{age_s}: {door:?}");
        if !open {
            let Door::List(lines) = door else { panic!("{age_s}: {door:?}") };
            assert_eq!(lines.len(), rules().gates[0].closed.len() + 1, "every exclusion, and the urgency");
            assert!(lines.contains(&Line::Urgency));
            assert_eq!(at_door("light_touch", &Visit { pass: pass(NOW_S, true), ..visit.clone() }), Door::Open);
            let ticked = Visit { pass: pass(NOW_S, false), ..visit.clone() };
            assert_eq!(at_door("light_touch", &ticked), Door::Closed(vec![Why::Ticked]));
            // What was said at the door grows old as well.
            let old = Visit { pass: pass(NOW_S - 13 * HOUR_S, true), ..visit };
            assert!(matches!(at_door("light_touch", &old), Door::List(_)));
        }
    }
}

#[test]
fn fresh_answers_are_not_talked_away_at_the_door() {
    let mut answers = sore();
    say(&mut answers, "bleed_or_clot", "yes");
    let visit = Visit { pass: pass(NOW_S, true), ..fresh(&answers) };
    assert!(matches!(at_door("light_touch", &visit), Door::Closed(_)));
}

#[test]
fn an_old_urgency_still_closes() {
    let mut answers = sore();
    say(&mut answers, "urine", "less");
    let visit = Visit { answered_s: Some(NOW_S - 30 * HOUR_S), pass: pass(NOW_S, true), ..fresh(&answers) };
    assert_eq!(at_door("light_touch", &visit), Door::Closed(vec![Why::Urgency]));
}

#[test]
fn the_age_is_asked_where_it_is_unknown_and_no_closes() {
    let mut answers = sore();
    let age = rules().context_named("age_years").unwrap_or_else(|| panic!("an age"));
    answers.unknow(age);
    let visit = fresh(&answers);
    assert_eq!(at_door("light_touch", &visit), Door::Age);
    for (old_enough, door) in [(true, Door::Open), (false, Door::Closed(vec![Why::Age]))] {
        let said = Pass { at_s: NOW_S, none_of_these: None, old_enough: Some(old_enough) };
        assert_eq!(at_door("light_touch", &Visit { pass: Some(said), ..visit.clone() }), door);
    }
    know(&mut answers, "age_years", "15");
    let said = Pass { at_s: NOW_S, none_of_these: Some(true), old_enough: Some(true) };
    assert_eq!(at_door("light_touch", &Visit { pass: Some(said), ..fresh(&answers) }), Door::Closed(vec![Why::Age]));
    // Nothing else is closed for her.
    assert!(!matches!(at_door("hand_express", &fresh(&answers)), Door::Closed(_)));
}

#[test]
fn vibration_is_withheld_until_it_is_chosen_and_asked_anew_each_time() {
    let answers = sore();
    assert_eq!(at_door("vibration", &fresh(&answers)), Door::Choose);
    let chosen = Visit { chosen: true, ..fresh(&answers) };
    let Door::List(lines) = at_door("vibration", &chosen) else { panic!("the list") };
    let exclusions: usize = rules().gates.iter().map(|gate| gate.closed.len()).sum();
    assert_eq!(lines.len(), exclusions + 1, "the exclusions of both gates, and the urgency");
    assert_eq!(at_door("vibration", &Visit { pass: pass(NOW_S, true), ..chosen.clone() }), Door::Open);
    assert!(matches!(
        at_door("vibration", &Visit { pass: pass(NOW_S - HOUR_S, true), ..chosen.clone() }),
        Door::List(_)
    ));
    let unchosen = Visit { chosen: false, pass: pass(NOW_S, true), ..chosen };
    assert_eq!(at_door("vibration", &unchosen), Door::Choose, "nothing said at the door stands in for the choice");
}

#[test]
fn nobody_chooses_vibration_for_her() {
    let mut answers = sore();
    for audience in ["caregiver", "helper", "clinician"] {
        know(&mut answers, "audience", audience);
        let visit = Visit { chosen: true, pass: pass(NOW_S, true), ..fresh(&answers) };
        assert_eq!(at_door("vibration", &visit), Door::Closed(vec![Why::NotHers]), "{audience}");
    }
}

#[test]
fn no_choice_opens_a_gate() {
    let mut answers = sore();
    say(&mut answers, "heat_colour", "small_patch");
    let visit = Visit { chosen: true, pass: pass(NOW_S, true), ..fresh(&answers) };
    assert!(
        matches!(at_door("vibration", &visit), Door::Closed(why) if why.contains(&Why::Exclusion(1, 0))),
        "never with heat"
    );
}

#[test]
fn two_hours_of_rest_and_three_a_day_hold_for_all_of_the_pool() {
    let answers = sore();
    let done = |codes: &[(&str, i64)]| -> Vec<Done> {
        codes.iter().map(|(code, ago_s)| Done { code: (*code).to_owned(), at_s: NOW_S - ago_s }).collect()
    };
    for (sessions, door) in [
        (vec![("S-A", 2 * HOUR_S)], Door::Open),
        (vec![("S-A", 2 * HOUR_S - 1)], Door::Wait(NOW_S + 1)),
        (vec![("S-H", HOUR_S)], Door::Wait(NOW_S + HOUR_S)),
        (vec![("S-E", 60)], Door::Open),
        (vec![("S-A", 20 * HOUR_S), ("S-B", 10 * HOUR_S), ("S-H", 3 * HOUR_S)], Door::Wait(NOW_S + 4 * HOUR_S + 1)),
    ] {
        let done = done(&sessions);
        assert_eq!(at_door("light_touch", &Visit { done: &done, ..fresh(&answers) }), door, "{sessions:?}");
    }
}

#[test]
fn what_the_plan_holds_back_is_held_back_here_and_says_for_what() {
    let answers = sore();
    let Door::Closed(why) = at_door("reverse_pressure", &fresh(&answers)) else { panic!("a lump, and pressing") };
    let narrowing = rules().situations.iter().position(|one| one.id == "duct_narrowing");
    assert_eq!(why, narrowing.map(Why::Situation).into_iter().collect::<Vec<_>>());
    let mut tight = well();
    say(&mut tight, "latch_blocked", "yes");
    assert!(matches!(at_door("reverse_pressure", &fresh(&tight)), Door::List(_)), "what no finding asks is asked here");
    let visit = Visit { pass: pass(NOW_S, true), ..fresh(&tight) };
    assert_eq!(at_door("reverse_pressure", &visit), Door::Open);
}

#[test]
fn without_a_check_every_situation_that_forbids_a_step_is_asked() {
    for session in
        guide().sessions.iter().filter(|session| rules().gates.iter().all(|gate| !gate.opens.contains(&session.code)))
    {
        let step = &rules().steps[session.step];
        let forbids = |at: &usize| {
            use protocol::model::plan::Mark;
            matches!(step.marks[*at].0, Mark::Warned | Mark::Absent | Mark::Locked)
        };
        let wanted: Vec<Line> = (0..step.marks.len()).filter(forbids).map(Line::Situation).collect();
        match at_door(&session.id, &Visit::default()) {
            Door::List(lines) => {
                assert!(wanted.iter().all(|line| lines.contains(line)), "{}", session.id);
                assert_eq!(lines.len(), wanted.len() + session.hold.len(), "{}", session.id);
            }
            door => {
                assert!(wanted.is_empty() && session.hold.is_empty() && door == Door::Open, "{}: {door:?}", session.id)
            }
        }
    }
}

#[test]
fn not_sure_of_anything_never_opens_massage() {
    let sure = sore();
    let gate = &rules().gates[0];
    for (id, _) in rules().each_finding() {
        let mut answers = sure;
        answers.answer(id, Given::Unsure);
        let rests = gate.closed.iter().any(|(all, _)| {
            all.iter().any(|test| matches!(test, protocol::model::when::Test::AtLeast(of, _) if *of == id))
        });
        if rests && id != finding("lump") {
            assert_ne!(at_door("light_touch", &fresh(&answers)), Door::Open, "{}", rules().finding(id).id);
        }
    }
    let mut answers = sure;
    answers.answer(finding("lump"), Given::Unsure);
    assert!(matches!(at_door("light_touch", &fresh(&answers)), Door::Closed(_)), "a lump of which nothing is known");
}

#[test]
fn whoever_must_wait_is_told_before_anything_is_asked() {
    let mut answers = sore();
    let age = rules().context_named("age_years").unwrap_or_else(|| panic!("an age"));
    answers.unknow(age);
    let done = [Done { code: "S-A".to_owned(), at_s: NOW_S - HOUR_S }];
    for answered_s in [NOW_S, NOW_S - 20 * HOUR_S] {
        let visit = Visit { done: &done, answered_s: Some(answered_s), ..fresh(&answers) };
        assert_eq!(at_door("light_touch", &visit), Door::Wait(NOW_S + HOUR_S));
    }
    // A reason to keep out goes before a time to come back.
    say(&mut answers, "pus", "yes");
    assert!(matches!(at_door("light_touch", &Visit { done: &done, ..fresh(&answers) }), Door::Closed(_)));
}

/// At the door of every session, for everybody of the table of gates and more: who is unlocked is asked and refused exactly as who has chosen.
#[test]
fn an_unlock_is_in_the_place_of_the_choice_and_of_nothing_else() {
    let mut opened = 0;
    for answers in everybody() {
        for said in [None, pass(NOW_S, true), pass(NOW_S, false), pass(NOW_S - HOUR_S, true)] {
            for done in [vec![], vec![Done { code: "S-A".to_owned(), at_s: NOW_S - 60 }]] {
                let visit = |chosen, unlocked| Visit { pass: said, done: &done, chosen, unlocked, ..fresh(&answers) };
                for one in &guide().sessions {
                    let door = |chosen, unlocked| at_door(&one.id, &visit(chosen, unlocked));
                    let (neither, unlocked) = (door(false, false), door(false, true));
                    assert_eq!(unlocked, door(true, false), "{}: as who has chosen", one.id);
                    assert_eq!(unlocked, door(true, true), "{}: both are no more", one.id);
                    assert!(unlocked == neither || neither == Door::Choose, "{}: nothing but the choice", one.id);
                    opened += usize::from(neither == Door::Choose && unlocked == Door::Open);
                }
            }
        }
    }
    assert!(opened > 0, "somebody is let in by it");
}

/// Somebody sore, with each level of each finding, in each voice, and with nothing said.
fn everybody() -> Vec<Answers> {
    let mut all = vec![Answers::default(), well(), sore()];
    for (id, finding) in rules().each_finding() {
        let answered = (0..=finding.worst()).map(Given::Level).chain([Given::Unsure]);
        all.extend(answered.map(|given| {
            let mut answers = sore();
            answers.answer(id, given);
            answers
        }));
    }
    for audience in ["parent", "caregiver", "helper", "clinician"] {
        let mut answers = sore();
        know(&mut answers, "audience", audience);
        all.push(answers);
    }
    all
}
