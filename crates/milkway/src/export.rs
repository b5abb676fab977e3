//! `milkway export`: the record of a household in files that outlive this program.

use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use care::record::body::Kind;
use exchange::record::table;

use crate::args::Export;
use crate::home;

/// Writes what was asked for.
///
/// # Errors
/// A record that is not there, a file that cannot be written.
pub fn run(options: &Export) -> Result<ExitCode> {
    let store = home::open(&home::folder(&options.home)?)?;
    let id = home::only(&store, &options.home)?;
    let Some(export) = home::whole(&store, id)? else { bail!("household {id} is gone") };
    if let Some(file) = &options.jsonl {
        let lines = export.lines(options.include_died)?;
        if file.as_os_str() == "-" {
            std::io::stdout().lock().write_all(&lines)?;
        } else {
            write(file, &lines)?;
        }
    }
    if let Some(folder) = &options.csv {
        fs::create_dir_all(folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
        let entries = export.entries();
        for kind in Kind::ALL {
            let rows = table::csv(kind, &export.household, &entries, options.include_died);
            write(&folder.join(kind.name()).with_extension("csv"), rows.as_bytes())?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Puts a whole file in its place, or leaves what was there: a half export would be taken for a whole one. Only its owner may read it.
///
/// # Errors
/// When it cannot be written.
pub fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    let part = path.with_file_name(name);
    let written = private(&part).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&part, path)
    });
    written.with_context(|| format!("cannot write {}", path.display()))
}

fn private(path: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}
