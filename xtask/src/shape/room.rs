//! Rooms: the crates and the folders at the top, with what stands in them.

use super::count::Count;
use super::{Function, Measured};
use std::collections::BTreeMap;

/// Every room by its name.
#[derive(Default)]
pub(super) struct Rooms(BTreeMap<String, Room>);

/// One room.
#[derive(Default, Clone)]
pub(super) struct Room {
    pub(super) count: Count,
    /// Lines of each file.
    pub(super) files: Vec<usize>,
    /// Lines of each function outside tests.
    pub(super) functions: Vec<usize>,
}

impl Rooms {
    /// Adds a file to its room.
    pub(super) fn add(&mut self, path: &str, measured: &Measured) {
        let room = self.0.entry(name(path)).or_default();
        room.files.push(measured.count.all);
        room.count.join(&measured.count);
        room.functions.extend(measured.functions.iter().map(|Function { lines, .. }| *lines));
    }

    pub(super) fn each(&self) -> impl Iterator<Item = (&str, &Room)> {
        self.0.iter().map(|(name, room)| (name.as_str(), room))
    }

    /// All rooms as one.
    pub(super) fn house(&self) -> Room {
        let mut house = Room::default();
        for room in self.0.values() {
            house.count.join(&room.count);
            house.files.extend(&room.files);
            house.functions.extend(&room.functions);
        }
        house
    }
}

/// A crate, or a folder at the top.
fn name(path: &str) -> String {
    let mut folders = path.split('/');
    match (folders.next(), folders.next()) {
        (Some("crates"), Some(room)) => room.to_owned(),
        (Some(folder), Some(_)) => folder.to_owned(),
        _ => "(top)".to_owned(),
    }
}

/// The value that this share of all values does not exceed, by nearest rank. None of none.
pub(super) fn percentile(values: &[usize], percent: usize) -> Option<usize> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable();
    let rank = (sorted.len() * percent).div_ceil(100);
    sorted.get(rank.saturating_sub(1)).copied()
}

#[cfg(test)]
mod tests {
    use super::{name, percentile};

    #[test]
    fn a_path_names_its_room() {
        assert_eq!(name("crates/ledger/src/lib.rs"), "ledger");
        assert_eq!(name("browser/app.css"), "browser");
        assert_eq!(name("build.rs"), "(top)");
    }

    #[test]
    fn percentiles_are_values_that_occur() {
        assert_eq!(percentile(&[4, 1, 3, 2], 50), Some(2));
        assert_eq!(percentile(&[4, 1, 3, 2], 99), Some(4));
        assert_eq!(percentile(&[7], 50), Some(7));
        assert_eq!(percentile(&[], 50), None);
    }
}
