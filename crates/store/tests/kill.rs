//! A process that writes is killed in the middle, again and again. What it was told is kept is kept, and nothing is half.
//!
//! This shows what an ended process costs. That a pulled plug costs no more rests on `synchronous = FULL`, which `door.rs` reads back.

mod home;

use std::io::{BufRead, BufReader, Read, Write};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use care::record::id::{HouseholdId, RevisionId};
use home::{Folder, NOW_MS, add_home, bottle};
use store::{Store, rebuild, revision};
use uuid::Uuid;

/// Tells the child where to write; without it, its test does nothing.
const FILE: &str = "MILKWAY_TEST_KILL_FILE";
/// Which round it is: a household of its own.
const ROUND: &str = "MILKWAY_TEST_KILL_ROUND";
/// How often to kill.
const TIMES: &str = "MILKWAY_TEST_KILLS";

fn home_of(round: u128) -> HouseholdId {
    HouseholdId(Uuid::from_u128(round + 1))
}

/// Not a test of its own: what the killed process does. It writes one to four revisions in a transaction and says their ids once they are kept.
#[test]
fn child_that_writes_until_it_is_killed() {
    let Ok(file) = std::env::var(FILE) else { return };
    let round: u128 = std::env::var(ROUND).unwrap().parse().unwrap();
    let store = Store::open(&PathBuf::from(file)).unwrap();
    add_home(&store, home_of(round));
    for batch in 0u128.. {
        let numbers: Vec<u128> = (0..=batch % 4).map(|at| batch * 4 + at).collect();
        store
            .write(|tx| {
                for number in &numbers {
                    revision::put(tx, home_of(round), &saving(*number), NOW_MS)?;
                }
                Ok(())
            })
            .unwrap();
        let said: String = numbers.iter().map(|number| format!("kept {number}\n")).collect();
        std::io::stdout().write_all(said.as_bytes()).unwrap();
        std::io::stdout().flush().unwrap();
    }
}

/// Seven entries, saved over and over: most savings correct an earlier one.
fn saving(number: u128) -> care::record::revision::Received {
    let mut saving = bottle(number, number % 7, u32::try_from(number % 200).unwrap());
    if number >= 7 {
        saving.revision.bases = vec![RevisionId(Uuid::from_u128(number - 7))];
    }
    saving
}

fn child(file: &std::path::Path, round: u128) -> Child {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "child_that_writes_until_it_is_killed", "--nocapture", "--test-threads", "1"]);
    command.env(FILE, file).env(ROUND, round.to_string());
    command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap()
}

/// What the child said is kept: whole lines only, a cut one said nothing.
fn kept(line: &str) -> Option<u128> {
    line.strip_suffix('\n')?.strip_prefix("kept ")?.parse().ok()
}

#[test]
fn whatever_was_acknowledged_outlives_a_kill() {
    let times: u128 = std::env::var(TIMES).map_or(50, |times| times.parse().unwrap());
    let folder = Folder::new();
    let file = folder.file(store::FILE);
    let (mut in_all, mut more) = (0, 0);
    for round in 0..times {
        let mut writer = child(&file, round);
        let mut out = BufReader::new(writer.stdout.take().unwrap());
        let mut acknowledged = Vec::new();
        // Killed after so many lines; in each eighth round at once, wherever it is: it may be making the file.
        let lines = if round % 8 == 7 { 0 } else { chance() % 60 };
        let mut line = String::new();
        while acknowledged.len() < lines && out.read_line(&mut line).unwrap() > 0 {
            acknowledged.extend(kept(&line));
            line.clear();
        }
        for _ in 0..chance() % 50_000 {
            std::hint::spin_loop();
        }
        writer.kill().unwrap();
        writer.wait().unwrap();
        let mut rest = String::new();
        out.read_to_string(&mut rest).unwrap();
        acknowledged.extend(rest.split_inclusive('\n').filter_map(kept));
        assert!(acknowledged.len() >= lines, "the child ended by itself in round {round}");

        let (held, of_batches) = look(&file, round);
        for number in &acknowledged {
            assert!(held.contains(number), "round {round}: {number} was acknowledged and is gone");
        }
        assert_eq!(of_batches, held, "round {round}: half of a transaction is there");
        in_all += acknowledged.len();
        more += held.len() - acknowledged.len();
    }
    println!("{times} kills: {in_all} acknowledged and kept, {more} kept that were not acknowledged any more");
    assert!(in_all > 0);
}

/// What is in the database after a kill; and what would be, if the last transaction in it is whole.
fn look(file: &std::path::Path, round: u128) -> (Vec<u128>, Vec<u128>) {
    let store = Store::open(file).unwrap_or_else(|fault| panic!("round {round}: {fault}"));
    let said = store.read(|tx| tx.first("PRAGMA integrity_check", &[])).unwrap().unwrap();
    assert_eq!(said.text(0).unwrap(), "ok", "round {round}");
    let home = home_of(round);
    assert_eq!(store.read(|tx| rebuild::check(tx, home)).unwrap(), Vec::<String>::new(), "round {round}");
    let all = store.read(|tx| revision::after(tx, home, 0, i64::MAX)).unwrap();
    let held: Vec<u128> = all.iter().map(|one| one.received.revision.id.0.as_u128()).collect();
    let whole = |batch: u128| (0..=batch % 4).map(move |at| batch * 4 + at);
    let of_batches = held.last().map_or_else(Vec::new, |last| (0..=last / 4).flat_map(whole).collect());
    (held, of_batches)
}

/// A number that nobody knows beforehand.
fn chance() -> usize {
    usize::try_from(getrandom::u32().unwrap()).unwrap()
}
