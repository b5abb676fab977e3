//! The interview on the shipped screens: random walks through it, and what the specification promises of it.

use std::collections::BTreeMap;

use proptest::prelude::*;
use protocol::answers::{Answers, Given};
use protocol::interview::{Chosen, Interview, Refused, Reply, Said, Stop, Tick, Who};
use protocol::model::context::{ContextKind, OVER};
use protocol::model::finding::{Class, FindingId, Subject};
use protocol::model::screen::ScreenKind;
use protocol::model::urgency::Urgency;
use protocol::model::when::Test;

use crate::people::{SHIPPED, every_test, finding, item, rules};

/// Far more than anybody can be asked: every finding twice.
const MOST_STEPS: usize = 200;

/// Dice for one reply.
type Dice = (u8, u16, u16);

/// A reply that the stop takes, by dice. All zero: what someone well replies.
fn reply(interview: &Interview, stop: Stop, (how, which, more): Dice) -> Reply {
    if let Some(id) = interview.asked_alone(&SHIPPED, stop) {
        let one = rules().finding(id);
        return match how % 8 {
            5 | 6 => Reply::Unsure,
            7 if one.skip.is_some() => Reply::Skip,
            7 if one.reading.is_some() => Reply::Number(typed(one.reading.is_some_and(is_temperature), which)),
            _ => Reply::Choice(usize::from(which) % one.choices.len()),
        };
    }
    match &rules().screens[stop.screen].kind {
        ScreenKind::Who => Reply::Who(Who::ALL[usize::from(which) % 4]),
        ScreenKind::Choose { .. } if how % 8 == 7 => Reply::Unsure,
        ScreenKind::Choose { choices, .. } => Reply::Context(choices[usize::from(which) % choices.len()].0),
        _ if how % 8 < 4 => Reply::NoneOfThese,
        _ if how % 8 == 7 => Reply::OneByOne,
        _ => ticked(interview, stop, which, more),
    }
}

fn is_temperature(kind: protocol::model::finding::ReadingKind) -> bool {
    kind == protocol::model::finding::ReadingKind::Temperature
}

fn typed(temperature: bool, which: u16) -> String {
    if temperature { format!("{}.{} C", 34 + which % 8, which % 10) } else { (1 + which % 10).to_string() }
}

fn ticked(interview: &Interview, stop: Stop, which: u16, more: u16) -> Reply {
    let mut ticks: Vec<Tick> = Vec::new();
    for (at, id) in interview.shown_on(&SHIPPED, stop.screen).into_iter().enumerate() {
        let one = rules().finding(id);
        for line in (0..one.lines.len()).filter(|line| which >> ((at + line) % 16) & 1 == 1) {
            let chosen = match (usize::from(more) >> (at % 8)) % 4 {
                0 => None,
                1 => Some(Chosen::Unsure),
                _ => Some(Chosen::Choice(usize::from(more) % one.choices.len())),
            };
            ticks.push(Tick { finding: id, line, chosen });
        }
    }
    if ticks.is_empty() { Reply::NoneOfThese } else { Reply::Ticked(ticks) }
}

/// Stops of the path that are closer looks and still open.
fn closer(interview: &Interview) -> usize {
    interview.path(&SHIPPED).iter().filter(|(stop, done)| !done && stop.closer.is_some()).count()
}

fn holds_together(interview: &Interview) -> Result<(), TestCaseError> {
    let line = interview.write(&SHIPPED);
    prop_assert!(!line.contains('\n'));
    prop_assert_eq!(Interview::read(&SHIPPED, &line), Ok(interview.clone()), "{}", line);
    let path: Vec<Stop> = interview.path(&SHIPPED).into_iter().map(|(stop, _)| stop).collect();
    for (at, stop) in path.iter().enumerate() {
        let before = at.checked_sub(1).map(|at| path[at]);
        prop_assert_eq!(interview.before(&SHIPPED, Some(*stop)), before);
    }
    prop_assert_eq!(interview.before(&SHIPPED, None), path.last().copied());
    Ok(())
}

fn walk(dice: &[Dice], back: &[u8]) -> Result<Interview, TestCaseError> {
    let mut interview = Interview::default();
    let mut dice = dice.iter().copied().chain(std::iter::repeat((0, 0, 0)));
    for step in 0..MOST_STEPS {
        let Some(next) = interview.next(&SHIPPED) else { return Ok(interview) };
        holds_together(&interview)?;
        let goes_back = back.get(step).is_some_and(|back| *back > 230);
        let stop = if goes_back { interview.before(&SHIPPED, Some(next)).unwrap_or(next) } else { next };
        let (left, open) = (interview.left_at_most(&SHIPPED), closer(&interview));
        prop_assert!(left >= 1);
        let dice = dice.next().unwrap_or_default();
        let said = reply(&interview, stop, dice);
        let asked = interview.ticked.len() + interview.once.len();
        let anew = interview.shown_on(&SHIPPED, stop.screen).iter().any(|id| interview.answers.given(*id).is_some());
        let taken = interview.reply(&SHIPPED, stop, said.clone());
        prop_assert_eq!(taken, Ok(()), "{:?} to {:?}", &said, stop);
        // A typed temperature, or a list that is answered again after going back, may correct an earlier answer upwards: then more is asked.
        if !goes_back && !anew && !matches!(said, Reply::Number(_)) {
            let (now, still_open) = (interview.left_at_most(&SHIPPED), closer(&interview));
            prop_assert!(
                now - still_open <= left - open,
                "{} less {} after {} less {}: {:?}",
                now,
                still_open,
                left,
                open,
                said
            );
            if interview.ticked.len() + interview.once.len() <= asked {
                prop_assert!(now <= left, "{} after {}: {:?} to {:?}", now, left, said, stop);
            }
        }
    }
    prop_assert!(false, "no end after {} steps", MOST_STEPS);
    Ok(interview)
}

fn some_dice() -> impl Strategy<Value = Vec<Dice>> {
    let quiet = (0..5_u8, any::<u16>(), any::<u16>());
    let lively = any::<Dice>();
    prop_oneof![prop::collection::vec(quiet, 0..60), prop::collection::vec(lively, 0..100)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_walk_ends_with_a_complete_result(dice in some_dice()) {
        let interview = walk(&dice, &[])?;
        let read = SHIPPED.read(&interview.answers);
        prop_assert!(read.assess().complete());
        prop_assert_eq!(interview.left_at_most(&SHIPPED), 0);
        if read.situations().is_empty() {
            return Ok(());
        }
        let inputs = rules().each_finding().filter(|(_, one)| one.class == Class::Input);
        let sore = interview.answers.level(rules(), finding("pain")).is_some_and(|level| level > 0);
        prop_assert!(!sore || inputs.into_iter().all(|(id, _)| interview.answers.given(id).is_some()));
    }

    #[test]
    fn every_walk_with_steps_back_ends_too(dice in some_dice(), back in prop::collection::vec(any::<u8>(), 0..80)) {
        let interview = walk(&dice, &back)?;
        prop_assert!(SHIPPED.read(&interview.answers).assess().complete());
    }

    #[test]
    fn any_reply_to_any_stop_is_taken_or_changes_nothing(
        dice in some_dice(),
        screen in 0..40_usize,
        closer in prop::option::of(0..90_usize),
        kind in 0..9_u8,
        number in 0..20_usize,
    ) {
        let mut interview = walk(&dice, &[])?;
        let before = interview.clone();
        let id = FindingId::at(closer.unwrap_or(number) % rules().findings.len());
        let stop = Stop { screen, closer: closer.map(|_| id) };
        let said = match kind {
            0 => Reply::NoneOfThese,
            1 => Reply::OneByOne,
            2 => Reply::Choice(number),
            3 => Reply::Number(format!("{number}")),
            4 => Reply::Unsure,
            5 => Reply::Skip,
            6 => Reply::Context(u16::try_from(number).unwrap_or_default()),
            7 => Reply::Who(Who::ALL[number % 4]),
            _ => Reply::Ticked(vec![Tick { finding: id, line: number % 3, chosen: Some(Chosen::Choice(number)) }]),
        };
        if interview.reply(&SHIPPED, stop, said).is_err() {
            prop_assert_eq!(&interview, &before);
        }
        holds_together(&interview)?;
    }

    #[test]
    fn any_line_is_read_or_refused(line in any::<String>(), parts in "((c|f|u|t)\\.(temp|pain|baby|region|hiv|x)(=(no|fever|unsure\\??|with_parent|\\?|[a-z0-9?@]{0,6}))?;){0,8}") {
        for line in [&line, &parts] {
            if let Ok(read) = Interview::read(&SHIPPED, line) {
                let again = Interview::read(&SHIPPED, &read.write(&SHIPPED));
                prop_assert!(again.is_ok_and(|again| again.answers == read.answers && again.who == read.who));
            }
        }
    }
}

/// Someone who replies to each screen as someone well does; how many screens and taps it took.
fn well(who: Who, known: &[(&str, u16)]) -> (Interview, usize) {
    let mut interview = Interview::default();
    let mut screens = 0;
    while let Some(stop) = interview.next(&SHIPPED) {
        screens += 1;
        let said = match &rules().screens[stop.screen].kind {
            ScreenKind::Who => Reply::Who(who),
            ScreenKind::Choose { context, choices } => {
                let known = known.iter().find(|(id, _)| item(id) == *context).map(|(_, value)| *value);
                Reply::Context(known.unwrap_or(choices[0].0))
            }
            _ => Reply::NoneOfThese,
        };
        assert_eq!(interview.reply(&SHIPPED, stop, said), Ok(()));
    }
    (interview, screens)
}

#[test]
fn a_well_parent_with_a_baby_is_done_in_18_screens_and_25_taps() {
    for who in [Who::Parent, Who::Baby, Who::Both] {
        for age in [0, 15, 21, 29, 43, 60, 90, 184] {
            for born in [0, 15, 43, OVER] {
                let (interview, screens) = well(who, &[("baby_age_days", age), ("days_since_birth", born)]);
                let assessment = SHIPPED.read(&interview.answers).assess();
                assert_eq!((assessment.headline(), assessment.complete()), (Some(Urgency::None), true));
                // One tap answers a screen of this walk.
                assert!(screens <= 18, "{screens} screens: {who:?}, {age} days");
            }
        }
    }
}

/// Where on the path a finding can first be told.
fn place(interview: &Interview, id: FindingId) -> Option<(usize, Stop)> {
    let holds = |stop: &Stop| match &rules().screens[stop.screen].kind {
        ScreenKind::List(findings) => findings.contains(&id),
        ScreenKind::Question(finding) => *finding == id,
        _ => false,
    };
    interview.path(&SHIPPED).iter().map(|(stop, _)| *stop).enumerate().find(|(_, stop)| holds(stop))
}

#[test]
fn an_emergency_of_one_sign_can_be_told_within_five_screens() {
    let mut tried = 0;
    for rule in rules().rules.iter().filter(|rule| rule.urgency == Urgency::EmergencyNow) {
        let [Test::AtLeast(id, level), rest @ ..] = rule.when.as_slice() else { continue };
        if rest.iter().any(|test| !matches!(test, Test::ContextUnder(..) | Test::ContextAtMost(..))) {
            continue;
        }
        for who in [Who::Parent, Who::Baby, Who::Both, Who::NoBaby] {
            if who == Who::NoBaby && rule.subject == Subject::Baby {
                continue;
            }
            let mut interview = Interview::default();
            let first = interview.next(&SHIPPED).unwrap_or_else(|| panic!("nothing is asked"));
            assert_eq!(interview.reply(&SHIPPED, first, Reply::Who(who)), Ok(()));
            let (at, stop) = place(&interview, *id).unwrap_or_else(|| panic!("{} is not asked", rule.id));
            assert!(at < 5, "{} on screen {}", rule.id, at + 1);
            let own = (who == Who::Baby) == (rule.subject == Subject::Baby);
            assert!(
                !own || at < 3 || who == Who::Both,
                "{} is of the patient who worries her: screen {}",
                rule.id,
                at + 1
            );
            let one = rules().finding(*id);
            let choice = one.choices.iter().position(|choice| choice.level >= *level).unwrap_or_default();
            let tick = Tick { finding: *id, line: 0, chosen: Some(Chosen::Choice(choice)) };
            assert_eq!(interview.reply(&SHIPPED, stop, Reply::Ticked(vec![tick])), Ok(()));
            assert!(interview.interrupts(&SHIPPED), "{}", rule.id);
            interview.note_shown(&SHIPPED);
            assert!(!interview.interrupts(&SHIPPED), "an emergency interrupts once");
            tried += 1;
        }
    }
    assert!(tried > 60, "{tried}");
}

#[test]
fn the_emergency_of_the_second_patient_interrupts_too_and_one_taken_back_interrupts_again() {
    let mut interview = Interview { who: Some(Who::Both), ..Interview::default() };
    interview.answers.answer(finding("confused"), Given::Level(2));
    assert!(interview.interrupts(&SHIPPED));
    interview.note_shown(&SHIPPED);
    interview.answers.answer(finding("b_fit"), Given::Level(2));
    assert!(interview.interrupts(&SHIPPED), "the baby's");
    interview.note_shown(&SHIPPED);
    assert!(!interview.interrupts(&SHIPPED));
    interview.answers.answer(finding("b_fit"), Given::Level(0));
    interview.note_shown(&SHIPPED);
    interview.answers.answer(finding("b_breathing"), Given::Level(2));
    assert!(interview.interrupts(&SHIPPED), "taken back, then another");
}

/// An interview in which this finding is asked on its own.
fn asking(id: FindingId) -> (Interview, Stop) {
    let mut interview = Interview { who: Some(Who::Both), ..Interview::default() };
    // Whatever makes a finding needed: a sore breast, a fever.
    for (sign, level) in [("pain", 1), ("temp", 2), ("b_fever", 2), ("lump", 1), ("heat_colour", 1)] {
        if finding(sign) != id {
            interview.answers.answer(finding(sign), Given::Level(level));
        }
    }
    let (_, stop) = place(&interview, id).unwrap_or_else(|| panic!("{} is not asked", rules().finding(id).id));
    if interview.asked_alone(&SHIPPED, stop).is_some() {
        return (interview, stop);
    }
    assert_eq!(interview.reply(&SHIPPED, stop, Reply::OneByOne), Ok(()));
    (interview, Stop { screen: stop.screen, closer: Some(id) })
}

#[test]
fn not_sure_about_a_red_flag_is_asked_exactly_once_more() {
    for (id, one) in rules().each_finding() {
        let (mut interview, stop) = asking(id);
        assert_eq!(interview.reply(&SHIPPED, stop, Reply::Unsure), Ok(()), "{}", one.id);
        if one.class == Class::RedFlag {
            assert_eq!(interview.answers.given(id), None, "{}: only the second counts", one.id);
            assert!(interview.once.contains(id));
            assert!(interview.path(&SHIPPED).contains(&(stop, false)), "{}: asked again", one.id);
            assert_eq!(interview.reply(&SHIPPED, stop, Reply::Unsure), Ok(()), "{}", one.id);
        }
        assert_eq!(interview.answers.given(id), Some(Given::Unsure), "{}", one.id);
        assert!(interview.path(&SHIPPED).iter().all(|(known, done)| *known != stop || *done), "{}", one.id);
    }
}

#[test]
fn a_red_flag_ticked_as_not_sure_is_asked_once_more_too() {
    let mut tried = 0;
    for (id, one) in rules().each_finding().filter(|(_, one)| one.class == Class::RedFlag) {
        let mut interview = Interview { who: Some(Who::Both), ..Interview::default() };
        let (_, stop) = place(&interview, id).unwrap_or_else(|| panic!("{} is not asked", one.id));
        let tick = Tick { finding: id, line: 0, chosen: Some(Chosen::Unsure) };
        assert_eq!(interview.reply(&SHIPPED, stop, Reply::Ticked(vec![tick])), Ok(()), "{}", one.id);
        assert_eq!(interview.answers.given(id), None, "{}", one.id);
        let again = Stop { screen: stop.screen, closer: Some(id) };
        assert!(interview.path(&SHIPPED).contains(&(again, false)), "{}", one.id);
        assert_eq!(interview.reply(&SHIPPED, again, Reply::Unsure), Ok(()), "{}", one.id);
        assert_eq!(interview.answers.given(id), Some(Given::Unsure), "{}", one.id);
        tried += 1;
    }
    assert!(tried > 30);
}

#[test]
fn prefer_not_to_say_is_not_asked_again_and_counts_as_not_sure() {
    for id in ["self_harm", "hiv"].map(finding) {
        let (mut interview, stop) = asking(id);
        assert_eq!(interview.reply(&SHIPPED, stop, Reply::Skip), Ok(()));
        assert_eq!(interview.answers.given(id), Some(Given::Unsure));
        assert!(!interview.path(&SHIPPED).contains(&(stop, false)));
    }
    let (mut interview, stop) = asking(finding("confused"));
    assert_eq!(interview.reply(&SHIPPED, stop, Reply::Skip), Err(Refused::NotHere));
}

#[test]
fn none_of_these_answers_every_line_with_its_mildest_level() {
    let (interview, _) = well(Who::Both, &[]);
    for id in SHIPPED.read(&interview.answers).needed_now().iter() {
        assert_eq!(interview.answers.given(id), Some(Given::Level(0)), "{}", rules().finding(id).id);
    }
}

#[test]
fn an_empty_line_is_no_answer_about_what_must_be_asked_on_its_own() {
    let (mut interview, _) = (Interview { who: Some(Who::NoBaby), ..Interview::default() }, 0);
    let (_, stop) = place(&interview, finding("side")).unwrap_or_else(|| panic!("side is not asked"));
    let tick = Tick { finding: finding("pain"), line: 0, chosen: Some(Chosen::Choice(2)) };
    assert_eq!(interview.reply(&SHIPPED, stop, Reply::Ticked(vec![tick])), Ok(()));
    assert_eq!(interview.answers.given(finding("lump")), Some(Given::Level(0)));
    assert_eq!(interview.answers.given(finding("side")), None, "sore, so the side is asked");
    let side = Stop { screen: stop.screen, closer: Some(finding("side")) };
    assert!(interview.path(&SHIPPED).contains(&(side, false)));
}

#[test]
fn a_typed_temperature_answers_both_questions_about_it() {
    let typed = |id: &str, typed: &str| {
        let (mut interview, stop) = asking(finding(id));
        interview.answers.forget(finding("temp"));
        interview.answers.forget(finding("low_temp"));
        assert_eq!(interview.reply(&SHIPPED, stop, Reply::Number(typed.to_owned())), Ok(()));
        ["temp", "low_temp"].map(|id| interview.answers.level(rules(), finding(id)))
    };
    assert_eq!(typed("temp", "38,5"), [Some(2), Some(0)]);
    assert_eq!(typed("low_temp", "35.4"), [Some(0), Some(2)]);
    assert_eq!(typed("temp", "95.9 F"), [Some(0), Some(2)]);
    let (mut interview, stop) = asking(finding("temp"));
    let before = interview.clone();
    assert!(matches!(interview.reply(&SHIPPED, stop, Reply::Number("380".to_owned())), Err(Refused::Number(_))));
    assert_eq!(interview, before, "a number that is asked again changes nothing");
}

#[test]
fn what_was_typed_is_kept_short_and_on_one_line() {
    let (mut interview, stop) = asking(finding("temp"));
    let typed = format!("38.5 {}celsius\u{b0}", "\n ".repeat(300));
    assert_eq!(interview.reply(&SHIPPED, stop, Reply::Number(typed)), Ok(()));
    assert!(
        matches!(interview.said.get(&finding("temp")), Some(Said::Number(said)) if said.starts_with("38.5 celsius") && said.chars().count() < 20)
    );
    let line = interview.write(&SHIPPED);
    assert!(!line.contains('\n') && line.len() < 400, "{line}");
    assert_eq!(Interview::read(&SHIPPED, &line), Ok(interview));
}

#[test]
fn every_finding_and_every_input_stands_on_one_screen() {
    let mut screens: BTreeMap<&str, usize> = BTreeMap::new();
    for screen in &rules().screens {
        let held: &[FindingId] = match &screen.kind {
            ScreenKind::List(findings) => findings,
            ScreenKind::Question(finding) => std::slice::from_ref(finding),
            ScreenKind::Who | ScreenKind::Choose { .. } => &[],
        };
        held.iter().for_each(|id| *screens.entry(&rules().finding(*id).id).or_default() += 1);
        let lines: usize = held.iter().map(|id| rules().finding(*id).lines.len()).sum();
        assert!(!matches!(screen.kind, ScreenKind::List(_)) || lines <= 8, "{}: {lines} lines", screen.id);
        let own = held.iter().all(|id| screen.subject.is_none_or(|of| of == rules().finding(*id).subject));
        assert!(own, "{} asks about somebody else", screen.id);
    }
    assert_eq!(screens.len(), rules().findings.len());
    assert!(screens.values().all(|count| *count == 1), "{screens:?}");
}

fn is_of_context(test: &Test) -> bool {
    matches!(test, Test::ContextUnder(..) | Test::ContextAtMost(..) | Test::ContextAtLeast(..) | Test::ContextIs(..))
}

/// All numbers of a band pass the same tests as the one that is stored for it.
#[test]
fn the_bands_of_the_context_hide_no_threshold() {
    let tests: Vec<Test> = every_test().into_iter().filter(is_of_context).collect();
    let mut bands = 0;
    for screen in &rules().screens {
        let ScreenKind::Choose { context, choices } = &screen.kind else { continue };
        let ContextKind::Number { min, max, .. } = &rules().context[*context].kind else { continue };
        let stored: Vec<u16> = choices.iter().map(|(value, _)| *value).collect();
        assert!(stored.is_sorted() && stored[0] == *min, "{}: {stored:?}", screen.id);
        let holds = |number: u16, test: &Test| {
            let mut answers = Answers::default();
            answers.know(*context, number);
            answers.context_holds(rules(), *test)
        };
        for (at, from) in stored.iter().enumerate().filter(|(_, from)| **from != OVER) {
            let to = stored.get(at + 1).map_or(*max, |next| (next - 1).min(*max));
            for (number, test) in (*from..=to).flat_map(|number| tests.iter().map(move |test| (number, *test))) {
                assert_eq!(
                    holds(number, &test),
                    holds(*from, &test),
                    "{}: {number} is not as {from}: {test:?}",
                    screen.id
                );
            }
            bands += 1;
        }
    }
    assert_eq!(bands, 3 + 8);
}
