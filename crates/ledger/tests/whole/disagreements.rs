//! Where guidance disagrees: the data says what the specification says, word for word.

use ledger::{Audience, Ledger};

use crate::house::{DISAGREEMENTS, shipped};

/// The rows of the table of section j: head, positions, default, why.
fn specified() -> Vec<[String; 4]> {
    let paper = include_str!("../../../../docs/specification.md");
    let section = paper.split("## (j)").nth(1).and_then(|rest| rest.split("### j.1").next()).unwrap_or_default();
    let row = |line: &str| {
        let cells: Vec<String> = line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect();
        let [number, head, positions, default, why] = <[String; 5]>::try_from(cells).ok()?;
        number.parse::<u8>().ok().map(|_| [head, positions, default, why])
    };
    section.lines().filter_map(row).collect()
}

#[test]
fn the_data_is_the_table_of_the_specification() {
    let ledger = shipped();
    let cited = |sources: &[String]| sources.iter().map(|id| format!(" [{id}]")).collect::<String>();
    let told: Vec<[String; 4]> = ledger
        .disagreements()
        .iter()
        .map(|one| {
            let why = format!("{}{}", one.why, cited(&one.sources));
            [one.head.clone(), one.positions.join(" "), one.default.clone(), why]
        })
        .collect();
    assert_eq!(specified().len(), 15);
    assert_eq!(told, specified());
}

#[test]
fn how_long_an_antibiotic_is_given_is_for_clinicians() {
    let ledger = shipped();
    let clinician = |id: &str| ledger.evidence(id).is_some_and(|one| one.audience == Audience::Clinician);
    for one in ledger.disagreements() {
        let of_clinicians = one.evidence.iter().any(|id| clinician(id));
        assert_eq!(one.audience == Audience::Clinician, of_clinicians, "{}", one.id);
    }
    assert_eq!(ledger.disagreements().iter().filter(|one| one.audience == Audience::Clinician).count(), 1);
}

fn told(text: &str) -> Vec<String> {
    let fault = |faults: Vec<ledger::Fault>| faults.iter().map(ToString::to_string).collect();
    shipped().with_disagreements(text).map_or_else(fault, |_: Ledger| Vec::new())
}

#[test]
fn an_id_that_nothing_has_is_told_with_its_line() {
    assert_eq!(told(DISAGREEMENTS), [""; 0]);
    let line = DISAGREEMENTS.lines().position(|line| line.contains("\"lecithin\",")).map_or(0, |at| at + 1);
    let broken = DISAGREEMENTS.replace("\"lecithin\",", "\"lecitin\",");
    assert_eq!(told(&broken), [format!("disagreements.toml:{line}: `lecitin` is not in evidence.toml")]);
    let twice = DISAGREEMENTS.replace("id = \"bleb\"", "id = \"candida\"");
    assert!(told(&twice)[0].contains("the id `candida` was already given"), "{:?}", told(&twice));
    let bare = DISAGREEMENTS.replace("evidence = [\"nipple-bleb\"]", "evidence = []");
    assert!(told(&bare)[0].contains("`bleb` cites no source"), "{:?}", told(&bare));
}
