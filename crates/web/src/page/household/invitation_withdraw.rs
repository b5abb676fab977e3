//! `POST /people/invitations/{id}/withdraw`

use axum::extract::Path;
use axum::response::Response;
use care::record::role::Act;
use store::invitation;

use super::front::{Desk, to};

/// Takes an invitation back: its link is worth nothing from now on.
pub async fn handle(desk: Desk, Path(id): Path<String>) -> Response {
    if let Err(answer) = desk.must(Act::Govern) {
        return *answer;
    }
    let Ok(id) = id.parse() else { return desk.front.unknown() };
    let home = desk.member.household.id;
    match desk.front.record.write(move |tx| invitation::withdraw(tx, home, id)).await {
        Ok(true) => to("/people"),
        Ok(false) => desk.front.unknown(),
        Err(fault) => desk.front.failed(&fault),
    }
}
