//! Weight against birth weight and against the weight before (i.3).

use jiff::civil::Date;
use protocol::number::Number;

use super::sayer::Sayer;
use super::{Asked, DAY_MS, age_days};
use crate::record::body::Body;
use crate::record::household::Baby;
use crate::record::revision::Subject;

/// A weight that is older says nothing of now. (project)
pub const STILL_NOW_MS: i64 = 7 * DAY_MS;
/// Gain is scored from this day.
const GAIN_FROM_DAY: i64 = 5;
/// Gain is scored over at least so long.
const GAIN_OVER_MS: i64 = 5 * DAY_MS;
/// The lowest weight comes until this day.
const LOWEST_BY_DAY: i64 = 5;

/// Gain by the age at the later weight: from this day of age to that one, slow under so many grams a day, and losing under so many.
/// The columns of the protocol's table `weight_gain`; months have 30.4 days.
const GAIN: [(i64, i64, i64, i64); 7] = [
    (8, 14, 20, 10),
    (15, 30, 20, 10),
    (31, 61, 20, 10),
    (62, 91, 15, 7),
    (92, 122, 12, 5),
    (123, 152, 10, 0),
    (153, 183, 8, 0),
];

/// No baby is heavier: 100 kg, in milligrams. What is absurd says nothing.
const HEAVIEST_MG: i64 = 100_000_000;

/// A weight, unrounded: so many milligrams, as a fraction.
struct Weighed {
    at_ms: i64,
    age_days: i64,
    over: i128,
    under: i128,
}

impl Weighed {
    /// How much heavier this is than another, as a fraction of both lines together.
    fn beyond(&self, other: &Self) -> (i128, i128) {
        (self.over * other.under - other.over * self.under, self.under * other.under)
    }

    fn is_lighter_than(&self, other: &Self) -> bool {
        self.beyond(other).0 < 0
    }
}

pub(super) fn say(sayer: &mut Sayer, asked: &Asked, baby: &Baby, today: Date) {
    let of = asked.of(Subject::Baby(baby.id)).filter_map(|(entry, at_ms)| match &entry.content.body {
        Body::Weight(read) => {
            read.amount.milli().filter(|mg| (1..=HEAVIEST_MG).contains(mg))?;
            let (over, under) = read.amount.exact_milli()?;
            Some(Weighed { at_ms, age_days: age_days(baby, entry.at.day().min(today))?, over, under })
        }
        _ => None,
    });
    let mut weights: Vec<Weighed> = of.collect();
    weights.sort_by_key(|weighed| weighed.at_ms);
    let Some((last, before)) = weights.split_last() else { return };
    if asked.now_ms.saturating_sub(last.at_ms) > STILL_NOW_MS {
        return;
    }
    if let Some(birth) = before.iter().find(|weighed| weighed.age_days == 0) {
        against_birth(sayer, birth, last);
    }
    lowest_late(sayer, before, last);
    gain(sayer, before, last);
}

/// Weights that are too near each other are not compared: under 24 hours, from day 5 on under 48.
fn is_scored(one: &Weighed, last: &Weighed) -> bool {
    let least_ms = if last.age_days >= 5 { 2 * DAY_MS } else { DAY_MS };
    last.at_ms.saturating_sub(one.at_ms) >= least_ms
}

fn against_birth(sayer: &mut Sayer, birth: &Weighed, last: &Weighed) {
    if !last.is_lighter_than(birth) || !is_scored(birth, last) {
        return;
    }
    let (lost, _) = birth.beyond(last);
    let millionths = lost * 100_000_000 / (birth.over * last.under);
    let millionths = i64::try_from(millionths).unwrap_or(i64::MAX);
    // Cut downwards, so a whole percent is reached when it is reached exactly.
    sayer.number("b_loss", Number { millionths, unit: None }, None);
    if last.age_days >= 14 {
        // A review within days: the finding of that urgency.
        sayer.at_least("b_gain", "slow");
    }
    if last.age_days >= 21 {
        sayer.at_least("b_loss", "p10_12");
    }
}

/// The lowest weight of all, after day 5: a review within days.
fn lowest_late(sayer: &mut Sayer, before: &[Weighed], last: &Weighed) {
    let compared = before.iter().any(|weighed| is_scored(weighed, last));
    if last.age_days > LOWEST_BY_DAY && compared && before.iter().all(|weighed| last.is_lighter_than(weighed)) {
        sayer.at_least("b_gain", "slow");
    }
}

fn gain(sayer: &mut Sayer, before: &[Weighed], last: &Weighed) {
    let far = |weighed: &&Weighed| {
        weighed.age_days >= GAIN_FROM_DAY && last.at_ms.saturating_sub(weighed.at_ms) >= GAIN_OVER_MS
    };
    let Some(previous) = before.iter().rfind(far) else { return };
    let Some((_, _, slow_g, losing_g)) = GAIN.into_iter().find(|(from, to, ..)| (*from..=*to).contains(&last.age_days))
    else {
        return;
    };
    let over_ms = i128::from(last.at_ms - previous.at_ms);
    // Milligrams times a day's milliseconds on both sides: nothing is rounded.
    let (gained, parts) = last.beyond(previous);
    let under = |grams_a_day: i64| gained * i128::from(DAY_MS) < i128::from(grams_a_day) * 1_000 * over_ms * parts;
    if under(slow_g) {
        sayer.at_least("b_gain", "slow");
    }
    if under(losing_g) {
        sayer.at_least("b_gain", "losing");
    }
}

#[cfg(test)]
mod tests {
    use super::GAIN;

    #[test]
    fn the_columns_are_those_of_the_protocol() {
        let ledger = shipped::ledger().unwrap_or_else(|broken| panic!("{broken}"));
        let compiled = shipped::protocol(&ledger).unwrap_or_else(|broken| panic!("{broken}"));
        let table = compiled.protocol.tables.iter().find(|table| table.id == "weight_gain").unwrap();
        let column = |name: &str| table.columns.iter().position(|column| column == name).unwrap();
        let (slow, losing) = (column("slow_under_g_a_day"), column("losing_under_g_a_day"));
        let said: Vec<_> = table.rows.iter().map(|row| (row[slow].clone(), row[losing].clone())).collect();
        let ours: Vec<_> = GAIN.iter().map(|(_, _, slow, losing)| (slow.to_string(), losing.to_string())).collect();
        assert_eq!(ours, said);
        for (row, pair) in GAIN.windows(2).enumerate() {
            assert_eq!(pair[0].1 + 1, pair[1].0, "no age is left out after row {row}");
        }
    }
}
