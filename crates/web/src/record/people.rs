//! Changing who belongs to a household: read and written in one transaction, so that two who act at once see each other.

use care::record::household::{Baby, Household, Person};
use care::record::id::{BabyId, HouseholdId, PersonId};
use care::record::role::Role;
use store::account::AccountId;
use store::{Fault, Tx, household};

/// What is wrong with it: the id of a message.
pub type Wrong = &'static str;

/// There is nobody of that id here.
pub const UNKNOWN: Wrong = "trouble-unknown";
/// A household keeps an owner.
pub const LAST_OWNER: Wrong = "people-fault-last-owner";

/// Changes a person, unless that would leave the household without an owner.
///
/// # Errors
/// What the store says.
pub fn change(
    tx: &dyn Tx,
    home: HouseholdId,
    id: PersonId,
    now_ms: i64,
    change: impl Fn(&mut Person),
) -> Result<Result<Person, Wrong>, Fault> {
    let Some(mut household) = household::get(tx, home)? else { return Ok(Err(UNKNOWN)) };
    let Some(person) = household.people.iter_mut().find(|one| one.id == id && !one.removed) else {
        return Ok(Err(UNKNOWN));
    };
    change(person);
    let person = person.clone();
    if !has_owner(&household, now_ms) {
        return Ok(Err(LAST_OWNER));
    }
    household::put_person(tx, home, &person, None)?;
    Ok(Ok(person))
}

/// Changes a baby; whether there is one of that id.
///
/// # Errors
/// What the store says.
pub fn change_baby(tx: &dyn Tx, home: HouseholdId, id: BabyId, change: impl Fn(&mut Baby)) -> Result<bool, Fault> {
    let household = household::get(tx, home)?;
    let Some(mut baby) = household.and_then(|one| one.babies.into_iter().find(|baby| baby.id == id)) else {
        return Ok(false);
    };
    change(&mut baby);
    household::put_baby(tx, home, &baby)?;
    Ok(true)
}

/// Whether an owner is left who may come in.
fn has_owner(household: &Household, now_ms: i64) -> bool {
    household.people.iter().any(|one| one.role == Role::Owner && one.is_let_in(now_ms))
}

/// Where an account may come in, and as whom.
///
/// # Errors
/// What the store says.
pub fn homes(tx: &dyn Tx, account: AccountId, now_ms: i64) -> Result<Vec<(Household, Person)>, Fault> {
    let mut homes = Vec::new();
    for (home, id) in household::of_account(tx, account)? {
        let Some(found) = household::get(tx, home)? else { continue };
        if let Some(person) = found.person(id).filter(|one| one.is_let_in(now_ms)).cloned() {
            homes.push((found, person));
        }
    }
    Ok(homes)
}
