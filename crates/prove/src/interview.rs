//! The order of the screens: what danger first demands of it, and the shortest order that fulfils the demand.

mod danger;
mod rests;
mod shortest;
mod until;

pub use danger::{Order, Rank};
pub use shortest::{Shortest, shortest};
pub use until::{Cost, cost, until};

use protocol::model::finding::FindingId;
use protocol::model::screen::{Screen, ScreenKind};

/// The findings on a screen.
pub(crate) fn holds(screen: &Screen) -> &[FindingId] {
    match &screen.kind {
        ScreenKind::List(findings) => findings,
        ScreenKind::Question(finding) => std::slice::from_ref(finding),
        ScreenKind::Who | ScreenKind::Choose { .. } => &[],
    }
}
