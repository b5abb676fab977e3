//! `milkway protocol …`: for whoever writes or reviews a protocol.

use std::fs;
use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use protocol::{check, format, portrait, syntax};

use crate::args::Protocol;

/// Runs one of the commands.
///
/// # Errors
/// A file that cannot be read or written.
pub fn run(command: &Protocol) -> Result<ExitCode> {
    match command {
        Protocol::Check { file } => check_text(&Source::open(file.as_ref())?),
        Protocol::Fmt { file, write } => format_text(&Source::open(file.as_ref())?, file.as_ref().filter(|_| *write)),
        Protocol::Export { file } => export_text(&Source::open(file.as_ref())?),
        Protocol::Corners { file } => print(&portrait::sheet(&Source::open(file.as_ref())?.protocol()?)),
        Protocol::Diff { old, new } => {
            let [old, new] = [old, new].map(|file| Source::open(Some(file)).and_then(|source| source.protocol()));
            print(&portrait::changes(&old?, &new?))
        }
    }
}

struct Source {
    name: String,
    text: String,
}

impl Source {
    fn open(file: Option<&PathBuf>) -> Result<Self> {
        let Some(path) = file else {
            return Ok(Self { name: shipped::PROTOCOL_FILE.to_owned(), text: shipped::PROTOCOL.to_owned() });
        };
        // One byte more than is read, so that a huge file is refused without being held.
        let most = u64::try_from(syntax::LARGEST_TEXT_BYTES + 1)?;
        let mut text = Vec::new();
        let read = fs::File::open(path).and_then(|file| file.take(most).read_to_end(&mut text));
        read.with_context(|| format!("cannot read {}", path.display()))?;
        if text.len() > syntax::LARGEST_TEXT_BYTES {
            bail!("{} is larger than {} bytes: not a protocol", path.display(), syntax::LARGEST_TEXT_BYTES);
        }
        let text = String::from_utf8(text).with_context(|| format!("{} is not UTF-8", path.display()))?;
        Ok(Self { name: path.display().to_string(), text })
    }

    /// The protocol, or every fault of the text.
    fn protocol(&self) -> Result<protocol::model::Protocol> {
        let ledger = shipped::ledger()?;
        Ok(shipped::compile(&self.text, &self.name, &ledger)?.protocol)
    }
}

fn print(text: &str) -> Result<ExitCode> {
    std::io::stdout().lock().write_all(text.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

fn check_text(source: &Source) -> Result<ExitCode> {
    let ledger = shipped::ledger()?;
    let ids: Vec<&str> = ledger.sources().iter().map(|one| one.id.as_str()).collect();
    let mut out = std::io::stdout().lock();
    match protocol::parse(&source.text, &ids) {
        Ok(read) => {
            let warnings = check::warnings(&read, &source.text);
            for warning in &warnings {
                writeln!(out, "warning: {}", warning.render(&source.name, &source.text))?;
            }
            let (rules, findings) = (read.rules.len(), read.findings.len());
            writeln!(
                out,
                "{}: {rules} rules, {findings} findings and inputs, {} warnings",
                source.name,
                warnings.len()
            )?;
            Ok(ExitCode::SUCCESS)
        }
        Err(faults) => {
            for fault in &faults {
                writeln!(out, "{}", fault.render(&source.name, &source.text))?;
            }
            writeln!(out, "{}: {} faults", source.name, faults.len())?;
            Ok(ExitCode::from(1))
        }
    }
}

fn format_text(source: &Source, write: Option<&PathBuf>) -> Result<ExitCode> {
    let (blocks, comments, faults) = syntax::blocks(&source.text);
    if !faults.is_empty() {
        let mut out = std::io::stderr().lock();
        for fault in &faults {
            writeln!(out, "{}", fault.render(&source.name, &source.text))?;
        }
        return Ok(ExitCode::from(1));
    }
    let canonical = format::canonical(&blocks, &comments);
    match write {
        Some(path) => fs::write(path, canonical).with_context(|| format!("cannot write {}", path.display()))?,
        None => std::io::stdout().lock().write_all(canonical.as_bytes())?,
    }
    Ok(ExitCode::SUCCESS)
}

fn export_text(source: &Source) -> Result<ExitCode> {
    let ledger = shipped::ledger()?;
    let compiled = shipped::compile(&source.text, &source.name, &ledger)?;
    let json = serde_json::to_string_pretty(&exchange::normal_form::export(&compiled))?;
    writeln!(std::io::stdout().lock(), "{json}")?;
    Ok(ExitCode::SUCCESS)
}
