//! Proves what holds of the shipped protocol for everybody, and compares what the rules do with what was recorded.

use anyhow::{Context, Result, anyhow, bail};
use clap::Args;
use protocol::compile::Compiled;
use prove::drawn::{from_names, optimised};
use prove::proof::Prover;
use prove::record::Record;
use prove::report::{Found, page};
use prove::{difference, illustrated};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// Where the record is kept.
const RECORDED: &str = "protocols/mastitis/recorded";
/// Where the page is written.
const PAGE: &str = "docs/proof.md";
/// Of a thousand answers, how many are "not sure".
const UNSURE: [u64; 4] = [0, 10, 20, 50];

#[derive(Args, Default)]
pub(crate) struct Options {
    /// Record what the rules do now: when a change of behaviour is meant
    #[arg(long)]
    record: bool,
    /// Write docs/proof.md
    #[arg(long)]
    write: bool,
    /// Compare two versions of a protocol instead: minimal situations and exact numbers
    #[arg(long, num_args = 2, value_names = ["OLD", "NEW"])]
    diff: Option<Vec<PathBuf>>,
}

/// Proves; fails with a witness for each statement that is broken, and when the record or the page is stale.
pub(crate) fn run(root: &Path, options: &Options) -> Result<()> {
    if let Some([old, new]) = options.diff.as_deref() {
        return compare(old, new);
    }
    let ledger = shipped::ledger()?;
    let compiled = shipped::protocol(&ledger)?;
    let begun = Instant::now();
    let before = fs::read_to_string(root.join(RECORDED)).map(|text| Record::read(&text)).unwrap_or_default();
    let order = from_names(&compiled.protocol, &before.order).unwrap_or_else(|| optimised(&compiled.protocol));
    let mut prover = Prover::new(&compiled.protocol, &order);
    let found = Found::by(&mut prover);
    tell(&found);
    println!("   {:.1} s for all of it", begun.elapsed().as_secs_f64());
    let faults = found.faults();
    if !faults.is_empty() {
        bail!("{}", faults.join("\n\n"));
    }
    recorded(root, options.record, &before, &Record::of(&mut prover.drawn))?;
    written(root, options.write, &page_of(&compiled, &found))
}

fn tell(found: &Found) {
    for one in &found.statements {
        let verdict = if one.broken.is_empty() { "holds" } else { "BROKEN" };
        println!("   {verdict}  {}  ({} claims)", one.name, one.claims);
    }
    let most = found.most.as_ref().map_or(0, |most| most.with_baby);
    let (silent, nodes, behaviour) = (found.silent.join(", "), found.nodes, &found.behaviour);
    println!("   never decide: {silent}; at most {most} questions; {nodes} nodes; behaviour {behaviour}");
}

fn page_of(compiled: &Compiled, found: &Found) -> String {
    let people = shipped::people::people(&compiled.protocol);
    let asked = illustrated::asked(compiled, &people);
    page(&compiled.protocol, found, &asked, &illustrated::growth(compiled, &people, &UNSURE))
}

fn recorded(root: &Path, renew: bool, before: &Record, now: &Record) -> Result<()> {
    if renew {
        return fs::write(root.join(RECORDED), now.write()).with_context(|| format!("cannot write {RECORDED}"));
    }
    let changes = before.compare(now);
    if !changes.is_empty() {
        let how = "if that is meant, look at `milkway protocol diff OLD NEW` and record it: `cargo xtask prove --record --write`";
        bail!("the rules no longer do what is recorded in {RECORDED}:\n  {}\n{how}", changes.join("\n  "));
    }
    Ok(())
}

fn written(root: &Path, write: bool, page: &str) -> Result<()> {
    let path = root.join(PAGE);
    if write {
        return fs::write(path, page).with_context(|| format!("cannot write {PAGE}"));
    }
    if fs::read_to_string(path).unwrap_or_default() != page {
        bail!("{PAGE} is stale: write it again with `cargo xtask prove --write`");
    }
    Ok(())
}

fn compare(old: &Path, new: &Path) -> Result<()> {
    let ledger = shipped::ledger()?;
    let read = |path: &Path| {
        let text = fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
        shipped::compile(&text, &path.display().to_string(), &ledger).map_err(|broken| anyhow!("{broken}"))
    };
    let (old, new) = (read(old)?, read(new)?);
    println!("{}", difference::told(&old.protocol, &new.protocol));
    Ok(())
}
