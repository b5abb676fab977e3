//! What is over is forgotten: sessions and invitations that have ended, households whose seven days have passed.

use store::{Fault, Tx, deletion, invitation, session};

use super::Record;

/// Forgets it. For a loop of the server that comes by once an hour.
///
/// # Errors
/// What the store says; then nothing was forgotten.
pub async fn tidy(record: &Record, now_ms: i64) -> Result<(), Fault> {
    let forget = move |tx: &dyn Tx| {
        session::sweep(tx, now_ms)?;
        invitation::sweep(tx, now_ms)?;
        deletion::purge(tx, now_ms).map(drop)
    };
    record.write(forget).await
}
