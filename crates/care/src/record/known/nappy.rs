//! Nappies: what one looks like, and how many there were in a day (i.2).

use super::sayer::Sayer;
use super::{Asked, DAY_MS, HOUR_MS, age_days};
use crate::record::body::{Body, Nappy, StoolBlood, StoolColour};
use crate::record::household::Baby;
use crate::record::revision::Subject;

/// Under three months no wet nappy in 8 hours is a sign, from then on none in 12.
const THREE_MONTHS_DAYS: i64 = 91;

/// What a stool shows by itself. Dust after day 3 and black stool after day 4 have no finding: the rules cannot be told of them.
pub(super) fn looks(sayer: &mut Sayer, nappy: &Nappy) {
    match nappy.blood {
        Some(StoolBlood::Streaks) => sayer.at_least("b_bad_output", "blood_streaks"),
        Some(StoolBlood::Much) => sayer.at_least("b_bad_output", "green_or_much_blood"),
        None => {}
    }
    if nappy.colour == Some(StoolColour::Pale) {
        sayer.at_least("b_jaundice", "spread_or_early");
    }
}

/// Wet and dirty nappies of the 24 hours that end at the last entry. Only for a parent who says that all were logged.
pub(super) fn counts(sayer: &mut Sayer, asked: &Asked, baby: &Baby) {
    let mut entries: Vec<_> = asked.of(Subject::Baby(baby.id)).collect();
    entries.sort_by_key(|(entry, at_ms)| (*at_ms, entry.id));
    let (Some((_, first_ms)), Some((last, last_ms))) = (entries.first(), entries.last()) else { return };
    let Some(age_days) = age_days(baby, last.at.day()) else { return };
    if asked.now_ms.saturating_sub(*last_ms) > asked.within_ms {
        return;
    }
    let nappies = || {
        entries.iter().filter_map(|(entry, at_ms)| match &entry.content.body {
            Body::Nappy(nappy) => Some((nappy, *at_ms)),
            _ => None,
        })
    };
    let last_wet_ms = nappies().filter(|(nappy, _)| nappy.wet).map(|(_, at_ms)| at_ms).max();
    let dry_ms = last_ms.saturating_sub(last_wet_ms.unwrap_or(*first_ms));
    let sign_ms = if age_days < THREE_MONTHS_DAYS { 8 * HOUR_MS } else { 12 * HOUR_MS };
    if dry_ms >= sign_ms {
        sayer.at_least("b_wet", "none_8_12h");
    }
    // Of a day that was not watched whole nothing is counted.
    if last_ms.saturating_sub(*first_ms) < DAY_MS {
        return;
    }
    let in_window = || nappies().filter(|(_, at_ms)| last_ms.saturating_sub(*at_ms) < DAY_MS);
    let (floor_wet, floor_dirty) = floors(sayer, age_days + 1);
    if floor_wet.is_some_and(|floor| in_window().filter(|(nappy, _)| nappy.wet).count() < floor) {
        sayer.at_least("b_wet", "below");
    }
    if floor_dirty.is_some_and(|floor| in_window().filter(|(nappy, _)| nappy.dirty).count() < floor) {
        sayer.at_least("b_stool", "below");
    }
}

/// The least wet and dirty nappies on a day of life, from the protocol's table; the first day is day 1.
fn floors(sayer: &Sayer, day_of_life: i64) -> (Option<usize>, Option<usize>) {
    let table = sayer.protocol.tables.iter().find(|table| table.id == "nappies_24h");
    let rows = table.map(|table| table.rows.as_slice()).unwrap_or_default();
    let read = |row: &[String], at: usize| row.get(at).and_then(|cell| cell.parse::<i64>().ok());
    let on = |row: &&Vec<String>| {
        read(row, 0).is_some_and(|from| from <= day_of_life) && read(row, 1).is_none_or(|to| day_of_life <= to)
    };
    let row = rows.iter().find(on);
    let floor = |at: usize| row.and_then(|row| row.get(at)?.parse().ok());
    (floor(2), floor(3))
}
