//! The stop rule: what the pain after says of a session.

use protocol::model::Protocol;

/// What two pain scores say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Score {
    /// Pain rose by the step of the stop rule or more: stop, cool, check again.
    Stop,
    /// It did not.
    Fine,
    /// One of the two was not given.
    Unknown,
}

/// The limit that the rule reads.
const STEP: &str = "pain_up_points";

/// Compares pain before and after, 0 to 10.
#[must_use]
pub fn scored(protocol: &Protocol, before: Option<u8>, after: Option<u8>) -> Score {
    let step = protocol.limits.iter().find(|limit| limit.id == STEP).map(|limit| limit.value);
    let (Some(before), Some(after)) = (before, after) else { return Score::Unknown };
    match step {
        Some(step) if i64::from(after) - i64::from(before) < step => Score::Fine,
        // Without the limit any rise stops.
        None if after <= before => Score::Fine,
        _ => Score::Stop,
    }
}
