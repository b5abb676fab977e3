//! What a person may see, as a text: another one whenever she may see something else, and never otherwise.

use care::record::body::Kind;
use care::record::household::{Baby, BabyState, Household, Person};
use care::record::id::{BabyId, HouseholdId, PersonId};
use care::record::revision::Subject;
use care::record::role::Role;
use care::record::settings::Settings;
use uuid::Uuid;

fn person(number: u128, role: Role) -> Person {
    let (id, name) = (PersonId(Uuid::from_u128(number)), String::new());
    Person { id, name, role, until_ms: None, removed: false, shares: Vec::new(), writes: None }
}

fn household() -> Household {
    let people = vec![person(1, Role::Owner), person(2, Role::Parent), person(3, Role::Helper)];
    Household { id: HouseholdId(Uuid::from_u128(9)), settings: Settings::default(), people, babies: Vec::new() }
}

fn scope(household: &Household, at: usize) -> String {
    household.scope_of(&household.people[at])
}

#[test]
fn what_one_shares_changes_what_each_of_the_others_may_see_and_comes_back_to_the_same() {
    const GROUPS: [Kind; 4] = [Kind::Symptom, Kind::Medicine, Kind::Mood, Kind::Check];
    let plain = household();
    let mut seen: Vec<(Vec<bool>, String)> = Vec::new();
    for sharer in 0..2 {
        for set in 0..16_u8 {
            let mut home = household();
            home.people[sharer].shares =
                GROUPS.into_iter().enumerate().filter(|(at, _)| set >> at & 1 == 1).map(|(_, one)| one).collect();
            assert_eq!(scope(&home, sharer), scope(&plain, sharer), "her own she sees anyway");
            let reader = &home.people[2];
            let may = |owner: &Person| GROUPS.map(|kind| home.may_see(reader, Subject::Parent(owner.id), kind));
            seen.push((home.people.iter().flat_map(may).collect(), scope(&home, 2)));
            home.people[sharer].shares.reverse();
            assert_eq!(scope(&home, 2), seen.last().unwrap().1, "the order of what she shares says nothing");
        }
    }
    for (may, text) in &seen {
        for (other_may, other_text) in &seen {
            assert_eq!(may == other_may, text == other_text, "{text} and {other_text}");
        }
    }
}

#[test]
fn a_role_that_sees_more_is_another_text_and_what_decides_nothing_is_not() {
    let before = household();
    let mut home = household();
    home.people[2].role = Role::Clinician;
    assert_ne!(scope(&home, 2), scope(&before, 2));
    let mut home = household();
    home.people[2].name = "Eva".to_owned();
    home.people.push(person(4, Role::Parent));
    home.people.reverse();
    home.settings.region = "UK".to_owned();
    let born = "2026-11-01".to_owned();
    home.babies.push(Baby { id: BabyId(Uuid::from_u128(7)), name: String::new(), born, state: BabyState::Home });
    assert_eq!(scope(&home, 1), scope(&before, 2), "neither names, nor people who share nothing, nor babies");
}
