//! Saving what somebody logged: the same way in for a form and for a phone.

use care::record::household::{Household, Person};
use care::record::id::DeviceId;
use care::record::revision::{Received, Revision, Subject};
use care::record::role::Act;
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

/// Whether this person may make this revision. What it says is never a reason: a wrong clock, an overlap or a missing end is kept.
///
/// # Errors
/// Why not.
pub fn may(household: &Household, person: &Person, revision: &Revision) -> Result<(), Refused> {
    let kind = revision.content.body.kind();
    let allowed = person.role.may(Act::Log(kind)) && person.writes.is_none_or(|only| only == kind);
    // An entry that she has begun herself is hers to finish: a helper ends the feed that she started.
    let changes = revision.bases.is_empty() || person.role.may(Act::Change) || !revision.binned;
    if !allowed || !changes || (revision.binned && !person.role.may(Act::Bin)) {
        return Err(Refused::Role);
    }
    let known = match revision.content.subject {
        Subject::Parent(id) => household.person(id).is_some(),
        Subject::Baby(id) => household.babies.iter().any(|baby| baby.id == id),
    };
    if known { Ok(()) } else { Err(Refused::Subject) }
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

/// The same, where what is saved depends on what is there.
///
/// Both are one transaction, so that two presses at once are not two feeds. Gives the number of the household's last change, and what `make`
/// gives beside the revisions. `make` may be asked twice; only the last time counts.
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
    let (household, by) = (member.household.id, member.person.id);
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
