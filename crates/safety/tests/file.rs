//! The safety file as it is read: what ships is sound, what is broken is told by its file, and the matrix never falls.

use safety::{Figures, Likelihood, Safety, Score, Severity, figures, shipped};

const PURPOSE: &str = include_str!("../../../safety/intended_purpose.toml");
const HAZARDS: &str = include_str!("../../../safety/hazards.toml");
const TRACE: &str = include_str!("../../../safety/trace.toml");

const SEVERITIES: [Severity; 5] =
    [Severity::Minor, Severity::Significant, Severity::Considerable, Severity::Major, Severity::Catastrophic];
const LIKELIHOODS: [Likelihood; 5] =
    [Likelihood::VeryLow, Likelihood::Low, Likelihood::Medium, Likelihood::High, Likelihood::VeryHigh];

#[test]
fn what_ships_is_sound_and_its_ids_count_up() {
    let file = shipped().unwrap_or_else(|fault| panic!("{fault}"));
    let ids: Vec<String> = (1..=file.hazards.len()).map(|number| format!("H{number:02}")).collect();
    assert_eq!(file.hazards.iter().map(|hazard| hazard.id.clone()).collect::<Vec<_>>(), ids);
    assert!(file.hazards.len() >= 20);
    for hazard in file.hazards.iter().filter(|hazard| hazard.built) {
        assert!(hazard.residual() <= Some(hazard.initial()), "{}: controls raise no risk", hazard.id);
    }
}

#[test]
fn the_risk_never_falls_when_anything_is_worse_and_its_ends_are_apart() {
    for pair in SEVERITIES.windows(2) {
        for likelihood in LIKELIHOODS {
            assert!(Score::of(pair[0], likelihood) <= Score::of(pair[1], likelihood));
        }
    }
    for pair in LIKELIHOODS.windows(2) {
        for severity in SEVERITIES {
            assert!(Score::of(severity, pair[0]) <= Score::of(severity, pair[1]));
        }
    }
    assert_eq!(Score::of(Severity::Minor, Likelihood::VeryLow).number(), 1);
    assert!(Score::of(Severity::Catastrophic, Likelihood::Low).unacceptable());
    assert!(Score::of(Severity::Catastrophic, Likelihood::VeryLow).needs_reason());
    assert!(Score::of(Severity::Catastrophic, Likelihood::VeryHigh).unacceptable());
}

#[test]
fn a_broken_file_is_told_by_its_name() {
    let fault = |purpose: &str, hazards: &str, trace: &str| match Safety::parse(purpose, hazards, trace) {
        Ok(_) => panic!("it was read"),
        Err(fault) => fault.to_string(),
    };
    let unknown = HAZARDS.replacen("severity = \"catastrophic\"", "severity = \"bad\"", 1);
    assert!(fault(PURPOSE, &unknown, TRACE).starts_with("safety/hazards.toml: "));
    let stray = PURPOSE.replacen("users =", "owners =", 1);
    assert!(fault(&stray, HAZARDS, TRACE).starts_with("safety/intended_purpose.toml: "));
    let later = TRACE.replacen("milkway-trace/1", "milkway-trace/2", 1);
    assert!(fault(PURPOSE, HAZARDS, &later).contains("milkway-trace/2"));
}

#[test]
fn the_figures_are_those_of_the_record() {
    let read = Figures::read("# a remark\nbehaviour 6be6\ninputs 1551\nstatement one\nstatement two\norder a b\n");
    assert_eq!((read.behaviour.as_str(), read.inputs.as_str(), read.statements.len()), ("6be6", "1551", 2));
    assert!(!figures().behaviour.is_empty() && figures().inputs.len() > 50 && !figures().statements.is_empty());
}
