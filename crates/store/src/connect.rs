//! Connections, and what is asked of a file before anything in it is touched.

use std::fs::OpenOptions;
use std::io::ErrorKind;
use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, TransactionBehavior};

use crate::fault::Fault;
use crate::migration;

/// Another program may hold the file for so long.
const BUSY: Duration = Duration::from_secs(5);
/// Statements that stay prepared, a connection.
const PREPARED: usize = 64;
/// Stands in the header of each of our files: `Milk`.
const OURS: i64 = 0x4d69_6c6b;

/// What a connection is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    /// Both.
    Write,
    /// Reading alone.
    Read,
}

/// A connection to the database, which is made when there is none, and brought to the newest version.
///
/// Whose file it is and of what version is asked first, so that a file of somebody else or of a newer version stays as it was.
pub fn newest(path: &Path) -> Result<Connection, Fault> {
    make(path)?;
    let mut connection = plain(path)?;
    version(&connection, path)?;
    // A file that may not be changed is opened all the same, and even a transaction begins: it would be told at the first entry.
    if connection.is_readonly("main")? {
        return Err(Fault::ReadOnly);
    }
    set_up(&connection, Use::Write)?;
    migrate(&mut connection, path)?;
    Ok(connection)
}

/// A connection to a database that is there.
pub fn open(path: &Path, for_what: Use) -> Result<Connection, Fault> {
    let connection = plain(path)?;
    set_up(&connection, for_what)?;
    Ok(connection)
}

/// A connection to a file that is there, with nothing set.
pub fn plain(path: &Path) -> Result<Connection, Fault> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags).map_err(|error| named(error, path))?;
    connection.busy_timeout(BUSY)?;
    Ok(connection)
}

/// The version of a file: how many steps it has taken. An empty file has version 0.
///
/// # Errors
/// When it is no database, somebody else's, or newer than this program.
pub fn version(connection: &Connection, path: &Path) -> Result<i64, Fault> {
    let ask = |sql: &str| connection.query_row(sql, [], |row| row.get::<_, i64>(0)).map_err(|error| named(error, path));
    let tables = ask("SELECT COUNT(*) FROM sqlite_schema")?;
    let found = ask("PRAGMA user_version")?;
    let is_ours = ask("PRAGMA application_id")? == OURS;
    if (tables > 0 || found != 0) && !is_ours {
        return Err(Fault::NotOurs(path.display().to_string()));
    }
    let known = known();
    if found > known { Err(Fault::Newer { found, known }) } else { Ok(found) }
}

/// The newest version that this program knows.
pub fn known() -> i64 {
    i64::try_from(migration::STEPS.len()).unwrap_or(i64::MAX)
}

/// Makes the file, when there is none, so that nobody but its owner reads it. What SQLite lays beside it gets the same rights.
pub fn make(path: &Path) -> Result<(), Fault> {
    let mut options = OpenOptions::new();
    options.append(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(path) {
        Ok(_) => Ok(()),
        Err(why) if why.kind() == ErrorKind::AlreadyExists => Ok(()),
        Err(why) => Err(refused(&why).unwrap_or_else(|| Fault::Closed(path.display().to_string()))),
    }
}

/// What a refusal of the system to write means, when it is one of those that people meet.
fn refused(why: &std::io::Error) -> Option<Fault> {
    match why.kind() {
        ErrorKind::ReadOnlyFilesystem | ErrorKind::PermissionDenied => Some(Fault::ReadOnly),
        ErrorKind::StorageFull => Some(Fault::Full),
        _ => None,
    }
}

fn set_up(connection: &Connection, for_what: Use) -> Result<(), Fault> {
    connection.set_prepared_statement_cache_capacity(PREPARED);
    // How a statement is carried out does not hang on what is bound to it. Otherwise SQLite plans a kept statement anew whenever its values are
    // cleared, which is after each use: three times for a feed that is saved, a fifth of the work.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    // On a Mac a plain sync stops at the drive's own memory. Elsewhere this changes nothing.
    connection.pragma_update(None, "fullfsync", true)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    // What a household deletes is overwritten, not left lying in free pages.
    connection.pragma_update(None, "secure_delete", true)?;
    // A restored file may come from anywhere: nothing in its schema may call a function of ours.
    connection.pragma_update(None, "trusted_schema", false)?;
    connection.pragma_update(None, "query_only", for_what == Use::Read)?;
    Ok(())
}

/// Runs what the database has not seen of the list. The version is asked again: another program may have been first.
fn migrate(connection: &mut Connection, path: &Path) -> Result<(), Fault> {
    let tx = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let found = version(&tx, path)?;
    for step in migration::STEPS.iter().skip(usize::try_from(found).unwrap_or(0)) {
        tx.execute_batch(&migration::for_sqlite(step))?;
    }
    if found != known() {
        tx.pragma_update(None, "application_id", OURS)?;
        tx.pragma_update(None, "user_version", known())?;
    }
    tx.commit()?;
    Ok(())
}

/// A file that cannot be opened is told by its name. SQLite also says so when it may not lay its log beside the file: then it is read-only.
fn named(error: rusqlite::Error, path: &Path) -> Fault {
    match Fault::from(error) {
        Fault::Closed(_) => why_not(path).unwrap_or_else(|| Fault::Closed(path.display().to_string())),
        fault => fault,
    }
}

/// Tries to lay a file beside this one.
fn why_not(path: &Path) -> Option<Fault> {
    let mut tried = path.as_os_str().to_owned();
    tried.push(".tried");
    match OpenOptions::new().append(true).create_new(true).open(&tried) {
        Ok(_) => std::fs::remove_file(&tried).err().and_then(|why| refused(&why)),
        Err(why) => refused(&why),
    }
}

#[cfg(test)]
mod tests {
    use rusqlite::StatementStatus;

    use super::{Use, newest, open};

    #[test]
    fn a_statement_that_is_kept_is_planned_once() {
        let path = std::env::temp_dir().join(format!("milkway-planned-{}.db", std::process::id()));
        let writer = newest(&path).unwrap();
        let reader = open(&path, Use::Read).unwrap();
        let sql = "SELECT document FROM revision WHERE household = ?1 AND entry = ?2 ORDER BY seq";
        for connection in [&writer, &reader] {
            for entry in ["1", "2", "3"] {
                let mut kept = connection.prepare_cached(sql).unwrap();
                assert!(kept.query(["home", entry]).unwrap().next().unwrap().is_none());
                assert_eq!(kept.get_status(StatementStatus::RePrepare), 0, "for entry {entry}");
            }
        }
        drop((writer, reader));
        for beside in ["", "-wal", "-shm"] {
            let _ = std::fs::remove_file(format!("{}{beside}", path.display()));
        }
    }
}
