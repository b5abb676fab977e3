//! What a dose would do before it is logged. A dose is never refused: what was taken was taken.

use protocol::model::plan::Substance;

use super::card::{Reason, unknown_product};
use super::label::{Label, Shelf};
use super::past::Past;
use super::{Answer, Cautions, DAY_S, Dose, Product, minute_up};

/// What a dose about to be logged would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Would {
    /// Every limit is kept.
    Fine,
    /// Something is to be said before it is saved.
    Warn(Warning),
}

/// What is said before saving. Fields that hold nothing have nothing to say.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Warning {
    /// The sum over 24 hours would go over the limit.
    pub over: Option<Over>,
    /// Too soon after, or before, another dose; the gap has passed at this whole minute.
    pub too_soon_until_s: Option<i64>,
    /// More than one dose of the label: the largest that it allows.
    pub large_mg: Option<u32>,
    /// Not a whole number of these.
    pub unit_mg: Option<u32>,
    /// Two drugs of the ibuprofen kind within 24 hours.
    pub two_nsaids: bool,
    /// Why to ask first. Open cautions are no reason here: a dose may be logged before they are answered.
    pub ask: Vec<Reason>,
    /// The first whole minute at which this amount keeps every limit, if waiting makes it right.
    pub wait_until_s: Option<i64>,
}

/// A sum over a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Over {
    /// The highest sum of any 24 hours with this dose, from all products.
    pub total_mg: u64,
    /// The limit.
    pub most_mg: u32,
}

/// What a dose would do. Products without a label of their own are held against the strictest of this region.
#[must_use]
pub fn would(shelf: &Shelf, doses: &[Dose], cautions: Cautions, dose: &Dose, now_s: i64) -> Would {
    let mut warning = Warning {
        two_nsaids: two_nsaids(shelf, doses, dose, now_s),
        ask: if unknown_product(shelf, dose) { vec![Reason::UnknownProduct] } else { Vec::new() },
        ..Warning::default()
    };
    if let Some(substance) = substance(shelf, dose) {
        if cautions.of(substance) == Answer::Held {
            warning.ask.push(Reason::CautionHolds);
        }
        let labels = match &dose.product {
            Product::Medicine(id) => shelf.medicine(id).and_then(|one| shelf.label(one)).into_iter().collect(),
            _ => shelf.labels(substance),
        };
        let past = Past::of(shelf, doses, substance);
        let with = Past::of(shelf, doses.iter().chain([dose]), substance);
        let scale = Scale { past: &past, with: &with, dose, now_s };
        scale.weigh(&labels, shelf.ceiling_mg(substance), &mut warning);
    }
    if warning == Warning::default() { Would::Fine } else { Would::Warn(warning) }
}

/// What a dose contains; none: another NSAID, or a product that is not known.
fn substance(shelf: &Shelf, dose: &Dose) -> Option<Substance> {
    match &dose.product {
        Product::Medicine(id) => shelf.medicine(id).map(|one| one.contains),
        Product::Other(substance) => Some(*substance),
        Product::Nsaid => None,
    }
}

fn two_nsaids(shelf: &Shelf, doses: &[Dose], dose: &Dose, now_s: i64) -> bool {
    let other = |one: &Dose| one.product == Product::Nsaid;
    let ours = |one: &Dose| substance(shelf, one).is_some_and(Substance::is_nsaid);
    let near = |one: &&Dose| one.at_s.saturating_sub(dose.at_s).saturating_abs() <= DAY_S || one.at_s > now_s;
    doses.iter().filter(near).any(|one| (other(dose) && ours(one)) || (ours(dose) && other(one)))
}

/// A dose on the scale, against the doses of its substance without it and with it.
struct Scale<'s, 'd> {
    past: &'s Past<'d>,
    with: &'s Past<'d>,
    dose: &'d Dose,
    now_s: i64,
}

impl Scale<'_, '_> {
    fn weigh(&self, labels: &[Label], ceiling_mg: Option<u32>, warning: &mut Warning) {
        let amount_mg = self.dose.amount_mg;
        let most_mg = labels.iter().map(|label| label.most_mg).chain(ceiling_mg).min();
        let total_mg = self.total_mg();
        warning.over =
            most_mg.filter(|most_mg| total_mg > u64::from(*most_mg)).map(|most_mg| Over { total_mg, most_mg });
        let place = self.with.place_of_newest(self.dose.at_s);
        let soon = labels.iter().filter(|label| self.with.too_close(place, label.pace, self.now_s));
        warning.too_soon_until_s = soon.map(|label| minute_up(self.past.rested_s(label.pace))).max();
        let large_mg = labels.iter().map(|label| label.dose_mg.1).max();
        warning.large_mg = large_mg.filter(|large_mg| amount_mg > *large_mg);
        if let (Product::Medicine(_), [label]) = (&self.dose.product, labels) {
            warning.unit_mg = (!amount_mg.is_multiple_of(label.unit_mg)).then_some(label.unit_mg);
        }
        if labels.iter().any(|label| self.past.run_s(self.dose.at_s) > label.longest_s) {
            warning.ask.push(Reason::TooLong);
        }
        warning.wait_until_s = self.wait_until_s(labels, most_mg, warning);
    }

    /// The highest sum of any closed 24 hours with this dose in it. What is dated in the future counts as taken now.
    fn total_mg(&self) -> u64 {
        let at_s = self.dose.at_s;
        let latest_s = self.now_s.max(at_s);
        let taken: Vec<_> = self.with.each().map(|(at_s, amount_mg)| (at_s.min(latest_s), amount_mg)).collect();
        let ends = taken.iter().map(|(end_s, _)| *end_s);
        let ends = ends.filter(|end_s| (at_s..=at_s.saturating_add(DAY_S)).contains(end_s));
        let sum = |end_s: i64| {
            let window = end_s.saturating_sub(DAY_S)..=end_s;
            taken.iter().filter(|(at_s, _)| window.contains(at_s)).map(|(_, amount_mg)| amount_mg).sum()
        };
        ends.map(sum).max().unwrap_or_default()
    }

    /// When waiting alone makes it right: not for a dose that is too large, in parts, or to be asked about first.
    fn wait_until_s(&self, labels: &[Label], most_mg: Option<u32>, warning: &Warning) -> Option<i64> {
        let by_time = warning.over.is_some() || warning.too_soon_until_s.is_some();
        let never = warning.large_mg.is_some() || warning.unit_mg.is_some() || warning.two_nsaids;
        if !by_time || never || !warning.ask.is_empty() {
            return None;
        }
        let room_s =
            most_mg.map_or(Some(self.now_s), |most| self.past.room_s(self.dose.amount_mg, most, self.now_s))?;
        let rested_s = labels.iter().map(|label| self.past.rested_s(label.pace)).max().unwrap_or(i64::MIN);
        let free_s = room_s.max(rested_s);
        let then_s = minute_up(free_s);
        let run_over = labels.iter().any(|label| self.past.run_s(then_s) > label.longest_s);
        (free_s > self.now_s && !run_over).then_some(then_s)
    }
}
