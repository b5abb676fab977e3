//! `GET /record/live?since=SEQ`: answers when something has changed, or after a while.

use std::time::Duration;

use axum::Json;
use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::json;

use crate::site::Site;

/// No proxy on the way waits longer.
const PATIENCE: Duration = Duration::from_secs(25);

/// From where.
#[derive(Debug, Deserialize)]
pub struct Since {
    #[serde(default)]
    since: i64,
}

/// The number of the last change, once it is later than `since`.
pub async fn handle(State(site): State<Site>, headers: HeaderMap, Query(Since { since }): Query<Since>) -> Response {
    let Some(record) = site.record() else { return super::refused(axum::http::StatusCode::NOT_FOUND, "no-record") };
    // First listen, then look: what changes between the two is heard.
    let (household, mut news) = match super::member(&site, &headers).await {
        Ok((_, member)) => (member.household.id, record.live().listen(member.household.id, member.seq)),
        Err(answer) => return answer,
    };
    let at = match record.read(move |tx| store::household::seq(tx, household)).await {
        Ok(seq) => seq,
        Err(fault) => return super::failed(&fault),
    };
    let seq = if at > since {
        at
    } else {
        let newer = tokio::time::timeout(PATIENCE, news.wait_for(|seq| *seq > since)).await;
        newer.ok().and_then(Result::ok).map_or(since, |seq| *seq)
    };
    Json(json!({ "seq": seq })).into_response()
}
