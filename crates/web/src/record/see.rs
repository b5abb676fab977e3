//! Which entries somebody sees, and of whom she may log.

use care::record::entry::Entry;
use care::record::household::{BabyState, Household, Person};
use care::record::revision::Subject;
use care::record::role::{Act, Role, private_group};

use super::access;
use super::forms::{About, Form};

/// Whether she may see this entry.
#[must_use]
pub fn may_see(household: &Household, person: &Person, entry: &Entry, now_ms: i64) -> bool {
    access::may_see(household, person, entry.content.subject, entry.kind(), entry.by, entry.at.at_ms, now_ms)
}

/// Whether a list mentions this entry: nothing of a baby that died stands in one.
#[must_use]
pub fn is_listed(household: &Household, person: &Person, entry: &Entry, now_ms: i64) -> bool {
    let died = |id| household.babies.iter().any(|baby| baby.id == id && baby.state == BabyState::Died);
    let of_died = matches!(entry.content.subject, Subject::Baby(id) if died(id));
    !of_died && may_see(household, person, entry, now_ms)
}

/// Of whom she may log with this form: herself first. Nobody: the form is not offered.
#[must_use]
pub fn subjects(household: &Household, person: &Person, form: &Form) -> Vec<Subject> {
    let kind = form.kind();
    if !form.offered || !person.role.may(Act::Log(kind)) || person.writes.is_some_and(|only| only != kind) {
        return Vec::new();
    }
    let is_parent = |one: &&Person| matches!(one.role, Role::Owner | Role::Parent) && !one.removed;
    let mut parents: Vec<&Person> = household.people.iter().filter(is_parent).collect();
    parents.sort_by_key(|one| one.id != person.id);
    let parents = parents.into_iter().map(|one| Subject::Parent(one.id));
    let parents = parents.filter(|subject| household.may_see(person, *subject, kind));
    let babies = household.present_babies().map(|baby| Subject::Baby(baby.id));
    match form.about {
        About::Parent => parents.collect(),
        About::Baby => babies.collect(),
        About::Either => parents.chain(babies).collect(),
    }
}

/// Whether what she logs of herself stays hers until she shares it.
#[must_use]
pub fn is_private(person: &Person, form: &Form, subjects: &[Subject]) -> bool {
    subjects.contains(&Subject::Parent(person.id))
        && private_group(form.kind()).is_some_and(|group| !person.shares.contains(&group))
}
