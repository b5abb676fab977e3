//! The programs the chores need. Where we may, we install what is missing; elsewhere we say what to install and stop.

use crate::step;
use anyhow::{Result, ensure};
use std::path::Path;
use std::process::{Command, Stdio};

/// The oldest Node that our browser tests run on: Debian 12's own.
const NODE_MAJOR_MIN: u32 = 18;

/// Debian's name for a thing we need, and whether it is there.
struct Need {
    package: &'static str,
    there: fn() -> bool,
    /// Without it the chores cannot run at all.
    must: bool,
}

const NEEDS: &[Need] = &[
    Need { package: "nodejs", there: node_is_new_enough, must: true },
    Need { package: "npm", there: || speaks("npm", &["--version"]), must: true },
    Need { package: "chromium", there: || Path::new("/usr/bin/chromium").exists(), must: true },
    // Pages are measured in a browser, and text without a font has no width worth measuring.
    Need { package: "fonts-noto-core", there: || Path::new("/usr/share/fonts/truetype/noto").exists(), must: false },
];

/// Makes sure that everything is there.
pub(crate) fn ready(root: &Path) -> Result<()> {
    for component in ["fmt", "clippy"] {
        let there = speaks("cargo", &[component, "--version"]);
        ensure!(there, "please install the Rust component: rustup component add rustfmt clippy");
    }
    let missing: Vec<&Need> = NEEDS.iter().filter(|need| !(need.there)()).collect();
    if !missing.is_empty() && may_install() {
        let packages: Vec<&str> = missing.iter().map(|need| need.package).collect();
        let quiet = [("DEBIAN_FRONTEND", Path::new("noninteractive"))];
        step::run_with(root, "apt-get update", &quiet)?;
        let install = format!("apt-get install --yes --no-install-recommends {}", packages.join(" "));
        step::run_with(root, &install, &quiet)?;
    }
    let missing: Vec<&str> =
        NEEDS.iter().filter(|need| need.must && !(need.there)()).map(|need| need.package).collect();
    ensure!(missing.is_empty(), "please install (Node {NODE_MAJOR_MIN} or newer): {}", missing.join(", "));
    Ok(())
}

fn node_is_new_enough() -> bool {
    answer("node", &["--version"]).as_deref().and_then(major).is_some_and(|major| major >= NODE_MAJOR_MIN)
}

/// `v20.20.2` → 20.
fn major(version: &str) -> Option<u32> {
    version.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}

fn may_install() -> bool {
    answer("id", &["-u"]).is_some_and(|id| id.trim() == "0") && speaks("apt-get", &["--version"])
}

fn speaks(program: &str, arguments: &[&str]) -> bool {
    answer(program, arguments).is_some()
}

/// What a program prints, if it is there and content.
fn answer(program: &str, arguments: &[&str]) -> Option<String> {
    let said = Command::new(program).args(arguments).stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    said.status.success().then(|| String::from_utf8_lossy(&said.stdout).into_owned())
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn the_major_version_is_read() {
        assert_eq!(major("v18.20.4\n"), Some(18));
        assert_eq!(major("20"), None);
        assert_eq!(major(""), None);
    }
}
