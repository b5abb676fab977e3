//! `POST /record/push`

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use care::record::id::DeviceId;
use care::record::revision::Revision;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::record::change::{self, Refused};
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
    let (mut refused, mut kept) = (Vec::new(), Vec::new());
    for sent in lot.revisions.into_iter().take(MOST) {
        let id = sent.get("id").cloned().unwrap_or_default();
        let why = match serde_json::from_value::<Revision>(sent) {
            Err(_) => "unreadable",
            Ok(revision) => match change::may(&writer.household, &writer.person, &revision) {
                Ok(()) => {
                    kept.push(revision);
                    continue;
                }
                Err(why) => why.name(),
            },
        };
        refused.push(json!({ "id": id, "why": why }));
    }
    let others = match change::of_others(record, writer.household.id, &writer.person, &kept).await {
        Ok(others) => others,
        Err(fault) => return super::failed(&fault),
    };
    let (others, kept): (Vec<Revision>, Vec<_>) = kept.into_iter().partition(|one| others.contains(&one.entry));
    refused.extend(others.iter().map(|one| json!({ "id": one.id, "why": Refused::Role.name() })));
    let taken: Vec<_> = kept.iter().map(|one| one.id).collect();
    let skew_ms = lot.sent_at_ms.saturating_sub(now_ms);
    match change::save_as(record, (writer.household.id, writer.person.id), lot.device, skew_ms, kept, now_ms).await {
        Ok(seq) => Json(json!({ "now_ms": now_ms, "seq": seq, "taken": taken, "refused": refused })).into_response(),
        Err(fault) => super::failed(&fault),
    }
}
