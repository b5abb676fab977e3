//! `GET /record/pull?since=SEQ`, and with `&whole=true` the pages of hearing everything from the start.

use axum::Json;
use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use care::record::household::Household;
use care::record::id::PersonId;
use care::record::known::REACH;
use care::record::revision::{Content, Received};
use serde::{Deserialize, Serialize};
use store::revision::{self, Numbered};

use crate::for_her::{self, Line};
use crate::record::access;
use crate::site::Site;
use crate::time::now_ms;

/// So many changes at once.
const MOST: i64 = 500;

/// So far back a phone knows the record.
const WITH_IT_MS: i64 = 15 * 24 * 60 * 60 * 1_000;

/// From where.
#[derive(Debug, Deserialize)]
pub struct Since {
    #[serde(default)]
    since: i64,
    /// Only what a phone has with it, in pages: it hears all of it again, because it may see other things than before.
    #[serde(default)]
    whole: bool,
}

/// What a phone is told. Written straight from its types: by way of a tree of values it would cost half as much again.
#[derive(Serialize)]
struct Told {
    now_ms: i64,
    seq: i64,
    more: bool,
    /// What she may see: another text than last time, and what this phone has is heard again and what does not come goes.
    scope: String,
    /// Who sees today only keeps nothing of others that is older.
    #[serde(skip_serializing_if = "Option::is_none")]
    others_from_ms: Option<i64>,
    revisions: Vec<Change>,
    household: Household,
    person: PersonId,
    /// What a clinician has set for her, and counts: for this person's own phone alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    for_her: Option<Vec<Line>>,
}

/// A revision with its number.
#[derive(Serialize)]
struct Change {
    seq: i64,
    received: Received,
}

/// What came after a change, as far as this person may see it, with the household as it stands.
pub async fn handle(State(site): State<Site>, headers: HeaderMap, Query(asked): Query<Since>) -> Response {
    let Since { since, whole } = asked;
    let (record, member) = match super::member(&site, &headers).await {
        Ok(found) => found,
        Err(answer) => return answer,
    };
    let household = member.household.id;
    let now_ms = now_ms();
    let reader = member.clone();
    let read = record.read(move |tx| {
        // A phone that begins takes the last weeks with it, not years; of weights and moods what an alarm may rest on.
        let changes = if since == 0 || whole {
            let further = REACH.map(|(kind, reach_ms)| (kind, reach_ms.map_or(i64::MIN, |reach_ms| now_ms - reach_ms)));
            revision::lately(tx, household, now_ms - WITH_IT_MS, &further, since, MOST)
        } else {
            revision::after(tx, household, since, MOST)
        };
        // Where it cannot be read the phone keeps what it has, and still gets the record.
        let set = for_her::read(tx, &reader, now_ms);
        let set = set.inspect_err(|fault| tracing::error!(%fault, "what a clinician has set could not be read"));
        Ok((changes?, set.ok()))
    });
    let (changes, set) = match read.await {
        Ok(found) => found,
        Err(fault) => return super::failed(&fault),
    };
    let more = i64::try_from(changes.len()).unwrap_or(MOST) == MOST;
    // Less than `since` when the store came back from an older copy: the phone hears that from it, and tells what was lost.
    let seq = if more { changes.last().map_or(member.seq, |last| last.seq) } else { member.seq };
    let told = |content: &Content| (content.subject, content.body.kind());
    let sees = |one: &Numbered| {
        let content = &one.received.revision.content;
        let (subject, kind) = told(content);
        access::may_see(&member.household, &member.person, subject, kind, one.received.by, content.at.at_ms, now_ms)
    };
    let seen: Vec<Numbered> = changes.into_iter().filter(sees).collect();
    let read = seen.iter().map(|one| told(&one.received.revision.content));
    if let Err(fault) = access::note(record, &member, read, now_ms).await {
        return super::failed(&fault);
    }
    let revisions = seen.into_iter().map(|one| Change { seq: one.seq, received: one.received }).collect();
    let for_her = set.map(|set| for_her::lines(&member, set, site.words()));
    let scope = member.household.scope_of(&member.person);
    let others_from_ms = access::others_from_ms(&member.person, now_ms);
    let (household, person) = (member.household, member.person.id);
    Json(Told { now_ms, seq, more, scope, others_from_ms, revisions, household, person, for_her }).into_response()
}
