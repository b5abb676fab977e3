//! `milkway check --answers FILE`: one case, as words for people or as JSON.

use std::fs::File;
use std::io::{Read, Write};
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, anyhow};
use exchange::case::{LARGEST_CASE_BYTES, Reader};
use exchange::{Detail, Results};

use crate::args::Check;
use crate::outcome;

/// Reads the case and prints its result.
///
/// # Errors
/// A file that cannot be read, or a case that is not understood.
pub fn run(options: &Check) -> Result<ExitCode> {
    let Some(path) = &options.answers else { return Err(anyhow!("no file of answers")) };
    let bytes = read(path)?;
    let ledger = shipped::ledger()?;
    let compiled = shipped::protocol(&ledger)?;
    let case = Reader::new(&compiled).read(&bytes).map_err(|fault| anyhow!("in {}: {fault}", path.display()))?;
    let mut out = Vec::new();
    if options.json {
        Results::new(&compiled, if options.brief { Detail::Brief } else { Detail::Full }).write(&case, &mut out);
        out.push(b'\n');
    } else {
        out = outcome::words(&compiled, &ledger, &case.answers).into_bytes();
    }
    std::io::stdout().lock().write_all(&out)?;
    Ok(ExitCode::SUCCESS)
}

/// Reads at most one byte more than a case may have, so that a huge file is refused without being held.
fn read(path: &Path) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let most = u64::try_from(LARGEST_CASE_BYTES + 1)?;
    if path.as_os_str() == "-" {
        std::io::stdin().lock().take(most).read_to_end(&mut bytes).context("cannot read standard input")?;
    } else {
        let file = File::open(path).with_context(|| format!("cannot open {}", path.display()))?;
        file.take(most).read_to_end(&mut bytes).with_context(|| format!("cannot read {}", path.display()))?;
    }
    Ok(bytes)
}
