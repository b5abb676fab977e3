//! The tables, as an ordered list of steps. A step that has been released is never changed: the next one is added below it.
//!
//! Written with the type words of PostgreSQL; TEXT, BIGINT, DOUBLE PRECISION, BOOLEAN and BYTEA only. Times are milliseconds since 1970 UTC,
//! days are `2026-11-26`, ids and documents are texts. Every table of a household begins its key with the household.

/// All steps, the oldest first.
pub const STEPS: &[&str] = &[
    include_str!("../migrations/0001_record.sql"),
    include_str!("../migrations/0002_override.sql"),
    include_str!("../migrations/0003_passkey.sql"),
];

/// The same in the words of SQLite, with types that are held.
pub fn for_sqlite(step: &str) -> String {
    step.replace("BIGINT", "INTEGER")
        .replace("BOOLEAN", "INTEGER")
        .replace("DOUBLE PRECISION", "REAL")
        .replace("BYTEA", "BLOB")
        .replace("\n);", "\n) STRICT;")
}
