//! A pattern against a sentence.

use ledger::Verdict;

use crate::pattern::Pattern;
use crate::polarity::{Turn, standing};
use crate::sentence::{Gap, Sentence};
use crate::vocabulary::{Concept, Occurrence};

/// How much further two concepts seem when a clause ends between them, in words.
const CLAUSE_WORDS: usize = 4;

/// What is known of a sentence.
pub(crate) struct Subject<'s> {
    pub(crate) sentence: &'s Sentence,
    pub(crate) found: &'s [Occurrence],
    pub(crate) turns: &'s [Turn],
    /// The concepts in sight: of this sentence, of what leads to it.
    pub(crate) seen: &'s dyn Fn(Concept) -> bool,
    /// It is told as a myth.
    pub(crate) turned: bool,
    /// It stands under "Avoid the following" or its like.
    pub(crate) refused: bool,
    /// Up to this word it is told as what others say, and then refuted.
    pub(crate) refuted_until: usize,
    /// It is told as what others say, or asked: it is held against nobody.
    pub(crate) doubtful: bool,
    /// The concept of a warning.
    pub(crate) wary: Concept,
    /// It tells a study or a story: what was done there is no advice.
    pub(crate) reports: bool,
}

/// A pattern that was recognised.
pub(crate) struct Hit {
    pub(crate) core: Vec<Occurrence>,
    pub(crate) turns: Vec<Turn>,
    pub(crate) denied: bool,
    pub(crate) verdict: Verdict,
}

/// Whether the sentence makes the claim of this pattern, and which way.
pub(crate) fn hit(pattern: &Pattern, subject: &Subject<'_>) -> Option<Hit> {
    if !may_hit(pattern, subject) {
        return None;
    }
    let readings: Vec<_> =
        nearest_cores(pattern, subject).into_iter().map(|core| read(pattern, subject, core)).collect();
    let denied = readings.first()?.2;
    // Said and denied in one sentence: unsure.
    if readings.iter().any(|(_, _, other)| *other != denied) {
        return None;
    }
    let (core, turns, _) = readings.into_iter().next()?;
    if !denied && is_unsure(pattern, subject, &core) {
        return None;
    }
    let verdict = if denied { pattern.denied } else { pattern.said }?;
    let doubtful = subject.doubtful || (pattern.advice && subject.reports);
    if doubtful && verdict > Verdict::Supported {
        return None;
    }
    let first = core.iter().map(|one| one.from).min()?;
    if denied && pattern.command && !turns.iter().any(|turn| turn.is_forward && turn.from < first) {
        return None;
    }
    Some(Hit { core, turns, denied, verdict })
}

/// Whether all that the pattern wants is there, and nothing that it does not want.
fn may_hit(pattern: &Pattern, subject: &Subject<'_>) -> bool {
    let has = |concept: &Concept| subject.found.iter().any(|one| one.concept == *concept);
    let is_seen = |concept: &Concept| (subject.seen)(*concept);
    !pattern.without.iter().any(has)
        && pattern.all.iter().all(|any| any.iter().any(has))
        && pattern.seen.iter().all(|any| any.iter().any(is_seen))
        && !pattern.unseen.iter().any(is_seen)
}

/// The places of the claim whose words stand nearest together.
fn nearest_cores(pattern: &Pattern, subject: &Subject<'_>) -> Vec<Vec<Occurrence>> {
    let places = places(subject.sentence);
    let mut cores = cores(pattern, subject, &places);
    // What is told and then refuted, and what refutes it, are no claim together.
    let refuted_until = subject.refuted_until;
    cores.retain(|core| {
        core.iter().all(|one| one.from < refuted_until) || core.iter().all(|one| one.from >= refuted_until)
    });
    let least = cores.iter().map(|core| span(core, &places)).min();
    cores.retain(|core| Some(span(core, &places)) == least);
    cores
}

/// A place of the claim with the turns that count there, and whether it is denied.
fn read(pattern: &Pattern, subject: &Subject<'_>, core: Vec<Occurrence>) -> (Vec<Occurrence>, Vec<Turn>, bool) {
    let mut turns = standing(subject.sentence, subject.turns, &core, pattern.advice);
    let refuted = core.iter().all(|one| one.to <= subject.refuted_until);
    if refuted {
        // What refutes it is counted once.
        turns.retain(|turn| turn.from < subject.refuted_until);
    }
    let denied = (subject.refused || !turns.is_empty()) != (subject.turned || refuted);
    (core, turns, denied)
}

/// The worst fault is to call correct advice harmful: a warning beside it, or a no that follows in the same clause, leaves it open.
fn is_unsure(pattern: &Pattern, subject: &Subject<'_>, core: &[Occurrence]) -> bool {
    let warns = |one: &Occurrence| {
        one.concept == subject.wary && core.iter().all(|own| one.to <= own.from || own.to <= one.from)
    };
    let is_harmful = pattern.said == Some(Verdict::Harmful);
    ((pattern.wary || pattern.clean) && subject.found.iter().any(warns))
        || (pattern.clean && subject.turns.iter().any(|turn| !core.iter().any(|one| turn.is_within(one))))
        || (is_harmful && subject.turns.iter().any(|turn| follows(turn, core, subject)))
}

/// Whether a turn stands behind the claim in its clause and was not counted.
fn follows(turn: &Turn, core: &[Occurrence], subject: &Subject<'_>) -> bool {
    let end = core.iter().map(|one| one.to).max().unwrap_or(0);
    let words = &subject.sentence.words;
    let says_no =
        matches!(words[turn.from].stem.as_str(), "not" | "never" | "no" | "unnecessary" | "wrong" | "is" | "are");
    !turn.is_harm
        && says_no
        && turn.from >= end
        && words[end..=turn.from].iter().all(|word| word.before == Gap::None)
        && !words[end..turn.from].iter().any(|word| {
            matches!(
                word.stem.as_str(),
                "until" | "and" | "or" | "because" | "since" | "so" | "if" | "when" | "while" | "that" | "but"
            )
        })
}

/// Where each word stands when clause ends count as words.
fn places(sentence: &Sentence) -> Vec<usize> {
    let mut place = 0;
    let step = |gap| match gap {
        Gap::None => 1,
        Gap::Comma => 2,
        Gap::Strong => 1 + CLAUSE_WORDS,
    };
    sentence
        .words
        .iter()
        .map(|word| {
            place += step(word.before);
            place
        })
        .collect()
}

fn span(core: &[Occurrence], places: &[usize]) -> usize {
    let first = core.iter().map(|one| places[one.from]).min().unwrap_or(0);
    let last = core.iter().map(|one| places[one.to - 1]).max().unwrap_or(0);
    last - first
}

/// For each occurrence of each concept: it together with the nearest of the others.
fn cores(pattern: &Pattern, subject: &Subject<'_>, places: &[usize]) -> Vec<Vec<Occurrence>> {
    let choices: Vec<Vec<Occurrence>> = pattern
        .all
        .iter()
        .map(|any| subject.found.iter().copied().filter(|one| any.contains(&one.concept)).collect())
        .collect();
    let mut cores: Vec<Vec<Occurrence>> = Vec::new();
    for (at, choice) in choices.iter().enumerate() {
        for anchor in choice {
            let core: Option<Vec<Occurrence>> = choices
                .iter()
                .enumerate()
                .map(|(other, choice)| if other == at { Some(*anchor) } else { nearest(choice, anchor, places) })
                .collect();
            cores.extend(core.filter(|core| fits(pattern, core, places)));
        }
    }
    cores
}

fn nearest(choice: &[Occurrence], anchor: &Occurrence, places: &[usize]) -> Option<Occurrence> {
    let apart = choice.iter().filter(|one| one.to <= anchor.from || anchor.to <= one.from);
    apart.copied().min_by_key(|one| span(&[*one, *anchor], places))
}

fn fits(pattern: &Pattern, core: &[Occurrence], places: &[usize]) -> bool {
    let in_order = core.windows(2).all(|pair| pair[0].from < pair[1].from);
    let inner: usize = core.iter().map(|one| one.to - one.from - 1).sum();
    let apart = core
        .iter()
        .enumerate()
        .all(|(at, one)| core[..at].iter().all(|other| one.to <= other.from || other.to <= one.from));
    apart && (!pattern.order || in_order) && span(core, places) <= pattern.near + inner
}
