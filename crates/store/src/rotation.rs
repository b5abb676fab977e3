//! Which backups are kept, and when the next one is due. Pure: instants in, instants out.

use std::collections::BTreeSet;

/// A day in milliseconds.
const DAY_MS: i64 = 24 * 3_600_000;
/// Of so many days the newest backup is kept.
pub const DAILY: usize = 7;
/// Of so many weeks before the last one the newest backup is kept.
pub const WEEKLY: usize = 4;

/// Whether it is time for the next backup: a day after the newest, or at once when there is none.
///
/// A newest that lies ahead was made while the clock was wrong: it holds nothing up.
#[must_use]
pub fn due(now_ms: i64, newest_ms: Option<i64>) -> bool {
    newest_ms.is_none_or(|newest_ms| newest_ms > now_ms || now_ms.saturating_sub(newest_ms) >= DAY_MS)
}

/// The backups to keep: the newest of each of the last seven days, and of each of the four weeks before the last one.
///
/// Days are of UTC, weeks from Monday; the oldest that stays is three to four weeks old.
/// Days without a backup do not count: after a summer with the server off, what there is stays. What lies ahead of the clock is not judged and stays.
#[must_use]
pub fn kept(now_ms: i64, made_ms: &[i64]) -> BTreeSet<i64> {
    let all: BTreeSet<i64> = made_ms.iter().copied().collect();
    let (past, ahead): (Vec<i64>, Vec<i64>) = all.into_iter().rev().partition(|made_ms| *made_ms <= now_ms);
    let day = |made_ms: &i64| made_ms.div_euclid(DAY_MS);
    // The first of January 1970 was a Thursday: the third day of its week, counted from none.
    let week = |made_ms: &i64| (day(made_ms) + 3).div_euclid(7);
    let mut kept: BTreeSet<i64> = ahead.into_iter().collect();
    kept.extend(newest_of_each(&past, day).take(DAILY));
    kept.extend(newest_of_each(&past, week).take(1 + WEEKLY));
    kept
}

/// Of a list with the newest first, the first of each group.
fn newest_of_each(newest_first: &[i64], group: impl Fn(&i64) -> i64) -> impl Iterator<Item = i64> {
    let mut last = None;
    newest_first.iter().copied().filter(move |made_ms| last.replace(group(made_ms)) != Some(group(made_ms)))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{DAILY, DAY_MS, WEEKLY, due, kept};

    const NOW_MS: i64 = 1_795_700_000_000;

    /// A server that looks every `step_ms` from the first day on, for so many days.
    fn lived(days: i64, step_ms: i64) -> (i64, BTreeSet<i64>) {
        let (mut now_ms, mut made) = (NOW_MS, BTreeSet::new());
        while now_ms < NOW_MS + days * DAY_MS {
            if due(now_ms, made.last().copied()) {
                made.insert(now_ms);
                made = kept(now_ms, &made.iter().copied().collect::<Vec<_>>());
            }
            assert!(made.last().is_some_and(|newest| now_ms - newest < DAY_MS), "the newest is always kept");
            now_ms += step_ms;
        }
        (now_ms, made)
    }

    #[test]
    fn after_half_a_year_there_are_the_last_seven_days_and_four_weeks() {
        // On each day of the week.
        for days in 180..187 {
            let (now_ms, made) = lived(days, 3_600_000);
            assert!(made.len() <= DAILY + WEEKLY, "{}", made.len());
            for ago in 1..=7 {
                let from_ms = now_ms - ago * DAY_MS;
                assert!(
                    made.iter().any(|made_ms| (from_ms - DAY_MS..=from_ms + DAY_MS).contains(made_ms)),
                    "{ago} days ago"
                );
            }
            assert!(
                made.first().is_some_and(|oldest| now_ms - oldest >= 21 * DAY_MS),
                "the oldest is three weeks old or more"
            );
        }
    }

    #[test]
    fn a_summer_with_the_server_off_costs_no_backup() {
        let (now_ms, made) = lived(60, 3_600_000);
        let later_ms = now_ms + 90 * DAY_MS;
        let old: Vec<i64> = made.iter().copied().collect();
        assert_eq!(kept(later_ms, &old), made);
        assert!(due(later_ms, made.last().copied()));
    }

    #[test]
    fn many_on_one_day_are_one_and_the_newest_of_them() {
        let many: Vec<i64> = (0..20).map(|at| NOW_MS - at * 60_000).collect();
        assert_eq!(kept(NOW_MS, &many), BTreeSet::from([NOW_MS]));
    }

    #[test]
    fn what_lies_ahead_of_the_clock_is_left_alone_and_holds_nothing_up() {
        let ahead = NOW_MS + 400 * DAY_MS;
        assert_eq!(kept(NOW_MS, &[NOW_MS, ahead]), BTreeSet::from([NOW_MS, ahead]));
        assert!(due(NOW_MS, Some(ahead)));
        assert!(due(NOW_MS, None) && !due(NOW_MS, Some(NOW_MS)) && !due(NOW_MS, Some(NOW_MS - DAY_MS + 1)));
        assert!(due(NOW_MS, Some(NOW_MS - DAY_MS)));
    }
}
