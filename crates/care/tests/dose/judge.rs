//! A slow judge of what is shown, written in another way: it tries every minute and every pair of doses.
//!
//! It is handed the true limits, whatever the verdict was made from.

use care::dose::{Answer, Card, Dose, Product, Verdict};
use protocol::model::plan::{Medicine, Substance};

use crate::world::Person;

const MINUTE_S: i64 = 60;
const DAY_S: i64 = 86_400;

/// One dose of a substance as the judge sees it.
struct Swallowed {
    at_s: i64,
    mg: u64,
    own_gap_h: u32,
    own_after: Option<(u32, u32)>,
}

/// Everything that a card is judged by.
pub struct Judge<'j> {
    medicines: &'j [Medicine],
    person: &'j Person,
}

impl<'j> Judge<'j> {
    pub const fn new(medicines: &'j [Medicine], person: &'j Person) -> Self {
        Self { medicines, person }
    }

    /// Everything that is wrong with what is shown to this person.
    pub fn hold(&self, cards: &[Card]) -> Result<(), String> {
        let shown: Vec<Option<&str>> = cards.iter().map(|card| card.medicine).collect();
        let expected = self.expected();
        if shown != expected.iter().map(|(id, _)| *id).collect::<Vec<_>>() {
            return Err(format!("cards for {shown:?}"));
        }
        cards.iter().zip(expected).try_for_each(|(card, (id, substance))| {
            self.card(card, substance).map_err(|what| format!("{}: {what}", id.unwrap_or(substance.id())))
        })
    }

    /// The medicines of her region that have a dose; a substance without one stands by itself.
    fn expected(&self) -> Vec<(Option<&'j str>, Substance)> {
        let mut list = Vec::new();
        for substance in Substance::ALL {
            let dosed = |one: &&Medicine| one.contains == substance && one.dose_mg.is_some() && self.sold_here(one);
            let ids: Vec<_> =
                self.medicines.iter().filter(dosed).map(|one| (Some(one.id.as_str()), substance)).collect();
            list.extend(if ids.is_empty() { vec![(None, substance)] } else { ids });
        }
        list
    }

    fn sold_here(&self, one: &Medicine) -> bool {
        one.regions.iter().any(|code| code == self.person.region)
    }

    fn card(&self, card: &Card, substance: Substance) -> Result<(), String> {
        let swallowed = self.swallowed(substance);
        let used: u64 = swallowed.iter().filter(|one| self.person.now_s - one.at_s <= DAY_S).map(|one| one.mg).sum();
        if card.used_mg != used {
            return Err(format!("{} mg counted in 24 h, not {used}", card.used_mg));
        }
        let ask = self.must_ask(substance);
        let medicine = card.medicine.and_then(|id| self.medicines.iter().find(|one| one.id == id));
        match (&card.verdict, medicine) {
            (Verdict::AskFirst(_), _) if ask => Ok(()),
            (_, _) if ask => Err("a schedule is shown, and she must ask first".to_owned()),
            (Verdict::NoLimits, None) => Ok(()),
            (Verdict::NoLimits, Some(_)) | (_, None) => Err("limits and schedule do not belong together".to_owned()),
            (verdict, Some(medicine)) => Trial::new(self, medicine, &swallowed).verdict(verdict, self.person.now_s),
        }
    }

    /// Cautions, another NSAID, something unknown.
    fn must_ask(&self, substance: Substance) -> bool {
        let answer = match substance {
            Substance::Ibuprofen => self.person.cautions.ibuprofen,
            Substance::Paracetamol => self.person.cautions.paracetamol,
        };
        let strange = |dose: &Dose| match &dose.product {
            Product::Medicine(id) => !self.medicines.iter().any(|one| one.id == *id),
            Product::Other(_) => false,
            Product::Nsaid => substance == Substance::Ibuprofen && self.person.now_s - dose.at_s <= DAY_S,
        };
        answer != Answer::Clear || self.person.doses.iter().any(strange)
    }

    fn swallowed(&self, substance: Substance) -> Vec<Swallowed> {
        let mut list = Vec::new();
        for dose in &self.person.doses {
            let mut one = Swallowed { at_s: dose.at_s, mg: dose.amount_mg.into(), own_gap_h: 0, own_after: None };
            match &dose.product {
                Product::Medicine(id) => {
                    let Some(known) = self.medicines.iter().find(|known| known.id == *id) else { continue };
                    if known.contains != substance {
                        continue;
                    }
                    one.own_gap_h = known.gap_hours.unwrap_or(0);
                    one.own_after = known.gap_hours_after;
                }
                Product::Other(other) if *other == substance => {}
                _ => continue,
            }
            list.push(one);
        }
        list
    }
}

/// One medicine on trial.
struct Trial<'t> {
    swallowed: &'t [Swallowed],
    /// Hours that must lie behind each of them.
    hours: Vec<u32>,
    amounts: Vec<u32>,
    tops: Vec<u32>,
    longest_days: u32,
}

impl<'t> Trial<'t> {
    fn new(judge: &Judge, medicine: &Medicine, swallowed: &'t [Swallowed]) -> Self {
        let (least, most) = medicine.dose_mg.unwrap_or((1, 0));
        let unit = medicine.unit_mg.unwrap_or(u32::MAX);
        let ceilings = judge
            .medicines
            .iter()
            .filter(|one| one.contains == medicine.contains && one.dose_mg.is_none() && judge.sold_here(one));
        let tops = ceilings.chain(judge.medicines.iter().filter(|one| one.id == medicine.id));
        Self {
            swallowed,
            hours: swallowed.iter().map(|one| hours_behind(one, swallowed, medicine)).collect(),
            amounts: (1..=64_u32)
                .filter_map(|n| unit.checked_mul(n))
                .filter(|mg| (least..=most).contains(mg))
                .collect(),
            tops: tops.filter_map(|one| one.most_mg_24h).collect(),
            longest_days: medicine.longest_days.unwrap_or(0),
        }
    }

    fn verdict(&self, verdict: &Verdict, now_s: i64) -> Result<(), String> {
        let free = |at_s: i64| self.amounts.iter().any(|mg| self.limits_hold(*mg, at_s));
        match verdict {
            Verdict::Allowed { up_to_mg } => self.largest(*up_to_mg, now_s),
            Verdict::Wait { until_s, up_to_mg, .. } => {
                self.largest(*up_to_mg, *until_s)?;
                if until_s % MINUTE_S != 0 {
                    return Err(format!("{until_s} is no whole minute"));
                }
                let mut at_s = now_s;
                while at_s < *until_s {
                    if free(at_s) && !self.too_long(at_s) {
                        return Err(format!("{until_s} is told, {at_s} was free"));
                    }
                    at_s = (at_s / MINUTE_S + 1) * MINUTE_S;
                }
                Ok(())
            }
            // Nothing but the length of the run may be left as a reason: at the first free minute it would be too long.
            Verdict::AskFirst(_) => {
                let minutes = (0..4 * 24 * 60).map(|minute| (now_s / MINUTE_S + minute) * MINUTE_S);
                let first = [now_s].into_iter().chain(minutes.filter(|at_s| *at_s > now_s)).find(|at_s| free(*at_s));
                match first {
                    Some(at_s) if !self.too_long(at_s) => Err("ask first, and no reason for it".to_owned()),
                    _ => Ok(()),
                }
            }
            Verdict::NoLimits => Err("it has limits".to_owned()),
        }
    }

    /// The amount is a dose of the label that keeps every limit, and the next larger one does not.
    fn largest(&self, shown: u32, at_s: i64) -> Result<(), String> {
        if !self.amounts.contains(&shown) {
            return Err(format!("{shown} mg is no dose of the label"));
        }
        if !self.limits_hold(shown, at_s) {
            return Err(format!("{shown} mg at {at_s} breaks a limit"));
        }
        if self.too_long(at_s) {
            return Err(format!("a schedule at {at_s}, and the run is too long"));
        }
        match self.amounts.iter().find(|mg| **mg > shown && self.limits_hold(**mg, at_s)) {
            Some(more) => Err(format!("{shown} mg is shown, {more} mg was free")),
            None => Ok(()),
        }
    }

    /// Every gap, and every closed 24 hours that holds this dose.
    fn limits_hold(&self, mg: u32, at_s: i64) -> bool {
        let rested = self.swallowed.iter().zip(&self.hours);
        if !rested.into_iter().all(|(one, hours)| at_s - one.at_s >= i64::from(*hours) * 3600) {
            return false;
        }
        let all: Vec<(i64, u64)> =
            self.swallowed.iter().map(|one| (one.at_s, one.mg)).chain([(at_s, mg.into())]).collect();
        let starts = all.iter().map(|(at, _)| *at).chain([at_s - DAY_S]);
        starts.filter(|start| (0..=DAY_S).contains(&(at_s - start))).all(|start| {
            let inside = all.iter().filter(|(at, _)| (0..=DAY_S).contains(&(at - start)));
            let sum: u64 = inside.map(|(_, mg)| mg).sum();
            self.tops.iter().all(|top| sum <= u64::from(*top))
        })
    }

    /// Goes back from dose to dose while no two days lie between them.
    fn too_long(&self, at_s: i64) -> bool {
        let mut start_s = at_s;
        while let Some(earlier) =
            self.swallowed.iter().map(|one| one.at_s).filter(|at| *at < start_s && start_s - at < 2 * DAY_S).min()
        {
            start_s = earlier;
        }
        at_s - start_s > i64::from(self.longest_days) * DAY_S
    }
}

/// How many hours must lie behind a dose before this medicine.
fn hours_behind(one: &Swallowed, all: &[Swallowed], medicine: &Medicine) -> u32 {
    let mut hours = medicine.gap_hours.unwrap_or(0).max(one.own_gap_h);
    let from_s = one.at_s - i64::from(hours) * 3600;
    let burst: u64 = all.iter().filter(|it| it.at_s > from_s && it.at_s <= one.at_s).map(|it| it.mg).sum();
    for (from_mg, longer) in medicine.gap_hours_after.iter().chain(&one.own_after) {
        if burst >= u64::from(*from_mg) {
            hours = hours.max(*longer);
        }
    }
    hours
}
