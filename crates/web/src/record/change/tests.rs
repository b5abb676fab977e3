use care::record::body::{Body, Kind, Nappy};
use care::record::entry::Entry;
use care::record::household::{Baby, BabyState, Household, Person};
use care::record::id::{BabyId, DeviceId, EntryId, HouseholdId, PersonId, RevisionId};
use care::record::moment::Moment;
use care::record::revision::{Content, Received, Revision, Subject, fold};
use care::record::role::Role;
use care::record::settings::Settings;
use uuid::Uuid;

use super::{Refused, may};

const ROLES: [Role; 5] = [Role::Owner, Role::Parent, Role::Helper, Role::Clinician, Role::Device];

fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

fn person(number: u128, role: Role) -> Person {
    let (name, shares) = (String::new(), Vec::new());
    Person { id: PersonId(id(number)), name, role, until_ms: None, removed: false, shares, writes: None }
}

/// The mother is 1; each role stands at 10 and on; the baby is 5.
fn home() -> Household {
    let people = ROLES.iter().zip(10_u128..).map(|(role, number)| person(number, *role));
    Household {
        id: HouseholdId(id(99)),
        settings: Settings::default(),
        people: [person(1, Role::Owner)].into_iter().chain(people).collect(),
        babies: vec![Baby { id: BabyId(id(5)), name: String::new(), born: String::new(), state: BabyState::Home }],
    }
}

fn revision(number: u128, bases: &[u128], binned: bool, subject: Subject, body: Body) -> Revision {
    let at = Moment::in_zone(0, "UTC");
    Revision {
        id: RevisionId(id(number)),
        entry: EntryId(id(70)),
        bases: bases.iter().map(|base| RevisionId(id(*base))).collect(),
        made_at_ms: 0,
        binned,
        content: Content { subject, at, body, note: String::new() },
    }
}

fn entry(by: u128, binned: bool, subject: Subject, body: &Body) -> Entry {
    let revision = revision(30, &[], binned, subject, body.clone());
    fold(&[Received { revision, by: PersonId(id(by)), device: DeviceId(id(2)), skew_ms: 0 }]).unwrap()
}

/// What each role may do, in the order of [`ROLES`].
fn holds(what: &str, wanted: [bool; 5], done: impl Fn(u128) -> (Revision, Option<Entry>)) {
    let home = home();
    for ((role, number), wanted) in ROLES.iter().zip(10_u128..).zip(wanted) {
        let person = home.person(PersonId(id(number))).unwrap();
        let (revision, before) = done(number);
        assert_eq!(may(&home, person, &revision, before.as_ref()).is_ok(), wanted, "{role:?}: {what}");
    }
}

#[test]
fn each_role_does_what_is_its_own() {
    let baby = Subject::Baby(BabyId(id(5)));
    let nappy = || Body::Nappy(Nappy::default());
    let new = |binned| (revision(31, &[], binned, baby, nappy()), None);
    holds("logs", [true, true, true, false, true], |_| new(false));
    holds("makes an entry in the bin", [true, true, false, false, false], |_| new(true));
    let change = |by, from, to| (revision(31, &[30], to, baby, nappy()), Some(entry(by, from, baby, &nappy())));
    holds("changes what another logged", [true, true, false, false, false], |_| change(1, false, false));
    holds("changes its own", [true, true, true, false, true], |me| change(me, false, false));
    holds("bins its own", [true, true, false, false, false], |me| change(me, false, true));
    holds("takes its own out", [true, true, false, false, false], |me| change(me, true, false));
    holds("changes its own that was binned meanwhile", [true, true, true, false, true], |me| {
        (revision(31, &[29], false, baby, nappy()), Some(entry(me, true, baby, &nappy())))
    });
}

#[test]
fn what_is_hidden_is_not_changed_by_anybody_else() {
    let mother = Subject::Parent(PersonId(id(1)));
    let mood = || Body::Mood(care::record::body::Mood::default());
    holds("logs of the mother", [true, true, true, false, true], |_| (revision(31, &[], false, mother, mood()), None));
    holds("changes what is private to her", [false; 5], |_| {
        (revision(31, &[30], false, mother, mood()), Some(entry(1, false, mother, &mood())))
    });
    // Even when it was logged by whoever asks: a gadget alone finishes what it began, and is told nothing.
    holds("changes what it logged of her", [false, false, false, false, true], |me| {
        (revision(31, &[30], false, mother, mood()), Some(entry(me, false, mother, &mood())))
    });
}

#[test]
fn a_subject_of_another_household_is_refused() {
    let home = home();
    let one = revision(31, &[], false, Subject::Baby(BabyId(id(6))), Body::Note {});
    assert_eq!(may(&home, &home.people[0], &one, None), Err(Refused::Subject));
    let mut gadget = person(14, Role::Device);
    gadget.writes = Some(Kind::Temperature);
    let one = revision(31, &[], false, Subject::Baby(BabyId(id(5))), Body::Note {});
    assert_eq!(may(&home, &gadget, &one, None), Err(Refused::Role), "a gadget writes its one kind");
}
