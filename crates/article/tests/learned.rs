//! The weights that ship: what they were learned from, what they may say, and that a file that is not whole is refused.

use std::fs;
use std::path::Path;

use article::{Checker, Format, WEIGHTS};
use ledger::{Ledger, Verdict};

fn ledger() -> Ledger {
    shipped::ledger().unwrap_or_else(|broken| panic!("{broken}"))
}

fn checker() -> Checker {
    shipped::checker(&ledger()).unwrap_or_else(|broken| panic!("{broken}"))
}

fn folder(path: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

#[test]
fn they_were_learned_from_what_stands_here() {
    let mut texts: Vec<(String, Vec<u8>)> = Vec::new();
    for entry in fs::read_dir(folder("tests/labelled")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if name.ends_with(".tsv") && !name.starts_with("test") {
            texts.push((name, fs::read(path).unwrap()));
        }
    }
    texts.sort();
    let labelled = texts.iter().map(|(name, text)| (name.as_str(), text.as_slice()));
    let patterns = shipped::article_files();
    let mark = article::mark(labelled.chain(patterns.iter().map(|(name, text)| (*name, text.as_bytes()))));
    assert_eq!(
        checker().learned_from(),
        Some(mark),
        "sentences or patterns have changed since: cargo run --release -p article --example learn"
    );
}

#[test]
fn a_file_that_is_not_whole_is_refused() {
    let ledger = ledger();
    let patterns = Checker::read(&shipped::article_files(), &ledger).unwrap();
    let file = fs::read(folder("../../protocols/article/weights.bin")).unwrap();
    let read = |bytes: Vec<u8>| patterns.clone().with_weights(bytes.leak(), &ledger).err();
    for cut in [0, 7, 20, 4_000, file.len() / 2, file.len() - 1_000] {
        let told = read(file[..cut].to_vec()).unwrap_or_else(|| panic!("taken, cut at {cut}"));
        assert!(told[0].contains("not whole") || told[0].contains("does not let"), "{told:?}");
    }
    let other = |from: &str, to: &str| {
        assert_eq!(from.len(), to.len());
        let at = file.windows(from.len()).rposition(|piece| piece == from.as_bytes()).expect("a class");
        [&file[..at], to.as_bytes(), &file[at + to.len()..]].concat()
    };
    let told =
        read(other("harmful massage-deep-harm", "harmful massage-deep-hurt")).expect("an entry that nobody knows");
    assert!(told[0].contains("massage-deep-hurt"), "{told:?}");
    assert!(read(other("\nharmful\n", "\nhurtful\n")).is_some(), "a verdict that is none");
}

/// Explainable: whatever is said shows the words for which it is said, and what it rests on.
#[test]
fn what_the_weights_say_shows_its_words_and_what_it_rests_on() {
    let ledger = ledger();
    let checker = checker();
    let text = fs::read_to_string(folder("tests/labelled/articles.tsv")).unwrap();
    let mut by_weights = 0;
    for line in text.lines().filter(|line| !line.starts_with('#')).step_by(7) {
        let sentence = line.split('\t').nth(3).unwrap_or_default();
        let Ok(checked) = checker.check(sentence.as_bytes(), Some(Format::Plain)) else { continue };
        for one in checked.findings.iter().flat_map(|finding| &finding.matches).filter(|one| one.pattern == WEIGHTS) {
            by_weights += 1;
            let words: Vec<&str> = one.words.iter().map(|range| checked.words(range)).collect();
            assert!(!words.is_empty() && words.iter().all(|word| !word.is_empty()), "{sentence}");
            assert!(!one.rests_on.is_empty(), "{sentence}");
            assert!(!one.wordings(&ledger).is_empty(), "{sentence}");
        }
    }
    assert!(by_weights > 40, "{by_weights}");
}

/// What has nothing to do with the matter is nobody's claim: our own papers on how the house is built.
#[test]
fn of_another_matter_nothing_grave_is_said() {
    let checker = checker();
    let mut grave = Vec::new();
    for name in ["CONTRIBUTING.md", "docs/dependencies.md", "docs/fuzzing.md"] {
        let paper = fs::read(folder("../..").join(name)).unwrap_or_else(|fault| panic!("{name}: {fault}"));
        let checked = checker.check(&paper, Some(Format::Markdown)).unwrap_or_else(|refusal| panic!("{refusal}"));
        let said = checked.findings.iter().filter(|one| one.verdict >= Some(Verdict::Contradicted));
        grave.extend(said.map(|one| format!("{name}: {}", checked.words(&one.range))));
    }
    assert!(grave.is_empty(), "{} of another matter:\n{}", grave.len(), grave.join("\n"));
}

/// Titles are words of the matter and claim nothing.
#[test]
fn of_headings_that_claim_nothing_nothing_grave_is_said() {
    let checker = checker();
    let headings = [
        "Clogged milk ducts",
        "When it lasts",
        "What people try",
        "Causes",
        "Symptoms of mastitis",
        "How long does it last",
        "When to see a doctor",
        "Massage",
        "Antibiotics",
        "Weaning",
        "Abscess",
        "Painkillers",
        "Treatment at home",
        "Fever",
        "Your newborn",
        "Breast milk",
        "In the end",
    ];
    let article: String = headings.iter().map(|heading| format!("## {heading}\n\nWe tell it below.\n\n")).collect();
    let checked =
        checker.check(article.as_bytes(), Some(Format::Markdown)).unwrap_or_else(|refusal| panic!("{refusal}"));
    let grave = checked.findings.iter().filter(|one| one.verdict >= Some(Verdict::Contradicted));
    let grave: Vec<&str> = grave.map(|one| checked.words(&one.range)).collect();
    assert!(grave.is_empty(), "{grave:?}");
}
