//! Undo: what was before comes back, and nothing is ever gone.

use care::record::id::RevisionId;
use care::record::revision::{Received, fold};
use care::record::undo::undo;
use uuid::Uuid;

use crate::world::{NOW_MS, saving};

fn id(number: u128) -> RevisionId {
    RevisionId(Uuid::from_u128(number))
}

/// The savings with one more: the undo, as saving `number`.
fn with_undo(savings: &[Received], revision: u128, number: u128) -> Vec<Received> {
    let undone = undo(savings, id(revision)).unwrap_or_else(|| panic!("saving {revision} stands"));
    let mut one = saving(number, &[], NOW_MS + i64::try_from(number).unwrap_or_default(), 0);
    one.revision.bases = undone.bases;
    one.revision.binned = undone.binned;
    one.revision.content = undone.content;
    [savings, &[one]].concat()
}

#[test]
fn a_change_goes_back_to_what_was_before_and_forth_again() {
    let savings = [saving(1, &[], NOW_MS, 0), saving(2, &[1], NOW_MS + 1, 0)];
    let note = |savings: &[Received]| fold(savings).map(|entry| (entry.content.note, entry.binned)).unwrap_or_default();
    let once = with_undo(&savings, 2, 3);
    assert_eq!(note(&once), ("saving 1".into(), false));
    assert_eq!(note(&with_undo(&once, 3, 4)), ("saving 2".into(), false));
}

#[test]
fn the_first_saving_goes_to_the_bin_and_comes_out_again() {
    let once = with_undo(&[saving(1, &[], NOW_MS, 0)], 1, 2);
    assert_eq!(fold(&once).map(|entry| (entry.binned, entry.content.note)), Some((true, "saving 1".into())));
    let twice = with_undo(&once, 2, 3);
    assert_eq!(fold(&twice).map(|entry| entry.binned), Some(false));
}

#[test]
fn what_was_saved_since_is_not_lost_by_an_undo() {
    let savings = [saving(1, &[], NOW_MS, 0), saving(2, &[1], NOW_MS + 1, 0)];
    assert_eq!(undo(&savings, id(1)), None);
    assert_eq!(undo(&savings, id(9)), None);
}
