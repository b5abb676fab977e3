//! Broken files: what their editor is told.

use ledger::Ledger;

const SOURCES: &str = r#"schema = "clinical-sources/1"
review_by = "2027-11-22"

[[source]]
id = "a-2020"
title = "A"
authors = "Author A"
year = 2020
kind = "cohort"
what = "found"
verified = true
seen = "all"
"#;

const EVIDENCE: &str = r#"schema = "clinical-evidence/1"
review_by = "2027-11-22"

[[entry]]
id = "one"
topic = "claims"
statement = "It is so."
strength = "C"
sources = ["a-2020"]
disagreements = ""
audience = "both"
basis = "verified"
"#;

const CLAIMS: &str = r#"schema = "seed-claims/1"
review_by = "2027-11-22"

[[claim]]
id = "first"
section = "title"
claim = "It is not so."
verdict = "mixed"
reason = "It is. Mostly."
sources = ["a-2020"]
evidence = ["one"]
product_job = "say so"
page = "/read/so"
"#;

fn told(sources: &str, evidence: &str, claims: &str) -> Vec<String> {
    match Ledger::parse(sources, evidence, claims) {
        Ok(_) => Vec::new(),
        Err(faults) => faults.iter().map(ToString::to_string).collect(),
    }
}

#[test]
fn sound_files_have_no_fault() {
    assert_eq!(told(SOURCES, EVIDENCE, CLAIMS), [""; 0]);
}

#[test]
fn everything_is_told_at_once_in_the_order_of_the_files() {
    let sources = format!("{SOURCES}\n{}", SOURCES.split_once("\n\n").map_or("", |(_, rest)| rest));
    let evidence = EVIDENCE.replace("[\"a-2020\"]", "[\n  \"a-2020\",\n  \"b-1999\",\n]");
    let claims = CLAIMS.replace("\"one\"", "\"two\"").replace("mixed", "dubious");
    assert_eq!(
        told(&sources, &evidence, &claims),
        [
            "sources.toml:15: the id `a-2020` was already given on line 5",
            "evidence.toml:11: `b-1999` is not in sources.toml",
            "claims.toml:8: unknown variant `dubious`, expected one of `supported`, `mixed`, `unsupported`, `contradicted`, `harmful`",
            "claims.toml:11: `two` is not in evidence.toml",
        ]
    );
}

#[test]
fn a_file_that_is_not_toml_is_told_by_line_and_hides_nothing_else() {
    let broken = SOURCES.replace("year = 2020", "year = = 2020");
    let claims = CLAIMS.replace("\"one\"", "\"two\"");
    let told = told(&broken, EVIDENCE, &claims);
    assert!(told.iter().any(|line| line.starts_with("sources.toml:8: ")), "{told:?}");
    assert!(told.iter().any(|line| line == "claims.toml:11: `two` is not in evidence.toml"), "{told:?}");
    assert!(
        !told.iter().any(|line| line.contains("a-2020")),
        "what the broken file held is not said to dangle: {told:?}"
    );
}

#[test]
fn an_entry_with_a_slip_still_counts_as_being_there() {
    let sources = SOURCES.replace("verified = true", "verified = \"yes\"");
    assert_eq!(told(&sources, EVIDENCE, CLAIMS), ["sources.toml:11: invalid type: string \"yes\", expected a boolean"]);
}

#[test]
fn a_field_nobody_knows_is_refused_and_a_missing_one_is_asked_for() {
    let unknown = SOURCES.replace("seen = ", "sene = ");
    let told_unknown = told(&unknown, EVIDENCE, CLAIMS);
    assert_eq!(told_unknown.len(), 1);
    assert!(told_unknown[0].starts_with("sources.toml:12: unknown field `sene`"), "{told_unknown:?}");
    let missing = SOURCES.replace("seen = \"all\"\n", "");
    assert_eq!(told(&missing, EVIDENCE, CLAIMS), ["sources.toml:4: missing field `seen`"]);
}

#[test]
fn another_format_and_stray_words_are_refused() {
    let sources =
        SOURCES.replace("clinical-sources/1", "clinical-sources/2").replace("[[source]]", "note = 1\n\n[[source]]");
    assert_eq!(
        told(&sources, EVIDENCE, CLAIMS),
        [
            "sources.toml:1: the first line must be `schema = \"clinical-sources/1\"`: this file is of another format",
            "sources.toml:4: nothing reads `note` here",
        ]
    );
}

#[test]
fn a_judgement_needs_a_claim_a_verdict_and_a_source() {
    let half = EVIDENCE.replace("strength", "verdict = \"mixed\"\nstrength");
    assert_eq!(told(SOURCES, &half, CLAIMS), ["evidence.toml:4: `one` needs both `claim` and `verdict`, or neither"]);
    let undone = CLAIMS.replace("page = \"/read/so\"\n", "");
    let done = "claims.toml:4: `first` needs a `page` for its `product_job`, and none where the job is `none …`";
    assert_eq!(told(SOURCES, EVIDENCE, &undone), [done]);
    assert_eq!(told(SOURCES, EVIDENCE, &CLAIMS.replace("say so", "none (a myth)")), [done]);
    let bare = CLAIMS.replace("[\"a-2020\"]", "[]");
    assert_eq!(told(SOURCES, EVIDENCE, &bare), ["claims.toml:4: `first` cites no source"]);
}

#[test]
fn an_id_stands_once_in_a_list() {
    let twice = CLAIMS.replace("[\"one\"]", "[\"one\", \"one\"]");
    assert_eq!(told(SOURCES, EVIDENCE, &twice), ["claims.toml:11: `one` stands twice in this list"]);
}
