//! The module tree of each crate: which Rust files a crate reaches, and which of them only for tests.
//!
//! A file is for tests when it stands in a crate's `tests/` or `benches/`, or when a `mod` on the way to it is `#[cfg(test)]`.
//! Its name says nothing: `tests.rs` may well be about something that is called a test.

use crate::tree::Tree;
use std::collections::BTreeMap;
use syn::{Attribute, Item};

/// What a crate reaches: the path, and whether only for tests.
pub(crate) type Reached = BTreeMap<String, bool>;

/// Every Rust file that some crate reaches.
pub(crate) fn reached(tree: &Tree) -> Reached {
    let mut reached = Reached::new();
    for (path, _) in tree.files().filter(|(path, _)| path.ends_with(".rs")) {
        if let Some(test) = root_for_tests(path) {
            follow(tree, path, test, &mut reached);
        }
    }
    reached
}

/// Whether cargo starts at this file; if so, whether only for tests.
fn root_for_tests(path: &str) -> Option<bool> {
    let (inside, name) = path.rsplit_once('/')?;
    // A test of many files is a folder with a `main.rs`.
    let inside = if name == "main.rs" && !inside.ends_with("src") { inside.rsplit_once('/')?.0 } else { inside };
    match inside.rsplit('/').next()? {
        "src" => matches!(name, "lib.rs" | "main.rs").then_some(false),
        "bin" if inside.ends_with("src/bin") => Some(false),
        "examples" => Some(false),
        "tests" | "benches" if !inside.contains("/src/") => Some(true),
        _ => (name == "build.rs").then_some(false),
    }
}

fn follow(tree: &Tree, path: &str, test: bool, reached: &mut Reached) {
    let Some(text) = tree.get(path) else { return };
    // What is reached without tests stays so, whoever else reaches it.
    match reached.get(path) {
        Some(false) => return,
        Some(true) if test => return,
        _ => reached.insert(path.to_owned(), test),
    };
    if let Ok(file) = syn::parse_file(text) {
        let name_begins = path.rfind('/').map_or(0, |slash| slash + 1);
        let root = root_for_tests(path).is_some() || path.ends_with("/mod.rs");
        let folder = if root { path[..name_begins].trim_end_matches('/') } else { path.trim_end_matches(".rs") };
        follow_items(tree, &file.items, folder, test, reached);
    }
}

fn follow_items(tree: &Tree, items: &[Item], folder: &str, test: bool, reached: &mut Reached) {
    for item in items {
        let Item::Mod(module) = item else { continue };
        let test = test || for_tests(&module.attrs);
        let inner = format!("{folder}/{}", module.ident);
        if let Some((_, items)) = &module.content {
            follow_items(tree, items, &inner, test, reached);
        } else {
            follow(tree, &format!("{inner}.rs"), test, reached);
            follow(tree, &format!("{inner}/mod.rs"), test, reached);
        }
    }
}

/// Whether these attributes keep what they stand on to tests.
pub(crate) fn for_tests(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("test")
            || (attribute.path().is_ident("cfg")
                && attribute.parse_args::<syn::Path>().is_ok_and(|path| path.is_ident("test")))
    })
}

#[cfg(test)]
mod tests {
    use super::reached;
    use crate::tree::Tree;

    #[test]
    fn files_are_followed_from_the_roots_and_tests_kept_apart() {
        let tree = Tree::of(&[
            ("crates/a/src/lib.rs", "mod model;\n#[cfg(test)]\nmod proof;\nmod inner { mod leaf; }"),
            ("crates/a/src/model.rs", "mod tests;"),
            ("crates/a/src/model/tests.rs", "pub struct Test;"),
            ("crates/a/src/proof.rs", "mod deep;"),
            ("crates/a/src/proof/deep.rs", ""),
            ("crates/a/src/inner/leaf.rs", ""),
            ("crates/a/src/forgotten.rs", ""),
            ("crates/a/tests/story.rs", "mod common;"),
            ("crates/a/tests/common/mod.rs", ""),
            ("crates/a/tests/pages/main.rs", "mod samples;"),
            ("crates/a/tests/pages/samples.rs", ""),
        ]);
        let reached = reached(&tree);
        let of = |path: &str| reached.get(&format!("crates/a/{path}")).copied();
        assert_eq!(of("src/model/tests.rs"), Some(false), "a model of tests is no test");
        assert_eq!(of("src/proof/deep.rs"), Some(true));
        assert_eq!(of("src/inner/leaf.rs"), Some(false));
        assert_eq!(of("tests/common/mod.rs"), Some(true));
        assert_eq!(of("tests/pages/samples.rs"), Some(true));
        assert_eq!(of("src/forgotten.rs"), None);
    }
}
