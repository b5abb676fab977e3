//! Everything a change must pass, in the order in which a fault is cheapest to learn.

use crate::step::{self, Tally};
use crate::{arrows, browser, prove, safety, shape, tidy, tools};
use anyhow::{Result, bail};
use std::path::Path;

/// Property tests meet the same cases on every run here, so that a change is judged by itself; run by hand they look further each time.
const SEED: &str = "4646";

/// Runs every step, also after one failed, so that one run tells everything. Only missing tools stop it.
pub(crate) fn run(root: &Path) -> Result<()> {
    let mut tally = Tally::default();
    if !tally.step("tools", || tools::ready(root)) {
        return tally.close();
    }
    tally.step("format", || step::run(root, "cargo fmt --all --check"));
    tally.step("lints", || step::run(root, "cargo clippy --workspace --all-targets -- -D warnings"));
    tally.step("tests", || step::run_with(root, "cargo test --workspace", &[("PROPTEST_RNG_SEED", Path::new(SEED))]));
    let fuzz = "cargo test --locked --manifest-path fuzz/Cargo.toml";
    tally.step("checks that are fuzzed", || step::run(root, fuzz));
    tally.step("without the check", || without_check(root));
    tally.step("proofs", || prove::run(root, &prove::Options::default()));
    tally.step("safety file", || safety::run(root, &safety::Options::default()));
    let built = tally.step("release build", || step::run(root, "cargo build --release --package milkway"));
    tally.step("browser tests", || if built { browser::test(root) } else { bail!("not run: no release build") });
    tally.step("shape", || shape::run(root));
    tally.step("arrows", || arrows::run(root));
    tally.step("tidy", || tidy::run(root));
    tally.close()
}

/// The build that works out nothing for one person: built, and held to having no check.
fn without_check(root: &Path) -> Result<()> {
    step::run(root, "cargo test --package web --no-default-features --test no_check")?;
    step::run(root, "cargo test --package milkway --no-default-features --test no_check")
}
