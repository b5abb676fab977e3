//! What a server does by itself from time to time: a backup when one is due, and away with what has run out.

use std::path::PathBuf;
use std::time::Duration;

use store::{Fault, backup, deletion, invitation, session};

use super::Record;
use crate::time::now_ms;

/// So often it is looked whether something is due.
const EVERY: Duration = Duration::from_secs(10 * 60);

/// Keeps a record up for as long as the server runs. A fault is logged and tried again: nobody is waiting for this.
pub async fn run(record: Record, backups: PathBuf) {
    loop {
        if let Err(fault) = once(&record, backups.clone()).await {
            tracing::error!(%fault, "the upkeep of the record could not be done");
        }
        tokio::time::sleep(EVERY).await;
    }
}

async fn once(record: &Record, backups: PathBuf) -> Result<(), Fault> {
    let now_ms = now_ms();
    record.with_store(move |store| backup::when_due(store, &backups, now_ms)).await?;
    sweep(record, now_ms).await
}

/// What is over is forgotten: sessions and invitations that have ended, households whose seven days have passed.
///
/// # Errors
/// What the store says; then nothing was forgotten.
pub async fn sweep(record: &Record, now_ms: i64) -> Result<(), Fault> {
    record
        .write(move |tx| {
            session::sweep(tx, now_ms)?;
            invitation::sweep(tx, now_ms)?;
            deletion::purge(tx, now_ms).map(drop)
        })
        .await
}
