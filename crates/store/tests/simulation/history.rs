//! One history of a household, from its seed.

use care::record::household::Person;
use care::record::id::{BabyId, HouseholdId, PersonId};
use care::record::revision::{Revision, Subject};
use care::record::role::Role;
use care::record::settings::Settings;
use store::{Store, household};
use uuid::Uuid;

use crate::device::{Device, MINUTE_MS};
use crate::end;
use crate::network::{Chance, Server, Way};

/// Half a day before the clocks of London go forward.
const BEGIN_MS: i64 = 1_774_700_000_000;
const DAY_MS: i64 = 24 * 60 * MINUTE_MS;

/// How often each misfortune was met: a simulation that meets none shows nothing.
#[derive(Debug, Default)]
pub struct Met {
    pub savings: usize,
    pub ways: [usize; 5],
    pub sent_again: usize,
    pub crashes: usize,
    pub changed_apart: usize,
    pub clocks_wrong: usize,
    pub shared: usize,
}

impl Met {
    pub fn add(&mut self, other: &Self) {
        self.savings += other.savings;
        self.sent_again += other.sent_again;
        self.crashes += other.crashes;
        self.changed_apart += other.changed_apart;
        self.clocks_wrong += other.clocks_wrong;
        self.shared += other.shared;
        self.ways.iter_mut().zip(other.ways).for_each(|(sum, more)| *sum += more);
    }

    pub fn assert_everything_was_met(&self) {
        let each = [self.savings, self.sent_again, self.crashes, self.changed_apart, self.clocks_wrong, self.shared];
        assert!(each.iter().chain(&self.ways).all(|times| *times > 20), "{self:?}");
    }
}

struct History<'s> {
    chance: Chance,
    server: Server<'s>,
    devices: Vec<Device>,
    subjects: Vec<Subject>,
    made: Vec<Revision>,
    jumped: bool,
    met: Met,
}

/// Lives one history through and holds its end.
pub fn run(store: &Store, seed: u64) -> Met {
    let mut chance = Chance(seed);
    let home = HouseholdId(Uuid::from_u128(u128::from(seed) + 1));
    let people = [1, 2].map(|number| person(PersonId(Uuid::from_u128(number))));
    store
        .write(|tx| {
            household::add(tx, home, &Settings::default(), BEGIN_MS)?;
            people.iter().try_for_each(|one| household::put_person(tx, home, one, None))
        })
        .unwrap();
    let count = 2 + chance.under(3);
    let devices = (0..count).map(|at| {
        let ahead_ms =
            if chance.percent(50) { chance.between(-7, 7) * MINUTE_MS } else { chance.between(-2_000, 2_000) };
        Device::new(u128::try_from(at).unwrap() + 2, ahead_ms)
    });
    let devices: Vec<Device> = devices.collect();
    let babies = [1, 2].map(|number| Subject::Baby(BabyId(Uuid::from_u128(number)))).to_vec();
    let server = Server { store, home, now_ms: BEGIN_MS };
    let mut subjects = babies.clone();
    subjects.extend(people.iter().map(|one| Subject::Parent(one.id)));
    let (made, met) = (Vec::new(), Met::default());
    let mut history = History { chance, server, devices, subjects, made, jumped: false, met };
    for _ in 0..history.chance.between(20, 90) {
        history.step();
    }
    history.settle();
    let changed_apart = end::hold(&history.server, &history.devices, &history.made, &babies);
    history.met.changed_apart += changed_apart;
    history.met.savings += history.made.len();
    history.met
}

impl History<'_> {
    fn step(&mut self) {
        self.server.now_ms += self.chance.between(0, 20 * MINUTE_MS);
        let at = self.chance.under(self.devices.len());
        match self.chance.under(100) {
            0..45 => self.save(at),
            45..65 => self.push(at),
            65..85 => self.pull(at),
            85..91 => self.devices[at].online = !self.devices[at].online,
            91..96 => {
                self.server.share(self.devices[at].person);
                self.met.shared += 1;
            }
            96..98 => {
                self.devices[at].crash();
                self.met.crashes += 1;
            }
            _ => self.jump(at),
        }
    }

    fn save(&mut self, at: usize) {
        let (device, now_ms) = (&mut self.devices[at], self.server.now_ms);
        let changed = if self.chance.percent(60) { device.change(now_ms, &mut self.chance) } else { None };
        let saved = changed.unwrap_or_else(|| device.log(&self.subjects, now_ms, &mut self.chance));
        self.made.push(saved);
        self.met.clocks_wrong += usize::from(device.ahead_ms.abs() > 2 * MINUTE_MS);
    }

    /// Once in a history a clock is a day ahead, until somebody sees it.
    fn jump(&mut self, at: usize) {
        let device = &mut self.devices[at];
        if device.ahead_ms >= DAY_MS / 2 {
            device.ahead_ms -= DAY_MS;
        } else if !self.jumped {
            device.ahead_ms += DAY_MS;
            self.jumped = true;
        }
    }

    /// Sends some of what waits, in any order.
    fn push(&mut self, at: usize) {
        let device = &mut self.devices[at];
        if !device.online || device.outbox.is_empty() {
            return;
        }
        let mut sent = device.outbox.clone();
        self.chance.shuffle(&mut sent);
        sent.truncate(1 + self.chance.under(8));
        let way = Way::of(&mut self.chance);
        let (answered, known) = self.server.push(device, &sent, way);
        if answered {
            device.outbox.retain(|waiting| !sent.contains(waiting));
        }
        self.met.ways[way as usize] += 1;
        self.met.sent_again += known;
    }

    /// Fetches a page. Sometimes what was fetched is kept and how far it came is not: then it comes again.
    fn pull(&mut self, at: usize) {
        let device = &mut self.devices[at];
        if !device.online {
            return;
        }
        let (since, whole) = device.asks();
        let page = self.server.pull(device.person, since, whole, self.chance.between(1, 12));
        if self.chance.percent(15) {
            device.half_took(page);
        } else {
            device.took(page);
        }
    }

    /// Everybody has a signal at last.
    fn settle(&mut self) {
        for device in &mut self.devices {
            let waiting = std::mem::take(&mut device.outbox);
            assert!(self.server.push(device, &waiting, Way::Good).0);
        }
        for device in &mut self.devices {
            loop {
                let (since, whole) = device.asks();
                if !device.took(self.server.pull(device.person, since, whole, 20)) {
                    break;
                }
            }
        }
    }
}

fn person(id: PersonId) -> Person {
    let (name, role) = (String::new(), Role::Parent);
    Person { id, name, role, until_ms: None, removed: false, shares: Vec::new(), writes: None }
}
