//! Which findings a test leads to, through terms, counts and raises.

use protocol::model::Protocol;
use protocol::model::finding::FindingId;
use protocol::model::when::Test;

/// Whether a test leads to a finding.
#[must_use]
pub fn by(protocol: &Protocol, test: Test, wanted: FindingId) -> bool {
    let leads = |test: &Test| by(protocol, *test, wanted);
    match test {
        Test::AtLeast(id, _) | Test::Milder(id, _) => {
            let raises = protocol.raises.iter().filter(|raise| raise.finding == id);
            id == wanted || raises.flat_map(|raise| raise.when.iter().flatten()).any(leads)
        }
        Test::Term(term) | Test::NoTerm(term) => protocol.terms[term].when.iter().flatten().any(leads),
        Test::Count(count, _) => protocol.counts[count].of.iter().any(leads),
        _ => false,
    }
}
