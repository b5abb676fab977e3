//! Taking an import back.

use std::collections::BTreeMap;

use care::record::entry::Entry;
use care::record::id::{DeviceId, EntryId, PersonId, RevisionId};
use care::record::revision::{Received, fold};
use exchange::record::import::read;
use exchange::record::invented::Invented;
use exchange::record::plan::plan;
use exchange::record::undo::{Hand, undo};
use uuid::Uuid;

const HAND: Hand =
    Hand { by: PersonId(Uuid::from_u128(1)), device: DeviceId(Uuid::from_u128(2)), made_at_ms: 1_900_000_000_000 };

fn revisions() -> Vec<Received> {
    Invented { seed: 3, start: jiff::civil::date(2026, 3, 1), days: 20, zone: "Europe/London".into() }
        .household()
        .revisions
}

fn ids(revisions: &[Received]) -> Vec<RevisionId> {
    revisions.iter().map(|one| one.revision.id).collect()
}

/// New ids from a number on.
fn from(number: u128) -> impl FnMut() -> RevisionId {
    let mut next = number;
    move || {
        next += 1;
        RevisionId(Uuid::from_u128(next))
    }
}

/// What stands: instant, content and bin of each entry.
fn standing(revisions: &[Received]) -> BTreeMap<EntryId, Entry> {
    let mut entries: BTreeMap<EntryId, Vec<Received>> = BTreeMap::new();
    for one in revisions {
        entries.entry(one.revision.entry).or_default().push(one.clone());
    }
    entries.into_iter().filter_map(|(id, revisions)| Some((id, fold(&revisions)?))).collect()
}

fn same(one: &Entry, other: &Entry) -> bool {
    (&one.content, &one.at, one.binned) == (&other.content, &other.at, other.binned)
}

#[test]
fn all_that_an_import_brought_goes_into_the_bin_and_comes_out_again() {
    let brought = revisions();
    let before = standing(&brought);
    let undone = undo(&ids(&brought), &brought, HAND, from(1 << 64));
    assert!(undone.changed_since.is_empty());
    let mut all = brought;
    all.extend(undone.revisions.clone());
    let binned = standing(&all);
    assert_eq!(binned.len(), before.len(), "nothing is deleted");
    for (id, entry) in &binned {
        assert!(entry.binned && entry.at == before[id].at && entry.heads.len() == 1, "{id}");
    }

    let again = undo(&ids(&undone.revisions), &all, HAND, from(1 << 65));
    all.extend(again.revisions);
    for (id, entry) in standing(&all) {
        assert!(same(&entry, &before[&id]), "{id}: {entry:?} is not {:?}", before[&id]);
    }
}

#[test]
fn an_entry_that_was_there_before_is_again_what_it_was() {
    let mut all = revisions();
    // The later half comes by import: some of it changes entries of the earlier half.
    let imported = all.split_off(all.len() / 2);
    let before = standing(&all);
    let changed = imported.iter().filter(|one| before.contains_key(&one.revision.entry)).count();
    assert!(changed > 0, "the case is there");
    all.extend(imported.clone());
    let undone = undo(&ids(&imported), &all, HAND, from(1 << 64));
    all.extend(undone.revisions);
    for (id, entry) in standing(&all) {
        match before.get(&id) {
            Some(before) => assert!(same(&entry, before), "{id}"),
            None => assert!(entry.binned, "{id}"),
        }
    }
}

#[test]
fn what_somebody_changed_since_stays_and_is_told() {
    let mut all = revisions();
    let batch = ids(&all);
    let mut change = all[5].clone();
    change.revision.id = RevisionId(Uuid::from_u128(9));
    change.revision.bases = vec![all[5].revision.id];
    change.revision.content.note = "by hand".to_owned();
    all.push(change.clone());
    let undone = undo(&batch, &all, HAND, from(1 << 64));
    assert_eq!(undone.changed_since, [change.revision.entry]);
    assert!(undone.revisions.iter().all(|one| one.revision.entry != change.revision.entry));
}

#[test]
fn a_second_undo_has_nothing_to_do() {
    let mut all = revisions();
    let batch = ids(&all);
    all.extend(undo(&batch, &all, HAND, from(1 << 64)).revisions);
    let second = undo(&batch, &all, HAND, from(1 << 65));
    assert!(second.revisions.is_empty() && second.changed_since.is_empty(), "{}", second.revisions.len());
}

#[test]
fn an_import_after_an_undo_says_what_lies_in_the_bin() {
    let export =
        Invented { seed: 3, start: jiff::civil::date(2026, 3, 1), days: 2, zone: "Europe/London".into() }.household();
    let reading = read(&export.lines(true).unwrap());
    let mut here = export.revisions.clone();
    let shown = standing(&here).values().filter(|entry| !entry.binned).count();
    here.extend(undo(&ids(&export.revisions), &export.revisions, HAND, from(1 << 64)).revisions);
    let plan = plan(&reading, Some(&export.household), &here);
    assert_eq!((plan.new.len(), plan.in_bin), (0, shown));
}
