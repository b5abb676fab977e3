//! Files that nothing reaches: a Rust file no `mod` names, a page, script or style sheet nobody mentions.

use crate::modules;
use crate::tree::{self, Tree};

/// Every file that could be deleted and nobody would know.
pub(super) fn faults(tree: &Tree) -> Vec<String> {
    let reached = modules::reached(tree);
    let unreached = |path: &str| tree::extension(path) == "rs" && !reached.contains_key(path);
    let rust = tree.files().filter(|(path, _)| unreached(path));
    let face = tree.files().filter(|(path, _)| of_the_face(path) && !mentioned(tree, path));
    rust.map(|(path, _)| format!("{path}: no module names it"))
        .chain(face.map(|(path, _)| format!("{path}: nothing mentions it")))
        .collect()
}

/// What a browser loads. Tests are found by their name, so nobody needs to mention them.
fn of_the_face(path: &str) -> bool {
    ["js", "mjs", "css", "html"].contains(&tree::extension(path)) && !path.contains(".test.")
}

fn mentioned(tree: &Tree, path: &str) -> bool {
    let name = tree::file_name(path);
    tree.files().any(|(other, text)| other != path && text.contains(name))
}

#[cfg(test)]
mod tests {
    use super::faults;
    use crate::tree::Tree;

    #[test]
    fn a_rust_file_that_no_module_names_is_told() {
        let tree = Tree::of(&[("crates/a/src/lib.rs", "mod b;"), ("crates/a/src/b.rs", ""), ("crates/a/src/c.rs", "")]);
        assert_eq!(faults(&tree), ["crates/a/src/c.rs: no module names it"]);
    }

    #[test]
    fn a_script_must_be_mentioned_and_a_test_need_not() {
        let tree = Tree::of(&[
            ("browser/page.html", "<script src=\"used.js\">"),
            ("browser/used.js", ""),
            ("browser/left.js", ""),
            ("browser/used.test.mjs", "page.html"),
        ]);
        assert_eq!(faults(&tree), ["browser/left.js: nothing mentions it"]);
    }
}
