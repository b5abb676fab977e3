//! Concepts: what a reader means, in the many wordings people use. The wordings are data (`protocols/article/concepts.toml`).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::interval;
use crate::sentence::{Gap, Sentence, Word};

/// How many words `..` may stand for.
const BETWEEN_MAX: usize = 4;
/// How deep `<concept>` may stand inside what it stands for, so that none can stand for itself.
const SLOTS_DEEP_MAX: usize = 3;

/// A concept by its place in the vocabulary.
pub(crate) type Concept = usize;

/// Where a concept stands in a sentence: words `from..to`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Occurrence {
    pub(crate) concept: Concept,
    pub(crate) from: usize,
    pub(crate) to: usize,
}

/// Every concept with its wordings.
#[derive(Debug, Clone)]
pub(crate) struct Vocabulary {
    names: Vec<String>,
    /// Which concept takes another away.
    shadows: BTreeMap<Concept, Concept>,
    /// Wordings by the first letter of their first word.
    wordings: BTreeMap<char, Vec<(Concept, Vec<Part>)>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Whole(String),
    Begins(String),
    Between,
    /// Any wording of another concept.
    OneOf(Arc<[Vec<Part>]>),
}

impl Part {
    /// The letters that its first word may begin with; none for `..`.
    fn letters(&self) -> BTreeSet<char> {
        match self {
            Self::Whole(word) | Self::Begins(word) => word.chars().take(1).collect(),
            Self::Between => BTreeSet::new(),
            Self::OneOf(all) => all.iter().filter_map(|parts| parts.first()).flat_map(Self::letters).collect(),
        }
    }
}

impl Vocabulary {
    /// Reads the wordings: `a b | c* .. d | no <help>`. A star stands for any ending, two points for up to four words, `<help>` for any
    /// wording of the concept `help`.
    ///
    /// # Errors
    /// What is wrong with a wording.
    pub(crate) fn read(concepts: &BTreeMap<String, String>) -> Result<Self, String> {
        let mut names: Vec<String> = interval::NAMES.iter().map(|name| (*name).to_owned()).collect();
        let mut wordings: BTreeMap<char, Vec<(Concept, Vec<Part>)>> = BTreeMap::new();
        for (name, all) in concepts {
            if names.contains(name) {
                return Err(format!("`{name}` is recognised by its numbers and takes no wordings"));
            }
            let concept = names.len();
            names.push(name.clone());
            for wording in wordings_of(all) {
                let parts = parts(wording, concepts, SLOTS_DEEP_MAX)
                    .ok_or_else(|| format!("`{name}`: `{wording}` is no wording"))?;
                let letters = parts.first().map(Part::letters).unwrap_or_default();
                if letters.is_empty() {
                    return Err(format!("`{name}`: `{wording}` must begin with a word"));
                }
                for letter in letters {
                    wordings.entry(letter).or_default().push((concept, parts.clone()));
                }
            }
        }
        let shadow = |(at, name): (usize, &String)| {
            let shadowed = name.strip_suffix("-not")?;
            Some((names.iter().position(|known| known == shadowed)?, at))
        };
        let shadows = names.iter().enumerate().filter_map(shadow).collect();
        Ok(Self { names, shadows, wordings })
    }

    /// The concept of this name.
    pub(crate) fn named(&self, name: &str) -> Option<Concept> {
        self.names.iter().position(|known| known == name)
    }

    /// The name of a concept.
    pub(crate) fn name(&self, concept: Concept) -> &str {
        self.names.get(concept).map_or("", String::as_str)
    }

    /// Every concept in a sentence, the longest wording at each place.
    pub(crate) fn find(&self, sentence: &Sentence) -> Vec<Occurrence> {
        let words = &sentence.words;
        let mut found = interval::find(words);
        for (from, word) in words.iter().enumerate() {
            let letter = word.stem.chars().next().unwrap_or_default();
            let mut here: BTreeMap<Concept, usize> = BTreeMap::new();
            for (concept, parts) in self.wordings.get(&letter).into_iter().flatten() {
                if let Some(to) = end(parts, words, from) {
                    let longest = here.entry(*concept).or_default();
                    *longest = to.max(*longest);
                }
            }
            found.extend(here.into_iter().map(|(concept, to)| Occurrence { concept, from, to }));
        }
        found.sort_by_key(|one| (one.from, one.to, one.concept));
        self.without_shadowed(&found)
    }

    /// `x-not` takes away every `x` that stands inside it.
    fn without_shadowed(&self, found: &[Occurrence]) -> Vec<Occurrence> {
        let stands = |one: &Occurrence| {
            let Some(shadow) = self.shadows.get(&one.concept) else { return true };
            !found.iter().any(|other| other.concept == *shadow && other.from < one.to && one.from < other.to)
        };
        found.iter().copied().filter(stands).collect()
    }
}

fn wordings_of(all: &str) -> impl Iterator<Item = &str> {
    all.split('|').map(str::trim).filter(|wording| !wording.is_empty())
}

/// The parts of a wording. None if it is none, names a concept that nobody knows, or goes deeper than `slots_deep`.
fn parts(wording: &str, concepts: &BTreeMap<String, String>, slots_deep: usize) -> Option<Vec<Part>> {
    let slot = |name: &str| {
        let all = wordings_of(concepts.get(name)?).map(|wording| parts(wording, concepts, slots_deep.checked_sub(1)?));
        Some(Part::OneOf(all.collect::<Option<_>>()?))
    };
    let part = |word: &str| match word.strip_suffix('*') {
        _ if word == ".." => Some(Part::Between),
        _ if word.starts_with('<') => slot(word.strip_prefix('<')?.strip_suffix('>')?),
        Some(beginning) if beginning.len() > 1 => Some(Part::Begins(beginning.to_owned())),
        None if word.chars().all(|c| c.is_alphanumeric() || c == '.') => Some(Part::Whole(word.to_owned())),
        _ => None,
    };
    let parts: Vec<Part> = wording.split_whitespace().map(part).collect::<Option<_>>()?;
    (parts.last() != Some(&Part::Between)).then_some(parts)
}

/// Where the wording ends if it begins at `from`.
fn end(parts: &[Part], words: &[Word], from: usize) -> Option<usize> {
    let Some((part, rest)) = parts.split_first() else { return Some(from) };
    if *part == Part::Between {
        return (0..=BETWEEN_MAX).find_map(|skipped| {
            let crossed = words.get(from..=from + skipped)?;
            // What stands behind "but" says something else.
            let says_no = |word: &Word| {
                matches!(word.stem.as_str(), "not" | "never" | "no" | "but" | "however" | "because" | "although")
            };
            if crossed.iter().any(|word| word.before == Gap::Strong) || crossed[..skipped].iter().any(says_no) {
                return None;
            }
            end(rest, words, from + skipped)
        });
    }
    // A wording does not go on behind the end of a clause: "as hard as you can; feed" does not say "can feed".
    let goes_on = |to: usize| rest.is_empty() || words.get(to).is_none_or(|next| next.before < Gap::Strong);
    if let Part::OneOf(all) = part {
        let ends = all.iter().filter_map(|parts| end(parts, words, from)).filter(|to| goes_on(*to));
        return ends.filter_map(|to| end(rest, words, to)).max();
    }
    let word = words.get(from)?;
    let is_same = match part {
        Part::Whole(whole) => word.stem == *whole,
        Part::Begins(beginning) => word.stem.starts_with(beginning.as_str()),
        Part::Between | Part::OneOf(_) => false,
    };
    if is_same && goes_on(from + 1) { end(rest, words, from + 1) } else { None }
}
