//! The safety invariants of part d, on everybody.

use proptest::prelude::*;
use protocol::answers::{Answers, Given};
use protocol::assessment::Reached;
use protocol::model::finding::{Class, FindingId, Subject};
use protocol::model::urgency::Urgency;
use protocol::model::when::Test;

use crate::people::{SHIPPED, anyone, finding, item, knowing, person, plausible, rules, say, values, well, with};

fn reached(answers: &Answers) -> (Reached, Option<Reached>) {
    let assessment = SHIPPED.read(answers).assess();
    (assessment.parent, assessment.baby)
}

/// Neither patient is lower in the second; days, at the same level, are not more.
fn not_lower(
    before: (Reached, Option<Reached>),
    after: (Reached, Option<Reached>),
    why: &str,
) -> Result<(), TestCaseError> {
    let pairs = [(Some(before.0), Some(after.0)), (before.1, after.1)];
    for (before, after) in pairs {
        let (Some(before), Some(after)) = (before, after) else {
            prop_assert_eq!(before.is_some(), after.is_some(), "{}", why);
            continue;
        };
        prop_assert!(after.urgency >= before.urgency, "{}: {:?} to {:?}", why, before, after);
        if after.urgency == before.urgency {
            prop_assert!(after.days <= before.days || before.days.is_none(), "{}: {:?} to {:?}", why, before, after);
        }
    }
    Ok(())
}

/// Someone with this and nothing else, no number of the context known: each patient's urgency.
fn alone(id: &str, level: &str) -> Urgency {
    SHIPPED.read(&person(&[(id, level)], &[])).assess().reached()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn i1_a_worse_answer_never_lowers(answers in anyone()) {
        let before = reached(&answers);
        for (id, one) in rules().each_finding() {
            let level = SHIPPED.read(&answers).answers().level(rules(), id).unwrap_or(0);
            if level < one.worst() {
                not_lower(before, reached(&with(&answers, id, Given::Level(level + 1))), &one.id)?;
            }
        }
    }

    #[test]
    fn i2_one_more_answer_never_lowers_and_never_goes_beyond_what_could_be_reached(answers in anyone()) {
        let before = SHIPPED.read(&answers).assess();
        prop_assert!(before.could_reach >= before.reached());
        for (id, one) in rules().each_finding().filter(|(id, _)| answers.given(*id).is_none()) {
            for given in (0..=one.worst()).map(Given::Level).chain([Given::Unsure]) {
                let more = with(&answers, id, given);
                not_lower((before.parent, before.baby), reached(&more), &one.id)?;
                if before.unanswered.contains(id) {
                    let after = SHIPPED.read(&more).assess();
                    prop_assert!(after.could_reach <= before.could_reach, "{} {:?}", one.id, given);
                }
            }
        }
    }

    #[test]
    fn i3_not_sure_counts_as_the_level_that_the_finding_names(answers in anyone()) {
        for (id, one) in rules().each_finding() {
            let [unsure, named] = [Given::Unsure, Given::Level(one.unsure)].map(|given| with(&answers, id, given));
            prop_assert_eq!(SHIPPED.read(&unsure).assess(), SHIPPED.read(&named).assess(), "{}", one.id);
            prop_assert!(one.class != Class::RedFlag || one.unsure > 0);
        }
    }

    #[test]
    fn i4_a_sign_of_sepsis_is_an_emergency_in_every_context(answers in anyone()) {
        for (id, level) in SEPSIS {
            let mut answers = answers;
            say(&mut answers, id, level);
            prop_assert_eq!(reached(&answers).0.urgency, Urgency::EmergencyNow, "{}", id);
        }
    }

    #[test]
    fn i5_a_young_baby_with_fever_is_an_emergency(answers in anyone(), age in 0..90_u16, known in any::<bool>()) {
        let answers = knowing(&answers, item("baby_age_days"), known.then_some(age));
        let hot = |level: &str| {
            let mut hot = answers;
            say(&mut hot, "b_fever", level);
            reached(&hot).1.map(|baby| baby.urgency)
        };
        if answers.has_baby(rules()) {
            prop_assert_eq!(hot("fever_38"), Some(Urgency::EmergencyNow));
            prop_assert!(hot("feels_hot") >= Some(Urgency::UrgentCallNow));
            prop_assert!(hot("not sure") >= Some(Urgency::UrgentCallNow));
        }
    }

    #[test]
    fn i6_a_younger_baby_or_a_later_birth_never_lowers(answers in anyone()) {
        for id in ["baby_age_days", "days_since_birth", "gestation_weeks"] {
            let mut values = values(item(id)).to_vec();
            values.sort_unstable_by_key(|value| std::cmp::Reverse(*value));
            let read = values.iter().map(|value| reached(&knowing(&answers, item(id), *value)));
            let mut oldest = None;
            for (now, value) in read.zip(&values).filter(|(_, value)| value.is_some()) {
                if let Some(before) = oldest.replace(now) {
                    not_lower(before, now, &format!("{id} {value:?}"))?;
                }
            }
            let unknown = reached(&knowing(&answers, item(id), None));
            if let Some(youngest) = oldest.filter(|_| id != "gestation_weeks") {
                not_lower(youngest, unknown, &format!("{id} unknown"))?;
            }
        }
    }

    #[test]
    fn i12_masked_fever_counts_as_fever_before_any_rule(answers in anyone(), ill in any::<bool>()) {
        let mut answers = answers;
        let (sign, level) = if ill { ("unwell", "flu_like") } else { ("rigors", "chills") };
        [("antipyretic_6h", "yes"), (sign, level)].iter().for_each(|(id, level)| say(&mut answers, id, level));
        let temp = finding("temp");
        let mut as_fever = answers;
        if answers.level(rules(), temp).is_none_or(|level| level < 2) {
            prop_assert!(SHIPPED.read(&answers).assess().raised.contains(temp));
            say(&mut as_fever, "temp", "fever");
        }
        let (found, expected) = (SHIPPED.read(&answers).assess(), SHIPPED.read(&as_fever).assess());
        prop_assert_eq!(found.fired, expected.fired);
        prop_assert_eq!(found.unanswered.contains(temp), answers.given(temp).is_none());
    }

    #[test]
    fn i13_nothing_mild_is_told_before_the_answers_are_complete(answers in anyone()) {
        let read = SHIPPED.read(&answers);
        let explained = read.explain(&SHIPPED);
        let complete = explained.assessment.unanswered.is_empty();
        let baby = explained.baby.as_ref().map(|baby| baby.urgency);
        for told in [Some(explained.headline()), Some(explained.parent.urgency), baby].into_iter().flatten() {
            prop_assert!(complete || told.is_none_or(|urgency| urgency > Urgency::SelfCare), "{:?}", told);
            prop_assert!(!complete || told.is_some());
        }
        prop_assert_eq!(explained.assessment.interim(), !complete && explained.headline().is_some());
        let first = explained.assessment.unanswered.iter().next();
        prop_assert_eq!(explained.next.is_empty(), first.is_none());
        prop_assert!(explained.next.iter().all(|id| explained.assessment.unanswered.contains(*id)));
    }

    #[test]
    fn i16_the_baby_never_touches_the_parent_and_the_headline_is_the_higher(answers in anyone()) {
        let mut silent = answers;
        of_baby().for_each(|id| silent.forget(id));
        prop_assert_eq!(reached(&answers).0, reached(&silent).0);
        let assessment = SHIPPED.read(&answers).assess();
        let baby = assessment.baby.map_or(Urgency::None, |baby| baby.urgency);
        prop_assert_eq!(assessment.reached(), assessment.parent.urgency.max(baby));
        for at in assessment.fired.iter() {
            let rule = &rules().rules[at];
            let own = assessment.of(rule.subject).map(|reached| reached.urgency);
            prop_assert!(own >= Some(rule.urgency), "{} fired, {:?} told", rule.id, own);
        }
    }

    #[test]
    fn i17_without_a_baby_nothing_about_one_is_used(answers in anyone(), after_loss in any::<bool>()) {
        let mut without = answers;
        match after_loss {
            true => crate::people::know(&mut without, "lactation", "after_loss"),
            false => crate::people::know(&mut without, "baby", "none"),
        }
        let mut silent = knowing(&without, item("baby_age_days"), None);
        of_baby().for_each(|id| silent.forget(id));
        let [read, unsaid] = [SHIPPED.read(&without), SHIPPED.read(&silent)];
        let assessment = read.assess();
        prop_assert_eq!(assessment, unsaid.assess());
        prop_assert_eq!(assessment.baby, None);
        prop_assert!(assessment.fired.iter().all(|at| !rules().rules[at].needs_baby));
        prop_assert!(of_baby().all(|id| !assessment.unanswered.contains(id)));
        let conditions = read.conditions(assessment.headline());
        prop_assert!(conditions.iter().all(|one| rules().conditions[one.condition].subject == Subject::Parent));
        prop_assert!(read.come_back_if().iter().all(|worse| rules().finding(worse.finding).subject == Subject::Parent));
    }

    #[test]
    fn a_unit_that_watches_the_baby_answers_for_it_but_hides_nothing(answers in plausible()) {
        let [here, watched] = ["with_parent", "in_hospital"].map(|place| {
            let mut answers = answers;
            crate::people::know(&mut answers, "lactation", "direct");
            crate::people::know(&mut answers, "baby", place);
            SHIPPED.read(&answers).assess()
        });
        prop_assert_eq!((here.parent, here.baby, here.fired), (watched.parent, watched.baby, watched.fired));
        prop_assert!(of_baby().all(|id| !watched.unanswered.contains(id)));
    }
}

fn of_baby() -> impl Iterator<Item = FindingId> {
    rules().each_finding().filter(|(_, finding)| finding.subject == Subject::Baby).map(|(id, _)| id)
}

/// E01 to E06.
const SEPSIS: [(&str, &str); 6] = [
    ("confused", "yes"),
    ("breathing", "severe"),
    ("heart", "very_fast"),
    ("faint", "collapsed"),
    ("urine", "none_18h"),
    ("skin_danger", "yes"),
];

#[test]
fn i3_not_sure_about_a_red_flag_is_as_urgent_as_the_text_says() {
    let urgent = [
        "confused",
        "skin_danger",
        "necrosis",
        "self_harm",
        "psychosis",
        "chest_or_leg",
        "eclampsia_signs",
        "breathing",
        "b_breathing",
        "b_fit",
        "b_fontanelle",
        "b_cry",
        "b_response",
    ];
    for id in urgent {
        assert!(alone(id, "not sure") >= Urgency::UrgentCallNow, "{id}");
    }
    let mut binary = 0;
    for finding in rules().findings.iter().filter(|finding| finding.class == Class::RedFlag) {
        if finding.levels == ["no", "unsure", "yes"] {
            assert!(alone(&finding.id, "not sure") >= Urgency::WithinDays, "{}", finding.id);
            binary += 1;
        }
        let [unsure, mildest] = ["not sure", finding.level_id(0)].map(|level| alone(&finding.id, level));
        assert!(unsure > mildest, "{}: not sure must be more than nothing", finding.id);
    }
    assert!(binary >= 15, "{binary}");
}

#[test]
fn i4_each_sign_of_sepsis_alone_is_enough() {
    for (id, level) in SEPSIS {
        for lactation in values(item("lactation")) {
            for baby in values(item("baby")) {
                let said = person(&[(id, level)], &[]);
                let answers = knowing(&knowing(&said, item("lactation"), *lactation), item("baby"), *baby);
                assert_eq!(SHIPPED.read(&answers).assess().headline(), Some(Urgency::EmergencyNow), "{id}");
            }
        }
    }
}

/// Every finding that a test leads to, through terms and counts.
fn tested(test: Test, found: &mut Vec<FindingId>) {
    match test {
        Test::AtLeast(id, _) => found.push(id),
        Test::Term(term) => rules().terms[term].when.iter().flatten().for_each(|test| tested(*test, found)),
        Test::Count(count, _) => rules().counts[count].of.iter().for_each(|test| tested(*test, found)),
        _ => {}
    }
}

#[test]
fn i7_improvement_cannot_hide_a_flag() {
    let on_trend = rules().rules.iter().filter(|rule| {
        let mut found = Vec::new();
        rule.when.iter().for_each(|test| tested(*test, &mut found));
        rule.urgency >= Urgency::UrgentCallNow && found.contains(&finding("trend"))
    });
    assert_eq!(on_trend.map(|rule| rule.id.as_str()).collect::<Vec<_>>(), ["U26"]);
}

#[test]
fn i16_a_rule_belongs_to_the_baby_exactly_when_it_tests_a_finding_of_the_baby() {
    for rule in &rules().rules {
        let mut found = Vec::new();
        rule.when.iter().for_each(|test| tested(*test, &mut found));
        let baby = found.iter().any(|id| rules().finding(*id).id.starts_with("b_"));
        assert_eq!(rule.subject == Subject::Baby, baby, "{}", rule.id);
    }
}

#[test]
fn someone_well_is_told_so_and_someone_silent_is_not() {
    let told = SHIPPED.read(&well()).assess();
    assert_eq!((told.headline(), told.complete()), (Some(Urgency::None), true));
    let silent = SHIPPED.read(&Answers::default()).assess();
    assert_eq!((silent.headline(), silent.interim(), silent.could_reach), (None, false, Urgency::EmergencyNow));
}

#[test]
fn a_baby_born_early_is_fragile_whatever_was_said_and_only_when_the_weeks_are_known() {
    let said = |level, weeks: &[(&str, &str)]| {
        let mut answers = person(&[("b_feeding", "reduced"), ("b_fragile", level)], weeks);
        crate::people::know(&mut answers, "baby_age_days", "400");
        SHIPPED.read(&answers).assess().baby.map(|baby| baby.urgency)
    };
    assert_eq!(said("no", &[("gestation_weeks", "36")]), Some(Urgency::SameDay));
    assert_eq!(said("not sure", &[("gestation_weeks", "36")]), Some(Urgency::SameDay));
    assert_eq!(said("no", &[("gestation_weeks", "37")]), Some(Urgency::Within24h));
    assert_eq!(said("no", &[]), Some(Urgency::Within24h));
    let unsaid = person(&[("b_feeding", "reduced")], &[("gestation_weeks", "36")]);
    assert!(!SHIPPED.read(&unsaid).assess().unanswered.contains(finding("b_fragile")));
}
