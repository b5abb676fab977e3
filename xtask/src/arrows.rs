//! Which room may use which. Data flows one way, and so do the imports: an arrow that is not on the map fails.

use crate::workspace::{self, Package};
use anyhow::{Result, bail};
use std::path::Path;

/// The map: a room and the rooms it may use, for whatever purpose, tests included.
const ALLOWED: &[(&str, &[&str])] = &[
    ("protocol", &[]),
    ("ledger", &[]),
    ("article", &["ledger", "shipped"]),
    ("safety", &[]),
    ("guide", &["protocol", "ledger", "shipped"]),
    ("shipped", &["protocol", "ledger", "article", "guide", "exchange"]),
    ("care", &["protocol", "guide", "shipped", "ledger"]),
    ("exchange", &["protocol", "ledger", "care", "shipped"]),
    ("store", &["care"]),
    ("web", &["protocol", "ledger", "article", "guide", "exchange", "care", "store", "shipped", "safety"]),
    ("milkway", &["protocol", "ledger", "article", "exchange", "care", "store", "web", "shipped"]),
    ("prove", &["protocol", "shipped", "ledger", "exchange"]),
    ("xtask", &["protocol", "prove", "ledger", "exchange", "shipped", "safety"]),
];

/// Fails with every arrow that is not on the map.
pub(crate) fn run(root: &Path) -> Result<()> {
    let packages = workspace::read(root)?.packages;
    let faults = faults(&packages);
    if !faults.is_empty() {
        bail!("{}", faults.join("\n"));
    }
    println!("{} rooms, every arrow on the map", packages.len());
    Ok(())
}

fn faults(packages: &[Package]) -> Vec<String> {
    packages.iter().flat_map(faults_of).collect()
}

fn faults_of(package: &Package) -> Vec<String> {
    let room = package.name.as_str();
    let Some((_, allowed)) = ALLOWED.iter().find(|(name, _)| *name == room) else {
        return vec![format!("`{room}` is a new room: say in xtask/src/arrows.rs what it may use")];
    };
    let ours = package.dependencies.iter().filter(|dependency| dependency.path.is_some());
    ours.filter(|dependency| !allowed.contains(&dependency.name.as_str()))
        .map(|dependency| format!("`{room}` must not use `{}`", dependency.name))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::faults;
    use crate::workspace::{Dependency, Package};

    fn package(name: &str, uses: &[&str]) -> Package {
        let ours = |name: &&str| Dependency { name: (*name).to_owned(), path: Some(name.into()) };
        Package { name: name.to_owned(), dependencies: uses.iter().map(ours).collect() }
    }

    #[test]
    fn arrows_of_the_map_pass() {
        assert!(faults(&[package("protocol", &[]), package("web", &["exchange", "ledger"])]).is_empty());
    }

    #[test]
    fn an_arrow_against_the_stream_is_told() {
        assert_eq!(faults(&[package("protocol", &["web"])]), ["`protocol` must not use `web`"]);
    }

    #[test]
    fn a_room_that_is_not_on_the_map_is_told() {
        assert_eq!(faults(&[package("attic", &[])]).len(), 1);
    }

    #[test]
    fn other_peoples_crates_are_no_arrows() {
        let theirs = Dependency { name: "web".to_owned(), path: None };
        assert!(faults(&[Package { name: "protocol".to_owned(), dependencies: vec![theirs] }]).is_empty());
    }
}
