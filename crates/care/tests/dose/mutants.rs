//! Each limit, weakened on purpose: what is shown under the weaker one must be caught by the judge, who holds the true one.

use care::dose::{Answer, Card, Cautions, DAY_S, Dose, HOUR_S, Product, Verdict, Why};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use protocol::model::plan::Medicine;

use crate::judge::Judge;
use crate::world::{Person, person, shipped};

const PERSONS: usize = 6000;

/// A limit that is weaker than the truth.
struct Mutant {
    name: &'static str,
    /// What the judge must say of it: caught for another reason is not caught.
    fault: &'static str,
    /// The true limits, where the shipped ones leave this limit without effect.
    truth: fn(&mut Medicine),
    /// The weaker limits.
    limits: fn(&mut Medicine),
    /// What the weaker arithmetic sees of a person.
    person: fn(&mut Person),
    /// What the weaker arithmetic makes of a card.
    verdict: fn(&mut Verdict),
}

/// Nothing changed.
const SOUND: Mutant =
    Mutant { name: "sound", fault: "", truth: |_| {}, limits: |_| {}, person: |_| {}, verdict: |_| {} };

fn keep(person: &mut Person, keep: impl Fn(&Dose, i64) -> bool) {
    let now_s = person.now_s;
    person.doses.retain(|dose| keep(dose, now_s));
}

const MUTANTS: &[Mutant] = &[
    Mutant {
        name: "dose: twice as much at once",
        fault: "is no dose of the label",
        limits: |one| one.dose_mg = one.dose_mg.map(|(least, most)| (least, most * 2)),
        ..SOUND
    },
    Mutant {
        name: "dose: half a tablet",
        fault: "is no dose of the label",
        limits: |one| {
            one.unit_mg = one.unit_mg.map(|unit| unit / 2);
            one.dose_mg = one.dose_mg.map(|(least, most)| (least / 2, most));
        },
        ..SOUND
    },
    Mutant {
        name: "gap: one hour less",
        fault: "breaks a limit",
        limits: |one| one.gap_hours = one.gap_hours.map(|hours| hours - 1),
        ..SOUND
    },
    Mutant { name: "gap_after: none", fault: "breaks a limit", limits: |one| one.gap_hours_after = None, ..SOUND },
    Mutant {
        name: "gap_after: from one milligram more",
        fault: "breaks a limit",
        limits: |one| one.gap_hours_after = one.gap_hours_after.map(|(from, hours)| (from + 1, hours)),
        ..SOUND
    },
    Mutant {
        name: "gap of the medicine that was taken: not looked at",
        fault: "breaks a limit",
        person: |one| {
            for dose in &mut one.doses {
                let known = |id: &String| shipped().iter().find(|one| one.id == *id).map(|one| one.contains);
                if let Product::Medicine(id) = &dose.product
                    && let Some(contains) = known(id)
                {
                    dose.product = Product::Other(contains);
                }
            }
        },
        ..SOUND
    },
    Mutant {
        name: "most_mg_24h: one unit more",
        fault: "breaks a limit",
        limits: |one| one.most_mg_24h = one.most_mg_24h.map(|most| most + one.unit_mg.unwrap_or(0)),
        ..SOUND
    },
    Mutant {
        name: "ceiling over all products: none",
        fault: "breaks a limit",
        // In what ships every label lies under the ceiling; here it lies above it, and only the ceiling holds her back.
        truth: |one| {
            if one.dose_mg.is_some() && one.regions.iter().any(|code| code == "US") {
                one.most_mg_24h = Some(8000);
            }
            one.regions.retain(|code| code != "CA");
            if one.dose_mg.is_none() {
                one.most_mg_24h = Some(2000);
            }
        },
        limits: |one| {
            if one.dose_mg.is_none() {
                one.most_mg_24h = None;
            }
        },
        ..SOUND
    },
    Mutant {
        name: "combined products: not counted",
        fault: "breaks a limit",
        person: |one| keep(one, |dose, _| !matches!(dose.product, Product::Other(_))),
        ..SOUND
    },
    Mutant {
        name: "closed window: exactly 24 hours ago no longer counts",
        fault: "breaks a limit",
        person: |one| keep(one, |dose, now_s| dose.at_s != now_s - DAY_S || dose.product == Product::Nsaid),
        ..SOUND
    },
    Mutant {
        name: "closed window: told for the minute of the edge",
        fault: "breaks a limit",
        verdict: |one| {
            if let Verdict::Wait { until_s, why: Why::Day, .. } = one {
                *until_s -= 60;
            }
        },
        ..SOUND
    },
    Mutant {
        name: "rolling window: the calendar day instead",
        fault: "breaks a limit",
        person: |one| keep(one, |dose, now_s| dose.at_s >= now_s - now_s % DAY_S || now_s - dose.at_s < 7 * HOUR_S),
        ..SOUND
    },
    Mutant {
        name: "cautions: a yes is no",
        fault: "must ask first",
        person: |one| {
            let clear = |answer| if answer == Answer::Held { Answer::Clear } else { answer };
            let Cautions { ibuprofen, paracetamol } = one.cautions;
            one.cautions = Cautions { ibuprofen: clear(ibuprofen), paracetamol: clear(paracetamol) };
        },
        ..SOUND
    },
    Mutant {
        name: "cautions: no answer is no",
        fault: "must ask first",
        person: |one| {
            let clear = |answer| if answer == Answer::Open { Answer::Clear } else { answer };
            let Cautions { ibuprofen, paracetamol } = one.cautions;
            one.cautions = Cautions { ibuprofen: clear(ibuprofen), paracetamol: clear(paracetamol) };
        },
        ..SOUND
    },
    Mutant {
        name: "longest_days: a month",
        fault: "the run is too long",
        limits: |one| one.longest_days = one.longest_days.map(|_| 30),
        ..SOUND
    },
    Mutant {
        name: "longest_days: one day more",
        fault: "the run is too long",
        limits: |one| one.longest_days = one.longest_days.map(|days| days + 1),
        ..SOUND
    },
    Mutant {
        name: "future doses: not counted",
        fault: "breaks a limit",
        person: |one| keep(one, |dose, now_s| dose.at_s <= now_s),
        ..SOUND
    },
    Mutant {
        name: "two NSAIDs: not looked at",
        fault: "must ask first",
        person: |one| keep(one, |dose, _| dose.product != Product::Nsaid),
        ..SOUND
    },
];

fn persons() -> Vec<Person> {
    let mut runner = TestRunner::deterministic();
    let draw = |_| person().new_tree(&mut runner).unwrap_or_else(|fault| panic!("{fault}")).current();
    (0..PERSONS).map(draw).collect()
}

fn changed(change: fn(&mut Medicine), medicines: &[Medicine]) -> Vec<Medicine> {
    let mut medicines = medicines.to_vec();
    medicines.iter_mut().for_each(change);
    medicines
}

/// The first thing that the judge finds, if anything.
fn caught(mutant: &Mutant, persons: &[Person]) -> Option<String> {
    let truth = changed(mutant.truth, shipped());
    let weaker = changed(mutant.limits, &truth);
    persons.iter().find_map(|person| {
        let mut seen = person.clone();
        (mutant.person)(&mut seen);
        let mut cards: Vec<Card> = seen.cards(&weaker);
        for card in &mut cards {
            (mutant.verdict)(&mut card.verdict);
            // The sum on the card is judged by itself: here only the schedule counts.
            card.used_mg = true_sum_mg(card, person, &truth);
        }
        Judge::new(&truth, person).hold(&cards).err().filter(|what| what.contains(mutant.fault))
    })
}

fn true_sum_mg(card: &Card, person: &Person, truth: &[Medicine]) -> u64 {
    let same = |other: &&Card| other.contains == card.contains;
    person.cards(truth).iter().find(same).map(|card| card.used_mg).unwrap_or_default()
}

#[test]
fn every_weakened_limit_is_caught() {
    let persons = persons();
    let mut missed = Vec::new();
    for mutant in MUTANTS {
        match caught(mutant, &persons) {
            Some(what) => eprintln!("{}: {what}", mutant.name),
            None => missed.push(mutant.name),
        }
    }
    assert!(missed.is_empty(), "nobody noticed: {missed:?}");
}

#[test]
fn what_is_sound_is_not_caught() {
    assert_eq!(caught(&SOUND, &persons()), None);
    let ceiling = MUTANTS.iter().find(|mutant| mutant.name.starts_with("ceiling")).map(|mutant| mutant.truth);
    assert_eq!(caught(&Mutant { truth: ceiling.unwrap_or(|_| {}), ..SOUND }, &persons()), None);
}
