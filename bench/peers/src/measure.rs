//! Time for one of many, on one thread, on a machine that does other things too.

use std::time::Instant;

const ROUNDS: usize = 40;
/// So few that most of their runs fall between two interruptions.
const AT_ONCE: usize = 50;

/// Nanoseconds for one: each small lot in the best of its rounds, and the mean over all lots.
pub fn best<T>(all: &[T], mut work: impl FnMut(&[T])) -> f64 {
    let mut sum_s = 0.0;
    for lot in all.chunks(AT_ONCE) {
        let rounds = (0..ROUNDS).map(|_| {
            let start = Instant::now();
            work(lot);
            start.elapsed().as_secs_f64()
        });
        sum_s += rounds.fold(f64::INFINITY, f64::min);
    }
    sum_s * 1e9 / f64::from(u32::try_from(all.len()).unwrap_or(u32::MAX))
}
