//! What an import would do, before it does anything.

use std::collections::HashMap;

use care::record::household::{Baby, Household, Person};
use care::record::id::{EntryId, RevisionId};
use care::record::revision::{Received, fold};

use super::import::{MOST_TOLD, Problem, Reading, is_same, problem};

/// An entry of more revisions is not looked at for the bin: none that people made has so many.
const MOST_FOLDED: usize = 200;

/// What an import of a file into a household does. Nothing that is there is changed: revisions are added, and who was not there.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plan {
    /// Revisions that are not there yet, in the order of the file. Their ids are the batch that [`undo`](super::undo) takes back.
    pub new: Vec<Received>,
    /// Revisions that are there already.
    pub known: usize,
    /// Lines that are left out, of the file and for what is there.
    pub left_out: usize,
    /// People who are not there yet.
    pub people: Vec<Person>,
    /// Babies who are not there yet.
    pub babies: Vec<Baby>,
    /// Entries that the file has and that lie in the bin here: an import takes nothing out of the bin.
    pub in_bin: usize,
    /// What is wrong, of the file and with what is there.
    pub problems: Vec<Problem>,
}

/// Holds a file against a household as it is: who is there, and every revision.
#[must_use]
pub fn plan(reading: &Reading, here: Option<&Household>, revisions: &[Received]) -> Plan {
    let mut plan = Plan { left_out: reading.left_out, problems: reading.problems.clone(), ..Plan::default() };
    let Some(export) = &reading.export else { return plan };
    let is_new = |person: &&Person| here.is_none_or(|here| here.person(person.id).is_none());
    let is_born = |baby: &&Baby| here.is_none_or(|here| here.babies.iter().all(|other| other.id != baby.id));
    plan.people = export.household.people.iter().filter(is_new).cloned().collect();
    plan.babies = export.household.babies.iter().filter(is_born).cloned().collect();
    let known: HashMap<RevisionId, &Received> = revisions.iter().map(|one| (one.revision.id, one)).collect();
    for (received, line) in export.revisions.iter().zip(&reading.lines) {
        match known.get(&received.revision.id) {
            None => plan.new.push(received.clone()),
            Some(there) if is_same(there, received) => plan.known += 1,
            Some(_) => plan.refuse(*line, received.revision.id),
        }
    }
    plan.in_bin = in_bin(&export.revisions, revisions, &plan.new);
    plan
}

impl Plan {
    fn refuse(&mut self, line: u64, id: RevisionId) {
        self.left_out += 1;
        if self.problems.len() < MOST_TOLD {
            let what = format!("revision {id} is here already and says something else");
            let do_this = "what is here stays; look at the entry, and correct it by hand if the file is right";
            self.problems.push(problem(line, what, do_this, true));
        }
    }
}

fn in_bin(file: &[Received], here: &[Received], new: &[Received]) -> usize {
    let (file, here, new) = (by_entry(file), by_entry(here), by_entry(new));
    let is_binned =
        |revisions: &[Received]| revisions.len() <= MOST_FOLDED && fold(revisions).is_some_and(|entry| entry.binned);
    let after = |entry: &EntryId| {
        let there = here.get(entry).into_iter().chain(new.get(entry)).flatten();
        there.map(|received| (*received).clone()).collect::<Vec<_>>()
    };
    let of_file = |revisions: &[&Received]| revisions.iter().map(|one| (*one).clone()).collect::<Vec<_>>();
    // Most entries have no revision here that the file has not: they end as the file has them.
    let differs = |entry: &EntryId, revisions: &[&Received]| {
        here.get(entry).map_or(0, Vec::len) + new.get(entry).map_or(0, Vec::len) != revisions.len()
    };
    let lies = |(entry, revisions): &(&EntryId, &Vec<&Received>)| {
        differs(entry, revisions) && is_binned(&after(entry)) && !is_binned(&of_file(revisions))
    };
    file.iter().filter(lies).count()
}

fn by_entry(revisions: &[Received]) -> HashMap<EntryId, Vec<&Received>> {
    let mut entries: HashMap<EntryId, Vec<&Received>> = HashMap::new();
    for received in revisions {
        entries.entry(received.revision.entry).or_default().push(received);
    }
    entries
}
