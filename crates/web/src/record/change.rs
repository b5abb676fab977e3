//! Saving what somebody logged: the same way in for a form and for a phone.

use care::record::entry::Entry;
use care::record::household::{Household, Person};
use care::record::id::{DeviceId, HouseholdId, PersonId};
use care::record::revision::{Received, Revision, Subject};
use care::record::role::{Act, Role};
use store::{Fault, Tx};

use super::Record;
use super::member::Member;

/// A revision that may not be taken, and why: the name of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// Her role does not log this, change or bin entries.
    Role,
    /// It speaks of somebody who is not in this household.
    Subject,
}

impl Refused {
    /// Its name in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Role => "role",
            Self::Subject => "subject",
        }
    }
}

/// Whether this person may make this revision of an entry, which stands as `before`; none: it is new here. What it says is never a reason: a
/// wrong clock, an overlap or a missing end is kept.
///
/// # Errors
/// Why not.
pub fn may(household: &Household, person: &Person, revision: &Revision, before: Option<&Entry>) -> Result<(), Refused> {
    let kind = revision.content.body.kind();
    let known = match revision.content.subject {
        Subject::Parent(id) => household.person(id).is_some(),
        Subject::Baby(id) => household.babies.iter().any(|baby| baby.id == id),
    };
    if !known {
        return Err(Refused::Subject);
    }
    let logs = person.role.may(Act::Log(kind)) && person.writes.is_none_or(|only| only == kind);
    let changes = before.is_none_or(|before| may_change(household, person, before));
    if logs && changes && (!bins(revision, before) || person.role.may(Act::Bin)) { Ok(()) } else { Err(Refused::Role) }
}

/// What she logged herself is hers to change: a helper ends the feed that she began. What is hidden from her she cannot change; a gadget sees
/// nothing and changes what it wrote.
fn may_change(household: &Household, person: &Person, before: &Entry) -> bool {
    let sees = household.may_see(person, before.content.subject, before.kind()) || person.role == Role::Device;
    sees && (person.role.may(Act::Change) || before.by == person.id)
}

/// Whether it puts the entry into the bin or takes it out. Who had not seen that it is there takes nothing out.
fn bins(revision: &Revision, before: Option<&Entry>) -> bool {
    let saw_it = |before: &Entry| before.heads.first().is_some_and(|head| revision.bases.contains(head));
    match before {
        None => revision.binned,
        Some(before) => revision.binned || (before.binned && saw_it(before)),
    }
}

/// Saves revisions of a member and tells everybody. Those that were here already are no fault.
///
/// # Errors
/// What the store says; then none was saved.
pub async fn save(
    record: &Record,
    member: &Member,
    device: DeviceId,
    skew_ms: i64,
    revisions: Vec<Revision>,
    now_ms: i64,
) -> Result<i64, Fault> {
    let (seq, ()) = decide(record, member, device, skew_ms, now_ms, move |_| Ok((revisions.clone(), ()))).await?;
    Ok(seq)
}

/// The same as [`save`], where what is saved depends on what is there: both in one transaction, so that two presses at once are not two feeds.
///
/// Gives the number of the household's last change, and what `make` gives beside the revisions. `make` may be asked twice; only the last time
/// counts.
///
/// # Errors
/// What the store or `make` says; then nothing was saved.
pub async fn decide<T: Send + 'static>(
    record: &Record,
    member: &Member,
    device: DeviceId,
    skew_ms: i64,
    now_ms: i64,
    make: impl Fn(&dyn Tx) -> Result<(Vec<Revision>, T), Fault> + Send + 'static,
) -> Result<(i64, T), Fault> {
    decide_as(record, (member.household.id, member.person.id), device, skew_ms, now_ms, make).await
}

/// The household that is written into, and who writes.
type Writer = (HouseholdId, PersonId);

/// The same as [`decide`], for whoever writes into a household, a gadget too.
///
/// # Errors
/// As [`decide`].
pub async fn decide_as<T: Send + 'static>(
    record: &Record,
    (household, by): Writer,
    device: DeviceId,
    skew_ms: i64,
    now_ms: i64,
    make: impl Fn(&dyn Tx) -> Result<(Vec<Revision>, T), Fault> + Send + 'static,
) -> Result<(i64, T), Fault> {
    let (seq, told) = record
        .write(move |tx| {
            let (revisions, told) = make(tx)?;
            for revision in revisions {
                let received = Received { revision, by, device, skew_ms };
                store::revision::put(tx, household, &received, now_ms)?;
            }
            Ok((store::household::seq(tx, household)?, told))
        })
        .await?;
    record.live().tell(household, seq);
    Ok((seq, told))
}

#[cfg(test)]
mod tests;
