//! Chance from a seed, and what a network does to what is sent.

use care::record::body::Kind;
use care::record::household::Household;
use care::record::id::{HouseholdId, PersonId};
use care::record::revision::{Received, Revision};
use store::revision::{self, Numbered, Taken};
use store::{Store, household};

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

/// What a phone is told at once.
pub struct Page {
    pub seq: i64,
    pub more: bool,
    pub scope: String,
    pub received: Vec<Received>,
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

    /// A page of what a person's phone is told, as the sync tells it: what she may see of it.
    pub fn pull(&self, person: PersonId, since: i64, whole: bool, limit: i64) -> Page {
        let read = |tx: &dyn store::door::Tx| {
            let household = household::get(tx, self.home)?;
            let seq = household::seq(tx, self.home)?;
            let changes = if whole {
                revision::lately(tx, self.home, i64::MIN, &[], since, limit)?
            } else {
                revision::after(tx, self.home, since, limit)?
            };
            Ok::<_, store::fault::Fault>((household, seq, changes))
        };
        let (household, seq, changes) = self.store.read(read).unwrap();
        let household = household.unwrap();
        let reader = household.person(person).unwrap();
        let more = i64::try_from(changes.len()).unwrap() == limit;
        let seq = if more { changes.last().unwrap().seq } else { seq };
        let sees = |one: &Received| {
            let content = &one.revision.content;
            household.may_see(reader, content.subject, content.body.kind())
        };
        let received = changes.into_iter().map(|numbered| numbered.received).filter(sees).collect();
        Page { seq, more, scope: household.scope_of(reader), received }
    }

    /// Somebody shares what is her own, or takes it back.
    pub fn share(&self, person: PersonId) {
        let turn = |tx: &dyn store::door::Tx| {
            let household = household::get(tx, self.home)?.unwrap();
            let mut one = household.person(person).unwrap().clone();
            one.shares = if one.shares.is_empty() { vec![Kind::Symptom] } else { Vec::new() };
            household::put_person(tx, self.home, &one, None)
        };
        self.store.write(turn).unwrap();
    }

    /// The household as it stands.
    pub fn household(&self) -> Household {
        self.store.read(|tx| household::get(tx, self.home)).unwrap().unwrap()
    }

    /// What came after a number, so many at most.
    pub fn after(&self, seq: i64, limit: i64) -> Vec<Numbered> {
        self.store.read(|tx| revision::after(tx, self.home, seq, limit)).unwrap()
    }
}
