//! Households that are invented from a seed, against the real database: phones without a signal, wrong clocks, crashes, pushes that arrive
//! twice, in another order or by half, and two people at one entry. At the end all are alike and nothing is missing.
//!
//! `MILKWAY_HISTORIES` says how many (300 unless told), `MILKWAY_SEED` from which seed on.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod device;
mod end;
mod history;
mod network;

use std::path::{Path, PathBuf};

use store::Store;

/// Enough to meet every kind of misfortune many times, and few enough to be waited for.
const HISTORIES: u64 = 300;
/// The server is started again after so many.
const RESTART_EVERY: u64 = 50;

fn number(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

/// Says which seed it was when a history panics.
struct Telltale(u64);

impl Drop for Telltale {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("this was MILKWAY_SEED={} MILKWAY_HISTORIES=1", self.0);
        }
    }
}

/// A folder of our own: in memory where there is such a place, because what is tested is what is kept, not the disk. It goes when we do.
struct Folder(PathBuf);

impl Folder {
    fn make() -> Self {
        let memory = Path::new("/dev/shm");
        let root = if memory.is_dir() { memory.to_owned() } else { std::env::temp_dir() };
        let folder = root.join(format!("milkway-simulation-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if let Err(why) = std::fs::remove_dir_all(&self.0) {
            eprintln!("{} is left: {why}", self.0.display());
        }
    }
}

#[test]
fn whatever_happens_to_phones_and_networks_all_end_alike_and_nothing_is_lost() {
    let folder = Folder::make();
    let path = folder.0.join("milkway.db");
    let (from, histories) = (number("MILKWAY_SEED", 0), number("MILKWAY_HISTORIES", HISTORIES));
    let mut store = Store::open(&path).unwrap();
    let mut met = history::Met::default();
    for seed in from..from + histories {
        let _telltale = Telltale(seed);
        if seed % RESTART_EVERY == RESTART_EVERY - 1 {
            drop(store);
            store = Store::open(&path).unwrap();
        }
        met.add(&history::run(&store, seed));
    }
    if histories >= HISTORIES {
        met.assert_everything_was_met();
    }
}
