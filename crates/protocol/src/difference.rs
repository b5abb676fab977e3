//! What changes between two versions of a protocol, as minimal situations.
//!
//! In both versions a worse answer only ever raises. So if anybody's outcome rises or falls, that of some mildest person of a rule does:
//! whoever is higher in one version is so by a rule of it, and the mildest person of that rule is not higher in the other.

use crate::answers::{Answers, Given};
use crate::assessment::Reached;
use crate::corner::corners;
use crate::model::Protocol;
use crate::model::finding::Subject;
use crate::model::urgency::Urgency;
use crate::naive::Plain;

/// One situation that is told something else.
#[derive(Debug, Clone)]
pub struct Change {
    /// The mildest person, in the words of the new version, or of the old one where the new has no such question.
    pub person: Answers,
    /// Whether `person` speaks the words of the old version.
    pub old_words: bool,
    /// Whose outcome changes.
    pub whose: Subject,
    /// What was told.
    pub before: Reached,
    /// What is told now.
    pub after: Reached,
}

impl Change {
    /// Whether it is told more than before.
    #[must_use]
    pub fn rises(&self) -> bool {
        rank(self.after) > rank(self.before)
    }
}

/// Fewer days stand higher.
fn rank(reached: Reached) -> (Urgency, std::cmp::Reverse<u16>) {
    (reached.urgency, std::cmp::Reverse(reached.days.unwrap_or(u16::MAX)))
}

/// The minimal situations that change from the first version to the second, upward changes first.
#[must_use]
pub fn changes(old: &Protocol, new: &Protocol) -> Vec<Change> {
    let mut found = Vec::new();
    for (from, to, old_words) in [(new, old, false), (old, new, true)] {
        for person in from.rules.iter().flat_map(|rule| corners(from, rule)) {
            let there = translated(from, to, &person);
            let back = translated(to, from, &there) != person;
            if old_words && !back {
                // The new version knows every answer of this person: it is told in its words.
                note(&mut found, old, new, &person, &there, there, false);
            } else if old_words {
                note(&mut found, old, new, &person, &there, person, true);
            } else {
                note(&mut found, old, new, &there, &person, person, false);
            }
        }
    }
    let minimal: Vec<Change> =
        found.iter().filter(|one| !found.iter().any(|other| outdone(new, one, other))).cloned().collect();
    let mut minimal = distinct(minimal);
    minimal.sort_by_key(|change| (!change.rises(), std::cmp::Reverse(change.after.urgency)));
    minimal
}

fn note(
    found: &mut Vec<Change>,
    old: &Protocol,
    new: &Protocol,
    in_old: &Answers,
    in_new: &Answers,
    person: Answers,
    old_words: bool,
) {
    let (before, after) = (Plain::new(old, in_old).assess(), Plain::new(new, in_new).assess());
    for whose in [Subject::Parent, Subject::Baby] {
        if let (Some(before), Some(after)) = (before.of(whose), after.of(whose))
            && before != after
        {
            found.push(Change { person, old_words, whose, before, after });
        }
    }
}

/// The same answers in the words of another version; what it does not ask is left out.
#[must_use]
pub fn translated(from: &Protocol, to: &Protocol, answers: &Answers) -> Answers {
    let mut there = Answers::default();
    for (id, finding) in from.each_finding() {
        let Some(other) = to.finding_named(&finding.id) else { continue };
        match answers.given(id) {
            Some(Given::Unsure) => there.answer(other, Given::Unsure),
            Some(Given::Level(level)) => {
                let level = to.finding(other).level_named(finding.level_id(level));
                level.into_iter().for_each(|level| there.answer(other, Given::Level(level)));
            }
            None => {}
        }
    }
    for (item, context) in from.context.iter().enumerate() {
        let written = answers.known(item).map(|value| context.written(value));
        if let (Some(other), Some(written)) = (to.context_named(&context.id), written) {
            to.context[other].value(&written).into_iter().for_each(|value| there.know(other, value));
        }
    }
    there
}

/// Whether another change says the same of a milder person.
fn outdone(protocol: &Protocol, one: &Change, other: &Change) -> bool {
    (one.whose, one.before, one.after, one.old_words) == (other.whose, other.before, other.after, other.old_words)
        && one.person != other.person
        && (0..protocol.context.len()).all(|item| one.person.known(item) == other.person.known(item))
        && protocol.each_finding().all(|(id, _)| {
            let level = |answers: &Answers| answers.level(protocol, id).unwrap_or(0);
            level(&other.person) <= level(&one.person)
        })
}

fn distinct(changes: Vec<Change>) -> Vec<Change> {
    let mut kept: Vec<Change> = Vec::new();
    for one in changes {
        if !kept.iter().any(|known| known.person == one.person && known.whose == one.whose) {
            kept.push(one);
        }
    }
    kept
}
