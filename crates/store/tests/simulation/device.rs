//! A phone: its clock, its copy of the record, and what it has not been able to send.

use std::collections::{BTreeMap, BTreeSet};

use care::record::body::{Body, Feed, Nappy, Side, Symptom, Timed};
use care::record::entry::Entry;
use care::record::id::{DeviceId, EntryId, PersonId, RevisionId};
use care::record::moment::Moment;
use care::record::revision::{Content, Received, Revision, Subject, fold};
use care::record::timer::Act;
use uuid::Uuid;

use crate::network::{Chance, Page};

pub const MINUTE_MS: i64 = 60_000;

pub struct Device {
    pub id: DeviceId,
    pub person: PersonId,
    /// What its clock is ahead.
    pub ahead_ms: i64,
    pub online: bool,
    /// Written down before a saving is shown as saved; emptied only by an answer.
    pub outbox: Vec<Revision>,
    /// All that it has seen. May be lost, and is then fetched again.
    replica: BTreeMap<EntryId, BTreeMap<RevisionId, Received>>,
    /// The number of the last change that it has seen.
    cursor: i64,
    /// What its person might see when it had last heard everything.
    scope: Option<String>,
    /// Hearing everything again.
    scan: Option<Scan>,
    made: u128,
}

/// How far a phone is that hears everything again: what has come of it stays.
#[derive(Default)]
struct Scan {
    seq: i64,
    scope: Option<String>,
    came: BTreeSet<RevisionId>,
}

impl Device {
    pub fn new(number: u128, ahead_ms: i64) -> Self {
        Self {
            id: DeviceId(Uuid::from_u128(number)),
            // Two people, with every other phone.
            person: PersonId(Uuid::from_u128(number % 2 + 1)),
            ahead_ms,
            online: true,
            outbox: Vec::new(),
            replica: BTreeMap::new(),
            cursor: 0,
            scope: None,
            scan: None,
            made: number << 64,
        }
    }

    pub fn clock_ms(&self, now_ms: i64) -> i64 {
        now_ms + self.ahead_ms
    }

    /// The entries as this phone makes them of what it has.
    pub fn entries(&self) -> BTreeMap<EntryId, Entry> {
        let folded = |(id, savings): (&EntryId, &BTreeMap<RevisionId, Received>)| {
            let savings: Vec<Received> = savings.values().cloned().collect();
            fold(&savings).map(|entry| (*id, entry))
        };
        self.replica.iter().filter_map(folded).collect()
    }

    fn see(&mut self, received: Received) {
        self.replica.entry(received.revision.entry).or_default().insert(received.revision.id, received);
    }

    /// What it asks the server for: after which change, and whether it hears everything again.
    pub fn asks(&mut self) -> (i64, bool) {
        if self.scope.is_none() && self.scan.is_none() {
            self.scan = Some(Scan::default());
        }
        self.scan.as_ref().map_or((self.cursor, false), |scan| (scan.seq, true))
    }

    /// Takes a page in, as `browser/record/sync.js` and `outbox.js` do; whether there is more to ask for. What came from the server stands in
    /// the place of one's own copy: the server knows how wrong the clock was.
    pub fn took(&mut self, page: Page) -> bool {
        let known = self.scan.as_ref().map_or(self.scope.as_ref(), |scan| scan.scope.as_ref().or(Some(&page.scope)));
        if known != Some(&page.scope) {
            self.scan = Some(Scan::default());
            return true;
        }
        let came: Vec<RevisionId> = page.received.iter().map(|one| one.revision.id).collect();
        page.received.into_iter().for_each(|one| self.see(one));
        match self.scan.take() {
            Some(mut scan) => {
                scan.came.extend(came);
                if page.more {
                    self.scan = Some(Scan { seq: page.seq, scope: Some(page.scope), ..scan });
                } else {
                    self.drop_all_but(&scan.came);
                    (self.cursor, self.scope) = (page.seq, Some(page.scope));
                }
            }
            None => self.cursor = page.seq,
        }
        page.more
    }

    /// A page of which the phone has kept the savings, and not how far it came.
    pub fn half_took(&mut self, page: Page) {
        if self.scan.is_none() && self.scope.as_ref() == Some(&page.scope) {
            page.received.into_iter().for_each(|one| self.see(one));
        }
    }

    fn drop_all_but(&mut self, came: &BTreeSet<RevisionId>) {
        let unsent: BTreeSet<RevisionId> = self.outbox.iter().map(|one| one.id).collect();
        for savings in self.replica.values_mut() {
            savings.retain(|id, _| came.contains(id) || unsent.contains(id));
        }
        self.replica.retain(|_, savings| !savings.is_empty());
    }

    /// All savings that it has.
    pub fn savings(&self) -> impl Iterator<Item = &Received> {
        self.replica.values().flat_map(BTreeMap::values)
    }

    /// The phone dies. The outbox is on its disk, the replica was not.
    pub fn crash(&mut self) {
        self.replica.clear();
        (self.cursor, self.scope, self.scan) = (0, None, None);
        for revision in self.outbox.clone() {
            self.see(self.own(revision));
        }
    }

    fn own(&self, revision: Revision) -> Received {
        Received { revision, by: self.person, device: self.id, skew_ms: 0 }
    }

    fn fresh_id(&mut self) -> Uuid {
        self.made += 1;
        Uuid::from_u128(self.made)
    }

    fn save(
        &mut self,
        entry: EntryId,
        bases: Vec<RevisionId>,
        binned: bool,
        content: Content,
        now_ms: i64,
    ) -> Revision {
        let id = RevisionId(self.fresh_id());
        let revision = Revision { id, entry, bases, made_at_ms: self.clock_ms(now_ms), binned, content };
        self.outbox.push(revision.clone());
        self.see(self.own(revision.clone()));
        revision
    }

    /// A new entry: what a parent keeps to herself, a nappy, or a feed that is typed or begins to run.
    pub fn log(&mut self, subjects: &[Subject], now_ms: i64, chance: &mut Chance) -> Revision {
        let clock_ms = self.clock_ms(now_ms);
        let subject = subjects[chance.under(subjects.len())];
        let body = match chance.under(3) {
            _ if matches!(subject, Subject::Parent(_)) => {
                Body::Symptom(Symptom { pain: Some(3), ..Symptom::default() })
            }
            0 => Body::Nappy(Nappy { wet: chance.percent(70), dirty: chance.percent(40), ..Nappy::default() }),
            1 => Body::Feed(Feed { timed: typed(chance), ..Feed::default() }),
            _ => {
                let mut timed = Timed::default();
                timed.act(Act::Start(if chance.percent(50) { Side::Left } else { Side::Right }), clock_ms);
                Body::Feed(Feed { timed, ..Feed::default() })
            }
        };
        let zone = ["Europe/London", "America/New_York", "Australia/Lord_Howe"][chance.under(3)];
        let at = Moment::in_zone(clock_ms - chance.between(0, 90) * MINUTE_MS, zone);
        let content = Content { subject, at, body, note: String::new() };
        let entry = EntryId(self.fresh_id());
        self.save(entry, Vec::new(), false, content, now_ms)
    }

    /// Changes an entry that it has: bins it, takes it out, turns its timer, or corrects it. Nothing when it has none.
    pub fn change(&mut self, now_ms: i64, chance: &mut Chance) -> Option<Revision> {
        let entries = self.entries();
        let entry = entries.values().nth(chance.under(entries.len()))?.clone();
        let clock_ms = self.clock_ms(now_ms);
        let mut content = entry.content.clone();
        let mut binned = entry.binned;
        match (chance.under(4), &mut content.body) {
            (0, _) => binned = !binned,
            (1, _) => content.at = Moment::in_zone(clock_ms - chance.between(0, 2_000) * MINUTE_MS, &content.at.zone),
            (_, Body::Feed(feed)) if feed.timed.open => {
                let act = [Act::Switch, Act::Pause, Act::Resume, Act::End][chance.under(4)];
                feed.timed.act(act, clock_ms);
            }
            (_, Body::Feed(feed)) => feed.timed = typed(chance),
            (_, Body::Nappy(nappy)) => nappy.wet = !nappy.wet,
            _ => content.note.push('.'),
        }
        Some(self.save(entry.id, entry.heads, binned, content, now_ms))
    }
}

fn typed(chance: &mut Chance) -> Timed {
    let mut seconds = || u32::try_from(chance.between(0, 1_200)).unwrap();
    Timed { left_s: seconds(), right_s: seconds(), ..Timed::default() }
}
