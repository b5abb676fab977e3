//! How often a session may be done: so many in any 24 hours, so long a rest between two. Sessions of one pool count together.

use guide::{Guide, Session};
use protocol::model::Protocol;
use protocol::model::plan::Limit;

use super::InstantS;

/// A session that was done, and when it ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// Its code: `S-A`.
    pub code: String,
    /// When it ended.
    pub at_s: InstantS,
}

/// Whether a session may be done now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Allowance {
    /// It may.
    Now,
    /// Not before this instant.
    From(InstantS),
}

const DAY_S: i64 = 24 * 60 * 60;

/// Whether a session may be done now, after those that were done.
///
/// A session dated in the future (a clock that was set back) counts as done just now or later: nothing opens sooner for it.
#[must_use]
pub fn allowance(guide: &Guide, protocol: &Protocol, session: &Session, done: &[Done], now_s: InstantS) -> Allowance {
    let Some(pool) = &session.pool else { return Allowance::Now };
    let same = |one: &&Done| guide.session_coded(&one.code).is_some_and(|known| known.pool.as_ref() == Some(pool));
    let mut ends: Vec<InstantS> = done.iter().filter(same).map(|one| one.at_s).collect();
    ends.sort_unstable();
    let rested = rest_s(protocol, session).and_then(|rest_s| Some(ends.last()?.saturating_add(rest_s)));
    let counted = session.most.and_then(|at| {
        let most = usize::try_from(protocol.limits[at].value).ok()?;
        // A session that ended 24 hours ago to the second still counts.
        ends.len().checked_sub(most).and_then(|first| ends.get(first)).map(|end| end.saturating_add(DAY_S + 1))
    });
    match rested.max(counted) {
        Some(from_s) if from_s > now_s => Allowance::From(from_s),
        _ => Allowance::Now,
    }
}

/// How long a session waits after the last one of its pool, in seconds; none: it need not wait.
#[must_use]
pub fn rest_s(protocol: &Protocol, session: &Session) -> Option<i64> {
    session.gap.map(|at| span_s(&protocol.limits[at]))
}

/// A limit as a span; its unit is the end of its name.
fn span_s(limit: &Limit) -> i64 {
    let unit_s = if limit.id.ends_with("_hours") { 3600 } else { 60 };
    limit.value.saturating_mul(unit_s)
}
