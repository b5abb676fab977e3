//! What must not stand in the repository. Tidiness is checked like everything else, so that nobody has to say it in a review.

mod banned;
mod unused;
mod whitespace;

use crate::tree::Tree;
use anyhow::{Result, bail};
use std::path::Path;

/// Files that programs write and people do not read.
const BY_PROGRAMS: &[&str] = &["Cargo.lock", "package-lock.json"];

/// Tells everything that must not be there.
pub(crate) fn run(root: &Path) -> Result<()> {
    let tree = Tree::read(root)?;
    let faults = faults(&tree);
    if !faults.is_empty() {
        bail!("{}", faults.join("\n"));
    }
    println!("{} files, all tidy", tree.files().count());
    Ok(())
}

fn faults(tree: &Tree) -> Vec<String> {
    let by_people = |path: &str| !BY_PROGRAMS.contains(&crate::tree::file_name(path));
    let mut faults = Vec::new();
    for (path, text) in tree.files().filter(|(path, _)| by_people(path)) {
        faults.extend(whitespace::faults(path, text));
        faults.extend(banned::faults(path, text));
    }
    faults.extend(unused::faults(tree));
    faults
}

#[cfg(test)]
mod tests {
    use super::faults;
    use crate::tree::Tree;

    #[test]
    fn a_small_tidy_tree_has_no_faults() {
        let tree =
            Tree::of(&[("crates/a/src/lib.rs", "//! Home.\n"), ("README.md", "# Home\n"), ("Cargo.lock", "\t \n")]);
        assert_eq!(faults(&tree), [""; 0]);
    }

    #[test]
    fn each_check_has_its_say() {
        let tree =
            Tree::of(&[("crates/a/src/lib.rs", "fn a() {}\t\n"), ("crates/a/src/b.rs", concat!("db", "g!(1);\n"))]);
        assert_eq!(faults(&tree).len(), 4, "a tab, a trailing space, a banned word, a file nobody reaches");
    }
}
