//! The page about safety: honest, easy, and with the figures of the proof that is recorded.

use protocol::text::Voice;
use safety::{figures, shipped};

use crate::door;
use crate::grade::Counted;
use crate::house::{protocol, words};
use crate::reading::{names, without};

const PROOF: &str = include_str!("../../../../docs/proof.md");

fn lines() -> Vec<String> {
    let said = door::said(&door::get("/about/safety"));
    let end = said.find("harming yourself").unwrap_or(said.len());
    said[..end].lines().filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

#[test]
fn it_says_what_it_is_not_for_and_who_has_not_reviewed_it() {
    let said = lines();
    let words = words(Voice::ALL[0]);
    for id in [
        "not-reviewed",
        "safety-reviewed",
        "safety-not-diagnosis",
        "safety-not-care",
        "safety-not-watch",
        "safety-not-device",
    ] {
        assert!(said.contains(&words.say(id)), "{id}");
    }
    assert!(door::get("/about").contains("href=\"/about/safety\""), "one link from the page about Milkway");
}

#[test]
fn every_hazard_is_told_with_what_stands_against_it_or_that_it_is_not_built() {
    let said = lines();
    let words = words(Voice::ALL[0]);
    let file = shipped().unwrap_or_else(|fault| panic!("{fault}"));
    for hazard in &file.hazards {
        let id = format!("hazard-{}", hazard.id.to_lowercase());
        assert!(said.contains(&words.say(&id)), "{id}");
        assert_eq!(said.contains(&words.say(&format!("{id}-against"))), hazard.built, "{id}");
        assert!(hazard.built || words.say(&id).contains("yet"), "{id} says that it is not there yet");
    }
}

#[test]
fn its_figures_are_those_of_the_recorded_proof() {
    let figures = figures();
    let said = lines().join("\n");
    let inputs: String = PROOF
        .lines()
        .find(|line| line.contains(" inputs. "))
        .into_iter()
        .flat_map(str::chars)
        .filter(char::is_ascii_digit)
        .collect();
    assert_eq!(figures.inputs, inputs, "the record and the page of the proof");
    assert!(PROOF.contains(&figures.behaviour) && said.contains(&figures.behaviour), "the fingerprint of behaviour");
    assert!(said.contains(&crate::house::compiled().fingerprint), "the fingerprint of the rules");
    for number in [figures.inputs.len(), protocol().rules.len(), protocol().findings.len()] {
        assert!(said.contains(&format!(" {number} ")), "{number}");
    }
}

#[test]
fn what_it_calls_proved_holds_in_the_proof() {
    let said = lines();
    let holds =
        |name: &str| PROOF.lines().any(|line| line.starts_with(&format!("| {name} ")) && line.ends_with("| holds |"));
    for always in &protocol().always {
        assert!(said.contains(&always.say.say(Voice::ALL[0]).to_owned()) && holds(&always.id), "{}", always.id);
    }
    assert!(["I1", "I3", "I13", "I7"].into_iter().all(holds), "what stands in our words");
    let recorded: Vec<&str> = protocol().always.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(figures().statements, recorded);
}

#[test]
fn it_can_be_read() {
    let lines = without(&names(), &lines());
    let grade = Counted::of(&lines).grade();
    assert!(grade <= crate::reading::SCREEN, "{grade:.1}");
    // What was proved is told as the protocol states it, word for word; that may stand a little higher.
    let statements: Vec<String> = protocol().always.iter().map(|one| one.say.say(Voice::ALL[0]).to_owned()).collect();
    for line in &lines {
        let most = if statements.contains(line) { 11.0 } else { 9.0 };
        let grade = Counted::of(std::slice::from_ref(line)).grade();
        assert!(grade <= most || line.contains("fingerprint"), "{grade:.1}: {line}");
    }
}
