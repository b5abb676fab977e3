//! The order of the screens on trial: every order that breaks a demand is caught by name, a slower one is told, and the program walks as the proof says.

use crate::questions::asked;
use crate::{SHIPPED, read};
use proptest::prelude::*;
use protocol::answers::{Answers, Given};
use protocol::compile::Compiled;
use protocol::interview::{Interview, Reply, Stop, Who};
use protocol::model::finding::{Class, FindingId, Needed, Subject};
use protocol::model::screen::ScreenKind;
use protocol::model::when::Test;
use prove::drawn::optimised;
use prove::interview::{Order, cost, shortest, until};
use prove::proof::Prover;
use prove::statement;
use std::sync::LazyLock;

/// The shipped text with one screen moved before another.
fn moved(screen: &str, before: &str) -> String {
    let text = shipped::PROTOCOL;
    let start = |id: &str| text.find(&format!("\nscreen {id} ")).unwrap_or_else(|| panic!("no screen `{id}`")) + 1;
    let (from, to) = (start(screen), start(before));
    let end = from + text[from..].find("\n\n").unwrap_or_default() + 2;
    let block = &text[from..end];
    if from < to {
        [&text[..from], &text[end..to], block, &text[to..]].concat()
    } else {
        [&text[..to], block, &text[to..from], &text[end..]].concat()
    }
}

fn version(text: &str) -> Compiled {
    read(text).unwrap_or_else(|fault| panic!("{fault}"))
}

/// What the statements about questions say of a protocol, with the names of those that are broken.
fn broken(protocol: &protocol::model::Protocol) -> (Vec<String>, String) {
    let mut prover = Prover::new(protocol, &optimised(&SHIPPED.protocol));
    let about = statement::all(&prover.world).into_iter().filter(|one| one.name.starts_with('Q'));
    let found: Vec<_> = about.map(|one| prover.prove(&one)).filter(|one| !one.broken.is_empty()).collect();
    let told = found.iter().map(|one| one.told()).collect::<Vec<_>>().join("\n");
    assert!(!told.contains("disagree"), "{told}");
    (found.into_iter().map(|one| one.name).collect(), told)
}

/// A screen, the one before which it is put, the statements that break, and words with which one of them is told.
const MISPLACED: &[(&str, &str, &[&str], &str)] = &[
    ("parent_now", "region", &["Q1"], "stands before `parent_now` (a sign that is an emergency by itself)"),
    (
        "baby_now_more",
        "region",
        &["Q1"],
        "the screen `baby_now_more` asks for an emergency and is not among the first 5",
    ),
    ("baby_now", "parent_now_more", &["Q1"], "the emergency screens do not stand patient by patient"),
    ("breast_look", "region", &["Q1"], "stands before `breast_look` (a red flag that everybody is asked)"),
    ("course", "lactation", &["Q1", "Q2", "Q5"], "should not rest on `days_since_birth`, which is not asked before it"),
    ("baby_more", "baby_age", &["Q1", "Q2", "Q5"], "should not rest on `baby_age_days`, which is not asked before it"),
    (
        "fever_hours",
        "last_day",
        &["Q1", "Q2", "Q5"],
        "whether `fever_hours` is asked of this person should not rest on `temp`",
    ),
    ("background", "heat_days", &["Q1"], "the screen `background` stands between `heat_days`, `lump_days` and"),
    ("since_birth", "baby_age", &["Q1"], "the screen `since_birth` (other urgency) stands before"),
    ("who", "region", &["Q1"], "(who worries her)"),
];

#[test]
fn a_screen_in_the_wrong_place_is_caught_by_name() {
    for (screen, before, expected, words) in MISPLACED {
        let (names, told) = broken(&version(&moved(screen, before)).protocol);
        assert_eq!(names, *expected, "{screen} before {before}: {told}");
        assert!(told.contains(words), "{screen} before {before}: {told}");
    }
}

#[test]
fn a_condition_that_is_not_upward_or_a_finding_without_a_screen_is_caught_in_the_model_too() {
    let sore = SHIPPED.protocol.terms.iter().position(|term| term.id == "sore").unwrap();
    let wound = SHIPPED.protocol.finding_named("nipple_wound").unwrap();
    let mut turned = SHIPPED.protocol.clone();
    turned.findings[wound.index()].needed = Needed::When(vec![vec![Test::NoTerm(sore)]]);
    let (names, told) = broken(&turned);
    assert_eq!(names, ["Q3"], "{told}");
    assert!(told.contains("another answer about `pain` should not excuse this person from `nipple_wound`"), "{told}");

    let mut lost = SHIPPED.protocol.clone();
    for screen in &mut lost.screens {
        if let ScreenKind::List(findings) = &mut screen.kind {
            findings.retain(|id| *id != wound);
        }
    }
    let (names, told) = broken(&lost);
    assert_eq!(names, ["Q4"], "{told}");
    assert!(
        told.contains("`nipple_wound` stands on 0 screens") && told.contains("a screen should show `nipple_wound`"),
        "{told}"
    );
}

/// Some people of the population; fewer are enough here, and faster.
fn some_people() -> Vec<Answers> {
    shipped::people::people(&SHIPPED.protocol).into_iter().take(250).collect()
}

#[test]
fn an_order_that_is_allowed_but_slower_is_told() {
    let people = shipped::people::people(&SHIPPED.protocol);
    let slower = version(&moved("background", "fever_hours"));
    assert_eq!(Order::of(&slower.protocol).faults(), [""; 0]);
    let found = shortest(&slower, &people).unwrap();
    assert!(found.stale(&slower.protocol).is_some_and(|told| told.contains("is not the shortest")), "{found:?}");
    assert!(found.shortest < found.here && found.here <= found.longest, "{found:?}");
    assert_eq!(cost(&slower, &people, &found.order), found.shortest);
    let again: Vec<&str> = found.order.iter().map(|at| slower.protocol.screens[*at].id.as_str()).collect();
    let shipped: Vec<&str> = SHIPPED.protocol.screens.iter().map(|screen| screen.id.as_str()).collect();
    assert_eq!(again, shipped, "it leads back to the order that ships");
}

#[test]
fn no_single_move_that_is_allowed_is_shorter_than_the_shortest() {
    let people = some_people();
    let found = shortest(&SHIPPED, &people).unwrap();
    let demands = Order::of(&SHIPPED.protocol);
    let allowed = |order: &[usize]| {
        let mut asked = vec![false; order.len()];
        order.iter().all(|next| {
            let may = demands.why_not(*next, &asked).is_none();
            asked[*next] = true;
            may
        })
    };
    assert!(allowed(&found.order));
    let mut tried = 0;
    for from in 0..found.order.len() {
        for to in 0..found.order.len() {
            let mut order = found.order.clone();
            let screen = order.remove(from);
            order.insert(to, screen);
            if from != to && allowed(&order) {
                let cost = cost(&SHIPPED, &people, &order);
                assert!(found.shortest <= cost && cost <= found.longest, "{order:?}");
                tried += 1;
            }
        }
    }
    assert!(tried >= 12, "{tried}");
}

/// Other orders in which whatever a question rests on comes before it, danger first or not.
static VERSIONS: LazyLock<Vec<Compiled>> = LazyLock::new(|| {
    let moves = [
        ("who", "parent_now"),
        ("lump_days", "lactation"),
        ("baby_now", "parent_now"),
        ("breasts", "last_day"),
        ("since_birth", "breasts"),
        ("parent_now", "region"),
        ("lactation", "parent_now"),
    ];
    moves.iter().map(|(screen, before)| version(&moved(screen, before))).collect()
});

/// What this person replies to a stop of the interview.
fn reply(compiled: &Compiled, stop: Stop, interview: &Interview, who: Who, full: &Answers) -> Reply {
    if let Some(id) = interview.asked_alone(compiled, stop) {
        let one = compiled.protocol.finding(id);
        let level = full.given(id).and_then(|given| if let Given::Level(level) = given { Some(level) } else { None });
        let choice = level.and_then(|level| one.choices.iter().position(|choice| choice.level == level));
        return choice.map_or(Reply::Unsure, Reply::Choice);
    }
    match &compiled.protocol.screens[stop.screen].kind {
        ScreenKind::Who => Reply::Who(who),
        ScreenKind::Choose { context, .. } => full.known(*context).map_or(Reply::Unsure, Reply::Context),
        _ => Reply::OneByOne,
    }
}

/// The answers at the end of the interview.
fn walked(compiled: &Compiled, who: Who, full: &Answers) -> Answers {
    let mut interview = Interview::default();
    let mut stops = 0;
    while let Some(stop) = interview.next(compiled) {
        let said = reply(compiled, stop, &interview, who, full);
        assert_eq!(interview.reply(compiled, stop, said), Ok(()), "{stop:?}");
        stops += 1;
        assert!(stops < 300, "it never ends at {stop:?}");
    }
    interview.answers
}

/// Somebody with an answer to everything, her context as the screens offer it, and who worries her.
fn anyone() -> impl Strategy<Value = (Who, Answers)> {
    let people = shipped::people::people(&SHIPPED.protocol);
    let moves = prop::collection::vec((any::<u8>(), any::<u8>()), 0..10);
    let context = prop::collection::vec(any::<u8>(), 16);
    (any::<usize>(), moves, context, any::<usize>()).prop_map(move |(at, moves, picks, who)| {
        let protocol = &SHIPPED.protocol;
        let mut answers = people[at % people.len()];
        for (which, level) in moves {
            let id = FindingId::at(usize::from(which) % protocol.findings.len());
            answers.answer(id, Given::Level(level % (protocol.finding(id).worst() + 1)));
        }
        for (screen, pick) in
            protocol.screens.iter().filter(|screen| matches!(screen.kind, ScreenKind::Choose { .. })).zip(picks)
        {
            if let ScreenKind::Choose { context, choices } = &screen.kind {
                match choices.get(usize::from(pick) % (choices.len() + 1)) {
                    Some((value, _)) => answers.know(*context, *value),
                    None => answers.unknow(*context),
                }
            }
        }
        let who = Who::ALL[who % 4];
        if who == Who::NoBaby {
            let baby = protocol.context_named("baby");
            let none = baby.and_then(|item| Some((item, protocol.context[item].value("none")?)));
            none.iter().for_each(|(item, none)| answers.know(*item, *none));
        }
        (who, answers)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn the_interview_ends_with_the_sheet_of_the_full_form_in_every_order((who, full) in anyone()) {
        let form = asked(&full);
        let reads = |answers: &Answers| SHIPPED.read(answers).assess();
        let watched = full.has_baby(&SHIPPED.protocol) && !full.baby_is_asked(&SHIPPED.protocol);
        for compiled in VERSIONS.iter() {
            let end = walked(compiled, who, &full);
            let findings = SHIPPED.protocol.each_finding().filter(|(_, one)| one.class != Class::Input);
            for (id, one) in findings.filter(|(_, one)| one.subject == Subject::Parent || full.baby_is_asked(&SHIPPED.protocol)) {
                prop_assert_eq!(end.level(&SHIPPED.protocol, id), form.level(&SHIPPED.protocol, id), "{}", one.id);
            }
            let (end, form) = (reads(&end), reads(&form));
            prop_assert!(end.complete());
            prop_assert_eq!((end.parent, end.baby.is_some()), (form.parent, form.baby.is_some()));
            if watched {
                prop_assert!(end.baby.map(|baby| baby.urgency) >= form.baby.map(|baby| baby.urgency));
            } else {
                prop_assert_eq!(end, form);
            }
        }
    }

    #[test]
    fn what_is_answered_after_all_is_settled_changes_nothing((who, full) in anyone(), (_, other) in anyone()) {
        let protocol = &SHIPPED.protocol;
        let order: Vec<usize> = (0..protocol.screens.len()).collect();
        let (settled, _) = until(&SHIPPED, &full, &order);
        let mut later = full;
        for screen in &protocol.screens[settled..] {
            match &screen.kind {
                ScreenKind::Choose { context, choices } => {
                    let offered = other.known(*context).filter(|known| choices.iter().any(|(value, _)| value == known));
                    match offered {
                        _ if who == Who::NoBaby && screen.subject == Some(Subject::Baby) => {}
                        Some(value) => later.know(*context, value),
                        None => later.unknow(*context),
                    }
                }
                ScreenKind::Question(id) => later.answer(*id, other.given(*id).unwrap()),
                ScreenKind::List(findings) => findings.iter().for_each(|id| later.answer(*id, other.given(*id).unwrap())),
                ScreenKind::Who => {}
            }
        }
        let told = |full: &Answers| SHIPPED.read(&walked(&SHIPPED, who, full)).assess().reached();
        prop_assert_eq!(told(&full), told(&later), "settled after {}", settled);
    }
}
