//! Measures the rules and the batch on the declared population. Prints `name number` lines; `cargo xtask bench` sets budgets beside them.
#![expect(clippy::print_stdout, reason = "its output is its purpose")]

use std::hint::black_box;
use std::io::Write;
use std::time::Instant;

use exchange::case::{Case, Reader};
use exchange::{Detail, Results};
use protocol::compile::Compiled;
use protocol::naive::Plain;

/// Each measure is the best of so many rounds: on a shared machine the best says most about the code.
const ROUNDS: usize = 40;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let ledger = shipped::ledger()?;
    let compiled = shipped::protocol(&ledger)?;
    let people = shipped::people::people(&compiled.protocol);

    let packed: Vec<_> = people.iter().map(|answers| compiled.pack(&answers.settled(&compiled.protocol))).collect();
    println!("urgency_ns {:.1}", best(packed.len(), || packed.iter().for_each(|one| keep(compiled.urgency(one)))));
    let few = &people[..people.len() / 10];
    let plain = best(few.len(), || few.iter().for_each(|one| keep(Plain::new(&compiled.protocol, one).reached())));
    println!("plain_ns {plain:.1}");
    println!("pack_ns {:.1}", best(people.len(), || people.iter().for_each(|one| keep(compiled.pack(one)))));
    println!(
        "explain_ns {:.1}",
        best(people.len(), || people.iter().for_each(|one| keep(compiled.read(one).explain(&compiled))))
    );

    let lines: Vec<Vec<u8>> = people.iter().enumerate().map(|(at, answers)| line(&compiled, at, answers)).collect();
    for (name, detail) in [("batch_full_cases_s", Detail::Full), ("batch_brief_cases_s", Detail::Brief)] {
        let reader = Reader::new(&compiled);
        let results = Results::new(&compiled, detail);
        let mut out = Vec::new();
        let ns = best(lines.len(), || {
            for (number, line) in (1..).zip(&lines) {
                out.clear();
                exchange::batch::line(&reader, &results, number, line, &mut out);
                black_box(&out);
            }
        });
        println!("{name} {:.0}", 1e9 / ns);
    }
    std::io::stdout().flush()?;
    Ok(())
}

/// Uses a result, so that the work for it cannot be left out.
fn keep<T>(result: T) {
    black_box(result);
}

/// Nanoseconds for one of `count`, in the best round.
fn best(count: usize, mut round: impl FnMut()) -> f64 {
    let rounds = (0..ROUNDS).map(|_| {
        let start = Instant::now();
        round();
        start.elapsed().as_secs_f64()
    });
    let count = u32::try_from(count).unwrap_or(u32::MAX);
    rounds.fold(f64::INFINITY, f64::min) * 1e9 / f64::from(count)
}

/// A person as a line of a batch.
fn line(compiled: &Compiled, at: usize, answers: &protocol::answers::Answers) -> Vec<u8> {
    let case = Case { id: serde_json::json!(format!("person-{at}")), answers: *answers, ages_differ: false };
    exchange::case::write(compiled, &case)
}
