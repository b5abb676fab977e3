//! `POST /record/push`

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use care::record::id::{DeviceId, RevisionId};
use care::record::revision::Revision;
use serde::Deserialize;
use serde_json::{Value, json};
use store::{Fault, Tx, entry};

use super::Writer;
use crate::record::change;
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

/// The id that was sent, and what it reads as.
type Sent = (Option<Value>, Result<Revision, serde_json::Error>);

/// What became of a lot.
#[derive(Default)]
struct Outcome {
    taken: Vec<RevisionId>,
    refused: Vec<Value>,
}

/// Takes each revision that may be taken, all in one transaction, and says of each what became of it.
pub async fn handle(State(site): State<Site>, headers: HeaderMap, Json(lot): Json<Lot>) -> Response {
    let (record, writer) = match super::writer(&site, &headers).await {
        Ok(found) => found,
        Err(answer) => return answer,
    };
    let now_ms = now_ms();
    let sent = lot.revisions.into_iter().take(MOST);
    let sent: Vec<Sent> = sent.map(|sent| (sent.get("id").cloned(), Revision::deserialize(sent))).collect();
    let (by, skew_ms) = ((writer.household.id, writer.person.id), lot.sent_at_ms.saturating_sub(now_ms));
    // Whoever may change an entry is asked where it is changed: what stands there is read once, and nobody comes in between.
    let decide = move |tx: &dyn Tx| decide(tx, &writer, &sent);
    match change::decide_as(record, by, lot.device, skew_ms, now_ms, decide).await {
        Ok((seq, Outcome { taken, refused })) => {
            Json(json!({ "now_ms": now_ms, "seq": seq, "taken": taken, "refused": refused })).into_response()
        }
        Err(fault) => super::failed(&fault),
    }
}

/// Which of them may be taken, by the entries as they stand before the lot.
fn decide(tx: &dyn Tx, writer: &Writer, sent: &[Sent]) -> Result<(Vec<Revision>, Outcome), Fault> {
    let (mut kept, mut outcome) = (Vec::new(), Outcome::default());
    for (id, sent) in sent {
        let why = match sent {
            Err(_) => "unreadable",
            Ok(revision) => {
                let before = entry::get(tx, writer.household.id, revision.entry)?;
                match change::may(&writer.household, &writer.person, revision, before.as_ref()) {
                    Ok(()) => {
                        outcome.taken.push(revision.id);
                        kept.push(revision.clone());
                        continue;
                    }
                    Err(why) => why.name(),
                }
            }
        };
        outcome.refused.push(json!({ "id": id, "why": why }));
    }
    Ok((kept, outcome))
}
