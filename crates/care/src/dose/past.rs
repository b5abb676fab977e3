//! What was taken of one substance, and what follows from it.

use protocol::model::plan::Substance;

use super::label::{Pace, Shelf};
use super::{BREAK_S, DAY_S, Dose, Product};

/// All doses of a substance, in the order of time.
pub(super) struct Past<'d>(Vec<Taken<'d>>);

/// A dose, and the time that its own label wants behind it.
#[derive(Clone, Copy)]
struct Taken<'d> {
    dose: &'d Dose,
    pace: Pace,
}

impl<'d> Past<'d> {
    /// Gathers the doses of a substance under whatever name.
    pub(super) fn of(shelf: &Shelf, doses: impl IntoIterator<Item = &'d Dose>, substance: Substance) -> Self {
        let pace = |dose: &Dose| match &dose.product {
            Product::Medicine(id) => shelf.medicine(id).filter(|one| one.contains == substance).map(Pace::of),
            Product::Other(other) => (*other == substance).then(Pace::default),
            Product::Nsaid => None,
        };
        let mut taken: Vec<_> =
            doses.into_iter().filter_map(|dose| pace(dose).map(|pace| Taken { dose, pace })).collect();
        taken.sort_by_key(|taken| taken.dose.at_s);
        Self(taken)
    }

    /// The latest dose; of several in one second the one that was logged last.
    pub(super) fn last(&self) -> Option<&'d Dose> {
        self.0.last().map(|taken| taken.dose)
    }

    /// The sum over the 24 hours before an instant, the edge included. What is dated later counts too: a clock was set back.
    pub(super) fn used_mg(&self, at_s: i64) -> u64 {
        let from_s = at_s.saturating_sub(DAY_S);
        self.0.iter().filter(|taken| taken.dose.at_s >= from_s).map(|taken| u64::from(taken.dose.amount_mg)).sum()
    }

    /// When the gap of every dose has passed, for a next dose with this pace.
    ///
    /// Not only of the last one: after it a shorter gap may hold than after the one before, and a dose more must never make the next one
    /// allowed sooner.
    pub(super) fn rested_s(&self, next: Pace) -> i64 {
        let ends = (0..self.0.len()).map(|at| self.0[at].dose.at_s.saturating_add(self.gap_behind_s(at, next)));
        ends.max().unwrap_or(i64::MIN)
    }

    /// The gap behind one dose: the longer of both paces, and longer still if so much was taken within that gap.
    fn gap_behind_s(&self, at: usize, next: Pace) -> i64 {
        let one = self.0[at];
        let gap_s = next.gap_s.max(one.pace.gap_s);
        // Two tablets an hour apart are one dose of two.
        let close = |other: &&Taken| {
            let before_s = one.dose.at_s.saturating_sub(other.dose.at_s);
            before_s >= 0 && before_s < gap_s.max(1)
        };
        let sum_mg: u64 = self.0.iter().filter(close).map(|taken| u64::from(taken.dose.amount_mg)).sum();
        let longer = [next.after, one.pace.after].into_iter().flatten().filter(|(from, _)| sum_mg >= u64::from(*from));
        longer.map(|(_, longer_s)| longer_s).fold(gap_s, i64::max)
    }

    /// The place of the dose that was added last, found by its time.
    pub(super) fn place_of_newest(&self, at_s: i64) -> usize {
        self.0.partition_point(|taken| taken.dose.at_s <= at_s).saturating_sub(1)
    }

    /// Whether the dose at this place comes too soon after one before it, or one behind it comes too soon after it. `own` is the pace
    /// that it is held against. A dose that is dated after the present stands close to everything: a clock was set back.
    pub(super) fn too_close(&self, place: usize, own: Pace, now_s: i64) -> bool {
        let at_s = |place: usize| self.0[place].dose.at_s;
        (0..self.0.len()).filter(|other| *other != place).any(|other| {
            let (first, then, next) =
                if other < place { (other, place, own) } else { (place, other, self.0[other].pace) };
            let gap_s = self.gap_behind_s(first, next).max(own.gap_s);
            at_s(then).saturating_sub(at_s(first)) < gap_s || at_s(other) > now_s
        })
    }

    /// Instant and amount of each dose.
    pub(super) fn each(&self) -> impl Iterator<Item = (i64, u64)> {
        self.0.iter().map(|taken| (taken.dose.at_s, u64::from(taken.dose.amount_mg)))
    }

    /// The first instant from `from_s` on at which a dose leaves the sum over 24 hours at most so high; never, if it is larger by itself.
    pub(super) fn room_s(&self, amount_mg: u32, most_mg: u32, from_s: i64) -> Option<i64> {
        let free_mg = u64::from(most_mg.checked_sub(amount_mg)?);
        let mut used_mg = self.used_mg(from_s);
        let mut then_s = from_s;
        for taken in self.0.iter().filter(|taken| taken.dose.at_s >= from_s.saturating_sub(DAY_S)) {
            if used_mg <= free_mg {
                break;
            }
            used_mg -= u64::from(taken.dose.amount_mg);
            then_s = taken.dose.at_s.saturating_add(DAY_S + 1);
        }
        Some(then_s)
    }

    /// How long a run of use has lasted that a dose at this instant would go on with: the doses before it without a break of 48 hours.
    pub(super) fn run_s(&self, at_s: i64) -> i64 {
        let Some(last_s) = self.last().map(|dose| dose.at_s) else { return 0 };
        if at_s.saturating_sub(last_s) >= BREAK_S {
            return 0;
        }
        let mut first_s = last_s;
        for taken in self.0.iter().rev() {
            if first_s.saturating_sub(taken.dose.at_s) >= BREAK_S {
                break;
            }
            first_s = taken.dose.at_s;
        }
        at_s.max(last_s).saturating_sub(first_s)
    }
}
