//! `POST /record/push`

use std::collections::{BTreeMap, BTreeSet};

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use care::record::entry::Entry;
use care::record::id::{DeviceId, EntryId, HouseholdId};
use care::record::revision::Revision;
use serde::Deserialize;
use serde_json::{Value, json};
use store::{Fault, entry};

use crate::record::{Record, change};
use crate::site::Site;
use crate::time::now_ms;

/// What a phone sends: at most so many at once.
const MOST: usize = 200;

/// A lot of revisions.
#[derive(Debug, Deserialize)]
pub struct Lot {
    device: DeviceId,
    /// The phone's clock as it sends: what it is ahead of ours is seen from that.
    sent_at_ms: i64,
    revisions: Vec<Value>,
}

/// Takes each revision that may be taken, all in one transaction, and says of each what became of it.
pub async fn handle(State(site): State<Site>, headers: HeaderMap, Json(lot): Json<Lot>) -> Response {
    let (record, writer) = match super::writer(&site, &headers).await {
        Ok(found) => found,
        Err(answer) => return answer,
    };
    let now_ms = now_ms();
    let (mut taken, mut refused, mut kept) = (Vec::new(), Vec::new(), Vec::new());
    let sent = lot.revisions.into_iter().take(MOST);
    let sent: Vec<_> = sent.map(|sent| (sent.get("id").cloned(), serde_json::from_value::<Revision>(sent))).collect();
    let before = match before(record, writer.household.id, &sent).await {
        Ok(before) => before,
        Err(fault) => return super::failed(&fault),
    };
    for (id, sent) in sent {
        let why = match sent {
            Err(_) => "unreadable",
            Ok(revision) => {
                match change::may(&writer.household, &writer.person, &revision, before.get(&revision.entry)) {
                    Ok(()) => {
                        taken.push(revision.id);
                        kept.push(revision);
                        continue;
                    }
                    Err(why) => why.name(),
                }
            }
        };
        refused.push(json!({ "id": id, "why": why }));
    }
    let skew_ms = lot.sent_at_ms.saturating_sub(now_ms);
    match change::save_as(record, (writer.household.id, writer.person.id), lot.device, skew_ms, kept, now_ms).await {
        Ok(seq) => Json(json!({ "now_ms": now_ms, "seq": seq, "taken": taken, "refused": refused })).into_response(),
        Err(fault) => super::failed(&fault),
    }
}

/// The entries that are to be changed, as they stand.
async fn before(
    record: &Record,
    household: HouseholdId,
    sent: &[(Option<Value>, Result<Revision, serde_json::Error>)],
) -> Result<BTreeMap<EntryId, Entry>, Fault> {
    let ids: BTreeSet<EntryId> = sent.iter().filter_map(|(_, sent)| Some(sent.as_ref().ok()?.entry)).collect();
    record
        .read(move |tx| {
            let found = ids.iter().map(|id| Ok(entry::get(tx, household, *id)?.map(|entry| (*id, entry))));
            found.filter_map(Result::transpose).collect()
        })
        .await
}
