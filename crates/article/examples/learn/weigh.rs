//! Weights from labelled sentences.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use anyhow::{Result, anyhow};
use ledger::Verdict;

use crate::labelled::Labelled;
use crate::svm::{Plane, Sample, part};

/// A feature of fewer sentences is left out.
const SENTENCES_LEAST: u32 = 2;
/// A class of fewer sentences is left out.
const CLASS_LEAST: usize = 5;
/// So many weights of an entry's class are kept, the largest, and of a verdict's; then they are learned once more without the others.
const KEPT_OF_ENTRY: usize = 5_000;
const KEPT_OF_VERDICT: usize = 60_000;
const THREADS: usize = 2;

/// What was learned.
pub struct Learned {
    /// For each feature its number and its rarity, in the order of the numbers.
    pub features: Vec<(u32, f32)>,
    /// For each class its name and its plane.
    pub classes: Vec<(String, Plane)>,
}

/// Learns.
pub fn learn(all: &[&Labelled]) -> Result<Learned> {
    let features = features(all);
    let places: BTreeMap<u32, (usize, f32)> =
        features.iter().enumerate().map(|(at, (hash, rarity))| (*hash, (at, *rarity))).collect();
    let samples: Vec<Sample> = all.iter().map(|one| sample(one, &places)).collect();
    let of: Vec<BTreeSet<String>> = all.iter().map(|one| classes_of(one)).collect();
    let mut count: BTreeMap<&str, usize> = BTreeMap::new();
    of.iter().flatten().for_each(|class| *count.entry(class).or_default() += 1);
    let names: Vec<&str> = count.into_iter().filter(|(_, count)| *count >= CLASS_LEAST).map(|(name, _)| name).collect();

    let (next, planes) = (AtomicUsize::new(0), Mutex::new(BTreeMap::new()));
    thread::scope(|scope| {
        for _ in 0..THREADS {
            scope.spawn(|| {
                while let Some(name) = names.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let plane = plane(name, &samples, &of, features.len());
                    planes.lock().map(|mut planes| planes.insert((*name).to_owned(), plane)).unwrap_or_default();
                }
            });
        }
    });
    let planes = planes.into_inner().map_err(|_| anyhow!("a thread gave up"))?;
    Ok(Learned { features, classes: planes.into_iter().collect() })
}

/// The features that more than one sentence has, each with its rarity.
fn features(all: &[&Labelled]) -> Vec<(u32, f32)> {
    let mut sentences: BTreeMap<u32, u32> = BTreeMap::new();
    all.iter().flat_map(|one| &one.features).for_each(|feature| *sentences.entry(*feature).or_default() += 1);
    let rarity = |have: u32| (all.len() as f32 / have as f32).ln() + 1.0;
    let kept = sentences.into_iter().filter(|(_, have)| *have >= SENTENCES_LEAST);
    kept.map(|(feature, have)| (feature, rarity(have))).collect()
}

fn sample(one: &Labelled, places: &BTreeMap<u32, (usize, f32)>) -> Sample {
    let mut sample: Sample = one.features.iter().filter_map(|feature| places.get(feature)).copied().collect();
    let length = sample.iter().map(|(_, value)| value * value).sum::<f32>().sqrt();
    sample.iter_mut().for_each(|(_, value)| *value /= length);
    sample
}

/// A verdict, and that verdict of the nearest entry.
fn classes_of(one: &Labelled) -> BTreeSet<String> {
    let verdict = one.verdict.map_or("none", Verdict::word);
    let entry = one.entry.as_ref().map(|id| format!("{verdict} {id}"));
    [verdict.to_owned()].into_iter().chain(entry).collect()
}

fn plane(name: &str, samples: &[Sample], of: &[BTreeSet<String>], features: usize) -> Plane {
    let kept = if name.contains(' ') { KEPT_OF_ENTRY } else { KEPT_OF_VERDICT };
    let full = part(samples, |at| of[at].contains(name), features);
    let mut sizes: Vec<f32> = full.weights.iter().map(|weight| weight.abs()).collect();
    sizes.sort_by(|one, other| other.total_cmp(one));
    let Some(least) = sizes.get(kept) else { return full };
    let is_kept = |feature: usize| full.weights[feature].abs() > *least;
    let fewer = |sample: &Sample| sample.iter().filter(|(feature, _)| is_kept(*feature)).copied().collect();
    let fewer: Vec<Sample> = samples.iter().map(fewer).collect();
    part(&fewer, |at| of[at].contains(name), features)
}
