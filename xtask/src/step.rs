//! Steps of a long chore: each named, timed and counted.

use anyhow::{Context, Result, ensure};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

/// How the steps went so far.
#[derive(Default)]
pub(crate) struct Tally {
    passed: usize,
    failed: usize,
}

impl Tally {
    /// Runs one step, tells how it went, and gives back whether it passed.
    pub(crate) fn step(&mut self, name: &str, work: impl FnOnce() -> Result<()>) -> bool {
        println!("── {name}");
        let begun = Instant::now();
        let done = work();
        let seconds = begun.elapsed().as_secs_f64();
        match &done {
            Ok(()) => {
                self.passed += 1;
                println!("   passed  {name}  {seconds:.1} s\n");
            }
            Err(error) => {
                self.failed += 1;
                println!("{error:#}\n   FAILED  {name}  {seconds:.1} s\n");
            }
        }
        done.is_ok()
    }

    /// The last line: how many passed and failed. Fails when one did.
    pub(crate) fn close(&self) -> Result<()> {
        let summary = format!("{} passed, {} failed", self.passed, self.failed);
        ensure!(self.failed == 0, "{summary}");
        println!("{summary}");
        Ok(())
    }
}

/// Runs a program to its end. It gets no input, so that nothing can wait for an answer nobody gives.
pub(crate) fn run(folder: &Path, line: &str) -> Result<()> {
    run_with(folder, line, &[])
}

/// The same with variables set.
pub(crate) fn run_with(folder: &Path, line: &str, variables: &[(&str, &Path)]) -> Result<()> {
    println!("   $ {line}");
    let mut words = line.split_ascii_whitespace();
    let program = words.next().context("no program")?;
    let status = Command::new(program)
        .args(words)
        .envs(variables.iter().copied())
        .current_dir(folder)
        .stdin(Stdio::null())
        .status()
        .with_context(|| format!("cannot run `{program}`"))?;
    ensure!(status.success(), "`{line}` ended with {status}");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::Tally;
    use anyhow::bail;

    #[test]
    fn a_failed_step_is_counted_and_does_not_stop_the_next() {
        let mut tally = Tally::default();
        assert!(tally.step("first", || Ok(())));
        assert!(!tally.step("second", || bail!("no")));
        assert!(tally.step("third", || Ok(())));
        let told = tally.close().map_err(|error| error.to_string());
        assert_eq!(told, Err("2 passed, 1 failed".to_owned()));
    }
}
