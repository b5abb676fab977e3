//! The story goes on with those who sign in, are invited, read, and delete.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

#[expect(dead_code, reason = "this test uses a part of it")]
mod home;

use care::record::body::Kind;
use care::record::household::{Baby, BabyState};
use care::record::id::{HouseholdId, PersonId};
use care::record::overriding::{Override, Set};
use care::record::role::Role;
use home::{ANA, Folder, HOME, NOA, NOW_MS, add_home, bottle, id, person};
use store::access::Access;
use store::account::AccountId;
use store::deletion::{WAITS_MS, Waiting};
use store::gadget::Gadget;
use store::invitation::{Invitation, Offer};
use store::passkey::Passkey;
use store::revision::Taken;
use store::session::Session;
use store::{
    Fault, Store, access, account, deletion, gadget, household, invitation, overriding, passkey, revision, session,
};

const HOUR_MS: i64 = 3_600_000;
const DAY_MS: i64 = 24 * HOUR_MS;

#[test]
fn an_account_signs_in_recovers_once_and_is_deleted() {
    let folder = Folder::new();
    let store = folder.store();
    assert!(!store.read(account::any).unwrap());
    let ana = AccountId(id(50));
    store.write(|tx| account::add(tx, ana, "ana", "old", NOW_MS)).unwrap();
    let taken = store.write(|tx| account::add(tx, AccountId(id(51)), "ana", "other", NOW_MS));
    assert!(matches!(taken, Err(Fault::Twice(_))), "{taken:?}");
    store.write(|tx| account::set_password(tx, ana, "new")).unwrap();
    assert_eq!(store.read(|tx| account::named(tx, "ana")).unwrap(), Some((ana, "new".to_owned())));
    assert_eq!(store.read(|tx| account::login(tx, ana)).unwrap().as_deref(), Some("ana"));
    assert!(store.read(account::any).unwrap());

    store.write(|tx| account::set_recovery(tx, ana, &[vec![1], vec![2]])).unwrap();
    let code = |code: u8| store.write(|tx| account::use_recovery(tx, ana, &[code], NOW_MS)).unwrap();
    assert_eq!((code(1), code(1), code(2), code(3)), (true, false, true, false));
    store.write(|tx| account::set_recovery(tx, ana, &[vec![1]])).unwrap();
    assert_eq!((code(2), code(1)), (false, true), "the old ones are gone");

    store.write(|tx| household::put_person(tx, HOME, &person(5, "Ana", Role::Owner), Some(ana))).unwrap();
    assert!(
        store.write(|tx| account::remove(tx, ana)).unwrap() && !store.write(|tx| account::remove(tx, ana)).unwrap()
    );
    assert_eq!(store.read(|tx| account::named(tx, "ana")).unwrap(), None);
    let people = store.read(|tx| household::get(tx, HOME)).unwrap().unwrap().people;
    assert_eq!(people.len(), 1, "her name stands at what she logged");
}

#[test]
fn sessions_are_listed_and_ended_and_a_gadget_is_none() {
    let folder = Folder::new();
    let store = folder.store();
    let ana = AccountId(id(50));
    store.write(|tx| account::add(tx, ana, "ana", "hash", NOW_MS)).unwrap();
    let within = Some((HOME, ANA));
    let session = |number| Session {
        id: id(number),
        account: ana,
        within,
        label: "a phone".into(),
        made_ms: NOW_MS,
        seen_ms: NOW_MS,
        until_ms: NOW_MS + DAY_MS,
    };
    let tokens = ["one", "two", "three", "four"];
    let sign_in = || {
        for (number, token) in tokens.iter().enumerate() {
            store.write(|tx| session::add(tx, token, &session(60 + number as u128))).unwrap();
        }
    };
    let of_token = |token: &str, now_ms| store.read(|tx| session::of_token(tx, token, now_ms)).unwrap();
    let listed = || store.read(|tx| session::of_account(tx, ana, NOW_MS)).unwrap().len();
    sign_in();
    assert_eq!(of_token("one", NOW_MS), Some(session(60)));
    assert_eq!((of_token("other", NOW_MS), of_token("one", NOW_MS + DAY_MS)), (None, None));
    store.write(|tx| session::seen(tx, id(61), NOW_MS + HOUR_MS, NOW_MS + 2 * DAY_MS)).unwrap();
    assert_eq!(store.read(|tx| session::of_account(tx, ana, NOW_MS)).unwrap()[0].id, id(61), "the last used first");
    assert!(of_token("two", NOW_MS + DAY_MS).is_some(), "its end has moved");
    store.write(|tx| session::set_within(tx, id(60), None)).unwrap();
    assert_eq!(of_token("one", NOW_MS).unwrap().within, None);
    assert_eq!(store.write(|tx| session::sweep(tx, NOW_MS + DAY_MS)).unwrap(), 3);
    assert!(
        store.write(|tx| session::end(tx, ana, id(61))).unwrap()
            && !store.write(|tx| session::end(tx, ana, id(61))).unwrap()
    );
    assert_eq!(listed(), 0);

    sign_in();
    let gadget = Gadget {
        id: id(70),
        household: HOME,
        person: PersonId(id(8)),
        label: "the button in the kitchen".into(),
        made_ms: NOW_MS,
        seen_ms: NOW_MS,
        until_ms: NOW_MS + DAY_MS,
    };
    let add = || store.write(|tx| gadget::add(tx, "button", &gadget)).unwrap();
    let writes = |now_ms| store.read(|tx| gadget::of_token(tx, "button", now_ms)).unwrap();
    add();
    assert_eq!((writes(NOW_MS), writes(NOW_MS + DAY_MS)), (Some(gadget.clone()), None));
    assert_eq!(of_token("button", NOW_MS), None, "no token of a gadget opens a page");
    assert_eq!(store.read(|tx| gadget::of_token(tx, "one", NOW_MS)).unwrap(), None);
    assert_eq!(store.read(|tx| gadget::of_household(tx, HOME)).unwrap(), std::slice::from_ref(&gadget));
    assert!(!store.write(|tx| gadget::revoke(tx, HouseholdId(id(10)), id(70))).unwrap(), "another household");
    assert!(!store.write(|tx| gadget::revoke(tx, HOME, id(60))).unwrap(), "a browser is no gadget");
    assert!(store.write(|tx| gadget::revoke(tx, HOME, id(70))).unwrap());
    assert_eq!(writes(NOW_MS), None);

    add();
    store.write(|tx| session::set_within(tx, id(63), None)).unwrap();
    assert_eq!(
        store.write(|tx| session::end_of_person(tx, HOME, ANA)).unwrap(),
        3,
        "not the one outside, not the gadget"
    );
    assert_eq!((listed(), writes(NOW_MS)), (1, Some(gadget.clone())));
    assert_eq!(store.write(|tx| session::end_of_person(tx, HOME, gadget.person)).unwrap(), 1);
    assert_eq!(store.write(|tx| session::end_all(tx, ana, Some(id(63)))).unwrap(), 0);
    assert_eq!(store.write(|tx| session::end_all(tx, ana, None)).unwrap(), 1);
}

#[test]
fn passkeys_are_listed_used_removed_and_go_with_their_account() {
    let folder = Folder::new();
    let store = folder.store();
    let (ana, kim) = (AccountId(id(50)), AccountId(id(51)));
    store.write(|tx| account::add(tx, ana, "ana", "hash", NOW_MS)).unwrap();
    store.write(|tx| account::add(tx, kim, "kim", "hash", NOW_MS)).unwrap();
    let of = |account, number: u8| Passkey {
        id: id(90 + u128::from(number)),
        account,
        credential: vec![number, 0, 255],
        name: "Phone".into(),
        document: "{}".into(),
        made_ms: NOW_MS + i64::from(number),
        used_ms: None,
    };
    for one in [of(ana, 2), of(ana, 1), of(kim, 3)] {
        store.write(|tx| passkey::add(tx, &one)).unwrap();
    }
    let twice = Passkey { credential: of(ana, 1).credential, ..of(kim, 4) };
    let twice = store.write(|tx| passkey::add(tx, &twice));
    assert!(matches!(twice, Err(Fault::Twice(_))), "a credential has one owner: {twice:?}");
    let listed = |account| store.read(|tx| passkey::of_account(tx, account)).unwrap();
    let found = |credential: &[u8]| store.read(|tx| passkey::of_credential(tx, credential)).unwrap();
    assert_eq!(listed(ana), [of(ana, 1), of(ana, 2)], "the oldest first");
    assert_eq!(found(&[1, 0, 255]), Some((of(ana, 1), "ana".to_owned())));
    assert_eq!(found(&[1, 0]), None);

    let used = |account| store.write(|tx| passkey::used(tx, account, id(91), "{\"n\":1}", NOW_MS + DAY_MS)).unwrap();
    assert!(used(ana) && !used(kim), "another account");
    let now = Passkey { document: "{\"n\":1}".into(), used_ms: Some(NOW_MS + DAY_MS), ..of(ana, 1) };
    assert_eq!(listed(ana), [now, of(ana, 2)]);

    let remove = |account, number| store.write(|tx| passkey::remove(tx, account, id(number))).unwrap();
    assert_eq!((remove(kim, 91), remove(ana, 91), remove(ana, 91)), (false, true, false));
    assert!(!used(ana), "what is removed signs nobody in");
    store.write(|tx| account::remove(tx, ana)).unwrap();
    assert_eq!((found(&[2, 0, 255]), listed(kim)), (None, vec![of(kim, 3)]));
}

#[test]
fn an_invitation_works_once_and_not_after_its_end() {
    let folder = Folder::new();
    let store = folder.store();
    let offer = Offer { role: Role::Device, name: "Scale".into(), until_ms: Some(NOW_MS), writes: Some(Kind::Weight) };
    let invitation =
        |number| Invitation { id: id(number), household: HOME, offer: offer.clone(), until_ms: NOW_MS + DAY_MS };
    let add = |token: &str, number| store.write(|tx| invitation::add(tx, token, &invitation(number))).unwrap();
    let of_token = |token: &str, now_ms| store.read(|tx| invitation::of_token(tx, token, now_ms)).unwrap();
    let take = |token: &str, now_ms| store.write(|tx| invitation::take(tx, token, now_ms)).unwrap();
    add("one", 80);
    add("two", 81);
    assert_eq!((of_token("one", NOW_MS), of_token("guess", NOW_MS)), (Some(invitation(80)), None));
    assert_eq!((of_token("one", NOW_MS + DAY_MS), take("one", NOW_MS + DAY_MS)), (None, None), "past");
    assert_eq!(store.read(|tx| invitation::of_household(tx, HOME, NOW_MS)).unwrap(), [invitation(80), invitation(81)]);

    // Many at once: one gets it.
    let got: usize = std::thread::scope(|scope| {
        let tried: Vec<_> = (0..8).map(|_| scope.spawn(|| take("one", NOW_MS).into_iter().count())).collect();
        tried.into_iter().map(|one| one.join().unwrap()).sum()
    });
    assert_eq!((got, of_token("one", NOW_MS)), (1, None));

    assert!(!store.write(|tx| invitation::withdraw(tx, HouseholdId(id(10)), id(81))).unwrap(), "another household");
    assert!(store.write(|tx| invitation::withdraw(tx, HOME, id(81))).unwrap());
    assert_eq!(take("two", NOW_MS), None);
    add("three", 82);
    assert_eq!(store.write(|tx| invitation::sweep(tx, NOW_MS)).unwrap(), 1, "the used one");
    assert_eq!(store.write(|tx| invitation::sweep(tx, NOW_MS + DAY_MS)).unwrap(), 1, "the past one");
}

#[test]
fn a_reader_of_private_things_is_noted_once_an_hour() {
    let folder = Folder::new();
    let store = folder.store();
    let (ben, cyn) = (PersonId(id(6)), PersonId(id(4)));
    let hour_ms = NOW_MS.div_euclid(HOUR_MS) * HOUR_MS;
    let reads =
        [(ben, Kind::Mood, 0), (ben, Kind::Mood, HOUR_MS - 1), (ben, Kind::Mood, HOUR_MS), (cyn, Kind::Symptom, 0)];
    for (reader, kind, later_ms) in reads {
        store.write(|tx| access::note(tx, HOME, ANA, reader, kind, hour_ms + later_ms)).unwrap();
    }
    let listed = |limit| store.read(|tx| access::of_owner(tx, HOME, ANA, limit)).unwrap();
    let row = |hour_ms, reader, kind| Access { hour_ms, reader, kind };
    let all =
        [row(hour_ms + HOUR_MS, ben, Kind::Mood), row(hour_ms, ben, Kind::Mood), row(hour_ms, cyn, Kind::Symptom)];
    assert_eq!((listed(9), listed(1)), (all.to_vec(), all[..1].to_vec()));
    assert_eq!(store.read(|tx| access::of_owner(tx, HOME, ben, 9)).unwrap(), [], "hers is hers");
}

#[test]
fn a_household_is_hidden_for_seven_days_and_then_gone_from_every_table() {
    let folder = Folder::new();
    let store = folder.store();
    let other = HouseholdId(id(10));
    add_home(&store, other);
    let ana = AccountId(id(50));
    store.write(|tx| account::add(tx, ana, "ana", "hash", NOW_MS)).unwrap();
    for home in [HOME, other] {
        fill(&store, home, ana);
    }
    let mark = |now_ms| store.write(|tx| deletion::mark(tx, HOME, now_ms)).unwrap();
    let take_back = |now_ms| store.write(|tx| deletion::take_back(tx, HOME, now_ms)).unwrap();
    let purge = |now_ms| store.write(|tx| deletion::purge(tx, now_ms)).unwrap();
    let is_there = || store.read(|tx| household::get(tx, HOME)).unwrap().is_some();
    let button = || store.read(|tx| gadget::of_token(tx, &format!("g{HOME}"), NOW_MS)).unwrap().is_some();
    let link = || store.read(|tx| invitation::of_token(tx, &format!("i{HOME}"), NOW_MS)).unwrap().is_some();

    assert!(mark(NOW_MS) && !mark(NOW_MS + 1), "twice does not begin the days again");
    assert!(!is_there() && !button() && !link());
    assert_eq!(store.read(|tx| household::of_account(tx, ana)).unwrap(), [(other, ANA)]);
    let waiting = [Waiting { household: HOME, person: ANA, deleted_ms: NOW_MS }];
    assert_eq!(store.read(|tx| deletion::of_account(tx, ana)).unwrap(), waiting);
    assert_eq!(
        store.write(|tx| revision::put(tx, HOME, &bottle(11, 2, 60), NOW_MS)).unwrap(),
        Taken::New,
        "what a phone still sends is kept meanwhile"
    );
    assert!(take_back(NOW_MS + WAITS_MS - 1) && is_there() && button() && link());
    assert_eq!(purge(i64::MAX), 0, "what does not wait is never deleted");

    assert!(mark(NOW_MS) && !take_back(NOW_MS + WAITS_MS));
    assert_eq!((purge(NOW_MS + WAITS_MS - 1), purge(NOW_MS + WAITS_MS)), (0, 1));
    let tables = store
        .read(|tx| {
            tx.rows(
                "SELECT m.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c
         WHERE m.type = 'table' AND c.name = 'household' ORDER BY m.name",
                &[],
            )
        })
        .unwrap();
    let tables: Vec<_> = tables.iter().map(|row| row.text(0).unwrap().to_owned()).collect();
    assert_eq!(
        tables,
        ["access", "baby", "day_sum", "entry", "invitation", "override", "person", "revision", "session"]
    );
    for table in tables {
        let rows = |home: HouseholdId| {
            let sql = format!("SELECT COUNT(*) FROM {table} WHERE household = $1");
            store.read(|tx| tx.first(&sql, &[home.to_string().as_str().into()])?.unwrap().int(0)).unwrap()
        };
        assert_eq!(rows(HOME), 0, "{table}");
        assert!(rows(other) > 0, "{table} of the other household");
    }
    let signed_in = store.read(|tx| session::of_token(tx, &format!("s{HOME}"), NOW_MS)).unwrap();
    assert_eq!(signed_in.map(|session| session.within), Some(None), "she stays signed in, with no household open");
}

/// A row in every table.
fn fill(store: &Store, home: HouseholdId, account: AccountId) {
    let until_ms = NOW_MS + DAY_MS;
    let number = home.0.as_u128();
    let session = Session {
        id: id(100 + number),
        account,
        within: Some((home, ANA)),
        label: String::new(),
        made_ms: NOW_MS,
        seen_ms: NOW_MS,
        until_ms,
    };
    let gadget = Gadget {
        id: id(200 + number),
        household: home,
        person: ANA,
        label: String::new(),
        made_ms: NOW_MS,
        seen_ms: NOW_MS,
        until_ms,
    };
    let offer = Offer { role: Role::Parent, name: String::new(), until_ms: None, writes: None };
    let invitation = Invitation { id: id(300 + number), household: home, offer, until_ms };
    let baby = Baby { id: NOA, name: "Noa".into(), born: "2026-11-01".into(), state: BabyState::Home };
    store
        .write(|tx| {
            household::put_person(tx, home, &person(5, "Ana", Role::Owner), Some(account))?;
            household::put_baby(tx, home, &baby)?;
            session::add(tx, &format!("s{home}"), &session)?;
            gadget::add(tx, &format!("g{home}"), &gadget)?;
            invitation::add(tx, &format!("i{home}"), &invitation)?;
            access::note(tx, home, ANA, PersonId(id(6)), Kind::Mood, NOW_MS)?;
            overriding::add(tx, home, &unlock(400 + number))?;
            revision::put(tx, home, &bottle(10, 1, 90), NOW_MS)
        })
        .unwrap();
}

/// A session that a clinician opens for Ana.
fn unlock(number: u128) -> Override {
    Override {
        id: id(number),
        of: ANA,
        set: Set::Unlock { session: "vibration".into(), card: "card".into() },
        by: PersonId(id(6)),
        by_name: "Doc".into(),
        made_ms: NOW_MS,
        ended: None,
    }
}

#[test]
fn what_a_clinician_set_is_ended_once_and_never_taken_away() {
    let folder = Folder::new();
    let store = folder.store();
    let set = unlock(1);
    store.write(|tx| overriding::add(tx, HOME, &set)).unwrap();
    let get = |home: HouseholdId| store.read(|tx| overriding::get(tx, home, set.id)).unwrap();
    assert_eq!((get(HOME), get(HouseholdId(id(77)))), (Some(set.clone()), None));
    let standing = |of: PersonId| store.read(|tx| overriding::standing(tx, HOME, of)).unwrap();
    assert_eq!((standing(ANA), standing(PersonId(id(6)))), (vec![set.clone()], vec![]));
    let end = |by: u128| store.write(|tx| overriding::end(tx, HOME, set.id, PersonId(id(by)), NOW_MS + 1)).unwrap();
    assert_eq!((end(5), end(6)), (true, false), "it ends once");
    let ended = Override { ended: Some((NOW_MS + 1, ANA)), ..set.clone() };
    assert_eq!(store.read(|tx| overriding::of_person(tx, HOME, ANA)).unwrap(), [ended]);
    assert!(standing(ANA).is_empty());
}
