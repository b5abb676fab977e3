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
    /// Somebody else holds the file.
    #[error("the database is held by another program; stop it, or point this server at another data folder")]
    Busy,
    /// The file is no database of ours, or broken.
    #[error("the database file cannot be read ({0}); restore a backup with `milkway restore FILE`")]
    Broken(String),
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
    /// A row does not hold what this program writes.
    #[error("a row of `{table}` does not read: {why}")]
    Row {
        /// The table.
        table: &'static str,
        /// What is wrong.
        why: String,
    },
    /// Anything else that the database says.
    #[error("the database says: {0}")]
    Other(String),
}

impl From<rusqlite::Error> for Fault {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        let Some(code) = error.sqlite_error_code() else { return Self::Other(error.to_string()) };
        match code {
            ErrorCode::DiskFull => Self::Full,
            ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied => Self::ReadOnly,
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::Busy,
            ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => Self::Broken(error.to_string()),
            ErrorCode::ConstraintViolation => Self::Twice(error.to_string()),
            _ => Self::Other(error.to_string()),
        }
    }
}
