//! Weights: how much each thing that a sentence is known by speaks for each claim. They are learned from labelled sentences
//! (`examples/learn`), lie in a file, and are added up: nothing else happens with them.
//!
//! The file, all numbers little-endian: the mark; how many classes, features and entries (`u32` each); the shelf mark of what it was learned
//! from (`u64`); for each class a scale and what is said for nothing (`f32` each); for each feature its hash (`u32`, in order), its rarity
//! (`u8`, in twentieths) and where its entries end (`u32`); for each entry how many classes it stands behind the one before (`u8`, from class 0)
//! and its weight (`i8`, in parts of the scale; 0 only goes on to a class further away); then the names of the classes, a line each.

use std::sync::Arc;

/// So many first halves a hash can have.
const HALVES: usize = 1 << 16;
/// What the file begins with.
pub(crate) const MARK: [u8; 8] = *b"MILKWT01";
/// Rarity is kept in steps of so much.
pub(crate) const RARITY_STEP: f32 = 0.05;

/// A file of weights, read where it lies.
#[derive(Debug, Clone)]
pub(crate) struct Weights {
    learned_from: u64,
    /// Where the hashes of each first half begin: a feature is sought among a few.
    begins: Arc<[usize]>,
    /// Scale and constant of each class.
    classes: &'static [[u8; 8]],
    hashes: &'static [[u8; 4]],
    rarities: &'static [u8],
    ends: &'static [[u8; 4]],
    entries: &'static [[u8; 2]],
    names: &'static str,
}

impl Weights {
    /// Reads a file.
    ///
    /// # Errors
    /// When it is none, or not whole.
    pub(crate) fn read(file: &'static [u8]) -> Result<Self, String> {
        Self::parts(file).ok_or_else(|| "the weights of the article check are no such file, or not whole".to_owned())
    }

    fn parts(file: &'static [u8]) -> Option<Self> {
        let rest = file.strip_prefix(&MARK)?;
        let (counts, rest) = rest.split_first_chunk::<12>()?;
        let [classes, features, entries] = [0, 4, 8].map(|at| counts.get(at..at + 4).map(number).unwrap_or_default());
        let (learned_from, rest) = rest.split_first_chunk::<8>()?;
        let (classes, rest) = chunks::<8>(rest, classes)?;
        let (hashes, rest) = chunks::<4>(rest, features)?;
        let (rarities, rest) = rest.split_at_checked(features)?;
        let (ends, rest) = chunks::<4>(rest, features)?;
        let (entries, rest) = chunks::<2>(rest, entries)?;
        let names = std::str::from_utf8(rest).ok()?;
        let is_whole = names.lines().count() == classes.len()
            && ends.windows(2).all(|pair| number(pair[0]) <= number(pair[1]))
            && ends.last().is_none_or(|end| number(end) == entries.len())
            && hashes.windows(2).all(|pair| number(pair[0]) < number(pair[1]));
        let learned_from = u64::from_le_bytes(*learned_from);
        let half = |hash: &[u8; 4]| usize::from(u16::from_le_bytes([hash[2], hash[3]]));
        let mut begins = Vec::with_capacity(HALVES + 1);
        for (at, hash) in hashes.iter().enumerate() {
            begins.resize(begins.len().max(half(hash) + 1), at);
        }
        begins.resize(HALVES + 1, hashes.len());
        let begins = begins.into();
        let read = Self { learned_from, begins, classes, hashes, rarities, ends, entries, names };
        let knows_each = |feature| read.says(feature).all(|(class, _)| class < classes.len());
        (is_whole && (0..features).all(knows_each)).then_some(read)
    }

    /// The shelf mark of what it was learned from.
    pub(crate) const fn learned_from(&self) -> u64 {
        self.learned_from
    }

    /// The names of the classes.
    pub(crate) fn names(&self) -> impl Iterator<Item = &'static str> {
        self.names.lines()
    }

    /// Where a feature stands, and how rare it is; nothing for what was never learned.
    pub(crate) fn feature(&self, hash: u32) -> Option<(usize, f32)> {
        let half = usize::try_from(hash >> 16).ok()?;
        let (from, to) = (*self.begins.get(half)?, *self.begins.get(half + 1)?);
        let near = self.hashes.get(from..to)?;
        let at = from + near.iter().position(|known| u32::from_le_bytes(*known) == hash)?;
        Some((at, f32::from(*self.rarities.get(at)?) * RARITY_STEP))
    }

    /// What a feature says: classes and weights.
    pub(crate) fn says(&self, feature: usize) -> impl Iterator<Item = (usize, f32)> + use<'_> {
        let end = |at: usize| self.ends.get(at).map_or(0, number);
        let from = feature.checked_sub(1).map_or(0, end);
        let entries = self.entries.get(from..end(feature)).unwrap_or_default();
        let mut class = 0;
        entries.iter().map(move |[further, weight]| {
            class += usize::from(*further);
            (class, f32::from(i8::from_le_bytes([*weight])) * self.class(class, 0))
        })
    }

    /// What is said for each class before anything is known.
    pub(crate) fn nothing(&self) -> Vec<f32> {
        (0..self.classes.len()).map(|class| self.class(class, 4)).collect()
    }

    fn class(&self, class: usize, at: usize) -> f32 {
        let four = self.classes.get(class).and_then(|bytes| bytes.get(at..)?.first_chunk::<4>());
        four.map_or(0.0, |bytes| f32::from_le_bytes(*bytes))
    }
}

/// The first four bytes as a number.
fn number(bytes: impl AsRef<[u8]>) -> usize {
    let four = bytes.as_ref().first_chunk::<4>().copied().unwrap_or_default();
    usize::try_from(u32::from_le_bytes(four)).unwrap_or(usize::MAX)
}

/// So many pieces of a file, and what follows them.
fn chunks<const SIZE: usize>(file: &'static [u8], count: usize) -> Option<(&'static [[u8; SIZE]], &'static [u8])> {
    let (pieces, rest) = file.split_at_checked(count.checked_mul(SIZE)?)?;
    Some((pieces.as_chunks::<SIZE>().0, rest))
}
