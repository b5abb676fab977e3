//! The whole server is killed while phones send, again and again: it always starts again, what it acknowledged is there, no lot is there by
//! half, and a phone that heard no answer sends the same once more.
//!
//! `MILKWAY_TEST_KILLS` says how often (50 unless told).

use std::collections::BTreeSet;
use std::process::Child;
use std::sync::mpsc::{self, Sender};

use care::record::revision::Revision;

use super::client::Client;
use super::family::{Family, kept, push, taken};
use super::folder::Folder;
use super::running::{Running, begin, milkway};

/// How many phones send at once.
const PHONES: u128 = 4;
/// Phones of a round number their revisions from here on.
const ROUND: u128 = 1_000_000;
const PHONE: u128 = 10_000;
/// So many kills apart the whole record is held against its revisions.
const CHECK_EVERY: u64 = 10;

/// What a phone sent at once, and whether it was acknowledged.
struct Lot {
    revisions: Vec<Revision>,
    is_heard: bool,
}

impl Lot {
    fn numbers(&self) -> Vec<u128> {
        self.revisions.iter().map(|revision| revision.id.0.as_u128()).collect()
    }
}

/// Sends lot after lot until nobody answers; the last one is not acknowledged.
fn send(client: &Client, family: &Family, from: u128, acknowledged: &Sender<()>) -> Vec<Lot> {
    let mut sent = Vec::new();
    for next in (from..).step_by(3) {
        // One to three, by the phone; each other one corrects what the lot before has logged.
        let base = |number: u128| (number % 2 == 1 && number >= from + 3).then(|| number - 3);
        let one = |number: u128| family.nappy(number, base(number).unwrap_or(number), base(number));
        let mut lot = Lot { revisions: (next..=next + from / PHONE % 3).map(one).collect(), is_heard: false };
        let answer = push(client, &lot.revisions);
        lot.is_heard = answer.is_some();
        if let Some(answer) = answer {
            assert_eq!(taken(&answer), lot.numbers());
        }
        sent.push(lot);
        if sent.last().is_some_and(|lot| !lot.is_heard) {
            return sent;
        }
        // Who counts may have heard enough.
        let _ = acknowledged.send(());
    }
    sent
}

/// Phones send until the server is killed, after so many acknowledged lots and a moment.
fn load(server: &mut Running, family: &Family, round: u64, lots: u32) -> Vec<Lot> {
    let client = family.client(server);
    std::thread::scope(|scope| {
        let (tell, heard) = mpsc::channel();
        let phones: Vec<_> = (0..PHONES)
            .map(|phone| {
                let (client, tell) = (client.clone(), tell.clone());
                scope.spawn(move || send(&client, family, u128::from(round) * ROUND + phone * PHONE + 1, &tell))
            })
            .collect();
        for _ in 0..lots {
            heard.recv().unwrap();
        }
        for _ in 0..chance() % 400_000 {
            std::hint::spin_loop();
        }
        server.kill();
        phones.into_iter().flat_map(|phone| phone.join().unwrap()).collect()
    })
}

#[test]
fn what_a_server_has_acknowledged_outlives_its_kills() {
    let times: u64 = std::env::var("MILKWAY_TEST_KILLS").map_or(50, |times| times.parse().unwrap());
    let folder = Folder::new();
    let mut server = Running::on(&folder.0, 3);
    let family = Family::begin(&server);
    let (mut all, mut since, mut unheard) = (BTreeSet::new(), -1, 0);
    for round in 1..=times {
        let sent = load(&mut server, &family, round, chance() % 12);
        if round % 8 == 0 {
            kill_while_it_starts(begin(&folder.0));
        }
        server = Running::on(&folder.0, 2);
        let client = family.client(&server);
        let (held, seq) = kept(&client, since);
        let held: BTreeSet<u128> = held.into_iter().collect();
        for lot in &sent {
            let numbers = lot.numbers();
            let there = numbers.iter().filter(|number| held.contains(number)).count();
            assert!(
                !lot.is_heard || there == numbers.len(),
                "round {round}: {numbers:?} were acknowledged, {there} are there"
            );
            assert!(there == 0 || there == numbers.len(), "round {round}: of {numbers:?} only {there} are there");
            unheard += usize::from(!lot.is_heard && there > 0);
            if !lot.is_heard {
                assert_eq!(taken(&push(&client, &lot.revisions).unwrap()), numbers);
            }
            all.extend(numbers);
        }
        since = seq;
        if round % CHECK_EVERY == 0 || round == times {
            holds(&folder);
        }
    }
    let (held, _) = kept(&family.client(&server), -1);
    assert_eq!(held.len(), all.len(), "each is there once");
    assert_eq!(held.into_iter().collect::<BTreeSet<_>>(), all);
    println!("{times} kills: {} revisions kept, {unheard} lots among them that nobody was told of", all.len());
}

/// Wherever it is: it may be opening the file.
fn kill_while_it_starts(mut process: Child) {
    for _ in 0..chance() % 3_000_000 {
        std::hint::spin_loop();
    }
    process.kill().unwrap();
    process.wait().unwrap();
}

fn holds(folder: &Folder) {
    let said =
        milkway(["record".as_ref(), "check".as_ref(), "--data".as_ref(), folder.0.as_os_str()]).output().unwrap();
    let out = String::from_utf8_lossy(&said.stdout).into_owned();
    assert!(said.status.success() && out.starts_with("the record holds"), "{out}");
}

/// A number that nobody knows beforehand.
fn chance() -> u32 {
    getrandom::u32().unwrap()
}
