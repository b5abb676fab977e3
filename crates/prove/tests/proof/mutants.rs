//! Planted faults: each must be refused when the text is read, or caught by the statement that is named beside it.

use crate::behaviour::changed;
use crate::{SHIPPED, read};
use prove::claim::Claim;
use prove::drawn::{Drawn, optimised};
use prove::proof::Prover;
use prove::record::Record;

/// What must happen to a mutant.
enum Fate {
    /// The reader refuses it, in these words.
    Refused(&'static str),
    /// This statement is broken.
    Broken(&'static str),
    /// A rule is told never to fire.
    Dead(&'static str),
    /// No statement speaks of it; the record says that this outcome changed.
    Recorded(&'static str),
}

use Fate::{Broken, Dead, Recorded, Refused};

/// A name, what is changed into what, and the fate.
struct Mutant(&'static str, &'static str, &'static str, Fate);

const MUTANTS: &[Mutant] = &[
    Mutant("a lowered urgency", "rule E04 emergency_now\n", "rule E04 urgent_call_now\n", Broken("sepsis_alone")),
    Mutant(
        "a raised threshold",
        "rule E05 emergency_now\n  when     urine at least none_18h\n",
        "rule E05 emergency_now\n  when     urine at least none_18h and temp at least fever\n",
        Broken("sepsis_alone"),
    ),
    Mutant(
        "a removed rule of I4",
        "rule E01 emergency_now\n  when     confused at least yes\n",
        "rule E01 emergency_now\n  when     confused at least yes and sore\n",
        Broken("sepsis_alone"),
    ),
    Mutant(
        "a sign of sepsis only outside pregnancy",
        "rule E06 emergency_now\n  when     skin_danger at least yes\n",
        "rule E06 emergency_now\n  when     skin_danger at least yes and ctx.days_since_birth at most 365\n",
        Broken("sepsis_alone"),
    ),
    Mutant(
        "a negation in a rule",
        "rule D03 same_day\n  when     temp at least high\n",
        "rule D03 same_day\n  when     temp at least high and no sore\n",
        Refused("is tested in a way that is not upward"),
    ),
    Mutant(
        "a milder test in a rule",
        "rule D03 same_day\n  when     temp at least high\n",
        "rule D03 same_day\n  when     temp at least high and trend under worse\n",
        Refused("is tested in a way that is not upward"),
    ),
    Mutant(
        "a baby's age turned round",
        "rule E20 emergency_now\n  when     b_fever at least fever_38 and ctx.baby_age_days under 90\n",
        "rule E20 emergency_now\n  when     b_fever at least fever_38 and ctx.baby_age_days at least 90\n",
        Refused("is tested in a way that is not upward"),
    ),
    Mutant(
        "a younger limit for fever",
        "rule E20 emergency_now\n  when     b_fever at least fever_38 and ctx.baby_age_days under 90\n",
        "rule E20 emergency_now\n  when     b_fever at least fever_38 and ctx.baby_age_days under 60\n",
        Broken("young_baby_fever"),
    ),
    Mutant(
        "a baby that must be measured",
        "rule U40 urgent_call_now\n  when     b_fever at least feels_hot and",
        "rule U40 urgent_call_now\n  when     b_fever at least fever_38 and",
        Broken("young_baby_hot"),
    ),
    Mutant(
        "a red flag that not sure escapes",
        "rule U01 urgent_call_now\n  when     confused at least unsure\n",
        "rule U01 urgent_call_now\n  when     confused at least yes\n",
        Broken("unsure_is_urgent"),
    ),
    Mutant(
        "a red flag of the baby that not sure escapes",
        "rule U42 urgent_call_now\n  when     b_response at least unsure\n",
        "rule U42 urgent_call_now\n  when     b_response at least sleepy\n",
        Broken("unsure_about_baby_is_urgent"),
    ),
    Mutant(
        "not sure that leads nowhere",
        "rule R03 within_days 7\n  when     node at least unsure\n",
        "rule R03 within_days 7\n  when     node at least yes\n",
        Broken("unsure_is_not_no"),
    ),
    Mutant(
        "not sure about the baby that leads nowhere",
        "rule D52 same_day\n  when     b_skin_infection at least unsure\n",
        "rule D52 same_day\n  when     b_skin_infection at least yes\n",
        Broken("unsure_about_baby_is_not_no"),
    ),
    Mutant(
        "not sure of breathing as normal",
        "  levels   normal < faster < severe\n  unsure   faster\n",
        "  levels   normal < faster < severe\n  unsure   normal\n",
        Refused("\"not sure\" about the red flag `breathing` is its mildest level"),
    ),
    Mutant(
        "swapped levels",
        "  levels   no < lightheaded < collapsed\n",
        "  levels   no < collapsed < lightheaded\n",
        Refused("choices go from mildest to worst"),
    ),
    Mutant(
        "swapped levels that read well",
        "  levels   normal < unsure < sleepy < floppy\n",
        "  levels   normal < sleepy < unsure < floppy\n",
        Recorded("baby at least urgent_call_now"),
    ),
    Mutant(
        "a level tested too high where no statement speaks",
        "rule D22 same_day\n  when     vomiting at least cannot_keep\n",
        "rule D22 same_day\n  when     vomiting at least cannot_keep and temp at least fever\n",
        Recorded("parent at least same_day"),
    ),
    Mutant(
        "a deadline of days that grew",
        "rule R05 within_days 3\n",
        "rule R05 within_days 7\n",
        Recorded("parent at least within_days 3"),
    ),
    Mutant(
        "a dropped mandatory mark",
        "finding confused R\n  levels   no < unsure < yes\n  unsure   unsure\n  needed   always\n",
        "finding confused R\n  levels   no < unsure < yes\n  unsure   unsure\n  needed   when sore\n",
        Broken("I13"),
    ),
    Mutant(
        "a flag of the baby that is asked too seldom",
        "finding b_fit R\n  levels   no < unsure < yes\n  unsure   unsure\n  needed   always\n",
        "finding b_fit R\n  levels   no < unsure < yes\n  unsure   unsure\n  needed   when temp at least fever\n",
        Broken("I13"),
    ),
    Mutant(
        "a screen that lacks a mandatory finding",
        "  holds    temp low_temp rigors unwell vomiting antipyretic_6h pregnant gut_feeling\n",
        "  holds    temp low_temp rigors unwell antipyretic_6h pregnant gut_feeling\n",
        Refused("`vomiting` stands on 0 screens; it belongs on one"),
    ),
    Mutant(
        "a screen of red flags that not everybody sees",
        "screen last_day list\n",
        "screen last_day list\n  when     sore\n",
        Broken("Q4"),
    ),
    Mutant(
        "red flags of the parent on a screen for the baby",
        "screen last_day list\n",
        "screen last_day list\n  for      baby\n",
        Broken("Q4"),
    ),
    Mutant(
        "a condition that an answer takes back",
        "  levels   none < sore < crack < infected\n  unsure   crack\n  needed   when sore\n",
        "  levels   none < sore < crack < infected\n  unsure   crack\n  needed   when no sore\n",
        Refused("is tested in a way that is not upward"),
    ),
    Mutant(
        "a condition that rests on a later screen",
        "finding episodes C\n  levels   0 < 1 < 2 < 3plus\n  unsure   1\n  needed   when sore\n",
        "finding episodes C\n  levels   0 < 1 < 2 < 3plus\n  unsure   1\n  needed   when fever_hours at least h12_24\n",
        Broken("Q2"),
    ),
    Mutant(
        "a condition that rests on the same screen",
        "finding deep_burning L\n  levels   none < lt7 < ge7\n  unsure   lt7\n  needed   when pain at least mild\n",
        "finding deep_burning L\n  levels   none < lt7 < ge7\n  unsure   lt7\n  needed   when nipple_wound at least sore\n",
        Broken("Q5"),
    ),
    Mutant(
        "a gate without an exclusion",
        "  closed   when numb_skin at least unsure \"Some skin may be numb.\"\n",
        "",
        Broken("massage_body"),
    ),
    Mutant(
        "an exclusion that not sure passes",
        "  closed   when abscess_signs at least unsure \"There may be a pocket of pus in the breast.\"\n",
        "  closed   when abscess_signs at least yes and lump at least distinct_lump \"There may be a pocket of pus in the breast.\"\n",
        Broken("massage_infection"),
    ),
    Mutant(
        "a gate that urgency passes",
        "  limit    parent_urgency_under 4\n",
        "  limit    parent_urgency_under 5\n",
        Broken("I10"),
    ),
    Mutant(
        "a gate without an age",
        "  limit    age_years_at_least 16\n",
        "  limit    age_years_at_least 14\n",
        Broken("I10"),
    ),
    Mutant("a session that stands before the gate", "  opens    S-A S-B S-H\n", "  opens    S-A S-B\n", Broken("I10")),
    Mutant(
        "trend in an emergency rule",
        "rule E07 emergency_now\n  when     necrosis at least yes\n",
        "rule E07 emergency_now\n  when     necrosis at least yes and trend at least worse\n",
        Broken("I7"),
    ),
    Mutant(
        "trend in an urgent rule",
        "rule U13 urgent_call_now\n  when     rigors at least shaking\n",
        "rule U13 urgent_call_now\n  when     rigors at least shaking and trend at least same\n",
        Broken("I7"),
    ),
    Mutant(
        "trend in a term that an emergency rests on",
        "term sore\n  when     pain at least mild\n",
        "term sore\n  when     pain at least mild and trend at least same\n",
        Broken("I7"),
    ),
    Mutant(
        "a painkiller that hides a fever",
        "raise temp fever\n  when     antipyretic_6h at least yes and unwell at least flu_like\n  or       antipyretic_6h at least yes and rigors at least chills\n",
        "raise temp fever\n  when     antipyretic_6h at least yes and unwell at least flu_like\n",
        Broken("masked_fever"),
    ),
    Mutant(
        "a count that nobody reaches",
        "rule E16 emergency_now\n  when     sore and amber at least 3\n",
        "rule E16 emergency_now\n  when     sore and amber at least 10\n",
        Dead("E16"),
    ),
    Mutant(
        "a statement about nobody",
        "  when     b_fever at least feels_hot and ctx.baby_age_days under 90\n  urgency  at least urgent_call_now\n",
        "  when     b_fever at least feels_hot and ctx.baby_age_days under 90 and ctx.baby is none\n  urgency  at least urgent_call_now\n",
        Broken("young_baby_hot"),
    ),
];

/// What became of a mutant, in words.
fn fate(text: &str) -> Result<Vec<String>, String> {
    let compiled = read(text)?;
    let order = optimised(&SHIPPED.protocol);
    let mut prover = Prover::new(&compiled.protocol, &order);
    let broken = prover.statements().into_iter().filter(|one| !one.broken.is_empty());
    let mut told: Vec<String> = broken.map(|one| one.told()).collect();
    told.extend(prover.rules_of(Claim::Dead).iter().map(|rule| format!("the rule `{rule}` never fires")));
    Ok(told)
}

/// What the record says of a mutant.
fn recorded(text: &str) -> Vec<String> {
    let compiled = read(text).unwrap_or_else(|fault| panic!("{fault}"));
    let order = optimised(&SHIPPED.protocol);
    let record = |protocol| Record::of(&mut Drawn::new(protocol, &order));
    record(&SHIPPED.protocol).compare(&record(&compiled.protocol))
}

#[test]
fn every_mutant_is_refused_or_caught_by_name() {
    let mut escaped = Vec::new();
    for Mutant(name, from, to, expected) in MUTANTS {
        let found = fate(&changed(from, to));
        let caught = match (expected, &found) {
            (Refused(words), Err(fault)) => fault.contains(words),
            (Broken(statement), Ok(faults)) => {
                let broken = |fault: &String| {
                    fault.split_once(" is broken: ").is_some_and(|(who, _)| who.starts_with(statement))
                };
                faults.iter().any(broken)
            }
            (Recorded(outcome), Ok(faults)) => {
                let told = recorded(&changed(from, to));
                faults.is_empty() && told.iter().any(|one| one.starts_with(&format!("`{outcome}` changed")))
            }
            (Dead(rule), Ok(faults)) => faults.contains(&format!("the rule `{rule}` never fires")),
            _ => false,
        };
        if !caught {
            escaped.push(format!("{name}: {found:?}"));
        }
    }
    assert!(escaped.is_empty(), "{}", escaped.join("\n\n"));
}

#[test]
fn a_witness_is_minimal_and_plain() {
    let text = changed("rule E04 emergency_now\n", "rule E04 urgent_call_now\n");
    let faults = fate(&text).unwrap_or_else(|fault| panic!("{fault}"));
    assert_eq!(
        faults,
        ["sepsis_alone (I4) is broken: Any one plain sign of sepsis is an emergency, whatever else is answered.
  this person should be told `emergency_now` or more; whatever is not listed is answered with the mildest:
    Are you lightheaded, have you fainted, or was a blood pressure reading low? Fainted, or cannot stand. [faint collapsed]
    told parent: urgent_call_now (E04: You fainted, cannot stand, or have very low blood pressure. This can be a sign of sepsis, a serious infection of the whole body.)"]
    );
}
