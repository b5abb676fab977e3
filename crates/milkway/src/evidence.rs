//! `milkway evidence …`: for whoever keeps the ledger.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use ledger::Ledger;

use crate::args::{Evidence, Format};

/// Runs one of the commands.
///
/// # Errors
/// A file that cannot be read, a day that is none.
pub fn run(command: &Evidence) -> Result<ExitCode> {
    match command {
        Evidence::Check { folder, today } => check(folder.as_deref(), &day(today.as_deref())?),
        Evidence::Export { format, clinician } => export(*format, *clinician),
    }
}

fn check(folder: Option<&Path>, today: &str) -> Result<ExitCode> {
    let mut out = std::io::stdout().lock();
    let read = match folder {
        Some(folder) => shipped::ledger_of(texts(folder)?.each_ref().map(String::as_str)),
        None => shipped::ledger(),
    };
    let faults = match read.and_then(|ledger| Ok((cited(&ledger)?, ledger))) {
        Ok((cited, ledger)) => ledger.due(today, &cited).iter().map(|due| format!("{due}\n")).collect(),
        Err(broken) => broken.to_string(),
    };
    if faults.is_empty() {
        writeln!(
            out,
            "the ledger holds on {today}: every id arrives, every source is cited or says why it stays, no review is past"
        )?;
        return Ok(ExitCode::SUCCESS);
    }
    write!(out, "{faults}")?;
    writeln!(out, "{} faults", faults.lines().count())?;
    Ok(ExitCode::from(1))
}

/// The sources that rules and guide cite; both are read against this ledger, so that an id of theirs that it lacks is a fault.
fn cited(ledger: &Ledger) -> Result<std::collections::BTreeSet<String>, shipped::Broken> {
    let protocol = shipped::protocol(ledger)?.protocol;
    let guide = shipped::guide(&protocol, ledger)?;
    Ok(web::rests::cited(&protocol, &guide, ledger))
}

fn texts(folder: &Path) -> Result<[String; 5]> {
    let mut texts = [const { String::new() }; 5];
    for (text, name) in texts.iter_mut().zip(shipped::LEDGER_FILES) {
        let path = folder.join(name);
        *text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    }
    Ok(texts)
}

fn export(format: Format, clinician: bool) -> Result<ExitCode> {
    let ledger = shipped::ledger()?;
    let export = ledger.export(clinician);
    let mut out = std::io::stdout().lock();
    match format {
        Format::Json => writeln!(out, "{}", serde_json::to_string_pretty(&export)?)?,
        Format::Csv => out.write_all(export.csv().as_bytes())?,
    }
    Ok(ExitCode::SUCCESS)
}

/// A day as typed, or today.
fn day(typed: Option<&str>) -> Result<String> {
    match typed {
        Some(day) if ledger::is_day(day) => Ok(day.to_owned()),
        Some(day) => bail!("`{day}` is no day: write year, month and day, such as 2027-11-22"),
        None => Ok(web::time::today()),
    }
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn a_day_that_is_none_is_refused() {
        assert!(day(Some("tomorrow")).is_err() && day(Some("2027-11-22")).is_ok() && day(None).is_ok());
    }
}
