//! Findings by their names. Whoever writes a case keeps an order, that of the protocol or of the alphabet: what comes next in either is tried before a search.

use protocol::model::Protocol;
use protocol::model::finding::FindingId;

/// The names of one protocol.
pub(crate) struct Names<'p> {
    /// In the order of the protocol.
    listed: Vec<&'p str>,
    /// In the order of the alphabet.
    sorted: Vec<(&'p str, FindingId)>,
    /// Where each finding stands in the alphabet.
    places: Vec<usize>,
}

impl<'p> Names<'p> {
    pub(crate) fn of(protocol: &'p Protocol) -> Self {
        let listed: Vec<_> = protocol.findings.iter().map(|finding| finding.id.as_str()).collect();
        let mut sorted: Vec<_> = protocol.each_finding().map(|(id, finding)| (finding.id.as_str(), id)).collect();
        sorted.sort_unstable();
        let mut places = vec![0; listed.len()];
        for (place, (_, id)) in sorted.iter().enumerate() {
            places[id.index()] = place;
        }
        Self { listed, sorted, places }
    }

    /// Every name.
    pub(crate) fn all(&self) -> impl Iterator<Item = &'p str> {
        self.listed.iter().copied()
    }

    /// The finding with this name, met after that one.
    pub(crate) fn find(&self, name: &str, after: Option<FindingId>) -> Option<FindingId> {
        let listed = after.map_or(0, |last| last.index() + 1);
        if self.listed.get(listed) == Some(&name) {
            return Some(FindingId::at(listed));
        }
        let sorted = after.map_or(0, |last| self.places[last.index()] + 1);
        match self.sorted.get(sorted) {
            Some((next, id)) if *next == name => Some(*id),
            _ => self.sorted.binary_search_by_key(&name, |(known, _)| known).ok().map(|place| self.sorted[place].1),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_found_after_every_other() {
        let ledger = shipped::ledger().unwrap();
        let protocol = shipped::protocol(&ledger).unwrap().protocol;
        let names = Names::of(&protocol);
        for last in std::iter::once(None).chain(protocol.each_finding().map(|(id, _)| Some(id))) {
            assert_eq!(names.find("nothing", last), None);
            for (id, finding) in protocol.each_finding() {
                assert_eq!(names.find(&finding.id, last), Some(id));
            }
        }
    }
}
