//! `POST /people/gadgets/{id}/revoke`

use axum::extract::Path;
use axum::response::Response;
use care::record::role::Act;
use store::gadget;

use super::front::{Desk, to};
use crate::record::people;

/// Ends a gadget's token at once. What it wrote stays under its name.
pub async fn handle(desk: Desk, Path(id): Path<String>) -> Response {
    if let Err(answer) = desk.must(Act::Govern) {
        return *answer;
    }
    let Ok(id) = id.parse() else { return desk.front.unknown() };
    let (home, now_ms) = (desk.member.household.id, desk.front.now_ms);
    let write = move |tx: &dyn store::Tx| {
        let known = gadget::of_household(tx, home)?.into_iter().find(|one| one.id == id);
        let Some(known) = known else { return Ok(false) };
        gadget::revoke(tx, home, id)?;
        people::change(tx, home, known.person, now_ms, |person| person.removed = true)?.ok();
        Ok(true)
    };
    match desk.front.record.write(write).await {
        Ok(true) => to("/people"),
        Ok(false) => desk.front.unknown(),
        Err(fault) => desk.front.failed(&fault),
    }
}
