//! The size of every room, beside what we hold ourselves to.
//!
//! The median function is short everywhere, in good code and in bad. What tells them apart is the longest function, the weight of the
//! tests and the weight of the words; so these are what the table shows, and a file or a function that grew too long fails.

mod count;
mod room;
mod rust;
mod script;
mod table;

use crate::modules::{self, Reached};
use crate::tree::{self, Tree};
use anyhow::{Result, bail};
use count::Count;
use room::Rooms;
use std::path::Path;

/// Lines in the longest hand-written code file.
const FILE_LINES_MAX: usize = 600;
/// Lines in the longest function outside tests and data.
const FUNCTION_LINES_MAX: usize = 70;
/// What counts as code.
const CODE: &[&str] = &["rs", "js", "mjs", "css", "html"];

/// A function and how long it is, from its `fn` to its closing brace.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Function {
    name: String,
    /// Where it begins, from 1.
    line: usize,
    lines: usize,
}

/// One code file, measured.
struct Measured {
    count: Count,
    functions: Vec<Function>,
}

/// Prints the table and fails on what grew too long.
pub(crate) fn run(root: &Path) -> Result<()> {
    let tree = Tree::read(root)?;
    let (rooms, faults) = measure(&tree);
    print!("{}", table::print(&rooms));
    if !faults.is_empty() {
        bail!("{}", faults.join("\n"));
    }
    Ok(())
}

/// Every room, and what is too long.
fn measure(tree: &Tree) -> (Rooms, Vec<String>) {
    let reached = modules::reached(tree);
    let mut rooms = Rooms::default();
    let mut faults = Vec::new();
    for (path, text) in tree.files().filter(|(path, text)| CODE.contains(&tree::extension(path)) && by_hand(text)) {
        let measured = file(path, text, only_for_tests(path, &reached));
        faults.extend(too_long(path, &measured));
        rooms.add(path, &measured);
    }
    (rooms, faults)
}

fn file(path: &str, text: &str, test: bool) -> Measured {
    let mut measured = match tree::extension(path) {
        "rs" => rust::measure(text),
        "js" | "mjs" => Measured { count: count::script(text), functions: script::functions(text) },
        _ => Measured { count: count::markup(text), functions: Vec::new() },
    };
    if test {
        measured.count.all_for_tests();
        measured.functions.clear();
    }
    measured
}

fn too_long(path: &str, measured: &Measured) -> Vec<String> {
    let mut faults = Vec::new();
    if measured.count.all > FILE_LINES_MAX {
        faults.push(format!("{path}: {} lines, {FILE_LINES_MAX} at most: split it by thought", measured.count.all));
    }
    let data = path.split('/').any(|folder| folder == "data");
    for function in measured.functions.iter().filter(|function| !data && function.lines > FUNCTION_LINES_MAX) {
        let Function { name, line, lines } = function;
        faults.push(format!("{path}:{line}: `{name}` has {lines} lines, {FUNCTION_LINES_MAX} at most"));
    }
    faults
}

/// What a program wrote says so in its first line.
fn by_hand(text: &str) -> bool {
    !text.lines().next().is_some_and(|line| line.contains("@generated"))
}

fn only_for_tests(path: &str, reached: &Reached) -> bool {
    let by_place = path.starts_with("tests/") || path.contains("/tests/") && tree::extension(path) != "rs";
    by_place || path.contains(".test.") || reached.get(path) == Some(&true)
}

#[cfg(test)]
mod tests {
    use super::measure;
    use crate::tree::Tree;

    fn long_function(name: &str, lines: usize) -> String {
        format!("fn {name}() {{\n{}}}\n", "    work();\n".repeat(lines - 2))
    }

    fn faults(files: &[(&str, &str)]) -> Vec<String> {
        measure(&Tree::of(files)).1
    }

    #[test]
    fn a_function_of_seventy_lines_passes_and_one_more_fails() {
        assert!(faults(&[("crates/a/src/lib.rs", &long_function("plan", 70))]).is_empty());
        assert_eq!(
            faults(&[("crates/a/src/lib.rs", &long_function("plan", 71))]),
            ["crates/a/src/lib.rs:1: `plan` has 71 lines, 70 at most"]
        );
    }

    #[test]
    fn tests_and_data_may_be_long() {
        let long = long_function("story", 90);
        let inline = format!("#[cfg(test)]\nmod tests {{\n{long}}}\n");
        assert!(faults(&[("crates/a/tests/story.rs", &long)]).is_empty());
        assert!(faults(&[("crates/a/src/data/table.rs", &long)]).is_empty());
        assert!(faults(&[("crates/a/src/lib.rs", &inline)]).is_empty());
    }

    #[test]
    fn a_file_of_any_kind_over_six_hundred_lines_fails_unless_a_program_wrote_it() {
        let long = "a {}\n".repeat(601);
        let told = faults(&[("browser/app.css", &long), ("browser/fine.css", &long[5..])]);
        assert_eq!(told, ["browser/app.css: 601 lines, 600 at most: split it by thought"]);
        let generated = format!("/* @generated */\n{long}");
        assert!(faults(&[("browser/app.css", &generated)]).is_empty());
    }

    #[test]
    fn a_long_script_function_is_told_by_its_name() {
        let script = format!("const send = async (box) => {{\n{}}};\n", "  work();\n".repeat(75));
        assert_eq!(faults(&[("browser/a.js", &script)]), ["browser/a.js:1: `send` has 77 lines, 70 at most"]);
    }
}
