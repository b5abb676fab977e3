//! Home with a record, filled from what was read: how long ago, what runs, what to press, what needs somebody.

mod alarm;
mod head;
mod said;
mod saved;
#[cfg(test)]
mod tests;
mod timer;

use care::record::entry::Entry;
use care::record::household::{Baby, Person};
use care::record::role::{Act, Role};
use care::record::since;
use protocol::text::Voice;

use crate::frame::{Frame, Visitor};
use crate::record::home::Home;
use crate::record::member::Member;
use crate::site::Site;
use crate::view::record_home::{Pair, RecordHome, SideButton, Start};
use crate::view::{Foot, Here};
use crate::words::Words;

use care::record::body::{Kind, Side};
use care::record::revision::Subject;

/// What a page is filled from.
pub struct Seen<'s> {
    /// Who sees it.
    pub member: &'s Member,
    /// What was read for her.
    pub home: &'s Home,
    /// The present, milliseconds since 1970.
    pub now_ms: i64,
}

impl Seen<'_> {
    /// Babies that pages may mention, the youngest first.
    fn babies(&self) -> Vec<&Baby> {
        let mut babies: Vec<&Baby> = self.member.household.present_babies().collect();
        babies.sort_by(|one, other| other.born.cmp(&one.born).then(one.id.cmp(&other.id)));
        babies
    }

    /// Whether she may change this entry: who changes nothing of others finishes what she began herself.
    fn changes(&self, entry: &Entry) -> bool {
        let Person { id, role, .. } = &self.member.person;
        role.may(Act::Log(entry.kind())) && (role.may(Act::Change) || entry.by == *id)
    }

    /// Names of whom entries are of, where there are two babies or more; else empty: it is clear.
    fn whose(&self, words: &Words, entries: &[&Entry]) -> String {
        let babies = self.babies();
        if babies.len() < 2 {
            return String::new();
        }
        let of = |baby: &Baby| entries.iter().any(|entry| entry.content.subject == Subject::Baby(baby.id));
        let names = babies.into_iter().filter(|baby| of(baby)).map(|baby| said::name(words, baby));
        names.collect::<Vec<_>>().join(", ")
    }

    /// Whether she may log.
    fn writes(&self) -> bool {
        self.member.person.role.may(Act::Log(Kind::Feed)) && self.member.person.role != Role::Device
    }
}

/// The page.
pub fn page(site: &Site, visitor: &Visitor, seen: &Seen) -> RecordHome {
    let babies = seen.babies();
    let voice = Voice { to_parent: true, baby: !babies.is_empty() };
    let region = site.compiled().protocol.region_named(&seen.member.household.settings.region);
    let frame = Frame { site, visitor, voice, region: region.or_else(|| visitor.region(site)) };
    let words = frame.words();
    let timers = timer::timers(seen, &words);
    let fed: Vec<Subject> = timer::fed(seen);
    let hungry: Vec<&Baby> = babies.iter().copied().filter(|baby| !fed.contains(&Subject::Baby(baby.id))).collect();
    let heads = head::heads(seen, &words, &hungry, babies.is_empty());
    RecordHome {
        shell: frame.shell(&words.say("home"), "/", Vec::new(), Foot::Dock(Here::Home)),
        seq: seen.member.seq,
        now_ms: seen.now_ms,
        toast: saved::toast(seen, &words),
        alarms: if crate::CHECK { alarm::alarms(&frame, seen) } else { Vec::new() },
        apart: heads.len() > 1,
        heads,
        start: start(seen, &words, &hungry).filter(|_| seen.writes()),
        baby: !babies.is_empty(),
        writes: seen.writes(),
        row: saved::row(seen, &words),
        timers,
        words,
    }
}

/// The pair that begins a feed, for whoever is not fed now.
fn start(seen: &Seen, words: &Words, hungry: &[&Baby]) -> Option<Start> {
    let first = hungry.first()?;
    let last = whom_last(seen, hungry);
    let subject = Subject::Baby(last.first().unwrap_or(&first.id).to_owned());
    let mut whom: Vec<(String, String, bool)> = hungry
        .iter()
        .map(|baby| (baby.id.to_string(), said::name(words, baby), last.len() == 1 && last.contains(&baby.id)))
        .collect();
    if hungry.len() > 1 {
        let all: Vec<String> = hungry.iter().map(|baby| baby.id.to_string()).collect();
        whom.push((all.join(" "), words.say("record-both"), last.len() > 1));
    }
    Some(Start { whom, pair: pair(seen, words, subject) })
}

/// For whom the last feed was: those of one press are begun at the same instant.
fn whom_last(seen: &Seen, hungry: &[&Baby]) -> Vec<care::record::id::BabyId> {
    let feeds = || seen.home.entries.iter().filter(|entry| entry.kind() == Kind::Feed && !entry.binned);
    let of = |subject| hungry.iter().map(|baby| baby.id).find(|id| Subject::Baby(*id) == subject);
    let Some(newest) = feeds().find(|entry| of(entry.content.subject).is_some()) else {
        return hungry.first().map(|baby| baby.id).into_iter().collect();
    };
    let together = feeds().filter(|entry| entry.at.at_ms == newest.at.at_ms);
    let mut babies: Vec<_> = together.filter_map(|entry| of(entry.content.subject)).collect();
    babies.sort_unstable();
    babies.dedup();
    babies
}

fn pair(seen: &Seen, words: &Words, baby: Subject) -> Pair {
    let last = since::last_side(&seen.home.entries, baby, seen.now_ms);
    let next = since::next_side(&seen.home.entries, baby, seen.now_ms);
    let button = |side: Side| {
        let entry = last.filter(|last| last.side == side);
        let word = match entry.and_then(|last| seen.home.entries.iter().find(|entry| entry.id == last.entry)) {
            _ if next == Some(side) => words.say("record-next"),
            Some(of) => {
                let side_s = entry.map_or(0, |last| last.side_s);
                format!("{}, {}", said::minutes(words, side_s), said::ended(of, seen.now_ms))
            }
            None => words.say("feed-begin"),
        };
        SideButton { word, now: next == Some(side), runs: false }
    };
    Pair { left: button(Side::Left), right: button(Side::Right) }
}
