//! `GET /household/export`: the whole record as a file, as far as whoever takes it may see it.

use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use care::record::revision::Received;
use care::record::role::Act;
use exchange::record::export::Export;
use store::{Fault, Tx, revision};

use super::front::Desk;
use crate::record::access;

/// So many revisions are read at once.
const LOT: i64 = 1_000;

/// The file: JSON lines that `milkway import` takes. What others keep to themselves is not in it; what they share is noted in their logs.
pub async fn handle(desk: Desk) -> Response {
    if let Err(answer) = desk.must(Act::Govern) {
        return *answer;
    }
    let told = match gathered(&desk).await {
        Ok(revisions) => Export { household: desk.member.household.clone(), revisions }.lines(false),
        Err(fault) => return desk.front.failed(&fault),
    };
    match told {
        Ok(lines) => {
            let head = [
                (CONTENT_TYPE, "application/x-ndjson"),
                (CONTENT_DISPOSITION, "attachment; filename=\"milkway-record.ndjson\""),
            ];
            (head, lines).into_response()
        }
        Err(why) => desk.front.failed(&Fault::Other(why.to_string())),
    }
}

async fn gathered(desk: &Desk) -> Result<Vec<Received>, Fault> {
    let home = desk.member.household.id;
    let read = move |tx: &dyn Tx| {
        let (mut all, mut seq) = (Vec::new(), 0);
        loop {
            let lot = revision::after(tx, home, seq, LOT)?;
            let Some(last) = lot.last() else { return Ok(all) };
            seq = last.seq;
            all.extend(lot.into_iter().map(|one| one.received));
        }
    };
    let mut all = desk.front.record.read(read).await?;
    let told = |one: &Received| (one.revision.content.subject, one.revision.content.body.kind());
    all.retain(|one| {
        let (subject, kind) = told(one);
        desk.member.household.may_see(&desk.member.person, subject, kind)
    });
    access::note(&desk.front.record, &desk.member, all.iter().map(told), desk.front.now_ms).await?;
    Ok(all)
}
