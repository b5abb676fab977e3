//! What must hold of a whole protocol, and what deserves a warning.

use crate::answers::MOST_CONTEXT;
use crate::assessment::MOST_RULES;
use crate::corner;
use crate::fault::{Fault, Place};
use crate::model::Protocol;
use crate::model::context::ContextKind;
use crate::model::finding::{FindingId, Needed};
use crate::model::screen::{MOST_LINES, ScreenKind};
use crate::model::urgency::Urgency;
use crate::model::when::Test;
use crate::naive::Plain;
use crate::syntax::Block;

/// Phrases that results are built with.
pub const PHRASES: [&str; 7] =
    ["not_sure", "ages_differ", "any_emergency", "any_urgent", "any_crisis", "gate_urgency", "gate_age"];

/// What single blocks cannot see.
pub(crate) fn whole(protocol: &Protocol, blocks: &[Block]) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut fault = |keyword: &str, id: &str, what: String| faults.push(Fault::new(place(blocks, keyword, id), what));
    if protocol.rules.len() > MOST_RULES || protocol.context.len() > MOST_CONTEXT {
        fault("protocol", "", format!("more than {MOST_RULES} rules or {MOST_CONTEXT} items of context"));
    }
    if blocks.first().is_none_or(|block| block.head.keyword.text != "protocol") {
        fault("protocol", "", "the first block is not `protocol NAME VERSION`".to_owned());
    }
    for urgency in Urgency::ALL {
        if !protocol.urgencies.iter().any(|words| words.urgency == urgency) {
            fault("protocol", "", format!("no `urgency {}` block", urgency.id()));
        }
    }
    for id in PHRASES {
        if !protocol.phrases.iter().any(|phrase| phrase.id == id) {
            fault("protocol", "", format!("no `phrase {id}` block"));
        }
    }
    for raise in &protocol.raises {
        let plain = |test: &Test| {
            matches!(test, Test::AtLeast(finding, _) if *finding != raise.finding) && !tests_an_input(protocol, *test)
        };
        if !raise.when.iter().flatten().all(plain) {
            let id = &protocol.finding(raise.finding).id;
            fault("raise", id, format!("`{id}` is raised by something other than plain levels of other findings"));
        }
    }
    for rule in &protocol.rules {
        if rule.when.iter().any(|test| tests_an_input(protocol, *test)) {
            fault("rule", &rule.id, format!("the rule `{}` tests an input: inputs serve the plan only", rule.id));
        }
    }
    for (id, finding) in protocol.each_finding() {
        let shown = protocol.screens.iter().filter(|screen| holds(&screen.kind).contains(&id)).count();
        if !protocol.screens.is_empty() && shown != 1 {
            let keyword = if matches!(finding.needed, Needed::Never) { "input" } else { "finding" };
            fault(keyword, &finding.id, format!("`{}` stands on {shown} screens; it belongs on one", finding.id));
        }
    }
    for screen in &protocol.screens {
        let lines: usize = holds(&screen.kind).iter().map(|id| protocol.finding(*id).lines.len()).sum();
        if matches!(screen.kind, ScreenKind::List(_)) && !(1..=MOST_LINES).contains(&lines) {
            fault("screen", &screen.id, format!("{lines} lines on the list `{}`; at most {MOST_LINES}", screen.id));
        }
    }
    faults
}

/// Whether a test leads to an input, also through a term or a count.
fn tests_an_input(protocol: &Protocol, test: Test) -> bool {
    match test {
        Test::AtLeast(id, _) => matches!(protocol.finding(id).needed, Needed::Never),
        Test::Term(term) => protocol.terms[term].when.iter().flatten().any(|test| tests_an_input(protocol, *test)),
        Test::Count(count, _) => protocol.counts[count].of.iter().any(|test| tests_an_input(protocol, *test)),
        _ => false,
    }
}

fn holds(kind: &ScreenKind) -> &[FindingId] {
    match kind {
        ScreenKind::List(findings) => findings,
        ScreenKind::Question(finding) => std::slice::from_ref(finding),
        ScreenKind::Who | ScreenKind::Choose { .. } => &[],
    }
}

/// What is allowed but probably not meant: rules that never fire or never decide, with the reason.
///
/// A rule that is outdone at each of its mildest persons is outdone everywhere, because worse answers only add rules.
#[must_use]
pub fn warnings(protocol: &Protocol, text: &str) -> Vec<Fault> {
    let (blocks, _, _) = crate::syntax::blocks(text);
    let mut warnings = Vec::new();
    for (at, rule) in protocol.rules.iter().enumerate() {
        let mut warn = |what: String| {
            warnings.push(Fault::new(place(&blocks, "rule", &rule.id), what));
        };
        if let Some(what) = rule.when.iter().find_map(|test| never_holds(protocol, *test)) {
            warn(format!("the rule `{}` never fires: no {what} can pass its test", rule.id));
            continue;
        }
        if let Some(other) = outdone_by(protocol, at) {
            let other = &protocol.rules[other];
            let how = if other.urgency > rule.urgency { "higher" } else { "the same" };
            warn(format!(
                "the rule `{}` never decides: whenever it fires, `{}` gives {how} urgency",
                rule.id, other.id
            ));
        }
    }
    warnings
}

/// What there is none of that could pass this test.
fn never_holds(protocol: &Protocol, test: Test) -> Option<&'static str> {
    let least = |item: usize| match protocol.context[item].kind {
        ContextKind::Number { min, .. } => min,
        ContextKind::Values(_) => 0,
    };
    match test {
        Test::ContextUnder(item, number) if number <= least(item) => Some("context"),
        Test::ContextAtMost(item, number) if number < least(item) => Some("context"),
        Test::Count(count, least) if usize::from(least) > protocol.counts[count].of.len() => Some("answers"),
        _ => None,
    }
}

/// A single other rule that fires at all mildest persons of this one, for the same patient, at its urgency and days or beyond.
fn outdone_by(protocol: &Protocol, at: usize) -> Option<usize> {
    let rule = &protocol.rules[at];
    let corners: Vec<_> = corner::corners(protocol, rule);
    protocol.rules.iter().enumerate().position(|(other_at, other)| {
        let graver = other.urgency > rule.urgency || other.urgency == rule.urgency && other.days <= rule.days;
        let same = other.urgency == rule.urgency && other.days == rule.days && other_at > at;
        let silent = other.advises.len() < rule.advises.len() || rule.crisis && !other.crisis;
        other_at != at
            && other.subject == rule.subject
            && graver
            && !(same && outdoes_back(protocol, other_at, at))
            && !(silent && other.urgency == rule.urgency)
            && corners.iter().all(|answers| fires(protocol, other_at, answers))
    })
}

/// Two rules that say the same outdo each other; then only the later one is warned of.
fn outdoes_back(protocol: &Protocol, other: usize, at: usize) -> bool {
    corner::corners(protocol, &protocol.rules[other]).iter().all(|answers| fires(protocol, at, answers))
}

fn fires(protocol: &Protocol, rule: usize, answers: &crate::answers::Answers) -> bool {
    let rule = &protocol.rules[rule];
    (answers.has_baby(protocol) || !rule.needs_baby) && Plain::new(protocol, answers).all(&rule.when)
}

/// Where a block stands; the first line when it is not one block's fault.
fn place(blocks: &[Block], keyword: &str, id: &str) -> Place {
    let found = blocks.iter().find(|block| {
        let first = block.head.tokens.first();
        block.head.keyword.text == keyword
            && (id.is_empty() || matches!(first, Some(crate::syntax::Token::Word(word)) if word.text == id))
    });
    found.map_or(Place { line: 1, column: 1, length: 1 }, |block| block.head.keyword.place)
}
