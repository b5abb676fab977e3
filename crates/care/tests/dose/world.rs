//! The shipped medicines, and invented people who take them in every region.

use std::sync::OnceLock;

use care::dose::{Answer, Card, Cautions, DAY_S, Dose, HOUR_S, Product, Shelf, Would};
use proptest::prelude::*;
use proptest::sample::select;
use protocol::model::plan::{Medicine, Substance};

/// A Monday at 03:12 and 20 seconds, UTC: seconds that are no whole minute.
pub const NIGHT_S: i64 = 1_795_403_540;

pub const REGIONS: [&str; 6] = ["US", "UK", "IE", "AU", "CA", "other"];

/// The medicines that ship.
pub fn shipped() -> &'static [Medicine] {
    static SHIPPED: OnceLock<Vec<Medicine>> = OnceLock::new();
    SHIPPED.get_or_init(|| {
        let ledger = shipped::ledger().unwrap_or_else(|broken| panic!("{broken}"));
        let compiled = shipped::protocol(&ledger).unwrap_or_else(|broken| panic!("{broken}"));
        compiled.protocol.medicines
    })
}

/// Someone at an instant.
#[derive(Debug, Clone)]
pub struct Person {
    pub region: &'static str,
    pub cautions: Cautions,
    pub doses: Vec<Dose>,
    pub now_s: i64,
}

impl Person {
    /// What is shown to her under these limits.
    pub fn cards<'p>(&'p self, medicines: &'p [Medicine]) -> Vec<Card<'p>> {
        care::dose::cards(&Shelf::new(medicines, self.region), &self.doses, self.cautions, self.now_s)
    }

    /// What is said before a dose is saved.
    pub fn would(&self, medicines: &[Medicine], dose: &Dose) -> Would {
        care::dose::would(&Shelf::new(medicines, self.region), &self.doses, self.cautions, dose, self.now_s)
    }

    /// The same person with one dose more.
    pub fn with(&self, dose: Dose) -> Self {
        let mut more = self.clone();
        more.doses.push(dose);
        more
    }
}

pub const CLEAR: Cautions = Cautions { ibuprofen: Answer::Clear, paracetamol: Answer::Clear };

pub fn took(id: &str, amount_mg: u32, at_s: i64) -> Dose {
    Dose { product: Product::Medicine(id.to_owned()), amount_mg, at_s }
}

pub fn took_other(substance: Substance, amount_mg: u32, at_s: i64) -> Dose {
    Dose { product: Product::Other(substance), amount_mg, at_s }
}

pub fn took_nsaid(at_s: i64) -> Dose {
    Dose { product: Product::Nsaid, amount_mg: 0, at_s }
}

/// Anybody, anywhere, with any history.
pub fn person() -> impl Strategy<Value = Person> {
    (select(&REGIONS[..]), cautions(), 0_i64..DAY_S).prop_flat_map(|(region, cautions, later_s)| {
        let now_s = NIGHT_S + later_s;
        history(region, now_s).prop_map(move |doses| Person { region, cautions, doses, now_s })
    })
}

fn cautions() -> impl Strategy<Value = Cautions> {
    let answer = || prop_oneof![12 => Just(Answer::Clear), 1 => Just(Answer::Held), 1 => Just(Answer::Open)];
    (answer(), answer()).prop_map(|(ibuprofen, paracetamol)| Cautions { ibuprofen, paracetamol })
}

/// Doses of a day or of two weeks; some in one second, some on the very edge, some in the future.
fn history(region: &'static str, now_s: i64) -> impl Strategy<Value = Vec<Dose>> {
    let edge = (0_i64..32).prop_map(move |hours| now_s - hours * HOUR_S);
    let day = (0_i64..30 * HOUR_S).prop_map(move |before_s| now_s - before_s);
    let future = (1_i64..30 * HOUR_S).prop_map(move |later_s| now_s + later_s);
    let weeks = (0_i64..14 * DAY_S).prop_map(move |before_s| now_s - before_s);
    let at_s = prop_oneof![6 => edge, 6 => day, 1 => future, 2 => weeks];
    let single = prop::collection::vec((product(region), at_s, any::<bool>()), 0..9);
    let run = (0_i64..13 * 24, 6_i64..60, product(region)).prop_map(move |(hours, every, (product, amount_mg))| {
        let steps = hours / every;
        let dose = move |step: i64| Dose { product: product.clone(), amount_mg, at_s: now_s - step * every * HOUR_S };
        (1..=steps).map(dose).collect::<Vec<_>>()
    });
    (single, prop_oneof![3 => Just(Vec::new()), 1 => run]).prop_map(|(single, mut doses)| {
        let mut before_s = None;
        for ((product, amount_mg), at_s, together) in single {
            let at_s = before_s.filter(|_| together).unwrap_or(at_s);
            before_s = Some(at_s);
            doses.push(Dose { product, amount_mg, at_s });
        }
        doses
    })
}

/// Something from this region's shelf, or from anywhere, and how much of it.
pub fn product(region: &'static str) -> impl Strategy<Value = (Product, u32)> {
    let dosed = |one: &&Medicine| one.dose_mg.is_some();
    let here: Vec<&Medicine> =
        shipped().iter().filter(dosed).filter(|one| one.regions.iter().any(|code| code == region)).collect();
    let all: Vec<&Medicine> = shipped().iter().filter(dosed).collect();
    let here = if here.is_empty() { all.clone() } else { here };
    let units = |list: Vec<&'static Medicine>| {
        (select(list), 1_u32..4)
            .prop_map(|(one, units)| (Product::Medicine(one.id.clone()), one.unit_mg.unwrap_or(1) * units))
    };
    let other = (select(&Substance::ALL[..]), select(&[60_u32, 200, 325, 400, 500, 1000][..]))
        .prop_map(|(substance, amount_mg)| (Product::Other(substance), amount_mg));
    prop_oneof![12 => units(here), 2 => units(all), 4 => other, 1 => Just((Product::Nsaid, 0))]
}
