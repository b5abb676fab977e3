//! Chance from a seed, and what a network does to what is sent.

use care::record::id::{HouseholdId, PersonId};
use care::record::revision::{Received, Revision};
use store::Store;
use store::revision::{self, Numbered, Taken};

use crate::device::Device;

/// Chance (splitmix64): the same seed is the same history for ever.
pub struct Chance(pub u64);

impl Chance {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number under this one.
    pub fn under(&mut self, most: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(most.max(1)).unwrap()).unwrap()
    }

    /// A number between these two, both counted in.
    pub fn between(&mut self, least: i64, most: i64) -> i64 {
        least + i64::try_from(self.next() % u64::try_from(most - least + 1).unwrap()).unwrap()
    }

    /// True so many times in a hundred.
    pub fn percent(&mut self, percent: usize) -> bool {
        self.under(100) < percent
    }

    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for at in (1..items.len()).rev() {
            items.swap(at, self.under(at + 1));
        }
    }
}

/// What happens to one push on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// It arrives and the answer comes back.
    Good,
    /// It never arrives.
    Lost,
    /// It arrives, the answer does not.
    NoAnswer,
    /// The first half arrives, then the connection ends without an answer.
    Half,
    /// It arrives twice, the second time the wrong way round.
    Twice,
}

impl Way {
    pub fn of(chance: &mut Chance) -> Self {
        match chance.under(10) {
            0 => Self::Lost,
            1 => Self::NoAnswer,
            2 => Self::Half,
            3 => Self::Twice,
            _ => Self::Good,
        }
    }
}

/// The server: the real store, and its own clock.
pub struct Server<'s> {
    pub store: &'s Store,
    pub home: HouseholdId,
    pub now_ms: i64,
}

impl Server<'_> {
    /// Takes revisions in as the sync does: all of a push in one transaction, each with how wrong the sender's clock is now.
    fn take(&self, by: PersonId, device: &Device, sent: &[Revision]) -> Vec<Taken> {
        let skew_ms = device.clock_ms(self.now_ms) - self.now_ms;
        let received = |revision: &Revision| Received { revision: revision.clone(), by, device: device.id, skew_ms };
        let put_all = |tx: &dyn store::door::Tx| {
            sent.iter().map(|one| revision::put(tx, self.home, &received(one), self.now_ms)).collect()
        };
        self.store.write(put_all).unwrap()
    }

    /// A push; whether its answer came back. How many of it were here before is told for the books.
    pub fn push(&self, device: &Device, sent: &[Revision], way: Way) -> (bool, usize) {
        let take = |sent: &[Revision]| self.take(device.person, device, sent);
        let known = |taken: Vec<Taken>| taken.into_iter().filter(|taken| *taken == Taken::Known).count();
        match way {
            Way::Lost => (false, 0),
            Way::Half => (false, known(take(&sent[..sent.len() / 2]))),
            Way::NoAnswer => (false, known(take(sent))),
            Way::Good => (true, known(take(sent))),
            Way::Twice => {
                let first = known(take(sent));
                let backwards: Vec<Revision> = sent.iter().rev().cloned().collect();
                (true, first + known(take(&backwards)))
            }
        }
    }

    /// What came after a number, so many at most.
    pub fn after(&self, seq: i64, limit: i64) -> Vec<Numbered> {
        self.store.read(|tx| revision::after(tx, self.home, seq, limit)).unwrap()
    }
}
