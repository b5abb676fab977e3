//! What a dose would do to the limits of the label, said before it is saved. A dose is never refused: what was taken was taken.
//!
//! What is not known counts as the most that one dose of the label is: the count is rather too high than too low.

use care::dose::{Cautions, Dose, Product, Reason, Shelf, Warning, Would, would};
use care::record::amount::Unit;
use care::record::body::{Body, Medicine};
use care::record::entry::Entry;
use care::record::moment::Moment;
use care::record::revision::{Content, Subject};
use protocol::model::plan::{self, Substance};
use protocol::model::urgency::Region;
use protocol::text::{Voice, fill};

use super::Reader;
use crate::fill::painkillers::grouped;
use crate::numbers::Numbers;
use crate::site::Site;

/// A record knows who reads: the parent. What to do over a limit is the same with a baby and without.
const VOICE: Voice = Voice { to_parent: true, baby: false };
/// Names of substances in what was typed, and what they mean.
pub const NAMES: [(&str, Product); 5] = [
    ("ibuprofen", Product::Other(Substance::Ibuprofen)),
    ("paracetamol", Product::Other(Substance::Paracetamol)),
    ("acetaminophen", Product::Other(Substance::Paracetamol)),
    ("aspirin", Product::Nsaid),
    ("naproxen", Product::Nsaid),
];

/// What is to be said before this is saved; nothing for what is no painkiller of a parent, or within every limit.
#[must_use]
pub fn warnings(content: &Content, others: &[Entry], site: &Site, reader: &Reader) -> Vec<String> {
    let region = site.compiled().protocol.region_named(&reader.household.settings.region);
    // The labels are those of grown people.
    let (Some(region), Subject::Parent(_)) = (region, content.subject) else { return Vec::new() };
    let shelf = Shelf::new(&site.compiled().protocol.medicines, &region.code);
    let Some(dose) = dose(content, content.at.at_ms, &shelf) else { return Vec::new() };
    let same = others.iter().filter(|one| !one.binned && one.content.subject == content.subject);
    let doses: Vec<Dose> = same.filter_map(|one| self::dose(&one.content, one.at.at_ms, &shelf)).collect();
    match would(&shelf, &doses, Cautions::default(), &dose, reader.now_ms / 1_000) {
        Would::Fine => Vec::new(),
        Would::Warn(warning) => said(&warning, &dose, site, region, reader),
    }
}

/// The dose that an entry tells of.
fn dose(content: &Content, at_ms: i64, shelf: &Shelf) -> Option<Dose> {
    let Body::Medicine(medicine) = &content.body else { return None };
    let typed = medicine.name.to_lowercase();
    let by_name = || NAMES.into_iter().find(|(name, _)| typed.contains(name)).map(|(_, product)| product);
    let product = medicine.medicine.clone().map(Product::Medicine).or_else(by_name)?;
    let amount_mg = amount_mg(medicine, &product, shelf);
    Some(Dose { product, amount_mg, at_s: at_ms.div_euclid(1_000) })
}

/// Milligrams as typed; tablets by what one holds; else the most of one dose.
fn amount_mg(medicine: &Medicine, product: &Product, shelf: &Shelf) -> u32 {
    let own = if let Product::Medicine(id) = product { shelf.medicine(id) } else { None };
    let substance = match product {
        Product::Medicine(_) => own.map(|one| one.contains),
        Product::Other(substance) => Some(*substance),
        Product::Nsaid => None,
    };
    let most = || match own.and_then(|one| one.dose_mg) {
        Some((_, most)) => most,
        None => {
            let labels = substance.map(|substance| shelf.labels(substance)).unwrap_or_default();
            labels.iter().map(|label| label.dose_mg.1).max().unwrap_or(0)
        }
    };
    let typed = medicine.amount.as_ref().and_then(|amount| Some((amount.milli()?, amount.unit)));
    let milli = match typed {
        Some((milli, Unit::Mg)) => Some(milli),
        Some((milli, Unit::Piece)) => own.and_then(|one| one.unit_mg).map(|unit| milli.saturating_mul(i64::from(unit))),
        _ => None,
    };
    // Part of a milligram counts as a whole one.
    milli.and_then(|milli| u32::try_from((milli + 999).div_euclid(1_000)).ok()).unwrap_or_else(most)
}

fn said(warning: &Warning, dose: &Dose, site: &Site, region: &Region, reader: &Reader) -> Vec<String> {
    let words = reader.words;
    let mg = |amount: u32| grouped(amount.into());
    let over = warning.over.map(|over| {
        words.say_with("painkillers-warn-over", &[("total", &grouped(over.total_mg)), ("most", &mg(over.most_mg))])
    });
    let soon = warning.too_soon_until_s.map(|until_s| {
        if until_s > reader.now_ms / 1_000 {
            words.say_one("painkillers-warn-soon", "time", &when(until_s, reader))
        } else {
            words.say("painkillers-warn-close")
        }
    });
    let large = warning.large_mg.map(|most| words.say_one("painkillers-warn-large", "most", &mg(most)));
    let part = warning
        .unit_mg
        .map(|unit| words.say_with("painkillers-warn-part", &[("mg", &mg(dose.amount_mg)), ("unit", &mg(unit))]));
    let two = warning.two_nsaids.then(|| words.say("painkillers-warn-two"));
    let why = warning.ask.iter().map(|why| match why {
        Reason::TooLong => words.say("painkillers-warn-long"),
        Reason::UnknownProduct => words.say("painkillers-reason-unknown-product"),
        _ => words.say("painkillers-reason-caution-holds"),
    });
    let ask = (!warning.ask.is_empty()).then(|| words.say("painkillers-ask-whom"));
    let fits = warning.wait_until_s.filter(|until_s| *until_s > reader.now_ms / 1_000);
    let fits = fits.map(|until_s| words.say_one("log-dose-fits", "time", &when(until_s, reader)));
    let help = warning.over.map(|over| help(dose, over.total_mg, site, region)).unwrap_or_default();
    [over, soon, large, part, two].into_iter().flatten().chain(why).chain(ask).chain(help).chain(fits).collect()
}

fn when(at_s: i64, reader: &Reader) -> String {
    let moment = Moment::in_zone(at_s.saturating_mul(1_000), reader.zone);
    format!("{} {}", reader.date(moment.day()), reader.clock(&moment))
}

/// What to do over each limit that a sum has passed; a ceiling says first what it is.
fn help(dose: &Dose, total_mg: u64, site: &Site, region: &Region) -> Vec<String> {
    let all = &site.compiled().protocol.medicines;
    let own = |id: &str| all.iter().find(|one| one.id == id);
    let (id, substance) = match &dose.product {
        Product::Medicine(id) => (Some(id.as_str()), own(id).map(|one| one.contains)),
        Product::Other(substance) => (None, Some(*substance)),
        Product::Nsaid => (None, None),
    };
    let fits = |one: &&plan::Medicine| {
        let same =
            id == Some(one.id.as_str()) || (Some(one.contains) == substance && (id.is_none() || one.dose_mg.is_none()));
        same && one.regions.contains(&region.code) && one.most_mg_24h.is_some_and(|most| total_mg > u64::from(most))
    };
    let mut lines: Vec<String> = Vec::new();
    for line in all.iter().filter(fits).flat_map(|one| over(one, site, region)) {
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines
}

/// What is said over the limit of a medicine in a region.
#[must_use]
pub fn over(one: &plan::Medicine, site: &Site, region: &Region) -> Vec<String> {
    let numbers = Numbers::of(site.compiled(), Some(region), VOICE);
    let values = [("emergency", numbers.emergency.as_str()), ("urgent", &numbers.urgent), ("crisis", &numbers.crisis)];
    let say = one.say.as_ref().filter(|_| one.dose_mg.is_none());
    let lines = [say, one.over.as_ref()].into_iter().flatten();
    lines.map(|text| fill(text.say(VOICE), &values)).collect()
}
