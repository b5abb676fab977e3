//! A household on a real database in a folder of its own, for the tests beside it.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

use care::record::amount::{Amount, Unit};
use care::record::body::{Body, Bottle, Feed, Milk};
use care::record::household::Person;
use care::record::id::{BabyId, DeviceId, EntryId, HouseholdId, PersonId, RevisionId};
use care::record::moment::Moment;
use care::record::revision::{Content, Received, Revision, Subject};
use care::record::role::Role;
use care::record::settings::Settings;
use store::{Store, household};
use uuid::Uuid;

/// A day in November 2026, in the afternoon.
pub const NOW_MS: i64 = 1_795_700_000_000;
/// The household.
pub const HOME: HouseholdId = HouseholdId(Uuid::from_u128(9));
/// Who logs.
pub const ANA: PersonId = PersonId(Uuid::from_u128(5));
/// The baby.
pub const NOA: BabyId = BabyId(Uuid::from_u128(7));

/// A folder that is gone with the test.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!("{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    pub fn file(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// A store in it, with the household.
    pub fn store(&self) -> Store {
        let store = Store::open(&self.file(store::FILE)).unwrap();
        add_home(&store, HOME);
        store
    }

    /// The names of the files in it.
    pub fn names(&self) -> Vec<String> {
        let mut names: Vec<String> =
            std::fs::read_dir(&self.0).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

pub fn add_home(store: &Store, home: HouseholdId) {
    store.write(|tx| household::add(tx, home, &Settings::default(), NOW_MS)).unwrap();
}

/// The first saving of entry `entry`, as revision `id`: a bottle of so many millilitres.
pub fn bottle(id: u128, entry: u128, ml: u32) -> Received {
    let amount = Amount { value: ml.to_string(), unit: Unit::Ml };
    let bottles = vec![Bottle { milk: Milk::Own, amount: Some(amount) }];
    saved(id, entry, NOW_MS, Body::Feed(Feed { bottles, ..Feed::default() }))
}

/// The first saving of an entry about the baby.
pub fn saved(id: u128, entry: u128, at_ms: i64, body: Body) -> Received {
    let content =
        Content { subject: Subject::Baby(NOA), at: Moment::in_zone(at_ms, "Europe/London"), body, note: String::new() };
    Received {
        revision: Revision {
            id: RevisionId(Uuid::from_u128(id)),
            entry: EntryId(Uuid::from_u128(entry)),
            bases: vec![],
            made_at_ms: at_ms,
            binned: false,
            content,
        },
        by: ANA,
        device: DeviceId(Uuid::from_u128(6)),
        skew_ms: 0,
    }
}

pub fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

pub fn person(number: u128, name: &str, role: Role) -> Person {
    Person {
        id: PersonId(id(number)),
        name: name.into(),
        role,
        until_ms: None,
        removed: false,
        shares: vec![],
        writes: None,
    }
}
