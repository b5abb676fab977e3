//! What is too long for every change: many invented households, many kills.

use crate::step::{self, Tally};
use anyhow::Result;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

/// How much of each.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Histories of invented households
    #[arg(long, default_value_t = 10_000)]
    histories: u64,
    /// Kills: of a process that writes, and of the whole server under load
    #[arg(long, default_value_t = 500)]
    kills: u32,
    /// The seed of the first history, to live one through again [default: another each time]
    #[arg(long)]
    seed: Option<u64>,
}

/// Runs all of it, in release builds, also after one failed.
pub(crate) fn run(root: &Path, options: &Options) -> Result<()> {
    let seed = options.seed.unwrap_or_else(another);
    println!("{} histories from seed {seed} on, {} kills\n", options.histories, options.kills);
    let (seed, histories, kills) = (seed.to_string(), options.histories.to_string(), options.kills.to_string());
    let test = |of: &str, variables: &[(&str, &str)]| {
        let variables: Vec<(&str, &Path)> = variables.iter().map(|(name, value)| (*name, Path::new(value))).collect();
        step::run_with(root, &format!("cargo test --release {of} -- --nocapture"), &variables)
    };
    let mut tally = Tally::default();
    let drawn = [("MILKWAY_SEED", seed.as_str()), ("MILKWAY_HISTORIES", &histories)];
    tally.step("histories", || test("--package store --test simulation", &drawn));
    let often = [("MILKWAY_TEST_KILLS", kills.as_str())];
    tally.step("a process that writes is killed", || test("--package store --test kill", &often));
    tally.step("the server is killed under load", || test("--package milkway --test serve killed", &often));
    tally.close()
}

/// A seed that no run had before: milliseconds since 1970, times a thousand, so that the histories of two runs do not overlap.
fn another() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    u64::try_from(since.as_millis()).unwrap_or(0).saturating_mul(1_000)
}
