//! Learns the weights of the article check from the labelled sentences of `tests/labelled`, and says how well what was learned reads sentences
//! that it has not learned from.
//!
//! ```text
//! cargo run --release -p article --example learn          writes protocols/article/weights.bin
//! cargo run --release -p article --example learn try      leaves out a few files after the other, and prints how those are read
//! ```

mod file;
mod labelled;
mod svm;
mod weigh;

use std::fs;
use std::io::{Write, stdout};
use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow};
use article::Checker;
use labelled::Labelled;
use ledger::{Ledger, Verdict};

/// So many rounds of leaving out.
const ROUNDS: usize = 6;

fn main() -> Result<()> {
    let ledger = shipped::ledger().map_err(|broken| anyhow!("{broken}"))?;
    let patterns = shipped::article_files();
    let checker = Checker::read(&patterns, &ledger).map_err(|faults| anyhow!("{}", faults.join("\n")))?;
    let home = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = files(&home.join("tests/labelled"))?;
    let all = files.iter().map(|path| labelled::read(path, &checker, &ledger)).collect::<Result<Vec<_>>>()?;
    if std::env::args().nth(1).as_deref() == Some("try") {
        return leave_out(&all, &files, &checker, &ledger);
    }
    let mark = mark(&files, &patterns)?;
    let learned = weigh::learn(&all.iter().flatten().collect::<Vec<_>>())?;
    let file = file::file(&learned, mark)?;
    let path = home.join("../../protocols/article/weights.bin");
    fs::write(&path, &file)?;
    writeln!(
        stdout(),
        "{} sentences, {} features, {} classes: {} bytes",
        all.iter().flatten().count(),
        learned.features.len(),
        learned.classes.len(),
        file.len()
    )?;
    Ok(())
}

/// The files to learn from, by name: not the halves that are kept for measuring.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.ends_with(".tsv") && !name.starts_with("test") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// The mark of all that the weights follow from.
fn mark(files: &[PathBuf], patterns: &[(&str, &str)]) -> Result<u64> {
    let name = |path: &PathBuf| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let texts: Vec<(String, Vec<u8>)> =
        files.iter().map(|path| Ok((name(path), fs::read(path)?))).collect::<Result<_>>()?;
    let labelled = texts.iter().map(|(name, text)| (name.as_str(), text.as_slice()));
    Ok(article::mark(labelled.chain(patterns.iter().map(|(name, text)| (*name, text.as_bytes())))))
}

/// Learns from some files and reads the others, until each was read once.
fn leave_out(all: &[Vec<Labelled>], files: &[PathBuf], checker: &Checker, ledger: &Ledger) -> Result<()> {
    let mut said: Vec<(Option<Verdict>, Option<Verdict>)> = Vec::new();
    for round in 0..ROUNDS {
        let is_out = |at: usize| at % ROUNDS == round;
        let known: Vec<&Labelled> =
            all.iter().enumerate().filter(|(at, _)| !is_out(*at)).flat_map(|(_, file)| file).collect();
        let file = file::file(&weigh::learn(&known)?, 0)?.leak();
        let checker = checker.clone().with_weights(file, ledger).map_err(|faults| anyhow!("{}", faults.join("\n")))?;
        for (at, sentences) in all.iter().enumerate().filter(|(at, _)| is_out(*at)) {
            let of = |one: &Labelled| Ok((one.verdict, one.said(&checker)?));
            let read = sentences.iter().map(of).collect::<Result<Vec<_>>>()?;
            row(&files[at].file_stem().unwrap_or_default().to_string_lossy(), &read)?;
            said.extend(read);
        }
    }
    row("**all**", &said)
}

/// A row of a table: harmful, contradicted, supported: precision and recall; and how much correct advice is called harmful.
fn row(name: &str, read: &[(Option<Verdict>, Option<Verdict>)]) -> Result<()> {
    let count = |is: &dyn Fn(Option<Verdict>, Option<Verdict>) -> bool| {
        read.iter().filter(|(label, said)| is(*label, *said)).count()
    };
    let share = |part: usize, of: usize| part as f64 / of.max(1) as f64;
    let of = |verdict: Verdict| {
        let right = count(&|label, said| label == Some(verdict) && said == label);
        let said = count(&|_, said| said == Some(verdict));
        format!("{:.2}, {:.2}", share(right, said), share(right, count(&|label, _| label == Some(verdict))))
    };
    let correct = count(&|label, _| label == Some(Verdict::Supported));
    let wronged = count(&|label, said| label == Some(Verdict::Supported) && said == Some(Verdict::Harmful));
    let each = [Verdict::Harmful, Verdict::Contradicted, Verdict::Supported].map(of).join(" | ");
    writeln!(stdout(), "| {name} | {} | {each} | {wronged} of {correct} |", read.len())?;
    Ok(())
}
