//! What the home page reads of the record. Every read is bounded: the page costs the same after five years as after one.

use std::collections::BTreeMap;

use care::record::body::Kind;
use care::record::entry::Entry;
use care::record::id::EntryId;
use care::record::known::{ALARM_MS, WEIGHT_STILL_NOW_MS};
use care::record::moment::Moment;
use care::record::revision::Subject;
use care::record::sum::Sum;
use store::find::Which;
use store::{Fault, Tx, entry, find};

use super::access;
use super::member::Member;

/// Enough to find the last feed at each breast, whatever was logged between.
const FEEDS: i64 = 40;
/// More is not logged in a day and a night.
const LATELY: i64 = 300;
/// What a weight is compared with: back to the weight at birth in the weeks in which that counts, also where a baby is weighed four times a day.
const WEIGHTS: i64 = 100;
/// Only the last answer counts; a few more, because one of them may be without an answer.
const MOODS: i64 = 10;
/// What was typed further ahead than this is not the last feed yet.
const AHEAD_MS: i64 = 10 * 60_000;

/// What a member sees on her home page.
#[derive(Debug, Clone)]
pub struct Home {
    /// Feeds, what is open, the last day and night, weights, moods: each once, newest first.
    pub entries: Vec<Entry>,
    /// What today adds up to, by the subject's key and the name.
    pub totals: BTreeMap<(String, Sum), i64>,
    /// What was saved last, as far as the address names it; also from the bin.
    pub saved: Vec<Entry>,
}

/// Reads it.
///
/// # Errors
/// What the store says.
pub fn read(tx: &dyn Tx, member: &Member, saved: &[EntryId], now_ms: i64) -> Result<Home, Fault> {
    let household = member.household.id;
    let mut entries = entry::open(tx, household)?;
    entries.extend(entry::before(tx, household, Some(Kind::Feed), now_ms + AHEAD_MS + 1, FEEDS)?);
    let lately = find::page(tx, household, &Which::default(), LATELY)?;
    entries.extend(lately.into_iter().filter(|entry| entry.at.at_ms >= now_ms - ALARM_MS));
    for baby in member.household.present_babies() {
        entries.extend(weights(tx, member, Subject::Baby(baby.id), now_ms)?);
    }
    // The other kind of which older entries count (`care::record::known::REACH`): the question is of the past month.
    for person in member.household.people.iter().filter(|one| !one.removed) {
        entries.extend(find::newest(tx, household, Subject::Parent(person.id), Kind::Mood, MOODS)?);
    }
    entries.retain(|entry| access::sees(member, entry, now_ms));
    entries.sort_by_key(|entry| std::cmp::Reverse((entry.at.at_ms, entry.id)));
    entries.dedup_by_key(|entry| entry.id);
    let today = Moment::in_zone(now_ms, &member.household.settings.zone).day().to_string();
    let totals = find::totals(tx, household, &today, &today)?;
    let saved = saved.iter().map(|id| entry::get(tx, household, *id)).collect::<Result<Vec<_>, Fault>>()?;
    let saved = saved.into_iter().flatten().filter(|entry| access::sees(member, entry, now_ms)).collect();
    Ok(Home { entries, totals, saved })
}

/// A baby's newest weight, and those that it is compared with. One that says nothing of now any more is compared with none.
fn weights(tx: &dyn Tx, member: &Member, baby: Subject, now_ms: i64) -> Result<Vec<Entry>, Fault> {
    let newest = |limit| find::newest(tx, member.household.id, baby, Kind::Weight, limit);
    let last = newest(1)?;
    match last.first() {
        Some(one) if one.at.at_ms >= now_ms - WEIGHT_STILL_NOW_MS => newest(WEIGHTS),
        _ => Ok(last),
    }
}
