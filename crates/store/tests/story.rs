//! One story through every statement of the store, on a real database. The last test holds it to "every".

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

#[expect(dead_code, reason = "this test uses a part of it")]
mod home;

use care::record::body::{Body, Feed, Kind, Medicine, Nappy, Timed};
use care::record::household::{Baby, BabyState, Person};
use care::record::id::{EntryId, HouseholdId, RevisionId};
use care::record::moment::Moment;
use care::record::revision::{Received, Subject};
use care::record::role::Role;
use care::record::settings::Settings;
use care::record::sum::Sum;
use home::{ANA, Folder, HOME, NOA, NOW_MS, bottle, id, person, saved};
use store::account::AccountId;
use store::find::Which;
use store::revision::Taken;
use store::{Store, account, entry, find, household, revision};

const DAY_MS: i64 = 24 * 3_600_000;

fn put(store: &Store, received: &Received) -> Taken {
    store.write(|tx| revision::put(tx, HOME, received, NOW_MS)).unwrap()
}

fn ids(entries: &[care::record::entry::Entry]) -> Vec<u128> {
    entries.iter().map(|entry| entry.id.0.as_u128()).collect()
}

#[test]
fn a_feed_is_logged_corrected_and_binned_and_the_sums_follow() {
    let folder = Folder::new();
    let store = folder.store();
    let feed = |number, bases: &[u128], left_s| {
        let mut feed = bottle(number, 1, 90);
        let Body::Feed(Feed { timed, .. }) = &mut feed.revision.content.body else { unreachable!() };
        *timed = Timed { left_s, end_ms: Some(NOW_MS), ..Timed::default() };
        feed.revision.bases = bases.iter().map(|base| RevisionId(id(*base))).collect();
        feed
    };
    let day = Moment::in_zone(NOW_MS, "Europe/London").day().to_string();
    let key = Subject::Baby(NOA).key();
    let sums = || store.read(|tx| entry::sums(tx, HOME, &key, &day, &day)).unwrap();
    let sum = |sum: Sum| sums().get(&(day.clone(), sum)).copied().unwrap_or(0);

    assert_eq!(put(&store, &feed(10, &[], 600)), Taken::New);
    assert_eq!(put(&store, &feed(10, &[], 600)), Taken::Known, "the same sent twice is one");
    assert_eq!((sum(Sum::Feeds), sum(Sum::FeedLeftS), sum(Sum::BottleUl)), (1, 600, 90_000));

    put(&store, &feed(11, &[10], 720));
    assert_eq!((sum(Sum::Feeds), sum(Sum::FeedLeftS)), (1, 720), "a correction replaces");

    let mut binned = feed(12, &[11], 720);
    binned.revision.binned = true;
    put(&store, &binned);
    assert_eq!((sum(Sum::Feeds), sum(Sum::FeedLeftS)), (0, 0), "what is in the bin does not count");
    assert_eq!(ids(&store.read(|tx| entry::binned(tx, HOME, 9)).unwrap()), [1]);
    assert!(store.read(|tx| entry::of_day(tx, HOME, &day)).unwrap().is_empty());

    let changes = store.read(|tx| revision::after(tx, HOME, 0, 100)).unwrap();
    assert_eq!(changes.iter().map(|one| one.seq).collect::<Vec<_>>(), [1, 2, 3], "nothing is ever overwritten");
    assert_eq!(store.read(|tx| revision::after(tx, HOME, 2, 100)).unwrap(), changes[2..]);
    let further = |kinds: &[(Kind, i64)], from_ms: i64| {
        store.read(|tx| revision::lately(tx, HOME, from_ms, kinds, 0, 100)).unwrap().len()
    };
    let lately = |from_ms: i64| further(&[], from_ms);
    let felt_ms = changes[0].received.revision.content.at.at_ms;
    assert_eq!((lately(felt_ms), lately(felt_ms + 1)), (3, 0), "a phone begins with what is of late");
    let kinds = |feeds_ms: i64| [(Kind::Mood, 0), (Kind::Feed, feeds_ms)];
    let reach = (further(&kinds(felt_ms), felt_ms + 1), further(&kinds(felt_ms + 1), felt_ms + 1));
    assert_eq!(reach, (3, 0), "and with kinds that reach further back, from their own instant on");
    assert_eq!(store.read(|tx| household::all(tx)).unwrap(), [HOME]);
    let of_entry = store.read(|tx| revision::of_entry(tx, HOME, EntryId(id(1)))).unwrap();
    assert_eq!(of_entry, changes.into_iter().map(|one| one.received).collect::<Vec<_>>());

    let kept = store.read(|tx| entry::get(tx, HOME, EntryId(id(1)))).unwrap().unwrap();
    store.write(|tx| entry::replace(tx, HOME, &kept)).unwrap();
    assert_eq!(store.read(|tx| entry::get(tx, HOME, kept.id)).unwrap(), Some(kept), "the same again changes nothing");
    assert_eq!(
        store.read(|tx| entry::get(tx, HouseholdId(id(10)), EntryId(id(1)))).unwrap(),
        None,
        "another household"
    );
}

#[test]
fn entries_are_found_by_day_kind_subject_and_words_in_pages_that_leave_none_out() {
    let folder = Folder::new();
    let store = folder.store();
    // Five feeds in one millisecond, a day before; then hers.
    for number in 0..5 {
        let mut feed = bottle(10 + number, 10 + number, 60);
        feed.revision.content.at = Moment::in_zone(NOW_MS - DAY_MS, "Europe/London");
        put(&store, &feed);
    }
    let mut nappy = saved(20, 20, NOW_MS, Body::Nappy(Nappy { wet: true, ..Nappy::default() }));
    nappy.revision.content.note = "100% of it, ÄRGER_1".into();
    put(&store, &nappy);
    let name = "Ibuprofen".to_owned();
    let mut pill = saved(21, 21, NOW_MS + 1, Body::Medicine(Medicine { medicine: None, name, amount: None }));
    pill.revision.content.subject = Subject::Parent(ANA);
    put(&store, &pill);
    let mut open = bottle(22, 22, 30);
    let Body::Feed(feed) = &mut open.revision.content.body else { unreachable!() };
    feed.timed.open = true;
    put(&store, &open);

    let page = |which: Which, limit| store.read(|tx| find::page(tx, HOME, &which, limit)).unwrap();
    let found = |which: Which| ids(&page(which, 99));
    assert_eq!(found(Which::default()), [21, 22, 20, 14, 13, 12, 11, 10]);
    assert_eq!(found(Which { kind: Some(Kind::Feed), ..Which::default() }), [22, 14, 13, 12, 11, 10]);
    assert_eq!(found(Which { day: Some("2026-11-26".into()), ..Which::default() }), [21, 22, 20]);
    assert_eq!(found(Which { subject: Some(Subject::Parent(ANA)), ..Which::default() }), [21]);
    let search = |search: &str| found(Which { search: search.into(), ..Which::default() });
    assert_eq!((search("IBU"), search("ärger_1"), search("100%")), (vec![21], vec![20], vec![20]));
    assert_eq!(
        (search("1%0"), search("r_g"), search("_"), search("!")),
        (vec![], vec![], vec![20], vec![]),
        "no wildcards"
    );
    let all = Which {
        day: Some("2026-11-25".into()),
        kind: Some(Kind::Feed),
        subject: Some(Subject::Baby(NOA)),
        search: " ".into(),
        below: Some((NOW_MS - DAY_MS, EntryId(id(12)))),
    };
    assert_eq!(found(all), [11, 10]);

    // Pages of two leave out none of the five that are of one instant.
    let (mut walked, mut below) = (Vec::new(), None);
    loop {
        let next = page(Which { below, ..Which::default() }, 2);
        let Some(last) = next.last() else { break };
        below = Some((last.at.at_ms, last.id));
        walked.extend(ids(&next));
    }
    assert_eq!(walked, found(Which::default()));
    assert_eq!(page(Which::default(), i64::MAX).len(), 8);
    assert_eq!(page(Which::default(), -1).len(), 0, "less than none is none");

    let newest = |limit| store.read(|tx| find::newest(tx, HOME, Subject::Baby(NOA), Kind::Feed, limit)).unwrap();
    assert_eq!((ids(&newest(1)), ids(&newest(2))), (vec![22], vec![22, 14]));
    assert_eq!(ids(&store.read(|tx| entry::open(tx, HOME)).unwrap()), [22]);
    let before = |kind, at_ms| ids(&store.read(|tx| entry::before(tx, HOME, kind, at_ms, 1)).unwrap());
    assert_eq!((before(None, i64::MAX), before(Some(Kind::Feed), NOW_MS)), (vec![21], vec![14]));
}

#[test]
fn the_home_page_gets_the_sums_of_everybody_at_once() {
    let folder = Folder::new();
    let store = folder.store();
    for (number, days_ago) in [(10, 0), (11, 1), (12, 1), (13, 9)] {
        let mut feed = bottle(number, number, 50);
        feed.revision.content.at = Moment::in_zone(NOW_MS - days_ago * DAY_MS, "Europe/London");
        put(&store, &feed);
    }
    let mut hers = saved(14, 14, NOW_MS, Body::Pump(care::record::body::Pump::default()));
    hers.revision.content.subject = Subject::Parent(ANA);
    put(&store, &hers);
    let (noa, ana) = (Subject::Baby(NOA).key(), Subject::Parent(ANA).key());
    let days = store.read(|tx| find::sums_by_day(tx, HOME, "2026-11-25", "2026-11-26")).unwrap();
    let day = |subject: &String, day: &str, sum| days.get(&(subject.clone(), day.to_owned(), sum)).copied();
    assert_eq!((day(&noa, "2026-11-26", Sum::Feeds), day(&noa, "2026-11-25", Sum::BottleUl)), (Some(1), Some(100_000)));
    assert_eq!((day(&ana, "2026-11-26", Sum::Pumps), days.len()), (Some(1), 5));
    let totals = store.read(|tx| find::totals(tx, HOME, "2026-11-20", "2026-11-26")).unwrap();
    assert_eq!(totals[&(noa.clone(), Sum::Feeds)], 3);
    assert_eq!((totals[&(noa, Sum::BottleUl)], totals[&(ana, Sum::Pumps)], totals.len()), (150_000, 1, 3));
}

#[test]
fn a_household_has_people_babies_and_settings() {
    let folder = Folder::new();
    let store = Store::open(&folder.file(store::FILE)).unwrap();
    store.write(|tx| household::add(tx, HOME, &Settings::default(), NOW_MS)).unwrap();
    assert_eq!(store.read(|tx| household::get(tx, HOME)).unwrap().unwrap().settings, Settings::default());
    let (ana, ben) = (person(5, "Ana", Role::Owner), person(6, "Ben", Role::Helper));
    let baby = Baby { id: NOA, name: "Noa".into(), born: "2026-11-01".into(), state: BabyState::Home };
    let settings = Settings { zone: "Europe/London".into(), ..Settings::default() };
    let hers = AccountId(id(50));
    store
        .write(|tx| {
            account::add(tx, hers, "ana", "hash", NOW_MS)?;
            household::put_person(tx, HOME, &ana, Some(hers))?;
            household::put_person(tx, HOME, &ben, None)?;
            household::put_baby(tx, HOME, &baby)?;
            household::set_settings(tx, HOME, &settings)
        })
        .unwrap();
    let removed = Person { removed: true, ..ben };
    store.write(|tx| household::put_person(tx, HOME, &removed, None)).unwrap();
    store.write(|tx| household::put_person(tx, HOME, &ana, None)).unwrap();
    let found = store.read(|tx| household::get(tx, HOME)).unwrap().unwrap();
    assert_eq!((found.people, found.babies, found.settings), (vec![ana, removed], vec![baby], settings));
    assert_eq!(store.read(|tx| household::seq(tx, HOME)).unwrap(), 6, "each change took a number");
    assert_eq!(
        store.read(|tx| household::of_account(tx, hers)).unwrap(),
        [(HOME, ANA)],
        "none leaves the account as it is"
    );
    let nowhere = store.write(|tx| household::next_seq(tx, HouseholdId(id(404)))).unwrap_err();
    assert!(nowhere.to_string().contains("there is no household"), "{nowhere}");
    assert_eq!(store.write(|tx| household::next_seq(tx, HOME)).unwrap(), 7);
}

#[test]
fn every_public_statement_is_in_the_story() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let story = [include_str!("story.rs"), include_str!("people.rs")].concat();
    let mut seen = 0;
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let (module, text) = (path.file_stem().unwrap().to_str().unwrap(), std::fs::read_to_string(&path).unwrap());
        // These have tests of their own: door.rs, rebuild.rs, backup.rs.
        if ["rebuild", "door", "backup", "connect", "sqlite"].contains(&module) {
            continue;
        }
        for (at, _) in text.match_indices("\npub fn ") {
            let (name, rest) = text[at + 8..].split_once('(').unwrap();
            if rest.trim_start().starts_with("tx: &dyn Tx") {
                assert!(story.contains(&format!("{module}::{name}")), "{module}::{name} is not in the story");
                seen += 1;
            }
        }
    }
    assert!(seen > 40, "{seen}");
}
