//! What a member may see of the household's entries: one question, asked by every page and by the door of the phones.

use care::record::entry::Entry;
use care::record::id::PersonId;
use care::record::revision::Content;
use care::record::role::Act;

use super::member::Member;

/// Who sees today only sees the last day and night.
const LATELY_MS: i64 = 24 * 60 * 60 * 1_000;

/// Whether she may see what somebody logged at an instant.
#[must_use]
pub fn may(member: &Member, content: &Content, at_ms: i64, by: PersonId, now_ms: i64) -> bool {
    let Member { household, person, .. } = member;
    household.may_see(person, content.subject, content.body.kind())
        && (person.role.may(Act::SeeAll) || by == person.id || at_ms > now_ms - LATELY_MS)
}

/// The same of an entry.
#[must_use]
pub fn entry(member: &Member, entry: &Entry, now_ms: i64) -> bool {
    may(member, &entry.content, entry.at.at_ms, entry.by, now_ms)
}
