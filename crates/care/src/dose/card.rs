//! The verdict for each medicine of a region: now, later, or ask first.

use protocol::model::plan::{Medicine, Substance};

use super::label::{Label, Shelf};
use super::past::Past;
use super::{Answer, Cautions, DAY_S, Dose, Product, minute_up};

/// What is shown for one medicine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card<'d> {
    /// The medicine's id; none: the region has no label for this substance.
    pub medicine: Option<&'d str>,
    /// The substance.
    pub contains: Substance,
    /// When and how much.
    pub verdict: Verdict,
    /// Taken of the substance in the last 24 hours, from all products.
    pub used_mg: u64,
    /// Most in 24 hours, where there is a limit.
    pub most_mg: Option<u32>,
    /// The latest dose of the substance.
    pub last: Option<&'d Dose>,
    /// For a fever the label says: ask now.
    pub ask_for_fever: bool,
}

/// When and how much. Only [`Self::Allowed`] and [`Self::Wait`] are a schedule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Ask a pharmacist, midwife or doctor first. No schedule is shown.
    AskFirst(Vec<Reason>),
    /// No label of this region: follow the pack, ask a pharmacist. No schedule is shown.
    NoLimits,
    /// Now.
    Allowed {
        /// The largest dose that keeps every limit.
        up_to_mg: u32,
    },
    /// Later.
    Wait {
        /// The first whole minute that keeps every limit.
        until_s: i64,
        /// The largest dose then.
        up_to_mg: u32,
        /// Which limit is the stricter.
        why: Why,
    },
}

/// Why she asks first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reason {
    /// Something was logged that no rule here knows.
    UnknownProduct,
    /// The cautions were not answered yet.
    CautionsOpen,
    /// A caution holds, or she is not sure.
    CautionHolds,
    /// Another drug of the ibuprofen kind in the last 24 hours.
    OtherNsaid,
    /// The run of use is, or would be, longer than the label allows without advice.
    TooLong,
}

/// The limit that she waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Why {
    /// The gap since a dose.
    Gap,
    /// The sum over 24 hours.
    Day,
}

/// The cards of a region, substance by substance, each medicine in the order of the protocol.
#[must_use]
pub fn cards<'d>(shelf: &Shelf<'d>, doses: &'d [Dose], cautions: Cautions, now_s: i64) -> Vec<Card<'d>> {
    let mut cards = Vec::new();
    for substance in Substance::ALL {
        let past = Past::of(shelf, doses, substance);
        let desk =
            Desk { past: &past, reasons: reasons(shelf, doses, substance, cautions.of(substance), now_s), now_s };
        let labels = shelf.labels(substance);
        cards.extend(labels.iter().map(|label| desk.card(label)));
        if labels.is_empty() {
            cards.push(desk.card_without_label(substance, shelf.ceiling_mg(substance)));
        }
    }
    cards
}

/// Why a substance is ask-first whatever its limits say.
fn reasons(shelf: &Shelf, doses: &[Dose], substance: Substance, answer: Answer, now_s: i64) -> Vec<Reason> {
    let unknown = |dose: &Dose| unknown_product(shelf, dose);
    let nsaid = |dose: &Dose| dose.product == Product::Nsaid && dose.at_s >= now_s.saturating_sub(DAY_S);
    let reasons = [
        doses.iter().any(unknown).then_some(Reason::UnknownProduct),
        (answer == Answer::Open).then_some(Reason::CautionsOpen),
        (answer == Answer::Held).then_some(Reason::CautionHolds),
        (substance.is_nsaid() && doses.iter().any(nsaid)).then_some(Reason::OtherNsaid),
    ];
    reasons.into_iter().flatten().collect()
}

/// Whether a dose names a medicine that this protocol does not have: what it contains is anybody's guess.
pub(super) fn unknown_product(shelf: &Shelf, dose: &Dose) -> bool {
    matches!(&dose.product, Product::Medicine(id) if shelf.medicine(id).is_none())
}

/// What all cards of one substance share.
struct Desk<'c, 'd> {
    past: &'c Past<'d>,
    reasons: Vec<Reason>,
    now_s: i64,
}

impl<'d> Desk<'_, 'd> {
    fn card(&self, label: &Label<'d>) -> Card<'d> {
        let (verdict, then_s) = if self.reasons.is_empty() {
            self.schedule(label)
        } else {
            (Verdict::AskFirst(self.reasons.clone()), self.now_s)
        };
        let Medicine { id, contains, .. } = label.medicine;
        Card {
            medicine: Some(id),
            contains: *contains,
            verdict,
            used_mg: self.past.used_mg(self.now_s),
            most_mg: Some(label.most_mg),
            last: self.past.last(),
            ask_for_fever: label.longest_fever_s.is_some_and(|most_s| self.past.run_s(then_s) > most_s),
        }
    }

    fn card_without_label(&self, contains: Substance, most_mg: Option<u32>) -> Card<'d> {
        let ask_first = !self.reasons.is_empty();
        Card {
            medicine: None,
            contains,
            verdict: if ask_first { Verdict::AskFirst(self.reasons.clone()) } else { Verdict::NoLimits },
            used_mg: self.past.used_mg(self.now_s),
            most_mg,
            last: self.past.last(),
            ask_for_fever: false,
        }
    }

    /// The verdict of the limits, and the instant that it speaks of.
    fn schedule(&self, label: &Label) -> (Verdict, i64) {
        let (past, now_s) = (self.past, self.now_s);
        let room_s = label.least_mg().and_then(|least_mg| past.room_s(least_mg, label.most_mg, now_s));
        let Some(room_s) = room_s else { return (Verdict::NoLimits, now_s) };
        let rested_s = past.rested_s(label.pace);
        let free_s = room_s.max(rested_s);
        let then_s = if free_s <= now_s { now_s } else { minute_up(free_s) };
        if past.run_s(then_s) > label.longest_s {
            return (Verdict::AskFirst(vec![Reason::TooLong]), now_s);
        }
        let used_mg = past.used_mg(then_s);
        let fits = |amount_mg: &u32| used_mg + u64::from(*amount_mg) <= u64::from(label.most_mg);
        let Some(up_to_mg) = label.amounts_mg().filter(fits).last() else { return (Verdict::NoLimits, now_s) };
        let verdict = if then_s == now_s {
            Verdict::Allowed { up_to_mg }
        } else {
            Verdict::Wait { until_s: then_s, up_to_mg, why: if room_s > rested_s { Why::Day } else { Why::Gap } }
        };
        (verdict, then_s)
    }
}
