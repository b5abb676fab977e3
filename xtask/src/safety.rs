//! The safety file held against the repository: what each rule rests on, what reads it, tests it and needs it; and every hazard with what stands against it.

mod faults;
mod given;
mod hazards;
mod links;
mod named;
mod sheet;
mod table;
mod words;

#[cfg(test)]
mod spoiled;

use crate::tree::Tree;
use anyhow::{Context, Result, bail};
use clap::Args;
use given::Given;
use links::Links;
use std::fs;
use std::path::Path;

/// The pages that are written.
const TRACEABILITY: &str = "docs/safety/traceability.md";
const REVIEW: &str = "docs/safety/review.md";

#[derive(Args, Default)]
pub(crate) struct Options {
    /// Write docs/safety/traceability.md and docs/safety/review.md
    #[arg(long)]
    write: bool,
}

/// Checks; fails with everything that is at fault, and when a page is stale.
pub(crate) fn run(root: &Path, options: &Options) -> Result<()> {
    let tree = Tree::read(root)?;
    match examine(&tree) {
        Err(faults) => bail!("{}", faults.join("\n")),
        Ok(pages) => {
            for (path, page) in &pages {
                if options.write {
                    write(&root.join(path), page)?;
                } else if tree.get(path) != Some(page) {
                    bail!("{path} is stale: write it again with `cargo xtask safety --write`");
                }
            }
            println!("   every rule, question, source, test and hazard hangs together");
            Ok(())
        }
    }
}

/// Both pages, or every fault.
fn examine(tree: &Tree) -> std::result::Result<[(&'static str, String); 2], Vec<String>> {
    let given = Given::read(tree)?;
    let links = Links::of(&given);
    let faults = faults::all(&given, &links);
    if !faults.is_empty() {
        return Err(faults);
    }
    Ok([(TRACEABILITY, table::page(&given, &links)), (REVIEW, sheet::page(&given, &links))])
}

fn write(path: &Path, page: &str) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, page).with_context(|| format!("cannot write {}", path.display()))
}
