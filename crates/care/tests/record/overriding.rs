//! What counts for her of what clinicians have set.

use care::record::household::{Household, Person};
use care::record::id::PersonId;
use care::record::overriding::{Counting, Override, Set, counting, is_of_these_rules, raise_of, raised, unlocked};
use care::record::role::Role;
use protocol::model::urgency::Urgency;
use uuid::Uuid;

use crate::known::{household, shipped};
use crate::world::{ANA, BEN, NOW_MS};

const DOC: PersonId = PersonId(Uuid::from_u128(77));
const CARD: &str = "vibration-device:0123456789abcdef";
const UNTIL_MS: i64 = NOW_MS + 1_000;

fn person(id: PersonId, role: Role) -> Person {
    let until_ms = (role == Role::Clinician).then_some(UNTIL_MS);
    Person { id, name: "Somebody".into(), role, until_ms, removed: false, shares: vec![], writes: None }
}

fn home() -> Household {
    Household {
        people: vec![person(ANA, Role::Owner), person(BEN, Role::Parent), person(DOC, Role::Clinician)],
        ..household(20)
    }
}

fn set(set: Set) -> Override {
    Override { id: Uuid::from_u128(1), of: ANA, set, by: DOC, by_name: "Doc".into(), made_ms: NOW_MS - 5, ended: None }
}

fn unlock() -> Override {
    set(Set::Unlock { session: "vibration".into(), card: CARD.into() })
}

fn raise(rule: &str, to: Urgency) -> Override {
    set(Set::Raise { rule: rule.into(), to: to.number() })
}

/// What counts at an instant for one of the household.
fn at(home: &Household, of: PersonId, set: &[Override], now_ms: i64) -> Vec<Counting> {
    counting(home, home.person(of).unwrap(), set, now_ms)
}

fn is_open(home: &Household, of: PersonId, set: &[Override], now_ms: i64) -> bool {
    unlocked(&at(home, of, set, now_ms), "vibration", CARD, now_ms).is_some()
}

#[test]
fn an_unlock_counts_for_her_until_it_is_withdrawn_or_whoever_set_it_is_gone() {
    let open = [unlock()];
    assert!(is_open(&home(), ANA, &open, NOW_MS));
    assert!(!is_open(&home(), BEN, &open, NOW_MS), "nobody else's");
    assert!(!is_open(&home(), ANA, &[Override { ended: Some((NOW_MS, ANA)), ..unlock() }], NOW_MS), "withdrawn");
    assert!(is_open(&home(), ANA, &open, UNTIL_MS - 1));
    assert!(!is_open(&home(), ANA, &open, UNTIL_MS), "the clinician no longer reads");
    for change in [
        |one: &mut Person| one.removed = true,
        |one: &mut Person| one.role = Role::Helper,
        |one: &mut Person| one.id = PersonId(Uuid::from_u128(78)),
    ] {
        let mut gone = home();
        change(&mut gone.people[2]);
        assert!(!is_open(&gone, ANA, &open, NOW_MS));
    }
    let mut helper = home();
    helper.people[0].role = Role::Helper;
    assert!(!is_open(&helper, ANA, &open, NOW_MS), "no helper is unlocked anything");
}

#[test]
fn a_phone_that_hears_nothing_more_closes_when_the_reading_ends() {
    let told = at(&home(), ANA, &[unlock()], NOW_MS);
    assert_eq!(told[0].until_ms, Some(UNTIL_MS));
    assert!(unlocked(&told, "vibration", CARD, UNTIL_MS - 1).is_some());
    assert!(unlocked(&told, "vibration", CARD, UNTIL_MS).is_none());
}

#[test]
fn an_unlock_is_of_one_session_and_of_the_card_that_was_read() {
    let told = at(&home(), ANA, &[unlock()], NOW_MS);
    for (session, card) in [("light_touch", CARD), ("vibration", "vibration-device:other"), ("vibration", "")] {
        assert!(unlocked(&told, session, card, NOW_MS).is_none(), "{session} {card}");
    }
}

#[test]
fn a_raise_counts_until_it_is_withdrawn_also_when_whoever_set_it_is_gone() {
    let raised_t01 = [raise("T01", Urgency::SameDay)];
    let counts =
        |home: &Household, set: &[Override], now_ms| raised(&shipped().protocol, &at(home, ANA, set, now_ms)).len();
    assert_eq!(counts(&home(), &raised_t01, NOW_MS), 1);
    assert_eq!(counts(&home(), &raised_t01, UNTIL_MS + 1), 1, "an access that has ended lowers nothing");
    let mut gone = home();
    gone.people.truncate(2);
    assert_eq!(counts(&gone, &raised_t01, NOW_MS), 1);
    let mut helper = home();
    helper.people[0].role = Role::Helper;
    assert_eq!(counts(&helper, &raised_t01, NOW_MS), 1, "nor does another role of hers");
    let ended = Override { ended: Some((NOW_MS, DOC)), ..raise("T01", Urgency::SameDay) };
    assert_eq!(counts(&home(), &[ended], NOW_MS), 0);
    assert!(at(&home(), BEN, &raised_t01, NOW_MS).is_empty());
    assert!(at(&home(), ANA, &raised_t01, NOW_MS)[0].until_ms.is_none());
}

#[test]
fn of_several_raises_the_highest_is_named_and_a_rule_that_is_gone_is_said_to_be() {
    let newer = Override { made_ms: NOW_MS, by_name: "Eve".into(), ..raise("T01", Urgency::UrgentCallNow) };
    let all = [
        raise("T01", Urgency::SameDay),
        newer,
        raise("T01", Urgency::UrgentCallNow),
        raise("X99", Urgency::EmergencyNow),
    ];
    let told = at(&home(), ANA, &all, NOW_MS);
    assert_eq!(raise_of(&told, "T01").unwrap().by_name, "Eve");
    assert!(raise_of(&told, "T02").is_none());
    let protocol = &shipped().protocol;
    assert_eq!(raised(protocol, &told).len(), 3);
    let known: Vec<bool> = all.iter().map(|one| is_of_these_rules(protocol, &one.set)).collect();
    assert_eq!(known, [true, true, true, false]);
}
