//! Bands of a number: between two neighbouring thresholds no test can tell two numbers apart.

use super::Value;
use protocol::model::Protocol;
use protocol::model::context::{ContextKind, OVER};
use protocol::model::finding::Needed;
use protocol::model::when::{All, Any, Test};

/// The limit of a gate that asks for an age.
const AGE: (&str, &str) = ("age_years", "age_years_at_least");

/// Whether some test that decides anything asks for this item.
pub(super) fn asks_for(versions: &[&Protocol], item: usize) -> bool {
    versions.iter().any(|protocol| {
        tests(protocol).iter().any(|test| item_of(*test) == Some(item)) || age_limit(protocol, item).is_some()
    })
}

/// The bands of a number, smallest first, and what lies above the largest.
pub(super) fn of(protocol: &Protocol, versions: &[&Protocol], item: usize) -> Option<Vec<Value>> {
    let ContextKind::Number { min, max, over } = &protocol.context[item].kind else { return None };
    asks_for(versions, item).then(|| {
        let tests = versions.iter().flat_map(|protocol| tests(protocol));
        let ages = versions.iter().filter_map(|protocol| age_limit(protocol, item));
        let cuts = tests.filter_map(|test| last_below(test, item)).chain(ages);
        let mut cuts: Vec<u16> = cuts.filter(|cut| (*min..*max).contains(cut)).collect();
        cuts.push(*max);
        cuts.sort_unstable();
        cuts.dedup();
        let mut from = *min;
        let mut bands = Vec::new();
        for to in cuts {
            bands.push(Value::Known { from, to });
            from = to.saturating_add(1);
        }
        bands.extend(over.as_ref().map(|_| Value::Known { from: OVER, to: OVER }));
        bands
    })
}

fn item_of(test: Test) -> Option<usize> {
    match test {
        Test::ContextUnder(item, _)
        | Test::ContextAtMost(item, _)
        | Test::ContextIs(item, _)
        | Test::ContextAtLeast(item, _) => Some(item),
        _ => None,
    }
}

/// The last number on the lower side of a test.
fn last_below(test: Test, item: usize) -> Option<u16> {
    match test {
        Test::ContextUnder(of, number) | Test::ContextAtLeast(of, number) if of == item => number.checked_sub(1),
        Test::ContextAtMost(of, number) if of == item => Some(number),
        _ => None,
    }
}

fn age_limit(protocol: &Protocol, item: usize) -> Option<u16> {
    let gates = || protocol.gates.iter().filter_map(|gate| gate.limit(AGE.1));
    (protocol.context[item].id == AGE.0)
        .then(|| gates().max().and_then(|least| u16::try_from(least - 1).ok()))
        .flatten()
}

/// Every test that urgency, completeness, a gate or a statement rests on.
fn tests(protocol: &Protocol) -> Vec<Test> {
    let mut tests: Vec<Test> = Vec::new();
    let mut all = |list: &All| tests.extend(list.iter().copied());
    protocol.rules.iter().for_each(|one| all(&one.when));
    protocol.gates.iter().for_each(|gate| gate.closed.iter().for_each(|(list, _)| all(list)));
    let mut any = |list: &Any| list.iter().for_each(&mut all);
    any(&protocol.baby_absent);
    any(&protocol.baby_watched);
    protocol.terms.iter().for_each(|one| any(&one.when));
    protocol.raises.iter().chain(&protocol.context_answers).for_each(|one| any(&one.when));
    protocol.always.iter().for_each(|one| any(&one.when));
    for finding in &protocol.findings {
        if let Needed::When(list) = &finding.needed {
            any(list);
        }
    }
    protocol.counts.iter().for_each(|count| all(&count.of));
    tests
}
