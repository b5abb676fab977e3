//! SQLite behind the door: one writer, a few readers, a write-ahead log, and a full sync before a write is acknowledged.

use std::fs::OpenOptions;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use rusqlite::types::{ToSqlOutput, Value as Kept, ValueRef};
use rusqlite::{Connection, ToSql, TransactionBehavior};

use crate::connect::{self, Use};
use crate::door::{Row, Tx, Value};
use crate::fault::Fault;

/// How many pages may be read at once.
pub const READERS: usize = 3;

/// The store.
///
/// The work given to [`read`](Self::read) and [`write`](Self::write) never calls the store itself: it would wait for itself.
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
        let writer = connect::newest(path)?;
        let readers = (0..READERS).map(|_| connect::open(path, Use::Read));
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

    /// Reads in one transaction: all that is read is of one instant. What tries to write there is refused.
    ///
    /// # Errors
    /// What `work` says, or the database.
    pub fn read<T>(&self, work: impl FnOnce(&dyn Tx) -> Result<T, Fault>) -> Result<T, Fault> {
        let mut borrowed = self.borrow();
        let [reader] = &mut *borrowed.connection else { return Err(Fault::Busy) };
        let tx = reader.transaction()?;
        work(&Inside(&tx))
    }

    /// Writes in one transaction: all of it is on disk when this returns, or nothing is.
    ///
    /// # Errors
    /// What `work` says, or the database; then nothing was written.
    pub fn write<T>(&self, work: impl Fn(&dyn Tx) -> Result<T, Fault>) -> Result<T, Fault> {
        let mut writer = held(&self.writer);
        let done = in_one(&mut writer, work);
        done.map_err(|fault| if matches!(fault, Fault::Disk(_)) { self.why(fault) } else { fault })
    }

    /// A disk that becomes read-only under an open file (an error of the disk, an administrator) only says that a write failed. What may be
    /// written is seen at the log: no lock hangs on it that would be lost when it is opened once more.
    fn why(&self, fault: Fault) -> Fault {
        let mut log = self.path.clone().into_os_string();
        log.push("-wal");
        match OpenOptions::new().append(true).open(log).map_err(|why| why.kind()) {
            Err(ErrorKind::ReadOnlyFilesystem | ErrorKind::PermissionDenied) => Fault::ReadOnly,
            _ => fault,
        }
    }

    fn borrow(&self) -> Borrowed<'_> {
        let mut readers = held(&self.readers);
        loop {
            if let Some(connection) = readers.pop() {
                return Borrowed { store: self, connection: vec![connection] };
            }
            readers = self.returned.wait(readers).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

fn in_one<T>(writer: &mut Connection, work: impl Fn(&dyn Tx) -> Result<T, Fault>) -> Result<T, Fault> {
    let tx = writer.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let done = work(&Inside(&tx))?;
    tx.commit()?;
    Ok(done)
}

/// A reader that goes back when it is dropped, also when the work that had it panicked: else the fourth page would wait for ever.
struct Borrowed<'s> {
    store: &'s Store,
    /// One, until it is dropped.
    connection: Vec<Connection>,
}

impl Drop for Borrowed<'_> {
    fn drop(&mut self) {
        held(&self.store.readers).append(&mut self.connection);
        self.store.returned.notify_one();
    }
}

/// A thread that panicked while it held the lock has rolled back: what is behind it is whole.
fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A transaction of SQLite.
pub(crate) struct Inside<'c>(pub(crate) &'c Connection);

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
