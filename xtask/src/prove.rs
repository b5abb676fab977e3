//! Proves what holds of the shipped protocol for everybody, and compares what the rules do with what was recorded.

use anyhow::{Context, Result, anyhow, bail};
use clap::Args;
use protocol::compile::Compiled;
use prove::drawn::{from_names, optimised};
use prove::illustrated::mean_tenths;
use prove::interview::{Cost, shortest};
use prove::proof::Prover;
use prove::record::Record;
use prove::report::{Found, Illustrated, page};
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
    /// Only find the shortest order of the screens that danger first allows, and compare it with the one that is written
    #[arg(long)]
    order: bool,
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
    if options.order {
        return order(&compiled);
    }
    let begun = Instant::now();
    let before = fs::read_to_string(root.join(RECORDED)).map(|text| Record::read(&text)).unwrap_or_default();
    let order = from_names(&compiled.protocol, &before.order).unwrap_or_else(|| optimised(&compiled.protocol));
    let mut prover = Prover::new(&compiled.protocol, &order);
    let found = Found::by(&mut prover);
    tell(&found);
    let illustrated = illustrated(&compiled)?;
    println!("   {:.1} s for all of it", begun.elapsed().as_secs_f64());
    let mut faults = found.faults();
    faults.extend(illustrated.shortest.stale(&compiled.protocol));
    if !faults.is_empty() {
        bail!("{}", faults.join("\n\n"));
    }
    recorded(root, options.record, &before, &Record::of(&mut prover.drawn))?;
    written(root, options.write, &page(&compiled.protocol, &found, &illustrated))
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

fn illustrated(compiled: &Compiled) -> Result<Illustrated> {
    let people = shipped::people::people(&compiled.protocol);
    let shortest = shortest(compiled, &people).context("danger first allows no order of the screens at all")?;
    Ok(Illustrated {
        people: people.len(),
        asked: illustrated::asked(compiled, &people),
        shortest,
        growth: illustrated::growth(compiled, &people, &UNSURE),
    })
}

/// Tells the order as it is written and the shortest that is allowed.
fn order(compiled: &Compiled) -> Result<()> {
    let people = shipped::people::people(&compiled.protocol);
    let found = shortest(compiled, &people).context("danger first allows no order of the screens at all")?;
    let written: Vec<usize> = (0..found.order.len()).collect();
    let tell = |name: &str, cost: &Cost, order: &[usize]| {
        let [screens, findings] = [cost.screens, cost.findings].map(|sum| mean_tenths(sum, people.len()));
        let path = prove::path::Path::in_order(&compiled.protocol, order);
        let (most, longest) = (path.most_screens(), path.longest());
        let ids: Vec<&str> = order.iter().map(|at| compiled.protocol.screens[*at].id.as_str()).collect();
        let mean = |tenths: usize| format!("{}.{}", tenths / 10, tenths % 10);
        println!(
            "{name}: {} screens and {} findings until settled, on average; at most {most} and {longest}",
            mean(screens),
            mean(findings)
        );
        println!("   {}", ids.join(" "));
    };
    tell("as written", &found.here, &written);
    tell("shortest", &found.shortest, &found.order);
    println!("longest allowed: {} screens over {} people", found.longest.screens, people.len());
    Ok(())
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
