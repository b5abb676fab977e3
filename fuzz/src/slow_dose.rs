//! A slow reading of the limits, straight from the labels: what is allowed must keep every gap and every sum.

use care::dose::{Answer, Dose, Product};
use exchange::dose::DoseCase;
use protocol::model::plan::{Medicine, Substance};
use serde_json::Value;

const HOUR_S: i64 = 3600;
const DAY_S: i64 = 24 * HOUR_S;

/// A case, and the medicines of the protocol.
pub struct Slow<'s> {
    pub case: &'s DoseCase,
    pub medicines: &'s [Medicine],
}

impl Slow<'_> {
    /// A schedule is shown only where one may be, and keeps every limit.
    pub fn card(&self, card: &Value) {
        let word = card["verdict"].as_str().unwrap_or_default();
        let at_s = match word {
            "allowed" => self.case.now_s,
            "wait" => card["until"].as_i64().unwrap_or_else(|| panic!("wait, and no time: {card}")),
            "ask_first" | "no_limits" => {
                assert!(
                    card.get("up_to_mg").is_none() && card.get("until").is_none(),
                    "no schedule belongs here: {card}"
                );
                return;
            }
            other => panic!("`{other}` is no verdict"),
        };
        assert!(word == "allowed" || (at_s > self.case.now_s && at_s % 60 == 0), "no whole minute to come: {card}");
        let medicine = card["medicine"].as_str().and_then(|id| self.named(id));
        let medicine = medicine.unwrap_or_else(|| panic!("a schedule without a label: {card}"));
        let up_to_mg = card["up_to_mg"].as_u64().unwrap_or_else(|| panic!("no amount: {card}"));
        assert_eq!(self.answer(medicine.contains), Answer::Clear, "a schedule before the cautions are clear: {card}");
        assert!(!self.other_nsaid(medicine.contains), "a schedule beside another NSAID: {card}");
        let (least, most) = medicine.dose_mg.unwrap_or_else(|| panic!("a ceiling is no medicine: {card}"));
        assert!((u64::from(least)..=u64::from(most)).contains(&up_to_mg), "no dose of the label: {card}");
        assert!(self.rested(medicine, at_s), "a gap is broken: {card}");
        assert!(self.sum_holds(medicine, up_to_mg, at_s), "the sum is broken: {card}");
    }

    /// "Fine" to a dose that comes last is the same promise.
    pub fn would(&self, would: &Value) {
        let Some(dose) = &self.case.dose else {
            assert!(would.is_null(), "nothing was asked: {would}");
            return;
        };
        let latest_s = self.case.doses.iter().map(|one| one.at_s).fold(self.case.now_s, i64::max);
        let Product::Medicine(id) = &dose.product else { return };
        if would["say"] != "fine" || dose.at_s < latest_s {
            return;
        }
        let medicine = self.named(id).unwrap_or_else(|| panic!("unknown, and fine"));
        assert!(self.answer(medicine.contains) != Answer::Held, "fine, and a caution holds");
        // A medicine of another region is held against its own label, and its sum against the ceilings of this one.
        assert!(self.rested(medicine, dose.at_s), "fine, and a gap is broken: {dose:?}");
        assert!(self.sum_holds(medicine, dose.amount_mg.into(), dose.at_s), "fine, and the sum is broken: {dose:?}");
    }

    fn named(&self, id: &str) -> Option<&Medicine> {
        self.medicines.iter().find(|one| one.id == id)
    }

    fn answer(&self, substance: Substance) -> Answer {
        match substance {
            Substance::Ibuprofen => self.case.cautions.ibuprofen,
            Substance::Paracetamol => self.case.cautions.paracetamol,
        }
    }

    fn other_nsaid(&self, substance: Substance) -> bool {
        let recent = |dose: &Dose| dose.product == Product::Nsaid && self.case.now_s - dose.at_s <= DAY_S;
        substance == Substance::Ibuprofen && self.case.doses.iter().any(recent)
    }

    /// Doses of a substance, each with the medicine that it was.
    fn taken(&self, substance: Substance) -> Vec<(&Dose, Option<&Medicine>)> {
        let mut taken = Vec::new();
        for dose in &self.case.doses {
            match &dose.product {
                Product::Medicine(id) => {
                    let one = self.named(id).filter(|one| one.contains == substance);
                    taken.extend(one.map(|one| (dose, Some(one))));
                }
                Product::Other(other) if *other == substance => taken.push((dose, None)),
                _ => {}
            }
        }
        taken
    }

    /// Whether the gap behind every dose has passed: the longer of both labels, longer still behind much.
    fn rested(&self, medicine: &Medicine, at_s: i64) -> bool {
        let taken = self.taken(medicine.contains);
        taken.iter().all(|(dose, own)| {
            let labels: Vec<&Medicine> = [Some(medicine), *own].into_iter().flatten().collect();
            let mut hours = labels.iter().filter_map(|one| one.gap_hours).max().unwrap_or(0);
            let since_s = dose.at_s - i64::from(hours) * HOUR_S;
            let close = taken.iter().filter(|(other, _)| other.at_s <= dose.at_s && other.at_s > since_s);
            let together: u64 = close.map(|(other, _)| u64::from(other.amount_mg)).sum();
            for (from_mg, longer) in labels.iter().filter_map(|one| one.gap_hours_after) {
                if together >= u64::from(from_mg) {
                    hours = hours.max(longer);
                }
            }
            at_s - dose.at_s >= i64::from(hours) * HOUR_S
        })
    }

    /// Whether so much more keeps the sum over the closed 24 hours; what is dated later counts too.
    fn sum_holds(&self, medicine: &Medicine, amount_mg: u64, at_s: i64) -> bool {
        let here = |one: &&Medicine| one.regions.contains(&self.case.region);
        let ceilings =
            self.medicines.iter().filter(here).filter(|one| one.contains == medicine.contains && one.dose_mg.is_none());
        let most = ceilings.chain([medicine]).filter_map(|one| one.most_mg_24h).min().unwrap_or(0);
        let taken = self.taken(medicine.contains);
        let used: u64 =
            taken.iter().filter(|(dose, _)| at_s - dose.at_s <= DAY_S).map(|(dose, _)| u64::from(dose.amount_mg)).sum();
        used + amount_mg <= u64::from(most)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::Slow;
    use crate::house::COMPILED;

    const NOW_S: i64 = 1_795_489_200;

    /// Someone in Britain who took ibuprofen so many hours ago, and the verdict that she is shown.
    fn shown(cautions: &str, amount_mg: u32, hours: i64, card: &serde_json::Value) {
        let case = json!({
            "region": "UK", "now": NOW_S, "cautions": { "ibuprofen": cautions },
            "doses": [{ "medicine": "ibuprofen_uk", "amount_mg": amount_mg, "at": NOW_S - hours * 3600 }],
        });
        let case = exchange::dose::read(&COMPILED, case.to_string().as_bytes()).expect("a case");
        Slow { case: &case, medicines: &COMPILED.protocol.medicines }.card(card);
    }

    fn allowed(up_to_mg: u32) -> serde_json::Value {
        json!({ "medicine": "ibuprofen_uk", "verdict": "allowed", "up_to_mg": up_to_mg })
    }

    #[test]
    fn what_keeps_every_limit_passes() {
        shown("none", 400, 9, &allowed(400));
    }

    #[test]
    #[should_panic(expected = "a gap is broken")]
    fn a_dose_too_soon_is_seen() {
        shown("none", 400, 1, &allowed(400));
    }

    #[test]
    #[should_panic(expected = "the sum is broken")]
    fn a_dose_too_many_is_seen() {
        shown("none", 1000, 9, &allowed(400));
    }

    #[test]
    #[should_panic(expected = "no dose of the label")]
    fn a_dose_too_large_is_seen() {
        shown("none", 200, 9, &allowed(800));
    }

    #[test]
    #[should_panic(expected = "before the cautions are clear")]
    fn a_schedule_in_spite_of_a_caution_is_seen() {
        shown("unsure", 200, 9, &allowed(200));
    }
}
