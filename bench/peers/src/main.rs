//! The same rules and the same people in another engine and in ours. Every level is compared before anything is measured.
//!
//! Prints `name number` lines, which `cargo xtask bench --peers` sets beside ours.

mod measure;
mod person;
mod table;

use std::hint::black_box;
use std::sync::atomic::Ordering;

use anyhow::{Context, Result, ensure};
use protocol::answers::Answers;
use protocol::compile::Compiled;
use protocol::naive::Plain;
use serde_json::{Value, json};
use table::HitPolicy;
use zen_engine::model::GraphContent;
use zen_engine::{Decision, Variable, ZEN_CONFIG};

fn main() -> Result<()> {
    // No table looks at other nodes, so the engine need not keep their answers.
    ZEN_CONFIG.nodes_in_context.store(false, Ordering::Relaxed);
    let compiled = shipped::protocol(&shipped::ledger()?)?;
    let people = shipped::people::people(&compiled.protocol);
    let export = exchange::normal_form::export(&compiled);
    let inputs: Vec<Variable> =
        people.iter().map(|answers| person::input(&compiled.protocol, answers).into()).collect();

    let mut zen_ns = f64::INFINITY;
    for (name, policy) in [("zen_first_ns", HitPolicy::First), ("zen_collect_ns", HitPolicy::Collect)] {
        let zen = zen(table::decision(&export, policy)?)?;
        let runtime = tokio::runtime::Builder::new_current_thread().build()?;
        runtime.block_on(agree(&zen, &inputs, &compiled, &people))?;
        let ns = measure::best(&inputs, |some| {
            runtime.block_on(async {
                for input in some {
                    keep(zen.evaluate(input.clone()).await);
                }
            });
        });
        println!("{name} {ns:.1}");
        zen_ns = zen_ns.min(ns);
    }
    let packed: Vec<_> = people.iter().map(|answers| compiled.pack(answers)).collect();
    let ours_ns = measure::best(&packed, |some| some.iter().for_each(|one| keep(compiled.urgency(one))));
    let both_ns = measure::best(&people, |some| {
        some.iter().for_each(|one| keep(compiled.urgency(&compiled.pack(one))));
    });
    let plain_ns = measure::best(&people, |some| {
        some.iter().for_each(|one| keep(Plain::new(&compiled.protocol, one).reached()));
    });
    println!("zen_ns {zen_ns:.1}");
    println!("beside_packed_ns {ours_ns:.1}");
    println!("beside_packing_ns {both_ns:.1}");
    println!("beside_plain_ns {plain_ns:.1}");
    println!("zen_times {:.0}", zen_ns / ours_ns);
    println!("zen_times_packing {:.0}", zen_ns / both_ns);
    Ok(())
}

/// Uses a result, so that the work for it cannot be left out.
fn keep<T>(result: T) {
    black_box(result);
}

/// The engine with everything prepared that it can prepare: bytecode of every cell, an index of every table.
fn zen(decision: Value) -> Result<Decision> {
    let content: GraphContent = serde_json::from_value(decision)?;
    let mut zen = Decision::from(content);
    zen.validate().map_err(|fault| anyhow::anyhow!("{fault:?}"))?;
    zen.compile();
    Ok(zen)
}

/// Twice, so that nothing that an evaluation leaves behind in its input can change the next.
async fn agree(zen: &Decision, inputs: &[Variable], compiled: &Compiled, people: &[Answers]) -> Result<()> {
    let mut seen = [[false; 16]; 2];
    for (at, (input, answers)) in inputs.iter().zip(people).chain(inputs.iter().zip(people)).enumerate() {
        let (parent, baby) = compiled.urgency(&compiled.pack(answers));
        // Rules of a baby that is not there, and tests on its age, are not in the tables.
        let baby = baby.with_context(|| format!("person {at} has no baby"))?;
        ensure!(Plain::new(&compiled.protocol, answers).reached() == (parent, Some(baby)), "person {at}: our own two");
        let response = zen.evaluate(input.clone()).await.map_err(|fault| anyhow::anyhow!("{fault:?}"))?;
        let result = response.result.to_value();
        let theirs = [level(&result["parent"]), level(&result["baby"])];
        let ours = [parent, baby].map(|urgency| u64::from(urgency.number()));
        ensure!(theirs == ours, "person {at}: zen {theirs:?}, ours {ours:?}: {result}");
        for (patient, level) in seen.iter_mut().zip(ours) {
            patient[usize::try_from(level)?] = true;
        }
    }
    // Two engines that only ever said one thing would agree on anything.
    ensure!(seen.iter().all(|levels| levels.iter().filter(|seen| **seen).count() >= 4), "too few levels: {seen:?}");
    Ok(())
}

/// The highest level among the rows that hold; 0 when none does.
fn level(rows: &Value) -> u64 {
    let each = rows.as_array().map_or(std::slice::from_ref(rows), Vec::as_slice);
    each.iter().filter_map(|row| number(&row["level"])).max().unwrap_or(0)
}

/// The engine's numbers are decimals, which come out as integers or as floats.
fn number(value: &Value) -> Option<u64> {
    (0..16).find(|whole| *value == json!(whole) || value.as_f64() == u32::try_from(*whole).ok().map(f64::from))
}
