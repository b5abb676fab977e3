//! Copies of the whole record in one file, while people go on logging; and the way back.
//!
//! A copy is written beside its place as `FILE.part`, checked, synced and only then named: what bears the name is whole.

use std::ffi::OsString;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use care::record::moment::Moment;
use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};
use rusqlite::config::DbConfig;

use crate::connect::{self, plain};
use crate::fault::{Fault, file};
use crate::rotation;
use crate::sqlite::Store;

/// Copies the store into a new file.
///
/// # Errors
/// When the file is there already, cannot be written, or the copy does not hold what it should.
pub fn backup(store: &Store, to: &Path) -> Result<(), Fault> {
    backup_file(store.path(), to)
}

/// Copies a database that no [`Store`] of this program has open: one of an older version stays as it is.
///
/// # Errors
/// As [`backup`], and when `from` is none of ours.
pub fn backup_file(from: &Path, to: &Path) -> Result<(), Fault> {
    if to.exists() {
        let why = std::io::Error::from(std::io::ErrorKind::AlreadyExists);
        return Err(file(format!("there is a file {} already; choose another name", to.display()))(why));
    }
    let part = copy(from, to)?;
    let placed = fs::rename(&part, to).map_err(file(format!("cannot name the copy {}", to.display())));
    cleared(placed, &part)?;
    sync_folder(to)
}

/// Puts a backup in the place of the database. What was there stays beside it under a name that tells so, which is returned.
///
/// # Errors
/// When `from` is no database of ours, broken or of a newer version, or when a program has the database open; then nothing is changed.
pub fn restore(from: &Path, to: &Path, now_ms: i64) -> Result<Option<PathBuf>, Fault> {
    if from == to || from.canonicalize().ok().is_some_and(|from| to.canonicalize().is_ok_and(|to| to == from)) {
        return Err(Fault::Refused(format!("{} is the database itself", from.display())));
    }
    let part = copy(from, to)?;
    let kept = cleared(set_aside(to, now_ms), &part)?;
    let placed = fs::rename(&part, to).map_err(file(format!("cannot put the backup at {}", to.display())));
    cleared(placed, &part)?;
    sync_folder(to)?;
    Ok(kept)
}

/// A backup in `folder`, when it is due, and away with those that are not kept. For a loop of the server that asks every few minutes.
///
/// # Errors
/// As [`backup`]; then no older backup was removed.
pub fn when_due(store: &Store, folder: &Path, now_ms: i64) -> Result<Option<PathBuf>, Fault> {
    fs::create_dir_all(folder).map_err(file(format!("cannot make the folder {}", folder.display())))?;
    let newest_ms =
        scheduled(folder)?.into_iter().map(|(made_ms, _)| made_ms).filter(|made_ms| *made_ms <= now_ms).max();
    if !rotation::due(now_ms, newest_ms) {
        return Ok(None);
    }
    let made = folder.join(format!("{PREFIX}{}-{now_ms}.db", Moment::in_zone(now_ms, "UTC").day()));
    backup(store, &made)?;
    let there = scheduled(folder)?;
    let kept = rotation::kept(now_ms, &there.iter().map(|(made_ms, _)| *made_ms).collect::<Vec<_>>());
    for (_, old) in there.iter().filter(|(made_ms, _)| !kept.contains(made_ms)) {
        fs::remove_file(old).map_err(file(format!("cannot remove the old backup {}", old.display())))?;
    }
    Ok(Some(made))
}

/// How the names of scheduled backups begin: `milkway-2026-11-26-1795700000000.db`. No other file is ever removed.
const PREFIX: &str = "milkway-";

/// The scheduled backups of a folder, with their instants.
fn scheduled(folder: &Path) -> Result<Vec<(i64, PathBuf)>, Fault> {
    let told = || file(format!("cannot look into the folder {}", folder.display()));
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(told())? {
        let path = entry.map_err(told())?.path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let instant = name.strip_prefix(PREFIX).and_then(|name| name.strip_suffix(".db")?.rsplit_once('-'));
        if let Some(made_ms) = instant.and_then(|(_, made_ms)| made_ms.parse().ok()) {
            found.push((made_ms, path));
        }
    }
    Ok(found)
}

/// A whole, checked and synced copy of `from` beside `to`, as `TO.part`.
fn copy(from: &Path, to: &Path) -> Result<PathBuf, Fault> {
    if !from.is_file() {
        return Err(Fault::Closed(from.display().to_string()));
    }
    let source = plain(from)?;
    connect::version(&source, from).and_then(|found| if found == 0 { Err(not_ours(from)) } else { Ok(()) })?;
    let part = beside(to, ".part");
    // Left by a copy that was cut off.
    remove(&part)?;
    connect::make(&part)?;
    cleared(fill(&source, &part), &part)?;
    Ok(part)
}

fn fill(source: &Connection, part: &Path) -> Result<(), Fault> {
    let mut target = plain(part)?;
    // All in one step: it reads one instant, and in a write-ahead log no reader holds up a writer.
    let step = Backup::new(source, &mut target)?.step(-1)?;
    if step != StepResult::Done {
        return Err(Fault::Busy);
    }
    // One file without a log beside it, which a read-only disk can hold too.
    target.pragma_update(None, "journal_mode", "DELETE")?;
    let said: String = target.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if said != "ok" {
        return Err(Fault::Broken(said));
    }
    connect::version(&target, part)?;
    drop(target);
    File::open(part).and_then(|part| part.sync_all()).map_err(file(format!("cannot sync {}", part.display())))
}

/// Gives the database another name, with its log when that could not be taken in; nothing when there was none.
fn set_aside(database: &Path, now_ms: i64) -> Result<Option<PathBuf>, Fault> {
    if !database.exists() {
        return Ok(None);
    }
    let is_merged = merge_log(database)?;
    let kept = beside(database, &format!(".before-restore-{now_ms}"));
    let give = |from: &Path, to: &Path| {
        fs::rename(from, to).map_err(file(format!("cannot keep {} as {}", from.display(), to.display())))
    };
    if is_merged && fs::hard_link(database, &kept).is_ok() {
        // The old one keeps its place until the new one takes it: a pulled plug leaves one of them there.
        return Ok(Some(kept));
    }
    // A log that stayed behind would be read into the new database.
    for end in ["-wal", "-shm"] {
        let log = beside(database, end);
        if log.exists() {
            give(&log, &beside(&kept, end))?;
        }
    }
    give(database, &kept)?;
    Ok(Some(kept))
}

/// Takes the log into the file; whether that went well. A broken file is what people restore for: it is kept as it is, with its log.
fn merge_log(database: &Path) -> Result<bool, Fault> {
    let merged = plain(database).and_then(|open| {
        open.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
        // Refused while another program has the database open.
        let mode: String = open.query_row("PRAGMA journal_mode = DELETE", [], |row| row.get(0))?;
        Ok(mode == "delete")
    });
    match merged {
        Err(Fault::Broken(_) | Fault::Other(_)) => Ok(false),
        other => other,
    }
}

/// What was done, and no half file when it was not.
fn cleared<T>(done: Result<T, Fault>, part: &Path) -> Result<T, Fault> {
    if done.is_err() {
        // The first fault is the one to tell.
        let _ = remove(part);
    }
    done
}

fn remove(part: &Path) -> Result<(), Fault> {
    for path in ["", "-journal", "-wal", "-shm"].map(|end| beside(part, end)) {
        match fs::remove_file(&path) {
            Err(why) if why.kind() != std::io::ErrorKind::NotFound => {
                return Err(file(format!("cannot remove {}", path.display()))(why));
            }
            _ => {}
        }
    }
    Ok(())
}

/// The name of a file is in its folder: until that is on disk, a pulled plug may take it away.
fn sync_folder(path: &Path) -> Result<(), Fault> {
    let folder = match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    if cfg!(unix) {
        File::open(folder)
            .and_then(|folder| folder.sync_all())
            .map_err(file(format!("cannot sync {}", folder.display())))?;
    }
    Ok(())
}

fn beside(path: &Path, end: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(end);
    name.into()
}

fn not_ours(path: &Path) -> Fault {
    Fault::NotOurs(path.display().to_string())
}
