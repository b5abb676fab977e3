//! Where the repository is and what cargo knows of it.

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What `cargo metadata` says, as far as the chores read it.
#[derive(Deserialize)]
pub(crate) struct Workspace {
    /// Our own crates.
    pub(crate) packages: Vec<Package>,
    /// Where cargo builds.
    pub(crate) target_directory: PathBuf,
}

#[derive(Deserialize)]
pub(crate) struct Package {
    pub(crate) name: String,
    pub(crate) dependencies: Vec<Dependency>,
}

#[derive(Deserialize)]
pub(crate) struct Dependency {
    pub(crate) name: String,
    /// Only a crate of this workspace has one.
    pub(crate) path: Option<PathBuf>,
}

/// The top of the repository. Asked when run, not when built, so that a moved clone finds itself.
pub(crate) fn root() -> Result<PathBuf> {
    let own = std::env::var_os("CARGO_MANIFEST_DIR").context("run this as `cargo xtask`")?;
    Ok(Path::new(&own).parent().context("xtask must stand below the top of the repository")?.to_owned())
}

/// Asks cargo, without the network and without looking at other people's crates.
pub(crate) fn read(root: &Path) -> Result<Workspace> {
    let asked = Command::new("cargo")
        .args(["metadata", "--no-deps", "--format-version", "1"])
        .current_dir(root)
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .context("cannot run cargo metadata")?;
    ensure!(asked.status.success(), "cargo metadata failed");
    serde_json::from_slice(&asked.stdout).context("cannot read what cargo metadata says")
}
