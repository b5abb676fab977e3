//! What a test leads to, through terms, counts and raises.

use crate::space::Asked;
use protocol::model::Protocol;
use protocol::model::finding::FindingId;
use protocol::model::when::Test;
use std::collections::HashSet;

/// Whether a test leads to a finding.
#[must_use]
pub fn by(protocol: &Protocol, test: Test, wanted: FindingId) -> bool {
    parts(protocol, &[test]).contains(&Asked::Finding(wanted))
}

/// All parts of an input that these tests lead to.
#[must_use]
pub fn parts<'t>(protocol: &Protocol, tests: impl IntoIterator<Item = &'t Test>) -> HashSet<Asked> {
    let mut found = HashSet::new();
    tests.into_iter().for_each(|test| gather(protocol, *test, &mut found));
    found
}

fn gather(protocol: &Protocol, test: Test, found: &mut HashSet<Asked>) {
    match test {
        Test::AtLeast(id, _) | Test::Milder(id, _) => {
            if !found.insert(Asked::Finding(id)) {
                return;
            }
            let answers = protocol.context_answers.iter();
            let raises = protocol.raises.iter().chain(answers).filter(|raise| raise.finding == id);
            raises.flat_map(|raise| raise.when.iter().flatten()).for_each(|test| gather(protocol, *test, found));
        }
        Test::Term(term) | Test::NoTerm(term) => {
            protocol.terms[term].when.iter().flatten().for_each(|test| gather(protocol, *test, found));
        }
        Test::Count(count, _) => {
            protocol.counts[count].of.iter().for_each(|test| gather(protocol, *test, found));
        }
        Test::ContextUnder(item, _)
        | Test::ContextAtMost(item, _)
        | Test::ContextIs(item, _)
        | Test::ContextAtLeast(item, _) => {
            found.insert(Asked::Context(item));
        }
    }
}
