//! `milkway backup`, `milkway restore`, `milkway record …`: for whoever looks after the data.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result, bail};
use store::{Fault, Store, Tx, rebuild};

use crate::args::{Copy, Data, Record, Serve};
use crate::config;

/// Copies the database into a new file.
///
/// # Errors
/// No database there, a file that is there already or cannot be written.
pub fn backup(copy: &Copy) -> Result<ExitCode> {
    let database = existing(&copy.data)?;
    // Not opened as a store: the server may run, and may be of an older version.
    store::backup::backup_file(&database, &copy.file).context("no backup was made")?;
    writeln!(std::io::stdout(), "The whole record is in {}, checked.", copy.file.display())?;
    Ok(ExitCode::SUCCESS)
}

/// Puts a backup in the place of the database.
///
/// # Errors
/// No backup of ours, a server that runs, a folder that cannot be written; then nothing was changed.
pub fn restore(copy: &Copy) -> Result<ExitCode> {
    let database = database(&copy.data)?;
    let folder = database.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder).with_context(|| format!("cannot make the data folder {}", folder.display()))?;
    let kept = store::backup::restore(&copy.file, &database, now_ms());
    let kept = kept.with_context(|| format!("nothing was changed in {}", folder.display()))?;
    let mut out = std::io::stdout().lock();
    writeln!(out, "{} is {} now.", database.display(), copy.file.display())?;
    if let Some(kept) = kept {
        writeln!(out, "What was there before is kept: {}", kept.display())?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Runs one of the commands.
///
/// # Errors
/// No database there, or one that cannot be read.
pub fn run(command: &Record) -> Result<ExitCode> {
    match command {
        Record::Check(data) => check(&Store::open(&existing(data)?)?),
        Record::Rebuild(data) => build_again(&Store::open(&existing(data)?)?),
    }
}

fn check(store: &Store) -> Result<ExitCode> {
    let (households, faults) = store.read(|tx| {
        let mut faults = damage(tx)?;
        let households = rebuild::households(tx)?;
        for household in &households {
            let found = rebuild::check(tx, *household)?;
            faults.extend(found.into_iter().map(|fault| format!("household {household}: {fault}")));
        }
        Ok((households.len(), faults))
    })?;
    let mut out = std::io::stdout().lock();
    if faults.is_empty() {
        let households = counted(households, "household");
        writeln!(out, "the record holds: the file is whole, and all in {households} is as its revisions make it")?;
        return Ok(ExitCode::SUCCESS);
    }
    for fault in &faults {
        writeln!(out, "{fault}")?;
    }
    let advice = "entries and sums are built again by `milkway record rebuild`; for a damaged file or revision restore a backup with `milkway restore FILE`";
    writeln!(out, "{}; {advice}", counted(faults.len(), "fault"))?;
    Ok(ExitCode::from(1))
}

/// What the database finds in its own file: pages, indexes, types, references.
fn damage(tx: &dyn Tx) -> Result<Vec<String>, Fault> {
    let mut found = Vec::new();
    for row in tx.rows("PRAGMA integrity_check(20)", &[])? {
        let line = row.text(0)?;
        if line != "ok" {
            found.push(format!("file: {}", line.replace('\n', ", ")));
        }
    }
    for row in tx.rows("PRAGMA foreign_key_check", &[])? {
        found.push(format!(
            "file: a row of `{}` points at a row of `{}` that is not there",
            row.text(0)?,
            row.text(2)?
        ));
    }
    Ok(found)
}

fn build_again(store: &Store) -> Result<ExitCode> {
    let built = store.write(|tx| {
        let households = rebuild::households(tx)?;
        households.into_iter().map(|household| rebuild::again(tx, household)).sum::<Result<usize, Fault>>()
    })?;
    writeln!(std::io::stdout(), "{} built again", counted(built, "entry"))?;
    Ok(ExitCode::SUCCESS)
}

fn counted(number: usize, what: &str) -> String {
    match (number, what) {
        (1, _) => format!("1 {what}"),
        (_, "entry") => format!("{number} entries"),
        _ => format!("{number} {what}s"),
    }
}

/// Where the database is or will be.
fn database(data: &Data) -> Result<PathBuf> {
    let said = Serve { data: data.data.clone(), config: data.config.clone(), ..Serve::default() };
    Ok(config::settings(&said)?.data.join(store::FILE))
}

/// The database, which must be there: a typing error in a folder is told, and makes no new record.
fn existing(data: &Data) -> Result<PathBuf> {
    let database = database(data)?;
    if !database.is_file() {
        bail!("there is no record at {}; name the data folder with --data DIR", database.display());
    }
    Ok(database)
}

fn now_ms() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}
