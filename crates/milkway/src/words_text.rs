//! `milkway words …`: for whoever translates the pages.

use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use web::words::check;

use crate::args::Words;

/// A file of words is a few dozen kilobytes.
const LARGEST_BYTES: u64 = 1 << 20;

/// Runs one of the commands.
///
/// # Errors
/// A file that cannot be read, or whose name names no language.
pub fn run(command: &Words) -> Result<ExitCode> {
    match command {
        Words::Check { file } => check_file(file),
    }
}

fn check_file(file: &Path) -> Result<ExitCode> {
    let language = file.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    let text = read(file)?;
    let report = check::check(language, &text).map_err(|fault| {
        anyhow::anyhow!("{}: {fault}; name the file after its language, such as de.ftl or pt-BR.ftl", file.display())
    })?;
    let mut out = std::io::stdout().lock();
    for fault in &report.faults {
        writeln!(out, "{}:{fault}", file.display())?;
    }
    if report.faults.is_empty() {
        writeln!(out, "{}: {} messages, {} as in English, no faults", file.display(), report.messages, report.same)?;
        return Ok(ExitCode::SUCCESS);
    }
    writeln!(out, "{}: {} faults", file.display(), report.faults.len())?;
    Ok(ExitCode::from(1))
}

fn read(file: &Path) -> Result<String> {
    let mut bytes = Vec::new();
    // One byte more than is read, so that a huge file is refused without being held.
    let done = fs::File::open(file).and_then(|open| open.take(LARGEST_BYTES + 1).read_to_end(&mut bytes));
    let length = done.with_context(|| format!("cannot read {}", file.display()))?;
    if u64::try_from(length)? > LARGEST_BYTES {
        bail!("{} is larger than {LARGEST_BYTES} bytes: not a file of words", file.display());
    }
    String::from_utf8(bytes).with_context(|| format!("{} is not UTF-8", file.display()))
}
