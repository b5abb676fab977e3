//! A label in words, and the cautions of a substance.

use care::dose::Card;
use protocol::model::plan::{Medicine, Substance};
use protocol::model::urgency::Region;
use protocol::text::{Text, fill};

use super::Desk;
use crate::fill::told::cited;
use crate::numbers::Numbers;
use crate::view::painkillers as view;
use crate::words::Words;

/// A whole number with its thousands parted, as it stands on a page.
pub(crate) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let parts = digits.as_bytes().rchunks(3).rev().map(|part| String::from_utf8_lossy(part));
    parts.collect::<Vec<_>>().join(",")
}

/// The name of a substance.
pub(super) fn name(words: &Words, substance: Substance) -> String {
    match substance {
        Substance::Ibuprofen => words.say("painkillers-ibuprofen"),
        Substance::Paracetamol => words.say("painkillers-paracetamol"),
    }
}

/// The cautions of a substance that say something to this reader, each once.
pub(super) fn cautions(desk: &Desk, substance: Substance) -> Vec<String> {
    let protocol = &desk.frame.site.compiled().protocol;
    let contains = |id: &String| protocol.medicines.iter().any(|one| one.id == *id && one.contains == substance);
    let concerns = protocol.cautions.iter().filter(|one| one.medicines.iter().any(contains));
    let said = concerns.map(|one| one.say.say(desk.frame.voice).to_owned());
    said.filter(|text| !text.is_empty()).collect()
}

/// The card of a medicine before anything was answered or logged: its label alone.
pub(super) fn of(desk: &Desk, card: &Card) -> view::Card {
    let told = with_ceilings(desk, card.contains, card.medicine);
    let medicine = card.medicine.and_then(|id| told.iter().find(|one| one.id == id));
    let beside = |one: &&Medicine| {
        let texts = [&one.say, &one.over].map(|text| filled(desk, text.as_ref(), desk.frame.region));
        texts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    };
    view::Card {
        name: medicine
            .map_or_else(|| name(&desk.words, card.contains), |one| one.name.say(desk.frame.voice).to_owned()),
        label: medicine.map(|one| lines(desk, one)).unwrap_or_default(),
        say: told.iter().map(beside).collect(),
        sources: cited(desk.frame.site.ledger(), told.iter().flat_map(|one| &one.sources)),
        ..view::Card::default()
    }
}

/// The limits of a label, a line each.
pub(super) fn lines(desk: &Desk, medicine: &Medicine) -> Vec<String> {
    let words = &desk.words;
    let mg = |amount_mg: u32| grouped(amount_mg.into());
    let dose = medicine.dose_mg.map(|(least, most)| {
        if least == most {
            words.say_one("painkillers-label-one-dose", "mg", &mg(most))
        } else {
            words.say_with("painkillers-label-dose", &[("least", &mg(least)), ("most", &mg(most))])
        }
    });
    let gap = medicine.gap_hours.map(|hours| words.say_one("painkillers-label-gap", "hours", &hours.to_string()));
    let after = medicine.gap_hours_after.map(|(from, hours)| {
        words.say_with("painkillers-label-after", &[("mg", &mg(from)), ("hours", &hours.to_string())])
    });
    let most = medicine.most_mg_24h.map(|most| words.say_one("painkillers-label-most", "mg", &mg(most)));
    let longest = medicine
        .longest
        .as_ref()
        .map(|longest| words.say_one("painkillers-label-longest", "longest", longest.say(desk.frame.voice)));
    [dose, gap, after, most, longest].into_iter().flatten().collect()
}

/// A text of the protocol with the numbers of a region.
pub(super) fn filled(desk: &Desk, text: Option<&Text>, region: Option<&Region>) -> Option<String> {
    let numbers = Numbers::of(desk.frame.site.compiled(), region, desk.frame.voice);
    let values = [("emergency", numbers.emergency.as_str()), ("urgent", &numbers.urgent), ("crisis", &numbers.crisis)];
    text.map(|text| fill(text.say(desk.frame.voice), &values))
}

/// A medicine with the ceilings over all products with its substance in this region; for no medicine, everything of the region.
pub(super) fn with_ceilings<'d>(desk: &Desk<'d>, substance: Substance, id: Option<&str>) -> Vec<&'d Medicine> {
    let all = &desk.frame.site.compiled().protocol.medicines;
    let here = |one: &Medicine| desk.frame.region.is_some_and(|region| one.regions.contains(&region.code));
    let fits = |one: &&Medicine| match id {
        Some(id) => one.id == id || one.contains == substance && one.dose_mg.is_none() && here(one),
        None => one.contains == substance && here(one),
    };
    all.iter().filter(fits).collect()
}

/// What to do over each limit that a sum has passed; a ceiling says first what it is. A label of another region is silent: its numbers
/// are those of another country.
pub(super) fn over(desk: &Desk, medicines: &[&Medicine], sum_mg: u64) -> Vec<String> {
    let region = desk.frame.region;
    let here = |one: &&&Medicine| region.is_some_and(|region| one.regions.contains(&region.code));
    let passed =
        medicines.iter().filter(here).filter(|one| one.most_mg_24h.is_some_and(|most| sum_mg > u64::from(most)));
    let lines = passed.flat_map(|one| {
        let say = one.say.as_ref().filter(|_| one.dose_mg.is_none());
        [filled(desk, say, region), filled(desk, one.over.as_ref(), region)]
    });
    let mut said: Vec<String> = Vec::new();
    for line in lines.flatten() {
        if !said.contains(&line) {
            said.push(line);
        }
    }
    said
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn thousands_are_parted() {
        assert_eq!([0, 650, 1200, 4000, 1_234_567].map(grouped), ["0", "650", "1,200", "4,000", "1,234,567"]);
    }
}
