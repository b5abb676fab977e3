//! What must hold when everybody is online again.

use std::collections::{BTreeMap, BTreeSet};

use care::record::entry::{Entry, Mark};
use care::record::id::EntryId;
use care::record::revision::{Content, Received, Revision, Subject, fold};
use care::record::sum::{Sum, added_by};
use store::{entry, revision};

use crate::device::Device;
use crate::network::Server;

/// Holds it all; how many entries were changed apart.
pub fn hold(server: &Server, devices: &[Device], made: &[Revision], babies: &[Subject]) -> usize {
    let entries = entries(server, made);
    nothing_is_missing(server, made);
    for (at, device) in devices.iter().enumerate() {
        each_has_what_she_may_see(server, device, &entries, at);
    }
    for baby in babies {
        sums_are_those_of_the_entries(server, *baby, &entries);
    }
    entries.values().filter(|entry| entry.marks.contains(&Mark::ChangedApart)).count()
}

/// A phone ends with what the server has of what its person may see, and with nothing that another logged and she may not.
fn each_has_what_she_may_see(server: &Server, device: &Device, entries: &BTreeMap<EntryId, Entry>, at: usize) {
    let household = server.household();
    let reader = household.person(device.person).unwrap();
    let sees = |content: &Content| household.may_see(reader, content.subject, content.body.kind());
    let seen = |all: &BTreeMap<EntryId, Entry>| -> BTreeMap<EntryId, Entry> {
        all.iter().filter(|(_, one)| sees(&one.content)).map(|(id, one)| (*id, one.clone())).collect()
    };
    assert_eq!(seen(&device.entries()), seen(entries), "phone {at} ends with what the server has");
    let hidden = device.savings().filter(|one| one.by != device.person && !sees(&one.revision.content));
    assert_eq!(hidden.count(), 0, "phone {at} keeps nothing that is hidden");
}

/// All entries as the server keeps them; each is what its revisions make.
fn entries(server: &Server, made: &[Revision]) -> BTreeMap<EntryId, Entry> {
    let ids: BTreeSet<EntryId> = made.iter().map(|saved| saved.entry).collect();
    let read = |tx: &dyn store::door::Tx| {
        let one = |id: &EntryId| Ok((entry::get(tx, server.home, *id)?, revision::of_entry(tx, server.home, *id)?));
        ids.iter().map(one).collect::<Result<Vec<_>, store::fault::Fault>>()
    };
    let found = server.store.read(read).unwrap().into_iter();
    let found = found.map(|(kept, savings)| {
        assert_eq!(kept, fold(&savings), "the kept entry is what its revisions make");
        kept.unwrap()
    });
    found.map(|entry| (entry.id, entry)).collect()
}

/// Every saving that a phone made is there as it was made, once, and nothing else is.
fn nothing_is_missing(server: &Server, made: &[Revision]) {
    let all = server.after(0, 100_000).into_iter();
    let mut kept: Vec<Revision> =
        all.map(|numbered| numbered.received).map(|Received { revision, .. }| revision).collect();
    let mut made = made.to_vec();
    kept.sort_by_key(|saved| saved.id);
    made.sort_by_key(|saved| saved.id);
    assert_eq!(kept, made, "the server has what the phones made, no more and no less");
}

fn sums_are_those_of_the_entries(server: &Server, baby: Subject, entries: &BTreeMap<EntryId, Entry>) {
    let mut rebuilt: BTreeMap<(String, Sum), i64> = BTreeMap::new();
    for entry in entries.values().filter(|entry| entry.content.subject == baby) {
        for (sum, amount) in added_by(entry) {
            *rebuilt.entry((entry.at.day().to_string(), sum)).or_default() += amount;
        }
    }
    let kept = server.store.read(|tx| entry::sums(tx, server.home, &baby.key(), "0000-01-01", "9999-12-31")).unwrap();
    let kept: BTreeMap<_, _> = kept.into_iter().filter(|(_, amount)| *amount != 0).collect();
    assert_eq!(kept, rebuilt, "the sums of the days");
}
