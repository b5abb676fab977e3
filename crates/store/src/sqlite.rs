//! SQLite behind the door: one writer, a few readers, a write-ahead log, and a full sync before a write is acknowledged.

use std::path::{Path, PathBuf};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rusqlite::types::{ToSqlOutput, Value as Kept, ValueRef};
use rusqlite::{Connection, OpenFlags, ToSql, TransactionBehavior};

use crate::door::{Row, Tx, Value};
use crate::fault::Fault;
use crate::migration;

/// How many pages may be read at once.
const READERS: usize = 3;
/// Another program may hold the file for so long.
const BUSY: Duration = Duration::from_secs(5);
/// Statements that stay prepared, a connection.
const PREPARED: usize = 64;

/// The store.
#[derive(Debug)]
pub struct Store {
    path: PathBuf,
    writer: Mutex<Connection>,
    readers: Mutex<Vec<Connection>>,
    returned: Condvar,
}

impl Store {
    /// Opens the database, makes it when there is none, and brings it to the newest version.
    ///
    /// # Errors
    /// When the file cannot be opened, is none of ours, or is from a newer version.
    pub fn open(path: &Path) -> Result<Self, Fault> {
        let mut writer = connection(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE)?;
        migrate(&mut writer)?;
        let readers = (0..READERS).map(|_| connection(path, OpenFlags::SQLITE_OPEN_READ_WRITE));
        let readers = readers.collect::<Result<Vec<_>, _>>()?;
        Ok(Self {
            path: path.to_owned(),
            writer: Mutex::new(writer),
            readers: Mutex::new(readers),
            returned: Condvar::new(),
        })
    }

    /// Where the database is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Reads in one transaction: all that is read is of one instant.
    ///
    /// # Errors
    /// What `work` says, or the database.
    pub fn read<T>(&self, work: impl FnOnce(&dyn Tx) -> Result<T, Fault>) -> Result<T, Fault> {
        let mut connection = self.take();
        let done = connection.transaction().map_err(Fault::from).and_then(|tx| work(&Inside(&tx)));
        held(&self.readers).push(connection);
        self.returned.notify_one();
        done
    }

    /// Writes in one transaction: all of it is on disk when this returns, or nothing is.
    ///
    /// # Errors
    /// What `work` says, or the database; then nothing was written.
    pub fn write<T>(&self, work: impl Fn(&dyn Tx) -> Result<T, Fault>) -> Result<T, Fault> {
        let mut writer = held(&self.writer);
        let tx = writer.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let done = work(&Inside(&tx))?;
        tx.commit()?;
        Ok(done)
    }

    fn take(&self) -> Connection {
        let mut readers = held(&self.readers);
        loop {
            if let Some(connection) = readers.pop() {
                return connection;
            }
            readers = self.returned.wait(readers).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

/// A thread that panicked while it held the lock has rolled back: what is behind it is whole.
fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

fn connection(path: &Path, flags: OpenFlags) -> Result<Connection, Fault> {
    let connection = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    connection.busy_timeout(BUSY)?;
    connection.set_prepared_statement_cache_capacity(PREPARED);
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    Ok(connection)
}

/// Runs what the database has not seen of the list. The version of a database is the number of steps that it has taken.
fn migrate(connection: &mut Connection) -> Result<(), Fault> {
    let tx = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let found: i64 = tx.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    let known = i64::try_from(migration::STEPS.len()).unwrap_or(i64::MAX);
    if found > known {
        return Err(Fault::Newer { found, known });
    }
    for step in migration::STEPS.iter().skip(usize::try_from(found).unwrap_or(0)) {
        tx.execute_batch(&migration::for_sqlite(step))?;
    }
    tx.pragma_update(None, "user_version", known)?;
    tx.commit()?;
    Ok(())
}

/// A transaction of SQLite.
struct Inside<'c>(&'c Connection);

impl Tx for Inside<'_> {
    fn rows(&self, sql: &str, values: &[Value]) -> Result<Vec<Row>, Fault> {
        let mut statement = self.0.prepare_cached(&numbered(sql))?;
        let width = statement.column_count();
        let mut found = statement.query(rusqlite::params_from_iter(values))?;
        let mut rows = Vec::new();
        while let Some(row) = found.next()? {
            let values = (0..width).map(|at| row.get::<_, Kept>(at).map(Value::from));
            rows.push(Row(values.collect::<Result<_, _>>()?));
        }
        Ok(rows)
    }

    fn run(&self, sql: &str, values: &[Value]) -> Result<usize, Fault> {
        Ok(self.0.prepare_cached(&numbered(sql))?.execute(rusqlite::params_from_iter(values))?)
    }
}

/// `$2` is a name to SQLite, numbered by where it first stands; `?2` is the second value.
fn numbered(sql: &str) -> String {
    sql.replace('$', "?")
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Int(value) => ValueRef::Integer(*value),
            Self::Real(value) => ValueRef::Real(*value),
            Self::Text(value) => ValueRef::Text(value.as_bytes()),
            Self::Bytes(value) => ValueRef::Blob(value),
        }))
    }
}

impl From<Kept> for Value {
    fn from(value: Kept) -> Self {
        match value {
            Kept::Null => Self::Null,
            Kept::Integer(value) => Self::Int(value),
            Kept::Real(value) => Self::Real(value),
            Kept::Text(value) => Self::Text(value),
            Kept::Blob(value) => Self::Bytes(value),
        }
    }
}
