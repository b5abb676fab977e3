//! Patterns that must not ship, and what is said of them.

use article::Checker;

/// The shipped files with one more.
fn faults(extra: &str) -> String {
    let ledger = shipped::ledger().unwrap_or_else(|broken| panic!("{broken}"));
    let mut files = shipped::article_files();
    files.push(("extra.toml", extra));
    Checker::read(&files, &ledger).err().unwrap_or_default().join("\n")
}

fn pattern(rests_on: &str, all: &str, said: &str) -> String {
    format!("[[pattern]]\nid = \"new\"\nrests_on = [\"{rests_on}\"]\nall = [\"{all}\"]\nsaid = \"{said}\"\n")
}

#[test]
fn a_pattern_that_holds_is_taken() {
    assert_eq!(faults(&pattern("lecithin", "lecithin", "unsupported")), "");
}

#[test]
fn an_id_that_is_not_in_the_ledger_is_refused() {
    assert_eq!(
        faults(&pattern("lecitin", "lecithin", "supported")),
        "extra.toml: `new`: `lecitin` is not in the ledger\nextra.toml: `new`: nothing it rests on is judged supported"
    );
}

#[test]
fn a_concept_that_is_not_there_is_refused() {
    assert_eq!(
        faults(&pattern("lecithin", "lecitin", "unsupported")),
        "extra.toml: `new`: there is no concept `lecitin`"
    );
}

#[test]
fn a_verdict_that_the_ledger_does_not_give_is_refused() {
    assert_eq!(
        faults(&pattern("lecithin", "lecithin", "mixed")),
        "extra.toml: `new`: nothing it rests on is judged mixed"
    );
    // A judged claim without a statement gives its own verdict and no other.
    assert_eq!(
        faults(&pattern("seed-22", "lecithin", "harmful")),
        "extra.toml: `new`: nothing it rests on is judged harmful"
    );
}

#[test]
fn a_slip_in_a_file_is_told_with_its_place() {
    assert!(faults("[[pattern]]\nid = 3\n").contains("extra.toml: "));
    assert!(faults("[concepts]\nodd = \".. milk\"\n").contains("must begin with a word"));
    assert!(
        faults(&pattern("lecithin", "lecithin", "unsupported").replace("new", "deep-massage")).contains("stands twice")
    );
}

#[test]
fn a_concept_stands_once_and_holds_others_that_are_there() {
    assert!(faults("[concepts]\nlecithin = \"lecithin\"\n").contains("the concept `lecithin` stands twice"));
    assert!(faults("[concepts]\nodd = \"no <doktor>\"\n").contains("`odd`: `no <doktor>` is no wording"));
    // One that holds itself would never end.
    assert!(faults("[concepts]\nodd = \"no <odd>\"\n").contains("is no wording"));
    assert_eq!(faults("[concepts]\nodd = \"<help> .. near\"\n"), "");
}
