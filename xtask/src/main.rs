//! Milkway's chores. `cargo xtask ci` is everything a change must pass; each of its own checks can be run alone.

#![expect(clippy::print_stdout, reason = "a chore talks to the person who runs it")]

mod arrows;
mod bench;
mod browser;
mod ci;
mod modules;
mod prove;
mod safety;
mod shape;
mod soak;
mod step;
mod tidy;
mod tools;
mod tree;
mod workspace;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

#[derive(Parser)]
#[command(name = "xtask", about = "Milkway's chores")]
struct Arguments {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Everything a change must pass, in order
    Ci,
    /// The size of every room; fails on a file or a function that grew too long
    Shape,
    /// Which room may use which; fails on an arrow that is not on the map
    Arrows,
    /// What must not stand in the repository
    Tidy,
    /// Measures the budgets
    Bench(bench::Options),
    /// What is too long for every change: ten thousand invented households, a thousand kills
    Soak(soak::Options),
    /// Proves what holds of the protocol for everybody
    Prove(prove::Options),
    /// Holds the safety file against rules, sources, questions and tests
    Safety(safety::Options),
}

fn main() -> ExitCode {
    let done = workspace::root().and_then(|root| match Arguments::parse().chore {
        Chore::Ci => ci::run(&root),
        Chore::Shape => shape::run(&root),
        Chore::Arrows => arrows::run(&root),
        Chore::Tidy => tidy::run(&root),
        Chore::Bench(options) => bench::run(&root, &options),
        Chore::Soak(options) => soak::run(&root, &options),
        Chore::Prove(options) => prove::run(&root, &options),
        Chore::Safety(options) => safety::run(&root, &options),
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("{error:#}");
            ExitCode::FAILURE
        }
    }
}
