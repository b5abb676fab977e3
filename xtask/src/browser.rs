//! The browser tests: their packages, then the tests against the release build.

use crate::{step, workspace};
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

/// Fetches the packages when needed and runs the tests.
pub(crate) fn test(root: &Path) -> Result<()> {
    let folder = root.join("tests/browser");
    if stale(&folder) {
        step::run(&folder, "npm ci")?;
        fs::copy(folder.join("package-lock.json"), stamp(&folder)).context("cannot note what was installed")?;
    }
    let binary = workspace::read(root)?.target_directory.join("release/milkway");
    step::run_with(&folder, "node --test", &[("MILKWAY", &binary)])
}

/// Whether what is installed is not what the lock file says. npm's own note differs in form, so we keep a copy of the lock.
fn stale(folder: &Path) -> bool {
    let lock = fs::read(folder.join("package-lock.json")).ok();
    lock.is_none() || lock != fs::read(stamp(folder)).ok()
}

fn stamp(folder: &Path) -> std::path::PathBuf {
    folder.join("node_modules/.installed-lock.json")
}
