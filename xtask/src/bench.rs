//! Measures the budgets, never by a timed test: a slow machine must not fail a change.

mod http;
mod record;
mod server;

use anyhow::{Context, Result, ensure};
use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Stdio};

/// A budget: the name of its measure, what it is, its unit, and the number with the side on which it should lie.
struct Budget {
    name: &'static str,
    what: &'static str,
    unit: &'static str,
    budget: Option<Side>,
}

#[derive(Clone, Copy)]
enum Side {
    AtMost(f64),
    AtLeast(f64),
}

const BUDGETS: [Budget; 16] = [
    Budget {
        name: "urgency_ns",
        what: "rules, both patients, packed answers, plausible people",
        unit: "ns",
        budget: Some(Side::AtMost(150.0)),
    },
    Budget { name: "plain_ns", what: "the plain reading of the same rules, for comparison", unit: "ns", budget: None },
    Budget {
        name: "zen_ns",
        what: "the same rules in `zen-engine`, two tables, its input ready",
        unit: "ns",
        budget: None,
    },
    Budget { name: "zen_times", what: "… which is so many times ours, measured beside it", unit: "×", budget: None },
    Budget { name: "pack_ns", what: "packing the answers", unit: "ns", budget: None },
    Budget { name: "explain_ns", what: "the whole result in memory", unit: "ns", budget: None },
    Budget {
        name: "batch_full_cases_s",
        what: "`check --batch`, JSON to JSON, one core",
        unit: "cases/s",
        budget: Some(Side::AtLeast(50_000.0)),
    },
    Budget { name: "batch_brief_cases_s", what: "the same with `--brief`", unit: "cases/s", budget: None },
    Budget { name: "start_ms", what: "start to first answer", unit: "ms", budget: Some(Side::AtMost(100.0)) },
    Budget { name: "rest_mib", what: "resident memory at rest", unit: "MiB", budget: Some(Side::AtMost(25.0)) },
    Budget {
        name: "load_mib",
        what: "resident memory after 3,000 pages",
        unit: "MiB",
        budget: Some(Side::AtMost(60.0)),
    },
    Budget {
        name: "page_us",
        what: "a page of the check, request to answer, one connection",
        unit: "µs",
        budget: None,
    },
    Budget {
        name: "wire_kb",
        what: "first page on the wire, compressed",
        unit: "KB",
        budget: Some(Side::AtMost(40.0)),
    },
    Budget {
        name: "offline_kb",
        what: "offline cache, check and relief, brotli",
        unit: "KB",
        budget: Some(Side::AtMost(150.0)),
    },
    Budget { name: "offline_gzip_kb", what: "the same, gzip", unit: "KB", budget: None },
    Budget { name: "binary_mb", what: "binary", unit: "MB", budget: Some(Side::AtMost(30.0)) },
];

/// What is measured beside the budgets.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Also the same rules in another engine: builds `bench/peers`, which takes minutes the first time
    #[arg(long)]
    peers: bool,
    /// The record alone
    #[arg(long)]
    record: bool,
}

/// Runs every measurement from the top of the repository and prints one line each: what, how much, the budget.
pub(crate) fn run(root: &Path, options: &Options) -> Result<()> {
    crate::step::run(root, "cargo build --quiet --release --package milkway")?;
    let binary = crate::workspace::read(root)?.target_directory.join("release").join("milkway");
    let mut measured = BTreeMap::new();
    if !options.record {
        measured.extend(rules(root)?);
        if options.peers {
            measured.extend(peers(root)?);
        }
        measured.extend(server::measure(&binary)?);
    }
    measured.extend(record::measure(&binary)?);
    println!("\n| what | measured | budget | |\n| --- | --- | --- | --- |");
    for row in BUDGETS.iter().chain(&record::BUDGETS) {
        let Some(number) = measured.get(row.name) else { continue };
        let (budget, kept) = match row.budget {
            None => (String::new(), ""),
            Some(Side::AtMost(most)) => {
                (format!("≤ {most} {}", row.unit), if *number <= most { "kept" } else { "MISSED" })
            }
            Some(Side::AtLeast(least)) => {
                (format!("≥ {least} {}", row.unit), if *number >= least { "kept" } else { "MISSED" })
            }
        };
        println!("| {} | {} {} | {budget} | {kept} |", row.what, shown(*number), row.unit);
    }
    Ok(())
}

fn shown(number: f64) -> String {
    if number < 100.0 { format!("{number:.1}") } else { format!("{number:.0}") }
}

/// The rules and the batch, measured in a release build.
fn rules(root: &Path) -> Result<BTreeMap<String, f64>> {
    printed(root, "bench --quiet --package shipped --bench rules")
}

/// Other engines, in a workspace of their own.
fn peers(root: &Path) -> Result<BTreeMap<String, f64>> {
    printed(root, "run --quiet --release --locked --manifest-path bench/peers/Cargo.toml")
}

/// What cargo runs and prints as `name number` lines.
fn printed(root: &Path, line: &str) -> Result<BTreeMap<String, f64>> {
    let out = Command::new("cargo")
        .args(line.split(' '))
        .current_dir(root)
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("cannot run `cargo {line}`"))?;
    ensure!(out.status.success(), "`cargo {line}` ended with {}", out.status);
    let text = String::from_utf8(out.stdout).context("the bench did not print text")?;
    Ok(text
        .lines()
        .filter_map(|line| line.split_once(' '))
        .filter_map(|(name, number)| Some((name.to_owned(), number.trim().parse().ok()?)))
        .collect())
}
