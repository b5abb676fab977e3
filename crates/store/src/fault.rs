//! What can go wrong, told to whom it concerns.

/// A fault of the store.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// No room is left.
    #[error("the disk is full: nothing was saved; make room in the data folder, nothing that was saved before is lost")]
    Full,
    /// The file or its folder cannot be written.
    #[error("the data folder is read-only: nothing was saved; give the server the right to write there")]
    ReadOnly,
    /// The folder of the file is missing, or nobody may look into it.
    #[error(
        "the database file {0} cannot be opened; check that its folder is there and that the server may write in it"
    )]
    Closed(String),
    /// The disk did not do what it was told, and did not say why.
    #[error("the disk could not be read or written ({0}): nothing was saved; look at the disk of the data folder")]
    Disk(String),
    /// Somebody else holds the file.
    #[error("the database is held by another program; stop it, or point this server at another data folder")]
    Busy,
    /// The file is broken.
    #[error("the database file cannot be read ({0}); restore a backup with `milkway restore FILE`")]
    Broken(String),
    /// The file is whole, and somebody else's.
    #[error("{0} is not a database of Milkway; nothing in it was touched")]
    NotOurs(String),
    /// The database was written by a newer version.
    #[error("the database has version {found}, this program knows {known}: install the newer version again")]
    Newer {
        /// The version of the file.
        found: i64,
        /// The version of this program.
        known: i64,
    },
    /// A value that must be there once is there already.
    #[error("already there: {0}")]
    Twice(String),
    /// A value that the tables do not hold: it points at nothing, is missing or is of another type.
    #[error("the database refuses what it was given: {0}")]
    Refused(String),
    /// A file beside the database could not be read, written or moved.
    #[error("{what}: {why}")]
    File {
        /// What was tried, with the file.
        what: String,
        /// What the system says.
        why: std::io::Error,
    },
    /// Anything else that the database says.
    #[error("the database says: {0}")]
    Other(String),
}

impl From<rusqlite::Error> for Fault {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::{ErrorCode, ffi};
        let Some(found) = error.sqlite_error() else { return Self::Other(error.to_string()) };
        match (found.code, found.extended_code) {
            // The index beside the log grows by mapping memory: a full disk is told there, not by `DiskFull`.
            (ErrorCode::DiskFull, _) | (_, ffi::SQLITE_IOERR_SHMSIZE) => Self::Full,
            (ErrorCode::ReadOnly | ErrorCode::PermissionDenied, _) => Self::ReadOnly,
            (ErrorCode::SystemIoFailure, _) => Self::Disk(error.to_string()),
            (ErrorCode::CannotOpen, _) => Self::Closed(String::new()),
            (ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked, _) => Self::Busy,
            (ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase, _) => Self::Broken(error.to_string()),
            (_, ffi::SQLITE_CONSTRAINT_UNIQUE | ffi::SQLITE_CONSTRAINT_PRIMARYKEY) => Self::Twice(error.to_string()),
            (ErrorCode::ConstraintViolation, _) => Self::Refused(error.to_string()),
            _ => Self::Other(error.to_string()),
        }
    }
}

/// What the system said of a file, with what was tried.
pub(crate) fn file(what: impl Into<String>) -> impl FnOnce(std::io::Error) -> Fault {
    let what = what.into();
    |why| match why.kind() {
        std::io::ErrorKind::StorageFull => Fault::Full,
        std::io::ErrorKind::ReadOnlyFilesystem => Fault::ReadOnly,
        _ => Fault::File { what, why },
    }
}
