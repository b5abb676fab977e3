//! One story through every statement of the store, on a real database.

use care::record::amount::{Amount, Unit};
use care::record::body::{Body, Bottle, Feed, Milk, Timed};
use care::record::household::{Baby, BabyState, Person};
use care::record::id::{BabyId, DeviceId, EntryId, HouseholdId, PersonId, RevisionId};
use care::record::moment::Moment;
use care::record::revision::{Content, Received, Revision, Subject};
use care::record::role::Role;
use care::record::settings::Settings;
use care::record::sum::Sum;
use store::revision::Taken;
use store::{Store, entry, household, revision};
use uuid::Uuid;

const NOW_MS: i64 = 1_795_700_000_000;

fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

fn feed(number: u128, bases: &[u128], left_s: u32) -> Received {
    let timed = Timed { left_s, end_ms: Some(NOW_MS), ..Timed::default() };
    let bottle = Bottle { milk: Milk::Own, amount: Some(Amount { value: "90".into(), unit: Unit::Ml }) };
    Received {
        revision: Revision {
            id: RevisionId(id(number)),
            entry: EntryId(id(1)),
            bases: bases.iter().map(|base| RevisionId(id(*base))).collect(),
            made_at_ms: NOW_MS,
            binned: false,
            content: Content {
                subject: Subject::Baby(BabyId(id(7))),
                at: Moment::in_zone(NOW_MS, "Europe/London"),
                body: Body::Feed(Feed { timed, bottles: vec![bottle], ..Feed::default() }),
                note: String::new(),
            },
        },
        by: PersonId(id(5)),
        device: DeviceId(id(6)),
        skew_ms: 0,
    }
}

#[test]
fn a_feed_is_logged_corrected_and_binned_and_the_sums_follow() {
    let folder = std::env::temp_dir().join(format!("milkway-story-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let store = Store::open(&folder.join("milkway.db")).unwrap();
    let home = HouseholdId(id(9));
    let person = Person {
        id: PersonId(id(5)),
        name: "Ana".into(),
        role: Role::Owner,
        until_ms: None,
        removed: false,
        shares: vec![],
        writes: None,
    };
    let baby = Baby { id: BabyId(id(7)), name: "Noa".into(), born: "2026-11-01".into(), state: BabyState::Home };
    store
        .write(|tx| {
            household::add(tx, home, &Settings::default(), NOW_MS)?;
            household::put_person(tx, home, &person, None)?;
            household::put_baby(tx, home, &baby)
        })
        .unwrap();
    let put = |received: &Received| store.write(|tx| revision::put(tx, home, received, NOW_MS)).unwrap();
    let sums = || {
        let day = Moment::in_zone(NOW_MS, "Europe/London").day().to_string();
        store.read(|tx| entry::sums(tx, home, &Subject::Baby(baby.id).key(), &day, &day)).unwrap()
    };
    let sum = |sum: Sum| sums().iter().filter(|((_, name), _)| *name == sum).map(|(_, amount)| *amount).sum::<i64>();

    assert_eq!(put(&feed(10, &[], 600)), Taken::New);
    assert_eq!(put(&feed(10, &[], 600)), Taken::Known, "the same sent twice is one");
    assert_eq!((sum(Sum::Feeds), sum(Sum::FeedLeftS), sum(Sum::BottleUl)), (1, 600, 90_000));

    put(&feed(11, &[10], 720));
    assert_eq!((sum(Sum::Feeds), sum(Sum::FeedLeftS)), (1, 720), "a correction replaces");

    let mut binned = feed(12, &[11], 720);
    binned.revision.binned = true;
    put(&binned);
    assert_eq!((sum(Sum::Feeds), sum(Sum::FeedLeftS)), (0, 0), "what is in the bin does not count");

    let found = store.read(|tx| household::get(tx, home)).unwrap().unwrap();
    assert_eq!((found.people, found.babies), (vec![person], vec![baby]));
    let changes = store.read(|tx| revision::after(tx, home, 0, 100)).unwrap();
    assert_eq!(changes.len(), 3, "nothing is ever overwritten");
    std::fs::remove_dir_all(&folder).unwrap();
}
