//! Finding entries: pages of a list, the newest of each kind, sums for the home page. Every answer is bounded.

use std::collections::BTreeMap;

use care::record::body::Kind;
use care::record::entry::Entry;
use care::record::id::{EntryId, HouseholdId};
use care::record::revision::Subject;
use care::record::sum::Sum;

use crate::door::{Tx, Value, text};
use crate::entry::read;
use crate::fault::Fault;

/// No page is longer.
pub const LONGEST_PAGE: i64 = 500;
/// Of a longer search the rest is left out, in letters.
const LONGEST_SEARCH: usize = 100;

/// Which entries. The default is all that are not in the bin.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Which {
    /// Of one local day, `2026-11-26`.
    pub day: Option<String>,
    /// Of one kind.
    pub kind: Option<Kind>,
    /// Of one subject.
    pub subject: Option<Subject>,
    /// With this in their words (the note, the name of a medicine); large and small letters are one. Empty: all.
    pub search: String,
    /// Only what stands below this entry in the list: the last one of the page before.
    pub below: Option<(i64, EntryId)>,
}

/// A page of entries, newest first.
///
/// # Errors
/// What the database says.
pub fn page(tx: &dyn Tx, household: HouseholdId, which: &Which, limit: i64) -> Result<Vec<Entry>, Fault> {
    let mut sql = "SELECT document FROM entry WHERE household = $1 AND binned = FALSE".to_owned();
    let mut values = vec![text(household)];
    let mut narrow = |condition: &str, value: Value| {
        values.push(value);
        sql.push_str(&condition.replace('#', &format!("${}", values.len())));
    };
    if let Some(day) = &which.day {
        narrow(" AND day = #", day.as_str().into());
    }
    if let Some(kind) = which.kind {
        narrow(" AND kind = #", kind.name().into());
    }
    if let Some(subject) = which.subject {
        narrow(" AND subject = #", text(subject.key()));
    }
    if let Some(pattern) = pattern(&which.search) {
        narrow(" AND words LIKE # ESCAPE '!'", text(pattern));
    }
    if let Some((at_ms, id)) = which.below {
        narrow(" AND (at_ms, id) < (#", at_ms.into());
        narrow(", #)", text(id));
    }
    narrow(" ORDER BY at_ms DESC, id DESC LIMIT #", limit.clamp(0, LONGEST_PAGE).into());
    read(&tx.rows(&sql, &values)?)
}

/// What LIKE is told for a search: no letter of it is a wildcard.
fn pattern(search: &str) -> Option<String> {
    let short: String = search.trim().chars().take(LONGEST_SEARCH).collect();
    let plain = short.to_lowercase().replace('!', "!!").replace('%', "!%").replace('_', "!_");
    (!plain.is_empty()).then(|| format!("%{plain}%"))
}

/// The newest entries of a subject and a kind, newest first.
///
/// # Errors
/// What the database says.
pub fn newest(
    tx: &dyn Tx,
    household: HouseholdId,
    subject: Subject,
    kind: Kind,
    limit: i64,
) -> Result<Vec<Entry>, Fault> {
    let sql = "SELECT document FROM entry WHERE household = $1 AND binned = FALSE AND subject = $2 AND kind = $3
         ORDER BY at_ms DESC, id DESC LIMIT $4";
    let limit = limit.clamp(0, LONGEST_PAGE);
    read(&tx.rows(sql, &[text(household), text(subject.key()), kind.name().into(), limit.into()])?)
}

/// The sums of each day from one to another, both counted in, of every subject: by the subject's key, the day and the name.
///
/// # Errors
/// What the database says.
pub fn sums_by_day(
    tx: &dyn Tx,
    household: HouseholdId,
    from_day: &str,
    to_day: &str,
) -> Result<BTreeMap<(String, String, Sum), i64>, Fault> {
    let sql = "SELECT subject, day, name, amount FROM day_sum WHERE household = $1 AND day >= $2 AND day <= $3";
    let mut found = BTreeMap::new();
    for row in &tx.rows(sql, &[text(household), from_day.into(), to_day.into()])? {
        if let Some(sum) = sum_named(row.text(2)?) {
            found.insert((row.text(0)?.to_owned(), row.text(1)?.to_owned(), sum), row.int(3)?);
        }
    }
    Ok(found)
}

/// What the days from one to another add up to, both counted in, of every subject: by the subject's key and the name.
///
/// # Errors
/// What the database says.
pub fn totals(
    tx: &dyn Tx,
    household: HouseholdId,
    from_day: &str,
    to_day: &str,
) -> Result<BTreeMap<(String, Sum), i64>, Fault> {
    let sql = "SELECT subject, name, CAST(SUM(amount) AS BIGINT) FROM day_sum WHERE household = $1 AND day >= $2 AND day <= $3
         GROUP BY subject, name";
    let mut found = BTreeMap::new();
    for row in &tx.rows(sql, &[text(household), from_day.into(), to_day.into()])? {
        if let Some(sum) = sum_named(row.text(1)?) {
            found.insert((row.text(0)?.to_owned(), sum), row.int(2)?);
        }
    }
    Ok(found)
}

fn sum_named(name: &str) -> Option<Sum> {
    Sum::ALL.into_iter().find(|sum| sum.name() == name)
}
