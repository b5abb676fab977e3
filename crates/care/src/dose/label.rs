//! The limits of a region, as whole labels: a medicine with half a label has no schedule.

use protocol::model::plan::{Medicine, Substance};

use super::{DAY_S, HOUR_S};

/// The medicines of the protocol, seen from one region.
#[derive(Debug, Clone, Copy)]
pub struct Shelf<'p> {
    medicines: &'p [Medicine],
    region: &'p str,
}

impl<'p> Shelf<'p> {
    /// All medicines of the protocol and the code of a region. A region that no medicine names has no limits.
    #[must_use]
    pub const fn new(medicines: &'p [Medicine], region: &'p str) -> Self {
        Self { medicines, region }
    }

    /// A medicine by its id, of whichever region: a dose taken elsewhere counts here too.
    #[must_use]
    pub fn medicine(&self, id: &str) -> Option<&'p Medicine> {
        self.medicines.iter().find(|one| one.id == id)
    }

    /// The labels of this region for a substance, in the order of the protocol.
    #[must_use]
    pub fn labels(&self, substance: Substance) -> Vec<Label<'p>> {
        self.here(substance).filter_map(|one| self.label(one)).collect()
    }

    /// A medicine's limits under the ceilings of this region; none: it has no dose, or not every limit that goes with one.
    #[must_use]
    pub fn label(&self, medicine: &'p Medicine) -> Option<Label<'p>> {
        let own_mg = medicine.most_mg_24h?;
        let label = Label {
            medicine,
            dose_mg: medicine.dose_mg?,
            unit_mg: medicine.unit_mg.filter(|unit| *unit > 0)?,
            pace: Pace::of(medicine),
            most_mg: self.ceiling_mg(medicine.contains).map_or(own_mg, |ceiling| own_mg.min(ceiling)),
            longest_s: i64::from(medicine.longest_days?) * DAY_S,
            longest_fever_s: medicine.longest_days_fever.map(|days| i64::from(days) * DAY_S),
        };
        let whole = medicine.gap_hours.is_some() && label.least_mg().is_some_and(|least| least <= label.most_mg);
        whole.then_some(label)
    }

    /// The most of a substance from all products in 24 hours, where this region sets it apart from any one medicine.
    #[must_use]
    pub fn ceiling_mg(&self, substance: Substance) -> Option<u32> {
        self.here(substance).filter(|one| one.dose_mg.is_none()).filter_map(|one| one.most_mg_24h).min()
    }

    fn here(&self, substance: Substance) -> impl Iterator<Item = &'p Medicine> {
        let region = self.region;
        self.medicines
            .iter()
            .filter(move |one| one.contains == substance && one.regions.iter().any(|code| code == region))
    }
}

/// The limits of a medicine, none of them missing.
#[derive(Debug, Clone, Copy)]
pub struct Label<'p> {
    /// Whose limits they are.
    pub medicine: &'p Medicine,
    /// One dose, from and to.
    pub dose_mg: (u32, u32),
    /// One tablet: a dose is a whole number of them.
    pub unit_mg: u32,
    /// The time between doses.
    pub pace: Pace,
    /// Most in 24 hours: its own, or a ceiling over all products if that is lower.
    pub most_mg: u32,
    /// A run of use may last so long without advice.
    pub longest_s: i64,
    /// The same for a fever, where the label sets it apart.
    pub longest_fever_s: Option<i64>,
}

impl Label<'_> {
    /// The doses of the label, smallest first: whole numbers of units from the least dose to the largest.
    pub fn amounts_mg(&self) -> impl Iterator<Item = u32> + use<> {
        let ((least, most), unit) = (self.dose_mg, self.unit_mg);
        let first = least.div_ceil(unit).max(1);
        (first..=most / unit).map(move |units| units * unit)
    }

    /// The smallest of them.
    #[must_use]
    pub fn least_mg(&self) -> Option<u32> {
        self.amounts_mg().next()
    }
}

/// The time between doses of a medicine. That of a product without a label is nothing, and the other one's holds.
#[derive(Debug, Clone, Copy, Default)]
pub struct Pace {
    /// Least gap.
    pub gap_s: i64,
    /// Longer gap after a larger dose: from so many mg, so long.
    pub after: Option<(u32, i64)>,
}

impl Pace {
    /// The pace of a medicine.
    #[must_use]
    pub fn of(medicine: &Medicine) -> Self {
        let hours_s = |hours: u32| i64::from(hours) * HOUR_S;
        Self {
            gap_s: medicine.gap_hours.map_or(0, hours_s),
            after: medicine.gap_hours_after.map(|(from_mg, hours)| (from_mg, hours_s(hours))),
        }
    }
}
