//! `milkway article FILE|-`: an article in, its claims out, gravest first. Nothing is kept and nothing leaves the machine.

use std::fmt::Write as _;
use std::fs::File;
use std::io::{Read, Write};
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result};
use article::{BYTES_MAX, Checked, Checker, Finding, Format, Match};
use ledger::{Ledger, Verdict};
use serde_json::{Value, json};

use crate::args::Article;
use crate::outcome::wrap;

/// Stands above what is printed until the independent half of docs/article-check.md reaches its aims.
const TRIAL: &str = "On trial: of sentences that it had not seen, nearly all that it called harmful were, and it missed about one of six that are. Now and then it marks a correct sentence by mistake. Rely on our own statements, not on a mark alone.";

/// Reads the article, judges it and prints what was found.
///
/// # Errors
/// When the file cannot be read or is no article, in words that say what to do.
pub fn run(options: &Article) -> Result<ExitCode> {
    let ledger = shipped::ledger()?;
    let checker = shipped::checker(&ledger)?;
    let name = options.file.to_string_lossy();
    let bytes = read(&options.file).with_context(|| format!("cannot read {name}"))?;
    let checked = checker.check(&bytes, Format::of_name(&name)).with_context(|| name.into_owned())?;
    let said = if options.json {
        format!("{}\n", all(&checker, &ledger, &checked))
    } else {
        words(&checker, &ledger, &checked)
    };
    let mut out = std::io::stdout().lock();
    out.write_all(said.as_bytes())?;
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

/// One byte more than is allowed shows that the file is too large; more is never held.
fn read(file: &Path) -> std::io::Result<Vec<u8>> {
    let most = u64::try_from(BYTES_MAX).unwrap_or(u64::MAX).saturating_add(1);
    let mut bytes = Vec::new();
    if file.as_os_str() == "-" {
        std::io::stdin().lock().take(most).read_to_end(&mut bytes)?;
    } else {
        File::open(file)?.take(most).read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

fn words(checker: &Checker, ledger: &Ledger, checked: &Checked) -> String {
    let mut out = wrap("", TRIAL);
    out.push('\n');
    out.push_str(&wrap("", &checker.summary(checked)));
    if checked.cut {
        out.push_str(&wrap("", checker.word("cut")));
    }
    let mut before = None;
    for finding in checked.by_gravity() {
        if before != Some(finding.verdict) {
            let heading = checker.word(finding.verdict.map_or("unknown", Verdict::word));
            let _ = write!(out, "\n{heading}\n{}\n", "-".repeat(heading.chars().count()));
            before = Some(finding.verdict);
        }
        told(&mut out, checker, ledger, checked, finding);
    }
    let _ = write!(out, "\n{}", wrap("", checker.word("foot")));
    out
}

fn told(out: &mut String, checker: &Checker, ledger: &Ledger, checked: &Checked, finding: &Finding) {
    out.push_str(&wrap("* ", &format!("\"{}\"", checked.words(&finding.range))));
    for one in finding.matches.iter().filter(|one| Some(one.verdict) == finding.verdict) {
        out.push_str(&wrap("    ", &recognised(checker, checked, one)));
        for wording in one.wordings(ledger) {
            let sources = wording.sources.iter().filter_map(|id| ledger.source(id)).map(|source| source.short_name());
            let sources: Vec<String> = sources.collect();
            out.push_str(&wrap("    > ", &format!("{} [{}]", wording.text, sources.join(", "))));
        }
    }
}

fn recognised(checker: &Checker, checked: &Checked, one: &Match) -> String {
    let quoted = |ranges: &[std::ops::Range<usize>]| {
        ranges.iter().map(|range| format!("\"{}\"", checked.words(range))).collect::<Vec<_>>().join(", ")
    };
    let mut line = format!("{} {}", checker.word("recognised"), quoted(&one.words));
    if !one.turned_by.is_empty() {
        let _ = write!(line, ", {} {}", checker.word("turned"), quoted(&one.turned_by));
    }
    line
}

fn all(checker: &Checker, ledger: &Ledger, checked: &Checked) -> Value {
    let matched = |one: &Match| {
        let words: Vec<&str> = one.words.iter().map(|range| checked.words(range)).collect();
        json!({ "match": one, "wordings": one.wordings(ledger), "words": words })
    };
    let findings = checked.by_gravity().into_iter().map(|finding| {
        let matches: Vec<Value> = finding.matches.iter().map(matched).collect();
        let verdict = finding.verdict.map_or("not-in-our-ledger", Verdict::word);
        json!({ "matches": matches, "range": finding.range, "sentence": checked.words(&finding.range), "verdict": verdict })
    });
    json!({ "cut": checked.cut, "findings": findings.collect::<Value>(), "format": checked.format, "summary": checker.summary(checked) })
}
